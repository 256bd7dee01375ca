import { alongCurve, distance, overlaps, towards } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import type { Crowd } from './labels.ts';
import { gridOf, paintLine, wayOver } from './relation-grid.ts';
import type { Grid } from './relation-grid.ts';

/** Where a tie begins or ends: the middle of a symbol, its box, and the boxes of the words that go with it. */
export type End = { readonly middle: Point; readonly symbol: Box; readonly words: readonly Box[] };

const step = 5;
/** Fewer points than this are no line. */
const shortest = 4;
/** A bend that goes further aside than half of this is a way round, and that is found better on the grid. */
const deepest = 300;
const bends = [0.12, 0.18, 0.24, 0.31, 0.38, 0.46].flatMap((bend) => [bend, -bend]);

/** The paper that ties are drawn on, one after the other: a gentle bend where nothing is in its way, else a way round everything. */
export class Paper {
  readonly #ends: ReadonlyMap<string, End>;
  readonly #crowd: Crowd;
  readonly #taken = new Map<string, number[]>();
  readonly #drawn: (readonly Point[])[] = [];
  readonly #hasty: boolean;
  #grid: Grid | undefined;

  /** In haste (under a moving finger) every tie is a bend, the one that runs over the least. */
  constructor(ends: ReadonlyMap<string, End>, crowd: Crowd, hasty: boolean) {
    this.#ends = ends;
    this.#crowd = crowd;
    this.#hasty = hasty;
  }

  /** Points about five apart from the one to the other, without what lies in their symbols; none when they stand on one another. */
  curve(van: string, naar: string): Point[] {
    const [from, to] = [this.#ends.get(van), this.#ends.get(naar)];
    if (from === undefined || to === undefined || distance(from.middle, to.middle) < 1) return [];
    const bent = this.#bent(van, naar, from, to);
    const whole = bent ?? this.#around(from, to);
    const points = [clip(whole, from, to, 8), clip(whole, from, to, 0), between(from, to)].find(
      (each) => each.length > shortest,
    );
    if (points === undefined) return [];
    this.#drawn.push(points);
    if (this.#grid !== undefined) paintLine(this.#grid, points);
    return points;
  }

  /** The gentlest bend that runs over nobody, and is not the bend of an earlier tie of the same two. */
  #bent(van: string, naar: string, from: End, to: End): Point[] | undefined {
    const pair = [van, naar].sort().join('+');
    const taken = this.#taken.get(pair) ?? [];
    const sign = van < naar ? 1 : -1;
    const own = [from.symbol, to.symbol];
    const [a, b] = [from.middle, to.middle];
    const reach = distance(a, b) / 2 + 40;
    const here: Box = { x: Math.min(a.x, b.x) - reach, y: Math.min(a.y, b.y) - reach, width: 0, height: 0 };
    const area = { ...here, width: Math.abs(a.x - b.x) + 2 * reach, height: Math.abs(a.y - b.y) + 2 * reach };
    const others = this.#crowd.solid.filter((box) => !own.includes(box) && overlaps(box, area));
    let best: { points: Point[]; bend: number; hits: number } | undefined;
    for (const bend of bends) {
      if (Math.abs(bend) > 0.13 && Math.abs(bend) * distance(a, b) > deepest) break;
      if (taken.some((other) => Math.abs(other - bend * sign) < 0.14)) continue;
      const points = alongCurve(a, bentMiddle(a, b, bend), b, step);
      const hits = hitsOf(points, others, best?.hits ?? Infinity, this.#hasty ? 6 : 2);
      if (hits < (best?.hits ?? Infinity)) best = { points, bend, hits };
      if (hits === 0) break;
    }
    if (best === undefined || (best.hits > 0 && !this.#hasty)) return undefined;
    this.#taken.set(pair, [...taken, best.bend * sign]);
    return best.points;
  }

  #around(from: End, to: End): Point[] {
    if (this.#grid === undefined) {
      this.#grid = gridOf(this.#crowd.solid, this.#crowd.thin);
      for (const points of this.#drawn) paintLine(this.#grid, points);
    }
    return smooth(wayOver(this.#grid, from.middle, to.middle, [from.symbol, to.symbol]));
  }
}

/** How many of these points lie in somebody's symbol or words; stops counting at `most`. */
function hitsOf(points: readonly Point[], others: readonly Box[], most: number, stride: number): number {
  let hits = 0;
  for (let index = 0; index < points.length && hits < most; index += stride) {
    const point = points[index];
    if (point !== undefined && others.some((box) => isIn(point, box, 7))) hits += 1;
  }
  return hits;
}

const isIn = ({ x, y }: Point, box: Box, gap: number): boolean =>
  x > box.x - gap && x < box.x + box.width + gap && y > box.y - gap && y < box.y + box.height + gap;

const bentMiddle = (from: Point, to: Point, bend: number): Point => ({
  x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
  y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
});

/** The curve without what lies in or near the two symbols and the words under them. */
function clip(points: readonly Point[], from: End, to: End, gap: number): Point[] {
  const isFree = (point: Point): boolean =>
    [from, to].every(
      ({ symbol, words }) => !isIn(point, symbol, gap) && !words.some((box) => isIn(point, box, gap / 4)),
    );
  const first = points.findIndex(isFree);
  const last = points.findLastIndex(isFree);
  return first === -1 ? [] : points.slice(first, last + 1);
}

/** Two who stand against one another: a short piece over the place where they meet. */
const between = ({ middle: a }: End, { middle: b }: End): Point[] =>
  Array.from({ length: shortest + 1 }, (_, index) => {
    const part = 0.3 + (0.4 * index) / shortest;
    return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
  });

/** Takes the corners of a way, gives points about five apart along it, with every corner a gentle bend. */
function smooth(corners: readonly Point[]): Point[] {
  const points: Point[] = [];
  const straight = (from: Point, to: Point): void => {
    const count = Math.max(1, Math.round(distance(from, to) / step));
    for (let index = points.length === 0 ? 0 : 1; index <= count; index++)
      points.push({ x: from.x + ((to.x - from.x) * index) / count, y: from.y + ((to.y - from.y) * index) / count });
  };
  let [at] = corners;
  if (at === undefined) return [];
  corners.slice(1).forEach((corner, index) => {
    const next = corners[index + 2];
    const before = corners[index] ?? corner;
    if (next === undefined) return straight(at ?? before, corner);
    const into = towards(corner, before, Math.min(34, distance(corner, before) / 2));
    const out = towards(corner, next, Math.min(34, distance(corner, next) / 2));
    straight(at ?? before, into);
    points.push(...alongCurve(into, corner, out, step).slice(1));
    at = out;
    return undefined;
  });
  return even(even(points));
}

/** Every point the mean of its neighbours: what is left of a corner becomes a bend. */
const even = (points: readonly Point[]): Point[] =>
  points.map((point, index) => {
    const reach = Math.min(5, index, points.length - 1 - index);
    const near = points.slice(index - reach, index + reach + 1);
    return reach === 0
      ? point
      : {
          x: near.reduce((sum, { x }) => sum + x, 0) / near.length,
          y: near.reduce((sum, { y }) => sum + y, 0) / near.length,
        };
  });
