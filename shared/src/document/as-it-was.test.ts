import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { theBeginning, boardAt, momentAt, readMoment, writeMoment } from './as-it-was.ts';
import type { HistoryRow } from './as-it-was.ts';
import { changesOf } from './as-it-was-changes.ts';
import { hunksBetween, mergedText } from './restore-text.ts';

const gedeeld = { kind: 'gedeeld' } as const;
const row = (seq: number, thing: string, field: string, value?: unknown, by = 'pkarim', at = seq): HistoryRow => ({
  epoch: 1,
  seq,
  by,
  at: new Date(Date.UTC(2026, 0, 5, 9) + at * 1000).toISOString(),
  thing,
  field,
  ...(value !== undefined && { value }),
});
const made = (
  seq: number,
  id: string,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  by = 'pkarim',
  at = seq,
) =>
  Object.entries({ type, versie: 1, by, weg: false, ...fields }).map(([field, value]) =>
    row(seq, id, field, value, by, at),
  );

test('D41 a change is what somebody did in one go, with the text before and after, whoever else was busy', () => {
  const rows = [
    ...made(1, 'brief', 'notitie', { tekst: '' }),
    row(2, 'brief', 'tekst', 'S'),
    row(3, 'zin', 'tekst', 'x', 'pnadia'),
    row(4, 'brief', 'tekst', 'Sa'),
    row(5, 'brief', 'tekst', 'Sam'),
    row(6, 'genogram:brief', 'places', { x: 1, y: 1 }),
    row(7, 'genogram:brief', 'places', { x: 9, y: 9 }),
    row(8, 'brief', 'tekst', 'Same', 'pnadia'),
    row(9, 'brief', 'tekst', 'Samen'),
    row(10, 'brief', 'tekst', 'Samen!', 'pkarim', 600),
    row(11, 'brief', 'tekst', 'Samen', 'pkarim', 605),
    row(12, 'brief', 'weg', true, 'pkarim', 700),
    row(13, 'brief', 'weg', false, 'pkarim', 701),
  ];
  const told = changesOf(rows).map(({ kind, thing, by, before, after, since, until }) => [
    kind,
    thing,
    by,
    before,
    after,
    since.seq,
    until.seq,
  ]);
  expect(told).toEqual([
    ['gemaakt', 'brief', 'pkarim', undefined, undefined, 1, 1],
    ['veld', 'brief', 'pkarim', '', 'Sam', 2, 5],
    ['veld', 'zin', 'pnadia', undefined, 'x', 3, 3],
    ['plek', 'genogram:brief', 'pkarim', undefined, { x: 9, y: 9 }, 6, 7],
    ['veld', 'brief', 'pnadia', 'Sam', 'Same', 8, 8],
    ['veld', 'brief', 'pkarim', 'Same', 'Samen', 9, 9],
    ['weg', 'brief', 'pkarim', false, true, 12, 12],
    ['terug', 'brief', 'pkarim', true, false, 13, 13],
  ]);
  const alone = changesOf(rows, new Set(['1.4'])).filter(({ field, by }) => field === 'tekst' && by === 'pkarim');
  expect(alone.map(({ since, until }) => [since.seq, until.seq])).toEqual([
    [2, 2],
    [4, 4],
    [5, 5],
    [9, 9],
  ]);
});

test('D40 a moment stands in an address and is found by the clock', () => {
  expect(readMoment(writeMoment({ epoch: 3, seq: 120 }))).toEqual({ epoch: 3, seq: 120 });
  for (const text of ['', '3', '3.', '-1.2', '1.2.3', '1e3.4', '9999999999.1'])
    expect(readMoment(text)).toBeUndefined();
  const rows = [row(1, 'a', 'weg', true), row(5, 'a', 'weg', false)];
  const at = (seconds: number) => momentAt(rows, new Date(Date.UTC(2026, 0, 5, 9) + seconds * 1000).toISOString());
  expect([at(0), at(1), at(4.9), at(5), at(99)].map(({ seq }) => seq)).toEqual([0, 1, 1, 5, 5]);
  expect(momentAt([], '2026-01-01T00:00:00Z')).toEqual(theBeginning);
});

test('D40 of a thing that was made again nothing is left of what it was, and of what is gone no reference', () => {
  const rows = [
    ...made(1, 'anna', 'persoon', { naam: 'Anna', geboren: '1980', bijzonderheid: '' }),
    ...made(2, 'kaart', 'notitie', { tekst: 'x', over: ['anna', 'gewist'] }),
    ...made(3, 'anna', 'persoon', { naam: 'Anna B', bijzonderheid: '' }),
  ];
  const at = (seq: number) => boardAt(rows, { epoch: 1, seq }, gedeeld);
  expect(at(2).things.get('kaart')).toMatchObject({ over: ['anna'] });
  expect(at(2).things.get('anna')).toMatchObject({ naam: 'Anna', geboren: '1980' });
  expect(at(3).things.get('anna')).not.toHaveProperty('geboren');
  expect(at(0).things.size).toBe(0);
});

const short = fc.string({ maxLength: 30, unit: fc.constantFrom('a', 'b', ' ', '😀', 'é', '\n') });

test('D42 the pieces between two texts turn one into the other, and whole characters only', () => {
  fc.assert(
    fc.property(short, short, (before, after) => {
      const hunks = hunksBetween(before, after);
      let text = before;
      for (const { at, remove, insert } of hunks.toReversed()) {
        expect(text.slice(at, at + remove.length)).toBe(remove);
        text = text.slice(0, at) + insert + text.slice(at + remove.length);
      }
      expect(text).toBe(after);
      for (const { remove, insert } of hunks)
        expect([remove.isWellFormed(), insert.isWellFormed()]).toEqual([true, true]);
      const ends = hunks.map(({ at, remove }) => at + remove.length);
      expect(hunks.slice(1).every(({ at }, index) => at > (ends[index] ?? 0))).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(hunksBetween('Wij eten samen.', 'Wij eten vaak samen thuis.')).toHaveLength(2);
  const long = (word: string) => `${word} `.repeat(800);
  expect(hunksBetween(long('ja'), long('nee')).length).toBeGreaterThan(0);
});

test('D42 what others typed since somebody looked stays whole when a text is brought back', () => {
  expect(mergedText('Wij eten nooit samen.', 'Wij eten nooit samen. Soms wel.', 'Wij eten samen.')).toBe(
    'Wij eten samen. Soms wel.',
  );
  fc.assert(
    fc.property(short, short, fc.nat(30), (seen, wanted, at) => {
      const place = [...seen].slice(0, at).join('').length;
      const now = `${seen.slice(0, place)}[MIJN]${seen.slice(place)}`;
      const merged = mergedText(seen, now, wanted);
      expect(merged).toContain('[MIJN]');
      expect(merged.replace('[MIJN]', '')).toBe(wanted);
    }),
    { numRuns: 200 },
  );
});
