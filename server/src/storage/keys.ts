import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { open, seal } from './seal.ts';
import { StorageError } from './storage.ts';

/** Keys of boards, kept outside the database: destroying a board's key is how a board is erased, backups included. */
export type KeyStore = {
  /** Makes the first key of a board and keeps it before it answers. Gives its id. */
  create(board: string): string;
  /** The id of the key that seals now. */
  current(board: string): string;
  /** 32 bytes. Throws `StorageError` (`sleutel`) when there is no such key. */
  key(board: string, id: string): Uint8Array;
};

type KeyFile = { current: string; keys: Record<string, string> };

const firstKey = 'k1';
const checkText = Buffer.from('samenbord');

/**
 * Keys as files in `folder`, each wrapped by the master key: `masterKey` (32 bytes in base64), else a file `master.key` that only this user can read.
 * Throws `StorageError` (`sleutel`) when the master key is not the one these keys were wrapped with.
 */
export function openKeyFiles(folder: string, masterKey: string | undefined): KeyStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const master = readMaster(folder, masterKey);
  checkMaster(folder, master);
  const known = new Map<string, { current: string; keys: Map<string, Uint8Array> }>();

  const load = (board: string) => {
    const found = known.get(board);
    if (found !== undefined) return found;
    const file = readKeyFile(pathOf(folder, board));
    const keys = new Map<string, Uint8Array>();
    for (const [id, wrapped] of Object.entries(file.keys)) {
      keys.set(id, open(master, placeOf(board, id), Buffer.from(wrapped, 'base64')));
    }
    const entry = { current: file.current, keys };
    known.set(board, entry);
    return entry;
  };

  return {
    create: (board) => {
      const wrapped = Buffer.from(seal(master, placeOf(board, firstKey), randomBytes(32))).toString('base64');
      writeDurably(folder, pathOf(folder, board), JSON.stringify({ current: firstKey, keys: { [firstKey]: wrapped } }));
      known.delete(board);
      return firstKey;
    },
    current: (board) => load(board).current,
    key: (board, id) => {
      const key = load(board).keys.get(id);
      if (key === undefined) throw new StorageError('sleutel');
      return key;
    },
  };
}

const placeOf = (board: string, id: string): string => JSON.stringify(['key', board, id]);

function pathOf(folder: string, board: string): string {
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(board)) throw new StorageError('onbekend');
  return join(folder, `board-${board}.json`);
}

function readKeyFile(path: string): KeyFile {
  try {
    const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isKeyFile(file)) return file;
  } catch (error) {
    throw new StorageError('sleutel', { cause: error });
  }
  throw new StorageError('sleutel');
}

function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null || !('current' in value) || !('keys' in value)) return false;
  return typeof value.current === 'string' && typeof value.keys === 'object' && value.keys !== null;
}

function readMaster(folder: string, given: string | undefined): Uint8Array {
  const path = join(folder, 'master.key');
  if (given === undefined && !existsSync(path)) {
    if (existsSync(join(folder, 'master.check'))) throw new StorageError('sleutel');
    writeDurably(folder, path, randomBytes(32).toString('base64'));
  }
  const key = Buffer.from((given ?? readFileSync(path, 'utf8')).trim(), 'base64');
  if (key.length !== 32) throw new StorageError('sleutel');
  return key;
}

/** A word sealed with the master key tells at the start, not at the first board, that another master key was given. */
function checkMaster(folder: string, master: Uint8Array): void {
  const path = join(folder, 'master.check');
  if (!existsSync(path)) {
    writeDurably(folder, path, Buffer.from(seal(master, 'master', checkText)).toString('base64'));
    return;
  }
  try {
    if (checkText.equals(open(master, 'master', Buffer.from(readFileSync(path, 'utf8'), 'base64')))) return;
  } catch (error) {
    throw new StorageError('sleutel', { cause: error });
  }
  throw new StorageError('sleutel');
}

/** Whole or not at all, and on disk before it returns: a row sealed with a key that is lost is lost too. */
function writeDurably(folder: string, path: string, text: string): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
