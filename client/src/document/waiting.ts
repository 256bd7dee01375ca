import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Carried, Room } from './room.ts';

/** Work the server has not acknowledged yet. `room` is the document it was last carried out on. */
export type Waiting = {
  readonly intent: Intent;
  room: Room | undefined;
  carried: Carried | undefined;
};

/** The unacknowledged work of one zone, oldest first. */
export class WaitingList {
  #all: Waiting[] = [];

  get size(): number {
    return this.#all.length;
  }

  intents(): Intent[] {
    return this.#all.map(({ intent }) => intent);
  }

  add(intent: Intent, room: Room | undefined, carried: Carried | undefined): void {
    this.#all.push({ intent, room, carried });
  }

  drop(gone: readonly Waiting[]): void {
    this.#all = this.#all.filter((waiting) => !gone.includes(waiting));
  }

  clear(): void {
    this.#all = [];
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
      }
    }
  }

  /** The connection is gone: numbers of frames mean nothing any more. */
  forgetFrames(room: Room): void {
    for (const waiting of this.#of(room)) {
      if (waiting.carried !== undefined) waiting.carried = { ...waiting.carried, frames: undefined };
    }
  }

  /** The server keeps the first `frames` frames of this connection. */
  saved(room: Room, frames: number): void {
    this.drop(this.#of(room).filter(({ carried }) => carried?.frames !== undefined && carried.frames.last <= frames));
  }

  carriedBy(room: Room, frame: number): Waiting[] {
    return this.#of(room).filter(
      ({ carried }) => carried?.frames !== undefined && carried.frames.first <= frame && frame <= carried.frames.last,
    );
  }

  firstOf(room: Room): Waiting | undefined {
    return this.#of(room)[0];
  }

  #of(room: Room): Waiting[] {
    return this.#all.filter((waiting) => waiting.room === room);
  }
}
