import type { Point } from '../picture/paths.ts';

/** How far rows lie apart where nothing says so. */
const step = 180;

/**
 * Takes families without ties between them and where their people stood; gives everybody's row, so that a family of which some fell away stays
 * at the height at which it stood. The rows of each family begin at 0 in `rowOf`; the families that keep the rows in which they stood (`asStood`) are
 * the measure, else the one of whom most stood somewhere.
 */
export function levelled(
  groups: readonly (readonly string[])[],
  rowOf: ReadonlyMap<string, number>,
  stood: ReadonlyMap<string, Point>,
  asStood: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (groups.length < 2 && asStood.size === 0) return rowOf;
  const result = new Map([...rowOf, ...asStood]);
  const known = new Map(heightsOf([...asStood.keys()], asStood, stood).rows);
  const families = groups
    .filter((group) => !group.some((id) => asStood.has(id)))
    .map((group) => ({ group, heights: heightsOf(group, rowOf, stood) }))
    .sort((a, b) => b.heights.count - a.heights.count || ((a.group[0] ?? '') < (b.group[0] ?? '') ? -1 : 1));
  for (const { group, heights } of families) {
    const shift = known.size === 0 ? 0 : shiftTo(known, heights.rows);
    for (const [row, y] of heights.rows) if (!known.has(row + shift)) known.set(row + shift, y);
    for (const id of group) result.set(id, (rowOf.get(id) ?? 0) + shift);
  }
  const top = Math.min(...groups.flat().map((id) => result.get(id) ?? 0));
  for (const id of groups.flat()) result.set(id, (result.get(id) ?? 0) - top);
  return result;
}

type Heights = { readonly count: number; readonly rows: ReadonlyMap<number, number> };

/** For each row of a family the height in its middle. */
function heightsOf(
  group: readonly string[],
  rowOf: ReadonlyMap<string, number>,
  stood: ReadonlyMap<string, Point>,
): Heights {
  const there = group.filter((id) => stood.has(id));
  const rows = [...Map.groupBy(there, (id) => rowOf.get(id) ?? 0)].map(([row, ids]): [number, number] => {
    const heights = ids.map((id) => stood.get(id)?.y ?? 0).sort((a, b) => a - b);
    return [row, heights[Math.floor((heights.length - 1) / 2)] ?? 0];
  });
  return { count: there.length, rows: new Map(rows) };
}

/** By how many rows a family has to go down to stand where it stood, beside rows of which the height is known. */
function shiftTo(known: ReadonlyMap<number, number>, rows: ReadonlyMap<number, number>): number {
  const [nearest] = [...rows].sort(([a], [b]) => a - b);
  if (nearest === undefined) return 0;
  const [row, y] = nearest;
  const away = (at: number, height: number): number => Math.round((y - height) / step) + at - row;
  const [best] = [...known].sort(([, a], [, b]) => Math.abs(a - y) - Math.abs(b - y));
  return best === undefined ? 0 : away(best[0], best[1]);
}
