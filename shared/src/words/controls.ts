import type { DeedSort, OpenFor } from '../access/state.ts';

/** What professionals and the casusregisseur read around the steps of a meeting. */
export const controlWords = {
  bar: 'Deze stap',
  step: (at: number, of: number) => `Stap ${at} van ${of}`,
  /** Heard when the step changes. */
  stepSays: (at: number, of: number, titel: string, vraag: string) => `Stap ${at} van ${of}: ${titel}. ${vraag}`,
  back: 'Terug naar de stap',
  movedOn: 'Jullie zijn een stap verder. Jij schreef nog, dus jouw scherm bleef staan.',
  previous: 'Vorige',
  previousLong: (titel: string) => `Terug naar: ${titel}`,
  next: 'Volgende',
  nextLong: (titel: string) => `Verder naar: ${titel}`,
  last: 'Gesprek afronden',
  goHere: 'Ga naar deze stap',
  here: 'Hier zijn jullie nu',
  more: 'Meer',
  fixed: 'Hier ligt een versie om samen te lezen. Niemand verandert nu iets.',
  still: 'Het bord ligt even stil. Niemand verandert nu iets.',
  fix: 'Leg het bord even stil',
  unfix: 'Maak het bord weer los',
  teamNow: 'De hulpverleners praten nu samen. Het gezin leest niet mee.',
  failed: 'Dit lukte niet.',
  seen: 'Gezien',
} as const;

/** The time of a step: calm, in words. */
export const timerWords = {
  start: 'Start de tijd',
  pause: 'Zet de tijd stil',
  /** Seen, only heard, seen. */
  more: ['5', 'minuten', 'erbij'],
  left: (minutes: number) => (minutes === 1 ? 'Nog 1 minuut' : `Nog ${minutes} minuten`),
  lastMinute: 'Nog een klein minuutje',
  over: 'Tijd om af te ronden',
  standsStill: (said: string) => `${said} (staat stil)`,
  planned: (minutes: number) => (minutes === 1 ? '1 minuut' : `${minutes} minuten`),
} as const;

export const handWords = {
  up: 'Hand opsteken',
  down: 'Hand omlaag',
  title: 'Wie wil iets zeggen?',
  none: 'Niemand heeft nu een hand omhoog.',
  give: (naam: string) => `Geef de beurt aan ${naam}`,
  giveShort: 'Geef de beurt',
  turn: (naam: string) => `${naam} is aan de beurt`,
  yours: 'Jij bent aan de beurt',
  endTurn: 'Beurt klaar',
  round: 'Rondje langs de tafel',
  nextInRound: (naam: string) => `Dan ${naam}`,
  roundDone: 'Rondje klaar',
  raised: (n: number) => (n === 1 ? '1 hand' : `${n} handen`),
  people: 'Aan tafel',
} as const;

export const showWords = {
  /** On a narrow screen only the second is seen; both are heard. */
  call: ['Iedereen', 'hierheen'],
  called: 'Iedereen kijkt nu mee naar dit stuk van het bord.',
  calls: (naam: string) => `${naam} vraagt iedereen hierheen te kijken.`,
  goAlong: 'Ga mee',
  point: 'Aanwijzen',
  pointing: 'Stop met aanwijzen',
  pointHint: 'Beweeg over het bord. Iedereen ziet waar jij wijst.',
  light: 'Licht uit',
  unlight: 'Niet meer uitlichten',
  lit: (what: string) => `Uitgelicht: ${what}`,
} as const;

export const pauseWords = {
  ask: 'Pauze vragen',
  lead: 'Alleen degene die je kiest, ziet dit.',
  who: 'Wie mag het weten?',
  leader: (naam: string) => `${naam}, die het gesprek leidt`,
  send: 'Vraag om een pauze',
  asked: (naam: string) => `Je vroeg ${naam} om een pauze.`,
  takeBack: 'Laat maar',
  asks: (naam: string) => `${naam} vraagt om een pauze. Alleen jij ziet dit.`,
} as const;

export const leadWords = {
  away: (naam: string) => `${naam}, die het gesprek leidt, is weggevallen. De stap blijft staan.`,
  takeOver: 'Neem het gesprek over',
  other: (naam: string) => `${naam} leidt nu het gesprek.`,
  takeBack: 'Vraag het gesprek terug',
  takeBackTitle: 'Het gesprek terugnemen',
  takeBackText: (naam: string) =>
    `Spreek het eerst even af met ${naam}. Daarna leid jij weer. De stap, de tijd en de handen blijven staan.`,
  takeBackYes: 'Dat is afgesproken, ik leid weer',
  mine: 'Jij leidt nu het gesprek.',
} as const;

export const agendaPageWords = {
  rail: 'Gesprek',
  phone: 'Het gesprek voorbereiden',
  agenda: 'Agenda en handen',
  title: 'Het gesprek',
  prepareTitle: 'Een gesprek voorbereiden',
  prepareLead: 'Kies hoe jullie dit gesprek doen. Daarna kun je elke stap nog veranderen.',
  kind: 'Wat voor gesprek wordt het?',
  who: 'Wie zijn erbij?',
  youth: 'Er is een kind of jongere bij: de eerste vraag is aan hen',
  family: 'Het gezin is erbij',
  familyNot: 'Het gezin is er niet bij. De tafel blijft dicht voor het gezin.',
  begin: 'Waarmee begint het patroon?',
  begins: {
    zorg: 'Met waar we ons zorgen over maken',
    'eigen-kijk': 'Met hoe de jongere er zelf naar kijkt',
    hulp: 'Met wat de hulp deed',
  },
  instrument: 'Welk beeld gebruiken jullie?',
  choose: 'Maak de agenda',
  toOpening: 'Verder: de tafel openen',
  toSteps: 'Terug naar de stappen',
  again: 'Kies een andere agenda',
  againLead: 'Dan begint de agenda opnieuw. Wat je aan de stappen veranderde, gaat weg.',
  steps: 'De stappen',
  total: (minutes: number) => `Samen ongeveer ${minutes} minuten`,
  noneYet: 'Er is nog geen gesprek voorbereid. De casusregisseur kiest de agenda.',
  onlyLead: 'De casusregisseur opent de tafel.',
  openedBy: (naam: string) => `${naam} leidt dit gesprek.`,
  keys: 'Sneltoetsen',
} as const;

