import { expect, test } from 'vitest';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Reaction, Statement } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import { toHtml } from '@samenbord/server/exports/html.ts';
import { toJson } from '@samenbord/server/exports/json.ts';
import { tooFullToDraw } from '@samenbord/shared/words/documents.ts';
import { boardWith, freezeBoard, readerOf, statementsOfPart } from './frozen.ts';

const meta = { hash: 'a'.repeat(64) };
const thing = (id: string, type: string, more: object): Thing =>
  ({ id, type, versie: 1, by: 'pnadia', weg: false, ...more }) as unknown as Thing;
const many = (count: number, make: (index: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, i) => make(i));
const analysisOf = (things: readonly Thing[]) =>
  extract(freezeBoard(boardWith((all) => things.forEach((one) => all.set(one.id, one)))).value, [], readerOf('pnadia'));

const depthOf = (reactions: readonly Reaction[]): number =>
  reactions.length === 0 ? 0 : 1 + Math.max(...reactions.map((one) => depthOf(one.reacties)));

test('V14 a row of thousands of answers on answers does not stall who reads, and every answer is there', () => {
  const row = many(3000, (i) =>
    thing(`qq-${i}`, 'reactie', { tekst: `antwoord ${i}`, op: i === 0 ? 'patroonzin' : `qq-${i - 1}` }),
  );
  const analysis = analysisOf(row);
  const answers = analysis.delen.flatMap((part) => (part.letter === 'S' ? statementsOfPart(part) : []));
  expect(new Set(answers.map((one: Statement) => one.id)).size).toBeGreaterThanOrEqual(3000);
  const said = analysis.delen.flatMap(statementsOfPart);
  expect(Math.max(...said.map((one) => depthOf(one.reacties)))).toBeLessThanOrEqual(6);
  // In proportion to what was written: without a limit this is hundreds of millions of bytes.
  expect(toJson(analysis, meta).length).toBeLessThan(12_000_000);
  expect(toHtml(analysis, meta).length).toBeLessThan(12_000_000);
});

test('V14 a view with more on it than can be drawn in good time is not drawn, says so, and stands there in words', () => {
  const blocks = many(501, (i) =>
    thing(`qq-${i}`, 'patroonblok', { tekst: `regel ${i}`, vak: 'problemen-in-het-gezin' }),
  );
  const factors = many(501, (i) =>
    thing(`ff-${i}`, 'factor', { tekst: `punt ${i}`, bron: '', kant: 'kind', waarde: 'zorg' }),
  );
  const events = many(501, (i) =>
    thing(`gg-${i}`, 'gebeurtenis', { titel: `dag ${i}`, toelichting: '', bron: '', wanneer: '2020' }),
  );
  const people = many(501, (i) => thing(`pp-${i}`, 'persoon', { naam: `mens ${i}`, bijzonderheid: '' }));
  const analysis = analysisOf([...blocks, ...factors, ...events, ...people]);
  const drawn = analysis.delen.flatMap((part) => part.blokken.filter((block) => block.soort === 'plaat'));
  // The four views, and around whom somebody stands in a sociogram.
  expect(drawn.length).toBeGreaterThanOrEqual(4);
  expect(drawn.map((one) => one.beschrijving)).toEqual(drawn.map(() => [tooFullToDraw]));
  expect(Math.max(...drawn.map((one) => one.plaat.nodes.length))).toBeLessThan(20);
  expect(toHtml(analysis, meta).includes('regel 500')).toBe(true);
});
