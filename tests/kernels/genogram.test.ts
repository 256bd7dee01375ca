import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import {
  boardOf,
  boxOf,
  child,
  couple,
  families,
  largeFamily,
  middleOf,
  overlapping,
  person,
  stepfamily,
  symbolOf,
  thing,
  today,
} from './families.ts';

const draw = (things: readonly Thing[]): ViewPicture => genogramPicture(boardOf(things), { today });
const linksOf = (things: readonly Thing[]): ThingOfType<'ouder-kind'>[] =>
  things.filter((each) => each.type === 'ouder-kind');

test('K4 everybody is drawn exactly once, whatever is said about them', () => {
  fc.assert(
    fc.property(families({ ordered: false }), (things) => {
      const people = things.filter((each) => each.type === 'persoon').map((each) => each.id);
      expect(
        draw(things)
          .nodes.map((node) => node.id)
          .sort(),
      ).toEqual(people.sort());
    }),
    { numRuns: 150 },
  );
});

test('K5 children stand below each of their parents', () => {
  fc.assert(
    fc.property(families({ ordered: true }), (things) => {
      const picture = draw(things);
      for (const link of linksOf(things)) {
        for (const parent of link.ouders ?? [])
          expect(symbolOf(picture, link.kind ?? '').y).toBeGreaterThan(symbolOf(picture, parent).y + 56);
      }
    }),
    { numRuns: 150 },
  );
});

test('K6 no symbol or name lies over another', () => {
  fc.assert(
    fc.property(families({ ordered: false }), (things) => {
      expect(overlapping(draw(things))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('K7 brothers and sisters stand in the order of their births', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1980, max: 2020 }), { minLength: 2, maxLength: 6 }),
      families({ ordered: true, most: 8 }),
      (years, others) => {
        const siblings = years.map((year, index) => person(`telg-${index}`, String(year)));
        const things = [
          ...others,
          person('ma'),
          person('pa'),
          couple('ma', 'pa'),
          ...siblings,
          ...years.map((_, index) => child(`telg-${index}`, ['ma', 'pa'])),
        ];
        const picture = draw(things);
        const byAge = years
          .map((year, index) => ({ year, x: middleOf(picture, `telg-${index}`).x }))
          .sort((a, b) => a.year - b.year);
        expect(byAge.map(({ x }) => x)).toEqual(byAge.map(({ x }) => x).sort((a, b) => a - b));
      },
    ),
    { numRuns: 80 },
  );
});

test('K8 who was put somewhere by hand stands exactly there, and the others make room', () => {
  const spot = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -600, max: 600 }) });
  fc.assert(
    fc.property(
      families({ ordered: false }),
      fc.array(fc.tuple(fc.nat({ max: 13 }), spot), { maxLength: 5 }),
      (things, moves) => {
        const placed = new Map(moves.map(([at, place]) => [`mens-${at}`, place]));
        const picture = genogramPicture(
          boardOf(
            things,
            [...placed].map(([id, place]) => ['genogram', id, place] as const),
          ),
          { today },
        );
        for (const node of picture.nodes) {
          const place = placed.get(node.id);
          expect(node.placed).toBe(place !== undefined);
          if (place === undefined) continue;
          expect(node.box.x + node.box.width / 2).toBeCloseTo(place.x, 6);
          expect(node.box.y + node.box.height / 2).toBeCloseTo(place.y, 6);
        }
        const both = (pair: string): boolean => pair.split(' ').every((id) => placed.has(id));
        expect(overlapping(picture).filter((pair) => !both(pair))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test('K8 putting one person where the drawing already has them moves nobody', () => {
  const before = draw(stepfamily);
  const after = genogramPicture(boardOf(stepfamily, [['genogram', 'nadia', middleOf(before, 'nadia')]]), { today });
  for (const node of before.nodes) {
    expect(Math.abs(middleOf(after, node.id).x - middleOf(before, node.id).x)).toBeLessThan(1);
    expect(middleOf(after, node.id).y).toBeCloseTo(middleOf(before, node.id).y, 1);
  }
});

test('K16 what is off the table is not drawn, and a line with a missing end is left out', () => {
  const things = [
    person('ma'),
    thing('persoon', 'weg', { naam: 'Weg', weg: true }),
    couple('ma', 'weg'),
    child('ma', ['weg']),
    thing('notitie', 'note', { tekst: 'hallo' }),
  ];
  const board = boardOf([
    ...things,
    thing('huishouden', 'huis', { leden: ['weg', 'nooit'] }),
    thing('relatielijn', 'tie', { van: 'ma', naar: 'weg', soort: 'hecht' }),
  ]);
  const picture = genogramPicture(board, { today });
  expect(picture.nodes.map((node) => node.id)).toEqual(['ma']);
  expect(picture.lines).toEqual([]);
  const withCard = genogramPicture(boardOf(things, [['genogram', 'note', { x: 50, y: 300 }]]), { today });
  expect(middleOf(withCard, 'note')).toEqual({ x: 50, y: 300 });
  expect(boxOf(withCard, 'note').width).toBe(240);
});

test('K10 a large family is laid out whole: everybody has a place of their own', () => {
  for (const count of [40, 120]) {
    const picture = draw(largeFamily(count));
    const people = picture.nodes.filter(({ id }) => id.startsWith('mens-'));
    expect(new Set(people.map(({ id }) => id)).size).toBe(count);
    expect(overlapping(picture)).toEqual([]);
  }
});
