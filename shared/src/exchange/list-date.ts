import { isVagueDate } from '../board/vague-date.ts';
import { months } from '../words/dates.ts';

/** Why a date is not taken as it stands. */
export type DateDoubt = 'korte-jaren' | 'getal' | 'dag-of-maand' | 'geen-datum';
export type ListDate = { readonly value: string } | { readonly doubt: DateDoubt };

/**
 * Takes a date as people write it in a list, gives the vague date, or why it is not taken: a year of two digits, the number that a spreadsheet keeps for a day, and
 * a slash between two numbers that can each be the month, are never guessed.
 */
export function listDate(text: string): ListDate {
  const clean = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/^(geboren|geb\.?|overleden|†|\*) ?(op )?/, '');
  if (isVagueDate(clean)) return dated(clean, '');
  const about = /^(?:rond|ongeveer|circa|ca\.?|±|~) ?/;
  const mark = about.test(clean) ? '~' : '';
  const plain = clean.replace(about, '');
  if (/^\d{4}$/.test(plain)) return dated(plain, mark);
  if (/^\d+([.,]\d+)?$/.test(plain)) return { doubt: 'getal' };
  const numbers = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{2}|\d{4})$/.exec(plain);
  if (numbers !== null) return fromNumbers(numbers, mark);
  const monthly = /^(\d{1,2})[-/](\d{4})$/.exec(plain);
  if (monthly !== null) return dated(`${monthly[2]}-${two(monthly[1])}`, mark);
  const words = /^(?:(\d{1,2})[ -])?([a-z]{3,9})\.?[ -](\d{4})$/.exec(plain);
  const month =
    words === null ? -1 : months.findIndex((name) => name.startsWith((words[2] ?? '?').replace(/^mrt$/, 'maart')));
  if (words === null || month === -1) return { doubt: 'geen-datum' };
  const day = words[1] === undefined ? '' : `-${two(words[1])}`;
  return dated(`${words[3]}-${two(String(month + 1))}${day}`, mark);
}

function fromNumbers(
  [, first = '', sign, second = '', year = '']: readonly (string | undefined)[],
  mark: string,
): ListDate {
  if (year.length === 2) return { doubt: 'korte-jaren' };
  // With a slash some programs write the month first.
  const unsure = sign === '/' && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
  if (unsure) return { doubt: 'dag-of-maand' };
  return dated(`${year}-${two(second)}-${two(first)}`, mark);
}

const two = (digits = ''): string => digits.padStart(2, '0');

/** A year in which nobody on a board was born is a slip, or another number. */
function dated(value: string, mark: string): ListDate {
  const year = Number(value.slice(0, 4));
  return isVagueDate(value) && year >= 1700 && year <= 2100 ? { value: value + mark } : { doubt: 'geen-datum' };
}

/** True when a cell can be nothing but a date. */
export const isListDate = (text: string): boolean => 'value' in listDate(text);
