import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { runKeys } from '@samenbord/server/storage/keys/command.ts';
import { openKeyDisk } from '@samenbord/server/storage/keys/disk.ts';
import { localMaster } from '@samenbord/server/storage/keys/master.ts';
import { openKeys } from '@samenbord/server/storage/keys/open-keys.ts';
import { rotateMaster } from '@samenbord/server/storage/keys/rotate-master.ts';
import { transitMaster } from '@samenbord/server/storage/keys/transit.ts';
import { sealedKinds } from '@samenbord/server/storage/operations/keys.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { OpenOptions } from '@samenbord/server/storage/open.ts';
import { createdAt, makeBoard } from '../support/room-server.ts';
import { filesIn, folder, keyBytes, keyIds, meddle, position, transit, version, within } from './storage-keys-tools.ts';
import { code, row } from './storage-rows.ts';

test('S21 a key service wraps the keys: they lie nowhere else, go with their board only, and nothing but keys goes there', async () => {
  const dataDir = folder();
  const service = await transit();
  const options = { dataDir, kms: service.settings };
  await within(options, async (storage) => {
    await makeBoard(storage, 'bord');
    await makeBoard(storage, 'ander');
    await storage.append([row(1, { update: Buffer.from('MERKTEKEN') })]);
    await storage.addVersion(version('bord', 'v1'));
  });
  const asked = service.asked.length;
  await within(options, async (storage) => {
    expect(Buffer.from((await storage.loadDocument('bord', 'gedeeld')).updates[0] ?? []).toString()).toBe('MERKTEKEN');
    expect((await storage.version('bord', 'v1'))?.content).toBe('INHOUD');
  });
  // All keys of all boards in one request, and one for the word that tells the master.
  expect(service.asked.slice(asked)).toEqual(Array(2).fill('POST /v1/transit/decrypt/samenbord'));
  expect(service.received).not.toMatch(/MERKTEKEN|INHOUD|Naam van/);
  expect(readdirSync(join(dataDir, 'keys')).toSorted()).toEqual([
    'board-ander.json',
    'board-bord.json',
    'master.check',
  ]);
  for (const name of readdirSync(join(dataDir, 'keys')))
    expect(statSync(join(dataDir, 'keys', name)).mode & 0o077).toBe(0);
  const ander = readFileSync(join(dataDir, 'keys', 'board-ander.json'));
  writeFileSync(join(dataDir, 'keys', 'board-bord.json'), ander);
  await within(options, async (storage) => {
    expect(await code(storage.loadDocument('bord', 'gedeeld'))).toBe('sleutel');
    expect((await storage.boards()).map(({ id }) => id)).toEqual(['ander']);
  });
});

test('S22 a key service that is wrong or away is named at the start; later it stops no work, and nothing is kept without a key', async () => {
  const dataDir = folder();
  const service = await transit();
  const options = { dataDir, kms: service.settings };
  await within(options, async (storage) => {
    await makeBoard(storage, 'bord');
    for (const [index, mode] of (['sealed', 'denied', 'silent'] as const).entries()) {
      service.mode = mode;
      expect(await code(makeBoard(storage, 'nieuw'))).toBe('sleuteldienst');
      expect(await code(storage.addVersion(version('bord', 'v1')))).toBe('sleuteldienst');
      expect(await code(storage.rotateKey('bord'))).toBe('sleuteldienst');
      expect([await storage.board('nieuw'), await storage.version('bord', 'v1')]).toEqual([undefined, undefined]);
      await storage.append([row(index + 1)]);
    }
    expect((await storage.loadDocument('bord', 'gedeeld')).rows).toBe(3);
  });
  for (const mode of ['sealed', 'denied', 'silent'] as const) {
    service.mode = mode;
    expect(await code(openStorage(options))).toBe('sleuteldienst');
  }
  service.mode = 'open';
  for (const wrong of [{ token: 'anders' }, { key: 'andere' }, { namespace: 'elders' }, { mount: 'weg' }])
    expect(await code(openStorage({ dataDir, kms: { ...service.settings, ...wrong } }))).toBe('sleuteldienst');
  const other = await transit();
  expect(await code(openStorage({ dataDir, kms: other.settings }))).toBe('sleutel');
  expect(await code(openStorage({ dataDir, masterKey: keyBytes(1) }))).toBe('sleutel');
  expect(await code(openStorage({ dataDir }))).toBe('sleutel');
  await service.stop();
  expect(await code(openStorage(options))).toBe('sleuteldienst');
});

