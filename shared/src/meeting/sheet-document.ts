import { noSignature } from '../words/analysis.ts';
import { sheetWords as words } from '../words/after.ts';
import { sayDate, sayList } from '../words/dates.ts';
import type { Sheet } from './afterwards.ts';

/** One line that was agreed; `stil` says who, when and about whom. */
export type SheetLine = { readonly tekst: string; readonly stil: readonly string[] };
export type SheetPart = {
  readonly id: 'aanwezig' | 'afspraken' | 'veiligheid' | 'vragen' | 'volgende' | 'eerder';
  readonly titel: string;
  readonly punten: readonly SheetLine[];
  /** Said where there is nothing: an empty part is an answer too. */
  readonly leeg: string;
};
/** The sheet in words, once for the page, the PDF, the HTML file and the text of a mail. */
export type SheetDocument = {
  readonly titel: string;
  readonly regels: readonly string[];
  readonly delen: readonly SheetPart[];
  readonly slot: readonly string[];
};

/** Takes a sheet that its reader may read, gives it in words, in the order in which it is read. */
export function sheetDocument(sheet: Sheet): SheetDocument {
  const { bijeenkomst, afspraken, gewist } = sheet;
  const now = afspraken.filter(({ vandaag }) => vandaag);
  const before = afspraken.filter(({ vandaag }) => !vandaag);
  const erased = [...new Set(gewist.map((at) => sayDate(at.slice(0, 10))))];
  return {
    titel: words.titleOf(sayDate(bijeenkomst.dag)),
    regels: [
      sheet.bord,
      words.meeting(bijeenkomst.titel, bijeenkomst.van, bijeenkomst.tot),
      ...(sheet.voor === 'professionals' ? [words.professionals] : []),
      ...(erased.length > 0 ? [words.erased(sayList(erased))] : []),
    ],
    delen: [
      { id: 'aanwezig', titel: words.present, punten: whoWere(sheet), leeg: words.presentNone },
      { id: 'afspraken', titel: words.agreed, punten: now.map(agreementLine), leeg: words.agreedNone },
      { id: 'veiligheid', titel: words.safety, punten: sheet.veiligheid.map(safetyLine), leeg: words.safetyNone },
      { id: 'vragen', titel: words.questions, punten: sheet.vragen.map(questionLine), leeg: words.questionsNone },
      {
        id: 'volgende',
        titel: words.next,
        punten: sheet.volgende === undefined ? [] : [{ tekst: sayDate(sheet.volgende.dag), stil: [] }],
        leeg: words.nextNone,
      },
      ...(before.length > 0
        ? [{ id: 'eerder' as const, titel: words.before, punten: before.map(agreementLine), leeg: '' }]
        : []),
    ],
    slot: [words.frozen, noSignature],
  };
}

function whoWere({ aanwezig, ookAanwezig }: Sheet): SheetLine[] {
  const names = aanwezig.map(({ naam, organisatie }) =>
    organisatie === undefined ? naam : `${naam} (${organisatie})`,
  );
  return [
    ...(names.length > 0 ? [{ tekst: sayList(names), stil: [] }] : []),
    ...ookAanwezig.map(({ tekst }) => ({ tekst: words.also(tekst), stil: [] })),
  ];
}

const agreementLine = ({ wat, wie, wanneer }: Sheet['afspraken'][number]): SheetLine => ({
  tekst: wat,
  stil: [
    wie.trim() === '' ? words.nobody : words.who(wie),
    ...(wanneer === undefined ? [] : [words.when(sayDate(wanneer))]),
  ],
});

const safetyLine = ({ tekst, over, wie, watAls, vanaf }: Sheet['veiligheid'][number]): SheetLine => ({
  tekst,
  stil: [
    ...(over.length > 0 ? [words.about(sayList(over.map(({ naam }) => naam)))] : []),
    ...(wie.trim() === '' ? [] : [words.who(wie)]),
    ...(watAls.trim() === '' ? [] : [words.otherwise(watAls)]),
    ...(vanaf === undefined ? [] : [words.from(sayDate(vanaf))]),
  ],
});

const questionLine = ({ tekst, wie, wanneer }: Sheet['vragen'][number]): SheetLine => ({
  tekst,
  stil: [
    wie.trim() === '' ? words.nobodyFindsOut : words.findsOut(wie),
    ...(wanneer === undefined ? [] : [words.when(sayDate(wanneer))]),
  ],
});

/** The sheet as plain text for a mail. */
export function sheetText({ titel, regels, delen, slot }: SheetDocument): string {
  const parts = delen.map(({ titel: name, punten, leeg }) =>
    [name.toUpperCase(), ...(punten.length === 0 ? [leeg] : punten.flatMap(textLines))].join('\n'),
  );
  return `${[[titel, ...regels].join('\n'), ...parts, slot.join('\n')].join('\n\n')}\n`;
}

const textLines = ({ tekst, stil }: SheetLine): string[] => [
  `- ${indented(tekst)}`,
  ...stil.map((line) => `  ${indented(line)}`),
];
const indented = (text: string): string => text.trim().replaceAll(/\r\n?|\n/g, '\n  ');
