import { setTimeout as sleep } from 'node:timers/promises';
import type { TransitSettings } from './keys/transit.ts';
import { operations } from './operations/operations.ts';
import { createResealing } from './resealing.ts';
import { startThread } from './sqlite/thread.ts';
import type { Thread } from './sqlite/thread.ts';
import { StorageError } from './storage.ts';
import type { Storage } from './storage.ts';

/**
 * `beschadigd`: the database is damaged and is read only from now on. `gevallen`: the thread that owns it died, nothing can be kept or read.
 * `terug`: it was opened again.
 */
export type StorageTrouble = 'beschadigd' | 'gevallen' | 'terug';

export type OpenOptions = {
  readonly dataDir: string;
  /** 32 bytes in base64; by default `MASTER_KEY`, and without that a file with mode 600, made in `keys/` of the data directory. */
  readonly masterKey?: string | undefined;
  /** The service that wraps the keys instead of a master key of our own. */
  readonly kms?: TransitSettings | undefined;
  /** The database does not grow beyond this; then every write says `vol`. */
  readonly maxBytes?: number | undefined;
  readonly onTrouble?: ((trouble: StorageTrouble) => void) | undefined;
};

/** The storage of this process, and what only its keeper does with it. */
export type OpenedStorage = Storage & {
  /**
   * Copies the database as it is at one moment to a new file, in small steps, while the work goes on. Keys are not in it. Throws `StorageError`:
   * `bestaat-al` when that file is there, `geen-toegang`, `vol`.
   */
  backup(file: string): Promise<void>;
  /** Ends the thread that owns the database as a crash would, for one that does not answer any more. It is started again by itself. */
  cutOff(): Promise<void>;
};

const firstWaitMs = 50;
const longestWaitMs = 5000;
/** A thread that lived this long did not fall over what it was asked first. */
const longLifeMs = 30_000;

/** Opens (and makes, where needed) the data in `dataDir`. Throws `StorageError`: `in-gebruik`, `geen-toegang`, `vol`, `te-nieuw`, `sleutel`, `beschadigd`. */
export async function openStorage(options: OpenOptions): Promise<OpenedStorage> {
  const workerOptions = {
    dataDir: options.dataDir,
    masterKey: options.masterKey ?? process.env['MASTER_KEY'],
    kms: options.kms,
    maxBytes: options.maxBytes,
  };
  const tell = options.onTrouble ?? ((): void => undefined);
  let thread: Thread | undefined;
  let closing: Promise<void> | undefined;
  let bornAt = 0;
  let wait = firstWaitMs;

  const begin = async (): Promise<void> => {
    const born = await startThread(workerOptions, {
      onGone: fallen,
      onDamaged: () => tell('beschadigd'),
    });
    if (closing !== undefined) return born.end();
    thread = born;
    bornAt = Date.now();
  };
  /** Nobody waits for a thread that died: the rooms are told at once, and find it again when they load from the log. */
  const fallen = (): void => {
    thread = undefined;
    if (closing !== undefined) return;
    tell('gevallen');
    wait = Date.now() - bornAt > longLifeMs ? firstWaitMs : Math.min(wait * 2, longestWaitMs);
    void again();
  };
  const again = async (): Promise<void> => {
    while (closing === undefined && thread === undefined) {
      await sleep(wait, undefined, { ref: false });
      try {
        await begin();
        if (thread !== undefined) tell('terug');
      } catch {
        wait = Math.min(wait * 2, longestWaitMs);
      }
    }
  };
  await begin();

  const ask = (request: Parameters<Thread['ask']>[0]): Promise<unknown> => {
    if (closing !== undefined) return Promise.reject(new StorageError('gesloten'));
    return thread?.ask(request) ?? Promise.reject(new StorageError('onbereikbaar'));
  };
  const resealing = createResealing(async (most) => (await ask({ name: 'reseal', args: [most] })) === true);
  resealing.start();
  const close = (): Promise<void> => {
    resealing.stop();
    closing ??= ending(thread);
    return closing;
  };
  const names = Object.keys(operations) as (keyof typeof operations)[];
  const calls = names.map((name) => [name, (...args: unknown[]) => ask({ name, args })]);
  return {
    ...(Object.fromEntries(calls) as Omit<Storage, 'close'>),
    rotateKey: async (board) => {
      await ask({ name: 'rotateKey', args: [board] });
      resealing.start();
    },
    cutOff: async () => thread?.end(),
    backup: async (file) => void (await ask({ name: 'backup', args: [file] })),
    close,
  };
}

async function ending(thread: Thread | undefined): Promise<void> {
  // A thread that falls while it closes has nothing left to lose: what was told as kept is on disk.
  await thread?.ask({ name: 'close' }).catch(() => undefined);
  await thread?.end();
}
