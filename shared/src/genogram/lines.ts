import { label } from '../picture/card.ts';
import { overlaps, polyline, roundedLine } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Ink, Mark, PictureLine } from '../picture/picture.ts';
import { childrenOf } from './family.ts';
import type { ChildLink, Family, Kin, Union } from './family.ts';
import type { Layout, Sized } from './place.ts';
import { sayLink, sayUnion } from './say.ts';
import { half, reachOf, topOf } from './symbols.ts';
import { planTracks } from './tracks.ts';
import type { Way } from './tracks.ts';
import { unionYears } from './years.ts';

const dashes: Readonly<Record<NonNullable<ChildLink['soort']>, readonly number[] | undefined>> = {
  biologisch: undefined,
  adoptie: [9, 6],
  pleeg: [1, 6],
  stief: [12, 5, 1, 5],
  donor: [4, 5],
  draagmoeder: [9, 4, 1, 4],
  voogd: [1, 9],
};
const unionDashes: Readonly<Record<NonNullable<Union['vorm']>, readonly number[] | undefined>> = {
  getrouwd: undefined,
  'geregistreerd-partnerschap': undefined,
  samenwonend: [9, 6],
  relatie: [9, 6],
  verloofd: [9, 6],
  affaire: [1, 6],
  'lat-relatie': [16, 6],
  geheim: [1, 10],
};

type Drawing = {
  readonly kin: Kin;
  readonly layout: Layout;
  readonly figures: ReadonlyMap<string, Sized>;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly gapTop: (row: number) => number;
};

/** Where a couple's line runs, and where the line to the children begins. */
type Joint = { readonly corners: readonly Point[]; readonly drop: Point; readonly low: boolean };

/** The lines of all families: unions between partners, and one line from the parents to each child. */
export function familyLines(kin: Kin, layout: Layout, figures: ReadonlyMap<string, Sized>): PictureLine[] {
  const boxes = new Map([...figures].map(([id, figure]) => [id, boxAt(figure, layout.at.get(id))]));
  const bottoms = new Map<number, number>();
  for (const [id, box] of boxes) {
    const row = layout.rowOf.get(id) ?? 0;
    if (isRegular(layout, id)) bottoms.set(row, Math.max(bottoms.get(row) ?? -Infinity, box.y + box.height));
  }
  const gapTop = (row: number): number => bottoms.get(row) ?? (layout.rowY[row] ?? 0) + half;
  const drawing: Drawing = { kin, layout, figures, boxes, gapTop };
  const regular = new Map([...layout.at].filter(([id]) => isRegular(layout, id)).map(([id, point]) => [id, point.x]));
  const tracks = planTracks(kin, layout.rowOf, regular);
  return kin.families.flatMap((family) => {
    const way = tracks.ways.get(family);
    const whole = [...family.parents, ...childrenOf(family)].every((id) => isRegular(layout, id)) ? way : undefined;
    const joint = jointOf(drawing, family, whole);
    return [
      ...family.unions.map((union, index) => unionLine(drawing, family, union, joint, index)),
      ...childLines(drawing, family, joint, whole),
    ];
  });
}

const boxAt = ({ box }: Sized, at: Point = { x: 0, y: 0 }): Box => ({ ...box, x: at.x + box.x, y: at.y + box.y });

/** On its row: never moved by hand, or only along it. */
function isRegular(layout: Layout, id: string): boolean {
  const point = layout.at.get(id);
  return point !== undefined && Math.abs(point.y - (layout.rowY[layout.rowOf.get(id) ?? -1] ?? Infinity)) < 1;
}

function jointOf(drawing: Drawing, family: Family, way: Way | undefined): Joint {
  const { layout, boxes } = drawing;
  const at = (id: string): Point => layout.at.get(id) ?? { x: 0, y: 0 };
  const [first = '', second] = family.parents;
  if (second === undefined) {
    const box = boxes.get(first);
    const drop = { x: at(first).x, y: box === undefined ? at(first).y + half : box.y + box.height };
    return { corners: [], drop, low: false };
  }
  const [left, right] = at(first).x <= at(second).x ? [first, second] : [second, first];
  const [a, b] = [
    { x: at(left).x + reach(drawing, left), y: at(left).y },
    { x: at(right).x - reach(drawing, right), y: at(right).y },
  ];
  const middle = (a.x + b.x) / 2;
  const straight = a.y === b.y ? [a, b] : [a, { x: middle, y: a.y }, { x: middle, y: b.y }, b];
  if (b.x - a.x > 24 && isClear(drawing, straight, [left, right]))
    return {
      corners: straight,
      drop: { x: a.y === b.y ? dropX(drawing, family, a.x, b.x) : middle, y: Math.max(a.y, b.y) },
      low: false,
    };
  const row = layout.rowOf.get(left) ?? 0;
  const low =
    way === undefined ? Math.max(bottomOf(drawing, left), bottomOf(drawing, right)) + 14 : trackY(drawing, row, way);
  const [out, back] = [at(left).x + 72, at(right).x - 72];
  return {
    corners: [
      { x: a.x - 2, y: a.y + 12 },
      { x: out, y: a.y + 12 },
      { x: out, y: low },
      { x: back, y: low },
      { x: back, y: b.y + 12 },
      { x: b.x + 2, y: b.y + 12 },
    ],
    drop: { x: (out + back) / 2, y: low },
    low: true,
  };
}

