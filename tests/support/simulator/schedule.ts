import { settle } from './under-control.ts';
import type { Time } from './under-control.ts';

type Event = { readonly at: number; readonly order: number; readonly run: () => void; off: boolean };

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Everything that will happen, in one row: network, disk, people, timers and faults. Nothing happens beside it. */
export class Schedule implements Time {
  /** How far the clocks on the walls of the people are off: timers do not mind, dates do. */
  skew = 0;
  #now: number;
  #order = 0;
  #done = 0;
  readonly #heap: Event[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  wall(): number {
    return this.#now + this.skew;
  }

  /** How many events have happened. */
  get done(): number {
    return this.#done;
  }

  later(ms: number, run: () => void): () => void {
    const event = { at: this.#now + Math.max(0, ms), order: this.#order++, run, off: false };
    this.#push(event);
    return () => {
      event.off = true;
    };
  }

  /** Lets happen what is due up to `end`, one event after the other, each with all that follows from it at once. */
  async runUntil(end: number, enough: () => boolean = () => false): Promise<void> {
    await settle();
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.off) continue;
      this.#now = next.at;
      this.#done += 1;
      next.run();
      await settle();
      if (enough()) return;
    }
    this.#now = Math.max(this.#now, end);
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || before(parent, event)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      let child = heap[below];
      const right = heap[below + 1];
      if (child !== undefined && right !== undefined && before(right, child)) {
        below += 1;
        child = right;
      }
      if (child === undefined || before(last, child)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = last;
  }
}
