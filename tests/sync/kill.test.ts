import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { card, freshFolder, pause, until } from '../support/room-server.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';
import { cardsOn, seatOf } from './kill-seats.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 10);

/** One life of the server: somebody writes as fast as they can, somebody else looks, and at some moment the power is cut. */
async function live(server: RunningServer, round: number, after: number): Promise<{ saved: string[]; seen: string[] }> {
  const writer = await seatOf(server, 'casusregisseur');
  const watcher = await seatOf(server, 'GI');
  await until('synced', () => writer.provider.synced && watcher.provider.synced && writer.saved === 1, 20_000);
  const written: string[] = [];
  const timer = setInterval(() => {
    const id = `kaart-${round}-${written.length}`;
    written.push(id);
    writer.act(card(id, writer.als, `tekst van ${id}`));
  }, 4);
  await until('the first is saved', () => writer.saved >= 3, 20_000);
  await pause(after);
  clearInterval(timer);
  // The kill itself is in the middle of what was just written.
  for (let extra = 0; extra < 20; extra++) {
    const id = `kaart-${round}-${written.length}`;
    written.push(id);
    writer.act(card(id, writer.als, `tekst van ${id}`));
  }
  await server.kill();
  await pause(50);
  const saved = written.filter((_id, index) => writer.saved >= 1 + 2 * (index + 1));
  const seen = written.filter((id) => cardsOn(watcher.doc).has(id));
  writer.leave();
  watcher.leave();
  return { saved, seen };
}

/** A board takes so many cards: then the next one is written on. */
const roundsOnOneBoard = 40;

/** So many deaths of a server on the same data; after each of them everything is looked for that anybody ever saw or that was saved. Gives how much that was. */
async function die(first: number, times: number): Promise<number> {
  const dataDir = freshFolder();
  const kept = new Set<string>();
  let server = await startServer({ dataDir, demo: true });
  try {
    for (let round = first; round < first + times; round++) {
      const { saved, seen } = await live(server, round, 20 + ((round * 97) % 400));
      expect(saved.length).toBeGreaterThan(0);
      expect(seen.length).toBeGreaterThan(0);
      for (const id of [...saved, ...seen]) kept.add(id);
      server = await startServer({ dataDir, demo: true });
      const reader = await seatOf(server, 'ouder');
      await until('read again', () => reader.provider.synced, 20_000);
      const there = cardsOn(reader.doc);
      expect([...kept].filter((id) => !there.has(id))).toEqual([]);
      expect(reader.doc.store.pendingStructs).toBeNull();
      reader.leave();
    }
    return kept.size;
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

test(
  'R31 after kill -9 in the middle of edits, all that anyone else saw or that was shown as saved is there',
  { timeout: 30_000 + rounds * 60_000 },
  async () => {
    let sum = 0;
    for (let first = 0; first < rounds; first += roundsOnOneBoard) {
      const times = Math.min(roundsOnOneBoard, rounds - first);
      sum += await die(first, times);
      console.log(`killed ${first + times} times, ${sum} cards that had to be there`);
    }
    expect(sum).toBeGreaterThan(rounds);
  },
);
