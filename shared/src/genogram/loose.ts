import { overlaps } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import { isKin } from './family.ts';
import type { Kin } from './family.ts';

const [looseSlot, rowHeight, perRow] = [170, 190, 8];
/** From the middle of the lowest symbol to the first row of people without a tie. */
const below = 184;
const kringen = ['gezin', 'familie', 'netwerk', 'professional', undefined] as const;

type Places = ReadonlyMap<string, Point>;
/** The box of somebody whose symbol stands at a point. */
export type BoxAt = (id: string, at: Point) => Box;

/**
 * Gives people without a tie to anyone a place under the family: family first and professionals last. Who has a soft place keeps it, unless the family has grown down to there.
 */
export function placeLoose(kin: Kin, at: Map<string, Point>, hand: Places, soft: Places, boxAt: BoxAt): void {
  const tied = isKin(kin);
  const people = [...kin.people.values()]
    .filter(({ id }) => !tied(id))
    .sort((a, b) => kringen.indexOf(a.kring) - kringen.indexOf(b.kring) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const inRow = [...at].filter(([id]) => !hand.has(id));
  const heights = (inRow.length === 0 ? [...at] : inRow).map(([, { y }]) => y);
  const top = heights.length === 0 ? 0 : Math.max(...heights) + below;
  const wanted = new Map(inRows(people, at, top));
  const taken = [...at].map(([id, point]) => boxAt(id, point));
  for (const [id, point] of hand) if (!at.has(id)) taken.push(boxAt(id, point));
  const isFree = (id: string, point: Point): boolean => !taken.some((box) => overlaps(box, boxAt(id, point), 8));
  // Where the family has grown down to somebody, all that stand there or lower go down by as much, so that they keep their order.
  const pressed = people.flatMap((id) => {
    const own = hand.has(id) ? undefined : soft.get(id);
    return own === undefined || isFree(id, own) ? [] : [own.y];
  });
  const from = Math.min(Infinity, ...pressed);
  const down = Math.max(0, top - from);
  for (const id of [...people.filter((each) => soft.has(each)), ...people.filter((each) => !soft.has(each))]) {
    const byHand = hand.get(id);
    if (byHand !== undefined) {
      at.set(id, byHand);
      continue;
    }
    const own = soft.get(id);
    const wish = own === undefined ? (wanted.get(id) ?? origin) : { x: own.x, y: own.y >= from ? own.y + down : own.y };
    const spot = freeSpot(wish, (point) => isFree(id, point));
    at.set(id, spot);
    taken.push(boxAt(id, spot));
  }
}

const origin: Point = { x: 0, y: 0 };

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
