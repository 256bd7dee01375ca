import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStorage } from '@samenbord/server/storage/open.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { Storage } from '@samenbord/server/storage/storage.ts';
import { createdAt, freshFolder, makeBoard, participantRow, people } from '../support/room-server.ts';
import { storageContract } from './storage.ts';
import { row } from './storage-rows.ts';

describe('SQLite keeps the contract of a storage', () => {
  storageContract(() => {
    const dataDir = freshFolder();
    return {
      open: () => openStorage({ dataDir }),
      remove: async () => rmSync(dataDir, { recursive: true, force: true }),
    };
  });
});

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StorageError ? error.code : error),
  );

function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** Opens, does something, closes. */
async function within<T>(dataDir: string, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ dataDir });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** Changes the closed database behind the back of the storage. */
function meddle(dataDir: string, sql: string): void {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  database.exec('pragma foreign_keys = off');
  database.exec(sql);
  database.close();
}

const files = (dataDir: string): string[] =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('S11 nothing personal lies readable on the disk', async () => {
  const dataDir = folder();
  const storage = await openStorage({ dataDir });
  const marked = (naam: string) => `MERKTEKEN-${naam}`;
  const maker = participantRow('bord', people.regie, {
    naam: marked('naam'),
    organisatie: marked('org'),
    toelichting: marked('toe'),
    persoon: marked('persoon'),
  });
  const facts = { regie: [{ organisatie: marked('feit'), naam: marked('feitnaam'), sinds: '2026-01-01' }], kaders: [] };
  await storage.createBoard({ id: 'bord', titel: marked('titel'), facts, createdAt }, ['gedeeld'], maker);
  const history = [{ by: people.regie.id, at: createdAt, thing: 'kaart-1', field: 'tekst', value: marked('waarde') }];
  await storage.append([{ ...row(1), update: Buffer.from(marked('update')), history }]);
  await storage.saveSnapshot('bord', 'gedeeld', 1, 1, Buffer.from(marked('stand')));
  await storage.addWaiting({
    id: 'w1',
    board: 'bord',
    naam: marked('wachtend'),
    sessionHash: 's',
    since: createdAt,
    state: 'wacht',
  });
  await storage.addVersion({
    board: 'bord',
    id: 'v1',
    nummer: 1,
    titel: marked('versie'),
    hash: 'h',
    gemaakt: createdAt,
    door: marked('door'),
    content: marked('inhoud'),
  });
  await storage.setPosition({
    board: 'bord',
    versie: 'v1',
    deelnemer: people.regie.id,
    deel: 'A',
    positie: 'anders',
    tekst: marked('positie'),
    zichtbaar: 'alleen-ik',
    op: createdAt,
  });
  const look = () => files(dataDir).filter((file) => readFileSync(file).includes('MERKTEKEN'));
  expect(look()).toEqual([]);
  await storage.close();
  expect(look()).toEqual([]);
  expect(files(dataDir).length).toBeGreaterThan(3);
  expect(await within(dataDir, (again) => again.board('bord'))).toMatchObject({ titel: marked('titel') });
});

const mine = "board = 'bord' and zone = 'gedeeld'";

test.each([
  [
    'a flipped bit',
    `update documents set sealed = substr(sealed, 1, length(sealed) - 1) || x'00' where ${mine} and seq = 2`,
  ],
  [
    'a row put in the place of another',
    `update documents set sealed = (select sealed from documents where ${mine} and seq = 1) where ${mine} and seq = 2`,
  ],
  [
    'a row of another document',
    `update documents set sealed = (select sealed from documents where zone = 'tafel') where ${mine} and seq = 1`,
  ],
  ['a row that is gone', `delete from history; delete from documents where ${mine} and seq = 2`],
  ['the last row gone', `delete from history; delete from documents where ${mine} and seq = 3`],
  ['all rows gone', `delete from history; delete from documents where ${mine}`],
  ['an empty value', `update documents set sealed = x'' where ${mine} and seq = 1`],
])('S12 a document with damage is damaged, not shorter and not empty: %s', async (_name, sql) => {
  const dataDir = folder();
  await within(dataDir, async (storage) => {
    await makeBoard(storage, 'bord');
    await makeBoard(storage, 'ander');
    await storage.append([
      row(1),
      row(2),
      row(3),
      row(1, { zone: 'tafel', history: [] }),
      row(1, { board: 'ander', history: [] }),
    ]);
  });
  meddle(dataDir, sql);
  await within(dataDir, async (storage) => {
    expect(await code(storage.loadDocument('bord', 'gedeeld'))).toBe('beschadigd');
    // Another board does not notice.
    expect((await storage.loadDocument('ander', 'gedeeld')).lastSeq).toBe(1);
  });
});

test('S12 a damaged merged state is passed over, and a changed line of the record is seen', async () => {
  const dataDir = folder();
  await within(dataDir, async (storage) => {
    await makeBoard(storage, 'bord');
    await storage.append([row(1), row(2)]);
    await storage.saveSnapshot('bord', 'gedeeld', 1, 1, new Uint8Array([5]));
    await storage.saveSnapshot('bord', 'gedeeld', 1, 2, new Uint8Array([6]));
    for (const action of ['openen', 'uitnodigen']) await storage.addAudit({ board: 'bord', at: createdAt, action });
  });
  meddle(
    dataDir,
    "update snapshots set sealed = x'0011' where seq = 2; update audit set action = 'niets' where number = 1",
  );
  await within(dataDir, async (storage) => {
    expect((await storage.loadDocument('bord', 'gedeeld')).updates).toEqual([new Uint8Array([5]), row(2).update]);
    expect(await code(storage.audit('bord'))).toBe('beschadigd');
  });
  meddle(dataDir, "update snapshots set sealed = x'00'");
  await within(dataDir, async (storage) => {
    expect((await storage.loadDocument('bord', 'gedeeld')).updates).toEqual([row(1).update, row(2).update]);
  });
});

