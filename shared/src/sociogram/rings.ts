import { overlaps, round } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';

/** Wider than high, as a screen and a sheet of paper are: `x` is stretched by this. */
export const stretch = 1.5;
const gap = 10;
const [thickness, nearest, emptyRing, step, mostSteps] = [40, 54, 24, 8, 400];
/** Between two ways to the middle, in angle: less looks like one line. */
const apart = Math.PI / 40;

/** How large somebody is, and where in it the symbol is: that is what stands on a ring; the words lie beside it, away from the middle. */
export type Size = {
  readonly width: number;
  readonly height: number;
  readonly aside: number;
  readonly above: number;
};
/** Somebody who stands in a ring (0 is nearest) and a sector. */
export type Member = Size & { readonly id: string; readonly ring: number; readonly sector: string };
export type Sector = { readonly key: string; readonly from: number; readonly to: number };
export type Rings = {
  /** The outer line of each ring, as its half height. */
  readonly outer: readonly number[];
  readonly sectors: readonly Sector[];
  /** The symbol of each member, seen from the middle of the picture. */
  readonly at: ReadonlyMap<string, Point>;
};
type Ground = {
  readonly middle: { readonly width: number; readonly height: number };
  /** How much room the name of each ring takes, on its line at the top. */
  readonly names: readonly number[];
};

/** The ring at half height `r`, at an angle (0 is right, clockwise). */
export const onRing = (r: number, angle: number): Point => ({
  x: round(stretch * r * Math.cos(angle)),
  y: round(r * Math.sin(angle)),
});
export const boxAround = (middle: Point, size: { readonly width: number; readonly height: number }): Box => ({
  x: middle.x - size.width / 2,
  y: middle.y - size.height / 2,
  width: size.width,
  height: size.height,
});

/** Left of the middle the symbol is at the right of its words. */
export const isMirrored = (symbol: Point): boolean => symbol.x < -20;
/** The box of somebody whose symbol stands at a point. */
export const boxAt = (symbol: Point, size: Size): Box =>
  boxAround({ x: symbol.x + (isMirrored(symbol) ? -size.aside : size.aside), y: symbol.y + size.above }, size);

/**
 * Gives everybody a place on their ring and in their sector, so that nothing lies over anything and, where it can be, nobody stands between the
 * middle and somebody else. A ring that is too full grows; the rings around it go along.
 */
export function layRings(members: readonly Member[], rings: number, order: readonly string[], ground: Ground): Rings {
  const sectors = sectorsOf(members, order);
  const placed: Placed[] = [];
  const outer: number[] = [];
  const centre = boxAround({ x: 0, y: 0 }, ground.middle);
  let edge = Math.max(ground.middle.height, ground.middle.width / stretch) / 2 + 14;
  for (let ring = 0; ring < rings; ring++) {
    const own = members.filter((member) => member.ring === ring);
    const thick = own.length === 0 ? emptyRing : ring === 0 ? nearest : thickness;
    let r = Math.max(edge + thick, leastFor(own));
    const name = ground.names[ring] ?? 0;
    for (let tries = 0; tries < mostSteps; tries++, r += Math.max(step, r * 0.03)) {
      const pill = nameBox(r + thick, name);
      const found = placeRing(
        own,
        sectors,
        r,
        [...placed],
        [centre, pill, ...pillsOf(outer, ground.names)],
        tries < 2 && own.length < 40,
      );
      if (found === undefined) continue;
      placed.push(...found);
      break;
    }
    edge = r + thick;
    outer.push(edge);
  }
  return { outer, sectors, at: new Map(placed.map(({ id, at }) => [id, at])) };
}

/** A ring on which so many could stand side by side at all, roughly: to begin with a smaller one would be lost work. */
const leastFor = (own: readonly Member[]): number =>
  own.reduce((sum, { width, height }) => sum + Math.min(width, height) + gap, 0) / (2 * Math.PI * stretch);

/** Where the name of a ring stands: on its line, straight above the middle. */
export const nameBox = (outer: number, width: number): Box => ({ x: -width / 2, y: -outer - 13, width, height: 26 });
const pillsOf = (outer: readonly number[], names: readonly number[]): Box[] =>
  outer.map((r, index) => nameBox(r, names[index] ?? 0));

type Placed = { readonly id: string; readonly at: Point; readonly angle: number; readonly box: Box };

/** Every sector with somebody in it gets a part of the circle, as large as its fullest ring asks. The first begins at the top. */
function sectorsOf(members: readonly Member[], order: readonly string[]): Sector[] {
  const share = [1, 0.55, 0.38, 0.3];
  const weights = order.flatMap((key) => {
    const own = members.filter(({ sector }) => sector === key);
    const asked = share.map((part, ring) => part * own.filter((member) => member.ring === ring).length);
    return own.length === 0 ? [] : [{ key, weight: Math.max(0.5, ...asked) }];
  });
  const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
  let from = -Math.PI / 2;
  return weights.map(({ key, weight }) => {
    const sector = { key, from, to: from + (2 * Math.PI * weight) / whole };
    from = sector.to;
    return sector;
  });
}

