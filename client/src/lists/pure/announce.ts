/** What a screen reader is told about changes by others: at most one sentence in this many milliseconds. */
export const announceEvery = 6000;

export type Announcer = { readonly last: number; readonly waiting: readonly string[] };
export const quiet: Announcer = { last: Number.NEGATIVE_INFINITY, waiting: [] };

/** Takes what happened at `now`, gives what waits. The same sentence is said once. */
export const heard = (state: Announcer, sentences: readonly string[]): Announcer => ({
  ...state,
  waiting: [...new Set([...state.waiting, ...sentences])],
});

/**
 * Gives what to say now, if it is time: one change in full, more as a number. Nothing is lost by waiting and nothing is said twice.
 * `next`: milliseconds to wait before asking again; nothing when nothing waits.
 */
export function sayNow(
  state: Announcer,
  now: number,
  many: (count: number) => string,
): { state: Announcer; say: string | undefined; next: number | undefined } {
  if (state.waiting.length === 0) return { state, say: undefined, next: undefined };
  const wait = state.last + announceEvery - now;
  if (wait > 0) return { state, say: undefined, next: wait };
  const [only = '', ...more] = state.waiting;
  return {
    state: { last: now, waiting: [] },
    say: more.length === 0 ? only : many(state.waiting.length),
    next: undefined,
  };
}
