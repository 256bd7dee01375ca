import { distance } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';

/** The paper as a grid of small squares, each with what it costs to run a line over it. */
export type Grid = {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  /** How wide a square is: wider on a very large paper, so that the grid stays small. */
  readonly cell: number;
  readonly cost: Uint8Array;
};

const [finest, most] = [10, 160_000];
const [free, near, over, line, other] = [10, 45, 250, 5, 16];

/** Takes what a line keeps off (symbols and words) and what it had better not run along, gives the grid with room around it all. */
export function gridOf(solid: readonly Box[], thin: readonly Box[], room = 140): Grid {
  const left = Math.min(...solid.map((box) => box.x)) - room;
  const top = Math.min(...solid.map((box) => box.y)) - room;
  const width = Math.max(...solid.map((box) => box.x + box.width)) + room - left;
  const height = Math.max(...solid.map((box) => box.y + box.height)) + room - top;
  const cell = Math.max(finest, Math.sqrt((width * height) / most));
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const grid: Grid = { x: left, y: top, columns, rows, cell, cost: new Uint8Array(columns * rows).fill(free) };
  for (const box of thin) paint(grid, box, 0, (cost) => Math.min(over, cost + line));
  for (const box of solid) paint(grid, box, 10, (cost) => Math.max(cost, near));
  for (const box of solid) paint(grid, box, 3, () => over);
  return grid;
}

function paint(grid: Grid, box: Box, room: number, how: (cost: number) => number): void {
  const [left, right] = [column(grid, box.x - room), column(grid, box.x + box.width + room)];
  const [top, bottom] = [row(grid, box.y - room), row(grid, box.y + box.height + room)];
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const index = y * grid.columns + x;
      grid.cost[index] = how(grid.cost[index] ?? free);
    }
}

