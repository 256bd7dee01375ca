import { find } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { nameOf, peopleByBirth } from '../picture/face.ts';
import { tijdlijnWords } from '../words/pictures.ts';
import { orderOf } from './order.ts';
import type { TimelineThing } from './order.ts';

export type Lane = {
  readonly key: string;
  readonly title: string;
  readonly person?: ThingOfType<'persoon'>;
  readonly things: readonly TimelineThing[];
};

/**
 * Takes a board, gives its lanes: the family first, then each person the tijdlijn tells about, oldest first, then the help.
 * Something about one person stands in that person's lane, about nobody or several in the lane of the family.
 */
export function lanesOf(board: Board): Lane[] {
  const things = orderOf(board);
  const laneOf = (thing: TimelineThing): string => {
    if (thing.type === 'hulp') return 'hulp';
    const about = (thing.over ?? []).filter((id) => find(board, 'persoon', id) !== undefined);
    return about.length === 1 ? (about[0] ?? 'gezin') : 'gezin';
  };
  const inLane = (key: string): TimelineThing[] => things.filter((thing) => laneOf(thing) === key);
  const people = peopleByBirth(board).filter(
    (person) => person.indexkind === true || person.kring === 'gezin' || inLane(person.id).length > 0,
  );
  return [
    { key: 'gezin', title: tijdlijnWords.gezin, things: inLane('gezin') },
    ...people.map((person): Lane => ({
      key: person.id,
      title: nameOf(board, person.id),
      person,
      things: inLane(person.id),
    })),
    { key: 'hulp', title: tijdlijnWords.hulp, things: inLane('hulp') },
  ];
}

export type Item = { readonly id: string; readonly x: number; readonly width: number; readonly height: number };

/**
 * Stacks items of one lane so that none lies over another: each, in order of time, as high as it fits under what is there already.
 * Gives the height of the top of each item below the first row, and the height of all together.
 */
export function stack(
  items: readonly Item[],
  gap: number,
): { readonly tops: ReadonlyMap<string, number>; readonly height: number } {
  const placed: (Item & { readonly top: number })[] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const near = placed.filter((other) => other.x < item.x + item.width + gap && item.x < other.x + other.width + gap);
    const spots = [0, ...near.map((other) => other.top + other.height + gap)].sort((a, b) => a - b);
    const isFree = (top: number): boolean =>
      near.every((other) => top >= other.top + other.height + gap || top + item.height + gap <= other.top);
    placed.push({ ...item, top: spots.find(isFree) ?? 0 });
  }
  return {
    tops: new Map(placed.map(({ id, top }) => [id, top])),
    height: Math.max(0, ...placed.map(({ top, height }) => top + height + gap)),
  };
}
