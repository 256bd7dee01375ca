import { expect, test } from 'vitest';
import { sheetDocument, sheetText } from '@samenbord/shared/meeting/sheet-document.ts';
import type { SheetDocument } from '@samenbord/shared/meeting/sheet-document.ts';
import type { Sheet } from '@samenbord/shared/meeting/afterwards.ts';
import { sheetToHtml } from '@samenbord/server/exports/agreements-html.ts';
import { sheetToPdf } from '@samenbord/server/exports/pdf.ts';
import { bare, lookInto } from './pdf-tools.ts';

const base: Sheet = {
  formaat: 'samenbord-afspraken',
  schema: 1,
  bord: 'Gezin Berg',
  bijeenkomst: { nummer: 2, titel: 'Netwerkberaad', dag: '2026-11-22', van: '19:02', tot: '20:31' },
  voor: 'tafel',
  aanwezig: [
    { naam: 'Karim', organisatie: 'Lokaal team', deelnemer: 'pkarim' },
    { naam: 'Nadia', deelnemer: 'pnadia' },
  ],
  ookAanwezig: [],
  afspraken: [],
  veiligheid: [],
  vragen: [],
  gewist: [],
};
const agreement = (id: string, wat: string, vandaag = true): Sheet['afspraken'][number] => ({
  id,
  wat,
  wie: 'Nadia',
  wanneer: '2026-12-01',
  vandaag,
});
const full: Sheet = {
  ...base,
  afspraken: [agreement('aaa', 'Sanne belt haar mentor'), agreement('bbb', 'Oma kookt donderdag', false)],
  veiligheid: [
    {
      id: 'ccc',
      tekst: 'Bij ruzie gaat Sanne naar oma.\nOma doet open.',
      over: [{ id: 'sanne', naam: 'Sanne' }],
      wie: 'Nadia en Ruben',
      watAls: 'dan bellen we Karim',
      vanaf: '2026-11',
      vandaag: true,
    },
  ],
  vragen: [{ id: 'ddd', tekst: 'Welke school past?', wie: '', wanneer: '2027' }],
  volgende: { dag: '2026-12-13', ding: 'eee' },
};
const pagesOf = (info: string): number => Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
const pdfOf = async (doc: SheetDocument) => lookInto(await sheetToPdf(doc, '2026-11-22'));
const wordsOf = ({ titel, regels, delen, slot }: SheetDocument): string[] => [
  titel,
  ...regels,
  ...delen.flatMap((part) => [
    part.titel,
    ...(part.punten.length === 0 ? [part.leeg] : part.punten.flatMap(({ tekst, stil }) => [tekst, ...stil])),
  ]),
  ...slot,
];

test('X10 the agreements of a meeting are one A4: a tagged PDF in Dutch with a title, headings and lists', async () => {
  const { info, structure, check, raw } = await pdfOf(sheetDocument(full));
  expect(pagesOf(info)).toBe(1);
  expect(info).toMatch(/Page size:\s+595[^\n]*A4/);
  expect(info).toContain('Title:           Afspraken van 22 november 2026');
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(raw).toContain('/Lang (nl)');
  expect(raw).toContain('pdfuaid:part>1');
  for (const tag of ['H1', 'L', 'LI', 'P']) expect(structure).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
  expect(check).toContain('No syntax or stream encoding errors found');
});

test('X10 what does not fit on one A4 goes on a second page, and the first one says so', async () => {
  const afspraken = Array.from({ length: 24 }, (_, index) =>
    agreement(`a-${index}`, `Afspraak nummer ${index} van vandaag`),
  );
  const doc = sheetDocument({ ...full, afspraken });
  const { info, text } = await pdfOf(doc);
  expect(pagesOf(info)).toBe(2);
  const [first = '', second = ''] = text.split('\f');
  expect(first).toContain('Lees verder op bladzijde 2.');
  expect(first).toContain('Bladzijde 1 van 2');
  expect(second).not.toContain('Lees verder');
  for (const said of wordsOf(doc)) expect(bare(text)).toContain(bare(said));
  expect((await pdfOf(sheetDocument(full))).text).not.toContain('Lees verder');
});

test('X11 PDF, HTML and the text of a mail say the same, word for word as it was typed, and empty parts say that they are empty', async () => {
  for (const sheet of [full, base, { ...base, voor: 'professionals' as const, gewist: ['2026-12-03T10:00:00.000Z'] }]) {
    const doc = sheetDocument(sheet);
    const html = bare(
      sheetToHtml(doc)
        .replaceAll('<br>', '')
        .replaceAll(/<[^>]*>/g, ''),
    );
    const [pdf, mail] = [bare((await pdfOf(doc)).text), bare(sheetText(doc))];
    for (const said of wordsOf(doc)) {
      expect(pdf).toContain(bare(said));
      expect(html).toContain(bare(said));
      expect(mail.toLowerCase()).toContain(bare(said).toLowerCase());
    }
  }
});

test('X11 what people type is text: no markup, no formula, no command of the typesetter', async () => {
  const nasty = [
    '<img src=x onerror=alert(1)>',
    '#import "/etc/passwd": *',
    '#read("data.json")',
    '*vet* _schuin_ $x^2$ `code` @ref <label> \\u{41}',
    '=HYPERLINK("http://x.example")',
    'een\nregel\u2028eronder',
    '\u202Eomgekeerd',
    'x'.repeat(300),
  ];
  for (const [index, text] of nasty.entries()) {
    const doc = sheetDocument({ ...base, bord: text, afspraken: [{ ...agreement('aaa', text), wie: text }] });
    const { text: pdf } = await pdfOf(doc);
    const html = sheetToHtml(doc);
    expect(html).not.toMatch(/<img|<script/);
    expect(bare(pdf)).toContain(index < 5 ? bare(text) : '');
    expect(sheetText(doc)).toContain('Wie: ');
  }
});
