import { childrenOf } from './family.ts';
import type { Family, Kin } from './family.ts';

/** One family's way down: the height it takes in each gap between two rows, and where it passes through a row on its way. */
export type Way = { readonly track: ReadonlyMap<number, number>; readonly pass: (child: string) => readonly number[] };
export type Tracks = { readonly ways: ReadonlyMap<Family, Way>; readonly count: readonly number[] };
type Stretch = { family: Family; gap: number; from: number; to: number };

const middleOf = (family: Family, x: ReadonlyMap<string, number>): number =>
  ((x.get(family.parents[0] ?? '') ?? 0) + (x.get(family.parents.at(-1) ?? '') ?? 0)) / 2;

/**
 * Gives every family a height of its own in each gap it runs through, so that the lines of two families never lie on one another:
 * stretches that overlap get different tracks. `drop` is where a family's line begins.
 */
export function planTracks(
  kin: Kin,
  rowOf: ReadonlyMap<string, number>,
  x: ReadonlyMap<string, number>,
  drop = (family: Family): number => middleOf(family, x),
): Tracks {
  const row = (id: string): number => rowOf.get(id) ?? 0;
  const rows = Map.groupBy([...x.keys()], row);
  const passes = new Map<Family, Map<string, number[]>>();
  const stretches: Stretch[] = [];
  for (const family of kin.families) {
    const own = new Map<string, number[]>();
    passes.set(family, own);
    const start = Math.max(...family.parents.map(row));
    const spread = family.parents.map((id) => x.get(id) ?? 0);
    if (isApart(family, rowOf, x))
      stretches.push({ family, gap: start, from: Math.min(...spread), to: Math.max(...spread) });
    for (const child of childrenOf(family)) {
      const spots = [drop(family)];
      for (let between = start + 1; between < row(child); between++)
        spots.push(gapNear(rows.get(between) ?? [], x, x.get(child) ?? 0));
      spots.push(x.get(child) ?? 0);
      own.set(child, spots.slice(1, -1));
      for (let step = 0; step + 1 < spots.length; step++) {
        const [a = 0, b = 0] = spots.slice(step, step + 2);
        stretches.push({ family, gap: start + step, from: Math.min(a, b), to: Math.max(a, b) });
      }
    }
  }
  const { taken, count } = colour(stretches);
  return {
    ways: new Map(
      kin.families.map((family) => [
        family,
        { track: taken.get(family) ?? new Map(), pass: (child) => passes.get(family)?.get(child) ?? [] },
      ]),
    ),
    count,
  };
}

/** True when somebody else stands between two partners of one row: their line then runs below the row. */
export function isApart(family: Family, rowOf: ReadonlyMap<string, number>, x: ReadonlyMap<string, number>): boolean {
  const [a, b] = family.parents;
  if (a === undefined || b === undefined || rowOf.get(a) !== rowOf.get(b)) return false;
  const [from, to] = [x.get(a) ?? 0, x.get(b) ?? 0].sort((one, other) => one - other);
  return [...x].some(
    ([id, spot]) => id !== a && id !== b && rowOf.get(id) === rowOf.get(a) && spot > (from ?? 0) && spot < (to ?? 0),
  );
}

/** Per gap the lowest free track for each family, from left to right; a family's own stretches lie on one. */
function colour(stretches: readonly Stretch[]): { taken: Map<Family, Map<number, number>>; count: number[] } {
  const taken = new Map<Family, Map<number, number>>();
  const count: number[] = [];
  for (const [gap, inGap] of [...Map.groupBy(stretches, (stretch) => stretch.gap)].sort(([a], [b]) => a - b)) {
    const whole = [...Map.groupBy(inGap, (stretch) => stretch.family)].map(([family, own]) => ({
      family,
      from: Math.min(...own.map((stretch) => stretch.from)) - 6,
      to: Math.max(...own.map((stretch) => stretch.to)) + 6,
    }));
    const ends: number[] = [];
    for (const { family, from, to } of whole.sort(
      (a, b) => a.from - b.from || (a.family.key < b.family.key ? -1 : 1),
    )) {
      const free = ends.findIndex((end) => end <= from);
      const track = free === -1 ? ends.length : free;
      ends[track] = to;
      const own = taken.get(family) ?? new Map<number, number>();
      taken.set(family, own.set(gap, track));
    }
    count[gap] = ends.length;
  }
  return { taken, count };
}

/** The place between two people of a row that is nearest to where a line wants to pass. */
function gapNear(row: readonly string[], x: ReadonlyMap<string, number>, wanted: number): number {
  const sorted = [...row].sort((a, b) => (x.get(a) ?? 0) - (x.get(b) ?? 0));
  const spots = sorted.flatMap((id, index) => {
    const [own, next] = [x.get(id) ?? 0, sorted[index + 1]];
    const first = index === 0 ? [own - 86] : [];
    const after = next === undefined ? own + 86 : own + ((x.get(next) ?? own) - own) / 2 + 8;
    return [...first, after];
  });
  if (sorted.every((id) => Math.abs((x.get(id) ?? 0) - wanted) > 76)) return wanted;
  return spots.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}

/** How many tracks each gap needs, for the distance between rows. */
export const tracksPerGap = (
  kin: Kin,
  rowOf: ReadonlyMap<string, number>,
  x: ReadonlyMap<string, number>,
): readonly number[] => {
  const { count } = planTracks(kin, rowOf, x);
  return Array.from(count, (each) => each ?? 0);
};
