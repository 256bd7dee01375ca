import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../storage.ts';
import { isWalDamaged } from './wal.ts';

/**
 * Looks at the log beside the database before SQLite does. When it is damaged, both files are put in `damaged/` first, byte for byte, because opening a
 * log that is read only in part may write over the rest. True when it is damaged. Throws when the evidence cannot be kept.
 */
export function setAsideDamagedWal(dataDir: string): boolean {
  const file = join(dataDir, 'samenbord.db');
  if (!isWalDamaged(`${file}-wal`)) return false;
  const folder = join(dataDir, 'damaged', new Date().toISOString().replaceAll(/[:.]/g, '-'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['samenbord.db', 'samenbord.db-wal']) {
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name));
  }
  return true;
}

/** False when pages, rows or the schema do not hang together any more. */
export function isWhole(database: DatabaseSync): boolean {
  try {
    return database.prepare('pragma quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch {
    return false;
  }
}

/** From now on this connection reads only, whatever is asked of it. */
export function makeReadOnly(database: DatabaseSync): void {
  database.exec('pragma query_only = on');
}

/** A damaged database is read only when its schema is exactly ours: bringing it to another would be writing. */
export function demandSchema(database: DatabaseSync, newest: number): void {
  const row = database.prepare('select max(number) as known from schema_steps').get();
  if (row?.['known'] !== newest) throw new StorageError('beschadigd');
}
