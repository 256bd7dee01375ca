import { circle, polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Mark } from '../picture/picture.ts';
import type { Union } from './family.ts';

type Form = NonNullable<Union['vorm']>;

/** How the line of a couple is drawn: its dash, and a small sign on it where a dash alone would not tell two forms apart. */
export const unionStyles: Readonly<Record<Form, { readonly dash?: readonly number[]; readonly sign?: Sign }>> = {
  getrouwd: {},
  'geregistreerd-partnerschap': { sign: 'stamp' },
  samenwonend: { dash: [9, 6], sign: 'house' },
  relatie: { dash: [9, 6] },
  'lat-relatie': { dash: [9, 6], sign: 'two-houses' },
  verloofd: { dash: [9, 6], sign: 'ring' },
  affaire: { dash: [1, 6] },
  geheim: { dash: [1, 6], sign: 'lock' },
};

type Sign = 'stamp' | 'house' | 'two-houses' | 'ring' | 'lock';

const paint = (d: string, width = 1.5): Mark => ({ kind: 'path', d, stroke: 'ink', width, fill: 'surface' });
const at = ({ x, y }: Point, spots: readonly (readonly [number, number])[]): Point[] =>
  spots.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));
const house = (spot: Point): Mark =>
  paint(
    polygon(
      at(spot, [
        [-6, 6],
        [-6, -1],
        [0, -7],
        [6, -1],
        [6, 6],
      ]),
    ),
  );

/** The sign of a form, on the line at this point. */
export function signMarks(sign: Sign, spot: Point): Mark[] {
  const { x, y } = spot;
  switch (sign) {
    case 'stamp':
      return [
        paint(
          polygon(
            at(spot, [
              [-5, -5],
              [5, -5],
              [5, 5],
              [-5, 5],
            ]),
          ),
        ),
      ];
    case 'house':
      return [house(spot)];
    case 'two-houses':
      return [house({ x: x - 8, y }), house({ x: x + 8, y })];
    case 'ring':
      return [paint(circle(spot, 5.5), 2)];
    case 'lock':
      return [
        {
          kind: 'path',
          d: `M${x - 3} ${y - 1}L${x - 3} ${y - 4}Q${x - 3} ${y - 8} ${x} ${y - 8}Q${x + 3} ${y - 8} ${x + 3} ${y - 4}L${x + 3} ${y - 1}`,
          stroke: 'ink',
          width: 1.5,
        },
        paint(
          polygon(
            at(spot, [
              [-6, -2],
              [6, -2],
              [6, 6],
              [-6, 6],
            ]),
          ),
        ),
      ];
  }
}

/** One slash: apart. Two: divorced. A small upright cross: one of them died. A cross on its side: annulled. */
export function endMarks(end: Union['einde'], spot: Point): Mark[] {
  const stroke = (spots: readonly (readonly [number, number])[]): Mark => ({
    kind: 'path',
    d: polyline(at(spot, spots)),
    stroke: 'ink',
    width: 2,
  });
  const slash = (dx: number): Mark =>
    stroke([
      [dx - 5, 10],
      [dx + 5, -10],
    ]);
  switch (end) {
    case 'uit-elkaar':
      return [slash(0)];
    case 'gescheiden':
      return [slash(-4), slash(4)];
    case 'overleden':
      return [
        stroke([
          [0, -9],
          [0, 10],
        ]),
        stroke([
          [-5, -4],
          [5, -4],
        ]),
      ];
    case 'nietig':
      return [
        stroke([
          [-7, -7],
          [7, 7],
        ]),
        stroke([
          [-7, 7],
          [7, -7],
        ]),
      ];
    default:
      return [];
  }
}
