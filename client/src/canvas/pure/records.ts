import type { Board, Ink } from '@samenbord/shared/board/board.ts';
import type { Box, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { indexKey } from './index-key.ts';
import { pathPoints } from './path-points.ts';
import type { Point } from './path-points.ts';

/** What tldraw needs to know of a symbol, a card, a line or a stroke: where it lies and how it is hit. What it looks like stays in the picture. */
export type Spec = {
  readonly id: string;
  readonly type: 'node' | 'line' | 'ink';
  readonly x: number;
  readonly y: number;
  readonly index: string;
  readonly props: {
    readonly w: number;
    readonly h: number;
    /** Id of the thing or stroke it stands for. */
    readonly ref: string;
    /** Points to hit, from its own corner: x,y pairs. A node has none: its whole box is hit. */
    readonly points: readonly number[];
  };
};

const highest = 1_000_000;
const isSize = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= highest;

/**
 * Takes a picture and the strokes of the board, gives the shapes that show them: lines below, then nodes, strokes on top, each under an id and an index
 * of its own. What has no readable box is left out, never thrown: one bad thing may not take the rest off the table.
 */
export function specsOf(picture: ViewPicture, ink: Board['ink']): Spec[] {
  const specs: Spec[] = [];
  const taken = new Set<string>();
  const add = (type: Spec['type'], ref: string, drawn: object, outlineOf: () => Outline | undefined): void => {
    const before = known.get(drawn) ?? specFrom(type, ref, outlineOf());
    if (before === undefined) return;
    const id = free(taken, `shape:${type}:${ref}`);
    const index = indexKey(specs.length);
    const spec = before.id === id && before.index === index ? before : { ...before, id, index };
    known.set(drawn, spec);
    specs.push(spec);
  };
  for (const line of picture.lines) add('line', line.id, line, () => outlineAlong(pathPoints(line.d)));
  for (const node of picture.nodes) add('node', node.id, node, () => ({ box: node.box, points: [] }));
  for (const [id, stroke] of inSomeOrder(ink)) {
    if (stroke.view === picture.view) add('ink', id, stroke, () => outlineAlong(pairs(stroke.punten)));
  }
  return specs;
}

/** Where something lies and how it is hit. */
type Outline = { readonly box: Box; readonly points: readonly number[] };

/** What was worked out for a node, line or stroke, for as long as it is the same one: while a finger moves nearly all of them are. */
const known = new WeakMap<object, Spec>();

/** A shape that has no place in the row yet; nothing when its outline cannot be read. */
function specFrom(type: Spec['type'], ref: string, outline: Outline | undefined): Spec | undefined {
  if (outline === undefined) return undefined;
  const { x, y, width, height } = outline.box;
  if (![x, y, width, height, ...outline.points].every(isSize) || width < 0 || height < 0) return undefined;
  const props = { w: Math.max(1, width), h: Math.max(1, height), ref, points: outline.points };
  return { id: '', type, x, y, index: '', props };
}

/** The outline of what is drawn along points; nothing when there is nothing to take hold of. */
function outlineAlong(points: readonly Point[]): Outline | undefined {
  if (points.length < 2) return undefined;
  const box = boxAround(points);
  return { box, points: points.flatMap(({ x, y }) => [x - box.x, y - box.y]) };
}

/** A thing drawn twice (a line with two legs) gets a second id, never the same one. */
function free(taken: Set<string>, wanted: string): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}:${count}`;
  taken.add(id);
  return id;
}

const inSomeOrder = (ink: Board['ink']): [string, Ink][] => [...ink].sort(([a], [b]) => (a < b ? -1 : 1));

/** x,y pairs as points. */
export function pairs(values: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 1 < values.length; index += 2)
    points.push({ x: values[index] ?? 0, y: values[index + 1] ?? 0 });
  return points;
}

/** The smallest box around points; an empty list gives an empty box. */
export function boxAround(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = xs.reduce((a, b) => Math.min(a, b));
  const y = ys.reduce((a, b) => Math.min(a, b));
  return { x, y, width: xs.reduce((a, b) => Math.max(a, b)) - x, height: ys.reduce((a, b) => Math.max(a, b)) - y };
}
