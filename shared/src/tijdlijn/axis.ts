import { boundsOf, dayNumber } from '../board/vague-date.ts';
import { round } from '../picture/paths.ts';

/** A moment that is not known to the day: the days it can mean. */
export type Range = { readonly from: number; readonly to: number };

/** When something began and ended, each as far as known. `open`: it still goes on. */
export type Span = { readonly start: Range; readonly end: Range; readonly open: boolean };

export type Axis = {
  readonly first: number;
  readonly last: number;
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly end: number;
  /** Day number -> x. Days outside the axis lie on its ends. */
  readonly at: (day: number) => number;
};

/** Takes a vague date, gives the span it can mean; "rond" widens a year by half a year each side and a month by one month. */
export function spanOf(vagueDate: string): Span {
  const [from = '', to] = vagueDate.split('/');
  const start = rangeOf(from);
  if (to === undefined) return { start, end: start, open: false };
  if (to === '..') return { start, end: start, open: true };
  return { start, end: rangeOf(to), open: false };
}

function rangeOf(moment: string): Range {
  const { earliest, latest, around } = boundsOf(moment);
  const wide = !around ? 0 : latest - earliest > 200 ? 183 : 31;
  return { from: earliest - wide, to: latest + wide };
}

const yearOfDay = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
const firstDayOf = (year: number): number => dayNumber(String(year).padStart(4, '0'));

/**
 * Takes the days that must be on the axis and the busiest lane's days, gives a scale by year: empty years are narrow, busy years
 * get room. Within a year the scale is even, so the order and the distances in a year stay true.
 */
export function axisOf(days: readonly number[], lanes: readonly (readonly number[])[]): Axis {
  const first = Math.min(...days.map(yearOfDay));
  const last = Math.max(...days.map(yearOfDay));
  const quiet = Math.max(6, Math.min(48, 3600 / (last - first + 1)));
  const years: { year: number; x: number }[] = [];
  const busy = new Map<number, number>();
  for (const lane of lanes) {
    const counts = new Map<number, number>();
    for (const day of lane) counts.set(yearOfDay(day), (counts.get(yearOfDay(day)) ?? 0) + 1);
    for (const [year, count] of counts) busy.set(year, Math.max(busy.get(year) ?? 0, count));
  }
  let x = 0;
  for (let year = first; year <= last; year++) {
    years.push({ year, x });
    x += Math.min(quiet + 90 * (busy.get(year) ?? 0), 420);
  }
  const end = x;
  const at = (day: number): number => {
    const year = yearOfDay(day);
    if (year < first) return 0;
    if (year > last) return round(end);
    const from = years[year - first]?.x ?? 0;
    const to = years[year - first + 1]?.x ?? end;
    return round(from + ((to - from) * (day - firstDayOf(year))) / (firstDayOf(year + 1) - firstDayOf(year)));
  };
  return { first, last, years, end, at };
}
