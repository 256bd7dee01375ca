import type { ThingOfType } from '../board/things.ts';
import { label } from '../picture/card.ts';
import { distance, polyline } from '../picture/paths.ts';
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
    const d = [...members.map(spine), ...nearest(points).map((pair) => polyline(pair))].join('');
    const top = members.reduce((best, box) => (box.y < best.y || (box.y === best.y && box.x < best.x) ? box : best));
    return [
      { kind: 'path', d, stroke: tints[index % tints.length] ?? 'household', width: room, opacity: 0.75 },
      ...(house.naam.trim() === ''
        ? []
        : [label(house.naam.trim(), top.x + top.width / 2, top.y - 16, { color: 'ink-soft', anchor: 'middle' })]),
    ];
  });
}

const spine = (box: Box): string => {
  const x = box.x + box.width / 2;
  return polyline([
    { x, y: box.y + 30 },
    { x, y: box.y + Math.max(31, box.height - 40) },
  ]);
};

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
