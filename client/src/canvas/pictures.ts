import type { Board } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { cafDriehoekPicture } from '@samenbord/shared/caf-driehoek/caf-driehoek.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { gezinspatroonPicture } from '@samenbord/shared/gezinspatroon/gezinspatroon.ts';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { tijdlijnPicture } from '@samenbord/shared/tijdlijn/tijdlijn.ts';

/** A board in, the picture of one view out. */
export type Draw = (board: Board) => ViewPicture;

const pictures: Readonly<Record<ViewName, (board: Board, options: PictureOptions) => ViewPicture>> = {
  genogram: genogramPicture,
  tijdlijn: tijdlijnPicture,
  'caf-driehoek': cafDriehoekPicture,
  gezinspatroon: gezinspatroonPicture,
};

/** The kernel of a view, with the day of today and the names of the people at the table filled in. */
export const drawerOf =
  (view: ViewName, options: () => PictureOptions): Draw =>
  (board) =>
    pictures[view](board, options());
