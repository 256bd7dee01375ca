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
 * Stacks items of one lane in rows so that none lies over another: each goes in the first row where it fits, in order of time.
 * Gives the height of the top of each item below the first row, and the height of all rows.
 */
export function stack(
  items: readonly Item[],
  gap: number,
): { readonly tops: ReadonlyMap<string, number>; readonly height: number } {
  const rows: { end: number; height: number; ids: string[] }[] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const free = rows.find((row) => row.end + gap <= item.x);
    const row = free ?? { end: 0, height: 0, ids: [] };
    if (free === undefined) rows.push(row);
    row.end = item.x + item.width;
    row.height = Math.max(row.height, item.height);
    row.ids.push(item.id);
  }
  const tops = new Map<string, number>();
  let top = 0;
  for (const row of rows) {
    for (const id of row.ids) tops.set(id, top);
    top += row.height + gap;
  }
  return { tops, height: top };
}
