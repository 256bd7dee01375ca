import { childrenOf } from './family.ts';
import type { Family, Kin } from './family.ts';

/** Between the middles of two neighbours in a row. A name is at most `nameWidth` wide, so names never touch. */
export const nameWidth = 132;
const [slot, coupleSlot, familyGap] = [148, 160, 50];

/** How far apart two neighbours stand at least: partners, brothers and sisters, or members of different families. */
export function separation(kin: Kin, a: string, b: string): number {
  if (kin.families.some((family) => family.parents.includes(a) && family.parents.includes(b))) return coupleSlot;
  const home = kin.home.get(a);
  return home !== undefined && home === kin.home.get(b) ? slot : slot + familyGap;
}

/**
 * Takes the order of each row, gives everybody an x: children under the middle of their parents and parents above the middle of
 * their children as far as the distances allow, by a few sweeps of isotonic regression. Who is held stays exactly where it is. `now` is where people stand already, when they do.
 */
export function spreadRows(
  kin: Kin,
  rows: readonly (readonly string[])[],
  held: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const x = new Map([...now, ...held]);
  const gaps = rows.map((row) => row.map((id, index) => (index === 0 ? 0 : separation(kin, row[index - 1] ?? '', id))));
  rows.forEach((row, index) => {
    let at = 0;
    row.forEach((id, spot) => {
      at += gaps[index]?.[spot] ?? 0;
      if (!x.has(id)) x.set(id, at);
    });
  });
  const wishes = wishesOf(kin, new Set(rows.flat()));
  for (let sweep = 0; sweep < 28; sweep++) {
    const order = rows.map((_, index) => (sweep % 2 === 0 ? index : rows.length - 1 - index));
    for (const index of order) settleRow(rows[index] ?? [], gaps[index] ?? [], x, held, wishes);
  }
  return x;
}

type Wish = { readonly x: number; readonly weight: number };
type Wishes = (id: string, x: ReadonlyMap<string, number>) => Wish[];

/** Where somebody would like to stand: with brothers and sisters under the parents, with the partner above the children. */
function wishesOf(kin: Kin, members: ReadonlySet<string>): Wishes {
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
    for (const family of asParent.get(id) ?? []) {
      const children = siblings.get(family) ?? [];
      if (children.length > 0) wishes.push({ x: own + middle(children, x) - middle(family.parents, x), weight: 1 });
      const partner = family.parents.find((other) => other !== id);
      if (partner === undefined) continue;
      const other = x.get(partner) ?? own;
      wishes.push({ x: other + (own < other ? -coupleSlot : coupleSlot), weight: 0.4 });
    }
    return wishes;
  };
}

function settleRow(
  row: readonly string[],
  gaps: readonly number[],
  x: Map<string, number>,
  held: ReadonlyMap<string, number>,
  wishes: Wishes,
): void {
  const wanted = row.map((id): Wish => {
    const fixed = held.get(id);
    if (fixed !== undefined) return { x: fixed, weight: 1e9 };
    const all = wishes(id, x);
    const weight = all.reduce((sum, wish) => sum + wish.weight, 0);
    return weight === 0
      ? { x: x.get(id) ?? 0, weight: 0.2 }
      : { x: all.reduce((sum, wish) => sum + wish.x * wish.weight, 0) / weight, weight };
  });
  const settled = inOrder(wanted, gaps);
  row.forEach((id, index) => {
    if (!held.has(id)) x.set(id, settled[index] ?? 0);
  });
}

/** Isotonic regression (pool adjacent violators): the nearest places to those wanted that keep order and distances. */
export function inOrder(wanted: readonly Wish[], gaps: readonly number[]): number[] {
  let offset = 0;
  const offsets = gaps.map((gap) => (offset += gap));
  const blocks: { sum: number; weight: number; count: number }[] = [];
  wanted.forEach((wish, index) => {
    let block = { sum: (wish.x - (offsets[index] ?? 0)) * wish.weight, weight: wish.weight, count: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.weight > block.sum / block.weight;
      last = blocks.at(-1)
    ) {
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks
    .flatMap((block) => Array.from({ length: block.count }, () => block.sum / block.weight))
    .map((value, index) => value + (offsets[index] ?? 0));
}
