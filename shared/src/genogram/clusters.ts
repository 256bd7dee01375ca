import { dayNumber } from '../board/vague-date.ts';
import { byBirth } from './family.ts';
import type { Family, Kin } from './family.ts';

/** People of one row who belong side by side: partners, and partners of partners. In the order in which they stand. */
export type Cluster = readonly string[];

/** Takes the people of one row, gives their clusters, each arranged so that partners are next to one another where possible. */
export function clustersOf(kin: Kin, row: readonly string[]): Cluster[] {
  const inRow = new Set(row);
  const partners = new Map<string, { id: string; since: number }[]>();
  for (const family of kin.families) {
    const [a, b] = family.parents;
    if (a === undefined || b === undefined || !inRow.has(a) || !inRow.has(b)) continue;
    const since = startOf(family);
    partners.set(a, [...(partners.get(a) ?? []), { id: b, since }]);
    partners.set(b, [...(partners.get(b) ?? []), { id: a, since }]);
  }
  for (const list of partners.values()) list.sort((x, y) => x.since - y.since || (x.id < y.id ? -1 : 1));
  const seen = new Set<string>();
  return [...row]
    .sort((a, b) => byBirth(kin, a, b))
    .flatMap((id) => {
      if (seen.has(id)) return [];
      const members = reach(id, partners);
      for (const member of members) seen.add(member);
      return [arrange(kin, members, partners)];
    });
}

type Partners = ReadonlyMap<string, readonly { readonly id: string; readonly since: number }[]>;
const unknown = 5_000_000;

function startOf(family: Family): number {
  const starts = family.unions.flatMap((union) => (union.begonnen === undefined ? [] : [dayNumber(union.begonnen)]));
  return starts.length === 0 ? unknown : Math.min(...starts);
}

function reach(start: string, partners: Partners): string[] {
  const found = new Set([start]);
  for (const id of found) for (const { id: next } of partners.get(id) ?? []) found.add(next);
  return [...found];
}

/** From the one with most partners outward: the earlier half of the partners to the left, the later to the right. */
function arrange(kin: Kin, members: readonly string[], partners: Partners): Cluster {
  if (members.length === 2)
    return [...members].sort((a, b) => Number(isWoman(kin, a)) - Number(isWoman(kin, b)) || (a < b ? -1 : 1));
  const degree = (id: string): number => partners.get(id)?.length ?? 0;
  const centre = [...members].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1))[0] ?? '';
  const seen = new Set([centre]);
  const branch = (id: string): string[] => {
    seen.add(id);
    const line = [id];
    for (const next of partners.get(id) ?? []) if (!seen.has(next.id)) line.push(...branch(next.id));
    return line;
  };
  const branches: string[][] = [];
  for (const next of partners.get(centre) ?? []) if (!seen.has(next.id)) branches.push(branch(next.id));
  const left = branches.slice(0, Math.floor(branches.length / 2));
  const right = branches.slice(left.length);
  return [...left.map((line) => line.toReversed()).flat(), centre, ...right.toReversed().flat()];
}

/** Man left and woman right by custom only: it decides nothing when there is any other reason. */
export const isWoman = (kin: Kin, id: string): boolean => kin.people.get(id)?.geslacht === 'vrouw';
