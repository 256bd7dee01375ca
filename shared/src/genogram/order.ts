import { clustersOf, isWoman } from './clusters.ts';
import type { Cluster } from './clusters.ts';
import { byBirth, childrenOf, sibshipsOf } from './family.ts';
import type { Family, Kin } from './family.ts';

type Rows = readonly (readonly Cluster[])[];
type Judge = { readonly cost: (rows: Rows) => number };

/**
 * Takes one group of kin and their rows, gives each row's people from left to right: partners side by side, brothers and sisters
 * by birth (always), as few crossings as a bounded search finds. The same family gives the same order on every machine.
 */
export function orderRows(kin: Kin, group: readonly string[], rowOf: ReadonlyMap<string, number>): string[][] {
  const members = new Set(group);
  const families = kin.families.filter((family) => family.parents.every((id) => members.has(id)));
  const count = Math.max(...group.map((id) => rowOf.get(id) ?? 0)) + 1;
  const people = Array.from({ length: count }, (_, row) => group.filter((id) => (rowOf.get(id) ?? 0) === row));
  const clusters = people.map((row) => clustersOf(kin, row));
  const judge = judgeOf(kin, families, rowOf);
  const budget = Math.max(600, Math.floor(120_000 / Math.max(20, group.length)));
  const near = walk(kin, families, clusters, group);
  const starts = [near, sortByParents(kin, near)];
  const found = starts.map((start) => search(kin, start, judge, Math.floor(budget / 4)));
  const first = found.sort((a, b) => a.cost - b.cost)[0] ?? { rows: clusters, cost: Infinity };
  const best = turnAround(kin, families, first, judge, budget).rows;
  return best.map((row) => oldestFirst(kin, row.flat()));
}

/** Clusters in the order in which a walk through the family meets them, from the index child: a near start for the search. */
function walk(kin: Kin, families: readonly Family[], clusters: Rows, group: readonly string[]): Cluster[][] {
  const rows: Cluster[][] = clusters.map(() => []);
  const home = new Map(
    clusters.flatMap((row, index) => row.flatMap((cluster) => cluster.map((id) => [id, { cluster, index }] as const))),
  );
  const seen = new Set<Cluster>();
  const visit = (id: string): void => {
    const at = home.get(id);
    if (at === undefined || seen.has(at.cluster)) return;
    seen.add(at.cluster);
    rows[at.index]?.push(at.cluster);
    for (const member of at.cluster) {
      for (const family of families) if (childrenOf(family).includes(member)) family.parents.forEach(visit);
    }
    for (const member of at.cluster) {
      for (const family of families)
        if (family.parents.includes(member))
          childrenOf(family)
            .sort((a, b) => byBirth(kin, a, b))
            .forEach(visit);
    }
  };
  const index = group.find((id) => kin.people.get(id)?.indexkind === true);
  if (index !== undefined) visit(index);
  group.forEach(visit);
  return rows;
}

/** Each row sorted by where the parents stand, from the top down. */
function sortByParents(kin: Kin, rows: Rows): Cluster[][] {
  const at = new Map<string, number>();
  return rows.map((row) => {
    const keyed = row.map((cluster, index) => {
      const spots = cluster.flatMap((id) => kin.home.get(id)?.parents ?? []).flatMap((id) => at.get(id) ?? []);
      return {
        cluster,
        key:
          spots.length === 0
            ? index / Math.max(1, row.length)
            : spots.reduce((sum, spot) => sum + spot, 0) / spots.length,
      };
    });
    const sorted = keyed
      .sort((a, b) => a.key - b.key || byBirth(kin, a.cluster[0] ?? '', b.cluster[0] ?? ''))
      .map(({ cluster }) => cluster);
    const flat = sorted.flat();
    flat.forEach((id, index) => at.set(id, index / Math.max(1, flat.length)));
    return sorted;
  });
}

