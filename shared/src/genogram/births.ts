import type { ThingOfType } from '../board/things.ts';
import { dayNumber } from '../board/vague-date.ts';

export type Twin = ThingOfType<'meerling'>;

/** For each child that a twin birth names the first birth that does, as far as two of its children grow up in the same home. */
export function twinsOf(twins: readonly Twin[], home: ReadonlyMap<string, object>): Map<string, Twin> {
  const found = new Map<string, Twin>();
  for (const twin of twins) {
    const free = [...new Set(twin.kinderen ?? [])].filter((id) => home.has(id) && !found.has(id));
    for (const together of Map.groupBy(free, (id) => home.get(id)).values())
      if (together.length > 1) for (const id of together) found.set(id, twin);
  }
  return found;
}

type Person = ThingOfType<'persoon'>;
type Pregnancy = ThingOfType<'zwangerschap'>;

/** Unknown births come after the known ones, and a child that is still expected comes last. */
const [unknown, expected] = [10_000_000, 10_000_001];

/** Everybody's turn by birth, without gaps. Children of one birth have one turn after the other, at the earliest of their dates. */
export function birthsOf(
  people: ReadonlyMap<string, Person>,
  unborn: ReadonlyMap<string, Pregnancy>,
  twins: ReadonlyMap<string, Twin>,
): Map<string, number> {
  const days = birthDays(people, unborn, twins);
  const keys = [...people.keys(), ...unborn.keys()].map((id) => {
    const { own, turn } = days.get(id) ?? { own: unknown, turn: unknown };
    return { id, own, turn, together: twins.get(id)?.id ?? id };
  });
  keys.sort((a, b) => a.turn - b.turn || compare(a.together, b.together) || a.own - b.own || compare(a.id, b.id));
  return new Map(keys.map(({ id }, index) => [id, index]));
}

/** The day by which somebody has a turn among brothers and sisters, for whom it is known: the own one, or of a twin. */
export function birthDays(
  people: ReadonlyMap<string, Person>,
  unborn: ReadonlyMap<string, Pregnancy>,
  twins: ReadonlyMap<string, Twin>,
): Map<string, { readonly own: number; readonly turn: number }> {
  const born = new Map<string, number>();
  for (const [id, { geboren }] of people) if (geboren !== undefined) born.set(id, dayNumber(geboren));
  for (const [id, { wanneer, soort }] of unborn) {
    if (wanneer !== undefined) born.set(id, dayNumber(wanneer));
    else if (soort === 'zwanger') born.set(id, expected);
  }
  const first = new Map<string, number>();
  for (const [id, twin] of twins) first.set(twin.id, Math.min(first.get(twin.id) ?? unknown, born.get(id) ?? unknown));
  const known = [...people.keys(), ...unborn.keys()].flatMap((id) => {
    const own = born.get(id) ?? unknown;
    const twin = twins.get(id);
    const turn = twin === undefined ? own : (first.get(twin.id) ?? own);
    return turn === unknown ? [] : [[id, { own, turn }] as const];
  });
  return new Map(known);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
