import type { CardRole, Prepared } from '../board/marks.ts';

type Way = 'naam' | 'rol' | 'naamloos';

/** Preparing a meeting at home. */
export const prepareWords = {
  title: 'Bereid je voor',
  lead: 'Vier korte vragen. Je hoeft ze niet allemaal te beantwoorden. Per antwoord kies jij wie het leest.',
  tabOnly: 'Wat je typt staat alleen in dit tabblad, tot je het bewaart. Sluit je het tabblad, dan is het weg.',
  questions: {
    wil: 'Wat wil jij?',
    goed: 'Wat gaat goed?',
    moeilijk: 'Wat is moeilijk?',
    'niet-op-tafel': 'Wat mag niet op tafel?',
  } satisfies Readonly<Record<Prepared, string>>,
  hints: {
    wil: 'Wat moet er voor jou uit het gesprek komen?',
    goed: 'Waar ben je blij mee, of trots op?',
    moeilijk: 'Waar loop je tegenaan?',
    'niet-op-tafel': 'Dit komt nooit op tafel. Je kunt het voor jezelf houden, of met iemand delen die je vertrouwt.',
  } satisfies Readonly<Record<Prepared, string>>,
  answer: 'Jouw antwoord',
  who: 'Wie mag dit lezen?',
  toTable: 'Mee naar tafel',
  toTableHint: 'Nu leest alleen jij het. In het gesprek leg je het zelf op tafel.',
  onlyMe: 'Alleen voor mij',
  onlyMeHint: 'Niemand anders leest dit.',
  onlyFor: (namen: string) => `Alleen voor ${namen}`,
  onlyForHint: (namen: string) => `${namen} kan dit meteen lezen. Op tafel komt het niet.`,
  onlyForSomeone: 'Alleen voor iemand die ik kies',
  onlyForSomeoneHint: 'Een hulpverlener die jij vertrouwt kan dit dan lezen.',
  choose: 'Wie mag het lezen?',
  nobodyToChoose: 'Er is nu niemand die je kunt kiezen.',
  save: 'Bewaar',
  saved: 'Bewaard. Alleen jij kunt het lezen.',
  savedFor: (namen: string) => `Bewaard. ${namen} kan het nu lezen.`,
  stands: {
    tafel: 'Gaat mee naar tafel. Nu leest alleen jij het.',
    eigen: 'Alleen voor jou',
    vertrouwd: (namen: string) => (namen === '' ? 'In je vertrouwde vak' : `Voor jou en ${namen}`),
  },
  more: 'Nog een antwoord',
  change: 'Verander',
  ready: 'Klaar',
  takeAlong: 'Neem mee naar tafel',
  keepHere: 'Toch niet mee',
  remove: 'Haal weg',
  removed: 'Weggehaald.',
  tooLong: (most: number) => `Dit is te lang. Maak het korter dan ${most} tekens.`,
  failed: 'Het bewaren lukte niet. Je tekst staat er nog. Probeer het opnieuw.',
  broughtTitle: 'Dit wilde je meenemen',
  broughtText: 'De tafel is open. Leg je het erbij? Tot dan leest alleen jij het.',
  close: 'Klaar met voorbereiden',
  closeText: 'Kijkt er straks iemand anders op dit apparaat? Tik op Snel weg of stop, dan staat hier niets meer.',
} as const;

