import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from '@samenbord/shared/board/board.ts';
import { kinOf } from '@samenbord/shared/genogram/family.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { softPlaces, tidyPlaces } from '@samenbord/shared/genogram/tidy.ts';
import { boardOf, families, middleOf, overlapping, symbolOf, thing, today } from './families.ts';
import { grownFamily } from './grown-family.ts';

const spot = fc.record({
  x: fc.oneof(fc.integer({ min: -700, max: 700 }), fc.constant(0)),
  y: fc.oneof(fc.integer({ min: -500, max: 500 }), fc.constant(0)),
});
const places = fc.array(fc.tuple(fc.nat({ max: 15 }), spot, fc.boolean()), { maxLength: 16 });

test('K41 whatever is said about people and wherever their places lie, everybody is drawn once and nobody lies over another', () => {
  fc.assert(
    fc.property(families({ ordered: false }), places, (things, puts) => {
      const all = [
        ...things,
        thing('zwangerschap', 'mens-14', { ouders: ['mens-0', 'mens-1'], soort: 'miskraam' }),
        thing('meerling', 'samen', { kinderen: ['mens-2', 'mens-3', 'mens-4'], soort: 'eeneiig' }),
      ];
      const put = new Map(
        puts.map(([at, { x, y }, soft]): [string, Place] => [`mens-${at}`, soft ? { x, y, los: true } : { x, y }]),
      );
      const board = boardOf(
        all,
        [...put].map(([id, place]) => ['genogram', id, place] as const),
      );
      const picture = genogramPicture(board, { today });
      const { people, unborn } = kinOf(board);
      expect(picture.nodes.map(({ id }) => id).sort()).toEqual([...people.keys(), ...unborn.keys()].sort());
      const byHand = (id: string): boolean => put.has(id) && put.get(id)?.los !== true;
      for (const { id, placed } of picture.nodes) {
        expect(placed).toBe(byHand(id));
        if (!placed) continue;
        expect(middleOf(picture, id).x).toBeCloseTo(put.get(id)?.x ?? NaN, 6);
        expect(middleOf(picture, id).y).toBeCloseTo(put.get(id)?.y ?? NaN, 6);
      }
      expect(overlapping(picture).filter((pair) => !pair.split(' ').every(byHand))).toEqual([]);
      for (const [id, place] of [...softPlaces(board), ...tidyPlaces(board)]) {
        expect(byHand(id)).toBe(false);
        expect(Number.isFinite(place.x) && Number.isFinite(place.y)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('K42 whoever is taken away, nobody else moves', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 3, max: 30 }), fc.nat(), (seed, count, which) => {
      const things = grownFamily(seed, count);
      const soft = [...softPlaces(boardOf(things))].map(([id, place]) => ['genogram', id, place] as const);
      const before = genogramPicture(boardOf(things, soft), { today });
      const people = [...kinOf(boardOf(things)).people.keys()];
      const gone = people[which % people.length] ?? '';
      const after = genogramPicture(
        boardOf(
          things.filter(({ id }) => id !== gone),
          soft,
        ),
        { today },
      );
      for (const { id } of after.nodes) {
        expect([id, Math.round(middleOf(after, id).x)]).toEqual([id, Math.round(middleOf(before, id).x)]);
        expect([id, Math.abs(symbolOf(after, id).y - symbolOf(before, id).y) < 2]).toEqual([id, true]);
      }
    }),
    {
      numRuns: 60,
      examples: [
        [1448256951, 29, 2],
        [1653643849, 6, 945217929],
        [2147483640, 27, 341850988],
      ],
    },
  );
});
