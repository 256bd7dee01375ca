import { isWoman } from './clusters.ts';
import { childrenOf, sibshipsOf } from './family.ts';
import type { Kin } from './family.ts';

/** What counts when an order is judged: birth order and twins most, then partners apart, crossings, brothers and sisters apart, long lines. */
const [older, twinsApart, partnersApart, crossing, siblingsApart] = [1000, 400, 24, 10, 1.5];
const [ownLine, otherLine, custom] = [0.1, 0.07, 0.1];

/** Some people, by number, from left to right; and the people of a row, in parts that stand one after the other. */
export type Row = readonly number[];
export type Parts = readonly Row[];

type Sibship = { readonly people: Int32Array; readonly twin: Uint8Array };
type Couple = { readonly a: number; readonly b: number; readonly woman: -1 | 0 | 1 };
/** Lines from parents in one row to children in another; a line of a second set of parents weighs less. */
type Gap = {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly child: Int32Array;
  readonly weight: Float64Array;
  readonly length: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
};

/**
 * Judges in which order the people of each row stand. Everybody is a number here, and only what a change touches is counted again, so that
 * a search can try thousands of orders in the time of a blink.
 */
export class Judge {
  readonly ids: readonly string[];
  readonly number: ReadonlyMap<string, number>;
  readonly #spot: Float64Array;
  readonly #siblings: readonly Sibship[][];
  readonly #couples: readonly Couple[][];
  readonly #gaps: readonly Gap[];
  readonly #gapsOf: readonly number[][];
  readonly #rowCost: Float64Array;
  readonly #gapCost: Float64Array;
  readonly #tried: Float64Array;
  #rows: Parts[];

  /** Takes who are judged (others of the kin do not count) and everybody's row. */
  constructor(kin: Kin, ids: readonly string[], rowOf: ReadonlyMap<string, number>, rows: number) {
    this.ids = ids;
    this.number = new Map(ids.map((id, index) => [id, index]));
    const row = (id: string): number => rowOf.get(id) ?? 0;
    this.#spot = new Float64Array(ids.length);
    this.#rows = Array.from({ length: rows }, () => []);
    this.#siblings = siblingsByRow(kin, this.number, row, rows);
    this.#couples = couplesByRow(kin, this.number, row, rows);
    const { gaps, gapsOf } = gapsBetween(kin, this.number, row, rows);
    this.#gaps = gaps;
    this.#gapsOf = gapsOf;
    this.#rowCost = new Float64Array(rows);
    this.#gapCost = new Float64Array(gaps.length);
    this.#tried = new Float64Array(gaps.length);
  }

