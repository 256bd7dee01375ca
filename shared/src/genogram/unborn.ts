import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Mark, PictureNode } from '../picture/picture.ts';
import { sayDate, sayYears } from '../words/dates.ts';
import { genogramWords, unbornWords } from '../words/pictures.ts';
import type { Pregnancy } from './family.ts';
import { crossPath, outlinePath } from './shapes.ts';
import type { Outline } from './shapes.ts';
import { nameWidth } from './spread.ts';
import { half, lineStep, outline, shapeOf } from './symbols.ts';
import type { Sketch } from './symbols.ts';

/** A child that is not born, measured: what stands under its small symbol, and the box that holds both, around a symbol at the origin. */
export type UnbornFigure = Sketch & {
  readonly unborn: Pregnancy;
  readonly name: readonly string[];
  readonly year: string;
};

type Kind = NonNullable<Pregnancy['soort']>;

export function figureOfUnborn(unborn: Pregnancy): UnbornFigure {
  const soort = unborn.soort ?? 'zwanger';
  const drawn = outlineOfUnborn(soort, unborn.geslacht);
  const name = unborn.naam.trim() === '' ? [] : wrap(unborn.naam.trim(), nameWidth, 16);
  const when = unborn.wanneer === undefined ? '' : sayYears(unborn.wanneer);
  const year = when !== '' && soort === 'zwanger' ? genogramWords.verwacht(when) : when;
  const widest = Math.max(2 * drawn.r + 16, ...[...name, year].map((words) => measure(words, 16)));
  const height = half + outline + drawn.r + 8 + (name.length + (year === '' ? 0 : 1)) * lineStep + 6;
  return { unborn, name, year, outline: drawn, box: { x: -widest / 2, y: -half - outline, width: widest, height } };
}

/** Expected: a triangle. Lost: a small one. Stillborn: the symbol of a boy, a girl or a child, at half its size. */
export function outlineOfUnborn(soort: Kind, geslacht: Pregnancy['geslacht']): Outline {
  if (soort === 'doodgeboren') return { shape: shapeOf(geslacht), r: half / 2 };
  return { shape: 'triangle', r: soort === 'zwanger' ? 22 : 15 };
}

/** The symbol itself. Losses are drawn like everything else, only smaller. */
export function unbornMarks(soort: Kind, geslacht: Pregnancy['geslacht'], at: Point, most = half): Mark[] {
  const own = outlineOfUnborn(soort, geslacht);
  const drawn = { ...own, r: Math.min(own.r, most) };
  const { x, y } = at;
  const marks: Mark[] = [{ kind: 'path', d: outlinePath(drawn, at), fill: 'surface', stroke: 'ink', width: 2 }];
  if (soort !== 'zwanger') marks.push({ kind: 'path', d: crossPath(drawn, at), stroke: 'ink', width: 1.5 });
  if (soort === 'afgebroken') {
    const bar = [
      { x: x - drawn.r, y: y + drawn.r + 4 },
      { x: x + drawn.r, y: y + drawn.r + 4 },
    ];
    marks.push({ kind: 'path', d: polyline(bar), stroke: 'ink', width: 2 });
  }
  return marks;
}

export function unbornNode(figure: UnbornFigure, at: Point, placed: boolean): PictureNode {
  const { unborn, name, year, box, outline: drawn } = figure;
  const top = at.y + drawn.r + 8;
  const words = [...name, ...(year === '' ? [] : [year])];
  return {
    id: unborn.id,
    box: { ...box, x: at.x + box.x, y: at.y + box.y },
    placed,
    marks: [
      ...unbornMarks(unborn.soort ?? 'zwanger', unborn.geslacht, at),
      ...words.map((text, index) =>
        label(text, at.x, top + index * lineStep + 15, {
          color: index < name.length ? 'ink' : 'ink-soft',
          anchor: 'middle',
        }),
      ),
    ],
    label: sayUnborn(unborn),
  };
}

/** "Noortje · doodgeboren, in 2014". A name first, when there is one. */
export function sayUnborn(unborn: Pregnancy): string {
  const soort = unborn.soort ?? 'zwanger';
  const when = unborn.wanneer === undefined ? '' : sayDate(unborn.wanneer);
  const year = when !== '' && soort === 'zwanger' ? genogramWords.verwacht(when) : when;
  return joined([unborn.naam.trim(), unbornWords[soort], year, unborn.toelichting]);
}
