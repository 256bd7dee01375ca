import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import { dayNumber } from '@samenbord/shared/board/vague-date.ts';
import { kinOf } from '@samenbord/shared/genogram/family.ts';
import type { Kin } from '@samenbord/shared/genogram/family.ts';
import { generationsOf as rowsOf } from '@samenbord/shared/genogram/generations.ts';

export type Person = ThingOfType<'persoon'>;

/**
 * The people of a board by generation, oldest first. `step` counts from the generation of the child the meeting is about (0; -1 are the
 * parents), or from the youngest when no such child is named. `loose`: people without a tie to that family.
 */
export type Generations = {
  readonly family: readonly { readonly step: number; readonly people: readonly Person[] }[];
  readonly loose: readonly Person[];
};

/**
 * Takes a board, gives who belongs to which generation: the rows of the genogram, so that list and picture never differ, for everyone
 * who is tied to the child in some way. `then`: of another time of the same family; who was not there is left out.
 */
export function generationsOf(board: Board, then: Board = board): Generations {
  const people = ofType(board, 'persoon');
  const kin = kinOf(board);
  const rows = rowsOf(kin);
  const children = people.filter(({ indexkind }) => indexkind === true).map(({ id }) => id);
  const family = children.length > 0 ? reach(kin, children) : largest(kin);
  const rowOf = (id: string): number => rows.get(id) ?? 0;
  const zero = Math.max(...(children.length > 0 ? children : [...family]).map(rowOf));
  const byStep = new Map<number, Person[]>();
  const shown = then === board ? people : ofType(then, 'persoon');
  for (const person of shown) {
    const step = rowOf(person.id) - zero;
    if (family.has(person.id)) byStep.set(step, [...(byStep.get(step) ?? []), person]);
  }
  return {
    family: [...byStep]
      .sort(([a], [b]) => a - b)
      .map(([step, members]) => ({ step, people: members.toSorted(byBirth) })),
    loose: shown.filter(({ id }) => !family.has(id)).toSorted(byBirth),
  };
}

/** Everyone who is tied to one of these people, however far. */
function reach({ families }: Kin, from: readonly string[]): Set<string> {
  const found = new Set(from);
  for (let grew = true; grew;) {
    const before = found.size;
    for (const { parents, links } of families) {
      const members = [...parents, ...links.map(({ child }) => child)];
      if (members.some((id) => found.has(id))) for (const id of members) found.add(id);
    }
    grew = found.size > before;
  }
  return found;
}

/** Without a named child: the family with the most people. */
function largest(kin: Kin): Set<string> {
  const seen = new Set<string>();
  let most = new Set<string>();
  for (const { parents } of kin.families) {
    if (parents.some((id) => seen.has(id))) continue;
    const found = reach(kin, parents);
    for (const id of found) seen.add(id);
    if (found.size > most.size) most = found;
  }
  return most;
}

/** Oldest first; who has no date of birth comes after, by name. */
export function byBirth(a: Person, b: Person): number {
  const [one, other] = [birth(a), birth(b)];
  if (one !== other) return one - other;
  return a.naam.localeCompare(b.naam, 'nl') || (a.id < b.id ? -1 : 1);
}

const birth = ({ geboren }: Person): number => (geboren === undefined ? Number.MAX_SAFE_INTEGER : dayNumber(geboren));
