import type { ThingOfType } from '../board/things.ts';
import { alongCurve, arrowHead, circle, distance, overlaps, polyline, quadratic } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { Box, Ink, Mark, PictureLine } from '../picture/picture.ts';
import type { Kin } from './family.ts';
import type { Layout } from './place.ts';
import { sayRelation } from './say.ts';
import { half } from './symbols.ts';

type Relation = ThingOfType<'relatielijn'>;
type Soort = NonNullable<Relation['soort']>;

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
const patterns: Readonly<Record<Soort, Pattern>> = {
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

/** Takes the ties between people, gives each as a curve that bends round other people where a gentle bend can. */
export function relationLines(
  kin: Kin,
  layout: Layout,
  relations: readonly Relation[],
  boxes: ReadonlyMap<string, Box>,
  avoid: readonly Box[],
  options: PictureOptions,
): PictureLine[] {
  const used = new Map<string, number[]>();
  return relations.flatMap((relation): PictureLine[] => {
    const { van = '', naar = '' } = relation;
    const [from, to] = [layout.at.get(van), layout.at.get(naar)];
    if (from === undefined || to === undefined || van === naar) return [];
    const pair = [van, naar].sort().join('+');
    const taken = used.get(pair) ?? [];
    const others = [...boxes].filter(([id]) => id !== van && id !== naar).map(([, box]) => box);
    const sign = van < naar ? 1 : -1;
    const own = [boxes.get(van), boxes.get(naar)].filter((box) => box !== undefined);
    const names = own.map(underSymbol);
    const bend = bestBend(from, to, [...others, ...avoid, ...names], taken, sign);
    used.set(pair, [...taken, bend * sign]);
    const control = bentMiddle(from, to, bend);
    const points = clip(alongCurve(from, control, to, 5), from, to, own);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.length < 4) return [];
    return [
      {
        id: relation.id,
        ends: [van, naar],
        marks: patternMarks(patterns[relation.soort ?? 'gericht-op'], points),
        d: quadratic(first, control, last),
        label: sayRelation(kin, relation, options),
      },
    ];
  });
}

const bends = [0.12, 0.18, 0.24, 0.31, 0.38, 0.46, 0.55, 0.65, 0.75].flatMap((bend) => [bend, -bend]);

/** The gentlest bend with the fewest people under it, and not one that another tie of the same two already has. */
function bestBend(from: Point, to: Point, others: readonly Box[], taken: readonly number[], sign: number): number {
  let best = { bend: bends[0] ?? 0, cost: Infinity };
  for (const bend of bends) {
    const points = alongCurve(from, bentMiddle(from, to, bend), to, 16).map((point): Box => ({
      ...point,
      width: 0.01,
      height: 0.01,
    }));
    const hits = others.reduce((sum, box) => sum + points.filter((point) => overlaps(point, box, 6)).length, 0);
    const again = taken.filter((other) => Math.abs(other - bend * sign) < 0.1).length;
    const cost = hits * 40 + again * 60 + (0.12 + Math.abs(bend) * 0.7) * Math.abs(bend) * distance(from, to);
    if (cost < best.cost) best = { bend, cost };
  }
  return best.bend;
}

const bentMiddle = (from: Point, to: Point, bend: number): Point => ({
  x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
  y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
});

/** The curve without what lies in or near the two symbols and the names under them. */
function clip(points: readonly Point[], from: Point, to: Point, own: readonly Box[]): Point[] {
  const isFree = (point: Point): boolean =>
    distance(point, from) > half + 10 &&
    distance(point, to) > half + 10 &&
    !own.some((box) => overlaps({ ...point, width: 0.01, height: 0.01 }, underSymbol(box), 2));
  const first = points.findIndex(isFree);
  const last = points.findLastIndex(isFree);
  return first === -1 ? [] : points.slice(first, last + 1);
}

const underSymbol = (box: Box): Box => ({
  ...box,
  y: box.y + 2 * half + 8,
  height: Math.max(0, box.height - 2 * half - 8),
});

function patternMarks(pattern: Pattern, points: readonly Point[]): Mark[] {
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

/** Square to the curve at a point of it, one unit long. */
function normal(points: readonly Point[], index: number): Point {
  const [a, b] = [points[Math.max(0, index - 1)], points[Math.min(points.length - 1, index + 1)]];
  if (a === undefined || b === undefined) return { x: 0, y: 1 };
  const length = distance(a, b) || 1;
  return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
}

const beside = (points: readonly Point[], side: number): Point[] =>
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