/** Straight above the children when that is nearly the middle, so that no line has a needless little step. */
function dropX({ kin, layout }: Drawing, family: Family, from: number, to: number): number {
  const middle = (from + to) / 2;
  const spots = childrenOf(family).flatMap((child) =>
    kin.home.get(child) === family ? (layout.at.get(child)?.x ?? []) : [],
  );
  if (spots.length === 0) return middle;
  const wanted = (Math.min(...spots) + Math.max(...spots)) / 2;
  return Math.abs(wanted - middle) < 9 ? wanted : middle;
}

const reach = ({ kin }: Drawing, id: string): number => {
  const person = kin.people.get(id);
  return person === undefined ? half : reachOf(person);
};
const bottomOf = ({ boxes }: Drawing, id: string): number => {
  const box = boxes.get(id);
  return box === undefined ? 0 : box.y + box.height;
};
const trackY = ({ gapTop }: Drawing, gap: number, way: Way): number =>
  gapTop(gap) + 16 + 14 * (way.track.get(gap) ?? 0);

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
  return [...boxes].every(([id, box]) => but.includes(id) || !pieces.some((piece) => overlaps(piece, box)));
}

function unionLine(drawing: Drawing, family: Family, union: Union, joint: Joint, index: number): PictureLine {
  const corners = joint.corners.map((corner) => ({ x: corner.x, y: corner.y - 8 * index }));
  const d = roundedLine(corners);
  const dash = union.vorm === undefined ? undefined : unionDashes[union.vorm];
  const level = joint.low ? (corners[2] ?? joint.drop) : (corners[0] ?? joint.drop);
  const end = corners.at(-1) ?? joint.drop;
  const years = unionYears(union);
  const marks: Mark[] = [
    { kind: 'path', d, stroke: 'ink', width: 2, ...(dash === undefined ? {} : { dash }) },
    ...slashes(
      union,
      joint.low ? besideSymbol(corners) : { x: joint.drop.x + (end.x - joint.drop.x) * 0.55, y: end.y },
    ),
    ...(years === '' || index > 0
      ? []
      : [label(years, joint.drop.x, level.y - (joint.low ? 6 : 12), { color: 'ink-soft', anchor: 'middle' })]),
  ];
  return { id: union.id, ends: family.parents, marks, d, label: sayUnion(drawing.kin, union) };
}

/** On the last piece of a low line, right beside the symbol: no child hangs there. */
function besideSymbol(corners: readonly Point[]): Point {
  const [a, b] = corners.slice(-2);
  return a === undefined || b === undefined ? { x: 0, y: 0 } : { x: (a.x + b.x) / 2, y: b.y };
}

/** One slash: apart. Two: divorced. Beside the line to the children, never between it and them. */
function slashes(union: Union, { x, y }: Point): Mark[] {
  const count = union.einde === 'gescheiden' ? 2 : union.einde === 'uit-elkaar' ? 1 : 0;
  return Array.from({ length: count }, (_, index): Mark => {
    const at = x + (index - (count - 1) / 2) * 8;
    return {
      kind: 'path',
      d: polyline([
        { x: at - 5, y: y + 10 },
        { x: at + 5, y: y - 10 },
      ]),
      stroke: 'ink',
      width: 2,
    };
  });
}

function childLines(drawing: Drawing, family: Family, joint: Joint, way: Way | undefined): PictureLine[] {
  const { kin } = drawing;
  return family.links.map(({ child, link }, index): PictureLine => {
    const person = kin.people.get(child);
    const at = drawing.layout.at.get(child) ?? { x: 0, y: 0 };
    const others = kin.families.filter(
      (other) => other !== kin.home.get(child) && other.links.some((each) => each.child === child),
    );
    const turn = others.indexOf(family);
    const beside = turn === -1 ? 0 : (joint.drop.x < at.x ? -1 : 1) * (13 - 4 * Math.min(2, Math.floor(turn / 2)));
    const top = person === undefined ? { x: at.x, y: at.y - half } : topOf(person, at, beside);
    const corners = way === undefined ? aroundTo(joint, top, at) : wayTo(drawing, family, child, joint, top, way);
    const d = roundedLine(corners);
    const dash = dashes[link.soort ?? 'biologisch'];
    const color: Ink = link.soort === 'donor' ? 'ink-soft' : 'ink';
    const mark: Mark = { kind: 'path', d, stroke: color, width: 2, ...(dash === undefined ? {} : { dash }) };
    const joined: Mark[] =
      family.unions.length > 0 || joint.corners.length === 0 || index > 0
        ? []
        : [{ kind: 'path', d: roundedLine(joint.corners), stroke: 'ink-soft', width: 1.5 }];
    return {
      id: link.id,
      ends: [...family.parents, child],
      marks: [...joined, mark],
      d,
      label: sayLink(kin, family, link),
    };
  });
}

/** Down from the couple, along the family's own track in each gap, between the people of the rows it passes, to the child. */
function wayTo(drawing: Drawing, family: Family, child: string, joint: Joint, top: Point, way: Way): Point[] {
  const start = Math.max(...family.parents.map((id) => drawing.layout.rowOf.get(id) ?? 0));
  const stops = [...way.pass(child), top.x];
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
  return [...corners, top];
}

/** When somebody was put off the rows by hand: the shortest way with square corners, into the side when the child stands higher. */
function aroundTo(joint: Joint, top: Point, child: Point): Point[] {
  const { drop } = joint;
  if (top.y > drop.y + 24) return [drop, { x: drop.x, y: top.y - 18 }, { x: top.x, y: top.y - 18 }, top];
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