/** Steps that make the order better, until none does or the budget is used up. */
function search(kin: Kin, start: Rows, judge: Judge, budget: number): Found {
  let rows = start;
  let cost = judge.cost(rows);
  let left = budget;
  for (let better = true; better && left > 0;) {
    better = false;
    for (let index = 0; index < rows.length && left > 0; index++) {
      for (const row of steps(kin, rows[index] ?? [])) {
        if (left-- <= 0) break;
        const next = rows.with(index, row);
        const price = judge.cost(next);
        if (price >= cost - 1e-9) continue;
        rows = next;
        cost = price;
        better = true;
        break;
      }
    }
  }
  return { rows, cost };
}

/**
 * The way out of a dead end: turn one cluster round and let the rows above and below follow it, which no single step can do. Kept
 * when the result is better after a short search.
 */
function turnAround(kin: Kin, families: readonly Family[], start: Found, judge: Judge, budget: number): Found {
  let best = start;
  let left = budget;
  for (let better = true; better && left > 0;) {
    better = false;
    for (const [index, cluster] of best.rows.flatMap((row, at) => row.map((each) => [at, each] as const))) {
      if (cluster.length < 2 || left <= 0) continue;
      const turned = best.rows.map((row, at) =>
        at === index ? row.map((each) => (each === cluster ? each.toReversed() : each)) : row,
      );
      const round = Math.min(left, 160);
      const found = search(kin, follow(kin, families, turned, index), judge, round);
      left -= round;
      if (found.cost >= best.cost - 1e-9) continue;
      best = found;
      better = true;
      break;
    }
  }
  return best;
}

/** One row stays as it is; the rows below are sorted by their parents, the rows above by their children, the row itself last. */
function follow(kin: Kin, families: readonly Family[], rows: Rows, fixed: number): Cluster[][] {
  const result = rows.map((row) => [...row]);
  const at = new Map<string, number>();
  const note = (row: readonly Cluster[]): void =>
    row.flat().forEach((id, index, flat) => at.set(id, index / Math.max(1, flat.length)));
  const sort = (index: number, tied: (id: string) => readonly string[]): void => {
    const keyed = (result[index] ?? []).map((cluster, spot, row) => {
      const spots = cluster.flatMap((id) => tied(id)).flatMap((id) => at.get(id) ?? []);
      return {
        cluster,
        key: spots.length === 0 ? spot / row.length : spots.reduce((sum, each) => sum + each, 0) / spots.length,
      };
    });
    result[index] = keyed.sort((a, b) => a.key - b.key).map(({ cluster }) => cluster);
    note(result[index]);
  };
  const parents = (id: string): readonly string[] => kin.home.get(id)?.parents ?? [];
  const children = (id: string): string[] =>
    families.flatMap((family) => (family.parents.includes(id) ? childrenOf(family) : []));
  note(result[fixed] ?? []);
  for (let index = fixed - 1; index >= 0; index--) sort(index, children);
  for (let index = 1; index < result.length; index++) sort(index, parents);
  return result;
}

type Found = { readonly rows: Rows; readonly cost: number };

/** The neighbours of a row in the search: a cluster turned round, moved, two of its people changed, a whole sibship moved. */
function* steps(kin: Kin, row: readonly Cluster[]): Generator<readonly Cluster[]> {
  for (const [index, cluster] of row.entries()) {
    if (cluster.length > 1) yield row.with(index, cluster.toReversed());
    for (let to = Math.max(0, index - 8); to < Math.min(row.length, index + 9); to++) {
      if (to !== index) yield row.toSpliced(index, 1).toSpliced(to, 0, cluster);
    }
    for (let at = 0; cluster.length > 2 && at + 1 < cluster.length; at++) {
      const [a = '', b = ''] = cluster.slice(at, at + 2);
      yield row.with(index, cluster.with(at, b).with(at + 1, a));
    }
  }
  for (let from = 0; from < row.length; from++) {
    let size = 1;
    while (from + size < row.length && related(kin, row[from] ?? [], row[from + size] ?? [])) size++;
    if (size === 1) continue;
    const block = row.slice(from, from + size);
    const rest = row.toSpliced(from, size);
    for (let to = 0; to <= rest.length; to++) if (to !== from) yield rest.toSpliced(to, 0, ...block);
    from += size - 1;
  }
}

