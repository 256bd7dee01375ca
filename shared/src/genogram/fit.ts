/** A place that is wanted, and how much. */
export type Wish = { readonly x: number; readonly weight: number };

/** Isotonic regression (pool adjacent violators): the nearest places to those wanted that keep order and distances. */
export function inOrder(wanted: readonly Wish[], gaps: readonly number[]): number[] {
  const offsets = offsetsOf(gaps);
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

const offsetsOf = (gaps: readonly number[]): number[] => {
  let offset = 0;
  return gaps.map((gap) => (offset += gap));
};
/**
 * Places that keep order and distances, between `from` and `to`, so that nobody stands further from where they want to stand than the one who
 * must; within that, as near as possible. `undefined` when they do not fit. Nobody moves when nobody has to.
 */
export function gently(
  wanted: readonly number[],
  gaps: readonly number[],
  from: number,
  to: number,
): number[] | undefined {
  const offsets = offsetsOf(gaps);
  const [low, high] = [from - (offsets[0] ?? 0), to - (offsets.at(-1) ?? 0)];
  if (low > high + 1e-6) return undefined;
  const flat = wanted.map((x, index) => Math.min(high, Math.max(low, x - (offsets[index] ?? 0))));
  const [most, least] = [running(flat, Math.max), running(flat.toReversed(), Math.min).toReversed()];
  // Half of the worst clash is what somebody has to move; more than that nobody needs to.
  const worst = Math.max(0, ...flat.map((_, index) => ((most[index] ?? 0) - (least[index] ?? 0)) / 2));
  const near = inOrder(
    flat.map((x) => ({ x, weight: 1 })),
    flat.map(() => 0),
  );
  return near.map((x, index) => {
    const lowest = (most[index] ?? x) - worst;
    const highest = (least[index] ?? x) + worst;
    return Math.min(highest, Math.max(lowest, x)) + (offsets[index] ?? 0);
  });
}

function running(values: readonly number[], pick: (a: number, b: number) => number): number[] {
  let last: number | undefined;
  return values.map((value) => (last = last === undefined ? value : pick(last, value)));
}
