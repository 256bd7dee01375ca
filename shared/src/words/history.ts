import type { HistoryItem, HistoryMoment, RestoredItem } from '../wire/http-history.ts';

type Reason = NonNullable<RestoredItem['reden']>;

const count = (n: number, one: string, more: string): string => (n === 1 ? `1 ${one}` : `${n} ${more}`);

/** Who changed what, the board as it was, and putting it back. */
export const historyWords = {
  who: 'Wie heeft dit veranderd?',
  none: 'Hier is nog niets veranderd.',
  hidden: 'Wat er eerst stond, lezen alleen wie dit zei en de casusregisseur.',
  first: 'Eerst:',
  after: 'Daarna:',
  filled: 'Ingevuld:',
  emptied: 'Weggehaald:',
  byRestore: 'Dit kwam door terugzetten.',
  text: 'de tekst',
  older: 'Toon wat hiervoor gebeurde',
  at: (day: string, time: string) => `${day} om ${time}`,
  today: 'vandaag',
  putBackField: 'Zet dit terug',
  undo: 'Maak het terugzetten ongedaan',
  undone: 'Het terugzetten is ongedaan gemaakt.',
  restored: 'Het is teruggezet.',
  nothing: 'Er hoefde niets terug: het is al zo.',
  failed: 'Het is niet gelukt: probeer het opnieuw.',
} as const;

/** The page of the casusregisseur. */
export const asItWasWords = {
  title: 'Het bord zoals het was',
  short: 'Eerder',
  lead: 'Kies een moment. Je ziet hoe het bord toen was. Er verandert niets tot je het terugzet.',
  moments: 'Momenten',
  previous: 'Eerder moment',
  next: 'Later moment',
  empty: 'Op dit bord is nog niets gebeurd.',
  emptyThen: 'Er lag toen nog niets op tafel.',
  board: (moment: string) => `Het bord: ${moment}`,
  asList: 'Als lijst',
  ready: 'Klaar',
  justAfter: (sentence: string, name: string) => `net hierna: ${sentence} ${name}`.trim(),
  restore: 'Zet het bord terug',
  restoreTitle: 'Het bord terugzetten?',
  restoreSure:
    'Iedereen aan tafel ziet het meteen. Wat anderen intussen typen, blijft staan. Je kunt het daarna ongedaan maken.',
  back: (n: number) => `Dit komt terug (${n})`,
  stays: (n: number) => `Dit blijft zoals het nu is (${n})`,
  same: 'Het bord is nu net zo als toen.',
  changes: 'Alle veranderingen',
  showThen: 'Bekijk het bord toen',
  off: 'Van tafel gehaald',
  offLead: 'Deze kaarten liggen niet meer op tafel. Wie een kaart zelf heeft weggehaald, legt die ook zelf terug.',
  offNone: 'Er is niets van tafel gehaald.',
  offBy: (door: string, when: string) => `Weggehaald door ${door}, ${when}`,
  putBack: 'Leg terug op tafel',
  putBackDone: 'De kaart ligt weer op tafel.',
  notYours: 'Dit kan alleen wie het zelf heeft weggehaald.',
  /** A card that went to its owner: what kind it was, and whose. */
  offOf: (kind: string, naam: string) => (naam === '' ? kind : `${kind} van ${naam}`),
  wentBack: (naam: string) =>
    naam === ''
      ? 'Alleen wie de kaart heeft gemaakt, kan hem weer op tafel leggen.'
      : `Alleen ${naam} kan de kaart weer op tafel leggen.`,
} as const;

/** Takes what somebody did, and what the field is called in a sentence; says it in one sentence without a time. */
export function sayDeed({ wat, door, veld, oud, nieuw, verborgen, aantal = 0 }: HistoryItem, field: string): string {
  switch (wat) {
    case 'gemaakt':
      return `${door} heeft dit gemaakt.`;
    case 'veld':
      if (veld === undefined) return `${door} heeft dit veranderd.`;
      if (verborgen !== true && isEmpty(oud)) return `${door} heeft ${field} ingevuld.`;
      return `${door} heeft ${field} ${verborgen !== true && isEmpty(nieuw) ? 'leeggemaakt' : 'veranderd'}.`;
    case 'weg':
      return `${door} heeft dit van tafel gehaald.`;
    case 'terug':
      return `${door} heeft dit weer op tafel gelegd.`;
    case 'bevestigd':
      return `${door} heeft vastgelegd of dit zo bedoeld is.`;
    case 'plek':
      return `${door} heeft dit verplaatst.`;
    case 'tekening':
      return `${door} heeft getekend of een tekening weggehaald.`;
    case 'teruggezet':
      return `${door} heeft ${count(aantal, 'ding', 'dingen')} teruggezet zoals het was.`;
  }
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What a moment in the list is called, beside its time. */
export function sayMoment({ wat, titel = '', door = '' }: HistoryMoment): string {
  switch (wat) {
    case 'nu':
      return 'Zoals het nu is';
    case 'dag':
      return 'Aan het begin van de dag';
    case 'versie':
      return `Versie ${titel}`;
    case 'teruggezet':
      return `Nadat ${door} iets terugzette`;
  }
}

/** What happens to one thing when the board is put back. `name` is what the thing is called, `field` its field. */
export function sayRestored({ wat }: RestoredItem, name: string, field: string): string {
  switch (wat) {
    case 'opnieuw':
    case 'terug':
      return `${name}: ligt weer op tafel`;
    case 'van-tafel':
      return `${name}: gaat van tafel`;
    case 'veld':
      return `${name}: ${field}`;
    case 'plek':
      return `${name}: de plek`;
    case 'tekening':
      return 'Een tekening';
  }
}

export const reasonWords: Readonly<Record<Reason, string>> = {
  woorden: 'Dit zijn woorden van iemand anders. Alleen diegene verandert ze.',
  sindsdien: 'Iemand heeft dit net nog veranderd. Dat blijft staan.',
  'zelf-terug': 'Wie dit zei, heeft het zelf van tafel gehaald.',
  'in-gebruik': 'Iets anders op tafel hoort hierbij.',
  weg: 'Waar dit bij hoort, is er niet meer.',
  tekening: 'Dit heeft iemand anders getekend.',
  'mag-niet': 'Dit kun jij nu niet veranderen.',
};