const related = (kin: Kin, a: Cluster, b: Cluster): boolean =>
  a.some((x) => b.some((y) => kin.home.has(x) && kin.home.get(x) === kin.home.get(y)));

/** What an order costs: birth order most, then partners apart, crossings, brothers and sisters apart, long lines. */
function judgeOf(kin: Kin, families: readonly Family[], rowOf: ReadonlyMap<string, number>): Judge {
  const row = (id: string): number => rowOf.get(id) ?? 0;
  const sibships = sibshipsOf(kin).filter((siblings) =>
    families.includes(kin.home.get(siblings[0] ?? '') ?? families[0] ?? never),
  );
  const couples = families.filter(
    (family) => family.parents.length === 2 && row(family.parents[0] ?? '') === row(family.parents[1] ?? ''),
  );
  const ties = families.flatMap((family) =>
    childrenOf(family).map((child) => ({
      parents: family.parents,
      child,
      gap: `${row(family.parents[0] ?? '')}-${row(child)}`,
      home: kin.home.get(child) === family,
    })),
  );
  const gaps = [...Map.groupBy(ties, (tie) => tie.gap).values()];
  const cost = (rows: Rows): number => {
    const spot = new Map<string, number>();
    for (const clusters of rows) {
      const flat = clusters.flat();
      flat.forEach((id, index) => spot.set(id, index - (flat.length - 1) / 2));
    }
    const at = (id: string | undefined): number => spot.get(id ?? '') ?? 0;
    const middle = (parents: readonly string[]): number => (at(parents[0]) + at(parents.at(-1))) / 2;
    let sum = 0;
    for (const siblings of sibships) {
      const spots = siblings.map(at);
      for (let index = 1; index < spots.length; index++) if ((spots[index] ?? 0) < (spots[index - 1] ?? 0)) sum += 1000;
      sum += (Math.max(...spots) - Math.min(...spots) - (spots.length - 1)) * 1.5;
    }
    for (const { parents } of couples) {
      sum += (Math.abs(at(parents[0]) - at(parents[1])) - 1) * 24;
      if (isWoman(kin, parents[0] ?? '') !== isWoman(kin, parents[1] ?? ''))
        sum += at(parents.find((id) => isWoman(kin, id))) < at(parents.find((id) => !isWoman(kin, id))) ? 0.1 : 0;
    }
    for (const gap of gaps)
      sum += crossings(gap.map((tie) => [middle(tie.parents), at(tie.child), tie.home ? 1 : 0.4] as const)) * 10;
    for (const tie of ties) sum += Math.abs(middle(tie.parents) - at(tie.child)) * (tie.home ? 0.3 : 0.2);
    return sum;
  };
  return { cost };
}

const never: Family = { key: '', parents: [], unions: [], links: [], unborn: [] };

/** Crossings of the lines between two rows; a line of a second set of parents counts for less. */
function crossings(lines: readonly (readonly [top: number, bottom: number, weight: number])[]): number {
  let count = 0;
  for (let i = 0; i < lines.length; i++) {
    const [top = 0, bottom = 0, weight = 1] = lines[i] ?? [];
    for (let j = i + 1; j < lines.length; j++) {
      const [otherTop = 0, otherBottom = 0, otherWeight = 1] = lines[j] ?? [];
      if ((top - otherTop) * (bottom - otherBottom) < 0) count += weight * otherWeight;
    }
  }
  return count;
}

/** The last word is to the birth order: brothers and sisters change places until the oldest stands left. */
function oldestFirst(kin: Kin, row: readonly string[]): string[] {
  const result = [...row];
  for (const siblings of sibshipsOf(kin)) {
    const spots = row.flatMap((id, index) => (siblings.includes(id) ? [index] : []));
    const inRow = siblings.filter((id) => row.includes(id));
    spots.forEach((spot, index) => (result[spot] = inRow[index] ?? ''));
  }
  return result;
}
