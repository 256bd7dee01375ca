import { overlaps } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import { isKin } from './family.ts';
import type { Kin } from './family.ts';
import { inOrder } from './fit.ts';

const [looseSlot, animalSlot, rowHeight, perRow] = [170, 140, 190, 8];
/** From the middle of the lowest symbol to the first row of people without a tie. */
const below = 184;
const kringen = ['gezin', 'familie', 'netwerk', 'professional', undefined] as const;

type Places = ReadonlyMap<string, Point>;
/** The box of somebody whose symbol stands at a point. */
export type BoxAt = (id: string, at: Point) => Box;

/**
 * Gives those who stand in no row a place under the family: animals below whom they belong to, then people without a tie to anyone, family
 * first and professionals last. Who has a soft place keeps it, unless the family has grown down to there.
 */
export function placeLoose(kin: Kin, at: Map<string, Point>, hand: Places, soft: Places, boxAt: BoxAt): void {
  const tied = isKin(kin);
  const people = [...kin.people.values()]
    .filter(({ id }) => !tied(id) && boxAt(id, origin).width > 0)
    .sort((a, b) => kringen.indexOf(a.kring) - kringen.indexOf(b.kring) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const animals = [...kin.animals.keys()].filter((id) => boxAt(id, origin).width > 0);
  const inRow = [...at].filter(([id]) => !hand.has(id));
  const heights = (inRow.length === 0 ? [...at] : inRow).map(([, { y }]) => y);
  const top = heights.length === 0 ? 0 : Math.max(...heights) + below;
  const wanted = new Map<string, Point>([
    ...underKeepers(kin, animals, at, top),
    ...inRows(people, at, animals.length === 0 ? top : top + rowHeight),
  ]);
  const kept = [...people, ...animals].flatMap((id) => (hand.has(id) ? [] : (soft.get(id) ?? [])));
  // The family has grown: all that was below it goes down by as much, so that it keeps its order.
  const down = Math.max(0, top - Math.min(Infinity, ...kept.map(({ y }) => y)));
  const taken = [...at].map(([id, point]) => boxAt(id, point));
  for (const [id, point] of hand) if (!at.has(id)) taken.push(boxAt(id, point));
  const all = [...people, ...animals];
  for (const id of [...all.filter((each) => soft.has(each)), ...all.filter((each) => !soft.has(each))]) {
    const byHand = hand.get(id);
    if (byHand !== undefined) {
      at.set(id, byHand);
      continue;
    }
    const own = soft.get(id);
    const wish = own === undefined ? (wanted.get(id) ?? origin) : { x: own.x, y: own.y + down };
    const spot = freeSpot(wish, (point) => !taken.some((box) => overlaps(box, boxAt(id, point), 8)));
    at.set(id, spot);
    taken.push(boxAt(id, spot));
  }
}

const origin: Point = { x: 0, y: 0 };

/** Animals on one row, each as near as can be below the middle of whom it belongs to. */
function underKeepers(kin: Kin, animals: readonly string[], at: Places, y: number): [string, Point][] {
  const wished = animals
    .map((id) => {
      const spots = (kin.animals.get(id)?.bij ?? []).flatMap((keeper) => at.get(keeper)?.x ?? []);
      return { id, x: spots.length === 0 ? 0 : spots.reduce((sum, x) => sum + x, 0) / spots.length, weight: 1 };
    })
    .sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
  const spots = inOrder(
    wished,
    wished.map((_, index) => (index === 0 ? 0 : animalSlot)),
  );
  return wished.map(({ id }, index) => [id, { x: spots[index] ?? 0, y }]);
}

/** In tidy rows under the middle of the family. */
function inRows(people: readonly string[], at: Places, y: number): [string, Point][] {
  const spots = [...at.values()].map(({ x }) => x);
  const middle = spots.length === 0 ? 0 : (Math.min(...spots) + Math.max(...spots)) / 2;
  return people.map((id, index) => {
    const row = Math.floor(index / perRow);
    const inRow = Math.min(perRow, people.length - row * perRow);
    return [id, { x: middle + ((index % perRow) - (inRow - 1) / 2) * looseSlot, y: y + row * rowHeight }];
  });
}

/** The nearest spot to the side that is free. */
function freeSpot(wanted: Point, isFree: (point: Point) => boolean): Point {
  for (let step = 0; step <= 400; step++) {
    for (const sign of step === 0 ? [1] : [1, -1]) {
      const spot = { x: wanted.x + sign * step * 20, y: wanted.y };
      if (isFree(spot)) return spot;
    }
  }
  return { x: wanted.x, y: wanted.y + 8000 };
}
