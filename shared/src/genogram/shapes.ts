import { circle, polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';

/**
 * The outline of a symbol. Square: man. Circle: vrouw. Hexagon: non-binair. Circle in a square: intersekse. Diamond: not known.
 * Triangle: a child that is not born. `r` is half the height of a square of this size.
 */
export type Outline = {
  readonly shape: 'square' | 'circle' | 'hexagon' | 'nested' | 'diamond' | 'triangle';
  readonly r: number;
};

const corners = (shape: Outline['shape'], { x, y }: Point, r: number): Point[] => {
  if (shape === 'hexagon')
    return Array.from({ length: 6 }, (_, index) => ({
      x: x + r * 1.08 * Math.cos((index * Math.PI) / 3),
      y: y + r * 1.08 * Math.sin((index * Math.PI) / 3),
    }));
  if (shape === 'diamond')
    return [
      { x, y: y - r * 1.15 },
      { x: x + r * 1.15, y },
      { x, y: y + r * 1.15 },
      { x: x - r * 1.15, y },
    ];
  if (shape === 'triangle')
    return [
      { x, y: y - r },
      { x: x + r, y: y + r * 0.8 },
      { x: x - r, y: y + r * 0.8 },
    ];
  return [
    { x: x - r, y: y - r },
    { x: x + r, y: y - r },
    { x: x + r, y: y + r },
    { x: x - r, y: y + r },
  ];
};

/** The path round a symbol whose middle is given. */
export const outlinePath = ({ shape, r }: Outline, at: Point): string =>
  shape === 'circle' ? circle(at, r) : polygon(corners(shape, at, r));

/** Two strokes through a symbol: who died, or was lost. */
export function crossPath({ shape, r }: Outline, { x, y }: Point): string {
  const reach = shape === 'square' || shape === 'nested' ? r : shape === 'triangle' ? r * 1.1 : r * 0.7;
  return (
    polyline([
      { x: x - reach, y: y - reach },
      { x: x + reach, y: y + reach },
    ]) +
    polyline([
      { x: x - reach, y: y + reach },
      { x: x + reach, y: y - reach },
    ])
  );
}

/** The top of a symbol, `dx` beside its middle: where the line from the parents ends. */
export function topOf({ shape, r }: Outline, at: Point, dx: number): Point {
  return { x: at.x + dx, y: at.y - up(shape, r, Math.abs(dx)) };
}

function up(shape: Outline['shape'], r: number, dx: number): number {
  switch (shape) {
    case 'circle':
      return Math.sqrt(Math.max(0, r * r - dx * dx));
    case 'square':
    case 'nested':
      return r;
    case 'hexagon':
      return r * 0.935;
    case 'triangle':
      return r - dx * 1.8;
    default:
      return r * 1.15 - dx;
  }
}

/** How far a symbol reaches to the side, `dy` below its middle: where the line of a couple begins. */
export function sideOf({ shape, r }: Outline, dy: number): number {
  switch (shape) {
    case 'circle':
      return Math.sqrt(Math.max(0, r * r - dy * dy));
    case 'square':
    case 'nested':
      return r;
    case 'hexagon':
      return r * 1.08 - Math.abs(dy) * 0.577;
    case 'triangle':
      return Math.max(0, (dy + r) / 1.8);
    default:
      return r * 1.15 - Math.abs(dy);
  }
}
