import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '@samenbord/server/storage/open.ts';
import { createdAt, freshFolder, makeBoard, people } from '../support/room-server.ts';

function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

test('J91 who reads a trusted box is kept as a whole, sealed under every key, and goes with the board', async () => {
  const dataDir = folder();
  const storage = await openStorage({ dataDir });
  await makeBoard(storage, 'bord');
  const [owner, first, second] = [people.moeder.id, people.regie.id, people.jeugdige.id];
  const name = (at: string, ...professionals: string[]) =>
    storage.setTrusted({ board: 'bord', owner, professionals, at, door: owner, grond: 'EEN-GROND' });
  const readers = async (): Promise<string[]> =>
    (await storage.trusted('bord', owner)).map(({ professional, sinds }) => `${professional} ${sinds}`);
  const [een, twee, drie] = [createdAt, '2026-03-02T10:00:00.000Z', '2026-03-03T10:00:00.000Z'];
  await name(een, first);
  await name(twee, first, second);
  // Who stays keeps the moment of naming.
  expect(await readers()).toEqual([`${first} ${een}`, `${second} ${twee}`]);
  expect((await storage.participant('bord', second))?.vertrouwdVan).toEqual([owner]);
  await name(drie, second, second);
  expect(await readers()).toEqual([`${second} ${twee}`]);
  const named = (await storage.participants('bord')).filter(({ vertrouwdVan }) => vertrouwdVan !== undefined);
  expect(named.map(({ id, vertrouwdVan }) => [id, vertrouwdVan])).toEqual([[second, [owner]]]);
  // Taken back and named again within one tick of the clock is being named.
  await name(drie);
  await name(drie, second);
  await name(drie);
  await name(drie, second);
  expect(await readers()).toEqual([`${second} ${drie}`]);
  await storage.rotateKey('bord');
  while (await storage.reseal(1)) await storage.ping();
  expect(await storage.dropOldKeys('bord')).toBe(true);
  expect(await storage.trusted('bord', owner)).toEqual([
    { professional: second, sinds: drie, door: owner, grond: 'EEN-GROND' },
  ]);
  await storage.noteWork('bord', 'werk');
  await storage.noteWork('bord', 'werk');
  expect(await storage.boardsWithout('werk')).toEqual([]);
  expect(await storage.boardsWithout('ander werk')).toEqual(['bord']);
  await storage.deleteBoard('bord');
  expect(await storage.trusted('bord', owner)).toEqual([]);
  await storage.close();
});

test('J92 boards of before have their team and their trusted boxes, and whose work the case is reads the team', async () => {
  const dataDir = folder();
  cpSync(join(import.meta.dirname, 'fixtures', 'data-schema-2'), dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  database.prepare('update participants set opent = ? where id <> ?').run('["gedeeld","eigen"]', people.scherm.id);
  database.close();
  const storage = await openStorage({ dataDir });
  onTestFinished(() => storage.close());
  const opens = new Map((await storage.participants('bord')).map(({ id, opent }) => [id, opent]));
  expect(opens.get(people.regie.id)).toEqual(['gedeeld', 'eigen', 'team']);
  expect(opens.get(people.moeder.id)).toEqual(['gedeeld', 'eigen']);
  expect(opens.get(people.scherm.id)).toEqual(['gedeeld']);
  const zones = (await storage.zones('bord')).map(({ zone }) => zone);
  expect(zones).toEqual(
    expect.arrayContaining(['team', `vertrouwd:${people.moeder.id}`, `vertrouwd:${people.jeugdige.id}`]),
  );
  expect(zones).not.toContain(`vertrouwd:${people.regie.id}`);
  expect(await storage.boardsWithout('veiligheid-in-team')).toContain('bord');
});
