import { clustersOf } from './clusters.ts';
import { sibshipsOf } from './family.ts';
import type { Kin } from './family.ts';
import { Judge } from './judge.ts';
import { search } from './search.ts';
import { startOrders } from './starts.ts';
import type { Clusters } from './starts.ts';

/**
 * Takes one group of kin and their rows, gives each row's people from left to right: partners side by side, brothers and sisters
 * by birth and twins together (always), as few crossings as a bounded search finds. The same family gives the same order on every machine.
 */
export function orderRows(kin: Kin, group: readonly string[], rowOf: ReadonlyMap<string, number>): string[][] {
  const key = signature(kin, group, rowOf);
  const known = remembered.get(key);
  if (known !== undefined) return known.map((row) => [...row]);
  const count = Math.max(...group.map((id) => rowOf.get(id) ?? 0)) + 1;
  const judge = new Judge(kin, group, rowOf, count);
  const number = (id: string): number => judge.number.get(id) ?? 0;
  const rows: Clusters = Array.from({ length: count }, (_, row) =>
    clustersOf(
      kin,
      group.filter((id) => (rowOf.get(id) ?? 0) === row),
    ).map((cluster) => cluster.map(number)),
  );
  const kinship = kinshipOf(kin, judge);
  const best = search(judge, kinship, startOrders(kin, judge, kinship, rows), budgetFor(group.length));
  const order = best.map((row) =>
    together(
      kin,
      oldestFirst(
        kin,
        row.flat().map((at) => judge.ids[at] ?? ''),
      ),
    ),
  );
  remember(key, order);
  return order;
}

/** How many orders are tried. More people have more orders, and each takes longer to judge. */
const budgetFor = (people: number): number => Math.min(200_000, 16_000 + 14 * people * people);

/** For each person by number: parents at home and children (in order of births). */
export type Kinship = {
  readonly parents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
  /** The sibship somebody stands in; -1 without one. */
  readonly home: Int32Array;
};

function kinshipOf(kin: Kin, judge: Judge): Kinship {
  const numbers = (ids: readonly string[]): number[] => ids.flatMap((id) => judge.number.get(id) ?? []);
  const parents = judge.ids.map((id) => numbers(kin.home.get(id)?.parents ?? []));
  const children: number[][] = judge.ids.map(() => []);
  const home = new Int32Array(judge.ids.length).fill(-1);
  sibshipsOf(kin).forEach((siblings, index) => {
    for (const child of numbers(siblings)) {
      home[child] = index;
      for (const parent of parents[child] ?? []) children[parent]?.push(child);
    }
  });
  return { parents, children, home };
}

/** The last word is to the birth order: brothers and sisters change places until the oldest stands left. */
function oldestFirst(kin: Kin, row: readonly string[]): string[] {
  const result = [...row];
  const spot = new Map(row.map((id, index) => [id, index]));
  for (const siblings of sibshipsOf(kin)) {
    const inRow = siblings.filter((id) => spot.has(id));
    const spots = inRow.map((id) => spot.get(id) ?? 0).sort((a, b) => a - b);
    spots.forEach((at, index) => (result[at] = inRow[index] ?? ''));
  }
  return result;
}

/** Twins follow the first of them at once; whoever stood between comes after. */
function together(kin: Kin, row: readonly string[]): string[] {
  const result = [...row];
  for (const twins of Map.groupBy(row, (id) => twinKey(kin, id)).values()) {
    if (twins.length < 2 || twinKey(kin, twins[0] ?? '') === undefined) continue;
    const first = result.indexOf(twins[0] ?? '');
    for (const id of twins.slice(1)) result.splice(result.indexOf(id), 1);
    result.splice(first + 1, 0, ...twins.slice(1));
  }
  return result;
}

const twinKey = (kin: Kin, id: string): string | undefined => {
  const twin = kin.twins.get(id);
  return twin === undefined ? undefined : `${twin.id} ${kin.home.get(id)?.key ?? ''}`;
};

/** Everything that an order depends on. */
function signature(kin: Kin, group: readonly string[], rowOf: ReadonlyMap<string, number>): string {
  const members = new Set(group);
  const people = group.map((id) => {
    const person = kin.people.get(id);
    return [id, rowOf.get(id), kin.births.get(id), person?.geslacht, person?.indexkind, kin.twins.get(id)?.id];
  });
  const families = kin.families
    .filter(({ parents }) => members.has(parents[0] ?? ''))
    .map((family) => [
      family.key,
      family.unions.map(({ begonnen }) => begonnen),
      family.links.map(({ child }) => child),
      family.unborn,
    ]);
  const homes = group.map((id) => kin.home.get(id)?.key);
  return JSON.stringify([people, families, homes]);
}

/** The orders found last: a board is drawn at every change, and the family itself changes at few of them. */
const remembered = new Map<string, readonly (readonly string[])[]>();
const most = 16;

function remember(key: string, order: readonly (readonly string[])[]): void {
  const [oldest] = remembered.keys();
  if (remembered.size >= most && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, order);
}
