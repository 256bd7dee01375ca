/**
 * Runs deeds on the same key one after the other, so that checking and doing are one: a hundred guesses at once still count as a hundred,
 * and two invitations for one person cannot both pass.
 */
export function createOneAtATime(): <T>(key: string, deed: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, deed: () => Promise<T>): Promise<T> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(deed, deed);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return turn;
  };
}
