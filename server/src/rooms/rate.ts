/** A token bucket: `burst` at once, `perSecond` in the long run. */
export type Bucket = {
  /** Takes `amount` out; false (and nothing taken) when there is not that much. */
  take(now: number, amount?: number): boolean;
};

/** Makes a full bucket. Time comes in with each call; time that goes back fills nothing. */
export function createBucket(perSecond: number, burst: number): Bucket {
  let level = burst;
  let last: number | undefined;
  return {
    take: (now, amount = 1) => {
      level = Math.min(burst, level + (Math.max(0, now - (last ?? now)) / 1000) * perSecond);
      last = now;
      if (level < amount) return false;
      level -= amount;
      return true;
    },
  };
}
