import * as z from 'zod';

/**
 * Vague dates follow a small part of EDTF (ISO 8601-2, level 1), kept as one string:
 * `2014`, `2014-03`, `2014-03-02`, each with `~` for "rond"; `2014/2016` and `2014/..` for a period, the second still going on.
 */
const moment = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?~?`;
const pattern = new RegExp(`^${moment}(?:/(?:${moment}|\\.\\.))?$`);

export const vagueDate = z.string().max(24).refine(isVagueDate, 'geen datum');
export type VagueDate = z.infer<typeof vagueDate>;

/** One day, written as `2014-03-02`. */
export const day = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isVagueDate(value), 'geen dag');

export type DateParts = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly around: boolean;
};
export type VagueDateParts = { readonly from: DateParts; readonly to?: DateParts; readonly open: boolean };

/** Bounds in whole days since 1970-01-01. `latest` of a period that still goes on is `Infinity`. */
export type Bounds = { readonly earliest: number; readonly latest: number; readonly around: boolean };

/** Takes any string; true when it is one of the forms above, with days that exist and a period that does not run backwards. */
export function isVagueDate(value: string): boolean {
  if (!pattern.test(value)) return false;
  const [from, to] = value.split('/');
  if (from === undefined || !dayExists(from)) return false;
  if (to === undefined || to === '..') return true;
  return dayExists(to) && lastDay(readMoment(to)) >= firstDay(readMoment(from));
}

/** Takes a valid vague date, gives its parts. Throws on anything else: callers validate at the border. */
export function readVagueDate(value: VagueDate): VagueDateParts {
  if (!isVagueDate(value)) throw new RangeError('not a vague date');
  const [from = '', to] = value.split('/');
  if (to === undefined) return { from: readMoment(from), open: false };
  if (to === '..') return { from: readMoment(from), open: true };
  return { from: readMoment(from), to: readMoment(to), open: false };
}

/** Takes a valid vague date, gives the first and last day it can mean. */
export function boundsOf(value: VagueDate): Bounds {
  const { from, to, open } = readVagueDate(value);
  const latest = open ? Number.POSITIVE_INFINITY : lastDay(to ?? from);
  return { earliest: firstDay(from), latest, around: from.around || (to?.around ?? false) };
}

/** Whole years between birth and a day, by the earliest day the birth can mean. */
export function ageOn(born: VagueDate, onDay: number): number {
  const birth = new Date(boundsOf(born).earliest * 86_400_000);
  const then = new Date(onDay * 86_400_000);
  const before =
    then.getUTCMonth() < birth.getUTCMonth() ||
    (then.getUTCMonth() === birth.getUTCMonth() && then.getUTCDate() < birth.getUTCDate());
  return then.getUTCFullYear() - birth.getUTCFullYear() - (before ? 1 : 0);
}

/** `2014-03-02` (or a coarser date) -> number of its first day. */
export function dayNumber(value: VagueDate): number {
  return boundsOf(value).earliest;
}

function readMoment(text: string): DateParts {
  const around = text.endsWith('~');
  const [year, month, dayOfMonth] = text.replace('~', '').split('-').map(Number);
  return {
    year: year ?? 0,
    ...(month === undefined ? {} : { month }),
    ...(dayOfMonth === undefined ? {} : { day: dayOfMonth }),
    around,
  };
}

function dayExists(text: string): boolean {
  const { year, month, day: dayOfMonth } = readMoment(text);
  if (year < 1000) return false;
  return month === undefined || dayOfMonth === undefined || dayOfMonth <= daysIn(year, month);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const dayAt = (year: number, month: number, dayOfMonth: number): number =>
  Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;
const firstDay = (parts: DateParts): number => dayAt(parts.year, parts.month ?? 1, parts.day ?? 1);
function lastDay(parts: DateParts): number {
  const month = parts.month ?? 12;
  return dayAt(parts.year, month, parts.day ?? daysIn(parts.year, month));
}
