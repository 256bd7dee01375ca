import { randomBytes } from 'node:crypto';
import type { KeyDisk } from './keys/disk.ts';
import { boardOf, readKeyFile, wrappedFor, writeKeyFile } from './keys/key-file.ts';
import type { KeyFile } from './keys/key-file.ts';
import type { MasterKey, Wrapped } from './keys/master.ts';
import { StorageError } from './storage.ts';

/**
 * Keys of boards, kept outside the database and its backups: destroying a board's key is how a board is deleted, backups included. All keys are
 * unwrapped at the start, so that a key service that fails later stops no meeting: only new keys need it (`sleuteldienst`).
 */
export type KeyStore = {
  /** Makes the first key of a board and keeps it before it answers. A board that has keys keeps them; of a deleted one it refuses (`bestaat-al`). */
  create(board: string): Promise<void>;
  /** The id of the key that seals now. */
  current(board: string): string;
  /** 32 bytes. Throws `StorageError` (`sleutel`) when there is no such key. */
  key(board: string, id: string): Uint8Array;
  /** A new key seals from now on; what was sealed before opens with the key of that time. Gives the id of the new one. */
  rotate(board: string): Promise<string>;
  /** The keys with which the board itself was sealed before. */
  older(board: string): string[];
  /** Makes a key of its own for the content of a version, and keeps it before it answers. Gives its id, also when it is there already. */
  createFor(board: string, version: string): Promise<string>;
  /** Destroys one key, for good and on disk before it returns. */
  destroy(board: string, id: string): void;
  /** Destroys all keys of a board, for good and on disk before it returns. */
  destroyBoard(board: string): void;
  /** Boards whose keys were destroyed. */
  deleted(): string[];
};

const firstKey = 'k1';
/** The key of the content of a version. */
export const versionKey = (version: string): string => `v-${version}`;
/** What binds a wrapped key to its board and its name. */
export const contextOf = (board: string, id: string): string => JSON.stringify(['key', board, id]);
const isDataKey = (id: string): boolean => /^k\d+$/.test(id);

/** A file that cannot be read is never written over: somebody may still have it whole. */
const damaged: KeyFile = { current: '', keys: {}, destroyed: {} };

type Opened = { file: KeyFile; readonly keys: Map<string, Uint8Array> };

/** Opens the keys of all boards. Throws `StorageError` (`sleuteldienst`) when the master cannot be asked; a board with a damaged file has no keys. */
export async function openKeyStore(disk: KeyDisk, master: MasterKey): Promise<KeyStore> {
  const boards = await openAll(disk, master);

  const opened = (board: string): Opened => {
    const found = boards.get(board);
    if (found === undefined || found.file.deleted !== undefined || found.file === damaged)
      throw new StorageError('sleutel');
    return found;
  };
  const keep = (board: string, file: KeyFile): void => {
    writeKeyFile(disk, board, file);
    const keys = boards.get(board)?.keys ?? new Map<string, Uint8Array>();
    boards.set(board, { file, keys });
  };
  const add = async (board: string, id: string, asCurrent: boolean): Promise<void> => {
    const key = new Uint8Array(randomBytes(32));
    const wrapped = await master.wrap(key, contextOf(board, id));
    // Looked up only now: another key may have come or gone meanwhile.
    const file: KeyFile = boards.get(board)?.file ?? { current: id, keys: {}, destroyed: {} };
    if (file.deleted !== undefined) throw new StorageError('sleutel');
    const keys = { ...file.keys, [id]: { [master.id]: wrapped } };
    keep(board, { ...file, keys, ...(asCurrent && { current: id }) });
    boards.get(board)?.keys.set(id, key);
  };
  const forget = (board: string, id: string): void => {
    boards.get(board)?.keys.get(id)?.fill(0);
    boards.get(board)?.keys.delete(id);
  };

  return {
    create: async (board) => {
      const known = boards.get(board);
      if (known?.file.deleted !== undefined) throw new StorageError('bestaat-al');
      if (known === undefined) await add(board, firstKey, true);
    },
    current: (board) => opened(board).file.current,
    key: (board, id) => {
      const key = opened(board).keys.get(id);
      if (key === undefined) throw new StorageError('sleutel');
      return key;
    },
    rotate: async (board) => {
      const { file } = opened(board);
      const names = [...Object.keys(file.keys), ...Object.keys(file.destroyed)].filter(isDataKey);
      const id = `k${1 + Math.max(...names.map((name) => Number(name.slice(1))))}`;
      await add(board, id, true);
      return id;
    },
    older: (board) => {
      const { file } = boards.get(board) ?? { file: undefined };
      return Object.keys(file?.keys ?? {}).filter((id) => isDataKey(id) && id !== file?.current);
    },
    createFor: async (board, version) => {
      const id = versionKey(version);
      if (!opened(board).keys.has(id)) await add(board, id, false);
      return id;
    },
    destroy: (board, id) => {
      const { file } = opened(board);
      const { [id]: gone, ...keys } = file.keys;
      if (gone === undefined) return;
      if (id === file.current) throw new StorageError('sleutel');
      keep(board, { ...file, keys, destroyed: { ...file.destroyed, [id]: new Date().toISOString() } });
      forget(board, id);
    },
    destroyBoard: (board) => {
      const current = boards.get(board)?.file.current ?? firstKey;
      keep(board, { current, keys: {}, destroyed: {}, deleted: new Date().toISOString() });
      for (const id of boards.get(board)?.keys.keys() ?? []) forget(board, id);
    },
    deleted: () => [...boards].flatMap(([board, { file }]) => (file.deleted === undefined ? [] : [board])),
  };
}

async function openAll(disk: KeyDisk, master: MasterKey): Promise<Map<string, Opened>> {
  const boards = new Map<string, Opened>();
  const asked: (Wrapped & { board: string; id: string })[] = [];
  for (const board of disk.names().flatMap((name) => boardOf(name) ?? [])) {
    const file = readable(disk, board);
    if (file === undefined) continue;
    boards.set(board, { file, keys: new Map() });
    for (const [id, wraps] of Object.entries(file.keys)) {
      const wrapped = wrappedFor(wraps, master.id);
      if (wrapped !== undefined) asked.push({ board, id, wrapped, context: contextOf(board, id) });
    }
  }
  const keys = asked.length === 0 ? [] : await master.unwrap(asked);
  asked.forEach(({ board, id }, index) => {
    const key = keys[index];
    if (key?.length === 32) boards.get(board)?.keys.set(id, key);
  });
  return boards;
}

/** One damaged file is one board that stays shut, not all. */
function readable(disk: KeyDisk, board: string): KeyFile | undefined {
  try {
    return readKeyFile(disk, board);
  } catch (error) {
    if (error instanceof StorageError) return damaged;
    throw error;
  }
}