/** Alone first, then together. */
export const roundWords = {
  title: 'Eerst alleen, dan samen',
  everyone: 'Iedereen schrijft nu even voor zich.',
  nobodySees: 'Niemand ziet wat je schrijft, en ook niet of je schrijft. Straks komt alles tegelijk op tafel.',
  promise: {
    naam: 'Beloofd: jouw naam staat straks op je kaart.',
    rol: 'Beloofd: er staat straks geen naam op je kaart, alleen wat je hier bent.',
    naamloos: 'Beloofd: er staat straks geen naam op je kaart. Ook wij kunnen dan niet meer zien wie hem schreef.',
  } satisfies Readonly<Record<Way, string>>,
  asRole: (rol: string) => `Op je kaart staat straks: ${rol}.`,
  lone: 'Let op: je bent hier de enige. Dan weet iedereen dat de kaart van jou is.',
  fewLead: 'Let op: met weinig mensen is iemand soms te herkennen aan wat of hoe die schrijft.',
  few: 'Let op: met weinig mensen kan iemand je herkennen aan wat of hoe je schrijft.',
  write: 'Jouw kaart',
  tabOnly: 'Dit staat alleen in dit tabblad, tot je op de knop tikt. Daarna leest nog steeds alleen jij het.',
  put: 'Klaar, bewaar mijn kaart',
  kept: 'Je kaart ligt klaar. Niemand anders ziet hem tot de onthulling.',
  mine: 'Jouw kaarten',
  along: 'Dit had je voorbereid',
  alongPut: 'Doe mee in deze ronde',
  change: 'Verander',
  ready: 'Klaar',
  remove: 'Haal weg',
  most: (aantal: number) => `Je hebt ${aantal} kaarten. Meer gaan er niet mee.`,
  revealed: 'Alles ligt op tafel',
  revealedNone: 'Niemand heeft een kaart neergelegd.',
  late: 'Deze kaart kwam te laat. Hij ging niet mee en is van jou gebleven.',
  stopped: 'Deze ronde is gestopt. Wat je schreef is van jou gebleven. Niemand anders heeft het gelezen.',
  letGo: 'Houd voor mezelf',
  wait: 'Wie klaar is, wacht rustig. Straks lezen jullie samen.',

  begin: 'Eerst alleen schrijven',
  beginText: 'Iedereen schrijft op het eigen scherm. Pas als jij onthult, komt alles tegelijk op tafel.',
  question: 'De vraag',
  how: 'Wat staat er straks op een kaart?',
  ways: { naam: 'De naam', rol: 'Geen naam, wel: ouder, jongere, familie of hulpverlener', naamloos: 'Geen naam' },
  wayHints: {
    naam: 'Iedereen ziet wie wat schreef.',
    rol: 'Is iemand de enige in die rol, dan weet iedereen wie het is. Dat zeggen we er bij die persoon bij.',
    naamloos: 'Niemand kan zien wie wat schreef, ook jij niet, ook later niet.',
  },
  promiseHolds: 'Dit kun je straks niet meer veranderen. Iedereen ziet deze belofte bij het schrijven.',
  loneOnes: (rollen: string) => `Hier is er maar één: ${rollen}.`,
  start: 'Begin',
  reveal: 'Onthul alle kaarten',
  revealTitle: 'Alle kaarten onthullen?',
  revealSure: 'Is iedereen klaar? Vraag het aan tafel. Je ziet hier niet wie al schreef.',
  revealText: 'Alle kaarten komen tegelijk op tafel, door elkaar. Dit kan niet terug.',
  stop: 'Stop zonder onthullen',
  stopText: 'Stop je zonder te onthullen? Dan blijft elke kaart bij wie hem schreef.',
  stopSaid: 'De ronde is gestopt. Er is niets onthuld.',
  cancel: 'Nog niet',
  begun: 'Iedereen schrijft nu voor zich.',

  /** What stands under a card without a name. */
  unnamed: 'zonder naam',
  namens: {
    ouder: 'een ouder',
    jeugdige: 'een jongere',
    netwerk: 'iemand uit familie of netwerk',
    professional: 'een hulpverlener',
  } satisfies Readonly<Record<CardRole, string>>,
} as const;

/** Under a card that is nobody's: the role it carries, or that it carries none. */
export const sayUnnamed = (namens: CardRole | undefined): string =>
  namens === undefined ? roundWords.unnamed : roundWords.namens[namens];

/** What changed on the table since somebody could last read it. */
export const sinceWords = {
  title: 'Sinds de vorige keer',
  first: 'Je bent hier voor het eerst. Alles wat er ligt is nieuw voor jou.',
  away: 'Terwijl je weg was',
  none: 'Er is niets veranderd.',
  summary: (nieuw: number, anders: number, weg: number) =>
    [
      nieuw === 0 ? '' : `${nieuw} nieuw`,
      anders === 0 ? '' : `${anders} veranderd`,
      weg === 0 ? '' : `${weg} van jou weggehaald`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  nieuw: 'Nieuw op tafel',
  anders: 'Staat er nu anders',
  weg: 'Van jou, van tafel gehaald',
  since: (dag: string) => `sinds ${dag}`,
  seen: 'Gezien',
  all: (aantal: number) => `Toon alle ${aantal}`,
} as const;
