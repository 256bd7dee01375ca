import { circle, polygon, polyline, roundedBox } from './paths.ts';
import type { Point } from './paths.ts';
import type { Ink, Mark } from './picture.ts';

export type IconName =
  | 'zon'
  | 'wolk'
  | 'vraagteken'
  | 'ballonnen'
  | 'blad'
  | 'schild'
  | 'ballon'
  | 'ster'
  | 'vlag'
  | 'reddingsboei'
  | 'stempel'
  | 'stip';

const rays = Array.from({ length: 8 }, (_, index) => (index * Math.PI) / 4);
const point = (x: number, y: number): Point => ({ x, y });

/** Takes an icon, its top left corner and colour, gives its marks: 18 wide, drawn with one line. */
export function icon(name: IconName, at: Point, color: Ink): Mark[] {
  const c = point(at.x + 9, at.y + 9);
  const p = (x: number, y: number): Point => point(at.x + x, at.y + y);
  const stroke = (d: string): Mark => ({ kind: 'path', d, stroke: color, width: 1.8 });
  switch (name) {
    case 'zon':
      return [
        { kind: 'path', d: circle(c, 4), fill: color },
        stroke(rays.map((a) => polyline([ray(c, a, 6.2), ray(c, a, 8.8)])).join('')),
      ];
    case 'wolk':
      return [
        stroke(
          `M${spot(p(5, 14))}Q${spot(p(0.5, 14))} ${spot(p(1, 10))}Q${spot(p(1.5, 6.5))} ${spot(p(5, 7))}Q${spot(p(6.5, 2.5))} ${spot(p(10.5, 3.5))}Q${spot(p(13.5, 4.5))} ${spot(p(13.5, 7.5))}Q${spot(p(17.5, 7.5))} ${spot(p(17, 11))}Q${spot(p(16.5, 14))} ${spot(p(13.5, 14))}Z`,
        ),
      ];
    case 'vraagteken':
      return [
        stroke(circle(c, 8)),
        stroke(
          `M${spot(p(6.5, 7))}Q${spot(p(6.5, 4.5))} ${spot(p(9, 4.5))}Q${spot(p(11.8, 4.5))} ${spot(p(11.5, 7))}Q${spot(p(11.2, 8.6))} ${spot(p(9, 10.2))}`,
        ),
        { kind: 'path', d: circle(p(9, 13.3), 1.2), fill: color },
      ];
    case 'ballonnen':
      return [
        stroke(roundedBox({ x: at.x + 1, y: at.y + 1, width: 11, height: 8 }, 3)),
        stroke(roundedBox({ x: at.x + 6, y: at.y + 8, width: 11, height: 8 }, 3)),
      ];
    case 'blad':
      return [
        stroke(polygon([p(3, 1), p(11, 1), p(15, 5), p(15, 17), p(3, 17)])),
        stroke(polyline([p(6, 9), p(12, 9)]) + polyline([p(6, 13), p(12, 13)])),
      ];
    case 'schild':
      return [
        stroke(
          `M${spot(p(9, 1))}L${spot(p(16, 3.5))}L${spot(p(16, 9))}Q${spot(p(15.5, 14))} ${spot(p(9, 17))}Q${spot(p(2.5, 14))} ${spot(p(2, 9))}L${spot(p(2, 3.5))}Z`,
        ),
      ];
    case 'ballon':
      return [
        stroke(
          `M${spot(p(4, 2))}L${spot(p(14, 2))}Q${spot(p(17, 2))} ${spot(p(17, 5))}L${spot(p(17, 9))}Q${spot(p(17, 12))} ${spot(p(14, 12))}L${spot(p(8, 12))}L${spot(p(4, 16))}L${spot(p(4, 12))}Q${spot(p(1, 12))} ${spot(p(1, 9))}L${spot(p(1, 5))}Q${spot(p(1, 2))} ${spot(p(4, 2))}Z`,
        ),
      ];
    case 'ster':
      return [
        stroke(
          polygon(
            Array.from({ length: 10 }, (_, k) => ray(c, (k * Math.PI) / 5 - Math.PI / 2, k % 2 === 0 ? 8.4 : 3.8)),
          ),
        ),
      ];
    case 'vlag':
      return [stroke(polyline([p(4, 17), p(4, 1.5), p(15, 1.5), p(12, 5.5), p(15, 9.5), p(4, 9.5)]))];
    case 'reddingsboei':
      return [
        stroke(circle(c, 8) + circle(c, 3.4)),
        stroke(
          rays
            .filter((_, k) => k % 2 === 1)
            .map((a) => polyline([ray(c, a, 3.4), ray(c, a, 8)]))
            .join(''),
        ),
      ];
    case 'stempel':
      return [
        stroke(roundedBox({ x: at.x + 1.5, y: at.y + 1.5, width: 15, height: 15 }, 3)),
        stroke(polyline([p(5, 9.2), p(8, 12.2), p(13, 6)])),
      ];
    case 'stip':
      return [stroke(circle(c, 7)), { kind: 'path', d: circle(c, 3), fill: color }];
  }
}

const ray = (from: Point, angle: number, length: number): Point =>
  point(from.x + Math.cos(angle) * length, from.y + Math.sin(angle) * length);
const spot = ({ x, y }: Point): string => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
