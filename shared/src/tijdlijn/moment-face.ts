import type { Board } from '../board/board.ts';
import { cardHeight } from '../picture/card.ts';
import { faceOf, joined, namesOf } from '../picture/face.ts';
import type { CardFace, PictureOptions } from '../picture/face.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { headWords, tijdlijnWords } from '../words/pictures.ts';
import type { TimelineThing } from './order.ts';

/** Narrower than elsewhere where moments crowd, so that more of a life fits side by side; wider and lower where there is room. */
const widths = [200, 220, 240, 260, 300, 340, 380] as const;
const crowded = 300;

/**
 * The card of a moment on the tijdlijn: the date at its head, the text, and what kind it is; below it, in the lane of the family, about
 * whom.
 */
export function momentFace(
  thing: TimelineThing,
  inFamilyLane: boolean,
  board: Board,
  options: PictureOptions,
): CardFace {
  const { kind, text, word } = faceOf(thing, board, options);
  const about = inFamilyLane ? sayList(namesOf(board, thing.over ?? [])) : '';
  const date = thing.wanneer === undefined ? tijdlijnWords.zonderDatum : sayDate(thing.wanneer);
  const what = joined([headWords[thing.type], word ?? '']);
  return about === ''
    ? { kind, head: joined([date, what]), text, quiet: '' }
    : { kind, head: date, text, quiet: joined([what, about]) };
}

/** The width with which a card is lowest in the room there is; where there is too little, the one that takes the least ground. */
export function momentWidth(face: CardFace, room: number): number {
  const sizes = widths.map((width) => ({ width, height: cardHeight(face, width) }));
  const fitting = sizes.filter(({ width }) => width <= room);
  const least =
    fitting.length > 0
      ? fitting.toSorted((a, b) => a.height - b.height || a.width - b.width)
      : sizes
          .filter(({ width }) => width <= crowded)
          .toSorted((a, b) => (a.width + 120) * (a.height + 12) - (b.width + 120) * (b.height + 12));
  return least[0]?.width ?? widths[0];
}
