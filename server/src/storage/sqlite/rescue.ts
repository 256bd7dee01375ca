import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely } from 'kysely';
import { migrate } from '../migrations/migrate.ts';
import { StorageError } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { openDatabase } from './database.ts';
import { createRun, sqliteDialect } from './dialect.ts';

type Rescued = { readonly name: string; readonly rows: number; readonly lost: number };

/**
 * Writes what can be read of the database in this folder into a new one that takes its place. `keep` puts the old files aside first and gives where. Asks for a
 * stopped server. Throws `StorageError` (`in-gebruik`, `beschadigd` when its schema cannot be read).
 */
export async function rescue(
  dataDir: string,
  keep: (dataDir: string) => string,
): Promise<{ kept: string; tables: Rescued[] }> {
  const file = join(dataDir, 'samenbord.db');
  if (!existsSync(file)) throw new StorageError('onbekend');
  const kept = keep(dataDir);
  const draft = join(dataDir, 'nieuw');
  rmSync(draft, { recursive: true, force: true });
  const from = openDatabase(dataDir, undefined);
  const to = openDatabase(draft, undefined);
  try {
    to.exec('begin');
    await migrate(new Kysely<Tables>({ dialect: sqliteDialect(createRun(to)) }));
    to.exec('commit');
    to.exec('pragma foreign_keys = off');
    const tables = namesOf(to).map((name) => copied(from, to, name));
    to.exec('pragma wal_checkpoint(truncate)');
    to.close();
    from.close();
    renameSync(join(draft, 'samenbord.db'), file);
    rmSync(`${file}-wal`, { force: true });
    return { kept, tables };
  } finally {
    rmSync(draft, { recursive: true, force: true });
    for (const database of [from, to]) if (database.isOpen) database.close();
  }
}

const namesOf = (database: DatabaseSync): string[] =>
  database
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'schema_steps'",
    )
    .all()
    .map(({ name }) => String(name));

/** Row by row from the front, and from the back when a page in between cannot be read. */
function copied(from: DatabaseSync, to: DatabaseSync, name: string): Rescued {
  const columns = to
    .prepare(`select name from pragma_table_info('${name}')`)
    .all()
    .map((column) => `"${String(column['name'])}"`);
  const insert = to.prepare(
    `insert or ignore into "${name}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  let rows = 0;
  const walk = (order: 'asc' | 'desc'): boolean => {
    try {
      const select = from.prepare(`select ${columns.join(', ')} from "${name}" not indexed order by rowid ${order}`);
      for (const row of select.iterate())
        rows += Number(insert.run(...(Object.values(row) as SQLInputValue[])).changes);
      return true;
    } catch {
      return false;
    }
  };
  const whole = walk('asc') || (walk('desc') && false);
  return { name, rows, lost: whole ? 0 : 1 };
}
