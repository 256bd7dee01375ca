import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { StorageTrouble } from '@samenbord/server/storage/open.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { Storage } from '@samenbord/server/storage/storage.ts';
import { freshFolder, makeBoard } from '../support/room-server.ts';
import { code, row } from './storage-rows.ts';

/** Each run opens a database anew; more of them with `FLIP_RUNS`. */
const runs = Number(process.env['FLIP_RUNS'] ?? 10);
const last = 8;
const snapshotAt = 5;
const merged = new Uint8Array([99, 1, 1]);
/** What the document says after `seq` rows, as a list of updates; a merged state stands for the rows before it. */
const said = (updates: readonly Uint8Array[]): string[] => updates.map((update) => Buffer.from(update).toString('hex'));
const rowsTo = (seq: number): string[] => said(Array.from({ length: seq }, (_, index) => row(index + 1).update));
const expected = (seq: number): string[][] => [
  rowsTo(seq),
  ...(seq >= snapshotAt ? [[...said([merged]), ...rowsTo(seq).slice(snapshotAt)]] : []),
];
const isOneOf = (found: readonly string[], options: readonly string[][]): boolean =>
  options.some((option) => JSON.stringify(option) === JSON.stringify(found));

function folder(): string {
  const dataDir = freshFolder();
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function within<T>(dataDir: string, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage({ dataDir });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** A closed database with one document of eight rows and a merged state of the first five, and a second document. */
async function filled(dataDir: string): Promise<void> {
  await within(dataDir, async (storage) => {
    await makeBoard(storage, 'bord');
    for (let seq = 1; seq <= last; seq++) await storage.append([row(seq)]);
    await storage.saveSnapshot('bord', 'gedeeld', 1, snapshotAt, merged);
    await storage.append([row(1, { zone: 'tafel', history: [] })]);
  });
}

function copyOf(from: string): string {
  const to = folder();
  mkdirSync(join(to, 'keys'), { mode: 0o700 });
  for (const name of ['samenbord.db', ...readdirSync(join(from, 'keys')).map((key) => join('keys', key))]) {
    copyFileSync(join(from, name), join(to, name));
  }
  return to;
}

/** What reading the document gives: whole, the last good state, or a refusal by name. Throws when it is anything else. */
async function outcome(storage: Storage): Promise<'same' | 'last-good' | 'refused'> {
  try {
    const { updates, lastSeq } = await storage.loadDocument('bord', 'gedeeld');
    expect([lastSeq, isOneOf(said(updates), expected(last))]).toEqual([last, true]);
    return 'same';
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
  try {
    const { updates, lastSeq, later } = await storage.lastGood('bord', 'gedeeld');
    expect([lastSeq > 0, isOneOf(said(updates), expected(lastSeq))]).toEqual([true, true]);
    for (const { seq, update } of later) expect(Buffer.compare(update, row(seq).update)).toBe(0);
    return 'last-good';
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return 'refused';
  }
}

test('S40 a flipped bit in any stored row or merged state gives the same content or the last good state, never other content and never none', async () => {
  const dataDir = folder();
  await filled(dataDir);
  const file = join(dataDir, 'samenbord.db');
  const flip = (table: string, seq: number, at: number, bit: number): void => {
    const database = new DatabaseSync(file);
    const key = `board = 'bord' and zone = 'gedeeld' and seq = ${seq}`;
    const blob = database.prepare(`select sealed from ${table} where ${key}`).get()?.['sealed'] as Uint8Array;
    const index = at % blob.length;
    blob[index] = (blob[index] ?? 0) ^ (1 << bit);
    database.prepare(`update ${table} set sealed = ? where ${key}`).run(blob);
    database.close();
  };
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          row: fc.integer({ min: 0, max: last }),
          at: fc.nat({ max: 200 }),
          bit: fc.integer({ min: 0, max: 7 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      async (flips) => {
        for (const { row: seq, at, bit } of flips) {
          flip(seq === 0 ? 'snapshots' : 'documents', seq === 0 ? snapshotAt : seq, at, bit);
        }
        const found = await within(dataDir, outcome);
        seen.add(found);
        for (const { row: seq, at, bit } of flips) {
          flip(seq === 0 ? 'snapshots' : 'documents', seq === 0 ? snapshotAt : seq, at, bit);
        }
        // Two flips can take the merged state and the first row; one never takes everything.
        expect([flips.length > 1, found !== 'refused']).toContain(true);
      },
    ),
    { numRuns: runs },
  );
  expect(seen.size).toBeGreaterThan(0);
  expect(await within(dataDir, outcome)).toBe('same');
});

test('S41 whatever bit of the database file flips: the same, the last good state or a refusal, and the second document too is never another', async () => {
  const whole = folder();
  await filled(whole);
  const bytes = readFileSync(join(whole, 'samenbord.db'));
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const dataDir = copyOf(whole);
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      writeFileSync(join(dataDir, 'samenbord.db'), flipped);
      const storage = await openStorage({ dataDir }).catch((error: unknown) => {
        if (error instanceof StorageError) return undefined;
        throw error;
      });
      if (storage === undefined) return;
      try {
        await outcome(storage);
        const table = await storage.loadDocument('bord', 'tafel').catch(() => undefined);
        expect(said(table?.updates ?? [row(1).update])).toEqual(rowsTo(1));
      } finally {
        await storage.close();
      }
    }),
    { numRuns: runs },
  );
});

