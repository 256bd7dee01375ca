import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { checksAbout, checksOf } from '@samenbord/shared/genogram/checks.ts';
import { boardOf as boardOfFamily } from '../families/board-of.ts';
import { boardOf, child, couple, families, person, thing } from './families.ts';

const codes = (...things: Thing[]): string[] => checksOf(boardOf(things)).map(({ code }) => code);
const asked = (...things: Thing[]): string[] => checksOf(boardOf(things)).map(({ question }) => question);
const stay = (kind: string, ouder: string, periode?: string): Thing =>
  ({ ...child(kind, [ouder], 'pleeg'), periode }) as Thing;

test('K95 nothing is asked about the example family', () => {
  expect(checksOf(boardOfFamily(exampleFamily()))).toEqual([]);
});

test('K95 who is an own ancestor is asked about once, with the ties of the ring', () => {
  const ring = checksOf(
    boardOf([
      person('an'),
      person('bo'),
      person('cas'),
      child('an', ['bo']),
      child('bo', ['cas']),
      child('cas', ['an']),
    ]),
  );
  expect(ring.map(({ code, ids, people }) => [code, ids, people])).toEqual([
    ['eigen-voorouder', ['kind-an-bo', 'kind-bo-cas', 'kind-cas-an', 'an'], ['an', 'bo', 'cas']],
  ]);
  expect(ring[0]?.question).toBe('Klopt het dat An bij de eigen ouders of voorouders staat?');
});

test('K95 ages: a parent younger than the child, a birth parent of ten, a mother of seventy; never a foster mother of seventy, and never on a date that can be right', () => {
  const born = (parent: string | undefined, soort?: 'pleeg', more = {}): string[] =>
    asked(person('an', parent, more), person('bo', '2012'), child('bo', ['an'], soort ?? 'biologisch'));
  expect(born('2013')).toEqual(['Klopt het dat An jonger is dan Bo?']);
  expect(born('2013', 'pleeg')).toEqual(['Klopt het dat An jonger is dan Bo?']);
  expect(born('2002')).toEqual(['Klopt het dat An 10 jaar was toen Bo geboren werd?']);
  expect(born('1940', undefined, { geslacht: 'vrouw' })).toEqual([
    'Klopt het dat An 71 jaar was toen Bo geboren werd?',
  ]);
  expect(born('1940', undefined, { geslacht: 'man' })).toEqual([]);
  expect(born('1940', 'pleeg', { geslacht: 'vrouw' })).toEqual([]);
  for (const fine of ['1990', '2012', '2001~', undefined]) expect(born(fine, 'pleeg')).toEqual([]);
  for (const fine of ['1990', '2000', '2001~', undefined]) expect(born(fine)).toEqual([]);
});

test('K95 death before birth, a child long after a death, a union before a birth, after a death, or over before it began', () => {
  expect(codes(person('an', '2000', { overleden: '1999' }))).toEqual(['dood-voor-geboorte']);
  expect(codes(person('an', '2000', { overleden: '2000' }))).toEqual([]);
  const late = (geboren: string): string[] =>
    codes(person('an', '1980', { overleden: '2010-01' }), person('bo', geboren), child('bo', ['an']));
  expect([late('2012'), late('2010-10'), late('2010')]).toEqual([['kind-na-overlijden'], [], []]);
  const union = (fields: object): string[] =>
    codes(person('an', '1980'), person('bo', '1985', { overleden: '2010' }), couple('an', 'bo', fields));
  expect(union({ begonnen: '1984' })).toEqual(['relatie-voor-geboorte']);
  expect(union({ begonnen: '2011' })).toEqual(['relatie-na-overlijden']);
  expect(union({ begonnen: '2009', geeindigd: '2008' })).toEqual(['relatie-voorbij-voor-begin']);
  expect(union({ begonnen: '2010', geeindigd: '2010' })).toEqual([]);
});

test('K95 two foster stays at once, twins with other birthdays, three biological parents', () => {
  const homes = (first?: string, second?: string): string[] =>
    codes(person('an'), person('bo'), person('kim'), stay('kim', 'an', first), stay('kim', 'bo', second));
  expect(homes('2014/2016', '2015/..')).toEqual(['pleeg-tegelijk']);
  expect(homes('2014/2016', '2016/..')).toEqual([]);
  expect(homes('2014/2016')).toEqual([]);
  const twins = (one: string, two: string): string[] =>
    codes(person('an', one), person('bo', two), thing('meerling', 'tweeling', { kinderen: ['an', 'bo'] }));
  expect([twins('2014-03-02', '2014-05-09'), twins('2014-03-02', '2014-03-03'), twins('2014', '2014-03')]).toEqual([
    ['meerling-andere-dag'],
    [],
    [],
  ]);
  const parents = [person('an'), person('bo'), person('cas'), person('kim')];
  expect(codes(...parents, child('kim', ['an', 'bo']), child('kim', ['cas']))).toEqual(['meer-dan-twee-ouders']);
  expect(codes(...parents, child('kim', ['an']), child('kim', ['bo']), child('kim', ['cas'], 'donor'))).toEqual([]);
});

test('K95 any family gives questions and never an error; each names things of the board, and is gone when they are', () => {
  fc.assert(
    fc.property(families({ ordered: false }), (things) => {
      const checks = checksOf(boardOf(things));
      const ids = new Set(things.map(({ id }) => id));
      for (const each of checks) {
        expect([...each.ids, ...each.people].filter((id) => !ids.has(id))).toEqual([]);
        expect(each.question).toMatch(/^Klopt het dat .*\?/su);
        expect(checksAbout(checks, each.ids[0] ?? '')).toContain(each);
        const gone = new Set(each.ids);
        const after = checksOf(boardOf(things.filter(({ id }) => !gone.has(id))));
        expect(after.filter(({ code, people }) => code === each.code && people.join() === each.people.join())).toEqual(
          [],
        );
      }
    }),
    { numRuns: 200 },
  );
});
