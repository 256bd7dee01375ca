import { defaultLimits as limits } from '../limits.ts';
import type { Clock } from './clock.ts';
import { Refusal } from './refusal.ts';

export type Limiter = {
  /** Takes one turn for a key; refuses with `te-vaak` when there is none left. */
  take(key: string): void;
  /** Gives the turn back: it was no failure. */
  giveBack(key: string): void;
};

/** So many turns per key in a window of time. Keeps a bounded number of keys, of which the oldest go first. */
export function createLimiter(options: { max: number; windowMs: number; clock: Clock }): Limiter {
  const { max, windowMs, clock } = options;
  const turns = new Map<string, number[]>();
  const recent = (key: string): number[] => (turns.get(key) ?? []).filter((at) => at > clock() - windowMs);
  return {
    take(key) {
      const taken = recent(key);
      const first = taken[0];
      if (taken.length >= max && first !== undefined) {
        throw new Refusal('te-vaak', { retryAfter: Math.max(1, Math.ceil((first + windowMs - clock()) / 1000)) });
      }
      turns.delete(key);
      turns.set(key, [...taken, clock()]);
      for (const oldest of turns.keys()) {
        if (turns.size <= limits.rememberedKeys) break;
        turns.delete(oldest);
      }
    },
    giveBack(key) {
      const left = recent(key).slice(0, -1);
      if (left.length === 0) turns.delete(key);
      else turns.set(key, left);
    },
  };
}
