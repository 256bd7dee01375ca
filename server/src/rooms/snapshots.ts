import { keepSnapshot, rowsBeforeSnapshot } from './load.ts';
import type { RoomLog, RoomStorage } from './ports.ts';
import type { Room } from './room.ts';

/** A room that leaves memory with so many rows since its last merged state keeps one: the next to come in does not wait for them. */
const rowsBeforeLeaving = 50;

/** Sees to it that no log is read from far back: merged states are kept while people write, and not by the first who comes in after a restart. */
export type Snapshots = {
  /** Everything of this room is committed. */
  settled(room: Room): void;
  /** This room leaves memory, with everything committed. */
  leaving(room: Room): void;
  /** The process stops. Of a document with a past: whoever comes first afterwards gets what is kept now, before the document is built. */
  stopping(room: Room): void;
};

export function createSnapshots(storage: RoomStorage, log: RoomLog): Snapshots {
  const keptAt = new WeakMap<Room, number>();
  const keep = (room: Room, rows: number): void => {
    const { standing } = room;
    const since = keptAt.get(room) ?? standing.snapshotSeq ?? standing.lastSeq;
    keptAt.set(room, since);
    if (standing.readOnly === true || standing.lastSeq - since < rows) return;
    keptAt.set(room, standing.lastSeq);
    keepSnapshot(storage, log, standing);
  };
  return {
    settled: (room) => keep(room, rowsBeforeSnapshot),
    leaving: (room) => keep(room, rowsBeforeLeaving),
    stopping: (room) => {
      if (room.lastSeq >= rowsBeforeLeaving) keep(room, 1);
    },
  };
}
