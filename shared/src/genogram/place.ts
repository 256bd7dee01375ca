import { placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { overlaps, round } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import { groupsOf, isKin } from './family.ts';
import type { Kin } from './family.ts';
import { generationsOf } from './generations.ts';
import { orderRows } from './order.ts';
import { inOrder } from './fit.ts';
import { separation, spreadRows } from './spread.ts';
import { half, toMiddle } from './symbols.ts';
import { tracksPerGap } from './tracks.ts';

/** A symbol with its words: the box around a symbol at the origin. */
export type Sized = { readonly box: Box };

export type Layout = {
  /** The middle of everybody's symbol. */
  readonly at: ReadonlyMap<string, Point>;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rowY: readonly number[];
  readonly held: ReadonlySet<string>;
};

const [groupGap, rowRoom, trackRoom, looseSlot, perRow] = [220, 84, 14, 170, 8];
const kringen = ['gezin', 'familie', 'netwerk', 'professional', undefined] as const;

/**
 * Takes the kin and the measured figures, gives everybody's place. The first index child lies at the origin, so that a new
 * relative moves the others little. Who was put somewhere by hand stays exactly there; the others make room.
 */
export function placePeople(board: Board, kin: Kin, figures: ReadonlyMap<string, Sized>): Layout {
  const held = heldOf(board, figures);
  const rowOf = generationsOf(kin);
  const rows = groupsOf(kin).map((group) => orderRows(kin, group, rowOf));
  const x = sideBySide(
    rows.map((each) => spreadRows(kin, each)),
    rows,
  );
  const rowY = heights(kin, rows, rowOf, figures, x);
  const free = anchored(kin, x, rowOf, rowY);
  const at = held.size === 0 ? free.at : hold(kin, rows, rowOf, free, held);
  placeLoose(kin, at, held, free.rowY);
  if (held.size > 0) makeRoom(at, held, figures, rowOf);
  for (const [id, point] of at) if (!held.has(id)) at.set(id, { x: round(point.x), y: round(point.y) });
  return { at, rowOf, rowY: free.rowY, held: new Set(held.keys()) };
}

/** Middles of the symbols of those who have a place. */
function heldOf(board: Board, figures: ReadonlyMap<string, Sized>): Map<string, Point> {
  const held = new Map<string, Point>();
  for (const [id, figure] of figures) {
    const place = placeOf(board, 'genogram', id);
    if (place !== undefined) held.set(id, { x: place.x, y: place.y - toMiddle(figure) });
  }
  return held;
}

type Rows = readonly (readonly (readonly string[])[])[];

/** Groups without ties stand beside one another. */
function sideBySide(spreads: readonly ReadonlyMap<string, number>[], groups: Rows): Map<string, number> {
  const x = new Map<string, number>();
  let edge = 0;
  groups.forEach((rows, index) => {
    const own = spreads[index] ?? new Map<string, number>();
    const spots = rows.flat().map((id) => own.get(id) ?? 0);
    const shift = edge - Math.min(...spots);
    for (const id of rows.flat()) x.set(id, (own.get(id) ?? 0) + shift);
    edge = Math.max(...spots) + shift + groupGap;
  });
  return x;
}

/** The height of each row: under the names of the row above, with room for the lines that run between. */
function heights(
  kin: Kin,
  groups: Rows,
  rowOf: ReadonlyMap<string, number>,
  figures: ReadonlyMap<string, Sized>,
  x: ReadonlyMap<string, number>,
): number[] {
  const tracks = tracksPerGap(kin, rowOf, x);
  const count = Math.max(0, ...groups.map((rows) => rows.length));
  const rowY: number[] = [];
  let y = 0;
  for (let row = 0; row < count; row++) {
    rowY.push(y);
    const bottoms = groups.flatMap((rows) => (rows[row] ?? []).map((id) => bottomOf(figures.get(id))));
    y += Math.max(half, ...bottoms) + rowRoom + trackRoom * (tracks[row] ?? 0);
  }
  return rowY;
}

const bottomOf = (figure: Sized | undefined): number =>
  figure === undefined ? half : figure.box.y + figure.box.height;

function anchored(
  kin: Kin,
  x: ReadonlyMap<string, number>,
  rowOf: ReadonlyMap<string, number>,
  rowY: readonly number[],
): { at: Map<string, Point>; rowY: number[] } {
  const anchor =
    [...kin.people.values()].find((person) => person.indexkind === true && x.has(person.id))?.id ?? [...x.keys()][0];
  const [dx, dy] = anchor === undefined ? [0, 0] : [x.get(anchor) ?? 0, rowY[rowOf.get(anchor) ?? 0] ?? 0];
  const at = new Map(
    [...x].map(([id, spot]) => [id, { x: spot - dx, y: (rowY[rowOf.get(id) ?? 0] ?? 0) - dy }] as const),
  );
  return { at, rowY: rowY.map((y) => y - dy) };
}

/**
 * The same layout around those who are held. Children go along with the mean of their parents and a partner with the partner;
 * neighbours in a row move aside as little as the distances ask; all others stay.
 */
function hold(
  kin: Kin,
  groups: Rows,
  rowOf: ReadonlyMap<string, number>,
  free: { at: ReadonlyMap<string, Point>; rowY: number[] },
  held: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const shift = shiftOf(free.at, held);
  free.rowY.forEach((y, row) => (free.rowY[row] = y + shift.y));
  const before = new Map(
    [...free.at].map(([id, point]) => [id, { x: point.x + shift.x, y: point.y + shift.y }] as const),
  );
  const moved = new Map<string, Point>();
  const byRow = [...before.keys()].sort((a, b) => (rowOf.get(a) ?? 0) - (rowOf.get(b) ?? 0) || (a < b ? -1 : 1));
  for (const [id, point] of before) {
    const now = held.get(id);
    if (now !== undefined) moved.set(id, { x: now.x - point.x, y: now.y - point.y });
  }
  for (const id of byRow)
    if (!moved.has(id)) moved.set(id, meanOf(leadersOf(kin, id).map((other) => moved.get(other))));
  const at = new Map(
    [...before].map(
      ([id, { x, y }]) =>
        [id, held.get(id) ?? { x: x + (moved.get(id)?.x ?? 0), y: y + (moved.get(id)?.y ?? 0) }] as const,
    ),
  );
  for (const row of groups.flat()) moveAside(kin, row, at, held);
  return at;
}

/** Whom somebody goes along with who was not moved: the parents, or a partner when there are none. */
function leadersOf(kin: Kin, id: string): readonly string[] {
  const parents = kin.home.get(id)?.parents;
  if (parents !== undefined) return parents;
  return kin.families.flatMap((family) =>
    family.parents.includes(id) ? family.parents.filter((other) => other !== id) : [],
  );
}

/** Up or down only when it is more than a little: otherwise people stay on their row. */
function meanOf(moves: readonly (Point | undefined)[]): Point {
  const count = Math.max(1, moves.length);
  const sum = (axis: 'x' | 'y'): number => moves.reduce((all, move) => all + (move?.[axis] ?? 0), 0);
  const y = sum('y') / count;
  return { x: sum('x') / count, y: Math.abs(y) < rowRoom ? 0 : y };
}

/** Neighbours who now stand at the same height and too near: the nearest places in the same order that keep the distances. */
function moveAside(kin: Kin, row: readonly string[], at: Map<string, Point>, held: ReadonlyMap<string, Point>): void {
  const heights = Map.groupBy(row, (id) => Math.round((at.get(id)?.y ?? 0) / half));
  for (const level of heights.values()) {
    const sorted = level.sort((a, b) => (at.get(a)?.x ?? 0) - (at.get(b)?.x ?? 0));
    const gaps = sorted.map((id, index) => (index === 0 ? 0 : separation(kin, sorted[index - 1] ?? '', id)));
    const wanted = sorted.map((id) => ({ x: at.get(id)?.x ?? 0, weight: held.has(id) ? 1e9 : 1 }));
    inOrder(wanted, gaps).forEach((x, index) => {
      const id = sorted[index] ?? '';
      if (!held.has(id)) at.set(id, { x, y: at.get(id)?.y ?? 0 });
    });
  }
}

/** How far the drawing as a whole was moved: the median of all moves, nothing as long as most people were not moved. */
function shiftOf(free: ReadonlyMap<string, Point>, held: ReadonlyMap<string, Point>): Point {
  const moves = [...free].map(([id, point]) => {
    const now = held.get(id);
    return now === undefined ? { x: 0, y: 0 } : { x: now.x - point.x, y: now.y - point.y };
  });
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { x: median(moves.map((move) => move.x)), y: median(moves.map((move) => move.y)) };
}

/** People without a tie to anyone in tidy rows under the family: family first, professionals last. */
function placeLoose(kin: Kin, at: Map<string, Point>, held: ReadonlyMap<string, Point>, rowY: readonly number[]): void {
  const tied = isKin(kin);
  const loose = [...kin.people.values()]
    .filter((person) => !tied(person.id))
    .sort((a, b) => kringen.indexOf(a.kring) - kringen.indexOf(b.kring) || (a.id < b.id ? -1 : 1));
  const spots = [...at.values()];
  const middle =
    spots.length === 0 ? 0 : (Math.min(...spots.map((spot) => spot.x)) + Math.max(...spots.map((spot) => spot.x))) / 2;
  const top = spots.length === 0 ? 0 : Math.max(...spots.map((spot) => spot.y), ...rowY) + 184;
  const waiting = loose.filter((person) => !held.has(person.id));
  waiting.forEach((person, index) => {
    const row = Math.floor(index / perRow);
    const inRow = Math.min(perRow, waiting.length - row * perRow);
    at.set(person.id, { x: middle + ((index % perRow) - (inRow - 1) / 2) * looseSlot, y: top + row * 190 });
  });
  for (const person of loose) {
    const point = held.get(person.id);
    if (point !== undefined) at.set(person.id, point);
  }
}

/** Moves those who are not held sideways, as little as needed, until nobody lies over anybody who is not held too. */
function makeRoom(
  at: Map<string, Point>,
  held: ReadonlyMap<string, Point>,
  figures: ReadonlyMap<string, Sized>,
  rowOf: ReadonlyMap<string, number>,
): void {
  const boxAt = (id: string, point: Point): Box => {
    const box = figures.get(id)?.box ?? { x: -half, y: -half, width: 2 * half, height: 2 * half };
    return { ...box, x: point.x + box.x, y: point.y + box.y };
  };
  const taken = [...held].map(([id, point]) => boxAt(id, point));
  const order = [...at.keys()]
    .filter((id) => !held.has(id))
    .sort(
      (a, b) =>
        (rowOf.get(a) ?? 0) - (rowOf.get(b) ?? 0) || (at.get(a)?.x ?? 0) - (at.get(b)?.x ?? 0) || (a < b ? -1 : 1),
    );
  for (const id of order) {
    const wanted = at.get(id) ?? { x: 0, y: 0 };
    const point = freeSpot(wanted, (spot) => !taken.some((box) => overlaps(box, boxAt(id, spot), 8)));
    at.set(id, point);
    taken.push(boxAt(id, point));
  }
}

function freeSpot(wanted: Point, isFree: (point: Point) => boolean): Point {
  for (let step = 0; step <= 400; step++) {
    for (const sign of step === 0 ? [1] : [1, -1]) {
      const spot = { x: wanted.x + sign * step * 20, y: wanted.y };
      if (isFree(spot)) return spot;
    }
  }
  return { x: wanted.x, y: wanted.y + 8000 };
}