  /** Takes the order of every row, gives what it costs. */
  setAll(rows: readonly Parts[]): number {
    this.#rows = [...rows];
    rows.forEach((row) => this.#stand(row));
    rows.forEach((_, index) => (this.#rowCost[index] = this.#judgeRow(index)));
    this.#gaps.forEach((gap, index) => (this.#gapCost[index] = judgeGap(gap, this.#spot)));
    return this.cost();
  }

  cost(): number {
    let sum = 0;
    for (const cost of this.#rowCost) sum += cost;
    for (const cost of this.#gapCost) sum += cost;
    return sum;
  }

  /** What another order of one row would add to the cost. It is taken when that is below `most`. */
  attempt(index: number, row: Parts, most: number): number {
    const touched = this.#gapsOf[index] ?? [];
    this.#stand(row);
    const own = this.#judgeRow(index);
    let change = own - (this.#rowCost[index] ?? 0);
    for (const gap of touched) {
      // What no gap can make good any more need not be counted to the end.
      if (most > -Infinity && change - this.#openCost(touched, gap) >= most) return this.#putBack(index, change);
      const cost = judgeGap(this.#gaps[gap] ?? noGap, this.#spot);
      this.#tried[gap] = cost;
      change += cost - (this.#gapCost[gap] ?? 0);
    }
    if (change >= most) return this.#putBack(index, change);
    this.#rows[index] = row;
    this.#rowCost[index] = own;
    for (const gap of touched) this.#gapCost[gap] = this.#tried[gap] ?? 0;
    return change;
  }

  /** What another order of one row would add to the cost, without taking it. */
  wouldAdd = (index: number, row: Parts): number => this.attempt(index, row, -Infinity);

  /** The cost that could still be saved in this gap and those after it. */
  #openCost(touched: readonly number[], from: number): number {
    let sum = 0;
    for (let at = touched.indexOf(from); at < touched.length; at++) sum += this.#gapCost[touched[at] ?? 0] ?? 0;
    return sum;
  }

  #putBack(index: number, change: number): number {
    this.#stand(this.#rows[index] ?? []);
    return change;
  }

  #stand(row: Parts): void {
    let count = 0;
    for (const part of row) count += part.length;
    let at = -(count - 1) / 2;
    for (const part of row) for (const person of part) this.#spot[person] = at++;
  }

  #judgeRow(index: number): number {
    let sum = 0;
    for (const sibship of this.#siblings[index] ?? []) sum += judgeSiblings(sibship, this.#spot);
    for (const { a, b, woman } of this.#couples[index] ?? []) {
      const apart = (this.#spot[b] ?? 0) - (this.#spot[a] ?? 0);
      sum += (Math.abs(apart) - 1) * partnersApart;
      if (woman * apart < 0) sum += custom;
    }
    return sum;
  }
}

const noGap = gapOf([]);

function judgeSiblings({ people, twin }: Sibship, spot: Float64Array): number {
  let [sum, least, most] = [0, Infinity, -Infinity];
  let before = -Infinity;
  for (let at = 0; at < people.length; at++) {
    const own = spot[people[at] ?? 0] ?? 0;
    if (own < before) sum += older;
    if (twin[at] === 1) sum += (Math.abs(own - before) - 1) * twinsApart;
    least = Math.min(least, own);
    most = Math.max(most, own);
    before = own;
  }
  return sum + (most - least - (people.length - 1)) * siblingsApart;
}

/** Crossings of the lines in a gap, and how far they lead to the side. */
function judgeGap({ a, b, child, weight, length, above, below }: Gap, spot: Float64Array): number {
  let sum = 0;
  let crossed = 0;
  for (let i = 0; i < child.length; i++) {
    const top = ((spot[a[i] ?? 0] ?? 0) + (spot[b[i] ?? 0] ?? 0)) / 2;
    const bottom = spot[child[i] ?? 0] ?? 0;
    above[i] = top;
    below[i] = bottom;
    sum += Math.abs(top - bottom) * (length[i] ?? 0);
    let own = 0;
    for (let j = 0; j < i; j++) if ((top - (above[j] ?? 0)) * (bottom - (below[j] ?? 0)) < 0) own += weight[j] ?? 0;
    crossed += own * (weight[i] ?? 0);
  }
  return sum + crossed * crossing;
}

type Numbers = ReadonlyMap<string, number>;
type RowOf = (id: string) => number;

function siblingsByRow(kin: Kin, number: Numbers, row: RowOf, rows: number): Sibship[][] {
  const found: Sibship[][] = Array.from({ length: rows }, () => []);
  for (const siblings of sibshipsOf(kin)) {
    const here = Map.groupBy(
      siblings.filter((id) => number.has(id)),
      row,
    );
    for (const [index, ids] of here) {
      if (ids.length < 2) continue;
      const twin = ids.map((id, at) => {
        const birth = kin.twins.get(id);
        return birth !== undefined && kin.twins.get(ids[at - 1] ?? '') === birth ? 1 : 0;
      });
      found[index]?.push({ people: Int32Array.from(ids, (id) => number.get(id) ?? 0), twin: Uint8Array.from(twin) });
    }
  }
  return found;
}

function couplesByRow(kin: Kin, number: Numbers, row: RowOf, rows: number): Couple[][] {
  const found: Couple[][] = Array.from({ length: rows }, () => []);
  for (const { parents } of kin.families) {
    const [first = '', second = ''] = parents;
    const [a, b] = [number.get(first), number.get(second)];
    if (a === undefined || b === undefined || row(first) !== row(second)) continue;
    const [one, other] = [isWoman(kin, first), isWoman(kin, second)];
    found[row(first)]?.push({ a, b, woman: one === other ? 0 : other ? 1 : -1 });
  }
  return found;
}

function gapsBetween(
  kin: Kin,
  number: Numbers,
  row: RowOf,
  rows: number,
): { readonly gaps: Gap[]; readonly gapsOf: number[][] } {
  const gaps = new Map<string, { readonly ends: Set<number>; readonly lines: Line[] }>();
  for (const family of kin.families) {
    const parents = family.parents.filter((id) => number.has(id));
    const [a, b] = [number.get(parents[0] ?? ''), number.get(parents.at(-1) ?? '')];
    if (a === undefined || b === undefined) continue;
    for (const id of childrenOf(family)) {
      const child = number.get(id);
      if (child === undefined) continue;
      const key = `${Math.max(...parents.map(row))}-${row(id)}`;
      const gap = gaps.get(key) ?? { ends: new Set(), lines: [] };
      gaps.set(key, gap);
      for (const end of [...parents, id]) gap.ends.add(row(end));
      gap.lines.push({ a, b, child, own: kin.home.get(id) === family });
    }
  }
  const list = [...gaps.values()];
  const gapsOf = Array.from({ length: rows }, (_, index) =>
    list.flatMap(({ ends }, at) => (ends.has(index) ? [at] : [])),
  );
  return { gaps: list.map(({ lines }) => gapOf(lines)), gapsOf };
}

type Line = { readonly a: number; readonly b: number; readonly child: number; readonly own: boolean };

function gapOf(lines: readonly Line[]): Gap {
  return {
    a: Int32Array.from(lines, ({ a }) => a),
    b: Int32Array.from(lines, ({ b }) => b),
    child: Int32Array.from(lines, ({ child }) => child),
    weight: Float64Array.from(lines, ({ own }) => (own ? 1 : 0.4)),
    length: Float64Array.from(lines, ({ own }) => (own ? ownLine : otherLine)),
    above: new Float64Array(lines.length),
    below: new Float64Array(lines.length),
  };
}
