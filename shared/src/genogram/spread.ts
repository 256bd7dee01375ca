import { childrenOf } from './family.ts';

import type { Family, Kin } from './family.ts';
import { inOrder } from './fit.ts';
import type { Wish } from './fit.ts';

/** A name is at most so wide. */
export const nameWidth = 132;
/** Between the middles of two neighbours in a row, so that names never touch, and of two partners. */
export const [slot, coupleSlot] = [148, 160];
const familyGap = 50;
/** How much brothers and sisters want to stand beside one another, where under their parents counts for 1. */
const siblingPull = 0.4;

/** How far apart two neighbours stand at least: partners, brothers and sisters, half ones, or members of different families. */
export function separation(kin: Kin, a: string, b: string): number {
  if (kin.families.some((family) => family.parents.includes(a) && family.parents.includes(b))) return coupleSlot;
  const [home, other] = [kin.home.get(a), kin.home.get(b)];
  if (home !== undefined && home === other) return slot;
  return home !== undefined && other?.parents.some((id) => home.parents.includes(id)) === true
    ? coupleSlot
    : slot + familyGap;
}

/**
 * Takes the order of each row, gives everybody an x: children under the middle of their parents and parents above the middle of
 * their children as far as the distances allow, by a few sweeps of isotonic regression.
 */
export function spreadRows(kin: Kin, rows: readonly (readonly string[])[]): Map<string, number> {
  const x = new Map<string, number>();
  const gaps = rows.map((row) => row.map((id, index) => (index === 0 ? 0 : separation(kin, row[index - 1] ?? '', id))));
  rows.forEach((row, index) => {
    let at = 0;
    row.forEach((id, spot) => {
      at += gaps[index]?.[spot] ?? 0;
      x.set(id, at);
    });
  });
  const members = new Set(rows.flat());
  const near = nearestSiblings(kin, rows, new Map(x));
  const wishes = wishesOf(kin, members, near, 'both');
  for (let sweep = 0; sweep < 28; sweep++) {
    const order = rows.map((_, index) => (sweep % 2 === 0 ? index : rows.length - 1 - index));
    for (const index of order) settleRow(rows[index] ?? [], gaps[index] ?? [], x, wishes);
  }
  const below = wishesOf(kin, members, near, 'under-parents');
  rows.forEach((row, index) => settleRow(row, gaps[index] ?? [], x, below));
  return x;
}

type Near = ReadonlyMap<string, readonly { readonly id: string; readonly by: number }[]>;

/** For each child the brother or sister before and after it in its row, and how far to the side it stands of them when nothing pulls them apart. */
function nearestSiblings(kin: Kin, rows: readonly (readonly string[])[], packed: ReadonlyMap<string, number>): Near {
  const near = new Map<string, { id: string; by: number }[]>();
  for (const row of rows)
    for (const siblings of Map.groupBy(row, (id) => kin.home.get(id)).entries()) {
      if (siblings[0] === undefined) continue;
      siblings[1].forEach((id, at, all) => {
        const beside = [all[at - 1], all[at + 1]].flatMap((other) =>
          other === undefined ? [] : [{ id: other, by: (packed.get(id) ?? 0) - (packed.get(other) ?? 0) }],
        );
        near.set(id, beside);
      });
    }
  return near;
}

type Wishes = (id: string, x: ReadonlyMap<string, number>) => Wish[];

/** Where somebody would like to stand: with brothers and sisters under the parents, with the partner above the children. */
function wishesOf(kin: Kin, members: ReadonlySet<string>, near: Near, which: 'both' | 'under-parents'): Wishes {
  const asParent = new Map<string, Family[]>();
  for (const family of kin.families)
    for (const id of family.parents) if (members.has(id)) asParent.set(id, [...(asParent.get(id) ?? []), family]);
  const siblings = new Map(
    kin.families.map((family) => [family, childrenOf(family).filter((child) => kin.home.get(child) === family)]),
  );
  const middle = (ids: readonly string[], x: ReadonlyMap<string, number>): number => {
    const spots = ids.map((id) => x.get(id) ?? 0);
    return (Math.min(...spots) + Math.max(...spots)) / 2;
  };
  return (id, x) => {
    const own = x.get(id) ?? 0;
    const wishes: Wish[] = [];
    const home = kin.home.get(id);
    if (home !== undefined)
      wishes.push({ x: own + middle(home.parents, x) - middle(siblings.get(home) ?? [id], x), weight: 1 });
    for (const { id: other, by } of near.get(id) ?? [])
      wishes.push({ x: (x.get(other) ?? 0) + by, weight: siblingPull });
    for (const family of asParent.get(id) ?? []) {
      const children = siblings.get(family) ?? [];
      if (children.length > 0 && which === 'both')
        wishes.push({ x: own + middle(children, x) - middle(family.parents, x), weight: 1 });
      const partner = family.parents.find((other) => other !== id);
      if (partner === undefined) continue;
      const other = x.get(partner) ?? own;
      wishes.push({ x: other + (own < other ? -coupleSlot : coupleSlot), weight: 0.4 });
    }
    return wishes;
  };
}

function settleRow(row: readonly string[], gaps: readonly number[], x: Map<string, number>, wishes: Wishes): void {
  const wanted = row.map((id): Wish => {
    const all = wishes(id, x);
    const weight = all.reduce((sum, wish) => sum + wish.weight, 0);
    return weight === 0
      ? { x: x.get(id) ?? 0, weight: 0.2 }
      : { x: all.reduce((sum, wish) => sum + wish.x * wish.weight, 0) / weight, weight };
  });
  const settled = inOrder(wanted, gaps);
  row.forEach((id, index) => x.set(id, settled[index] ?? 0));
}
