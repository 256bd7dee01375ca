/** How long one sample counts: after that a device may have drifted or slept. */
const trustedMs = 5 * 60_000;

/**
 * What time it is at the server, by a clock of our own. Each answer says when it was made; it was made somewhere between asking and hearing, so the
 * quickest answer says it best.
 */
export class ServerClock {
  #best: { readonly ahead: number; readonly took: number; readonly at: number } | undefined;

  /** Takes when was asked and when the answer came, by our own clock, and what the server's clock said. */
  heard(asked: number, got: number, server: number): void {
    const took = Math.max(0, got - asked);
    const stale = this.#best === undefined || got - this.#best.at > trustedMs || got < this.#best.at;
    if (this.#best !== undefined && !stale && took > this.#best.took) return;
    this.#best = { ahead: server - (asked + got) / 2, took, at: got };
  }

  /** True when nothing recent is known. */
  isStale = (now: number): boolean => this.#best === undefined || Math.abs(now - this.#best.at) > trustedMs;

  /** The time of the server at this moment of our own clock. */
  at = (now: number): number => now + (this.#best?.ahead ?? 0);
}
