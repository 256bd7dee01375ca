import type { Intent } from '@samenbord/shared/document/intent.ts';
import { edited, joined } from '@samenbord/shared/document/rebase.ts';
import type * as Y from 'yjs';
import type { Anchor } from './anchor.ts';
import { bothEffects, holds, landedIn } from './effect.ts';
import type { Effect } from './effect.ts';
import type { Carried, Room } from './room.ts';

/** Work the server has not acknowledged yet. `room` is the document it was last carried out on. */
export type Waiting = {
  /** What is played on a fresh document; letters typed in a row are one intent. */
  intent: Intent;
  /** The intents it was made of, as they were given. */
  given: readonly Intent[];
  room: Room | undefined;
  carried: Carried | undefined;
  /** Epoch of the document it was carried out on, and whether it ever left for the server from there. */
  epoch: number;
  sent: boolean;
  /** It left on a connection that broke: the server may have it, whatever it says on the next one. */
  unsure: boolean;
  /** What it is about was off the table already when this was done. */
  readonly wasOff: boolean;
};

/** Unacknowledged work as it is kept while the page is loaded again: what, and how to see whether it landed after all. */
export type KeptWork = {
  readonly intent: Intent;
  readonly effect?: Effect | undefined;
  readonly anchor?: Anchor | undefined;
  readonly epoch?: number | undefined;
  readonly sent?: boolean | undefined;
  readonly wasOff?: boolean | undefined;
};

/** The unacknowledged work of one zone, oldest first. */
export class WaitingList {
  #all: Waiting[] = [];

  get size(): number {
    return this.#all.length;
  }

  intents(): Intent[] {
    return this.#all.flatMap(({ given }) => given);
  }

  kept(): KeptWork[] {
    return this.#all.map(({ intent, carried, epoch, sent, wasOff }) => ({
      intent,
      effect: carried?.effect,
      anchor: carried?.anchor,
      epoch,
      sent,
      wasOff,
    }));
  }

  add(waiting: Waiting): void {
    const last = this.#all.at(-1);
    if (last === undefined || !join(last, waiting)) this.#all.push(waiting);
  }

  /** Letters that were refused or never left, typed in a row, become one: they are placed or offered back together. */
  joinRuns(): void {
    const all = this.#all;
    this.#all = [];
    for (const waiting of all) this.add(waiting);
  }

  drop(gone: readonly Waiting[]): void {
    this.#all = this.#all.filter((waiting) => !gone.includes(waiting));
  }

  /** Takes everything out. */
  clear(): Waiting[] {
    const all = this.#all;
    this.#all = [];
    return all;
  }

  /**
   * A fresh document says what of the work of another it holds. That does not wait any more and is given; the rest never arrived. In the same epoch the
   * numbers of Yjs say it, in a later one what the server wrote down when the epoch of that work ended.
   */
  settle(room: Room, doc: Y.Doc, epoch: number): Waiting[] {
    const others = this.#all.filter((waiting) => waiting.room !== room);
    const landed = others.filter(
      ({ carried, epoch: was }) =>
        carried !== undefined && (holds(doc, carried.effect) || (was !== epoch && landedIn(doc, was, carried.effect))),
    );
    this.drop(landed);
    for (const waiting of others) [waiting.sent, waiting.unsure] = [false, false];
    if (others.length > landed.length) this.joinRuns();
    return landed;
  }

  /** The first that is not yet carried out on this document. */
  nextFor(room: Room): Waiting | undefined {
    return this.#all.find((waiting) => waiting.room !== room);
  }

  /** One frame carries everything the server did not know: all that had no frame of its own. */
  carriedByWhole(room: Room, frame: number): void {
    for (const waiting of this.#of(room)) {
      if (waiting.carried !== undefined && waiting.carried.frames === undefined) {
        waiting.carried = { ...waiting.carried, frames: { first: frame, last: frame } };
        waiting.sent = true;
      }
    }
  }

  /** The connection is gone: numbers of frames mean nothing any more. */
  forgetFrames(room: Room): void {
    for (const waiting of this.#of(room)) {
      if (waiting.carried !== undefined) waiting.carried = { ...waiting.carried, frames: undefined };
      waiting.unsure ||= waiting.sent;
    }
  }

  /** The server keeps the first `frames` frames of this connection. Gives what does not wait any more. */
  saved(room: Room, frames: number): Waiting[] {
    const kept = this.#of(room).filter(({ carried }) => carried?.frames !== undefined && carried.frames.last <= frames);
    this.drop(kept);
    return kept;
  }

  /** The server took nothing of this connection from this frame on. */
  notTaken(room: Room, frame: number): void {
    for (const waiting of this.#of(room)) {
      const first = waiting.carried?.frames?.first;
      if (first !== undefined && first >= frame && !waiting.unsure) waiting.sent = false;
    }
  }

  carriedBy(room: Room, frame: number): Waiting[] {
    return this.#of(room).filter(
      ({ carried }) => carried?.frames !== undefined && carried.frames.first <= frame && frame <= carried.frames.last,
    );
  }

  /** Number of the first frame of this connection that was not acknowledged. */
  firstFrameOf(room: Room): number | undefined {
    const [first] = this.#of(room).flatMap(({ carried }) => (carried?.frames === undefined ? [] : carried.frames));
    return first?.first;
  }

  firstOf(room: Room): Waiting | undefined {
    return this.#of(room)[0];
  }

  #of(room: Room): Waiting[] {
    return this.#all.filter((waiting) => waiting.room === room);
  }
}

/** Work from before the page was loaded again. */
export const fromKept = ({ intent, effect, anchor, epoch, sent, wasOff }: KeptWork, now: number): Waiting => ({
  intent,
  given: [intent],
  room: undefined,
  carried: effect === undefined ? undefined : { effect, anchor, frames: undefined },
  epoch: epoch ?? now,
  sent: sent ?? true,
  unsure: true,
  wasOff: wasOff ?? false,
});

/** Adds an edit to the one before it, when both are certainly not at the server and the second goes on where the first left off. */
function join(first: Waiting, second: Waiting): boolean {
  const [a, b] = [first.intent, second.intent];
  if (first.sent || second.sent || first.room !== second.room || a.kind !== 'editText' || b.kind !== 'editText')
    return false;
  if (a.id !== b.id || a.field !== b.field || a.seen === undefined || edited(a.seen, a) !== b.seen) return false;
  const both = joined(a, a.seen, b);
  const [one, two] = [first.carried, second.carried];
  if (both === undefined || one === undefined || two === undefined) return false;
  first.intent = { ...a, ...both };
  first.given = [...first.given, ...second.given];
  first.carried = {
    effect: bothEffects(one.effect, two.effect),
    anchor: b.at < a.at ? two.anchor : one.anchor,
    frames: two.frames,
  };
  return true;
}
