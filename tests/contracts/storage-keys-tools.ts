import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { OpenOptions } from '@samenbord/server/storage/open.ts';
import type { Storage, VersionRow } from '@samenbord/server/storage/storage.ts';
import { createdAt, freshFolder, people } from '../support/room-server.ts';
import { Transit } from '../support/transit.ts';

export function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

export async function within<T>(options: OpenOptions, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(options);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

export async function transit(): Promise<Transit> {
  const service = await Transit.start();
  onTestFinished(() => service.stop());
  return service;
}

export const version = (board: string, id: string): VersionRow => ({
  board,
  id,
  nummer: 1,
  titel: 'Eerste',
  hash: 'h',
  gemaakt: createdAt,
  door: 'Karim',
  content: 'INHOUD',
});
export const keyBytes = (n: number): string => Buffer.alloc(32, n).toString('base64');
export const filesIn = (dataDir: string): string =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

export const position = {
  deelnemer: people.regie.id,
  deel: 'A',
  positie: 'klopt',
  tekst: 'GEZEGD',
  zichtbaar: 'iedereen',
  op: createdAt,
} as const;

type KeyFile = { keys: Record<string, Record<string, string>> };
const keyFile = (dataDir: string, board: string): KeyFile =>
  JSON.parse(readFileSync(join(dataDir, 'keys', `board-${board}.json`), 'utf8')) as KeyFile;
export const keyIds = (dataDir: string, board: string): string[] =>
  Object.keys(keyFile(dataDir, board).keys).toSorted();
export const keyTexts = (dataDir: string, board: string): string[] =>
  Object.values(keyFile(dataDir, board).keys).flatMap((wraps) => Object.values(wraps));

/** Changes the closed database behind the back of the storage. */
export function meddle(dataDir: string, sql: string): void {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  database.exec(sql);
  database.close();
}

/** The tables that say something about a board. */
export function rowsOf(dataDir: string, board: string): string[] {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  const columns = database
    .prepare(
      "select m.name as 'table', c.name as 'column' from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and (c.name = 'board' or (m.name = 'boards' and c.name = 'id'))",
    )
    .all();
  const found = columns.filter(
    ({ table, column }) =>
      database.prepare(`select 1 from ${String(table)} where ${String(column)} = ? limit 1`).get(board) !== undefined,
  );
  database.close();
  return found.map(({ table }) => String(table));
}
