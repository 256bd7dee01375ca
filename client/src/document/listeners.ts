/** A set of listeners without a payload: who is told looks again by itself. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** Adds a listener; what comes back removes it. */
  readonly add = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  };

  readonly tell = (): void => {
    for (const listener of this.#all) listener();
  };
}
