import { placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { label, paragraph } from '../picture/card.ts';
import { whoseWords } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { wrap } from '../picture/measure.ts';
import { round, roundedBox } from '../picture/paths.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import { patroonWords } from '../words/pictures.ts';
import type { PatternBox, Patroonblok } from './boxes.ts';

const [inset, lineGap, cardInset, textSize, textLine, smallLine] = [12, 10, 12, 18, 26, 22];
const titleStyle = { size: 20, weight: 600 } as const;
/** A box at least this wide puts its lines in two columns. */
const twoColumns = 520;
/** The width of a line that somebody put elsewhere by hand. */
const placedWidth = 296;
const view = 'gezinspatroon';

/** A box with its lines, measured; `draw` puts it at a place, the lines below a title as high as the highest of its row. */
export type MeasuredBox = {
  readonly titleHeight: number;
  readonly bodyHeight: number;
  readonly draw: (box: Box, titleHeight: number) => { readonly ground: Mark[]; readonly nodes: PictureNode[] };
};

/** What a box is high with a title this high. */
export const boxHeight = (titleHeight: number, bodyHeight: number): number =>
  inset + titleHeight + 8 + bodyHeight + inset;

/** Takes a box and its width, gives it measured. Lines placed by hand take no room in it; an empty box has one teaching sentence. */
export function measureBox(box: PatternBox, width: number, board: Board, options: PictureOptions): MeasuredBox {
  const inside = box.blocks.filter((block) => placeOf(board, view, block.id) === undefined);
  const inner = width - 2 * inset;
  const columns = width >= twoColumns && inside.length > 1 ? 2 : 1;
  const cardWidth = (inner - (columns - 1) * lineGap) / columns;
  const lines = inside.map((block) => measureLine(block, cardWidth, board, options));
  const spots = columnsOf(
    lines.map((line) => line.height),
    columns,
  );
  const teach = (x: number, y: number): { marks: Mark[]; height: number } =>
    paragraph(patroonWords.leeg[box.vak], x, y, inner, { size: 18, color: 'ink-soft' });
  const low = Math.max(0, ...spots.map((spot, index) => spot.y + (lines[index]?.height ?? 0)));
  return {
    titleHeight: paragraph(box.title, 0, 0, inner, titleStyle).height,
    bodyHeight: box.blocks.length === 0 ? teach(0, 0).height : low,
    draw: (at, titleHeight) => {
      const top = at.y + inset + titleHeight + 8;
      const nodes = inside.flatMap((block, index): PictureNode[] => {
        const [line, spot] = [lines[index], spots[index]];
        if (line === undefined || spot === undefined) return [];
        const x = at.x + inset + spot.column * (cardWidth + lineGap);
        return [lineNode(block, box.title, line, { x, y: top + spot.y, width: cardWidth, height: line.height }, false)];
      });
      const title = paragraph(box.title, at.x + inset, at.y + inset, inner, titleStyle).marks;
      const empty = box.blocks.length === 0 ? teach(at.x + inset, top).marks : [];
      return { ground: [...boxGround(at), ...title, ...empty], nodes };
    },
  };
}

/** Each line in the column that is lowest so far, the first of equals. */
function columnsOf(heights: readonly number[], columns: number): { readonly column: number; readonly y: number }[] {
  const ends = Array.from({ length: columns }, () => 0);
  return heights.map((height) => {
    const y = Math.min(...ends);
    const column = ends.indexOf(y);
    ends[column] = y + height + lineGap;
    return { column, y };
  });
}

/** The lines of a box that somebody put elsewhere by hand. */
export function placedBlocks(box: PatternBox, board: Board, options: PictureOptions): PictureNode[] {
  return box.blocks.flatMap((block): PictureNode[] => {
    const place = placeOf(board, view, block.id);
    if (place === undefined) return [];
    const line = measureLine(block, placedWidth, board, options);
    const at = { x: place.x - placedWidth / 2, y: place.y - line.height / 2, width: placedWidth, height: line.height };
    return [lineNode(block, box.title, line, at, true)];
  });
}

export const boxGround = (box: Box): Mark[] => [
  { kind: 'path', d: roundedBox(box, 12), fill: 'paper', stroke: 'line', width: 1.5 },
];

type Line = { readonly text: readonly string[]; readonly quiet: readonly string[]; readonly height: number };

function measureLine(block: Patroonblok, width: number, board: Board, options: PictureOptions): Line {
  const room = width - 2 * cardInset;
  const words = whoseWords(block, board, options);
  const text = block.tekst === '' ? [] : wrap(block.tekst, room, textSize);
  const quiet = words === '' ? [] : wrap(words, room, 16);
  return { text, quiet, height: 16 + Math.max(1, text.length) * textLine + quiet.length * smallLine };
}

function lineNode(block: Patroonblok, title: string, line: Line, box: Box, placed: boolean): PictureNode {
  const [x, top] = [box.x + cardInset, box.y + 7];
  const quietTop = top + Math.max(1, line.text.length) * textLine;
  return {
    id: block.id,
    box: { x: round(box.x), y: round(box.y), width: round(box.width), height: box.height },
    placed,
    marks: [
      { kind: 'path', d: roundedBox(box, 8), fill: 'surface', stroke: 'line', width: 1 },
      ...line.text.map((words, index) => label(words, x, top + index * textLine + 19, { size: textSize })),
      ...line.quiet.map((words, index) => label(words, x, quietTop + index * smallLine + 16, { color: 'ink-soft' })),
    ],
    label: `${title} ${block.tekst}`,
  };
}
