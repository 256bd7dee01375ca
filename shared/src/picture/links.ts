import { find } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { alongCurve, arrowHead, distance, edgeOf, middleOf, overlaps, quadratic } from './paths.ts';
import type { Point } from './paths.ts';
import type { Box, PictureLine, PictureNode } from './picture.ts';

/**
 * Draws one verband as a thin curve with an arrow head from edge to edge of its two nodes, bent towards `centre` (0 is straight,
 * 1 through the centre). Of a few bends the one that runs over the fewest other nodes is taken.
 */
export function verbandLine(
  verband: ThingOfType<'verband'>,
  nodes: ReadonlyMap<string, PictureNode>,
  centre: Point,
  bends: readonly number[],
): PictureLine | undefined {
  const from = nodes.get(verband.van ?? '');
  const to = nodes.get(verband.naar ?? '');
  if (from === undefined || to === undefined || from === to) return undefined;
  const others = [...nodes.values()].filter((node) => node !== from && node !== to).map((node) => node.box);
  let best: { cost: number; curve: Curve } | undefined;
  for (const bend of bends) {
    const curve = curveBetween(from.box, to.box, centre, bend);
    const cost = crossed(curve, others) + Math.abs(bend) * 0.01;
    if (best === undefined || cost < best.cost) best = { cost, curve };
  }
  if (best === undefined) return undefined;
  const { start, control, end } = best.curve;
  const d = quadratic(start, control, end);
  return {
    id: verband.id,
    ends: [from.id, to.id],
    marks: [
      { kind: 'path', d, stroke: 'action', width: 2, opacity: 0.85 },
      { kind: 'path', d: arrowHead(control, end), fill: 'action' },
    ],
    d,
    label: sayVerband(from.label, to.label, verband.omdat),
  };
}

type Curve = { readonly start: Point; readonly control: Point; readonly end: Point };

function curveBetween(from: Box, to: Box, centre: Point, bend: number): Curve {
  const [a, b] = [middleOf(from), middleOf(to)];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const control = { x: middle.x + (centre.x - middle.x) * bend, y: middle.y + (centre.y - middle.y) * bend };
  const aim = distance(control, a) < 1 || distance(control, b) < 1 ? middle : control;
  return { start: edgeOf(from, aim), control: aim, end: edgeOf(to, aim, 2) };
}

const crossed = ({ start, control, end }: Curve, boxes: readonly Box[]): number => {
  const points = alongCurve(start, control, end, 24).map(({ x, y }) => ({ x, y, width: 0.01, height: 0.01 }));
  return boxes.reduce((sum, box) => sum + points.filter((point) => overlaps(point, box)).length, 0);
};

export const sayVerband = (from: string, to: string, omdat: string): string =>
  `${from} → ${to}${omdat.trim() === '' ? '' : `, omdat ${omdat.trim()}`}`;

/** The two texts that a verband ties together, when both are on the table. */
export function textsOf(board: Board, verband: ThingOfType<'verband'>): readonly [string, string] | undefined {
  const end = (id: string | undefined): string | undefined =>
    (find(board, 'factor', id) ?? find(board, 'patroonblok', id))?.tekst;
  const [from, to] = [end(verband.van), end(verband.naar)];
  return from === undefined || to === undefined ? undefined : [from, to];
}
