import { placeOf } from '../board/board.ts';
import type { Board, Place } from '../board/board.ts';
import { round } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import { groupsOf } from './family.ts';
import type { Kin } from './family.ts';
import { generationsOf } from './generations.ts';
import { keptRows, needsOf, stacked } from './heights.ts';
import { insertAll } from './insert.ts';
import type { Standing } from './insert.ts';
import { levelled } from './level.ts';
import { placeLoose } from './loose.ts';
import { orderRows } from './order.ts';
import { settle } from './settle.ts';
import type { Block } from './settle.ts';
import { spreadRows } from './spread.ts';
import { rowsAsStood } from './stood-rows.ts';
import { half, toMiddle } from './symbols.ts';

/** A symbol with its words: the box around a symbol at the origin. */
export type Sized = { readonly box: Box };

export type Layout = {
  /** The middle of everybody's symbol. */
  readonly at: ReadonlyMap<string, Point>;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rowY: readonly number[];
  /** Who was put where they stand by hand. */
  readonly held: ReadonlySet<string>;
};

type Points = ReadonlyMap<string, Point>;
type Sizes = ReadonlyMap<string, Sized>;
type RowOf = ReadonlyMap<string, number>;

const groupGap = 220;

/**
 * Takes the kin and the measured figures, gives everybody's place. Who was put somewhere by hand stays exactly there; who has a soft place
 * keeps the order and gives way as little as can be; a family in which nobody has a soft place is laid out by a search, with the first
 * index child at the origin when nobody stands anywhere yet.
 */
export function placePeople(board: Board, kin: Kin, figures: Sizes): Layout {
  const hand = pointsOf(board, figures, ({ los }) => los !== true);
  const soft = pointsOf(board, figures, ({ los }) => los === true);
  const { kept, cold } = apart(kin, hand, soft);
  const generations = generationsOf(kin);
  const rowOf = levelled(kept, generations, soft, rowsAsStood(kin, kept, generations, soft));
  const standing = [...kept, ...cold].some((group) => group.some((id) => soft.has(id)))
    ? besideKept(kin, rowOf, figures, kept, cold, hand, soft)
    : fromNothing(kin, rowOf, figures, kept, cold, hand);
  const at = settled(rowOf, figures, standing, hand);
  const boxAt = (id: string, point: Point): Box => {
    const box = figures.get(id)?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    return { ...box, x: point.x + box.x, y: point.y + box.y };
  };
  placeLoose(kin, at, hand, soft, boxAt);
  for (const [id, point] of at) if (!hand.has(id)) at.set(id, { x: round(point.x), y: round(point.y) });
  return { at, rowOf, rowY: standing.rowY, held: new Set(hand.keys()) };
}

/** Middles of the symbols of those who have such a place. */
function pointsOf(board: Board, figures: Sizes, which: (place: Place) => boolean): Map<string, Point> {
  const points = new Map<string, Point>();
  for (const [id, figure] of figures) {
    const place = placeOf(board, 'genogram', id);
    if (place !== undefined && which(place)) points.set(id, { x: place.x, y: place.y - toMiddle(figure) });
  }
  return points;
}

/** Groups without ties between them: those that keep their order, and those to be searched. */
export function apart(
  kin: Kin,
  hand: { has(id: string): boolean },
  soft: { has(id: string): boolean },
): { kept: string[][]; cold: string[][] } {
  const isKept = (group: readonly string[]): boolean =>
    group.some((id) => soft.has(id)) || group.every((id) => hand.has(id));
  const { kept = [], cold = [] } = Object.groupBy(groupsOf(kin), (group) => (isKept(group) ? 'kept' : 'cold'));
  return { kept, cold };
}

type Rows = Standing & { readonly rowY: readonly number[] };

/** Everybody laid out by a search, around those who were put somewhere by hand. */
function fromNothing(
  kin: Kin,
  rowOf: RowOf,
  figures: Sizes,
  kept: readonly string[][],
  cold: readonly string[][],
  hand: Points,
): Rows {
  const groups = cold.map((group) => orderRows(kin, group, rowOf));
  const x = sideBySide(
    groups.map((rows) => spreadRows(kin, rows)),
    0,
  );
  const byHand = {
    x: new Map([...hand].map(([id, point]) => [id, point.x])),
    byHand: (id: string): boolean => hand.has(id),
  };
  const whole = insertAll(kin, kept.flat(), rowOf, byHand, () => []);
  const rowY = stacked(needsOf(kin, rowOf, figures, new Map([...x, ...whole.x])));
  const anchor =
    [...kin.people.values()].find(({ id, indexkind }) => indexkind === true && x.has(id))?.id ?? [...x.keys()][0];
  const dx = x.get(anchor ?? '') ?? 0;
  const dy = rowY[rowOf.get(anchor ?? '') ?? 0] ?? 0;
  const free = new Map(
    [...x].map(([id, spot]) => [id, { x: spot - dx, y: (rowY[rowOf.get(id) ?? 0] ?? 0) - dy }] as const),
  );
  const shift = shiftOf(free, hand);
  const moved = new Map([...free].map(([id, point]) => [id, point.x + shift.x] as const));
  return {
    rows: merged([...groups, whole.rows]),
    x: new Map([...whole.x, ...(hand.size === 0 ? moved : goingAlong(kin, rowOf, moved, hand))]),
    rowY: rowY.map((y) => y - dy + shift.y),
  };
}

