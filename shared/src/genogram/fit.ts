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
