import type { Place } from '@samenbord/shared/board/board.ts';

type Places = ReadonlyMap<string, Place>;

/** Nearer than this is the same spot. */
const same = 1;

/**
 * Takes where the layout would have people and where everybody who is not held stands now; gives the places of those who would really move. As long as
 * nobody is held a tidy drawing may lie anywhere on the paper: then it lies where most of them stand, and not where the layout begins to count.
 */
export function tidied(wanted: Places, stand: Places, isHeld: boolean): Map<string, Place> {
  const all = [...stand].map(([id, now]) => ({ id, now, to: wanted.get(id) ?? now }));
  const shift = isHeld
    ? { x: 0, y: 0 }
    : { x: median(all.map(({ now, to }) => to.x - now.x)), y: median(all.map(({ now, to }) => to.y - now.y)) };
  const moves = new Map<string, Place>();
  for (const { id, now, to } of all) {
    const at = { x: Math.round(to.x - shift.x), y: Math.round(to.y - shift.y) };
    if (Math.hypot(at.x - now.x, at.y - now.y) > same) moves.set(id, { ...at, los: true });
  }
  return moves;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
