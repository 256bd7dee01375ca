import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { StorageError } from '../storage.ts';
import type { StorageCode } from '../storage.ts';

const pageBytes = 4096;

/** What a result code of SQLite means to us (the low byte; https://sqlite.org/rescode.html). */
const codes: Readonly<Record<number, StorageCode>> = {
  3: 'geen-toegang',
  5: 'in-gebruik',
  6: 'in-gebruik',
  8: 'geen-toegang',
  11: 'beschadigd',
  13: 'vol',
  14: 'geen-toegang',
  19: 'bestaat-al',
  26: 'beschadigd',
};

/** Takes whatever was thrown, gives an error with one of our codes. The message of SQLite stays behind: it can hold content. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (!(error instanceof Error)) return new StorageError('onbereikbaar');
  if ('errcode' in error && typeof error.errcode === 'number') {
    // A row that refers to what is not there (extended code 787) is about something unknown, not about a double.
    if (error.errcode === 787) return new StorageError('onbekend');
    return new StorageError(codes[error.errcode & 0xff] ?? 'onbereikbaar');
  }
  if ('code' in error && error.code === 'ENOSPC') return new StorageError('vol');
  if (
    'code' in error &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(String(error.code))
  ) {
    return new StorageError('geen-toegang');
  }
  return new StorageError('onbereikbaar');
}

/**
 * Opens the database in this directory for this process alone, with every commit synced to the disk. The lock is the operating system's: it goes
 * with the process, however that ends.
 */
export function openDatabase(dataDir: string, maxBytes: number | undefined): DatabaseSync {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'), { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive');
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('pragma foreign_keys = on');
    database.exec('pragma secure_delete = on');
    if (maxBytes !== undefined)
      database.exec(`pragma max_page_count = ${Math.max(1, Math.floor(maxBytes / pageBytes))}`);
    database.exec('begin immediate');
    database.exec('commit');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
