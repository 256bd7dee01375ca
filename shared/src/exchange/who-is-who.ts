import type { Board } from '../board/board.ts';
import { ofType } from '../board/board.ts';
import type { FileThing } from './file-things.ts';
import { renamed } from './file-things.ts';
import type { Known } from './list-people.ts';

/** What somebody decided about a name that stands on the board already. */
export type SameOrNot = 'dezelfde' | 'nieuw';

/** The people of a board. */
export const peopleOf = (board: Board): Known[] =>
  ofType(board, 'persoon').map(({ id, naam }) => ({ id, naam: naam.trim() }));

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
const firstOf = (name: string): string => plain(name).split(' ')[0] ?? '';

/** Whoever can be meant by a name: who is called exactly so, or else whose first name it is. */
export function meantBy<T extends { readonly naam: string }>(name: string, people: readonly T[]): T[] {
  const called = people.filter(({ naam }) => plain(naam) === plain(name) && naam !== '');
  if (called.length > 0) return called;
  const short = plain(name);
  return short === '' || short.includes(' ') ? [] : people.filter(({ naam }) => firstOf(naam) === short);
}

/** Who on the board could be this person: called the same, or one of both only by the first name of the other. */
export function standsAlready(name: string, people: readonly Known[]): Known | undefined {
  const [found] = meantBy(name, people);
  if (found !== undefined) return found;
  return people.find(({ naam }) => plain(naam) !== '' && !plain(naam).includes(' ') && plain(naam) === firstOf(name));
}

/** The people of a file who could be on the board already, each with whoever that is. */
export function doubles(things: readonly FileThing[], board: Board): Map<string, Known> {
  const people = peopleOf(board);
  const found = new Map<string, Known>();
  for (const { id, type, texts } of things) {
    const known = type === 'persoon' ? standsAlready(texts['naam'] ?? '', people) : undefined;
    if (known !== undefined) found.set(id, known);
  }
  return found;
}

/**
 * Takes things of a file and who in it is who on the board, gives what is to be put there: the person of the board in the place of the one of the file, as they are, and
 * no tie that stands there already.
 */
export function joinedTo(things: readonly FileThing[], same: ReadonlyMap<string, string>, board: Board): FileThing[] {
  const there = new Set([
    ...ofType(board, 'partnerrelatie').map(({ partners = [] }) => coupleKey(partners)),
    ...ofType(board, 'ouder-kind').map(({ ouders = [], kind, soort }) => parentKey(ouders, kind, soort)),
  ]);
  const others = things.filter(({ id }) => !same.has(id));
  return renamed(others, same)
    .map(withoutTwice)
    .filter((thing) => !there.has(keyOf(thing)) && isStillTwo(thing));
}

const keyOf = ({ type, values, id }: FileThing): string => {
  if (type === 'partnerrelatie') return coupleKey(idsIn(values['partners']));
  if (type === 'ouder-kind') return parentKey(idsIn(values['ouders']), values['kind'], values['soort']);
  return `ding ${id}`;
};
const coupleKey = (partners: readonly string[]): string => `paar ${partners.toSorted().join(' ')}`;
const parentKey = (ouders: readonly string[], kind: unknown, soort: unknown): string =>
  `kind ${ouders.toSorted().join(' ')} ${String(kind)} ${String(soort)}`;
const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Two parents of a file who are the same one on the board are one. */
const withoutTwice = (thing: FileThing): FileThing =>
  thing.type === 'ouder-kind'
    ? { ...thing, values: { ...thing.values, ouders: [...new Set(idsIn(thing.values['ouders']))] } }
    : thing;

/** Two people of a file who are the same one on the board are no couple. */
const isStillTwo = ({ type, values }: FileThing): boolean => {
  const [one, two] = idsIn(values['partners']);
  return type !== 'partnerrelatie' || one !== two;
};