/** Everybody of one ring at half height `r`; nothing when they do not fit. `free`: nobody may stand in another's way to the middle. */
function placeRing(
  own: readonly Member[],
  sectors: readonly Sector[],
  r: number,
  before: readonly Placed[],
  fixed: readonly Box[],
  free: boolean,
): Placed[] | undefined {
  const found: Placed[] = [];
  for (const { key, from, to } of sectors) {
    const here = own.filter(({ sector }) => sector === key);
    let least = from;
    for (const [index, member] of here.entries()) {
      const wish = from + ((to - from) * (index + 0.5)) / here.length;
      const slot = { wish, least, to, half: (0.75 * (to - from)) / here.length };
      const spot = bestSpot(member, r, slot, [...before, ...found], fixed, free);
      if (spot === undefined) return undefined;
      least = spot.angle;
      found.push(spot);
    }
  }
  return found;
}

/** Where on a ring somebody may stand, and would best. */
type Slot = { readonly wish: number; readonly least: number; readonly to: number; readonly half: number };

/** The first spot that lies over nothing and has nobody between it and the middle; unless `free`, else the one with the fewest in the way. */
function bestSpot(
  member: Member,
  r: number,
  slot: Slot,
  others: readonly Placed[],
  fixed: readonly Box[],
  free: boolean,
): Placed | undefined {
  let best: { readonly spot: Placed; readonly hits: number } | undefined;
  for (const angle of anglesFrom(slot.wish, slot.least, slot.to, r)) {
    // Beyond its own part of the ring the first free spot is the best: others need theirs.
    if (best !== undefined && Math.abs(angle - slot.wish) > slot.half) break;
    const at = onRing(r, angle);
    const box = boxAt(at, member);
    if (fixed.some((each) => overlaps(box, each, gap)) || others.some((other) => overlaps(box, other.box, gap)))
      continue;
    const hits = others.filter(
      (other) => Math.abs(turned(other.angle - angle)) < apart || crosses(at, other.box) || crosses(other.at, box),
    ).length;
    const spot = { id: member.id, at, angle, box };
    if (hits === 0) return spot;
    if (!free && (best === undefined || hits < best.hits)) best = { spot, hits };
  }
  return best?.spot;
}

/** An angle as the shortest turn. */
const turned = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));

/** Angles between two bounds, the nearest to the wish first: about two degrees apart, and closer on a large ring. */
function anglesFrom(wish: number, least: number, most: number, r: number): number[] {
  const turn = Math.min(Math.PI / 90, 24 / r);
  const count = Math.ceil((most - least) / turn) + 1;
  return Array.from({ length: 2 * count + 1 }, (_, index) => {
    const away = Math.ceil(index / 2) * turn;
    return index % 2 === 0 ? wish - away : wish + away;
  }).filter((angle) => angle >= least && angle <= most);
}

/** True when the straight way from the middle to a point runs through a box. */
export function crosses(to: Point, box: Box, from: Point = { x: 0, y: 0 }): boolean {
  let [enter, leave] = [0, 1];
  for (const [start, way, low, high] of [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const) {
    if (way === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / way, (high - start) / way];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter < leave;
}

/**
 * Takes where everybody would stand and what was put somewhere by hand, gives the places of the others: who is in the way of nothing stays,
 * who is goes along its own ring to the nearest free spot. Nothing when a ring has no such spot.
 */
export function makeRoom(
  members: readonly Member[],
  at: ReadonlyMap<string, Point>,
  hands: readonly Box[],
  fixed: readonly Box[],
): Map<string, Point> | undefined {
  const free = members.filter(({ id }) => at.has(id));
  const places = new Map(free.map((member) => [member.id, at.get(member.id) ?? { x: 0, y: 0 }]));
  const boxOf = (member: Member): Box => boxAt(places.get(member.id) ?? { x: 0, y: 0 }, member);
  for (const member of free) {
    if (hands.every((hand) => !overlaps(boxOf(member), hand, gap))) continue;
    const home = places.get(member.id) ?? { x: 0, y: 0 };
    const r = Math.hypot(home.x / stretch, home.y);
    const start = Math.atan2(home.y, home.x / stretch);
    const others = free.filter((other) => other !== member).map(boxOf);
    const spot = anglesFrom(start, start - Math.PI, start + Math.PI, r)
      .map((angle) => onRing(r, angle))
      .find((each) => [...hands, ...fixed, ...others].every((other) => !overlaps(boxAt(each, member), other, gap)));
    if (spot === undefined) return undefined;
    places.set(member.id, spot);
  }
  return places;
}
