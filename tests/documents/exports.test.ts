import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import { hashOfVersion } from '@samenbord/server/analyses/freeze.ts';
import { toHtml } from '@samenbord/server/exports/html.ts';
import { toJson } from '@samenbord/server/exports/json.ts';
import { PdfError, toPdf } from '@samenbord/server/exports/pdf.ts';
import { boardWith, freezeBoard, readerOf, shown, statementsOf } from './frozen.ts';
import { bare, lookInto, withoutFooters } from './pdf-tools.ts';
import type { PdfSeen } from './pdf-tools.ts';

const { value, json } = freezeBoard();
const hash = hashOfVersion(json);
const positions = [
  shown('pnadia', 'Nadia', {}),
  shown('pruben', 'Ruben', { positie: 'anders', tekst: 'Ik belde wel, er nam niemand op.' }),
  shown('psanne', 'Sanne', { deel: 'geheel', positie: 'weet-niet' }),
];
const analysis = extract(value, positions, readerOf('pkarim'));
const html = toHtml(analysis, { hash });
let seen: PdfSeen;

beforeAll(async () => {
  seen = lookInto(await toPdf(analysis, { hash }));
});

test('X1 JSON, HTML and PDF carry the same hash of the version, and its number', () => {
  const data: unknown = JSON.parse(toJson(analysis, { hash }));
  expect(data).toMatchObject({ formaat: 'samenbord-analyse', hash, analyse: { nummer: 3, titel: value.titel } });
  expect(html).toContain(hash);
  expect(html).toContain('Versie 3');
  const pages = Number(/Pages:\s+(\d+)/.exec(seen.info)?.[1]);
  expect(seen.text.split(hash)).toHaveLength(pages + 1);
  expect(seen.text).toContain(`Bladzijde ${pages} van ${pages}`);
  expect(seen.text).toContain('Versie 3');
});

test('X2 the PDF holds every statement as it was typed, with whose words they are', () => {
  const text = bare(withoutFooters(seen.text));
  const lost = statementsOf(analysis)
    .flatMap((one) => [
      one.tekst,
      one.vanWie?.naam ?? '',
      ...one.details.filter((detail) => detail.letterlijk).map((detail) => detail.waarde),
    ])
    .filter((typed) => !text.includes(bare(typed)));
  expect(lost).toEqual([]);
  const others = ['Ik belde wel, er nam niemand op.', ...analysis.delen.map((part) => part.titel)];
  expect(others.filter((typed) => !text.includes(bare(typed)))).toEqual([]);
});

test('X2 the PDF is PDF/UA-1: tagged, Dutch, titled, with headings, lists, tables with headers and described pictures; no reader finds an error', () => {
  expect(seen.info).toMatch(/Tagged:\s+yes/);
  expect(seen.info).toContain('Title:           Hoe het zo gekomen is: Het gezin van Sanne en Milan');
  expect(seen.info).toMatch(/JavaScript:\s+no/);
  expect(seen.raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(seen.raw).toContain('<rdf:li>nl</rdf:li>');
  expect(seen.check).toContain('No syntax or stream encoding errors found');
  const pages = Number(/Pages:\s+(\d+)/.exec(seen.info)?.[1]);
  expect(pages).toBeGreaterThan(15);
  expect(pages).toBeLessThan(70);
  const count = (tag: string): number =>
    seen.structure.split('\n').filter((line) => line.trim().split(/[\s:]/)[0] === tag).length;
  expect(count('H1')).toBeGreaterThanOrEqual(20);
  expect(count('H2')).toBeGreaterThan(20);
  expect(count('Figure')).toBe(6);
  expect(count('TH')).toBeGreaterThan(20);
  expect(count('L')).toBeGreaterThan(1);
  expect(count('P')).toBeGreaterThan(300);
});

test('X2 words in the pictures of the PDF are text, not drawings of letters', () => {
  const genogram = analysis.delen.flatMap((part) => part.blokken).find((block) => block.soort === 'plaat');
  const names =
    genogram?.soort === 'plaat'
      ? genogram.plaat.nodes.flatMap((node) => node.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))
      : [];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !bare(seen.text).includes(bare(name)))).toEqual([]);
  expect(seen.text).toContain('1953 † 2018');
});

const strange = [
  'emoji 😀 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 en een hartje ❤️',
  'Şükrü Yıldırım, Łukasz Wójcik, Đặng Ñandú ǅ',
  'محمد علي',
  '# kop $x^2$ *vet* _cursief_ @bron <label> [inhoud] `code` \\ #let x = 1 // #read("/etc/passwd")',
  '<script>alert(1)</script><img src=x onerror=alert(2)> &amp; &#x41; "aan" \'af\' ]]> -->',
  'Hottentottententententoonstellingsterreinbeheerdersvergunningsaanvraagformulier'.repeat(4),
  `twee regels\nen een tweede\n\nen een vierde`,
  `${'Dit is een lange zin van Sanne. '.repeat(62)}klaar`,
  '中文 ไทย ⚽ ↻ → ✓ 𝔘𝔫𝔦',
];

