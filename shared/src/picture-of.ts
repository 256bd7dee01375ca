import type { Board } from './board/board.ts';
import type { ViewName } from './board/define.ts';
import { cafDriehoekPicture } from './caf-driehoek/caf-driehoek.ts';
import { genogramPicture } from './genogram/genogram.ts';
import { gezinspatroonPicture } from './gezinspatroon/gezinspatroon.ts';
import type { PictureOptions } from './picture/face.ts';
import type { ViewPicture } from './picture/picture.ts';
import { sociogramPicture } from './sociogram/sociogram.ts';
import { tijdlijnPicture } from './tijdlijn/tijdlijn.ts';

const pictures: Readonly<Record<ViewName, (board: Board, options: PictureOptions) => ViewPicture>> = {
  genogram: genogramPicture,
  sociogram: sociogramPicture,
  tijdlijn: tijdlijnPicture,
  'caf-driehoek': cafDriehoekPicture,
  gezinspatroon: gezinspatroonPicture,
};

/** Takes a view, a board and today, gives the picture of that view. The same board and day give the same picture everywhere. */
export const pictureOf = (view: ViewName, board: Board, options: PictureOptions): ViewPicture =>
  pictures[view](board, options);