/** Marks where a line runs, so that a later one keeps some distance; near its ends they may come together. */
export function paintLine(grid: Grid, points: readonly Point[]): void {
  for (const point of points.slice(10, -10))
    paint(grid, { ...point, width: 0, height: 0 }, 8, (cost) =>
      cost >= over ? cost : Math.min(over - 1, cost + other),
    );
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
const column = (grid: Grid, x: number): number => clamp(Math.floor((x - grid.x) / grid.cell), grid.columns - 1);
const row = (grid: Grid, y: number): number => clamp(Math.floor((y - grid.y) / grid.cell), grid.rows - 1);

const stepX = [1, -1, 0, 0, 1, 1, -1, -1];
const stepY = [0, 0, 1, -1, 1, -1, 1, -1];

/** A way that is a little dearer than the cheapest is good enough, and found in a fraction of the time. */
const haste = 1.6;

/**
 * A cheap way from one point to another over the grid (A*), pulled straight where that costs nothing. In `own` boxes, where the line
 * begins and ends, it runs for free. Gives the corners of the way, both ends included.
 */
export function wayOver(grid: Grid, from: Point, to: Point, own: readonly Box[]): Point[] {
  const cost = grid.cost.slice();
  const mine: Grid = { ...grid, cost };
  for (const box of own) paint(mine, box, 24, (before) => (before < near ? free : before));
  for (const box of own) paint(mine, box, 4, () => free);
  const costAt = (point: Point): number => cost[cellOf(grid, point)] ?? free;
  const path = search(mine, cellOf(grid, from), cellOf(grid, to)).map((index) => ({
    x: grid.x + ((index % grid.columns) + 0.5) * grid.cell,
    y: grid.y + (Math.floor(index / grid.columns) + 0.5) * grid.cell,
  }));
  return pulled([from, ...path.slice(1, -1), to], costAt, grid.cell / 2);
}

const cellOf = (grid: Grid, { x, y }: Point): number => row(grid, y) * grid.columns + column(grid, x);

/** The squares of a way, both ends included. */
function search({ columns, rows, cost }: Grid, start: number, goal: number): number[] {
  const [goalX, goalY] = [goal % columns, Math.floor(goal / columns)];
  const best = new Float64Array(columns * rows).fill(Infinity);
  const back = new Int32Array(columns * rows).fill(-1);
  const done = new Uint8Array(columns * rows);
  const open = new Queue();
  best[start] = 0;
  open.add(start, 0);
  for (let index = open.take(); index !== -1 && index !== goal; index = open.take()) {
    if (done[index] === 1) continue;
    done[index] = 1;
    const x = index % columns;
    const y = (index - x) / columns;
    const so = best[index] ?? 0;
    for (let turn = 0; turn < 8; turn++) {
      const nextX = x + (stepX[turn] ?? 0);
      const nextY = y + (stepY[turn] ?? 0);
      if (nextX < 0 || nextY < 0 || nextX >= columns || nextY >= rows) continue;
      const next = nextY * columns + nextX;
      const whole = so + (turn < 4 ? 1 : Math.SQRT2) * (cost[next] ?? free);
      if (done[next] === 1 || whole >= (best[next] ?? Infinity)) continue;
      best[next] = whole;
      back[next] = index;
      const [dx, dy] = [Math.abs(goalX - nextX), Math.abs(goalY - nextY)];
      open.add(next, whole + haste * free * (dx + dy - 0.59 * Math.min(dx, dy)));
    }
  }
  const path: number[] = [];
  for (let index = goal; index !== -1; index = back[index] ?? -1) path.push(index);
  return path.reverse();
}

/** The same way with as few corners as do not make it dearer. */
function pulled(path: readonly Point[], costAt: (point: Point) => number, fine: number): Point[] {
  const along = (from: Point, to: Point): number => {
    const count = Math.max(1, Math.ceil(distance(from, to) / fine));
    let sum = 0;
    for (let step = 1; step <= count; step++)
      sum += costAt({ x: from.x + ((to.x - from.x) * step) / count, y: from.y + ((to.y - from.y) * step) / count });
    return (sum / count) * distance(from, to);
  };
  const whole = [0];
  for (let index = 1; index < path.length; index++) {
    const [from, to] = [path[index - 1], path[index]];
    whole.push((whole[index - 1] ?? 0) + (from === undefined || to === undefined ? 0 : along(from, to)));
  }
  const corners: Point[] = [];
  let index = 0;
  for (let here = path[0]; here !== undefined; here = path[index]) {
    corners.push(here);
    if (index >= path.length - 1) break;
    let next = index + 1;
    for (let reach = path.length - 1; reach > index + 1; reach -= Math.max(1, Math.floor((reach - index) / 12))) {
      const goal = path[reach];
      if (goal === undefined || along(here, goal) > ((whole[reach] ?? 0) - (whole[index] ?? 0)) * 1.02) continue;
      next = reach;
      break;
    }
    index = next;
  }
  return corners;
}

/** What is cheapest comes first (a binary heap). */
class Queue {
  #items = new Int32Array(1024);
  #costs = new Float64Array(1024);
  #count = 0;

  add(item: number, cost: number): void {
    if (this.#count === this.#items.length) this.#grow();
    const [items, costs] = [this.#items, this.#costs];
    let index = this.#count++;
    for (; index > 0; index = (index - 1) >> 1) {
      const parent = (index - 1) >> 1;
      if ((costs[parent] ?? 0) <= cost) break;
      items[index] = items[parent] ?? 0;
      costs[index] = costs[parent] ?? 0;
    }
    items[index] = item;
    costs[index] = cost;
  }

  /** The cheapest, or -1 when there is nothing left. */
  take(): number {
    if (this.#count === 0) return -1;
    const [items, costs] = [this.#items, this.#costs];
    const first = items[0] ?? -1;
    const count = --this.#count;
    const [item, cost] = [items[count] ?? 0, costs[count] ?? 0];
    let index = 0;
    for (let child = 1; child < count; child = 2 * index + 1) {
      if (child + 1 < count && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child++;
      if (cost <= (costs[child] ?? 0)) break;
      items[index] = items[child] ?? 0;
      costs[index] = costs[child] ?? 0;
      index = child;
    }
    items[index] = item;
    costs[index] = cost;
    return first;
  }

  #grow(): void {
    const [items, costs] = [this.#items, this.#costs];
    this.#items = new Int32Array(2 * items.length);
    this.#costs = new Float64Array(2 * costs.length);
    this.#items.set(items);
    this.#costs.set(costs);
  }
}
