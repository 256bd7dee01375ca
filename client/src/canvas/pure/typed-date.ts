import { isVagueDate } from '@samenbord/shared/board/vague-date.ts';
import { months } from '@samenbord/shared/words/dates.ts';

/**
 * Takes a date as people type it (`2014`, `maart 2014`, `2-3-2014`, `rond 2014`, `2014 tot 2016`, `2016 tot nu`), gives the vague date that the board keeps;
 * nothing when it is no date. What is in the form of the board already passes as it is.
 */
export function typedDate(text: string): string | undefined {
  const clean = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (isVagueDate(clean)) return clean;
  const [from = '', to, rest] = clean.split(/ (?:tot en met|t\/m|tot) | - | – /);
  if (rest !== undefined) return undefined;
  const start = moment(from.replace(/^(vanaf|van|sinds) /, ''));
  if (start === undefined) return undefined;
  if (to === undefined) return checked(/^(vanaf|sinds) /.test(from) ? `${start}/..` : start);
  return checked(`${start}/${/^(nu|heden|vandaag)$/.test(to) ? '..' : (moment(to) ?? '?')}`);
}

const checked = (value: string): string | undefined => (isVagueDate(value) ? value : undefined);

function moment(text: string): string | undefined {
  const around = /^(rond|ongeveer|circa|±) ?/;
  const mark = around.test(text) ? '~' : '';
  const plain = text.replace(around, '');
  if (/^\d{4}(-\d{2}){0,2}$/.test(plain)) return plain + mark;
  const numbers = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (numbers !== null) return written(numbers[3], numbers[2], numbers[1]) + mark;
  const words = /^(?:(\d{1,2}) )?([a-z]{3,9})\.? (\d{4})$/.exec(plain);
  const month = months.findIndex((name) => words !== null && name.startsWith(words[2] ?? '?'));
  return month === -1 ? undefined : written(words?.[3], String(month + 1), words?.[1]) + mark;
}

const written = (year = '', month = '', day?: string): string =>
  `${year}-${month.padStart(2, '0')}${day === undefined ? '' : `-${day.padStart(2, '0')}`}`;
