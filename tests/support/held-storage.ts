import type { RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { Storage, StorageCode } from '@samenbord/server/storage/storage.ts';

/** A storage that a test can make slow or broken, between the rooms and the real one. */
export type HeldStorage = {
  readonly between: (storage: Storage) => RoomStorage;
  /** Appends wait from now on. */
  hold(): void;
  /** Lets through everything that waits, and what comes. */
  release(): void;
  /** Appends fail from now on: before they reach the disk. */
  fail(code?: StorageCode): void;
  failLoads(): void;
  work(): void;
  /** How many appends came in. */
  readonly appends: () => number;
  readonly loads: () => number;
};

export function heldStorage(): HeldStorage {
  let open: Promise<void> = Promise.resolve();
  let release: () => void = () => undefined;
  let broken: StorageCode | undefined;
  let brokenLoads = false;
  let appends = 0;
  let loads = 0;
  return {
    between: (storage) => ({
      epoch: (board, zone) => storage.epoch(board, zone),
      participants: (board) => storage.participants(board),
      saveSnapshot: (...args) => storage.saveSnapshot(...args),
      startEpoch: async (next) => {
        await open;
        if (broken !== undefined) throw new StorageError(broken);
        await storage.startEpoch(next);
      },
      loadDocument: async (board, zone) => {
        loads += 1;
        if (brokenLoads) throw new StorageError('beschadigd');
        return storage.loadDocument(board, zone);
      },
      append: async (rows) => {
        appends += 1;
        await open;
        if (broken !== undefined) throw new StorageError(broken);
        await storage.append(rows);
      },
    }),
    hold: () => {
      open = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    fail: (code = 'onbereikbaar') => {
      broken = code;
    },
    failLoads: () => {
      brokenLoads = true;
    },
    work: () => {
      broken = undefined;
      brokenLoads = false;
    },
    appends: () => appends,
    loads: () => loads,
  };
}
