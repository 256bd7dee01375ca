import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import { sayYears } from '../words/dates.ts';
import { optionLabel } from '../words/things.ts';
import type { Pregnancy } from './family.ts';
import { nameWidth } from './spread.ts';

/** A pregnancy measured: what stands under the triangle and the box that holds both, around a triangle at the origin. */
export type UnbornFigure = { readonly unborn: Pregnancy; readonly lines: readonly string[]; readonly box: Box };

const [size, top, line] = [18, 36, 20];

export function figureOfUnborn(unborn: Pregnancy): UnbornFigure {
  const words =
    unborn.naam.trim() === '' ? optionLabel('zwangerschap', 'soort', unborn.soort ?? '') : unborn.naam.trim();
  const year = unborn.wanneer === undefined ? [] : [sayYears(unborn.wanneer)];
  const lines = [...wrap(words, nameWidth, 16, 400), ...year];
  const width = Math.max(2 * size, ...lines.map((each) => measure(each, 16)));
  return { unborn, lines, box: { x: -width / 2, y: -top, width, height: 2 * top + lines.length * line + 6 } };
}

/** A triangle; a cross through it when the child was lost. */
export function unbornNode({ unborn, lines, box }: UnbornFigure, at: Point, placed: boolean): PictureNode {
  const corner = (dx: number, dy: number): Point => ({ x: at.x + dx * size, y: at.y + dy * size });
  const crossed = unborn.soort !== undefined && unborn.soort !== 'zwanger';
  const marks: Mark[] = [
    {
      kind: 'path',
      d: polygon([corner(0, -1), corner(1, 0.9), corner(-1, 0.9)]),
      fill: 'surface',
      stroke: 'ink',
      width: 2.5,
    },
    ...(crossed
      ? [
          {
            kind: 'path',
            d: polyline([corner(-1, -1), corner(1, 1)]) + polyline([corner(1, -1), corner(-1, 1)]),
            stroke: 'ink',
            width: 1.5,
          } as const,
        ]
      : []),
    ...lines.map((words, index) =>
      label(words, at.x, at.y + top + index * line + 15, { color: 'ink-soft', anchor: 'middle' }),
    ),
  ];
  const what = optionLabel('zwangerschap', 'soort', unborn.soort ?? '');
  return {
    id: unborn.id,
    box: { ...box, x: at.x + box.x, y: at.y + box.y },
    placed,
    marks,
    label: joined([unborn.naam.trim(), what, unborn.wanneer === undefined ? '' : sayYears(unborn.wanneer)]),
  };
}
