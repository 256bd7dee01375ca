import type { Board } from '../board/board.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import type { Channel } from '../picture/routes.ts';
import type { Pattern, PatternBox } from './boxes.ts';
import { boxHeight, measureBox } from './places.ts';
import type { MeasuredBox } from './places.ts';

/** Between the two boxes of a person, between persons, between the boxes of the middle, between rows. */
const [pairGap, personGap, middleGap, rowGap] = [22, 42, 68, 68];
const [leastBox, mostBox, perRow] = [316, 620, 3];
/** What two persons side by side take: a smaller pattern is not narrower, so that the middle has its three boxes. */
const leastWidth = 4 * leastBox + 2 * pairGap + personGap;

export type Spot = { readonly box: MeasuredBox; readonly at: Box; readonly titleHeight: number };
export type Laid = {
  readonly spots: readonly Spot[];
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  /** The middles of the empty strips above and below the middle row. */
  readonly ring: { readonly top: number; readonly bottom: number; readonly half: number };
  readonly channels: { readonly down: readonly Channel[]; readonly across: readonly Channel[] };
};
export type Pair = { readonly development: PatternBox; readonly behaviour: PatternBox };
/** The question of the family: measured by whoever writes it, drawn in the middle row beside the problems. */
export type Question = (width: number) => MeasuredBox;

type Row = { readonly boxes: readonly Sized[]; readonly height: number; readonly titleHeight: number };
type Sized = { readonly box: MeasuredBox; readonly x: number; readonly width: number };

/**
 * Puts the boxes in rows, wider than high: the parents in the upper rows (what they went through outside, what they do inside), the
 * children in the lower, and between them the help, the problems and the question side by side. Gives the empty strips for the links.
 */
export function layOut(pattern: Pattern, question: Question, board: Board, options: PictureOptions): Laid {
  const [parents, children] = [inRows(pattern.parents), inRows(pattern.children)];
  const width = Math.max(leastWidth, ...[...parents, ...children].map(({ length }) => naturalWidth(length)));
  const measure = (box: PatternBox, wide: number): MeasuredBox => measureBox(box, wide, board, options);
  const each = (width - 2 * middleGap) / 3;
  const middle = rowOf(
    [measure(pattern.help, each), measure(pattern.problems, each), question(each)].map((box, index) => ({
      box,
      x: -width / 2 + index * (each + middleGap),
      width: each,
    })),
  );
  const people = (pairs: readonly Pair[]): Row => rowOf(sidesOf(pairs, width, measure));
  const rows = [...parents.map(people), middle, ...children.map(people)];
  const tops: number[] = [];
  let y = 0;
  for (const row of rows) {
    tops.push(y);
    y += row.height + rowGap;
  }
  const topOf = (index: number): number => tops[index] ?? 0;
  const at = parents.length;
  return {
    spots: rows.flatMap(({ boxes, height, titleHeight }, index) =>
      boxes.map(({ box, x, width: wide }) => ({ box, titleHeight, at: { x, y: topOf(index), width: wide, height } })),
    ),
    top: 0,
    bottom: y - rowGap,
    width,
    ring: {
      top: topOf(at) - rowGap / 2,
      bottom: topOf(at) + middle.height + rowGap / 2,
      half: (width - each) / 2,
    },
    channels: { down: rows.flatMap((row, index) => downOf(row, topOf(index))), across: acrossOf(rows, tops, width) },
  };
}

const naturalWidth = (persons: number): number =>
  persons * (2 * leastBox + pairGap) + Math.max(0, persons - 1) * personGap;

/** At most three persons side by side, the rows as equal as can be. */
function inRows(pairs: readonly Pair[]): Pair[][] {
  const count = Math.max(1, Math.ceil(pairs.length / perRow));
  const each = Math.ceil(pairs.length / count);
  return Array.from({ length: count }, (_, row) => pairs.slice(row * each, (row + 1) * each));
}

/** The boxes of a row of persons: behaviour nearest to the middle, widened to fill the row. */
function sidesOf(
  pairs: readonly Pair[],
  width: number,
  measure: (box: PatternBox, wide: number) => MeasuredBox,
): Sized[] {
  const count = pairs.length;
  const gaps = count * pairGap + (count - 1) * personGap;
  const wide = Math.min(mostBox, (width - gaps) / (2 * count));
  const left = -(2 * count * wide + gaps) / 2;
  return pairs.flatMap(({ development, behaviour }, index) => {
    const x = left + index * (2 * wide + pairGap + personGap);
    const order = index < count / 2 ? [development, behaviour] : [behaviour, development];
    return order.map((box, side) => ({ box: measure(box, wide), x: x + side * (wide + pairGap), width: wide }));
  });
}

function rowOf(boxes: readonly Sized[]): Row {
  const titleHeight = Math.max(0, ...boxes.map(({ box }) => box.titleHeight));
  const height = Math.max(0, ...boxes.map(({ box }) => boxHeight(titleHeight, box.bodyHeight)));
  return { boxes, height, titleHeight };
}

/** The strips beside the boxes of a row, from the strip above the row to the one below it. */
function downOf({ boxes, height }: Row, top: number): Channel[] {
  const [from, to] = [top - rowGap / 2, top + height + rowGap / 2];
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = boxes.slice(1).flatMap((box, index): Channel[] => {
    const before = boxes[index];
    const end = before === undefined ? box.x : before.x + before.width;
    return [{ at: (end + box.x) / 2, half: (box.x - end) / 2 - 3, from, to }];
  });
  return [{ at: first.x - 20, half: 14, from, to }, ...between, { at: last.x + last.width + 20, half: 14, from, to }];
}

/** The strips between the rows, and one below the last. */
function acrossOf(rows: readonly Row[], tops: readonly number[], width: number): Channel[] {
  const [from, to] = [-width, width];
  return [
    ...tops.map((top, index) => ({ at: top - rowGap / 2, half: index === 0 ? 7 : rowGap / 2 - 8, from, to })),
    { at: (tops.at(-1) ?? 0) + (rows.at(-1)?.height ?? 0) + rowGap / 2, half: 7, from, to },
  ];
}

/** Everything drawn at its place. */
export function drawSpots(spots: readonly Spot[]): { readonly ground: Mark[]; readonly nodes: PictureNode[] } {
  const drawn = spots.map(({ box, at, titleHeight }) => box.draw(at, titleHeight));
  return { ground: drawn.flatMap(({ ground }) => ground), nodes: drawn.flatMap(({ nodes }) => nodes) };
}
