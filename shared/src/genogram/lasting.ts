import { boundsOf } from '../board/vague-date.ts';
import type { VagueDate } from '../board/vague-date.ts';

/** Whole days: from the first one up to, and not with, `until`. */
export type Lasting = { readonly from: number; readonly until: number };

/** Two days of one moment of a period, or the only one: `2016/2019` -> `2016` and `2019`; an open end is undefined. */
export function endsOf(periode: VagueDate): { readonly from: VagueDate; readonly to?: VagueDate } {
  const [from = periode, to] = periode.split('/');
  return to === undefined || to === '..' ? { from } : { from, to };
}

/**
 * Takes a period, gives the days it lasts. One rule for every vague date: it counts from the first day it can mean. So a stay "van 2014 tot 2016" is
 * over when 2016 begins and the next home "sinds 2016" takes it over on that same day: nobody is in two places, or in none. What
 * stands there as one moment (`2014`) lasts as long as that moment can be. Without a date it always was and always will be.
 */
export function lastingOf(periode: VagueDate | undefined): Lasting {
  if (periode === undefined) return { from: -Infinity, until: Infinity };
  const { from, to } = endsOf(periode);
  const { earliest } = boundsOf(from);
  if (periode.endsWith('/..')) return { from: earliest, until: Infinity };
  const end = to === undefined ? earliest : boundsOf(to).earliest;
  return { from: earliest, until: end > earliest ? end : boundsOf(to ?? from).latest + 1 };
}

/** True from the first day that a date can mean; of what has no date nobody knows, so it is never before it. */
export const hasCome = (date: VagueDate | undefined, day: number): boolean =>
  date === undefined || boundsOf(date).earliest <= day;

export const lastsOn = (periode: VagueDate | undefined, day: number): boolean => {
  const { from, until } = lastingOf(periode);
  return from <= day && day < until;
};

/** A period as it was known on a day while it lasted: an end that came later is not known yet. */
export function asKnownOn(periode: VagueDate | undefined, day: number): VagueDate | undefined {
  if (periode === undefined) return undefined;
  const { from, to } = endsOf(periode);
  return to !== undefined && lastingOf(periode).until > day ? `${from}/..` : periode;
}
