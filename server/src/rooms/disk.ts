import type { Clock } from './ports.ts';
import { RoomError } from './room-error.ts';

/** Whether the disk has room, as far as the last commit told. One for all rooms: they share the disk. */
export type Disk = {
  noteFull(): void;
  /** True for a moment after a commit did not fit: nothing is tried then, so that who only reads is left in peace. */
  isFull(): boolean;
};

/** What a socket is told when its change does not fit. The change stays with who made it, and comes again when it comes back. */
export const fullReason = 'opslaan lukt nu niet';

const waitMs = 3000;

/** Makes the memory of the disk. After the wait the next change is the try that tells whether there is room again. */
export function createDisk(clock: Clock): Disk {
  let fullUntil = 0;
  return {
    noteFull: () => {
      fullUntil = clock.now() + waitMs;
    },
    isFull: () => {
      const left = fullUntil - clock.now();
      // A clock that was set back must not keep the disk full for as long.
      return left > 0 && left <= waitMs;
    },
  };
}

/** Throws the `RoomError` that says why the server itself cannot write in this room now. */
export function demandWritable(
  room: { readonly dropped: boolean; readonly replacing: Promise<void> | undefined },
  { readOnly }: { readonly readOnly?: true },
  disk: Disk,
): void {
  if (room.dropped || room.replacing !== undefined) throw new RoomError('onbereikbaar');
  if (readOnly === true) throw new RoomError('alleen-lezen');
  if (disk.isFull()) throw new RoomError('vol');
}