test('X3 strange and hostile texts come out as they went in, in all three, and never stop a document', async () => {
  const table = boardWith((things) => {
    strange.forEach((tekst, index) => {
      const id = `vreemd-${index}`;
      things.set(id, {
        id,
        type: 'uitspraak',
        versie: 1,
        by: 'psanne',
        vanWie: 'sanne',
        weg: false,
        tekst,
        bron: tekst.slice(0, 60),
        soort: 'visie',
      } as Thing);
    });
    const person = things.get('bep');
    if (person?.type === 'persoon') things.set('bep', { ...person, naam: 'Bep <b>#*محمد 😀' });
  });
  const odd = extract(freezeBoard(table, 'Gezin <Ö> & #1 😀').value, positions, readerOf('psanne'));
  const data = toJson(odd, { hash });
  const page = toHtml(odd, { hash });
  const pdf = bare(withoutFooters(lookInto(await toPdf(odd, { hash })).text));
  expect(strange.filter((text) => !data.includes(JSON.stringify(text)))).toEqual([]);
  expect(/<script|<img|onerror=alert\(2\)>/.test(page)).toBe(false);
  const inPage = ['&lt;script&gt;alert(1)&lt;/script&gt;', strange[0], strange[2], strange[8]];
  expect(inPage.filter((text) => !page.includes(text ?? '?'))).toEqual([]);
  const readable = [strange[1], strange[3], strange[4], strange[5], strange[6], strange[7]];
  expect(readable.filter((text) => !pdf.includes(bare(text ?? '?')))).toEqual([]);
  expect(['😀', '👍', '⚽', '→', '✓', 'م'].filter((shape) => !pdf.includes(shape))).toEqual([]);
  expect(pdf.includes('\uFFFD')).toBe(true);
});

test('X3 no text that a card can hold stops a PDF', async () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...strange),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 40, maxLength: 60 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      async (texts, naam) => {
        const table = boardWith((things) => {
          things.clear();
          things.set('iemand', {
            id: 'iemand',
            type: 'persoon',
            versie: 1,
            by: 'pkarim',
            weg: false,
            naam,
            bijzonderheid: naam,
            indexkind: true,
          } as Thing);
          texts.forEach((tekst, index) => {
            const id = `kaart-${index}`;
            const common = { id, versie: 1, by: 'pkarim', weg: false, tekst: tekst.toWellFormed() };
            things.set(
              id,
              (index % 2 === 0
                ? { ...common, type: 'notitie', over: ['iemand'] }
                : { ...common, type: 'patroonblok', vak: 'gedrag-kind', persoon: 'iemand' }) as Thing,
            );
          });
        });
        const pdf = await toPdf(extract(freezeBoard(table).value, [], readerOf('pkarim')), { hash });
        expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
      },
    ),
    { numRuns: 12, examples: [[['x\n\u08CA\uFEFF', '\u{1F600}\u180F', '\u08CA', '\u0301\n\u20DD'], ' ']] },
  );
});

test('X4 the HTML stands alone: no script, no address of another place, one heading of the first order, headings in order, captions and headers in tables, ids once', () => {
  expect(html.startsWith('<!doctype html>\n<html lang="nl">')).toBe(true);
  expect(html).not.toMatch(/<script|javascript:|<iframe|<link|@import|url\(|src=|href="(?!#)/);
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  expect(levels.filter((level) => level === 1)).toEqual([1]);
  expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  for (const [, target] of html.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)) expect(ids).toContain(target);
  const tables = [...html.matchAll(/<table>.*?<\/table>/gs)].map(([table]) => table);
  expect(tables.length).toBeGreaterThan(8);
  for (const table of tables)
    expect(table).toMatch(/^<table><caption>.+<\/caption><thead><tr>(<th scope="col">.*?<\/th>)+<\/tr><\/thead>/s);
  expect(html.match(/<svg role="img" aria-label=/g)).toHaveLength(6);
  const text = bare(html.replaceAll('<br>', '').replaceAll(/<[^>]+>/g, ''));
  const escaped = (typed: string): string =>
    bare(typed.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;'));
  expect(statementsOf(analysis).filter((one) => !text.includes(escaped(one.tekst)))).toEqual([]);
});

test('X5 a PDF that takes too long is given up with one sentence, and the next one is made', async () => {
  const slow = toPdf(analysis, { hash }, { timeoutMs: 1 });
  await expect(slow).rejects.toThrow(PdfError);
  await expect(slow).rejects.toMatchObject({ code: 'pdf-te-lang' });
  const [one, two] = await Promise.all([toPdf(analysis, { hash }), toPdf(analysis, { hash })]);
  expect(one.length).toBeGreaterThan(100_000);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

test('X5 when the process that makes PDFs dies, who waits is told and the next one is made', async () => {
  await toPdf(analysis, { hash });
  const waits = toPdf(analysis, { hash });
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '),
  );
  const workers = children.filter(
    (id) => id !== '' && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('pdf-worker.ts'),
  );
  expect(workers).toHaveLength(1);
  process.kill(Number(workers[0]), 'SIGKILL');
  await expect(waits).rejects.toMatchObject({ code: 'pdf-mislukt' });
  expect((await toPdf(analysis, { hash })).length).toBeGreaterThan(100_000);
});

test('X6 what was cut for a reader is in none of their documents', async () => {
  const secret = 'DIT-HOUD-IK-VOOR-MEZELF';
  const kept = [...positions, shown('pfatma', 'Fatma', { positie: 'anders', tekst: secret, zichtbaar: 'alleen-ik' })];
  const hers = extract(value, kept, readerOf('pnadia'));
  const all = [toJson(hers, { hash }), toHtml(hers, { hash }), lookInto(await toPdf(hers, { hash })).text];
  const cut = [secret, 'directe-betrokkenheid', 'direct betrokken bij dezelfde hulp', 'Voor professionals.'];
  for (const one of all) expect(cut.filter((words) => bare(one).includes(bare(words)))).toEqual([]);
  expect(toJson(extract(value, kept, readerOf('pfatma')), { hash }).includes(secret)).toBe(true);
});
