import { find } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { verbandWords } from '../words/pictures.ts';
import { arrowHead, distance, edgeOf, middleOf, overlaps, round } from './paths.ts';
import type { Point } from './paths.ts';
import type { Box, PictureLine, PictureNode } from './picture.ts';

/** How a link runs: through the middle of the triangle, or from side to side around what stands between. */
export type Course =
  | { readonly kind: 'through'; readonly centre: Point; readonly avoid: readonly Box[] }
  | { readonly kind: 'around'; readonly avoid: readonly Box[] };

/**
 * Draws one verband as a curve with an arrow head from edge to edge of its two nodes. Of a few curves the one is taken that runs
 * over the fewest other nodes and boxes to avoid. Nothing when one of its ends is not in this view.
 */
export function verbandLine(
  verband: ThingOfType<'verband'>,
  nodes: ReadonlyMap<string, PictureNode>,
  course: Course,
): PictureLine | undefined {
  const from = nodes.get(verband.van ?? '');
  const to = nodes.get(verband.naar ?? '');
  if (from === undefined || to === undefined || from === to) return undefined;
  const others = [...nodes.values()].flatMap((node) => (node === from || node === to ? [] : [node.box]));
  const curves =
    course.kind === 'through'
      ? bends.map((bend) => bentCurve(from.box, to.box, course.centre, bend))
      : sides.flatMap((out) =>
          sides.flatMap((into) => pulls.map((pull) => sideCurve(from.box, to.box, out, into, pull))),
        );
  let best: { cost: number; curve: Curve } | undefined;
  for (const curve of curves) {
    const cost = costOf(curve, [...others, ...course.avoid], [from.box, to.box]);
    if (best === undefined || cost < best.cost) best = { cost, curve };
  }
  if (best === undefined) return undefined;
  const { start, first, second, end } = best.curve;
  const d = `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`;
  return {
    id: verband.id,
    ends: [from.id, to.id],
    marks: [
      { kind: 'path', d, stroke: 'action', width: 2, opacity: 0.85 },
      { kind: 'path', d: arrowHead(second, end, 12), fill: 'action' },
    ],
    d,
    label: sayVerband(from.label, to.label, verband.omdat),
  };
}

/** A cubic curve by its four points. */
type Curve = { readonly start: Point; readonly first: Point; readonly second: Point; readonly end: Point };
const bends = [0.55, 0.35, 0.75, 0.95, 0.15, -0.2];
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

function bentCurve(from: Box, to: Box, centre: Point, bend: number): Curve {
  const [a, b] = [middleOf(from), middleOf(to)];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const bent = { x: middle.x + (centre.x - middle.x) * bend, y: middle.y + (centre.y - middle.y) * bend };
  const aim = distance(bent, a) < 1 || distance(bent, b) < 1 ? middle : bent;
  const [start, end] = [edgeOf(from, aim), edgeOf(to, aim, 2)];
  const third = (point: Point): Point => ({
    x: point.x + ((aim.x - point.x) * 2) / 3,
    y: point.y + ((aim.y - point.y) * 2) / 3,
  });
  return { start, first: third(start), second: third(end), end };
}

const sides = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
] as const;

/** How far a curve goes straight on before it turns, as a part of the distance. */
const pulls = [0.25, 0.42, 0.75] as const;

/** Leaves square to one side of a box and arrives square to a side of the other. */
function sideCurve(from: Box, to: Box, out: Point, into: Point, strength: number): Curve {
  const spot = (box: Box, side: Point, gap: number): Point => {
    const middle = middleOf(box);
    return { x: middle.x + side.x * (box.width / 2 + gap), y: middle.y + side.y * (box.height / 2 + gap) };
  };
  const [start, end] = [spot(from, out, 0), spot(to, into, 2)];
  const pull = Math.min(420, Math.max(40, distance(start, end) * strength));
  const pulled = (point: Point, side: Point): Point => ({ x: point.x + side.x * pull, y: point.y + side.y * pull });
  return { start, first: pulled(start, out), second: pulled(end, into), end };
}

/** Length, and much more for every step over somebody else's box or back through the box it came from. */
function costOf(curve: Curve, others: readonly Box[], own: readonly Box[]): number {
  const points = Array.from({ length: 33 }, (_, index) => onCurve(curve, index / 32));
  const dots = points.map(({ x, y }): Box => ({ x, y, width: 0.01, height: 0.01 }));
  const over = others.reduce((sum, box) => sum + dots.filter((dot) => overlaps(dot, box, 4)).length, 0);
  const through = own.reduce((sum, box) => sum + dots.slice(2, -2).filter((dot) => overlaps(dot, box)).length, 0);
  const length = points.reduce((sum, point, index) => sum + distance(point, points[index - 1] ?? point), 0);
  return (over + through) * 90 + length;
}

function onCurve({ start, first, second, end }: Curve, t: number): Point {
  const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
  return {
    x: a * start.x + b * first.x + c * second.x + d * end.x,
    y: a * start.y + b * first.y + c * second.y + d * end.y,
  };
}

/** "“Ik zeg dat het gaat” leidt tot “niemand helpt”, omdat: niemand het weet". */
export const sayVerband = (from: string, to: string, omdat: string): string =>
  `“${from.trim()}” ${verbandWords.leidtTot} “${to.trim()}”${omdat.trim() === '' ? '' : `, ${verbandWords.omdat}: ${omdat.trim()}`}`;

/** The two texts that a verband ties together, when both are on the table. */
export function textsOf(board: Board, verband: ThingOfType<'verband'>): readonly [string, string] | undefined {
  const end = (id: string | undefined): string | undefined =>
    (find(board, 'factor', id) ?? find(board, 'patroonblok', id))?.tekst;
  const [from, to] = [end(verband.van), end(verband.naar)];
  return from === undefined || to === undefined ? undefined : [from, to];
}