/** Who stands somewhere keeps the order; families of whom nobody stands anywhere are laid out to the right of them. */
function besideKept(
  kin: Kin,
  rowOf: RowOf,
  figures: Sizes,
  kept: readonly string[][],
  cold: readonly string[][],
  hand: Points,
  soft: Points,
): Rows {
  const known = new Map([...soft, ...hand].map(([id, point]) => [id, point.x] as const));
  const members = kept.flat();
  const before = keptRows(
    needsOf(kin, rowOf, figures, new Map(members.map((id) => [id, known.get(id) ?? 0]))),
    rowOf,
    soft,
  );
  const whole = insertAll(kin, members, rowOf, { x: known, byHand: (id) => hand.has(id) }, (row) =>
    blocksAt(rowOf, figures, hand, members, before, row),
  );
  const groups = cold.map((group) => orderRows(kin, group, rowOf));
  const edge = Math.max(...whole.x.values()) + groupGap;
  const beside = sideBySide(
    groups.map((rows) => spreadRows(kin, rows)),
    edge,
  );
  const x = new Map([...whole.x, ...beside]);
  return { rows: merged([whole.rows, ...groups]), x, rowY: keptRows(needsOf(kin, rowOf, figures, x), rowOf, soft) };
}

/** Groups without ties stand beside one another. */
function sideBySide(spreads: readonly ReadonlyMap<string, number>[], from: number): Map<string, number> {
  const x = new Map<string, number>();
  let edge = from;
  for (const own of spreads) {
    const shift = edge - Math.min(...own.values());
    for (const [id, spot] of own) x.set(id, spot + shift);
    edge = Math.max(...own.values()) + shift + groupGap;
  }
  return x;
}

/** The rows of all groups as one, each group's people in their own order. */
function merged(groups: readonly (readonly (readonly string[])[])[]): string[][] {
  const count = Math.max(0, ...groups.map((rows) => rows.length));
  return Array.from({ length: count }, (_, row) => groups.flatMap((rows) => rows[row] ?? []));
}

/** How far the drawing as a whole was moved by hand: the median of all moves, nothing as long as most people were not moved. */
function shiftOf(free: Points, hand: Points): Point {
  const moves = [...free].map(([id, point]) => {
    const now = hand.get(id);
    return now === undefined ? { x: 0, y: 0 } : { x: now.x - point.x, y: now.y - point.y };
  });
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { x: median(moves.map((move) => move.x)), y: median(moves.map((move) => move.y)) };
}

/** Children go along with the mean of their parents and a partner with the partner, when these were moved by hand. */
function goingAlong(kin: Kin, rowOf: RowOf, x: ReadonlyMap<string, number>, hand: Points): Map<string, number> {
  const moves = new Map<string, number>();
  for (const [id, spot] of x) if (hand.has(id)) moves.set(id, (hand.get(id)?.x ?? 0) - spot);
  const leaders = (id: string): readonly string[] =>
    kin.home.get(id)?.parents ??
    kin.families.flatMap(({ parents }) => (parents.includes(id) ? parents.filter((other) => other !== id) : []));
  const byRow = [...x.keys()].sort((a, b) => (rowOf.get(a) ?? 0) - (rowOf.get(b) ?? 0) || (a < b ? -1 : 1));
  for (const id of byRow) {
    if (moves.has(id)) continue;
    const theirs = leaders(id).map((other) => moves.get(other) ?? 0);
    moves.set(id, theirs.reduce((sum, move) => sum + move, 0) / Math.max(1, theirs.length));
  }
  return new Map([...x].map(([id, spot]) => [id, spot + (moves.get(id) ?? 0)]));
}

/** What is taken in a row: whoever was put by hand so that their symbol or name reaches into it. */
function blocksAt(
  rowOf: RowOf,
  figures: Sizes,
  hand: Points,
  members: Iterable<string>,
  rowY: readonly number[],
  row: number,
): Block[] {
  const y = rowY[row] ?? 0;
  let bottom = half;
  for (const id of members) {
    const box = figures.get(id)?.box;
    if (rowOf.get(id) === row && box !== undefined) bottom = Math.max(bottom, box.y + box.height);
  }
  return [...hand].flatMap(([id, point]): Block[] => {
    const box = figures.get(id)?.box;
    if (box === undefined || point.y + box.y > y + bottom + 8 || point.y + box.y + box.height < y - 2 * half) return [];
    return [{ x: point.x + box.x + box.width / 2, half: box.width / 2 }];
  });
}

/** Everybody in their row, beside those who were put by hand. */
function settled(rowOf: RowOf, figures: Sizes, { rows, x, rowY }: Rows, hand: Points): Map<string, Point> {
  const at = new Map<string, Point>();
  rows.forEach((row, index) => {
    const free = inTurn(row, x).filter((id) => !hand.has(id));
    const blocks = hand.size === 0 ? [] : blocksAt(rowOf, figures, hand, x.keys(), rowY, index);
    const spots = settle(
      free.map((id) => x.get(id) ?? 0),
      blocks,
    );
    free.forEach((id, spot) => at.set(id, { x: spots[spot] ?? 0, y: rowY[index] ?? 0 }));
    for (const id of row) {
      const point = hand.get(id);
      if (point !== undefined) at.set(id, point);
    }
  });
  return at;
}

/** One row of several groups from left to right; within a group the order is kept. */
function inTurn(row: readonly string[], x: ReadonlyMap<string, number>): string[] {
  return row.toSorted((a, b) => (x.get(a) ?? 0) - (x.get(b) ?? 0));
}
