import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { kinOf } from '@samenbord/shared/genogram/family.ts';
import { generationsOf } from '@samenbord/shared/genogram/generations.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { placesAfterEdit, softPlaces } from '@samenbord/shared/genogram/tidy.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, child, couple, middleOf, overlapping, person, symbolOf, today } from './families.ts';
import { grownFamily } from './grown-family.ts';
import { loss, named } from './kin-families.ts';
import { measure } from './kin-measures.ts';

const draw = (board: Board): ViewPicture => genogramPicture(board, { today });
const withPlaces = (board: Board, places: ReadonlyMap<string, Place>): Board => ({
  ...board,
  places: new Map([...board.places, ...[...places].map(([id, place]) => [placeKey('genogram', id), place] as const)]),
});
const withThings = (board: Board, things: readonly Thing[]): Board => ({
  ...board,
  things: new Map([...board.things, ...things.map((each) => [each.id, each] as const)]),
});
const halfSlot = 74;

/** A relative who comes in beside somebody: the new thing and its tie. */
type Edit = {
  readonly kind: 'kind' | 'partner' | 'ouder' | 'telg' | 'verlies';
  readonly beside: number;
  readonly year: number;
};
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('kind', 'partner', 'ouder', 'telg', 'verlies'),
  beside: fc.nat(),
  year: fc.integer({ min: 1930, max: 2025 }),
});

function added(board: Board, { kind, beside, year }: Edit): Thing[] {
  const kin = kinOf(board);
  const people = [...kin.people.keys()];
  const id = people[beside % people.length] ?? '';
  const parents = kin.families.find((family) => family.parents.includes(id))?.parents ?? [id];
  const home = kin.home.get(id)?.parents;
  const born = year % 7 === 0 ? undefined : String(year);
  switch (kind) {
    case 'kind':
      return [person('nieuw', born), child('nieuw', [...parents])];
    case 'partner':
      return [person('nieuw', born), couple(id, 'nieuw')];
    case 'ouder':
      return [person('nieuw', born), child(id, ['nieuw'], home === undefined ? 'biologisch' : 'pleeg')];
    case 'telg':
      return home === undefined
        ? [person('nieuw', born), child(id, ['nieuw'])]
        : [person('nieuw', born), child('nieuw', [...home])];
    default:
      return [loss('nieuw', [...parents], born)];
  }
}

/** Who was there before stands in the same order, moved half a slot at most, and on the same row. */
function expectRoomMade(before: ViewPicture, after: ViewPicture, sameRows: boolean): void {
  const old = before.nodes.map(({ id }) => id);
  for (const id of old)
    expect([id, Math.abs(middleOf(after, id).x - middleOf(before, id).x) <= halfSlot + 0.5]).toEqual([id, true]);
  const level = Map.groupBy(old, (id) => Math.round(symbolOf(before, id).y));
  for (const row of level.values()) {
    const now = (id: string): { x: number; y: number } => symbolOf(after, id);
    if (sameRows) expect(new Set(row.map((id) => Math.round(now(id).y))).size).toBeLessThanOrEqual(1);
    const left = row.toSorted((a, b) => middleOf(before, a).x - middleOf(before, b).x);
    const pairs = left.slice(1).filter((id, at) => Math.abs(now(id).y - now(left[at] ?? '').y) < 1);
    for (const id of pairs) expect([id, now(id).x > now(left[left.indexOf(id) - 1] ?? '').x]).toEqual([id, true]);
  }
}

const rowCount = (board: Board): number => new Set(generationsOf(kinOf(board)).values()).size;

function expectEdit(rest: Board, edits: Edit): void {
  const things = added(rest, edits);
  const after = withThings(rest, things);
  const written = withPlaces(after, placesAfterEdit(rest, after));
  const [before, now] = [draw(rest), draw(written)];
  expectRoomMade(before, now, rowCount(rest) === rowCount(after));
  expect(softPlaces(written).size).toBe(0);
  const unwritten = draw(after);
  for (const { id } of now.nodes)
    expect([id, Math.abs(middleOf(unwritten, id).x - middleOf(now, id).x) < 1.5]).toEqual([id, true]);
}

const rested = (things: readonly Thing[]): Board => {
  const board = boardOf(things);
  return withPlaces(board, softPlaces(board));
};

test('K35 soft places keep the drawing as it stands: nobody moves when they are written, and there is nothing more to write', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
      const board = boardOf(grownFamily(seed, count));
      const rest = withPlaces(board, softPlaces(board));
      expect([...softPlaces(rest)]).toEqual([]);
      const [before, after] = [draw(board), draw(rest)];
      for (const { id } of before.nodes) {
        expect(Math.abs(middleOf(before, id).x - middleOf(after, id).x)).toBeLessThan(1);
        expect(Math.abs(middleOf(before, id).y - middleOf(after, id).y)).toBeLessThan(1);
      }
    }),
    { numRuns: 40 },
  );
});

test('K36 whoever is added, nobody else moves more than half a slot or changes places, and rows stay', () => {
  for (const things of Object.values(named)) {
    for (const kind of ['kind', 'partner', 'ouder', 'telg', 'verlies'] as const)
      for (let beside = 0; beside < 30; beside += 7) expectEdit(rested(things), { kind, beside, year: 1990 + beside });
  }
});

test('K36 whoever is added to a family that grew by chance, nobody else moves more than half a slot or changes places', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 40 }), edit, (seed, count, edits) => {
      const rest = rested(grownFamily(seed, count));
      expectEdit(rest, edits);
      const things = [...rest.things.values(), ...added(rest, edits)];
      const now = draw(withThings(rest, things));
      expect(overlapping(now)).toEqual([]);
      expect(measure(things, now).birthOrder).toBe(0);
      expect(measure(things, now).twinsApart).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('K37 the same holds when some were put by hand: they stand exactly there, and whoever is added makes nobody else move much', () => {
  const hands = fc.array(fc.tuple(fc.nat(), fc.integer({ min: -260, max: 260 }), fc.integer({ min: -160, max: 160 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 30 }), hands, edit, (seed, count, moves, edits) => {
      const cold = rested(grownFamily(seed, count));
      const people = [...kinOf(cold).people.keys()];
      const picture = draw(cold);
      const byHand = new Map(
        moves.map(([at, dx, dy]): [string, Place] => {
          const id = people[at % people.length] ?? '';
          const { x, y } = middleOf(picture, id);
          return [id, { x: x + dx, y: y + dy }];
        }),
      );
      const put = withPlaces(cold, byHand);
      const rest = withPlaces(put, softPlaces(put));
      expectEdit(rest, edits);
      const after = draw(withThings(rest, added(rest, edits)));
      for (const [id, place] of byHand) {
        expect(middleOf(after, id).x).toBeCloseTo(place.x, 6);
        expect(middleOf(after, id).y).toBeCloseTo(place.y, 6);
      }
      const apart = overlapping(after).filter((pair) => !pair.split(' ').every((id) => byHand.has(id)));
      expect(apart).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
