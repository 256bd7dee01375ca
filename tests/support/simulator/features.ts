import { Dice } from '../gate-dice.ts';

/** What kind of world a seed gives, drawn apart from everything that happens in it. */
export type Features = {
  readonly seed: number;
  /** How many processes share the log. */
  readonly processes: number;
  /** From so many rows on a document is written afresh when nobody is there. */
  readonly mostRows: number;
  /** The table has a past of hundreds of rows: it is loaded from a merged state. */
  readonly long: boolean;
  /** Epochs, falling roles, clocks that jump, people who are invited again, a disk that is full. */
  readonly more: boolean;
};

/** The world of the first pinned seeds: one process, one epoch. */
export const plain = (seed: number): Features => ({ seed, processes: 1, mostRows: 1e9, long: false, more: false });

export function featuresOf(seed: number, wanted: Partial<Features> = {}): Features {
  const dice = new Dice(seed ^ 0xfea7);
  return {
    seed,
    processes: dice.chance(15) ? 2 : 1,
    mostRows: dice.pick([15, 40, 1000]),
    long: dice.chance(6),
    more: true,
    ...wanted,
  };
}
