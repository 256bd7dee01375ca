/** Erasing one thing for good. */
export const eraseWords = {
  erase: 'Wis definitief',
  sure: 'Dit wordt voorgoed gewist, voor iedereen. Je kunt het niet meer terughalen.',
  versions: 'Wat al in een vastgelegde versie staat, blijft daar staan.',
  failed: 'Het is niet gelukt: probeer het opnieuw.',
} as const;
