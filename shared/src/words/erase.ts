/** Erasing one thing for good. */
export const eraseWords = {
  erase: 'Wis definitief',
  sure: 'Dit wordt voorgoed gewist, voor iedereen. Je kunt het niet meer terughalen.',
  versions:
    'Staat het in een vastgelegde versie, dan wordt de inhoud van die versie ook gewist. Er komt dan een versie zonder dit stuk voor in de plaats. Antwoorden op delen die daardoor veranderen, vervallen.',
  others: 'Heeft iemand anders deze woorden overgenomen in een eigen kaart of antwoord? Dan staan ze daar nog.',
  /** On the table: the copy in somebody's own box is theirs. */
  theirs:
    'Ligt de kaart ook in het eigen vak van wie hem heeft gemaakt? Dan blijft hij daar. Alleen diegene kan hem daar wissen.',
  ownBox: 'Heb je het ook op tafel gelegd, dan blijft het daar staan.',
  files:
    'Uit onze bestanden is het binnen een kwartier weg. In reservekopieën van eerder staat het tot die worden weggegooid.',
  failed: 'Het is niet gelukt: probeer het opnieuw.',
} as const;

/** A frozen version of which the content was erased, and the one that came in its place. */
export const erasedVersionWords = {
  gone: (dag: string) =>
    `De inhoud van deze versie is op verzoek gewist, op ${dag}. Alleen de titel, het nummer, de datum en het kenmerk zijn bewaard.`,
  instead: (nummer: number) => `Versie ${nummer} is ervoor in de plaats gekomen.`,
  open: (nummer: number) => `Lees versie ${nummer}`,
  none: 'Er is geen versie voor in de plaats gekomen: vraag de casusregisseur om er een vast te leggen.',
  replaces: (nummers: readonly number[]) =>
    `Deze versie is in de plaats gekomen van versie ${nummers.join(' en ')}, waaruit op verzoek iets is gewist. Had je daar al geantwoord? Kijk of je antwoord er nog staat.`,
  gewist: 'gewist',
} as const;

/** Deleting a whole board. */
export const deleteBoardWords = {
  title: 'Bord wissen',
  lead: 'Alleen doen als de bewaartermijn voorbij is of als daarom is gevraagd.',
  open: 'Wis dit bord definitief',
  goes: 'Dit gaat voorgoed weg, voor iedereen:',
  all: [
    'alles wat op tafel ligt en de tekeningen',
    'de eigen plekken van iedereen die meedoet',
    'alle vastgelegde versies, met de antwoorden daarop',
    'de geschiedenis van wie wat heeft gewijzigd',
    'alle links om mee te doen: iedereen gaat er meteen uit',
  ],
  backups:
    'Ook wie een reservekopie van eerder terugzet, kan dit bord niet meer openen. Gedownloade bestanden blijven bij wie ze heeft.',
  stays: 'Bewaard blijft alleen dat het bord is gewist, door wie en wanneer.',
  type: (titel: string) => `Typ de titel van het bord over: ${titel}`,
  field: 'Titel van het bord',
} as const;
