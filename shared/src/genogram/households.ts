import type { ThingOfType } from '../board/things.ts';
import { measure } from '../picture/measure.ts';
import { distance, middleOf, polygon, polyline, towards } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Ink, Mark } from '../picture/picture.ts';
import type { Crowd } from './labels.ts';
import { putLabel } from './labels.ts';

const tints: readonly Ink[] = ['household', 'household-2', 'household-3'];
const [room, neck] = [150, 34];

/** Who live in a household, and the animals of whom all people live there. */
export type Lived = (house: ThingOfType<'huishouden'>) => readonly string[];

/**
 * Each household as a soft tinted shape behind its people and animals: one thick round stroke from one to the next. Its name stands by it, where
 * it covers nobody.
 */
export function householdMarks(
  households: readonly ThingOfType<'huishouden'>[],
  boxes: ReadonlyMap<string, Box>,
  crowd: Crowd,
  living: Lived = ({ leden = [] }) => leden,
): Mark[] {
  return households.flatMap((house, index): Mark[] => {
    const inside = new Set(living(house));
    const members = [...inside].flatMap((id) => boxes.get(id) ?? []);
    if (members.length === 0) return [];
    const outside = [...boxes].flatMap(([id, box]) => (inside.has(id) ? [] : [middleOf(box)]));
    const tint = tints[index % tints.length] ?? 'household';
    const top = members.reduce((best, box) => (box.y < best.y || (box.y === best.y && box.x < best.x) ? box : best));
    const around = hull(members.flatMap(spineOf));
    const spines = members.map((box) => polyline(spineOf(box))).join('');
    const [thick, thin] = outside.some((point) => isInside(point, around)) ? bands(members, outside) : ['', ''];
    const whole = thick === '' && thin === '' ? { d: spines + polygon(around), fill: tint } : { d: spines + thick };
    return [
      { kind: 'path', ...whole, stroke: tint, width: room, opacity: 0.75 },
      ...(thin === '' ? [] : [{ kind: 'path', d: thin, stroke: tint, width: neck, opacity: 0.75 } as const]),
      ...nameMarks(house.naam.trim(), top, crowd),
    ];
  });
}

/** Over the highest member, right or left of the line that comes down to it; else beside it. */
function nameMarks(name: string, top: Box, crowd: Crowd): Mark[] {
  if (name === '') return [];
  const width = measure(name, 16);
  const [middle, y] = [top.x + top.width / 2, top.y - 16];
  return putLabel(
    name,
    [
      { x: middle + 10 + width / 2, y },
      { x: middle - 10 - width / 2, y },
      { x: middle + 10 + width / 2, y: y - 20 },
      { x: middle - 10 - width / 2, y: y - 20 },
      { x: top.x + top.width + 8 + width / 2, y: top.y + 20 },
      { x: top.x - 8 - width / 2, y: top.y + 20 },
    ],
    crowd,
  );
}

/** From one member to the next: as wide as they are, and narrow where somebody else stands in between. */
function bands(members: readonly Box[], outside: readonly Point[]): [string, string] {
  const pairs = nearest(members.map(middleOf));
  const isFree = ([a, b]: [Point, Point]): boolean => outside.every((point) => awayFrom(point, a, b) > room / 2 + 20);
  const narrow = pairs
    .filter((pair) => !isFree(pair))
    .map(([a, b]): [Point, Point] => {
      const whole = distance(a, b);
      return [towards(a, b, Math.min(70, whole / 2)), towards(b, a, Math.min(70, whole / 2))];
    });
  return [pairs.filter(isFree).map(polyline).join(''), narrow.map(polyline).join('')];
}

/** How far a point lies from the piece between two others. */
function awayFrom(point: Point, a: Point, b: Point): number {
  const length = distance(a, b) || 1;
  const part = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length);
  const nearestPart = Math.max(0, Math.min(1, part));
  return distance(point, { x: a.x + (b.x - a.x) * nearestPart, y: a.y + (b.y - a.y) * nearestPart });
}

const spineOf = (box: Box): [Point, Point] => {
  const x = box.x + box.width / 2;
  return [
    { x, y: box.y + 30 },
    { x, y: box.y + Math.max(31, box.height - 40) },
  ];
};

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The smallest shape without dents that holds all points (Andrew's monotone chain). */
function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const side = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (
        let [a, b] = chain.slice(-2);
        a !== undefined && b !== undefined && turn(a, b, point) <= 0;
        [a, b] = chain.slice(-2)
      )
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...side(sorted), ...side(sorted.toReversed())];
}

/** True when a point lies in the hull or so near that the tint would touch it. */
function isInside(point: Point, corners: readonly Point[]): boolean {
  return (
    corners.length > 2 &&
    corners.every((corner, index) => {
      const next = corners[(index + 1) % corners.length] ?? corner;
      return turn(corner, next, point) / (distance(corner, next) || 1) > -room / 2;
    })
  );
}

/** The shortest lines that tie all points together (Prim). */
function nearest(points: readonly Point[]): [Point, Point][] {
  const [start, ...rest] = points;
  if (start === undefined) return [];
  const inside = [start];
  const outside = new Set(rest);
  const pairs: [Point, Point][] = [];
  while (outside.size > 0) {
    let best: [Point, Point] | undefined;
    for (const from of inside)
      for (const to of outside) if (best === undefined || distance(from, to) < distance(...best)) best = [from, to];
    if (best === undefined) break;
    pairs.push(best);
    inside.push(best[1]);
    outside.delete(best[1]);
  }
  return pairs;
}
