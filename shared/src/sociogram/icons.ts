import { circle, polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Ink, Mark } from '../picture/picture.ts';

export type SignName =
  | 'praat'
  | 'huis'
  | 'sleutel'
  | 'lach'
  | 'kompas'
  | 'bliksem'
  | 'hart'
  | 'plus'
  | 'vink'
  | 'streep';

/** Takes a sign, its top left corner and colour, gives its marks: 18 wide, with one line, as the icons of the cards. */
export function sign(name: SignName, at: Point, color: Ink): Mark[] {
  const p = (x: number, y: number): Point => ({ x: at.x + x, y: at.y + y });
  const stroke = (d: string): Mark => ({ kind: 'path', d, stroke: color, width: 1.8 });
  const fill = (d: string): Mark => ({ kind: 'path', d, fill: color });
  const c = p(9, 9);
  switch (name) {
    case 'praat':
      return [
        stroke(polygon([p(2, 2), p(16, 2), p(16, 12), p(8, 12), p(4, 16), p(4, 12), p(2, 12)])),
        stroke(polyline([p(5.5, 7), p(12.5, 7)])),
      ];
    case 'huis':
      return [stroke(polygon([p(2, 9), p(9, 2), p(16, 9), p(14, 9), p(14, 16), p(4, 16), p(4, 9)]))];
    case 'sleutel':
      return [
        stroke(circle(p(5.5, 12.5), 3.5)),
        stroke(polyline([p(8, 10), p(16, 2), p(16, 6)]) + polyline([p(12, 6), p(14, 8)])),
      ];
    case 'lach':
      return [
        stroke(circle(c, 7.5)),
        fill(circle(p(6.5, 7), 1.2) + circle(p(11.5, 7), 1.2)),
        stroke(polyline([p(5.5, 11), p(7.5, 12.7), p(10.5, 12.7), p(12.5, 11)])),
      ];
    case 'kompas':
      return [stroke(circle(c, 7.5)), fill(polygon([p(12.5, 5.5), p(10.3, 10.3), p(5.5, 12.5), p(7.7, 7.7)]))];
    case 'bliksem':
      return [stroke(polygon([p(10, 1), p(3, 10), p(8, 10), p(7, 17), p(15, 7), p(9.5, 7)]))];
    case 'hart':
      return [
        fill(
          polygon([
            p(9, 16),
            p(2.4, 9.4),
            p(1.6, 6.4),
            p(2.8, 3.8),
            p(5.4, 2.8),
            p(7.6, 3.4),
            p(9, 5.2),
            p(10.4, 3.4),
            p(12.6, 2.8),
            p(15.2, 3.8),
            p(16.4, 6.4),
            p(15.6, 9.4),
          ]),
        ),
      ];
    case 'plus':
      return [stroke(circle(c, 7.5)), stroke(polyline([p(5, 9), p(13, 9)]) + polyline([p(9, 5), p(9, 13)]))];
    case 'vink':
      return [stroke(polyline([p(3, 9.5), p(7.2, 13.7), p(15, 4.5)]))];
    case 'streep':
      return [stroke(circle(c, 7.5)), stroke(polyline([p(5, 9), p(13, 9)]))];
  }
}