test('S13 a second process on the same data is refused, and a killed one leaves no lock behind', async () => {
  const dataDir = folder();
  const open = new URL('../../server/src/storage/open.ts', import.meta.url).href;
  const script = `const { openStorage } = await import(${JSON.stringify(open)}); const s = await openStorage({ dataDir: ${JSON.stringify(dataDir)} }); await s.ping(); console.log('open')`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  expect(await code(openStorage({ dataDir }))).toBe('in-gebruik');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await within(dataDir, async (storage) => {
    await storage.ping();
    expect(await code(openStorage({ dataDir }))).toBe('in-gebruik');
  });
});

test('S14 data that cannot be written, a file in the way and a database that is none each have their code', async () => {
  const dataDir = folder();
  const file = join(dataDir, 'bestand');
  writeFileSync(file, 'geen map');
  expect(await code(openStorage({ dataDir: file }))).toBe('geen-toegang');
  expect(await code(openStorage({ dataDir: join(file, 'dieper') }))).toBe('geen-toegang');
  const other = folder();
  writeFileSync(join(other, 'samenbord.db'), 'dit is geen database '.repeat(500));
  expect(await code(openStorage({ dataDir: other }))).toBe('beschadigd');
});

test('S15 on a full disk a write says so and changes nothing; reading goes on, and with room it works again', async () => {
  const dataDir = folder();
  await within(dataDir, (storage) => makeBoard(storage, 'bord'));
  const size = statSync(join(dataDir, 'samenbord.db')).size;
  const storage = await openStorage({ dataDir, maxBytes: size + 40_000 });
  const large = (seq: number) => row(seq, { update: new Uint8Array(10_000).fill(seq), history: [] });
  let kept = 0;
  while ((await code(storage.append([large(kept + 1)]))) === 'done') kept += 1;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(10);
  const together = await Promise.all([storage.append([large(kept + 1)]), storage.board('bord')].map(code));
  expect(together[0]).toBe('vol');
  expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(kept);
  expect(await storage.board('bord')).toMatchObject({ id: 'bord' });
  await storage.close();
  await within(dataDir, async (roomy) => {
    await roomy.append([large(kept + 1)]);
    expect((await roomy.loadDocument('bord', 'gedeeld')).updates.length).toBe(kept + 1);
  });
});

test('S16 data of a newer version are refused and left as they are', async () => {
  const dataDir = folder();
  await within(dataDir, (storage) => makeBoard(storage, 'bord'));
  meddle(dataDir, 'insert into schema_steps (number) values (999)');
  expect(await code(openStorage({ dataDir }))).toBe('te-nieuw');
  meddle(dataDir, 'delete from schema_steps where number = 999');
  expect(await within(dataDir, (storage) => storage.board('bord'))).toMatchObject({ id: 'bord' });
});

test('S17 keys lie outside the database for this user alone; another master key is refused, and without its key a board stays shut', async () => {
  const dataDir = folder();
  const masterKey = Buffer.alloc(32, 7).toString('base64');
  const storage = await openStorage({ dataDir, masterKey });
  await makeBoard(storage, 'bord');
  await makeBoard(storage, 'ander');
  await storage.append([row(1)]);
  await storage.close();
  const keys = files(join(dataDir, 'keys'));
  expect(keys.map((file) => file.split('/').at(-1) ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual([
    'board-ander.json',
    'board-bord.json',
    'master.check',
  ]);
  for (const file of keys) expect(statSync(file).mode & 0o077).toBe(0);
  expect(keys.some((file) => readFileSync(file).includes(Buffer.alloc(32, 7)))).toBe(false);
  expect(await code(openStorage({ dataDir, masterKey: Buffer.alloc(32, 8).toString('base64') }))).toBe('sleutel');
  expect(await code(openStorage({ dataDir, masterKey: 'kort' }))).toBe('sleutel');
  expect(await code(openStorage({ dataDir }))).toBe('sleutel');
  rmSync(join(dataDir, 'keys', 'board-bord.json'));
  const without = await openStorage({ dataDir, masterKey });
  expect(await code(without.loadDocument('bord', 'gedeeld'))).toBe('sleutel');
  expect(await code(without.append([row(2)]))).toBe('sleutel');
  expect(await code(makeBoard(without, 'bord'))).toBe('bestaat-al');
  expect((await without.boards()).map(({ id }) => id)).toEqual(['ander']);
  await without.close();
});

test('S17 without a master key in the settings one is made once, for this user alone', async () => {
  const dataDir = folder();
  await within(dataDir, (storage) => makeBoard(storage, 'bord'));
  const file = join(dataDir, 'keys', 'master.key');
  const first = readFileSync(file, 'utf8');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await within(dataDir, (storage) => storage.board('bord'))).toMatchObject({ id: 'bord' });
  expect(readFileSync(file, 'utf8')).toBe(first);
});
