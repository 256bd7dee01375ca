import type { Point } from '../picture/paths.ts';
import type { Kin } from './family.ts';
import { gently } from './fit.ts';
import type { Sized } from './place.ts';
import { half } from './symbols.ts';
import { tracksPerGap } from './tracks.ts';

const [rowRoom, trackRoom] = [84, 14];
/** So much there is to spare between two rows: two lines more still fit before the rows have to give way. */
const spare = 2 * trackRoom;

/** How far each row lies at least below the one before: under its names, with room for the lines that run between. The first is 0. */
export function needsOf(
  kin: Kin,
  rowOf: ReadonlyMap<string, number>,
  sizes: ReadonlyMap<string, Sized>,
  x: ReadonlyMap<string, number>,
): number[] {
  const tracks = tracksPerGap(kin, rowOf, x);
  const bottoms: number[] = [];
  for (const id of x.keys()) {
    const row = rowOf.get(id) ?? 0;
    const size = sizes.get(id);
    bottoms[row] = Math.max(bottoms[row] ?? half, size === undefined ? half : size.box.y + size.box.height);
  }
  const above = Array.from(bottoms, (bottom, row) => (bottom ?? half) + rowRoom + trackRoom * (tracks[row] ?? 0));
  return above.map((_, row) => (row === 0 ? 0 : (above[row - 1] ?? 0)));
}

export const stacked = (needs: readonly number[]): number[] => {
  let y = 0;
  return needs.map((need) => (y += need));
};

/** Rows that lay somewhere stay there, as far as there is room for what lies between them now; a new row lies beside its neighbour. */
export function keptRows(
  needs: readonly number[],
  rowOf: ReadonlyMap<string, number>,
  soft: ReadonlyMap<string, Point>,
): number[] {
  const lay = Map.groupBy(
    [...soft].filter(([id]) => rowOf.has(id)),
    ([id]) => rowOf.get(id) ?? 0,
  );
  const known = needs.map((_, row) => {
    const heights = (lay.get(row) ?? []).map(([, { y }]) => y).sort((a, b) => a - b);
    return heights[Math.floor((heights.length - 1) / 2)];
  });
  const wanted: number[] = [];
  const first = known.findIndex((y) => y !== undefined);
  needs.forEach((need, row) => (wanted[row] = known[row] ?? (row < first ? 0 : (wanted[row - 1] ?? 0) + need)));
  for (let row = first - 1; row >= 0; row--) wanted[row] = (wanted[row + 1] ?? 0) - (needs[row + 1] ?? 0);
  const least = needs.map((need, row) =>
    known[row] === undefined || known[row - 1] === undefined ? need : need - spare,
  );
  return gently(wanted, least, -Infinity, Infinity) ?? wanted;
}
