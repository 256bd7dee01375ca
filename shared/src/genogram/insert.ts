import { birthDays } from './births.ts';
import { byBirth, childrenOf, sibshipsOf } from './family.ts';
import type { Kin } from './family.ts';
import { Judge } from './judge.ts';
import { settle, worst } from './settle.ts';
import type { Block } from './settle.ts';
import { coupleSlot, separation, slot } from './spread.ts';

/** The people of each row from left to right, and where each of them would like to stand. */
export type Standing = { readonly rows: readonly (readonly string[])[]; readonly x: ReadonlyMap<string, number> };

/** Who stands where, and who of them was put there by hand. */
export type Known = { readonly x: ReadonlyMap<string, number>; readonly byHand: (id: string) => boolean };

/**
 * Takes people of whom at least some stand somewhere. They keep their order; the others come in beside their own: by birth, twins
 * together, partners side by side, with few crossings, where nobody has to move more than half a slot. Nothing is searched.
 */
export function insertAll(
  kin: Kin,
  group: readonly string[],
  rowOf: ReadonlyMap<string, number>,
  known: Known,
  blocksOf: (row: number) => readonly Block[],
): Standing {
  const count = Math.max(-1, ...group.map((id) => rowOf.get(id) ?? 0)) + 1;
  const x = new Map(group.flatMap((id) => (known.x.has(id) ? [[id, known.x.get(id) ?? 0] as const] : [])));
  const rows = Array.from({ length: count }, (_, row) =>
    group
      .filter((id) => x.has(id) && rowOf.get(id) === row)
      .sort((a, b) => (x.get(a) ?? 0) - (x.get(b) ?? 0) || byBirth(kin, a, b)),
  );
  // Beside somebody who was put by hand there may be no room for the order of births: what stands there then stays.
  const isFree = (row: readonly string[], index: number): boolean =>
    !row.some(known.byHand) && blocksOf(index).length === 0;
  for (const id of rows.flatMap((row, index) => (isFree(row, index) ? outOfOrder(kin, row) : []))) {
    const row = rowOf.get(id) ?? 0;
    rows[row] = (rows[row] ?? []).filter((other) => other !== id);
    x.delete(id);
  }
  const table: Table = { kin, rowOf, rows, x, byHand: known.byHand, blocksOf };
  rows.forEach((row, index) => settleRow(table, row, index));
  const waiting = group.filter((id) => !x.has(id));
  while (waiting.length > 0) {
    const next = nextOf(table, waiting);
    waiting.splice(waiting.indexOf(next), 1);
    insert(table, next);
  }
  return { rows, x };
}

type Table = {
  readonly kin: Kin;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: string[][];
  readonly x: Map<string, number>;
  readonly byHand: (id: string) => boolean;
  readonly blocksOf: (row: number) => readonly Block[];
};

/**
 * Who stands against the order of births now, or between twins: as few as can be. They come in anew. Whose birth is not known stands wherever
 * they stood, and so do two who may be born on one day.
 */
function outOfOrder(kin: Kin, row: readonly string[]): string[] {
  const spot = new Map(row.map((id, index) => [id, index]));
  const days = birthDays(kin.people, kin.unborn, kin.twins);
  return sibshipsOf(kin).flatMap((siblings) => {
    const here = siblings.filter((id) => spot.has(id));
    const turn = (id: string): number => days.get(id)?.turn ?? 0;
    const dated = here
      .filter((id) => days.has(id))
      .sort((a, b) => turn(a) - turn(b) || (spot.get(a) ?? 0) - (spot.get(b) ?? 0));
    const run = longestRun(dated.map((id) => spot.get(id) ?? 0));
    const wrong = new Set(dated.filter((id) => !run.has(spot.get(id) ?? 0)));
    const between = here.slice(1).flatMap((id, at) => {
      const before = here[at] ?? '';
      const twin = kin.twins.get(id);
      if (twin === undefined || kin.twins.get(before) !== twin || wrong.has(id) || wrong.has(before)) return [];
      const [from, to] = [spot.get(before) ?? 0, spot.get(id) ?? 0].sort((a, b) => a - b);
      return row.slice((from ?? 0) + 1, to).filter((each) => kin.twins.get(each) !== twin);
    });
    return [...wrong, ...between];
  });
}

/** The longest part of a list that rises (its values). */
function longestRun(values: readonly number[]): ReadonlySet<number> {
  const runs: number[][] = [];
  for (const [index, value] of values.entries()) {
    const before = runs.slice(0, index).filter((run) => (run.at(-1) ?? Infinity) < value);
    const longest = before.reduce((best, run) => (run.length > best.length ? run : best), [] as number[]);
    runs.push([...longest, value]);
  }
  return new Set(runs.reduce((best, run) => (run.length > best.length ? run : best), [] as number[]));
}

/** The next to come in: who has most of their own there already, partners before children before parents. */
function nextOf({ kin, x }: Table, waiting: readonly string[]): string {
  const weight = (id: string): number => {
    let sum = 0;
    for (const family of kin.families) {
      const children = childrenOf(family);
      if (family.parents.includes(id)) {
        sum += 4 * family.parents.filter((other) => x.has(other)).length;
        sum += 2 * children.filter((other) => x.has(other)).length;
      } else if (children.includes(id)) {
        sum += 3 * family.parents.filter((other) => x.has(other)).length;
        sum += children.filter((other) => x.has(other)).length;
      }
    }
    return sum;
  };
  const weights = new Map(waiting.map((id) => [id, weight(id)]));
  const [first = ''] = [...waiting].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || byBirth(kin, a, b));
  return first;
}

