import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { Storage } from '@samenbord/server/storage/storage.ts';
import { createdAt, freshFolder, makeBoard, people } from '../support/room-server.ts';
import { row } from './storage-rows.ts';

function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

test('S20 after an erase the deleted bytes are in no file of the database, whatever lay around them', async () => {
  const dataDir = folder();
  const about = (index: number) => [
    {
      by: people.regie.id,
      at: createdAt,
      thing: index % 3 === 0 ? 'kaart-1' : 'kaart-2',
      field: 'tekst',
      value: 'x'.repeat(index),
    },
  ];
  const rows = Array.from({ length: 300 }, (_, index) =>
    row(index + 1, { update: new Uint8Array((index * 37) % 9000).fill(index), history: about(index) }),
  );
  await within(dataDir, async (storage) => {
    await makeBoard(storage, 'bord');
    // In small pieces, so that rows move between pages while the tables grow.
    for (const one of rows) await storage.append([one]);
    await storage.saveSnapshot('bord', 'gedeeld', 1, 300, new Uint8Array(50_000).fill(5));
  });
  const before = sealedBytes(dataDir);
  expect(present(dataDir, before)).toBe(before.length);
  const storage = await openStorage({ dataDir });
  await storage.startEpoch({
    board: 'bord',
    zone: 'gedeeld',
    from: { epoch: 1, seq: 300 },
    update: new Uint8Array([1]),
    clients: [],
    erased: 'kaart-1',
  });
  // Looked for while it is open: the log beside the database counts too. The first 256 rows were packed together, and a pack that told of what is
  // erased is sealed anew; of the 44 rows behind it the 30 that are about something else stay as they were.
  expect(present(dataDir, before)).toBe(30);
  const left = await storage.history('bord', 'gedeeld');
  expect([left.length, left.some(({ thing }) => thing === 'kaart-1')]).toEqual([200, false]);
  await storage.close();
  expect(present(dataDir, before)).toBe(30);
});

test('S20 an erase that was cut short after its commit is finished at the next start', async () => {
  const dataDir = folder();
  await within(dataDir, async (storage) => {
    await makeBoard(storage, 'bord');
    await storage.append(
      Array.from({ length: 40 }, (_, index) => row(index + 1, { update: new Uint8Array(3000).fill(index) })),
    );
  });
  const before = sealedBytes(dataDir);
  meddle(
    dataDir,
    'pragma secure_delete = off; delete from documents; update zones set last = 0; pragma user_version = 1',
  );
  expect(present(dataDir, before)).toBeGreaterThan(60);
  const storage = await openStorage({ dataDir });
  expect(present(dataDir, before)).toBe(40);
  await storage.close();
});

/** Opens, does something, closes. */
async function within(dataDir: string, work: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await openStorage({ dataDir });
  try {
    await work(storage);
  } finally {
    await storage.close();
  }
}

/** Changes the closed database behind the back of the storage. */
function meddle(dataDir: string, sql: string): void {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  database.exec(sql);
  database.close();
}

const mine = "board = 'bord' and zone = 'gedeeld'";

/** The beginning of every sealed row of the document, its snapshots and its history: random bytes that stand nowhere else. */
function sealedBytes(dataDir: string): Buffer[] {
  const database = new DatabaseSync(join(dataDir, 'samenbord.db'));
  const rows = ['documents', 'history', 'snapshots'].flatMap((table) =>
    database.prepare(`select sealed from ${table} where ${mine}`).all(),
  );
  database.close();
  return rows.map(({ sealed }) => Buffer.from(sealed as Uint8Array).subarray(0, 24));
}

const present = (dataDir: string, marks: readonly Buffer[]): number => {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
  return marks.filter((mark) => all.includes(mark)).length;
};
