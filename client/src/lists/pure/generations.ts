import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { dayNumber } from '@samenbord/shared/board/vague-date.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';

export type Person = ThingOfType<'persoon'>;

/**
 * The people of a board by generation, oldest first. `step` counts from the generation of the child the meeting is about (0; -1 are the
 * parents), or from the youngest when no such child is named. `loose`: people without a tie to that family.
 */
export type Generations = {
  readonly family: readonly { readonly step: number; readonly people: readonly Person[] }[];
  readonly loose: readonly Person[];
};

type Tie = { readonly to: string; readonly step: number };

/** Takes a board, gives who belongs to which generation. Ties that contradict each other: the shortest way from the child wins. */
export function generationsOf(board: Board): Generations {
  const people = ofType(board, 'persoon');
  const ties = tiesOf(board);
  const steps = new Map<string, number>();
  const anchors = people.filter(({ indexkind }) => indexkind === true);
  if (anchors.length > 0) walk(ties, anchors, steps);
  else walkLargest(ties, people, steps);
  const byStep = new Map<number, Person[]>();
  for (const person of people) {
    const step = steps.get(person.id);
    if (step !== undefined) byStep.set(step, [...(byStep.get(step) ?? []), person]);
  }
  return {
    family: [...byStep]
      .sort(([a], [b]) => a - b)
      .map(([step, members]) => ({ step, people: members.toSorted(byBirth) })),
    loose: people.filter(({ id }) => !steps.has(id)).toSorted(byBirth),
  };
}

/** Everyone within reach of these people, with the distance in generations. A nearer tie is followed first. */
function walk(ties: ReadonlyMap<string, readonly Tie[]>, from: readonly Person[], steps: Map<string, number>): void {
  const queue = from.map(({ id }) => id);
  for (const id of queue) steps.set(id, 0);
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at] ?? '';
    for (const { to, step } of ties.get(id) ?? []) {
      if (steps.has(to)) continue;
      steps.set(to, (steps.get(id) ?? 0) + step);
      queue.push(to);
    }
  }
}

/** Without a named child: the family with the most people, counted from its youngest generation. */
function walkLargest(
  ties: ReadonlyMap<string, readonly Tie[]>,
  people: readonly Person[],
  steps: Map<string, number>,
): void {
  const seen = new Set<string>();
  let largest = new Map<string, number>();
  for (const person of people) {
    if (seen.has(person.id) || !ties.has(person.id)) continue;
    const found = new Map<string, number>();
    walk(ties, [person], found);
    for (const id of found.keys()) seen.add(id);
    if (found.size > largest.size) largest = found;
  }
  const youngest = Math.max(...largest.values(), Number.NEGATIVE_INFINITY);
  for (const [id, step] of largest) steps.set(id, step - youngest);
}

function tiesOf(board: Board): Map<string, Tie[]> {
  const ties = new Map<string, Tie[]>();
  const add = (from: string, to: string, step: number): void => {
    ties.set(from, [...(ties.get(from) ?? []), { to, step }]);
    ties.set(to, [...(ties.get(to) ?? []), { to: from, step: -step }]);
  };
  for (const { ouders = [], kind } of ofType(board, 'ouder-kind')) {
    for (const parent of ouders) if (kind !== undefined) add(parent, kind, 1);
  }
  for (const { partners = [] } of ofType(board, 'partnerrelatie')) {
    const [one, other] = partners;
    if (one !== undefined && other !== undefined) add(one, other, 0);
  }
  return ties;
}

/** Oldest first; who has no date of birth comes after, by name. */
export function byBirth(a: Person, b: Person): number {
  const [one, other] = [birth(a), birth(b)];
  if (one !== other) return one - other;
  return a.naam.localeCompare(b.naam, 'nl') || (a.id < b.id ? -1 : 1);
}

const birth = ({ geboren }: Person): number => (geboren === undefined ? Number.MAX_SAFE_INTEGER : dayNumber(geboren));
