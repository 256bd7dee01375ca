import { emptyBoard, ofType, placeKey } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ViewName } from '../board/define.ts';
import { belongsTo } from '../board/things.ts';
import { cafDriehoekPicture } from '../caf-driehoek/caf-driehoek.ts';
import { genogramPicture } from '../genogram/genogram.ts';
import { gezinspatroonPicture } from '../gezinspatroon/gezinspatroon.ts';
import { childrenOfSociogram } from '../sociogram/circle.ts';
import { sociogramPicture } from '../sociogram/sociogram.ts';
import { dayNumber } from '../board/vague-date.ts';
import { withLegend } from '../picture/legend.ts';
import type { ViewPicture } from '../picture/picture.ts';
import { tooFullToDraw } from '../words/documents.ts';
import { legendWords } from '../words/legend.ts';
import { tijdlijnPicture } from '../tijdlijn/tijdlijn.ts';
import { dayOf } from './dates.ts';
import type { Version } from './version.ts';

/** The pictures of the views as they were on the day of the version: ages and "now" never move afterwards. */
export type Pictures = {
  readonly genogram: ViewPicture;
  /** One for every child around whom somebody put people, with the child. */
  readonly sociogrammen: readonly { readonly kind: string; readonly plaat: ViewPicture }[];
  readonly tijdlijn: ViewPicture;
  readonly driehoek: ViewPicture;
  readonly gezinspatroon: ViewPicture;
};

/** Drawing takes time that grows faster than what is drawn, and all boards share one server. A family's view holds far less than this. */
const mostDrawn = 500;

/** Takes a version, draws its views. A view that holds more than can be drawn in good time is not drawn, and says so. */
export function picturesOf({ board, gemaakt, deelnemers }: Version): Pictures {
  const names = new Map(deelnemers.map(({ id, naam, persoon }) => [id, { naam, persoon }]));
  const options = { today: dayNumber(dayOf(gemaakt)), names };
  const drawn = (view: ViewName, draw: (shown: Board, how: typeof options) => ViewPicture): ViewPicture =>
    shownIn(board, view) > mostDrawn
      ? { ...draw(emptyBoard, options), description: [tooFullToDraw] }
      : draw(board, options);
  return {
    genogram: withLegend(drawn('genogram', genogramPicture), legendWords.titel),
    sociogrammen: tied(board).map((kind) => ({
      kind,
      plaat: drawn('sociogram', (shown, how) => sociogramPicture(shown, { ...how, rond: { kind } })),
    })),
    tijdlijn: drawn('tijdlijn', tijdlijnPicture),
    driehoek: drawn('caf-driehoek', cafDriehoekPicture),
    gezinspatroon: drawn('gezinspatroon', gezinspatroonPicture),
  };
}

/** The children of whom somebody said who stands around them. More than a family has is no family. */
const tied = (board: Board): string[] => {
  const named = new Set(ofType(board, 'band').map(({ kind }) => kind));
  return childrenOfSociogram(board)
    .flatMap(({ id }) => (named.has(id) ? [id] : []))
    .slice(0, mostChildren);
};
const mostChildren = 12;

/** How many things a view has: those that it shows by itself, and what somebody put there. */
function shownIn(board: Board, view: ViewName): number {
  let count = 0;
  for (const { weg, type, id } of board.things.values()) {
    if (!weg && (belongsTo(type, view) || board.places.has(placeKey(view, id)))) count += 1;
  }
  return count;
}

/** The words under a picture: the usual ones, or that it was too full to draw. */
export const wordsUnder = ({ description }: ViewPicture, usual: string): readonly string[] =>
  description[0] === tooFullToDraw ? description : [usual];
