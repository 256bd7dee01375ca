import type { Point } from '../picture/paths.ts';
import { childrenOf } from './family.ts';
import type { Family, Kin } from './family.ts';

type RowOf = ReadonlyMap<string, number>;

/** People whose heights differ by less than this stood in one row; rows themselves never lie this near. */
const [together, apart] = [50, 95];

/**
 * Takes families without ties between them, the rows that follow from their ties and where people stood; gives the rows in which the families
 * stood, 0 at the top, for every family whose ties allow it still. So nobody goes up or down because a tie fell away elsewhere. Who did not
 * stand anywhere, and a child without children of its own, comes beside its own.
 */
export function rowsAsStood(
  kin: Kin,
  groups: readonly (readonly string[])[],
  rowOf: RowOf,
  stood: ReadonlyMap<string, Point>,
): Map<string, number> {
  const parents = new Set(kin.families.flatMap((family) => family.parents));
  const known = (group: readonly string[]): string[] =>
    group.filter((id) => stood.has(id) && (parents.has(id) || !kin.home.has(id)));
  const heights = (ids: readonly string[]): RowOf =>
    rowsOfHeights(new Map(ids.map((id) => [id, stood.get(id)?.y ?? 0])));
  const standing = groups.filter((group) => {
    const own = known(group);
    return own.length > 0 && beside(kin, group, rowOf, heights(own)) !== undefined;
  });
  const all = heights(standing.flatMap(known));
  const result = new Map<string, number>();
  for (const group of standing) {
    const own = new Map(known(group).map((id) => [id, all.get(id) ?? 0]));
    for (const [id, row] of beside(kin, group, rowOf, own) ?? []) result.set(id, row);
  }
  const top = Math.min(0, ...result.values());
  return new Map([...result].map(([id, row]) => [id, row - top]));
}

/** Heights that lie together are one row; heights that are neither together nor apart are no rows: then nobody has one. */
function rowsOfHeights(heights: ReadonlyMap<string, number>): Map<string, number> {
  const rows = new Map<string, number>();
  let [row, first, last] = [-1, -Infinity, -Infinity];
  for (const [id, y] of [...heights].sort(([, a], [, b]) => a - b)) {
    if (y - last > together) {
      if (y - first < apart) return new Map();
      row += 1;
      first = y;
    }
    last = y;
    rows.set(id, row);
  }
  return rows;
}

/** The rows of a whole group beside those that are known; nothing when its ties do not allow those. */
function beside(kin: Kin, group: readonly string[], rowOf: RowOf, known: RowOf): Map<string, number> | undefined {
  if (known.size === 0) return undefined;
  const members = new Set(group);
  const families = kin.families.filter(({ parents }) => parents.some((id) => members.has(id)));
  const rows = new Map(known);
  const nextTo = (id: string): readonly string[] => [
    ...families.flatMap(({ parents }) => (parents.includes(id) ? parents : [])),
    ...(kin.home.get(id)?.parents ?? []),
    ...families.flatMap((family) =>
      family.parents.includes(id) || childrenOf(family).includes(id) ? [...childrenOf(family), ...family.parents] : [],
    ),
  ];
  const open = group.filter((id) => !rows.has(id));
  for (let found = true; found;) {
    found = false;
    for (const id of open) {
      const near = rows.has(id) ? undefined : nextTo(id).find((other) => rows.has(other));
      if (near === undefined) continue;
      rows.set(id, (rows.get(near) ?? 0) + (rowOf.get(id) ?? 0) - (rowOf.get(near) ?? 0));
      found = true;
    }
  }
  return rows.size === group.length && families.every((family) => allows(family, rowOf, rows)) ? rows : undefined;
}

/** True when a family has its parents on one row and its children below, wherever it has when only its ties are asked. */
function allows(family: Family, rowOf: RowOf, rows: RowOf): boolean {
  const apartIn = (which: RowOf, a: string, b: string): number => (which.get(a) ?? 0) - (which.get(b) ?? 0);
  const [first = ''] = family.parents;
  return family.parents.every((parent) => {
    if (apartIn(rowOf, parent, first) === 0 && apartIn(rows, parent, first) !== 0) return false;
    return childrenOf(family).every((child) => apartIn(rowOf, child, parent) <= 0 || apartIn(rows, child, parent) > 0);
  });
}
