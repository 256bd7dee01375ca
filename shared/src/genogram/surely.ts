import { boundsOf } from '../board/vague-date.ts';
import type { VagueDate } from '../board/vague-date.ts';

/** "Rond 2014" can be a year or two off; "rond maart 2014" some months. */
const slack = { year: 730, finer: 92 };

function rangeOf(date: VagueDate): { readonly from: number; readonly to: number } {
  const { earliest, latest, around } = boundsOf(date.split('/')[0] ?? date);
  const wide = !around ? 0 : latest - earliest > 200 ? slack.year : slack.finer;
  return { from: earliest - wide, to: latest + wide };
}

/** True when the first date lies more than `days` before the second whatever day each of them means. Of a period its begin counts. */
export function isSurelyBefore(first: VagueDate | undefined, second: VagueDate | undefined, days = 0): boolean {
  return first !== undefined && second !== undefined && rangeOf(first).to + days < rangeOf(second).from;
}

/** The whole years from one date to another: the least and the most it can be. */
export function yearsBetween(
  first: VagueDate | undefined,
  second: VagueDate | undefined,
): { readonly least: number; readonly most: number } | undefined {
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [rangeOf(first), rangeOf(second)];
  const years = (days: number): number => Math.floor(days / 365.25);
  return { least: years(b.from - a.to), most: years(b.to - a.from) };
}
