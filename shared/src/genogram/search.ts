import type { Judge } from './judge.ts';
import type { Kinship } from './order.ts';
import { follow } from './starts.ts';
import type { Cluster, ClusterRow, Clusters } from './starts.ts';

type Found = { readonly rows: Clusters; readonly cost: number };

/**
 * Takes near starts, gives the best order that so many trials find: from each start downhill, then again and again a cluster turned round or
 * moved, the rows above and below made to follow it, and downhill from there. Chance comes from a fixed seed.
 */
export function search(judge: Judge, kinship: Kinship, starts: readonly Clusters[], budget: number): Clusters {
  const purse: Purse = { left: budget };
  let best: Found = { rows: starts[0] ?? [], cost: Infinity };
  for (const start of starts) best = better(best, downhill(judge, kinship, start, purse));
  const draw = dice();
  const patience = 3 * best.rows.reduce((sum, row) => sum + row.length, 0) + 20;
  for (let quiet = 0; purse.left > 0 && quiet < patience; quiet++) {
    const next = disturbed(kinship, best.rows, draw);
    if (next === undefined) break;
    const found = downhill(judge, kinship, next, purse);
    if (found.cost < best.cost - 1e-9) quiet = 0;
    best = better(best, found);
  }
  return best.rows;
}

type Purse = { left: number };
const better = (a: Found, b: Found): Found => (b.cost < a.cost - 1e-9 ? b : a);

/** Steps that make the order better, until none does or the purse is empty. A row is looked at again only when it or one beside it changed. */
function downhill(judge: Judge, kinship: Kinship, start: Clusters, purse: Purse): Found {
  const rows = [...start];
  judge.setAll(rows);
  const open = new Set(rows.keys());
  for (const index of open) {
    open.delete(index);
    let changed = false;
    for (;;) {
      const before = rows[index] ?? [];
      const after = improved(judge, kinship, index, before, purse);
      if (after === before) break;
      rows[index] = after;
      changed = true;
    }
    if (changed) for (const near of [index - 1, index + 1]) if (near >= 0 && near < rows.length) open.add(near);
  }
  return { rows, cost: judge.cost() };
}

/** One row looked through once: each cluster to its best place, turned round, its people changed; then each run of brothers and sisters. */
function improved(judge: Judge, kinship: Kinship, index: number, start: ClusterRow, purse: Purse): ClusterRow {
  let row = start;
  const take = (next: ClusterRow): boolean => {
    if (purse.left-- <= 0 || judge.attempt(index, next, -1e-9) >= -1e-9) return false;
    row = next;
    return true;
  };
  for (const each of start) {
    let cluster = each;
    if (take(changed(row, cluster, cluster.toReversed()))) cluster = cluster.toReversed();
    cluster = row.find((now) => now.includes(cluster[0] ?? -1)) ?? cluster;
    for (let at = 0; cluster.length > 2 && at + 1 < cluster.length; at++) {
      const [a = 0, b = 0] = cluster.slice(at, at + 2);
      const next = cluster.with(at, b).with(at + 1, a);
      if (take(changed(row, cluster, next))) cluster = next;
    }
    shift(row, row.indexOf(cluster), 1, take);
  }
  for (let from = 0; from < row.length; from++) {
    let size = 1;
    while (from + size < row.length && related(kinship, row[from] ?? [], row[from + size] ?? [])) size++;
    if (size > 1) shift(row, from, size, take);
    from += size - 1;
  }
  return row;
}

const changed = (row: ClusterRow, cluster: Cluster, next: Cluster): ClusterRow =>
  row.map((each) => (each === cluster ? next : each));

/** How far clusters are moved at once; further goes in steps. */
const reach = 12;

function shift(row: ClusterRow, from: number, size: number, take: (next: ClusterRow) => boolean): void {
  const block = row.slice(from, from + size);
  const rest = row.toSpliced(from, size);
  for (let to = Math.max(0, from - reach); to <= Math.min(rest.length, from + reach); to++)
    if (to !== from) take(rest.toSpliced(to, 0, ...block));
}

function related({ home }: Kinship, a: Cluster, b: Cluster): boolean {
  for (const one of a) for (const other of b) if ((home[one] ?? -1) >= 0 && home[one] === home[other]) return true;
  return false;
}

/** What no single step can do: one cluster turned round or put elsewhere, and the rows above and below sorted after it. */
function disturbed(kinship: Kinship, rows: Clusters, draw: (below: number) => number): Clusters | undefined {
  const wide = rows.flatMap((row, index) => (row.length > 1 || (row[0]?.length ?? 0) > 1 ? [index] : []));
  const index = wide[draw(wide.length)];
  const row = rows[index ?? -1];
  if (index === undefined || row === undefined) return undefined;
  const at = draw(row.length);
  const cluster = row[at] ?? [];
  const turn = cluster.length > 1 && (row.length === 1 || draw(2) === 0);
  const next = turn ? row.with(at, cluster.toReversed()) : row.toSpliced(at, 1).toSpliced(draw(row.length), 0, cluster);
  return follow(kinship, rows.with(index, next), index);
}

/** Numbers that look like chance and are the same everywhere (mulberry32). */
function dice(): (below: number) => number {
  let state = 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
