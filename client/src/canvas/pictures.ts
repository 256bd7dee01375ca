import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { genogramFrame } from '@samenbord/shared/genogram/genogram.ts';
import { oneHousehold } from '@samenbord/shared/genogram/one-household.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';

/** A picture that is drawn, and how it looks while these things are held elsewhere; nothing when the view has no quick way for that. */
export type Still = {
  readonly picture: ViewPicture;
  readonly move?: (places: ReadonlyMap<string, Place>) => ViewPicture;
};

/** A board in, the picture of one view out. */
export type Draw = { (board: Board): ViewPicture; readonly still?: (board: Board) => Still };

/**
 * The kernel of a view, with the day of today and the names of the people at the table filled in. With a household only that part of the genogram is drawn.
 */
export function drawerOf(view: ViewName, options: () => PictureOptions, household?: string): Draw {
  const part = (board: Board, whole: ViewPicture): ViewPicture =>
    household === undefined || view !== 'genogram' ? whole : oneHousehold(board, whole, household, options());
  const draw = (board: Board): ViewPicture => part(board, pictureOf(view, board, options()));
  const still = (board: Board): Still => {
    if (view !== 'genogram') return { picture: draw(board) };
    const { picture, move } = genogramFrame(board, options());
    return { picture: part(board, picture), move: (places) => part(board, move(places)) };
  };
  return Object.assign(draw, { still });
}
