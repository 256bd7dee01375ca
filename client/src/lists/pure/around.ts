import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { homeOf } from './instruments.ts';
import { tiesOfPerson } from './sentences.ts';

/** The ties of a person, in the order in which they are said, and the households. */
export function tiesOf(board: Board, person: string): Thing[] {
  const ties = tiesOfPerson(board, person).flatMap(({ id }) => board.things.get(id) ?? []);
  return [...ties, ...ofType(board, 'huishouden').filter(({ leden = [] }) => leden.includes(person))];
}

/** What leads to this thing, and what it leads to. */
export const linksOf = (board: Board, id: string): Thing[] =>
  ofType(board, 'verband').filter(({ van, naar }) => van === id || naar === id);

/** Cards that are about a person or belong to them; ties are said apart. */
export function cardsAbout(board: Board, person: string): Thing[] {
  const speaks = (thing: Thing): boolean => {
    const { over, persoon, kind } = thing as unknown as Readonly<Record<string, unknown>>;
    return (Array.isArray(over) && over.includes(person)) || persoon === person || kind === person;
  };
  return [...board.things.values()]
    .filter((thing) => !thing.weg && homeOf(board, thing) !== 'genogram' && speaks(thing))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