test('S42 a damaged page makes the database read only: it is told, reading goes on, no write is taken and the file stays as it was', async () => {
  const dataDir = folder();
  await filled(dataDir);
  await within(dataDir, async (storage) => {
    for (let seq = 2; seq <= 120; seq++) {
      await storage.append([row(seq, { zone: 'tafel', history: [], update: new Uint8Array(3000).fill(seq) })]);
    }
  });
  const file = join(dataDir, 'samenbord.db');
  const bytes = readFileSync(file);
  // The last page in use that holds rows of the second document: its header says what it is, and now says something else.
  const pages = Math.floor(bytes.length / 4096);
  const page = Array.from({ length: pages }, (_, index) => pages - 1 - index).find((one) => bytes[one * 4096] === 13);
  bytes[(page ?? 0) * 4096] = 77;
  writeFileSync(file, bytes);
  const troubles: StorageTrouble[] = [];
  const storage = await openStorage({ dataDir, onTrouble: (trouble) => void troubles.push(trouble) });
  try {
    expect(troubles).toEqual(['beschadigd']);
    expect(await storage.loadDocument('bord', 'gedeeld')).toMatchObject({ lastSeq: last, readOnly: true });
    expect(await code(storage.append([row(last + 1)]))).toBe('beschadigd');
    expect(await code(storage.setFacts('bord', { regie: [], kaders: [] }))).toBe('beschadigd');
    const { lastSeq, readOnly } = await storage.loadDocument('bord', 'gedeeld');
    expect([lastSeq, readOnly]).toEqual([last, true]);
  } finally {
    await storage.close();
  }
  expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
});

/** A data folder as it is on disk while the server runs: the database, and the log with every commit in it. */
async function caughtInFlight(): Promise<{ dataDir: string; wal: Buffer; marks: { size: number; seq: number }[] }> {
  const from = folder();
  const storage = await openStorage({ dataDir: from });
  await makeBoard(storage, 'bord');
  const wal = join(from, 'samenbord.db-wal');
  const marks: { size: number; seq: number }[] = [];
  for (let seq = 1; seq <= 12; seq++) {
    await storage.append([row(seq)]);
    // Answered, so synced: from this size of the log on, this row must be there whatever happens.
    marks.push({ size: statSync(wal).size, seq });
  }
  const dataDir = copyOf(from);
  const bytes = readFileSync(wal);
  await storage.close();
  return { dataDir, wal: bytes, marks };
}

test('S43 after a power cut at any byte of the log everything is there that was answered before it', async () => {
  const { dataDir, wal, marks } = await caughtInFlight();
  expect(new Set(marks.map(({ size }) => size)).size).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: marks[0]?.size ?? 0, max: wal.length }), fc.boolean(), async (cut, torn) => {
      const copy = copyOf(dataDir);
      const left = Buffer.from(wal.subarray(0, cut));
      // Besides cut short: the last sector that was under way holds what was there before.
      if (torn && cut % 4120 > 600) left.fill(0, cut - (cut % 512));
      writeFileSync(join(copy, 'samenbord.db-wal'), left);
      const safe = torn ? cut - (cut % 512) : cut;
      const must = marks.findLast(({ size }) => size <= safe)?.seq ?? 0;
      await within(copy, async (storage) => {
        const { lastSeq, updates, readOnly } = await storage.loadDocument('bord', 'gedeeld');
        expect(lastSeq).toBeGreaterThanOrEqual(must);
        expect([said(updates), readOnly]).toEqual([rowsTo(lastSeq), undefined]);
        await storage.append([row(lastSeq + 1)]);
      });
    }),
    { numRuns: runs },
  );
});

test('S44 a log with a flipped bit before its last commit is not taken for a power cut: set aside, read only, nothing written over', async () => {
  const { dataDir, wal, marks } = await caughtInFlight();
  const end = marks.at(-3)?.size ?? 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: end - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const copy = copyOf(dataDir);
      const flipped = Buffer.from(wal);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      writeFileSync(join(copy, 'samenbord.db-wal'), flipped);
      const opened = await openStorage({ dataDir: copy }).catch((error: unknown) => error);
      const aside = join(copy, 'damaged');
      expect(existsSync(aside)).toBe(true);
      const kept = join(aside, readdirSync(aside)[0] ?? '', 'samenbord.db-wal');
      expect(Buffer.compare(readFileSync(kept), flipped)).toBe(0);
      // Nothing of the first commits is left without the log; then there is nothing to read, and that is said.
      if (opened instanceof Error) return;
      const storage = opened as Storage;
      expect(await code(storage.append([row(1)]))).not.toBe('done');
      const found = await storage.loadDocument('bord', 'gedeeld').catch(() => undefined);
      expect(
        found === undefined || (found.readOnly === true && isOneOf(said(found.updates), [rowsTo(found.lastSeq)])),
      ).toBe(true);
      await storage.close();
    }),
    { numRuns: runs },
  );
});
