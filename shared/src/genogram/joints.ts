import { overlaps } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import { childrenOf } from './family.ts';
import type { Family, Kin } from './family.ts';
import type { Layout } from './place.ts';
import { sideOf } from './shapes.ts';
import { half } from './symbols.ts';
import type { Sketch } from './symbols.ts';
import { planTracks } from './tracks.ts';
import type { Tracks, Way } from './tracks.ts';

/** Everything that lines are drawn from: who there is, where they stand, and which height each family's line has between two rows. */
export type Drawing = {
  readonly kin: Kin;
  readonly layout: Layout;
  readonly sketches: ReadonlyMap<string, Sketch>;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly gapTop: (row: number) => number;
  readonly tracks: Tracks;
};

/** Where a couple's line runs, and where the line to the children begins. A low one runs below the names, past who stands between. */
export type Joint = { readonly corners: readonly Point[]; readonly drop: Point; readonly low: boolean };

export function drawingOf(kin: Kin, layout: Layout, sketches: ReadonlyMap<string, Sketch>): Drawing {
  const boxes = new Map([...sketches].map(([id, { box }]) => [id, boxAt(box, layout.at.get(id))]));
  const bottoms = new Map<number, number>();
  for (const [id, box] of boxes) {
    const row = layout.rowOf.get(id) ?? 0;
    if (isRegular(layout, id)) bottoms.set(row, Math.max(bottoms.get(row) ?? -Infinity, box.y + box.height));
  }
  const gapTop = (row: number): number => bottoms.get(row) ?? (layout.rowY[row] ?? 0) + half;
  const regular = new Map([...layout.at].filter(([id]) => isRegular(layout, id)).map(([id, point]) => [id, point.x]));
  return { kin, layout, sketches, boxes, gapTop, tracks: planTracks(kin, layout.rowOf, regular) };
}

/** The same while these are moved: every family keeps its heights between the rows. */
export function movedDrawing(before: Drawing, layout: Layout, moved: ReadonlySet<string>): Drawing {
  const boxes = new Map(before.boxes);
  for (const id of moved) {
    const sketch = before.sketches.get(id);
    if (sketch !== undefined) boxes.set(id, boxAt(sketch.box, layout.at.get(id)));
  }
  return { ...before, layout, boxes };
}

const boxAt = (box: Box, at: Point = { x: 0, y: 0 }): Box => ({ ...box, x: at.x + box.x, y: at.y + box.y });

/** On its row: never moved by hand, or only along it. */
function isRegular(layout: Layout, id: string): boolean {
  const point = layout.at.get(id);
  return point !== undefined && Math.abs(point.y - (layout.rowY[layout.rowOf.get(id) ?? -1] ?? Infinity)) < 1;
}

/** The family's way along its tracks, when everybody of it stands on a row. */
export const wayOf = ({ layout, tracks }: Drawing, family: Family): Way | undefined =>
  [...family.parents, ...childrenOf(family)].every((id) => isRegular(layout, id)) ? tracks.ways.get(family) : undefined;

export const atOf = ({ layout }: Drawing, id: string): Point => layout.at.get(id) ?? { x: 0, y: 0 };
const sideAt = ({ sketches }: Drawing, id: string, dy: number): number => {
  const sketch = sketches.get(id);
  return sketch === undefined ? half : sideOf(sketch.outline, dy);
};
const bottomOf = ({ boxes, layout }: Drawing, id: string): number => {
  const box = boxes.get(id);
  return box === undefined ? (layout.at.get(id)?.y ?? 0) + half : box.y + box.height;
};
export const trackY = ({ gapTop }: Drawing, gap: number, way: Way): number =>
  gapTop(gap) + 16 + 14 * (way.track.get(gap) ?? 0);

/** Takes the partners of a family, gives the line between them, `dy` below their middles: each further union of the same two has its own. */
export function jointOf(drawing: Drawing, family: Family, way: Way | undefined, dy = 0): Joint {
  const [first = '', second] = family.parents;
  const [one, other] = [atOf(drawing, first), atOf(drawing, second ?? first)];
  if (second === undefined) return { corners: [], drop: { x: one.x, y: bottomOf(drawing, first) }, low: false };
  const [left, right] = one.x <= other.x ? [first, second] : [second, first];
  const [a, b] = [atOf(drawing, left), atOf(drawing, right)];
  const start = { x: a.x + sideAt(drawing, left, dy), y: a.y + dy };
  const end = { x: b.x - sideAt(drawing, right, dy), y: b.y + dy };
  const middle = (start.x + end.x) / 2;
  const straight = start.y === end.y ? [start, end] : [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
  if (end.x - start.x > 24 && isClear(drawing, straight, [left, right])) {
    const x = start.y === end.y ? dropX(drawing, family, middle) : middle;
    return { corners: straight, drop: { x, y: Math.max(start.y, end.y) }, low: false };
  }
  return lowJoint(drawing, [left, right], way, dy);
}

/** Out of the sides of both, down past their names, and along below them. */
function lowJoint(drawing: Drawing, [left, right]: [string, string], way: Way | undefined, dy: number): Joint {
  const [a, b] = [atOf(drawing, left), atOf(drawing, right)];
  const row = drawing.layout.rowOf.get(left) ?? 0;
  const under = Math.max(bottomOf(drawing, left), bottomOf(drawing, right)) + 14;
  const low = (way === undefined ? under : trackY(drawing, row, way)) + dy / 3;
  const [out, back] = [a.x + 72, b.x - 72];
  const down = 12 + dy / 3;
  return {
    corners: [
      { x: a.x + sideAt(drawing, left, down), y: a.y + down },
      { x: out, y: a.y + down },
      { x: out, y: low },
      { x: back, y: low },
      { x: back, y: b.y + down },
      { x: b.x - sideAt(drawing, right, down), y: b.y + down },
    ],
    drop: { x: (out + back) / 2, y: low },
    low: true,
  };
}

/** Straight above the children when that is nearly the middle, so that no line has a needless little step. */
function dropX({ kin, layout }: Drawing, family: Family, middle: number): number {
  const spots = childrenOf(family).flatMap((child) =>
    kin.home.get(child) === family ? (layout.at.get(child)?.x ?? []) : [],
  );
  if (spots.length === 0) return middle;
  const wanted = (Math.min(...spots) + Math.max(...spots)) / 2;
  return Math.abs(wanted - middle) < 9 ? wanted : middle;
}

/** True when no other person stands in the way of these straight pieces. */
function isClear({ boxes }: Drawing, corners: readonly Point[], but: readonly string[]): boolean {
  const pieces = corners.slice(1).map((to, index): Box => {
    const from = corners[index] ?? to;
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y) - 1,
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y) + 2,
    };
  });
  for (const [id, box] of boxes) if (!but.includes(id) && pieces.some((piece) => overlaps(piece, box))) return false;
  return true;
}
