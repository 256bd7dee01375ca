import { cafDriehoekPicture } from '../caf-driehoek/caf-driehoek.ts';
import { genogramPicture } from '../genogram/genogram.ts';
import { gezinspatroonPicture } from '../gezinspatroon/gezinspatroon.ts';
import { dayNumber } from '../board/vague-date.ts';
import type { ViewPicture } from '../picture/picture.ts';
import { tijdlijnPicture } from '../tijdlijn/tijdlijn.ts';
import { dayOf } from './dates.ts';
import type { Version } from './version.ts';

/** The pictures of the four views as they were on the day of the version: ages and "now" never move afterwards. */
export type Pictures = {
  readonly genogram: ViewPicture;
  readonly tijdlijn: ViewPicture;
  readonly driehoek: ViewPicture;
  readonly gezinspatroon: ViewPicture;
};

/** Takes a version, draws its four views. */
export function picturesOf({ board, gemaakt, deelnemers }: Version): Pictures {
  const names = new Map(deelnemers.map(({ id, naam, persoon }) => [id, { naam, persoon }]));
  const options = { today: dayNumber(dayOf(gemaakt)), names };
  return {
    genogram: genogramPicture(board, options),
    tijdlijn: tijdlijnPicture(board, options),
    driehoek: cafDriehoekPicture(board, options),
    gezinspatroon: gezinspatroonPicture(board, options),
  };
}
