import * as Y from 'yjs';
import type { Board } from '@samenbord/shared/board/board.ts';
import { RoomError } from './room-error.ts';

type Standing = { readonly doc: Y.Doc };
type OneRoom = { readonly epoch: number; readonly standing: Standing; readonly read: () => Promise<Board> };

/**
 * A document as it is committed now, as one Yjs update: what a socket would get that asks for everything. Throws `RoomError` when it cannot be read,
 * never an empty document instead.
 */
export async function wholeOf(room: OneRoom): Promise<{ readonly epoch: number; readonly bytes: Uint8Array }> {
  const { epoch } = room;
  const bytes = Y.encodeStateAsUpdate(room.standing.doc);
  // What was made above goes out only when all that is in it is on disk.
  await room.read();
  if (room.epoch !== epoch) throw new RoomError('onbereikbaar');
  return { epoch, bytes };
}

/** Sets the keys of a map that differ; `undefined` takes a key away. */
export function setKeys(map: Y.Map<unknown>, values: Readonly<Record<string, unknown>>, same: Same): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) map.delete(key);
    else if (!same(map.get(key), value)) map.set(key, value);
  }
}
type Same = (one: unknown, other: unknown) => boolean;
