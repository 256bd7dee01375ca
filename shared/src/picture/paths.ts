import type { Box } from './picture.ts';

export type Point = { readonly x: number; readonly y: number };

/** Two decimals are enough on a screen and on paper, and keep a picture the same on every machine. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;
const at = (point: Point): string => `${round(point.x)} ${round(point.y)}`;

export const polyline = (points: readonly Point[]): string =>
  points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('');
export const polygon = (points: readonly Point[]): string => `${polyline(points)}Z`;

/** Takes the corners of a line, gives the path with its corners rounded by at most `radius`. Equal neighbours are left out. */
export function roundedLine(corners: readonly Point[], radius = 6): string {
  const points = corners.filter((point, index) => {
    const before = corners[index - 1];
    return before === undefined || Math.hypot(point.x - before.x, point.y - before.y) > 0.01;
  });
  let d = '';
  points.forEach((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) d += `M${at(point)}`;
    else if (after === undefined) d += `L${at(point)}`;
    else {
      const into = towards(point, before, Math.min(radius, distance(point, before) / 2));
      const out = towards(point, after, Math.min(radius, distance(point, after) / 2));
      d += `L${at(into)}Q${at(point)} ${at(out)}`;
    }
  });
  return d;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The point that lies `length` from `from` in the direction of `to`. */
export function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

export function roundedBox(box: Box, radius: number): string {
  const { x, y, width, height } = box;
  const r = Math.min(radius, width / 2, height / 2);
  const corner = (cx: number, cy: number, ex: number, ey: number): string =>
    `Q${at({ x: cx, y: cy })} ${at({ x: ex, y: ey })}`;
  return (
    `M${at({ x: x + r, y })}L${at({ x: x + width - r, y })}${corner(x + width, y, x + width, y + r)}` +
    `L${at({ x: x + width, y: y + height - r })}${corner(x + width, y + height, x + width - r, y + height)}` +
    `L${at({ x: x + r, y: y + height })}${corner(x, y + height, x, y + height - r)}` +
    `L${at({ x, y: y + r })}${corner(x, y, x + r, y)}Z`
  );
}

export function circle(centre: Point, radius: number): string {
  const r = round(radius);
  const left = at({ x: centre.x - radius, y: centre.y });
  const right = at({ x: centre.x + radius, y: centre.y });
  return `M${left}A${r} ${r} 0 0 1 ${right}A${r} ${r} 0 0 1 ${left}Z`;
}

export const quadratic = (from: Point, control: Point, to: Point): string => `M${at(from)}Q${at(control)} ${at(to)}`;

/** Points along a quadratic curve, about `step` apart, both ends included. */
export function alongCurve(from: Point, control: Point, to: Point, step = 6): Point[] {
  const length = distance(from, control) + distance(control, to);
  const count = Math.max(2, Math.min(400, Math.ceil(length / step)));
  return Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** A closed arrow head whose point is at `tip`, coming from `from`. */
export function arrowHead(from: Point, tip: Point, size = 11): string {
  const back = towards(tip, from, size);
  const side = { x: (-(tip.y - back.y) * 5) / 11, y: ((tip.x - back.x) * 5) / 11 };
  return polygon([tip, { x: back.x + side.x, y: back.y + side.y }, { x: back.x - side.x, y: back.y - side.y }]);
}

/** Where the line from the middle of a box to `to` leaves that box. */
export function edgeOf(box: Box, to: Point, gap = 0): Point {
  const middle = middleOf(box);
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  if (dx === 0 && dy === 0) return middle;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (box.width / 2 + gap) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (box.height / 2 + gap) / Math.abs(dy),
  );
  return { x: middle.x + dx * scale, y: middle.y + dy * scale };
}

export const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
