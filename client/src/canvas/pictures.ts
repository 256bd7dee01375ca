import type { Board } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';

/** A board in, the picture of one view out. */
export type Draw = (board: Board) => ViewPicture;

/** The kernel of a view, with the day of today and the names of the people at the table filled in. */
export const drawerOf =
  (view: ViewName, options: () => PictureOptions): Draw =>
  (board) =>
    pictureOf(view, board, options());
