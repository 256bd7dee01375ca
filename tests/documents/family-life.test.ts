import { expect, test } from 'vitest';
import { chronology } from '@samenbord/client/lists/pure/chronology.ts';
import { describeFacts } from '@samenbord/shared/genogram/person-text.ts';
import { lifeOf } from '@samenbord/shared/tijdlijn/life.ts';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import { board, freezeBoard, readerOf } from './frozen.ts';

const tables = extract(freezeBoard().value, [], readerOf('pkarim')).delen.flatMap(({ blokken }) =>
  blokken.flatMap((block) => (block.soort === 'tabel' ? [block] : [])),
);
const rowsOf = (column: string) => tables.find(({ kolommen }) => kolommen.includes(column))?.rijen ?? [];

test('K97 what the genogram tells stands in the list of the phone and in the analysis as well, in order of time', () => {
  const told = lifeOf(board).map(({ text }) => text);
  expect(told.length).toBeGreaterThan(5);
  const listed = chronology(board).flatMap(({ moments }) => moments.flatMap((moment) => moment.told ?? []));
  expect(listed.toSorted()).toEqual(told.toSorted());
  const written = tables.flatMap(({ rijen }) => rijen.map(({ cellen }) => cellen[1] ?? ''));
  expect(told.filter((text) => !written.includes(`${text}.`))).toEqual([]);
});

test("K96 part C says each child in sentences, without what is somebody's own words", () => {
  const rows = rowsOf('Wie het is, met wie, en waar het woonde');
  expect(rows.map(({ cellen: [naam] }) => naam)).toEqual(['Sanne', 'Milan']);
  const today = Math.floor(Date.parse('2026-11-22') / 86_400_000);
  expect(rows[1]?.cellen[1]).toBe(describeFacts(board, 'milan', today).join('\n'));
  expect(rows[1]?.cellen[1]).toContain('woont met Anneke en Paul');
  expect(rows[1]?.cellen[1]).not.toContain('Ik mis hem');
});
