import { childrenOf, everybodyIn, groupsOf, sibshipsOf } from './family.ts';
import type { Family, Kin } from './family.ts';

/**
 * Takes the kin, gives everybody a row, 0 at the top: a child below each of its parents, partners and co-parents on one row
 * where that can be. Ties that contradict one another (an own ancestor, an uncle who is also a grandfather) are left out of the
 * rows, never followed round: this always ends.
 */
export function generationsOf(kin: Kin): Map<string, number> {
  const group = new Map(everybodyIn(kin).map((id) => [id, id]));
  const edges: [parent: string, child: string][] = [];
  const below = new Map<string, string[]>();
  const root = (id: string): string => group.get(id) ?? id;
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const child of below.get(at) ?? []) {
        const next = root(child);
        if (next === to) return true;
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return false;
  };
  for (const family of byHome(kin)) {
    for (const child of childrenOf(family)) {
      for (const parent of family.parents) {
        if (reaches(child, parent)) continue;
        edges.push([parent, child]);
        below.set(parent, [...(below.get(parent) ?? []), child]);
      }
    }
  }
  for (const { parents } of kin.families) {
    const [a, b] = [root(parents[0] ?? ''), root(parents[1] ?? parents[0] ?? '')];
    if (a === b || reaches(a, b) || reaches(b, a)) continue;
    for (const [id, own] of group) if (own === b) group.set(id, a);
    below.set(a, [...(below.get(a) ?? []), ...(below.get(b) ?? [])]);
  }
  const rows = levelSiblings(kin, edges, root);
  bringDown(kin, edges, root, rows);
  return fromTop(kin, new Map(everybodyIn(kin).map((id) => [id, rows.get(root(id)) ?? 0])));
}

/** Families in which a child stands before its other families, so that those win when they contradict. */
function byHome(kin: Kin): Family[] {
  const homes = new Set(kin.home.values());
  return [...kin.families].sort((a, b) => Number(homes.has(b)) - Number(homes.has(a)));
}

type Edges = readonly (readonly [string, string])[];
type Root = (id: string) => string;

/** Longest path from the top, with a lowest row for some groups. The edges have no cycle, so as many passes as groups are enough. */
function longestPath(edges: Edges, root: Root, least: ReadonlyMap<string, number>): Map<string, number> {
  const rows = new Map(least);
  for (let pass = 0, moved = true; moved && pass <= edges.length; pass++) {
    moved = false;
    for (const [parent, child] of edges) {
      const needed = (rows.get(root(parent)) ?? 0) + 1;
      if ((rows.get(root(child)) ?? 0) >= needed) continue;
      rows.set(root(child), needed);
      moved = true;
    }
  }
  return rows;
}

/** Brings brothers and sisters to one row where that does not push one of them further down again. */
function levelSiblings(kin: Kin, edges: Edges, root: Root): Map<string, number> {
  const least = new Map<string, number>();
  let rows = longestPath(edges, root, least);
  const rowOf = (id: string): number => rows.get(root(id)) ?? 0;
  for (const siblings of sibshipsOf(kin)) {
    const target = Math.max(...siblings.map(rowOf));
    const higher = siblings.filter((id) => rowOf(id) < target);
    if (higher.length === 0) continue;
    const trial = new Map(least);
    for (const id of higher) trial.set(root(id), target);
    const after = longestPath(edges, root, trial);
    if (siblings.some((id) => (after.get(root(id)) ?? 0) !== target)) continue;
    for (const id of higher) least.set(root(id), target);
    rows = after;
  }
  return rows;
}

/**
 * Short lines: whoever stands higher than needed comes down, with all that hangs right below, as long as that makes lines to children shorter
 * than it makes lines to parents longer. So foster parents stand beside birth parents, and somebody new above them brings them no higher.
 */
function bringDown(kin: Kin, edges: Edges, root: Root, rows: Map<string, number>): void {
  const ties = edges.map(([parent, child]) => ({ parent: root(parent), child: root(child) }));
  const siblings = sibshipsOf(kin).flatMap((row) =>
    row.slice(1).map((id, at) => [root(row[at] ?? ''), root(id)] as const),
  );
  const below = Map.groupBy(ties, ({ parent }) => parent);
  const rowOf = (id: string): number => rows.get(id) ?? 0;
  const hangingOn = (start: string): Set<string> => {
    const found = new Set([start]);
    for (const id of found)
      for (const { child } of below.get(id) ?? []) if (rowOf(child) === rowOf(id) + 1) found.add(child);
    return found;
  };
  const gain = (down: ReadonlySet<string>): number => {
    let sum = 0;
    for (const { parent, child } of ties) sum += Number(down.has(parent)) - Number(down.has(child));
    for (const [a, b] of siblings) {
      const apart = rowOf(a) - rowOf(b);
      sum += 3 * (Math.abs(apart) - Math.abs(apart + Number(down.has(a)) - Number(down.has(b))));
    }
    return sum;
  };
  const groups = [...new Set(ties.map(({ parent }) => parent))].sort();
  for (let moved = true; moved;) {
    moved = false;
    for (const group of groups) {
      const down = hangingOn(group);
      if (gain(down) <= 0) continue;
      for (const id of down) rows.set(id, rowOf(id) + 1);
      moved = true;
    }
  }
}

/** Each family begins at the top. */
function fromTop(kin: Kin, rows: Map<string, number>): Map<string, number> {
  for (const group of groupsOf(kin)) {
    const top = Math.min(...group.map((id) => rows.get(id) ?? 0));
    for (const id of group) rows.set(id, (rows.get(id) ?? 0) - top);
  }
  return rows;
}
