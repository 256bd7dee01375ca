import type { Board } from '../board/board.ts';
import { dayNumber } from '../board/vague-date.ts';
import type { Change } from '../genogram/changes.ts';
import { closed, joined, namesOf } from '../picture/face.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { outcomeWords, tijdlijnWords } from '../words/pictures.ts';
import { orderOf } from './order.ts';
import type { TimelineThing } from './order.ts';

/** The tijdlijn in sentences, in order of time, with what the genogram tells. What has no date comes last. */
export function describe(board: Board, repeated: ReadonlySet<string>, life: readonly Change[]): string[] {
  const things = orderOf(board).map((thing) => ({
    day: firstDay(thing.wanneer),
    text: sayThing(board, thing, repeated),
  }));
  const told = life.map(({ when, text }) => ({
    day: firstDay(when),
    text: closed(`${upper(sayDate(when))}: ${text}`),
  }));
  return [...told, ...things].sort((a, b) => compare(a.day, b.day)).map(({ text }) => text);
}

const firstDay = (when: string | undefined): number => (when === undefined ? Infinity : dayNumber(when));
/** Infinities are equal; their difference is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function sayThing(board: Board, thing: TimelineThing, repeated: ReadonlySet<string>): string {
  const when = thing.wanneer === undefined ? tijdlijnWords.zonderDatum : sayDate(thing.wanneer);
  const about = sayList(namesOf(board, thing.over ?? []));
  const again = repeated.has(thing.id) ? ` (${tijdlijnWords.weer})` : '';
  return closed(`${upper(when)}${about === '' ? '' : ` (${about})`}${again}: ${whatOf(thing)}`);
}

function whatOf(thing: TimelineThing): string {
  if (thing.type === 'gebeurtenis') return joined([thing.titel, thing.toelichting]);
  if (thing.type === 'besluit') return joined([`besluit: ${thing.titel}`, thing.door, thing.redenen]);
  const outcome = thing.uitkomst === undefined ? '' : outcomeWords[thing.uitkomst];
  return joined([
    `hulp: ${thing.wat}`,
    thing.wie,
    thing.doel === '' ? '' : `doel: ${thing.doel}`,
    thing.resultaat === '' ? outcome : thing.resultaat,
  ]);
}

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
