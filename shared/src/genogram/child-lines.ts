import { circle, polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Mark, PictureLine } from '../picture/picture.ts';
import { genogramWords } from '../words/pictures.ts';
import type { ChildLink, Family } from './family.ts';
import { atOf, trackY } from './joints.ts';
import type { Drawing, Joint } from './joints.ts';
import { sayLink, sayUnbornLink } from './say.ts';
import { topOf } from './shapes.ts';
import { half } from './symbols.ts';
import { cleaned, strandPath } from './strands.ts';
import type { Jump, Strand } from './strands.ts';
import type { Way } from './tracks.ts';

type Kind = NonNullable<ChildLink['soort']>;

/** How the line to a child is drawn: its dash, and a small sign on it where a dash alone would not tell two kinds apart. */
export const childStyles: Readonly<
  Record<
    Kind,
    { readonly dash?: readonly number[]; readonly width?: number; readonly sign?: 'ring' | 'triangle' | 'square' }
  >
> = {
  biologisch: {},
  adoptie: { dash: [9, 6] },
  pleeg: { dash: [1, 6], width: 2.5 },
  stief: { dash: [12, 5, 1, 5] },
  donor: { width: 1.5, sign: 'ring' },
  draagmoeder: { width: 1.5, sign: 'triangle' },
  voogd: { dash: [16, 5], sign: 'square' },
};

/** One line from parents to a child that is not drawn yet. Of twins the last piece is a slant from the point they share. */
export type ChildStrand = Strand & {
  readonly kind: 'child';
  readonly id: string;
  readonly child: string;
  readonly link: ChildLink | undefined;
  readonly slant: readonly [Point, Point] | undefined;
};

export const childSign = (sign: 'ring' | 'triangle' | 'square', { x, y }: Point): Mark => ({
  kind: 'path',
  d:
    sign === 'ring'
      ? circle({ x, y }, 4.5)
      : polygon(
          sign === 'triangle'
            ? [
                { x, y: y - 6 },
                { x: x + 6, y: y + 5 },
                { x: x - 6, y: y + 5 },
              ]
            : [
                { x: x - 4.5, y: y - 4.5 },
                { x: x + 4.5, y: y - 4.5 },
                { x: x + 4.5, y: y + 4.5 },
                { x: x - 4.5, y: y + 4.5 },
              ],
        ),
  fill: 'surface',
  stroke: 'ink',
  width: 1.5,
});

/** `lane` keeps the lines of families that somebody moved off their rows apart from one another. */
export function childStrands(
  drawing: Drawing,
  family: Family,
  joint: Joint,
  way: Way | undefined,
  lane: number,
): ChildStrand[] {
  const all = [
    ...family.links.map(({ child, link }) => ({ id: link.id, child, link })),
    ...family.unborn.map((id) => ({ id, child: id, link: undefined })),
  ];
  return all.map(({ id, child, link }): ChildStrand => {
    const apex = apexOf(drawing, family, child);
    const top = topAt(drawing, child, besideTop(drawing, family, joint, child));
    const goal = apex ?? top;
    const corners =
      way === undefined
        ? aroundTo(joint, goal, atOf(drawing, child), apex === undefined ? 18 + 8 * (lane % 4) : 4)
        : wayTo(drawing, family, child, joint, goal, way);
    const slant = apex === undefined ? undefined : ([apex, topAt(drawing, child, 0)] as const);
    return { kind: 'child', family, id, child, link, corners: cleaned(corners), slant };
  });
}

function topAt(drawing: Drawing, child: string, dx: number): Point {
  const sketch = drawing.sketches.get(child);
  const at = atOf(drawing, child);
  return sketch === undefined ? { x: at.x, y: at.y - half } : topOf(sketch.outline, at, dx);
}

