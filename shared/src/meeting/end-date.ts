/** Whole months that a board lives after it was made, or after its last meeting. */
export const usualMonths = 6;
/** Days before the end at which people are told on the board. */
export const warnAt = [30, 7] as const;

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};
const two = (value: number): string => String(value).padStart(2, '0');

/** The same day so many months later; the last day of that month when it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const at = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return `${newYear}-${two(newMonth)}-${two(Math.min(date, last))}`;
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parts(from), parts(to)];
  return Math.round((Date.UTC(b[0], b[1] - 1, b[2]) - Date.UTC(a[0], a[1] - 1, a[2])) / 86_400_000);
}

/**
 * The last day of a board. A day that the casusregisseur set holds; without one it is six months after the board was made or after its last meeting,
 * whichever is later. Days are those of the Netherlands, `2026-12-31`.
 */
export function endOf(about: {
  readonly made: string;
  readonly met?: string | undefined;
  readonly set?: string | undefined;
}): string {
  if (about.set !== undefined) return about.set;
  const from = about.met !== undefined && about.met > about.made ? about.met : about.made;
  return monthsAfter(from, usualMonths);
}

/** How near the end is: nothing to tell yet, within 30 days, within 7, or over (then it is deleted within days). */
export type Nearness = 'ver' | 'maand' | 'week' | 'voorbij';
export function nearness(today: string, end: string): Nearness {
  const left = daysBetween(today, end);
  if (left < 0) return 'voorbij';
  if (left <= warnAt[1]) return 'week';
  return left <= warnAt[0] ? 'maand' : 'ver';
}

/** May the casusregisseur set this day: from today on, and at most so many months from now. */
export const mayEndOn = (day: string, today: string, mostMonths: number): boolean =>
  day >= today && day <= monthsAfter(today, mostMonths);
