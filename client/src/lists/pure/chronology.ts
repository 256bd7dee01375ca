import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { boundsOf } from '@samenbord/shared/board/vague-date.ts';
import { lifeOf } from '@samenbord/shared/tijdlijn/life.ts';
import { orderOf } from '@samenbord/shared/tijdlijn/order.ts';

/** One moment on the tijdlijn: a thing, or what the genogram tells, in words; that opens the person or the tie. */
export type Moment = { readonly thing: Thing; readonly when: string; readonly told?: string };
export type Year = { readonly year: string; readonly moments: readonly Moment[] };

/**
 * Takes a board, gives what happened in order of time, by the year in which it began, with what the genogram tells by itself. Of two that may
 * begin on the same day the surest comes first: a day before a month, a month before a year.
 */
export function chronology(board: Board): Year[] {
  const years = new Map<string, Moment[]>();
  for (const moment of momentsOf(board).sort(byTime)) {
    const year = moment.when.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), moment]);
  }
  return [...years].map(([year, moments]) => ({ year, moments }));
}

function momentsOf(board: Board): Moment[] {
  const things = orderOf(board).flatMap((thing): Moment[] =>
    thing.wanneer === undefined ? [] : [{ thing, when: thing.wanneer }],
  );
  const life = lifeOf(board).flatMap(({ id, when, text }): Moment[] => {
    const thing = board.things.get(id);
    return thing === undefined ? [] : [{ thing, when, told: text }];
  });
  return [...things, ...life];
}

/** The same order as the picture's, with births and deaths in between. */
function byTime(a: Moment, b: Moment): number {
  const [one, other] = [boundsOf(a.when), boundsOf(b.when)];
  if (one.earliest !== other.earliest) return one.earliest - other.earliest;
  // Two periods that still go on are equally unsure: Infinity minus Infinity is no number.
  if (one.latest !== other.latest) return one.latest < other.latest ? -1 : 1;
  return a.thing.id < b.thing.id ? -1 : 1;
}
