import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { boundsOf } from '@samenbord/shared/board/vague-date.ts';
import { orderOf } from '@samenbord/shared/tijdlijn/order.ts';

/** One moment on the tijdlijn: a thing, or the birth or death of a person. */
export type Moment = { readonly thing: Thing; readonly when: string; readonly what: 'ding' | 'geboren' | 'overleden' };
export type Year = { readonly year: string; readonly moments: readonly Moment[] };

/**
 * Takes a board, gives what happened in order of time, by the year in which it began. Births and deaths from before the first
 * thing on the tijdlijn stand in the genogram. Of two that may begin on the same day the surest
 * comes first: a day before a month, a month before a year.
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
  const moments: Moment[] = [];
  for (const thing of orderOf(board)) {
    if (thing.wanneer !== undefined) moments.push({ thing, when: thing.wanneer, what: 'ding' });
  }
  const [first] = moments;
  if (first === undefined) return [];
  const told = [...moments];
  for (const person of ofType(board, 'persoon')) {
    for (const what of ['geboren', 'overleden'] as const) {
      const when = what === 'geboren' ? person.geboren : person.overleden;
      if (when === undefined || boundsOf(when).latest < boundsOf(first.when).earliest) continue;
      if (!told.some((moment) => tells(moment, when, person))) moments.push({ thing: person, when, what });
    }
  }
  return moments;
}

/** A thing on the tijdlijn that says this already: of the same time, and about this person. */
function tells({ thing, when }: Moment, date: string, person: ThingOfType<'persoon'>): boolean {
  if (when !== date || thing.type !== 'gebeurtenis') return false;
  const named = person.naam.trim() !== '' && thing.titel.includes(person.naam.trim());
  return named || (thing.over ?? []).includes(person.id);
}

/** The same order as the picture's, with births and deaths in between. */
function byTime(a: Moment, b: Moment): number {
  const [one, other] = [boundsOf(a.when), boundsOf(b.when)];
  if (one.earliest !== other.earliest) return one.earliest - other.earliest;
  // Two periods that still go on are equally unsure: Infinity minus Infinity is no number.
  if (one.latest !== other.latest) return one.latest < other.latest ? -1 : 1;
  return a.thing.id < b.thing.id ? -1 : 1;
}
