import { beside, normal } from '../genogram/patterns.ts';
import { alongCurve, distance, edgeOf, overlaps, polyline, quadratic } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Ink, Mark, PictureLine } from '../picture/picture.ts';
import type { Band } from './circle.ts';
import { crosses } from './rings.ts';

/** How a tie is drawn: its strength by how many lines and which, tension by a zigzag. The pattern says it, the colour only helps. */
type Pattern = {
  readonly color: Ink;
  readonly sides: readonly number[];
  readonly width: number;
  readonly dash?: readonly number[];
  readonly gap?: true;
  readonly zigzag?: number;
};

export function patternOf({ sterkte, soort }: Pick<Band, 'sterkte' | 'soort'>): Pattern {
  if (soort === 'spanning') return tensePattern(sterkte);
  switch (sterkte) {
    case 'sterk':
      return { color: 'kracht', sides: [-3.5, 3.5], width: 2.5 };
    case 'zwak':
      return { color: 'ink-soft', sides: [0], width: 3, dash: [1, 8] };
    case 'verbroken':
      return { color: 'ink-soft', sides: [0], width: 2, gap: true };
    case 'gewoon':
      return { color: 'ink-soft', sides: [0], width: 2.5 };
    case undefined:
      return { color: 'ink-soft', sides: [0], width: 1.2 };
  }
}

/** Tension is a zigzag; between two lines when the tie is strong, in pieces when it is weak. */
function tensePattern(sterkte: Band['sterkte']): Pattern {
  const zigzag = { color: 'zorg', sides: [], width: 2, zigzag: 7 } as const;
  if (sterkte === 'sterk') return { ...zigzag, sides: [-10, 10] };
  if (sterkte === 'zwak') return { ...zigzag, width: 1.6, dash: [9, 7] };
  return sterkte === 'verbroken' ? { ...zigzag, gap: true } : zigzag;
}

/** The tie between two boxes, gently bent where somebody else stands between them. */
export function tieLine(band: Band, from: Box, to: Box, others: readonly Box[], said: string): PictureLine {
  const [start, end] = [middle(from), middle(to)];
  const control = bestControl(start, end, others);
  const free = alongCurve(start, control, end, 5).filter((point) => !isIn(point, from, 5) && !isIn(point, to, 5));
  const points = free.length < 4 ? [edgeOf(from, end), edgeOf(to, start)] : free;
  const [first = start, last = end] = [points[0], points.at(-1)];
  return {
    id: band.id,
    ends: [band.kind ?? '', band.met ?? ''],
    marks: tieMarks(patternOf(band), points),
    d: quadratic(first, control, last),
    label: said,
  };
}

const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
const isIn = (point: Point, box: Box, gap: number): boolean =>
  overlaps({ ...point, width: 0.01, height: 0.01 }, box, gap);

/** With so many people a bend frees no tie any more. */
const tooMany = 80;

/** Straight when nobody is in the way, else the gentlest bend with the fewest people under it. */
function bestControl(from: Point, to: Point, others: readonly Box[]): Point {
  const straight = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (others.length > tooMany || others.every((box) => !crosses(to, box, from))) return straight;
  const away = distance(from, to);
  let best = { control: from, cost: Infinity };
  for (const bend of [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42, 0.55, -0.55]) {
    const control = {
      x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
      y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
    };
    const points = alongCurve(from, control, to, 10);
    const hits = others.reduce((sum, box) => sum + points.filter((point) => isIn(point, box, 5)).length, 0);
    const cost = hits * 12 + Math.abs(bend) * away * 1.5;
    if (cost < best.cost) best = { control, cost };
  }
  return best.control;
}

/** Takes a pattern and points along a line, a few units apart, gives its marks. The legend draws its samples with it as well. */
export function tieMarks(pattern: Pattern, points: readonly Point[]): Mark[] {
  const { color, width, dash } = pattern;
  const stroke = (line: readonly Point[]): Mark => ({
    kind: 'path',
    d: polyline(line),
    stroke: color,
    width,
    ...(dash === undefined ? {} : { dash }),
  });
  const lines = [
    ...pattern.sides.map((side) => beside(points, side)),
    ...(pattern.zigzag === undefined ? [] : [zigzag(points, pattern.zigzag)]),
  ];
  if (pattern.gap === undefined) return lines.map(stroke);
  return [...lines.flatMap((line) => broken(line).map(stroke)), ...bars(points, color)];
}

function zigzag(points: readonly Point[], height: number): Point[] {
  return points.flatMap((point, index): Point[] => {
    if (index < 2 || index > points.length - 3) return [point];
    if (index % 2 === 1) return [];
    const n = normal(points, index);
    const side = index % 4 === 0 ? height : -height;
    return [{ x: point.x + n.x * side, y: point.y + n.y * side }];
  });
}

/** The two pieces of a line with a gap in its middle. */
function broken(line: readonly Point[]): Point[][] {
  const [a, b] = [Math.floor(line.length * 0.44), Math.ceil(line.length * 0.56)];
  return [line.slice(0, Math.max(2, a)), line.slice(Math.min(line.length - 2, b))];
}

/** Two bars across the gap: no contact any more. */
function bars(points: readonly Point[], color: Ink): Mark[] {
  return [0.46, 0.54].flatMap((part): Mark[] => {
    const index = Math.round((points.length - 1) * part);
    const point = points[index];
    if (point === undefined) return [];
    const n = normal(points, index);
    const ends = [8, -8].map((side) => ({ x: point.x + n.x * side, y: point.y + n.y * side }));
    return [{ kind: 'path', d: polyline(ends), stroke: color, width: 2.5 }];
  });
}
