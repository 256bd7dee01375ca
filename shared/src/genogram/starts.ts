import type { Kin } from './family.ts';
import type { Judge, Row } from './judge.ts';
import type { Kinship } from './order.ts';

/** People who stay together (partners, and partners of partners), and for each row its clusters from left to right. */
export type Cluster = Row;
export type ClusterRow = readonly Cluster[];
export type Clusters = readonly ClusterRow[];

/** Near starts for the search: as a walk through the family meets people, and that sorted by parents from the top and by children from the bottom. */
export function startOrders(kin: Kin, judge: Judge, kinship: Kinship, rows: Clusters): Clusters[] {
  const index = judge.ids.findIndex((id) => kin.people.get(id)?.indexkind === true);
  const order = judge.ids.map((_, at) => at);
  const fromIndex = walk(kinship, rows, index === -1 ? order : [index, ...order]);
  const top = (rows[0] ?? []).flat();
  const fromTop = walk(kinship, rows, [...top, ...order]);
  return [fromIndex, byParents(kinship, fromIndex), fromTop, byParents(kinship, fromTop)];
}

/** Clusters in the order in which a walk through the family meets them. */
function walk({ parents, children }: Kinship, rows: Clusters, order: Row): Clusters {
  const found: Cluster[][] = rows.map(() => []);
  const home = new Map<number, { readonly cluster: Cluster; readonly row: number }>();
  rows.forEach((clusters, row) =>
    clusters.forEach((cluster) => cluster.forEach((person) => home.set(person, { cluster, row }))),
  );
  const seen = new Set<Cluster>();
  const visit = (person: number): void => {
    const at = home.get(person);
    if (at === undefined || seen.has(at.cluster)) return;
    seen.add(at.cluster);
    found[at.row]?.push(at.cluster);
    for (const member of at.cluster) parents[member]?.forEach(visit);
    for (const member of at.cluster) children[member]?.forEach(visit);
  };
  order.forEach(visit);
  return found;
}

const byParents = (kinship: Kinship, rows: Clusters): Clusters => follow(kinship, rows, 0);

/** One row stays as it is; the rows below are sorted by their parents, the rows above by their children. */
export function follow({ parents, children }: Kinship, rows: Clusters, fixed: number): Clusters {
  const result = [...rows];
  const at = new Map<number, number>();
  const note = (row: ClusterRow): void => {
    const people = row.flat();
    people.forEach((person, index) => at.set(person, index / Math.max(1, people.length)));
  };
  const sort = (index: number, tied: readonly Row[]): void => {
    const row = result[index] ?? [];
    const keyed = row.map((cluster, spot) => {
      let [sum, count] = [0, 0];
      for (const person of cluster)
        for (const other of tied[person] ?? []) {
          const own = at.get(other);
          if (own === undefined) continue;
          sum += own;
          count++;
        }
      return { cluster, key: count === 0 ? spot / row.length : sum / count };
    });
    result[index] = keyed.sort((a, b) => a.key - b.key).map(({ cluster }) => cluster);
    note(result[index] ?? []);
  };
  note(result[fixed] ?? []);
  for (let index = fixed - 1; index >= 0; index--) sort(index, children);
  for (let index = fixed + 1; index < result.length; index++) sort(index, parents);
  return result;
}