/** Who stands too near somebody else, or where somebody was put by hand, gives way before anybody comes in. */
function settleRow({ x, byHand, blocksOf }: Table, row: readonly string[], index: number): void {
  const free = row.filter((id) => !byHand(id));
  const found = settle(
    free.map((id) => x.get(id) ?? 0),
    blocksOf(index),
  );
  free.forEach((id, at) => x.set(id, found[at] ?? 0));
}

type Place = { readonly at: number; readonly x: number };

/** Tries every place in the row, from the one that suits best, until one is found where nobody has to move more than half a slot. */
function insert(table: Table, id: string): void {
  const { rows, x, rowOf } = table;
  const index = rowOf.get(id) ?? 0;
  const row = rows[index] ?? [];
  const blocks = table.blocksOf(index);
  const tried = (place: Place): { readonly fits: boolean; readonly take: () => void } => {
    const next = row.toSpliced(place.at, 0, id);
    const free = next.filter((each) => !table.byHand(each));
    const wanted = free.map((each) => (each === id ? place.x : (x.get(each) ?? 0)));
    const found = settle(wanted, blocks);
    const own = free.indexOf(id);
    const moves = worst(wanted.toSpliced(own, 1), found.toSpliced(own, 1));
    return {
      fits: moves <= slot / 2 + 0.01 && Math.abs((found[own] ?? 0) - place.x) <= slot,
      take: () => {
        free.forEach((each, at) => x.set(each, found[at] ?? 0));
        rows[index] = next;
      },
    };
  };
  const trials = placesFor(table, id, index, row).values().map(tried);
  (trials.find(({ fits }) => fits) ?? tried(outside(table, row, blocks))).take();
}

/** Beyond everybody: there is always room. */
function outside({ x }: Table, row: readonly string[], blocks: readonly Block[]): Place {
  const ends = [...row.map((id) => x.get(id) ?? 0), ...blocks.map((block) => block.x + block.half)];
  return { at: row.length, x: Math.max(0, ...ends) + 2 * slot };
}

/** All places in a row with where one would stand there, best first. */
function placesFor(table: Table, id: string, index: number, row: readonly string[]): Place[] {
  const { kin, rowOf, rows, x } = table;
  const ids = [...rows.flat(), id];
  const judge = new Judge(kin, ids, rowOf, rows.length);
  const numbers = rows.map((each) => each.map((other) => judge.number.get(other) ?? 0));
  const own = judge.number.get(id) ?? 0;
  const without = numbers[index] ?? [];
  judge.setAll(numbers.with(index, [...without, own]).map((each) => [each]));
  return Array.from({ length: row.length + 1 }, (_, at) => {
    const aim = aimOf(table, id, row, at);
    const spot = between(kin, x, id, row[at - 1], row[at], aim);
    const far = aim === undefined ? 0 : Math.abs(aim - spot.x) / slot;
    const cost = judge.wouldAdd(index, [without.toSpliced(at, 0, own)]) + 1.5 * far + (2 * spot.push) / slot;
    return { at, x: spot.x, cost };
  }).sort((a, b) => a.cost - b.cost || a.at - b.at);
}

/** Where somebody would stand best between these neighbours: beside the partner, under the parents, above the children. */
function aimOf({ kin, rowOf, x }: Table, id: string, row: readonly string[], at: number): number | undefined {
  const wishes: number[] = [];
  const middle = (ids: readonly string[]): void => {
    const spots = ids.flatMap((each) => x.get(each) ?? []);
    if (spots.length > 0) wishes.push((Math.min(...spots) + Math.max(...spots)) / 2);
  };
  const left = new Set(row.slice(0, at));
  const home = kin.home.get(id);
  if (home !== undefined) {
    const siblings = childrenOf(home).filter((each) => each !== id && kin.home.get(each) === home && x.has(each));
    if (siblings.length === 0) middle(home.parents);
    for (const each of siblings)
      if (rowOf.get(each) === rowOf.get(id)) wishes.push((x.get(each) ?? 0) + (left.has(each) ? slot : -slot));
  }
  for (const family of kin.families) {
    if (!family.parents.includes(id)) continue;
    const partner = family.parents.find((other) => other !== id && x.has(other));
    if (partner !== undefined) wishes.push((x.get(partner) ?? 0) + (left.has(partner) ? coupleSlot : -coupleSlot));
    else middle(childrenOf(family));
  }
  return wishes.length === 0 ? undefined : wishes.reduce((sum, wish) => sum + wish, 0) / wishes.length;
}

/** The nearest to where one aims at, at a good distance from both neighbours; in the middle of them, pushing, where there is no room. */
function between(
  kin: Kin,
  x: ReadonlyMap<string, number>,
  id: string,
  left: string | undefined,
  right: string | undefined,
  aim: number | undefined,
): { readonly x: number; readonly push: number } {
  const from = left === undefined ? -Infinity : (x.get(left) ?? 0);
  const to = right === undefined ? Infinity : (x.get(right) ?? 0);
  const low = left === undefined ? from : from + separation(kin, left, id);
  const high = right === undefined ? to : to - separation(kin, id, right);
  if (low <= high)
    return { x: Math.min(high, Math.max(low, aim ?? (low > -Infinity ? low : high < Infinity ? high : 0))), push: 0 };
  return { x: (from + to) / 2, push: Math.max(0, 2 * slot - (to - from)) };
}
