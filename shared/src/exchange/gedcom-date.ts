import { isVagueDate, readVagueDate } from '../board/vague-date.ts';
import type { DateParts } from '../board/vague-date.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The calendar that we have, as 5.5.1 and as 7.0 write it. */
const calendar = /^(?:@#DGREGORIAN@|GREGORIAN)\s+/;

/**
 * Takes a date as GEDCOM writes it, gives the vague date of a board; nothing when that cannot say it: before or after a day, another calendar, words.
 * About, calculated and estimated are *rond*; between two days, and from one to another, is a period.
 */
export function fromGedcomDate(payload: string): string | undefined {
  const text = payload.trim().toUpperCase().replaceAll(/\s+/g, ' ');
  const between = /^BET (.{1,40}) AND (.{1,40})$/.exec(text) ?? /^FROM (.{1,40}) TO (.{1,40})$/.exec(text);
  if (between !== null) return checked(`${moment(between[1]) ?? '?'}/${moment(between[2]) ?? '?'}`);
  const since = /^FROM (.{1,40})$/.exec(text);
  if (since !== null) return checked(`${moment(since[1]) ?? '?'}/..`);
  const about = /^(?:ABT|CAL|EST) (.{1,40})$/.exec(text);
  if (about !== null) return checked(`${moment(about[1]) ?? '?'}~`);
  return checked(moment(text));
}

const checked = (value: string | undefined): string | undefined =>
  value !== undefined && value.length <= 24 && isVagueDate(value) ? value : undefined;

/** `2 MAR 2014`, `MAR 2014` or `2014`, with or without our calendar before it. */
function moment(text = ''): string | undefined {
  const found = /^(?:(?:(\d{1,2}) )?([A-Z]{3}) )?(\d{4})$/.exec(text.replace(calendar, ''));
  if (found === null) return undefined;
  const [, day, month, year = ''] = found;
  if (month === undefined) return year;
  const place = months.indexOf(month);
  if (place === -1) return undefined;
  const coarse = `${year}-${String(place + 1).padStart(2, '0')}`;
  return day === undefined ? coarse : `${coarse}-${day.padStart(2, '0')}`;
}

/**
 * Takes a vague date, gives it as GEDCOM writes it. `exact` is false where GEDCOM says less: a period of which an end is *rond*, and (where something happened
 * once) that it still goes on.
 */
export function toGedcomDate(
  value: string,
  sort: 'moment' | 'period',
): { readonly text: string; readonly exact: boolean } {
  const { from, to, open } = readVagueDate(value);
  if (open) return { text: `FROM ${written(from)}`, exact: !from.around };
  if (to === undefined) return { text: `${from.around ? 'ABT ' : ''}${written(from)}`, exact: true };
  const exact = !from.around && !to.around;
  const [one, two] = sort === 'moment' ? ['BET', 'AND'] : ['FROM', 'TO'];
  return { text: `${one} ${written(from)} ${two} ${written(to)}`, exact };
}

function written({ year, month, day }: DateParts): string {
  const name = month === undefined ? '' : `${months[month - 1] ?? ''} `;
  return `${day === undefined ? '' : `${day} `}${name}${String(year).padStart(4, '0')}`;
}
