import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeyDisk } from '@samenbord/server/storage/keys/disk.ts';
import { openKeys } from '@samenbord/server/storage/keys/open-keys.ts';
import { createdAt, makeBoard } from '../support/room-server.ts';
import { filesIn, folder, keyTexts, position, rowsOf, version, within } from './storage-keys-tools.ts';
import { code, row } from './storage-rows.ts';

test('S25 a deleted board is gone from the files, and a copy of before opens with no key that is left', async () => {
  const dataDir = folder();
  const copy = folder();
  await within({ dataDir }, async (storage) => {
    for (const id of ['bord', 'ander']) await makeBoard(storage, id);
    await storage.append([row(1), row(1, { board: 'ander' })]);
    await storage.addVersion(version('bord', 'v1'));
    await storage.setPosition({ ...position, board: 'bord', versie: 'v1' });
    await storage.addAudit({ board: 'bord', at: createdAt, action: 'bord-gewist' });
  });
  cpSync(join(dataDir, 'samenbord.db'), join(copy, 'samenbord.db'));
  const wrapped = keyTexts(dataDir, 'bord');
  await within({ dataDir }, async (storage) => {
    await storage.deleteBoard('bord');
    expect(await storage.board('bord')).toBeUndefined();
    expect(await code(storage.loadDocument('bord', 'gedeeld'))).toBe('onbekend');
    expect(await code(makeBoard(storage, 'bord'))).toBe('bestaat-al');
    expect((await storage.audit('bord')).map(({ action }) => action)).toEqual(['bord-gewist']);
  });
  expect(wrapped.length).toBe(2);
  for (const text of wrapped) expect(filesIn(dataDir)).not.toContain(text);
  expect(rowsOf(dataDir, 'bord')).toEqual(['audit']);
  // The copy of before, with the keys of today.
  cpSync(join(dataDir, 'keys'), join(copy, 'keys'), { recursive: true });
  expect(rowsOf(copy, 'bord').length).toBeGreaterThan(7);
  const unmarked = folder();
  cpSync(copy, unmarked, { recursive: true });
  rmSync(join(unmarked, 'keys', 'board-bord.json'));
  await within({ dataDir: unmarked }, async (storage) => {
    for (const call of [
      storage.board('bord'),
      storage.loadDocument('bord', 'gedeeld'),
      storage.history('bord', 'gedeeld'),
    ])
      expect(await code(call)).toBe('sleutel');
    expect((await storage.boards()).map(({ id }) => id)).toEqual(['ander']);
    expect((await storage.loadDocument('ander', 'gedeeld')).rows).toBe(1);
  });
  // A key store that remembers the deletion takes the rows away as well.
  await within({ dataDir: copy }, async (storage) => {
    expect(await storage.board('bord')).toBeUndefined();
    expect((await storage.loadDocument('ander', 'gedeeld')).rows).toBe(1);
  });
  expect(rowsOf(copy, 'bord')).toEqual(['audit']);
});

test('S25 a deletion that was cut off after its keys were destroyed is finished at the next start', async () => {
  const dataDir = folder();
  await within({ dataDir }, (storage) => makeBoard(storage, 'bord'));
  const store = await openKeys(openKeyDisk(join(dataDir, 'keys')), {});
  store.destroyBoard('bord');
  expect(() => store.current('bord')).toThrow('sleutel');
  await within({ dataDir }, async (storage) => expect(await storage.board('bord')).toBeUndefined());
  expect(rowsOf(dataDir, 'bord')).toEqual([]);
});
