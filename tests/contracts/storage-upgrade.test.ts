import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { epochAt } from '@samenbord/server/rooms/mend.ts';
import { putBack } from '@samenbord/server/start/upkeep.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import { createdAt, freshFolder, makeBoard } from '../support/room-server.ts';
import { code, row } from './storage-rows.ts';

const recorded = join(import.meta.dirname, 'fixtures', 'data-schema-2');

function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

function fixture(): string {
  const dataDir = folder();
  cpSync(recorded, dataDir, { recursive: true });
  return dataDir;
}

test('S45 recorded data of schema 2 open with all that was in them', async () => {
  const storage = await openStorage({ dataDir: fixture() });
  onTestFinished(() => storage.close());
  expect(await storage.board('bord')).toMatchObject({ titel: 'Bord bord', createdAt });
  expect((await storage.participants('bord')).length).toBe(4);
  const { epoch, lastSeq, updates, clients } = await storage.loadDocument('bord', 'gedeeld');
  expect([epoch, lastSeq, updates]).toEqual([1, 3, [1, 2, 3].map((seq) => row(seq).update)]);
  expect(clients).toEqual([{ client: 7, participant: 'pregie' }]);
  expect((await storage.history('bord', 'gedeeld')).map(({ value }) => value)).toEqual([
    'waarde 1',
    'waarde 2',
    'waarde 3',
  ]);
  expect((await storage.version('bord', 'v1'))?.content).toBe('{"a":"é"}');
  expect((await storage.audit('bord')).map(({ action }) => action)).toEqual(['bord-gemaakt', 'versie-bevroren']);
  await storage.append([row(4)]);
});

test('S45 a step that fails halfway leaves the data as they were', async () => {
  const dataDir = fixture();
  const file = join(dataDir, 'samenbord.db');
  const inside = (sql: string): unknown[] => {
    const database = new DatabaseSync(file);
    const rows = database.prepare(sql).all();
    database.close();
    return rows;
  };
  // The last step finds something in its way: a table of its name that is not its own.
  const schema = (): unknown[] => inside("select name, sql from sqlite_schema where name <> 'in_de_weg' order by name");
  const made = await namesAfter();
  const database = new DatabaseSync(file);
  database.exec(`create table "${made}" (in_de_weg text)`);
  database.close();
  const before = schema();
  expect(await code(openStorage({ dataDir }))).not.toBe('done');
  expect(schema()).toEqual(before);
  expect(inside('select max(number) as number from schema_steps')).toEqual([{ number: 2 }]);
  const mended = new DatabaseSync(file);
  mended.exec(`drop table "${made}"`);
  mended.close();
  const storage = await openStorage({ dataDir });
  expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(3);
  await storage.close();
});

/** A table that the steps after the recorded ones make, the last of them by name. */
async function namesAfter(): Promise<string> {
  const dataDir = fixture();
  const names = (): string[] => {
    const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
    const rows = database.prepare("select name from sqlite_schema where type = 'table' order by rowid").all();
    database.close();
    return rows.map(({ name }) => String(name));
  };
  const before = new Set(names());
  await (await openStorage({ dataDir })).close();
  return names().findLast((name) => !before.has(name)) ?? '';
}

test('S46 a copy is put back only where no data are, only with the keys, and everything in it is then in an epoch nobody has seen', async () => {
  const dataDir = folder();
  const storage = await openStorage({ dataDir });
  await makeBoard(storage, 'bord');
  await storage.append([row(1, { update: new Uint8Array([0, 0]) })]);
  const file = join(folder(), 'kopie.db');
  await storage.backup(file);
  expect(await code(storage.backup(file))).toBe('bestaat-al');
  expect(await code(storage.backup(join(dataDir, 'geen-map', 'kopie.db')))).toBe('geen-toegang');
  await storage.close();
  const keys = join(dataDir, 'keys');
  const secret = readFileSync(join(keys, 'master.key'));
  expect(readFileSync(file).includes(secret)).toBe(false);
  const now = Date.UTC(2026, 5, 1);
  const place = (to: string) => ({ dataDir: to, masterKey: undefined, kms: undefined });
  await expect(putBack(place(dataDir), { file, keys: undefined, now })).rejects.toThrow('staan al gegevens');
  await expect(putBack(place(folder()), { file, keys: undefined, now })).rejects.toThrow('sleutels ontbreken');
  const to = folder();
  const { found } = await putBack(place(to), { file, keys, now });
  expect(found.every(({ state }) => state === 'whole')).toBe(true);
  const again = await openStorage({ dataDir: to });
  onTestFinished(() => again.close());
  for (const { zone, epoch } of await again.zones('bord')) expect([zone, epoch]).toEqual([zone, epochAt(now)]);
  expect((await again.history('bord', 'gedeeld')).length).toBe(1);
  expect(readdirSync(to)).not.toContain('samenbord.db.terug');
});