/** A child with several sets of parents takes their lines side by side. */
function besideTop({ kin, layout }: Drawing, family: Family, joint: Joint, child: string): number {
  const others = kin.families.filter(
    (other) => other !== kin.home.get(child) && other.links.some((each) => each.child === child),
  );
  const turn = others.indexOf(family);
  if (turn === -1) return 0;
  return (joint.drop.x < (layout.at.get(child)?.x ?? 0) ? -1 : 1) * (13 - 4 * Math.min(2, Math.floor(turn / 2)));
}

/** Where the lines of twins come from: one point above the middle of them, as long as they stand at one height. */
export function apexOf(drawing: Drawing, family: Family, child: string): Point | undefined {
  const together = twinsWith(drawing, family, child);
  if (together.length < 2) return undefined;
  const tops = together.map((id) => topAt(drawing, id, 0));
  const ys = together.map((id) => atOf(drawing, id).y);
  if (Math.max(...ys) - Math.min(...ys) > 8) return undefined;
  const xs = tops.map(({ x }) => x);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: Math.min(...ys) - half - 44 };
}

const twinsWith = ({ kin }: Drawing, family: Family, child: string): string[] => {
  const twin = kin.twins.get(child);
  if (twin === undefined || kin.home.get(child) !== family) return [];
  return [...kin.twins].flatMap(([id, other]) => (other === twin && kin.home.get(id) === family ? [id] : []));
};

/** Down from the couple, along the family's own track in each gap, between the people of the rows it passes, to the child. */
function wayTo(drawing: Drawing, family: Family, child: string, joint: Joint, goal: Point, way: Way): Point[] {
  const start = Math.max(...family.parents.map((id) => drawing.layout.rowOf.get(id) ?? 0));
  const stops = [...way.pass(child), goal.x];
  const [low, high] = [joint.corners[2]?.x ?? 0, joint.corners[3]?.x ?? 0];
  const from = joint.low
    ? { x: Math.min(Math.max(stops[0] ?? 0, low + 12), Math.max(high - 12, low + 12)), y: joint.drop.y }
    : joint.drop;
  const corners: Point[] = [from];
  let x = from.x;
  stops.forEach((stop, step) => {
    const y = trackY(drawing, start + step, way);
    corners.push({ x, y }, { x: stop, y });
    x = stop;
  });
  return [...corners, goal];
}

/** When somebody was put off the rows by hand: the shortest way with square corners, into the side when the child stands higher. */
function aroundTo({ drop }: Joint, goal: Point, child: Point, room: number): Point[] {
  if (goal.y > drop.y + room + 6) return [drop, { x: drop.x, y: goal.y - room }, { x: goal.x, y: goal.y - room }, goal];
  const side = drop.x < child.x ? -1 : 1;
  const beside = child.x + side * 84;
  return [
    drop,
    { x: drop.x, y: drop.y + 16 },
    { x: beside, y: drop.y + 16 },
    { x: beside, y: child.y },
    { x: child.x + side * half, y: child.y },
  ];
}

export function childLine({ kin }: Drawing, strand: ChildStrand, jumps: readonly Jump[]): PictureLine {
  const { id, family, child, link, slant, corners } = strand;
  const { dash, width = 2, sign } = childStyles[link?.soort ?? 'biologisch'];
  const d = strandPath(corners, jumps) + (slant === undefined ? '' : polyline(slant).replace('M', 'L'));
  const [before, last] = slant ?? corners.slice(-2);
  const spot =
    before === undefined || last === undefined
      ? { x: 0, y: 0 }
      : { x: (before.x + last.x) / 2, y: (before.y + last.y) / 2 };
  const said = link === undefined ? kin.unborn.get(id) : undefined;
  return {
    id,
    ends: [...family.parents, child],
    marks: [
      { kind: 'path', d, stroke: 'ink', width, ...(dash && { dash }) },
      ...(sign === undefined ? [] : [childSign(sign, spot)]),
    ],
    d,
    label:
      link !== undefined
        ? sayLink(kin, family, link)
        : said === undefined
          ? genogramWords.leeg
          : sayUnbornLink(kin, family, said),
  };
}
