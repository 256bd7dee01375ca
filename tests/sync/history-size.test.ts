import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { DocumentRow } from '@samenbord/server/storage/storage.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import { freshFolder, makeBoard, people } from '../support/room-server.ts';

const { regie } = people;
const sentence = 'Het gaat thuis vaak mis als de avond lang duurt en niemand meer luistert. '.repeat(3);

/** One commit for each letter of a few cards, and a move between them. */
function letters(count: number): DocumentRow[] {
  return Array.from({ length: count }, (_, index) => {
    const seq = index + 1;
    const at = new Date(Date.UTC(2026, 0, 5, 9) + index * 250).toISOString();
    const value = sentence.slice(0, (index % sentence.length) + 1);
    const thing = `kaart-${Math.floor(index / sentence.length)}`;
    const entry =
      index % 100 === 99
        ? { thing: `genogram:${thing}`, field: 'places', value: { x: index, y: 0 } }
        : { thing, field: 'tekst', value };
    const history = [{ by: regie.id, at, ...entry }];
    return {
      board: 'bord',
      zone: 'gedeeld',
      epoch: 1,
      seq,
      update: Uint8Array.of(0, 0),
      by: regie.id,
      client: 7,
      history,
    };
  });
}

test('D45 hours of typing make a small history, which is read back letter by letter, and from which a thing can be erased', async () => {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const first = await openStorage({ dataDir });
  await makeBoard(first, 'bord');
  const rows = letters(1300);
  await first.append(rows.slice(0, 700));
  for (const row of rows.slice(700)) await first.append([row]);
  const said = rows.flatMap(({ epoch, seq, history }) => history.map((entry) => ({ epoch, seq, ...entry })));
  expect(await first.history('bord', 'gedeeld')).toEqual(said);
  await first.close();
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'), { readOnly: true });
  const kept = database
    .prepare('select count(*) as rows, sum(length(sealed)) as bytes from history where seq <= 1024')
    .get();
  database.close();
  const storage = await openStorage({ dataDir });
  onTestFinished(() => storage.close());
  expect(kept?.['rows']).toBe(4);
  expect(Number(kept?.['bytes'])).toBeLessThan(1024 * 40);
  const from = { epoch: 1, seq: 1300 };
  await storage.startEpoch({
    board: 'bord',
    zone: 'gedeeld',
    from,
    update: Uint8Array.of(0, 0),
    clients: [],
    erased: 'kaart-1',
  });
  const about = (thing: string): boolean => thing === 'kaart-1' || thing === 'genogram:kaart-1';
  const left = said.filter(({ thing }) => !about(thing));
  expect(left.length).toBeLessThan(said.length);
  expect(await storage.history('bord', 'gedeeld')).toEqual(left);
});