test('S23 a change of master that is cut off at any step leaves everything to open with one of the two, and is finished by doing it again', async () => {
  const dataDir = folder();
  const keys = join(dataDir, 'keys');
  const [a, b] = [keyBytes(1), keyBytes(2)];
  await within({ dataDir, masterKey: a }, async (storage) => {
    for (const id of ['een', 'twee', 'drie']) await makeBoard(storage, id);
    await storage.addVersion(version('twee', 'v1'));
    await storage.deleteBoard('drie');
  });
  const original = folder();
  cpSync(keys, original, { recursive: true });
  const opens = async (masterKey: string): Promise<boolean> => {
    try {
      const store = await openKeys(openKeyDisk(keys), { masterKey });
      for (const board of ['een', 'twee']) store.key(board, store.current(board));
      store.key('twee', 'v-v1');
      return true;
    } catch {
      return false;
    }
  };
  let cut = 0;
  for (let done = false; !done; cut += 1) {
    rmSync(keys, { recursive: true });
    cpSync(original, keys, { recursive: true });
    let steps = 0;
    const disk = openKeyDisk(keys, () => {
      if (steps++ === cut) throw new Error('cut');
    });
    done = await rotateMaster(disk, localMaster(a), localMaster(b)).then(
      () => true,
      () => false,
    );
    const opened = [await opens(a), await opens(b)];
    expect(opened.filter(Boolean), `after ${cut} steps`).toHaveLength(1);
    expect(await rotateMaster(openKeyDisk(keys), localMaster(a), localMaster(b))).toBe(3);
    expect([await opens(a), await opens(b)]).toEqual([false, true]);
    // Nothing of what the old master wrapped is left.
    expect(filesIn(keys)).not.toContain(localMaster(a).id);
  }
  expect(cut).toBeGreaterThan(12);
});

test('S23 the command changes the master: in a file, in a setting, at a service and to a service', async () => {
  const dataDir = folder();
  const service = await transit();
  const { url, token = '', namespace = '' } = service.settings;
  const DATA_DIR = dataDir;
  const kms = { KMS_URL: url, KMS_TOKEN: token, KMS_NAMESPACE: namespace };
  const nextKms = { NEXT_KMS_URL: url, NEXT_KMS_TOKEN: token, NEXT_KMS_NAMESPACE: namespace };
  const running = await openStorage({ dataDir });
  await makeBoard(running, 'bord');
  await running.append([row(1)]);
  expect(await runKeys(['rotate-master'], { DATA_DIR })).toMatchObject({ code: 1, text: /draait nog/ });
  await running.close();
  const first = readFileSync(join(dataDir, 'keys', 'master.key'), 'utf8');
  const rows = (options: Omit<OpenOptions, 'dataDir'>) =>
    within({ dataDir, ...options }, async (storage) => (await storage.loadDocument('bord', 'gedeeld')).rows);
  expect(await runKeys(['rotate-master'], { DATA_DIR })).toMatchObject({ code: 0 });
  expect(readFileSync(join(dataDir, 'keys', 'master.key'), 'utf8')).not.toBe(first);
  expect(await rows({})).toBe(1);
  expect(await code(openStorage({ dataDir, masterKey: first }))).toBe('sleutel');
  expect(await runKeys(['rotate-master'], { DATA_DIR, NEXT_MASTER_KEY: keyBytes(5) })).toMatchObject({ code: 0 });
  expect(await rows({ masterKey: keyBytes(5) })).toBe(1);
  const toService = { DATA_DIR, MASTER_KEY: keyBytes(5), ...nextKms };
  service.mode = 'sealed';
  expect(await runKeys(['rotate-master'], toService)).toMatchObject({ code: 1, text: /sleuteldienst/ });
  expect(await rows({ masterKey: keyBytes(5) })).toBe(1);
  service.mode = 'open';
  expect(await runKeys(['rotate-master'], toService)).toMatchObject({ code: 0 });
  expect(await code(openStorage({ dataDir, masterKey: keyBytes(5) }))).toBe('sleutel');
  service.rotate();
  expect(await runKeys(['rotate-master'], { DATA_DIR, ...kms })).toMatchObject({ code: 0 });
  service.forgetOld();
  expect(await rows({ kms: service.settings })).toBe(1);
  expect(await runKeys(['rotate-master'], { DATA_DIR, MASTER_KEY: keyBytes(5) })).toMatchObject({ code: 1 });
  expect(await runKeys(['wat'], { DATA_DIR })).toMatchObject({ code: 1, text: /Gebruik/ });
});

