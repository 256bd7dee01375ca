import { boxOfMark } from '../picture/bounds.ts';
import { label, paragraph } from '../picture/card.ts';
import { measure } from '../picture/measure.ts';
import { overlaps, polyline, round, roundedBox } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Ink, Mark } from '../picture/picture.ts';
import { sociogramWords, strengthWords } from '../words/sociogram.ts';
import type { Band, Shown } from './circle.ts';
import { sign } from './icons.ts';
import type { SignName } from './icons.ts';
import { dot, nearWord } from './nodes.ts';
import { nears } from './circle.ts';
import { nameBox, onRing } from './rings.ts';
import type { Rings, Sector } from './rings.ts';
import { patternOf, tieMarks } from './ties.ts';

/** How wide the name of each ring is drawn, with room around it. */
export const ringNames = nears.map((near) => round(measure(nearWord(near), 16) + 20));

/** The rings from far to near, each a little warmer, with their names straight above the middle. */
export function ringMarks({ outer, sectors }: Pick<Rings, 'outer' | 'sectors'>, middle: Point): Mark[] {
  const rings = outer.map((r, index): Mark => ({
    kind: 'path',
    d: ellipse(middle, r),
    fill: 'household-2',
    opacity: index === 0 ? 0.9 : 0.42,
    stroke: 'line',
    width: 1,
  }));
  const names = outer.flatMap((r, index): Mark[] => {
    const at = nameBox(r, ringNames[index] ?? 0);
    const box = { ...at, x: at.x + middle.x, y: at.y + middle.y };
    return [
      { kind: 'path', d: roundedBox(box, 13), fill: 'paper', stroke: 'line', width: 1 },
      label(nearWord(nears[index]), middle.x, box.y + 18, { anchor: 'middle', color: 'ink-soft' }),
    ];
  });
  const edge = outer.at(-1) ?? 0;
  const hairlines = sectors.length < 2 ? [] : sectors.map(({ from }) => hairline(from, edge, middle));
  return [...rings.toReversed(), ...hairlines, ...names];
}

/** Where a part of the circle begins. */
function hairline(angle: number, edge: number, middle: Point): Mark {
  const ends = [onRing(edge * 0.3, angle), onRing(edge, angle)].map(({ x, y }) => ({
    x: x + middle.x,
    y: y + middle.y,
  }));
  return { kind: 'path', d: polyline(ends), stroke: 'line', width: 1, dash: [2, 6], opacity: 0.7 };
}

/** The name of each part of the circle, outside the last ring and free of everybody who reaches over it. */
export function sectorNames(
  sectors: readonly Sector[],
  edge: number,
  middle: Point,
  nodes: readonly Box[],
): { readonly mark: Mark; readonly box: Box }[] {
  return sectors.map(({ key, from, to }) => {
    const angle = (from + to) / 2;
    const sideways = Math.cos(angle);
    const anchor = sideways > 0.2 ? 'start' : sideways < -0.2 ? 'end' : 'middle';
    for (let away = 26; ; away += 14) {
      const at = onRing(edge + away, angle);
      const mark = label(kringWord(key), middle.x + at.x, middle.y + at.y + 6, {
        weight: 600,
        color: 'ink-soft',
        anchor,
      });
      const box = boxOfMark(mark);
      if (away > 600 || nodes.every((node) => !overlaps(box, node, 6))) return { mark, box };
    }
  });
}

const kringen: Readonly<Record<string, string>> = sociogramWords.kring;
const kringWord = (key: string): string => kringen[key] ?? '';

/** An ellipse in twelve gentle curves: no further than a hair from the true one, and held closely by its box. */
function ellipse({ x, y }: Point, r: number): string {
  const [pieces, turn] = [12, Math.PI / 12];
  const at = (angle: number, reach: number): string => {
    const point = onRing(r * reach, angle);
    return `${round(x + point.x)} ${round(y + point.y)}`;
  };
  const curves = Array.from(
    { length: pieces },
    (_, piece) => `Q${at((2 * piece + 1) * turn, 1 / Math.cos(turn))} ${at((2 * piece + 2) * turn, 1)}`,
  );
  return `M${at(0, 1)}${curves.join('')}Z`;
}

/** Who was not talked about yet: a quiet place beside the rings, never a guess. */
export function asideMarks(box: Box, title: string): Mark[] {
  return [
    { kind: 'path', d: roundedBox(box, 16), fill: 'onbekend-ground', opacity: 0.7 },
    ...paragraph(title, box.x + 16, box.y + 12, box.width - 32, { weight: 600, color: 'ink-soft' }).marks,
    ...paragraph(sociogramWords.nogNietUitleg, box.x + 16, box.y + 36, box.width - 32, { color: 'ink-soft' }).marks,
  ];
}

type Entry = { readonly width: number; readonly text: string; readonly draw: (at: Point) => readonly Mark[] };

/** What the patterns and signs mean: only those that are in the picture. In lines of at most `width`, below `top`. */
export function legendMarks(shown: readonly Shown[], left: number, top: number, width: number): Mark[] {
  const bands = shown.map(({ band }) => band);
  const entries = [...strengthEntries(bands), ...signEntries(bands, shown)];
  let [x, y] = [left, top];
  return entries.flatMap((entry) => {
    const room = entry.width + 10 + measure(entry.text, 16) + 28;
    if (x > left && x + room > left + width) [x, y] = [left, y + 30];
    const at = x;
    x += room;
    return [...entry.draw({ x: at, y }), label(entry.text, at + entry.width + 10, y + 6, { color: 'ink-soft' })];
  });
}

function strengthEntries(bands: readonly Band[]): Entry[] {
  const calm = bands.filter(({ soort }) => soort !== 'spanning');
  const kinds = (['sterk', 'gewoon', 'zwak', 'verbroken', undefined] as const).filter((kind) =>
    calm.some(({ sterkte }) => sterkte === kind),
  );
  const sample = (band: Pick<Band, 'sterkte' | 'soort'>, text: string): Entry => ({
    width: 60,
    text,
    draw: ({ x, y }) =>
      tieMarks(
        patternOf(band),
        Array.from({ length: 13 }, (_, step) => ({ x: x + step * 5, y })),
      ),
  });
  return [
    ...kinds.map((sterkte) =>
      sample(
        { sterkte, soort: undefined },
        sterkte === undefined ? sociogramWords.lang.onbekend : strengthWords[sterkte],
      ),
    ),
    ...(bands.some(({ soort }) => soort === 'spanning')
      ? [sample({ sterkte: 'gewoon', soort: 'spanning' }, sociogramWords.lang.spanning)]
      : []),
  ];
}

function signEntries(bands: readonly Band[], shown: readonly Shown[]): Entry[] {
  const icon = (name: SignName, text: string, color: Ink): Entry => ({
    width: 18,
    text,
    draw: ({ x, y }) => sign(name, { x, y: y - 9 }, color),
  });
  return [
    ...(bands.some(({ wilDatHetGoedGaat }) => wilDatHetGoedGaat === true)
      ? [icon('hart', sociogramWords.lang.geeftErom, 'kracht-text')]
      : []),
    ...(shown.some(({ differs }) => differs)
      ? [{ width: 16, text: sociogramWords.anders, draw: ({ x, y }: Point) => dot({ x: x + 8, y }) }]
      : []),
  ];
}
