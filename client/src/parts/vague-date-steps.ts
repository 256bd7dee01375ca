import { isVagueDate, readVagueDate } from '@samenbord/shared/board/vague-date.ts';
import type { DateParts } from '@samenbord/shared/board/vague-date.ts';

export type DateKind = 'dag' | 'maand' | 'jaar' | 'periode' | 'loopt';
/** What stands in the boxes, as typed. */
export type MomentDraft = {
  readonly dag: string;
  readonly maand: string;
  readonly jaar: string;
  readonly rond: boolean;
};
export type DateDraft = { readonly kind: DateKind; readonly from: MomentDraft; readonly to: MomentDraft };

export const emptyMoment: MomentDraft = { dag: '', maand: '', jaar: '', rond: false };
export const emptyDate = (kind: DateKind): DateDraft => ({ kind, from: emptyMoment, to: emptyMoment });

/** Takes a date as it is kept, gives what stands in the boxes. */
export function draftOf(value: string | undefined, kind: DateKind = 'jaar'): DateDraft {
  if (value === undefined || !isVagueDate(value)) return emptyDate(kind);
  const { from, to, open } = readVagueDate(value);
  if (open) return { kind: 'loopt', from: momentOf(from), to: emptyMoment };
  if (to !== undefined) return { kind: 'periode', from: momentOf(from), to: momentOf(to) };
  return {
    kind: from.day !== undefined ? 'dag' : from.month !== undefined ? 'maand' : 'jaar',
    from: momentOf(from),
    to: emptyMoment,
  };
}

const momentOf = ({ year, month, day, around }: DateParts): MomentDraft => ({
  jaar: String(year),
  maand: month === undefined ? '' : String(month),
  dag: day === undefined ? '' : String(day),
  rond: around,
});

/** `empty`: nothing filled in yet. `partial`: not yet a date. Otherwise the date as it is kept. */
export type DateResult =
  | { readonly state: 'empty' | 'partial' | 'wrong' | 'backwards' }
  | { readonly state: 'ok'; readonly value: string };

/** Takes what stands in the boxes, gives the date or says what is the matter. */
export function dateOf({ kind, from, to }: DateDraft): DateResult {
  const depth = kind === 'dag' ? 3 : kind === 'maand' ? 2 : kind === 'jaar' ? 1 : 0;
  if (isEmpty(from) && isEmpty(to)) return { state: 'empty' };
  const start = written(from, depth);
  if (start === undefined) return { state: 'partial' };
  if (kind === 'loopt') return check(`${start}/..`, 'wrong');
  if (kind !== 'periode') return check(start, 'wrong');
  const end = written(to, depth);
  if (end === undefined) return { state: 'partial' };
  return isVagueDate(start) && isVagueDate(end) ? check(`${start}/${end}`, 'backwards') : { state: 'wrong' };
}

const check = (value: string, otherwise: 'wrong' | 'backwards'): DateResult =>
  isVagueDate(value) ? { state: 'ok', value } : { state: otherwise };

const isEmpty = (moment: MomentDraft): boolean => moment.dag === '' && moment.maand === '' && moment.jaar === '';

/** One moment in writing. `depth` 1 is a year, 2 a month, 3 a day; 0 takes as much as was filled in. */
function written(moment: MomentDraft, depth: number): string | undefined {
  if (!/^\d{4}$/.test(moment.jaar)) return undefined;
  const deep = depth === 0 ? (moment.maand === '' ? 1 : moment.dag === '' ? 2 : 3) : depth;
  if (deep > 1 && !/^\d{1,2}$/.test(moment.maand)) return undefined;
  if (deep > 2 && !/^\d{1,2}$/.test(moment.dag)) return undefined;
  const parts = [moment.jaar, moment.maand.padStart(2, '0'), moment.dag.padStart(2, '0')].slice(0, deep);
  return parts.join('-') + (moment.rond ? '~' : '');
}
