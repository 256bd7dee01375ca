import type { ThingOfType } from '../board/things.ts';
import { label } from '../picture/card.ts';
import { distance, middleOf, polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Ink, Mark } from '../picture/picture.ts';

const tints: readonly Ink[] = ['household', 'household-2', 'household-3'];
const room = 150;

/** Each household as a soft tinted shape behind its people: one thick round stroke from person to person. */
export function householdMarks(
  households: readonly ThingOfType<'huishouden'>[],
  boxes: ReadonlyMap<string, Box>,
): Mark[] {
  return households.flatMap((house, index): Mark[] => {
    const members = [...new Set(house.leden ?? [])].flatMap((id) => boxes.get(id) ?? []);
    if (members.length === 0) return [];
    const points = members.map((box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    const inside = new Set(house.leden ?? []);
    const others = [...boxes].filter(([id]) => !inside.has(id)).map(([, box]) => box);
    const ends = members.flatMap(spineOf);
    const around = hull(ends);
    const ties = others.some((box) => isInside(middleOf(box), around))
      ? nearest(points)
          .map((pair) => polyline(pair))
          .join('')
      : polygon(around);
    const d = `${members.map((box) => polyline(spineOf(box))).join('')}${ties}`;
    const whole = ties.endsWith('Z');
    const top = members.reduce((best, box) => (box.y < best.y || (box.y === best.y && box.x < best.x) ? box : best));
    return [
      {
        kind: 'path',
        d,
        stroke: tints[index % tints.length] ?? 'household',
        width: room,
        opacity: 0.75,
        ...(whole ? { fill: tints[index % tints.length] ?? 'household' } : {}),
      },
      ...(house.naam.trim() === ''
        ? []
        : [label(house.naam.trim(), top.x + top.width / 2 + 10, top.y - 14, { color: 'ink-soft' })]),
    ];
  });
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