export const editWords = {
  edit: (titel: string) => `Verander ${titel}`,
  editShort: 'Verander',
  up: (titel: string) => `${titel} eerder`,
  down: (titel: string) => `${titel} later`,
  remove: 'Haal deze stap weg',
  add: 'Stap erbij',
  addHere: 'Zet deze stap erbij',
  save: 'Bewaar de stap',
  newTitle: 'Een eigen stap',
  titel: 'Hoe heet de stap?',
  vraag: 'Welke vraag ligt er op tafel?',
  minuten: 'Hoeveel minuten?',
  minutenHint: 'Laat leeg als er geen tijd is.',
  minutenWrong: 'Vul een getal in van 1 tot en met 180.',
  view: 'Wat laat het bord zien?',
  noView: 'Geen beeld: de kaarten van deze stap',
  way: 'Wat kan iedereen in deze stap?',
  alone: 'Eerst schrijft iedereen voor zichzelf',
  fixed: 'Hier ligt een versie om te lezen: niemand verandert iets',
  team: 'Alleen voor de hulpverleners: het gezin leest niet mee',
  moved: (titel: string, at: number) => `${titel} is nu stap ${at}.`,
  removed: (titel: string) => `${titel} is weg.`,
  saved: (titel: string) => `${titel} is bewaard.`,
} as const;

/** Ways of working together in a step, as the casusregisseur chooses them. */
export const wayWords = {
  rustig: { naam: 'Luisteren', uitleg: 'Hulpverleners schrijven op. Niets verschuift.' },
  schrijven: { naam: 'Schrijven', uitleg: 'Iedereen legt eigen kaarten neer. Niets verschuift.' },
  gewoon: { naam: 'Schrijven en schuiven', uitleg: 'Iedereen schrijft, verplaatst en tekent.' },
  tekenen: { naam: 'Samen tekenen', uitleg: 'Iedereen tekent mee, ook wie er bij het gezin horen en wat er gebeurde.' },
} as const;

/** For whom something is open, and what that something is. */
export const openWords: {
  readonly who: Readonly<Record<OpenFor, string>>;
  readonly what: Readonly<Record<DeedSort, string>>;
} = {
  who: { iedereen: 'Iedereen', professionals: 'Alleen hulpverleners', niemand: 'Nu niet' },
  what: {
    woorden: 'eigen kaarten schrijven',
    samen: 'samen schrijven',
    feit: 'personen, data en feiten invullen',
    plaats: 'dingen verplaatsen',
    inkt: 'tekenen',
  },
};

export const openingWords = {
  title: 'De tafel openen',
  lead: 'Kijk eerst wat iedereen straks voor het eerst ziet. Klopt het niet? Haal het dan eerst van tafel.',
  first: 'Was nog niet aan tafel',
  since: (day: string) => `Was er voor het laatst op ${day}`,
  seesNew: (naam: string) => `Dit ziet ${naam} voor het eerst`,
  seesChanged: 'Dit is veranderd',
  nothing: 'Ziet niets nieuws.',
  nobody: 'Er is niemand die hierdoor iets voor het eerst ziet.',
  show: (n: number) => (n === 1 ? 'Bekijk 1 ding' : `Bekijk ${n} dingen`),
  check: 'Kijk opnieuw',
  open: 'Open de tafel',
  loading: 'Even nakijken wat iedereen ziet',
} as const;

export const closingWords = {
  title: 'Het gesprek afronden',
  close: 'Sluit de tafel',
  sure: 'Is alles gezegd? Als de tafel dicht is, leest het gezin niet meer mee en komt hier niets meer bij.',
  after: 'Daarna staan de afspraken van vandaag klaar.',
  not: 'Nog even niet',
  closed: 'De tafel is dicht.',
} as const;

export const stepCardsWords = {
  empty: 'Hier ligt nog niets. Wie begint?',
  add: 'Leg iets neer',
  addKind: (naam: string) => `Leg neer: ${naam.toLowerCase()}`,
  reading: 'Lees samen wat er staat.',
  toReading: 'Open de versie',
} as const;

export const keyWords = {
  title: 'Sneltoetsen',
  lead: 'Houd Alt en Shift ingedrukt en druk op de letter.',
  canvas:
    'Op het bord: met Tab ga je langs alles wat er staat, Enter opent het, de pijlen verplaatsen het, Page Down en Page Up gaan naar een ander beeld.',
  keys: {
    next: 'Volgende stap',
    previous: 'Vorige stap',
    clock: 'Tijd starten of stilzetten',
    hand: 'Mijn hand op of omlaag',
    call: 'Iedereen hierheen',
    back: 'Terug naar de stap',
    agenda: 'De agenda',
    safety: 'Veiligheid eerst',
  },
} as const;

export const safetyFirstWords = {
  title: 'Veiligheid eerst',
  hint: 'Alleen hulpverleners zien dit.',
} as const;
