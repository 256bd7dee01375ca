import type { Board } from '../board/board.ts';
import { boxOfAll } from '../picture/bounds.ts';
import { guestCards } from '../picture/card.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { ViewPicture } from '../picture/picture.ts';

const view = 'sociogram';

/** Takes a board, gives the sociogram: the same people around a child, by how close they are. */
export function sociogramPicture(board: Board, options: PictureOptions): ViewPicture {
  const nodes = guestCards(board, view, options);
  return { view, box: boxOfAll([], [], nodes), backdrop: [], lines: [], nodes, description: [] };
}