test('S24 a new key of a board seals from now on; the rest goes over in small steps while the board is used; then the old one can go', async () => {
  const dataDir = folder();
  await within({ dataDir }, async (storage) => {
    await makeBoard(storage, 'bord');
    await makeBoard(storage, 'ander');
    await storage.append(Array.from({ length: 100 }, (_, index) => row(index + 1)));
    await storage.saveSnapshot('bord', 'gedeeld', 1, 100, new Uint8Array([9]));
    await storage.addVersion(version('bord', 'v1'));
    await storage.setPosition({ ...position, board: 'bord', versie: 'v1' });
    const waiting = {
      id: 'w',
      board: 'bord',
      naam: 'Iemand',
      sessionHash: 'h',
      since: createdAt,
      state: 'wacht',
    } as const;
    await storage.addWaiting(waiting);
    await storage.rotateKey('bord');
    // The loop of the storage and this one do it together, with edits between them.
    for (let seq = 101; seq <= 130; seq += 1) {
      await storage.append([row(seq)]);
      await storage.reseal(7);
    }
    while (await storage.reseal(7));
    expect(await storage.dropOldKeys('bord')).toBe(true);
  });
  expect(keyIds(dataDir, 'bord')).toEqual(['k2', 'v-v1']);
  await within({ dataDir }, async (storage) => {
    expect(await storage.board('bord')).toMatchObject({ titel: 'Bord bord' });
    expect((await storage.participants('bord')).map(({ naam }) => naam)).toContain('Naam van pregie');
    expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(130);
    expect(await storage.history('bord', 'gedeeld')).toHaveLength(130);
    expect((await storage.version('bord', 'v1'))?.content).toBe('INHOUD');
    expect((await storage.positions('bord', 'v1'))[0]).toMatchObject({ tekst: 'GEZEGD' });
    expect((await storage.waiting('bord'))[0]).toMatchObject({ naam: 'Iemand' });
  });
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  const sealed = database
    .prepare(
      "select m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name = 'key_id'",
    )
    .all()
    .map(({ name }) => String(name));
  database.close();
  expect(sealed.filter((name) => name !== 'doomed_keys').toSorted()).toEqual(
    sealedKinds.map(({ table }) => table).toSorted(),
  );
});

test('S24 a row that does not open keeps its old key, and the key stays', async () => {
  const dataDir = folder();
  await within({ dataDir }, async (storage) => {
    await makeBoard(storage, 'bord');
    await storage.append([row(1), row(2)]);
  });
  meddle(dataDir, 'update documents set sealed = zeroblob(60) where seq = 1');
  expect(await runKeys(['rotate-board', 'bord'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
  expect(await runKeys(['rotate-board', 'weg'], { DATA_DIR: dataDir })).toMatchObject({ code: 1 });
  await within({ dataDir }, async (storage) => {
    while (await storage.reseal(50));
    expect(await storage.dropOldKeys('bord')).toBe(false);
  });
  expect(await runKeys(['drop-old', 'bord'], { DATA_DIR: dataDir })).toMatchObject({ code: 1, text: /Nog niet alles/ });
  expect(keyIds(dataDir, 'bord')).toEqual(['k1', 'k2']);
});

test('S21 a key is wrapped for its own board and name, by our own master and by a service', async () => {
  const service = await transit();
  for (const master of [localMaster(keyBytes(3)), transitMaster(service.settings)]) {
    const wrapped = await master.wrap(Buffer.alloc(32, 9), 'hier');
    const opened = await master.unwrap([
      { wrapped, context: 'hier' },
      { wrapped, context: 'daar' },
      { wrapped: `${wrapped.slice(0, -6)}AAAA==`, context: 'hier' },
    ]);
    expect(opened.map((key) => key?.[0])).toEqual([9, undefined, undefined]);
  }
});
