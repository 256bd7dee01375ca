import type * as Y from 'yjs';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { DocumentRow } from '../storage/storage.ts';
import type { Verdict } from './gate/verdict.ts';
import { RoomError } from './room-error.ts';
import type { Room } from './room.ts';
import type { Judged, Kept } from './row.ts';

/** One half of a change of two documents: what is done, on whose behalf it is judged, and whose name the row carries. */
export type HalfDeed = {
  readonly zone: string;
  readonly actor: Actor;
  readonly by: string;
  /** Takes something out of this document: see `mayMoveOut`. */
  readonly moved?: boolean;
  readonly change: (doc: Y.Doc) => void;
};

/**
 * Changes two documents of one board in one transaction: both halves are judged before either is applied, and after a death in between both have happened or
 * neither has. A half that changes nothing leaves the other to itself. Throws `RoomError`; then nothing has changed.
 */
export type BothDoor = (board: string, halves: readonly [HalfDeed, HalfDeed]) => Promise<void>;

/** A half that was judged: nothing of it has happened before `commit`. Without it there was nothing to do. */
export type Half = { readonly commit?: (meet: Meet) => Promise<number> };

/** Takes what the gate said of one half; throws the `RoomError` of a refusal. */
export function halfOf(verdict: Verdict | undefined, commit: (judged: Judged, meet: Meet) => Promise<number>): Half {
  if (verdict === undefined) return {};
  if (!verdict.ok) throw new RoomError(verdict.code);
  const { update } = verdict;
  return update === undefined ? {} : { commit: (meet) => commit({ ...verdict, update }, meet) };
}

/**
 * Where the queues of two documents wait for each other. Each comes with its row when all before it is committed; whoever comes last commits both. When one
 * can come no more, nothing of the other is kept.
 */
export type Meet = {
  arrive(row: DocumentRow, append: (rows: readonly DocumentRow[]) => Promise<Kept>): Promise<Kept>;
  /** One of them comes no more. */
  fail(): void;
};

/** Makes the place where so many wait for each other. */
export function createMeet(count: number): Meet {
  const rows: DocumentRow[] = [];
  const kept = Promise.withResolvers<Kept>();
  let failed = false;
  return {
    arrive: async (row, append) => {
      if (failed) return 'onbereikbaar';
      rows.push(row);
      if (rows.length === count) kept.resolve(append(rows));
      return kept.promise;
    },
    fail: () => {
      if (failed || rows.length === count) return;
      failed = true;
      kept.resolve('onbereikbaar');
    },
  };
}

/** Makes the door on the rooms. */
export function createBoth(open: (board: string, zone: string) => Promise<Room>): BothDoor {
  return async (board, halves) => {
    const [one, other] = halves;
    if (one.zone === other.zone) throw new RoomError('plaats');
    const rooms = await Promise.all(halves.map(({ zone }) => open(board, zone)));
    // From here to the last `commit` nothing waits: what one half was judged on is what the other is applied beside, and two moves come in the same order to both queues.
    const judged = rooms.map((room, at) => room.half(at === 0 ? one : other));
    const meet = createMeet(judged.filter(({ commit }) => commit !== undefined).length);
    const committing: Promise<number>[] = [];
    try {
      for (const { commit } of judged) if (commit !== undefined) committing.push(commit(meet));
    } catch (error) {
      meet.fail();
      await Promise.allSettled(committing);
      throw error;
    }
    const results = await Promise.allSettled(committing);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  };
}
