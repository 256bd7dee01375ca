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

export const boxWidth = 320;
const [inset, lineGap, textSize, textLine, smallLine] = [14, 10, 18, 26, 22];
const innerWidth = boxWidth - 2 * inset;
const view = 'gezinspatroon';

/** A box with its lines, measured; `draw` puts it with its top left corner at a place and gives ground and nodes. */
export type MeasuredBox = {
  readonly height: number;
  readonly draw: (x: number, y: number, height: number) => { readonly ground: Mark[]; readonly nodes: PictureNode[] };
};

/** Takes a box, gives it measured. Lines somebody placed by hand take no room in it; an empty box has one teaching sentence. */
export function measureBox(box: PatternBox, board: Board, options: PictureOptions): MeasuredBox {
  const inside = box.blocks.filter((block) => placeOf(board, view, block.id) === undefined);
  const title = paragraph(box.title, 0, 0, innerWidth, { size: 18, weight: 600 });
  const teaching =
    box.blocks.length === 0
      ? paragraph(patroonWords.leeg[box.vak], 0, 0, innerWidth - 8, { color: 'ink-soft' }).height + 8
      : 0;
  const heights = inside.map((block) => blockHeight(block, board, options));
  const height = inset + title.height + 10 + teaching + heights.reduce((sum, each) => sum + each + lineGap, 0) + inset;
  return {
    height,
    draw: (x, y, tall) => {
      const top = y + inset + title.height + 10;
      const empty =
        teaching === 0
          ? []
          : paragraph(patroonWords.leeg[box.vak], x + inset, top, innerWidth - 8, { color: 'ink-soft' }).marks;
      let at = top;
      const nodes = inside.map((block, index) => {
        const size = heights[index] ?? 0;
        const node = blockNode(
          block,
          box.title,
          { x: x + inset, y: at, width: innerWidth, height: size },
          false,
          board,
          options,
        );
        at += size + lineGap;
        return node;
      });
      return {
        ground: [
          ...boxGround({ x, y, width: boxWidth, height: tall }),
          ...paragraph(box.title, x + inset, y + inset, innerWidth, { size: 18, weight: 600 }).marks,
          ...empty,
        ],
        nodes,
      };
    },
  };
}

/** The lines of a box that somebody put elsewhere by hand. */
export function placedBlocks(box: PatternBox, board: Board, options: PictureOptions): PictureNode[] {
  return box.blocks.flatMap((block): PictureNode[] => {
    const place = placeOf(board, view, block.id);
    if (place === undefined) return [];
    const height = blockHeight(block, board, options);
    return [
      blockNode(
        block,
        box.title,
        { x: place.x - innerWidth / 2, y: place.y - height / 2, width: innerWidth, height },
        true,
        board,
        options,
      ),
    ];
  });
}

export const boxGround = (box: Box): Mark[] => [
  { kind: 'path', d: roundedBox(box, 12), fill: 'paper', stroke: 'line', width: 1.5 },
];

const linesOf = (block: Patroonblok): string[] =>
  block.tekst === '' ? [] : wrap(block.tekst, innerWidth - 24, textSize);
const quietOf = (block: Patroonblok, board: Board, options: PictureOptions): string[] => {
  const quiet = whoseWords(block, board, options);
  return quiet === '' ? [] : wrap(quiet, innerWidth - 24, 16);
};
const blockHeight = (block: Patroonblok, board: Board, options: PictureOptions): number =>
  18 + Math.max(1, linesOf(block).length) * textLine + quietOf(block, board, options).length * smallLine;

function blockNode(
  block: Patroonblok,
  title: string,
  box: Box,
  placed: boolean,
  board: Board,
  options: PictureOptions,
): PictureNode {
  const lines = linesOf(block);
  const [x, top] = [box.x + 12, box.y + 8];
  const quietTop = top + Math.max(1, lines.length) * textLine;
  return {
    id: block.id,
    box: { x: round(box.x), y: round(box.y), width: box.width, height: box.height },
    placed,
    marks: [
      { kind: 'path', d: roundedBox(box, 8), fill: 'surface', stroke: 'line', width: 1 },
      ...lines.map((line, index) => label(line, x, top + index * textLine + 19, { size: textSize })),
      ...quietOf(block, board, options).map((line, index) =>
        label(line, x, quietTop + index * smallLine + 16, { color: 'ink-soft' }),
      ),
    ],
    label: `${title} ${block.tekst}`,
  };
}
