export type Point = { readonly x: number; readonly y: number };

type Pen = { at: Point; start: Point; points: Point[] };

const wanted: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };
const curveSteps = 8;

/**
 * Takes SVG path data with absolute commands, gives the points of a line along it, for hitting it with a finger.
 * Curves become short pieces. What it cannot read gives no points: such a line is drawn but cannot be taken hold of.
 */
export function pathPoints(d: string): Point[] {
  const pen: Pen = { at: { x: 0, y: 0 }, start: { x: 0, y: 0 }, points: [] };
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const size = wanted[command];
    const values = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);
    if (size === undefined || (size > 0 && (values.length === 0 || values.length % size !== 0))) return [];
    if (size === 0) draw(pen, pen.start);
    for (let index = 0; index < values.length; index += size)
      step(pen, command, values.slice(index, index + size), index > 0);
  }
  return pen.points;
}

function step(pen: Pen, command: string, v: readonly number[], repeated: boolean): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = v;
  switch (command) {
    case 'M':
      pen.start = repeated ? pen.start : { x: a, y: b };
      return draw(pen, { x: a, y: b });
    case 'L':
      return draw(pen, { x: a, y: b });
    case 'H':
      return draw(pen, { x: a, y: pen.at.y });
    case 'V':
      return draw(pen, { x: pen.at.x, y: a });
    case 'Q':
      return curve(pen, (from, t) => quadratic(from, { x: a, y: b }, { x: c, y: d }, t));
    case 'C':
      return curve(pen, (from, t) => cubic(from, { x: a, y: b }, { x: c, y: d }, { x: e, y: f }, t));
    default:
      // An arc is close enough to its chord bent through its bulge; only the hand needs it.
      return arc(pen, a, e === 1, { x: f, y: g });
  }
}

function draw(pen: Pen, to: Point): void {
  pen.at = to;
  pen.points.push(to);
}

function curve(pen: Pen, at: (from: Point, t: number) => Point): void {
  const from = pen.at;
  for (let index = 1; index <= curveSteps; index++) draw(pen, at(from, index / curveSteps));
}

function quadratic(p: Point, q: Point, r: Point, t: number): Point {
  const u = 1 - t;
  return { x: u * u * p.x + 2 * u * t * q.x + t * t * r.x, y: u * u * p.y + 2 * u * t * q.y + t * t * r.y };
}

function cubic(p: Point, q: Point, r: Point, s: Point, t: number): Point {
  const u = 1 - t;
  const weigh = (k: 'x' | 'y'): number => u ** 3 * p[k] + 3 * u * u * t * q[k] + 3 * u * t * t * r[k] + t ** 3 * s[k];
  return { x: weigh('x'), y: weigh('y') };
}

/** A circular arc of the given radius; ellipses do not occur in lines. */
function arc(pen: Pen, radius: number, sweep: boolean, to: Point): void {
  const from = pen.at;
  const half = Math.hypot(to.x - from.x, to.y - from.y) / 2;
  if (half === 0) return;
  const r = Math.max(Math.abs(radius), half);
  const bulge = (r - Math.sqrt(r * r - half * half)) * (sweep ? 1 : -1);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const control = {
    x: middle.x + ((to.y - from.y) / (2 * half)) * bulge * 2,
    y: middle.y - ((to.x - from.x) / (2 * half)) * bulge * 2,
  };
  curve(pen, (start, t) => quadratic(start, control, to, t));
}
