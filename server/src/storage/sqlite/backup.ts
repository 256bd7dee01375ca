import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StorageError } from '../storage.ts';
import { isWhole } from './health.ts';

/** Pages in one step; between steps the database does its usual work. */
const pagesAtOnce = 64;

/**
 * Copies an open database to a new file as it is at one moment, looks whether the copy is whole, and only then gives it its name. Throws `StorageError`:
 * `bestaat-al`, `beschadigd`; what the disk says goes to the caller.
 */
export async function copyTo(database: DatabaseSync, file: string): Promise<void> {
  if (existsSync(file)) throw new StorageError('bestaat-al');
  const draft = `${file}.part`;
  rmSync(draft, { force: true });
  try {
    // Made first, for this user alone: the copy may hold ids and dates that are not sealed.
    closeSync(openSync(draft, 'wx', 0o600));
    await backup(database, draft, { rate: pagesAtOnce });
    finish(draft);
    renameSync(draft, file);
    synced(dirname(file));
  } finally {
    rmSync(draft, { force: true });
    for (const rest of ['-wal', '-shm', '-journal']) rmSync(draft + rest, { force: true });
  }
}

/** One file, without a log beside it, and read from end to end. */
function finish(draft: string): void {
  const copy = new DatabaseSync(draft);
  try {
    copy.exec('pragma journal_mode = delete');
    if (!isWhole(copy)) throw new StorageError('beschadigd');
  } finally {
    copy.close();
  }
  synced(draft);
}

function synced(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
