import type { ZoneTrouble } from './saved.ts';

/** So often a document is tried again without knowing what is wrong; then it stops and says so. */
const mostStrikes = 3;
/** Closed so often without taking anything: the server cannot keep work now, and is asked less often. */
const mostVainTries = 2;
/** The server is there and cannot keep or give anything: not to be asked five times a second. */
export const vainPause = 5_000;

/** How long one zone goes on trying: never in a circle, and never as fast as it can against a server that cannot keep anything. */
export class Patience {
  #strikes = 0;
  #vainTries = 0;
  stopped = false;

  /** Why nothing is being kept here, when that is more than a line that is down. */
  get trouble(): ZoneTrouble | undefined {
    if (this.stopped) return 'gestopt';
    return this.#vainTries >= mostVainTries ? 'server' : undefined;
  }

  /** Something was kept, or there was nothing to keep and the board is here. */
  worked(): void {
    this.#vainTries = 0;
  }

  /** The server understood us. */
  understood(): void {
    this.#strikes = 0;
  }

  /** The server was there and could not keep or give anything. True when it is time to wait longer. */
  inVain(): boolean {
    this.#vainTries += 1;
    return this.#vainTries >= mostVainTries;
  }

  /** Something was refused. True when it is not known what, for the last time that this is tried as a whole. */
  strike(unknown: boolean): boolean {
    this.#strikes = unknown ? this.#strikes + 1 : 0;
    return this.#strikes >= mostStrikes;
  }

  again(): void {
    this.stopped = false;
    this.#strikes = 0;
  }
}
