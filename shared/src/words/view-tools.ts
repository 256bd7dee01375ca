/** What one does with a view as a whole: lay it tidily, look back in time, keep it as a picture. */
export const viewToolWords = {
  group: 'Dit beeld',
  tidy: 'Netjes zetten',
  tidyBusy: 'Even rekenen …',
  tidyAlready: 'Het staat al netjes.',
  tidyMoves: (n: number) => (n === 1 ? 'Zo gaat 1 iemand anders staan.' : `Zo gaan ${n} mensen anders staan.`),
  tidyStay: 'Wie met de hand is neergezet, blijft staan. De streepjes laten zien waar iemand stond.',
  tidyKeep: 'Zo laten',
  tidyLeave: 'Toch niet',
  tidied: 'Het genogram staat netjes. Met Terug zet je het terug.',
  drawing: 'De tekening wordt gemaakt …',

  past: 'Terugkijken',
  inPast: 'Je kijkt terug. Alleen jij ziet dit zo, en je kunt nu niets veranderen.',
  backToNow: 'Terug naar nu',

  keep: 'Bewaar als plaatje',
  keepNote:
    'Op het plaatje staat alles wat je nu in dit beeld ziet, met namen. Bewaar het op een plek waar niemand anders bij kan.',
  png: 'Foto (PNG)',
  svg: 'Tekening (SVG)',
  kept: 'Het plaatje is bewaard bij je downloads.',
  notKept: 'Het plaatje kon niet worden gemaakt. Probeer het nog eens.',
} as const;
