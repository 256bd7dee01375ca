import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from './database.ts';
import { createScrubber } from './scrub.ts';
import type { ScrubTimes } from './scrub.ts';

const times = { smallBytes: 64 * 1024, quietMs: 60, longestMs: 60_000 };

/** A database of the given size with a mark in its slack, and a deletion that asked for a scrub. */
function erased(rows: number, options: Partial<ScrubTimes> = {}, clock = Date.now) {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-scrub-'));
  const database = openDatabase(folder, undefined);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'samenbord.db');
  const [log, mark] = [`${file}-wal`, 'MERKTEKEN in een rij'];
  database.exec('pragma secure_delete = off; create table rows (id integer primary key, value blob)');
  const add = database.prepare('insert into rows (value) values (?)');
  const write = (): void => void add.run(randomBytes(900));
  for (let row = 0; row < rows; row += 1) write();
  add.run(Buffer.from(mark));
  const scrubber = createScrubber(database, { ...times, ...options }, clock);
  database.exec(`begin; delete from rows where id = ${rows + 1}`);
  scrubber.ask();
  database.exec('commit');
  const holds = (): boolean => [file, log].some((path) => readFileSync(path).includes(mark));
  expect(holds()).toBe(true);
  return { database, scrubber, holds, write, size: () => statSync(file).size };
}

test('S27 a small database is scrubbed before anybody is told, a large one when nobody writes for a moment', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const small = erased(20);
  expect([small.scrubber.finish(), small.holds()]).toEqual([true, false]);
  const large = erased(400);
  for (let turn = 0; turn < 5; turn += 1) {
    large.write();
    expect([large.scrubber.finish(), large.holds()]).toEqual([true, true]);
    vi.advanceTimersByTime(times.quietMs - 1);
    expect(large.holds()).toBe(true);
  }
  vi.advanceTimersByTime(1);
  expect(large.holds()).toBe(false);
  expect(large.size()).toBeGreaterThan(times.smallBytes);
});

test('S27 on a large database that is never quiet the scrub comes when it has waited long enough, and at the end at once', () => {
  let time = 0;
  const busy = erased(400, { longestMs: 30, quietMs: 60_000 }, () => time);
  expect([busy.scrubber.finish(), busy.holds()]).toEqual([true, true]);
  time = 40;
  expect([busy.scrubber.finish(), busy.holds()]).toEqual([true, false]);
  const ending = erased(400, { quietMs: 60_000 });
  expect([ending.scrubber.finish(), ending.holds()]).toEqual([true, true]);
  expect([ending.scrubber.now(), ending.holds()]).toEqual([true, false]);
});

test('S27 a scrub that was asked before a death is due at the next start', () => {
  const { database, holds } = erased(400);
  const next = createScrubber(database, { ...times, quietMs: 60_000 });
  expect([next.now(), holds()]).toEqual([true, false]);
});
