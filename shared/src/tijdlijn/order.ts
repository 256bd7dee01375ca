import { ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { boundsOf } from '../board/vague-date.ts';

export type TimelineThing = ThingOfType<'gebeurtenis'> | ThingOfType<'besluit'> | ThingOfType<'hulp'>;

/** Everything of the tijdlijn in order of time: by the first day it can mean, then the last, then its id; without a date last. */
export function orderOf(board: Board): TimelineThing[] {
  const all: TimelineThing[] = [...ofType(board, 'gebeurtenis'), ...ofType(board, 'besluit'), ...ofType(board, 'hulp')];
  const keys = new Map(all.map((thing) => [thing.id, keyOf(thing)]));
  const late: Key = [Infinity, Infinity];
  return all.sort((a, b) => {
    const [first, second] = [keys.get(a.id) ?? late, keys.get(b.id) ?? late];
    return compare(first[0], second[0]) || compare(first[1], second[1]) || (a.id < b.id ? -1 : 1);
  });
}

type Key = readonly [earliest: number, latest: number];
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function keyOf(thing: TimelineThing): Key {
  if (thing.wanneer === undefined) return [Infinity, Infinity];
  const { earliest, latest } = boundsOf(thing.wanneer);
  return [earliest, latest];
}

export type Repeated = { readonly id: string; readonly earlier: readonly string[] };

/**
 * Help of the same kind that was given before to somebody it is about again, and then ended without a result. A signal for the people at the table, never a judgement: they know what was different the second time.
 */
export function repeatedHelp(board: Board): Repeated[] {
  const help = orderOf(board).filter((thing) => thing.type === 'hulp');
  return help.flatMap((again, index): Repeated[] => {
    const earlier = help
      .slice(0, index)
      .filter((before) => isSame(before, again) && withoutResult(before) && startsLater(before, again));
    return earlier.length === 0 ? [] : [{ id: again.id, earlier: earlier.map((before) => before.id) }];
  });
}

type Help = ThingOfType<'hulp'>;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same words, or one name that begins with the other ("opvoedhulp" and "opvoedhulp aan huis"), for somebody in common. */
function isSame(a: Help, b: Help): boolean {
  const [first, second] = [plain(a.wat), plain(b.wat)].sort((x, y) => x.length - y.length);
  if (first === undefined || second === undefined || first === '') return false;
  if (first !== second && !second.startsWith(`${first} `)) return false;
  const [overA, overB] = [a.over ?? [], b.over ?? []];
  return overA.length === 0 || overB.length === 0 || overA.some((id) => overB.includes(id));
}

const withoutResult = (help: Help): boolean =>
  help.uitkomst === 'niet-geholpen' ||
  ((help.uitkomst === undefined || help.uitkomst === 'onbekend') && help.resultaat.trim() === '');

const startsLater = (before: Help, again: Help): boolean =>
  before.wanneer !== undefined &&
  again.wanneer !== undefined &&
  boundsOf(before.wanneer).earliest < boundsOf(again.wanneer).earliest;
