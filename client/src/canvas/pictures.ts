import type { Board } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { oneHousehold } from '@samenbord/shared/genogram/one-household.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';

/** A board in, the picture of one view out. */
export type Draw = (board: Board) => ViewPicture;

/**
 * The kernel of a view, with the day of today and the names of the people at the table filled in. With a household only that part of the genogram is drawn.
 */
export const drawerOf =
  (view: ViewName, options: () => PictureOptions, household?: string): Draw =>
  (board) => {
    const whole = pictureOf(view, board, options());
    return household === undefined || view !== 'genogram' ? whole : oneHousehold(board, whole, household, options());
  };
