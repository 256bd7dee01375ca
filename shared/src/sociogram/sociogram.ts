import type { Board } from '../board/board.ts';
import { boxOfAll } from '../picture/bounds.ts';
import { guestCards } from '../picture/card.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { Box, PictureLine, PictureNode, ViewPicture } from '../picture/picture.ts';
import { circleOf } from './circle.ts';
import type { Circle } from './circle.ts';
import { legendMarks } from './ground.ts';
import { layOut } from './layout.ts';
import { describe, sayBand } from './say.ts';
import { tieLine } from './ties.ts';

const view = 'sociogram';

/**
 * Takes a board, gives the sociogram: the same people around a child, in rings by how close they are in somebody's words, with organisations and
 * animals. Who was not talked about stands beside the rings, never in one. Who was put somewhere by hand stays exactly there.
 */
export function sociogramPicture(board: Board, options: PictureOptions): ViewPicture {
  const circle = circleOf(board, options);
  const guests = guestCards(board, view, options);
  const laid = layOut(
    board,
    circle,
    guests.map(({ box }) => box),
    options,
  );
  const byId = new Map(laid.nodes.map((node) => [node.id, node]));
  const lines = tiesOf(board, circle, byId, laid.names, options);
  const nodes = [...laid.nodes, ...guests];
  const shown = [...circle.shown.values()];
  const backdrop = [...laid.ground, ...legendMarks(shown, laid.left, laid.bottom + 40, laid.width)];
  return {
    view,
    box: boxOfAll(backdrop, lines, nodes, 24),
    backdrop,
    lines,
    nodes,
    description: describe(board, circle, options),
  };
}

function tiesOf(
  board: Board,
  { child, shown }: Circle,
  nodes: ReadonlyMap<string, PictureNode>,
  names: readonly Box[],
  options: PictureOptions,
): PictureLine[] {
  const from = nodes.get(child?.id ?? '');
  if (from === undefined) return [];
  return [...shown].flatMap(([met, { band }]): PictureLine[] => {
    const to = nodes.get(met);
    if (to === undefined) return [];
    const others = [
      ...names,
      ...[...nodes.values()].filter((node) => node !== from && node !== to).map(({ box }) => box),
    ];
    return [tieLine(band, from.box, to.box, others, sayBand(board, band, options))];
  });
}
