import { pairs } from './records.ts';
import type { Point } from './path-points.ts';

/** As many numbers as the schema of ink takes. */
const most = 4000;

/**
 * Takes the points of a finger as x,y pairs, gives fewer that look the same (Ramer-Douglas-Peucker), on halves of a unit. A tap becomes a dot.
 * `tolerance` is in canvas units: half a pixel on the screen of who draws.
 */
export function simplified(values: readonly number[], tolerance: number): number[] {
  const points = pairs(values);
  const [first] = points;
  if (first === undefined) return [];
  if (points.length === 1) return rounded([first, { x: first.x + 0.5, y: first.y }]);
  for (let slack = tolerance; ; slack *= 2) {
    const kept = reduced(points, Math.max(slack, 0.25));
    if (kept.length * 2 <= most) return rounded(kept);
  }
}

const rounded = (points: readonly Point[]): number[] => points.flatMap(({ x, y }) => [half(x), half(y)]);
const half = (value: number): number => Math.round(Math.min(99_000, Math.max(-99_000, value)) * 2) / 2;

function reduced(points: readonly Point[], slack: number): Point[] {
  const keep = new Set<number>([0, points.length - 1]);
  const todo: [number, number][] = [[0, points.length - 1]];
  for (let range = todo.pop(); range !== undefined; range = todo.pop()) {
    const [from, to] = range;
    const far = farthest(points, from, to);
    if (far === undefined || far.distance <= slack) continue;
    keep.add(far.at);
    todo.push([from, far.at], [far.at, to]);
  }
  return points.filter((_, index) => keep.has(index));
}

function farthest(points: readonly Point[], from: number, to: number): { at: number; distance: number } | undefined {
  const [a, b] = [points[from], points[to]];
  if (a === undefined || b === undefined) return undefined;
  let found: { at: number; distance: number } | undefined;
  for (let at = from + 1; at < to; at++) {
    const distance = distanceTo(points[at] ?? a, a, b);
    if (found === undefined || distance > found.distance) found = { at, distance };
  }
  return found;
}

function distanceTo(p: Point, a: Point, b: Point): number {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return Math.hypot(p.x - a.x, p.y - a.y);
  const t = Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length ** 2));
  return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

/** A smooth SVG path through the points of a stroke: curves from middle to middle. */
export function strokePath(values: readonly number[]): string {
  const points = pairs(values);
  const [first, second] = points;
  if (first === undefined || second === undefined) return '';
  let d = `M${first.x} ${first.y}`;
  for (let index = 1; index < points.length - 1; index++) {
    const [at, next] = [points[index] ?? first, points[index + 1] ?? first];
    d += `Q${at.x} ${at.y} ${(at.x + next.x) / 2} ${(at.y + next.y) / 2}`;
  }
  const last = points.at(-1) ?? second;
  return `${d}L${last.x} ${last.y}`;
}
