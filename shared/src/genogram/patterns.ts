import type { ThingOfType } from '../board/things.ts';
import { arrowHead, circle, distance, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Ink, Mark } from '../picture/picture.ts';

export type RelationKind = NonNullable<ThingOfType<'relatielijn'>['soort']>;

/** How a tie is drawn: parallel lines, zigzag, arrow, gap. The pattern says it; the colour only helps. */
type Pattern = {
  readonly color: Ink;
  readonly lines: readonly number[];
  readonly zigzag?: number;
  readonly arrow?: true;
  readonly gap?: 'open' | 'healed';
  readonly dash?: readonly number[];
  readonly width?: number;
  readonly ring?: true;
};
const patterns: Readonly<Record<RelationKind, Pattern>> = {
  hecht: { color: 'kracht', lines: [-3, 3] },
  'zeer-hecht': { color: 'kracht', lines: [-5, 0, 5] },
  afstandelijk: { color: 'ink-soft', lines: [0], dash: [1, 8], width: 3 },
  verbroken: { color: 'ink-soft', lines: [0], gap: 'open' },
  hersteld: { color: 'kracht', lines: [0], gap: 'healed' },
  conflict: { color: 'zorg', lines: [], zigzag: 6 },
  vijandig: { color: 'zorg', lines: [], zigzag: 10, width: 3 },
  'hecht-en-vijandig': { color: 'zorg', lines: [-9, 9], zigzag: 6 },
  'versmolten-en-vijandig': { color: 'zorg', lines: [-10, 0, 10], zigzag: 7 },
  'gericht-op': { color: 'ink', lines: [0], arrow: true },
  verzorgend: { color: 'kracht', lines: [0], arrow: true, ring: true },
  'emotioneel-geweld': { color: 'ink', lines: [], zigzag: 6, arrow: true, dash: [6, 5] },
  'lichamelijk-geweld': { color: 'ink', lines: [], zigzag: 7, arrow: true, width: 2.5 },
  'seksueel-geweld': { color: 'ink', lines: [-9, 9], zigzag: 6, arrow: true, width: 2.5 },
};

/** Kinds with somebody who does it and somebody to whom it is done: drawn with an arrow from the one to the other. */
export const isDirected = (soort: RelationKind): boolean => patterns[soort].arrow === true;

/** Takes points about five apart along a line, gives the marks of the tie along it. */
export function patternMarks(soort: RelationKind, points: readonly Point[]): Mark[] {
  const pattern = patterns[soort];
  const { color, width = 2, dash } = pattern;
  const stroke = (line: readonly Point[]): Mark => ({
    kind: 'path',
    d: polyline(line),
    stroke: color,
    width,
    ...(dash === undefined ? {} : { dash }),
  });
  const marks = pattern.lines.flatMap((side) => {
    const line = beside(points, side);
    if (pattern.gap === undefined)
      return [{ ...stroke(line), width: pattern.zigzag === undefined ? width : 1.5 } as Mark];
    const [a, b] = [Math.floor(line.length / 2) - 2, Math.ceil(line.length / 2) + 2];
    return [stroke(line.slice(0, Math.max(2, a))), stroke(line.slice(Math.min(line.length - 2, b)))];
  });
  if (pattern.gap !== undefined) marks.push(...gapMarks(points, color, pattern.gap));
  if (pattern.zigzag !== undefined) marks.push(stroke(zigzag(points, pattern.zigzag)));
  const [tip, back] = [points.at(-1), points.at(-4)];
  if (pattern.arrow === true && tip !== undefined && back !== undefined)
    marks.push({ kind: 'path', d: arrowHead(back, tip, 14), fill: color });
  const start = points[0];
  if (pattern.ring === true && start !== undefined)
    marks.push({ kind: 'path', d: circle(start, 5), stroke: color, width: 2, fill: 'surface' });
  return marks;
}

/** Takes a curve as points and the number of one of them; gives the direction square to the curve there, one unit long. */
export function normal(points: readonly Point[], index: number): Point {
  const [a, b] = [points[Math.max(0, index - 1)], points[Math.min(points.length - 1, index + 1)]];
  if (a === undefined || b === undefined) return { x: 0, y: 1 };
  const length = distance(a, b) || 1;
  return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
}

/** The same curve, so many units to its side. */
export const beside = (points: readonly Point[], side: number): Point[] =>
  points.map((point, index) => {
    const n = normal(points, index);
    return { x: point.x + n.x * side, y: point.y + n.y * side };
  });

function zigzag(points: readonly Point[], height: number): Point[] {
  return points.flatMap((point, index): Point[] => {
    if (index < 2 || index > points.length - 5) return [point];
    if (index % 2 === 1) return [];
    const n = normal(points, index);
    const side = index % 4 === 0 ? height : -height;
    return [{ x: point.x + n.x * side, y: point.y + n.y * side }];
  });
}

/** A gap with two bars: broken. With a ring in the gap: mended. */
function gapMarks(points: readonly Point[], color: Ink, kind: 'open' | 'healed'): Mark[] {
  const middle = Math.floor(points.length / 2);
  const at = points[middle];
  if (at === undefined) return [];
  if (kind === 'healed') return [{ kind: 'path', d: circle(at, 7), stroke: color, width: 2, fill: 'surface' }];
  return [-2, 2].flatMap((step): Mark[] => {
    const point = points[middle + step];
    if (point === undefined) return [];
    const n = normal(points, middle + step);
    const bar = [
      { x: point.x + n.x * 9, y: point.y + n.y * 9 },
      { x: point.x - n.x * 9, y: point.y - n.y * 9 },
    ];
    return [{ kind: 'path', d: polyline(bar), stroke: color, width: 2 }];
  });
}
