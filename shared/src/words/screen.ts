/** What stands on the screen in the room, and around a laptop whose screen others see. */
export const screenWords = {
  /** The name of the window: nobody who passes by learns anything from it. */
  title: 'Scherm',
  shut: 'Welkom. We beginnen zo.',
  offline: 'Even geen verbinding. Dit komt vanzelf terug.',
  alone: 'Iedereen schrijft nu even voor zichzelf.',
  reading: 'We lezen samen. Niemand verandert nu iets.',
  noCards: 'Hier ligt nog niets. Wat jullie op tafel zetten, komt hier te staan.',
  cards: 'Kaarten op tafel bij deze stap',
  moreCards: (n: number) => (n === 1 ? 'En nog 1 kaart op tafel' : `En nog ${n} kaarten op tafel`),
  joinTitle: 'Doe je mee op je telefoon?',
  joinText: 'Scan deze code met je camera. Daarna zeg je wie je bent.',
  joinCode: 'Code om mee te doen',
  picture: 'Een tafel met zes stoelen',
} as const;

/** For who leads: the screen in the room at a distance. */
export const remoteWords = {
  blank: 'Groot scherm leeg',
  blanked: 'Het grote scherm is leeg.',
  show: 'Groot scherm weer aan',
  showTitle: 'Mag iedereen in de kamer dit weer zien?',
  showText: 'Op het grote scherm komt weer wat er nu op tafel ligt.',
  yes: 'Ja, toon de tafel',
  no: 'Nee, nog niet',
} as const;

/** Ik deel dit scherm. */
export const sharingWords = {
  start: 'Ik deel dit scherm',
  frame: 'Je deelt je scherm',
  seen: 'Iedereen die meekijkt, ziet alleen wat op tafel ligt.',
  stop: 'Stop met delen',
  stopTitle: 'Kijkt er nu niemand meer mee?',
  stopText:
    'Hierna komt op dit scherm weer alles wat jij mag zien. Kijk eerst of het scherm in de kamer uit staat en of je in het videogesprek niets meer deelt.',
  stay: 'Er kijkt nog iemand mee',
  stopYes: 'Niemand kijkt mee: toon alles van mij',
  step: 'De stap',
  views: 'Wat staat er op het scherm',
  lead: 'De stappen',
} as const;

/** One household of a large family at a time. */
export const householdWords = {
  label: 'Wie staat er op het genogram?',
  whole: 'De hele familie',
  one: (naam: string) => `Huishouden: ${naam}`,
  lighter: 'Lichter: wie hier direct bij hoort, maar ergens anders woont.',
  forAll: 'Iedereen aan tafel ziet dit zo.',
  byLead: 'Zo laat de gespreksleider het zien.',
} as const;
