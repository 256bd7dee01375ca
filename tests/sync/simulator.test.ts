import { simulate } from '../support/simulator/simulate.ts';
import type { Report } from '../support/simulator/simulate.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { rebuild } from '@samenbord/shared/document/rebuild.ts';
import { createDisk } from '@samenbord/server/rooms/disk.ts';
import { plants } from '../support/simulator/plants.ts';
import type { Planted, PlantName } from '../support/simulator/plants.ts';

/** The long run is `npm run simulate -- --seeds 20000`; a seed that fails is played again by `npm run simulate -- --from <seed> --seeds 1`. */
const seeds = 60;
const ops = 80;
/** Seeds that failed once, in worlds of one process and one epoch. */
const pinnedPlain = {
  'half a card that stayed hidden, words put into words, a line that never opened, an old process that spoke on': [
    4, 11, 39, 64, 78, 107, 176, 276, 513, 635, 776, 783, 819, 1092, 1138, 1302, 1448, 1498, 3711,
  ],
};
/** Seeds that failed once in worlds with epochs, falling roles, clocks that jump and two processes. */
const pinned = {
  'half a card that stayed hidden in the next epoch, though it was shown as saved': [
    8, 54, 69, 107, 108, 114, 394, 428,
  ],
  'a clock set back an hour while the disk was full': [169, 173, 256, 258],
  'half a card by a scribe that was refused in the next epoch': [546],
  'an edit that never arrived was dropped as saved after a new epoch': [
    37, 84, 108, 154, 160, 301, 337, 503, 546, 831, 1056, 1306,
  ],
  'an undo of several edits took the words of others in between along': [60],
  'taking away an own word that was refused took letters of another word that looked like it': [30784],
  'the mark said that nothing is kept, after the rest turned out to be there': [495],
  'mistakes of the simulator itself: words in a card that was refused, a card that another took off, a process that starts between two steps':
    [1507, 2371, 2585, 3668, 4388],
};
/** Seeds in which a planted mistake was found before, so that it is not looked for from the start every time. */
const foundBefore: Partial<Record<PlantName, number>> = {
  'erased comes back by replay': 92,
  'sockets stay after a revocation': 24,
  'the grace has no end': 16,
  'a role that fell still writes': 12,
  'an old epoch is let in': 11,
};
/** A planted mistake that needs more than this is not found. */
const mostSeeds = 500;
const long = 24 * 3_600_000;

async function run(
  each: readonly number[],
  plain = false,
): Promise<{ failed: object[]; frames: number; slowest: number }> {
  const failed: object[] = [];
  let [frames, slowest] = [0, 0];
  for (const seed of each) {
    const report = await simulate(seed, { ops, plain });
    frames += report.frames;
    slowest = Math.max(slowest, report.calmMs);
    if (report.alarms.length === 0) continue;
    failed.push({ seed, ops, alarms: report.alarms.slice(0, 5) });
    console.error(
      `simulator: npm run simulate -- --from ${seed} --seeds 1 --ops ${ops}: ${JSON.stringify(report.alarms.slice(0, 5))}`,
    );
  }
  return { failed, frames, slowest };
}

test(
  'Q1 whatever goes wrong with network, disk, clock and process: all end equal, nothing saved or seen is lost, no right is broken',
  {
    timeout: long,
  },
  async () => {
    const began = performance.now();
    const { failed, frames, slowest } = await run(Array.from({ length: seeds }, (_, index) => 1 + index));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `simulator: ${seeds} seeds of ${ops} acts, ${frames} frames, equal within ${slowest} ms of calm, ${seconds} s`,
    );
    expect(failed).toEqual([]);
  },
);

test('Q2 seeds that failed once are played for ever', { timeout: long }, async () => {
  for (const [what, each] of Object.entries(pinnedPlain)) expect((await run(each, true)).failed, what).toEqual([]);
  for (const [what, each] of Object.entries(pinned)) expect((await run(each)).failed, what).toEqual([]);
});

test('Q3 one seed gives the same run to the last frame', async () => {
  const prints = async (seed: number): Promise<string> => (await simulate(seed, { ops: 60 })).print;
  const once = [await prints(7), await prints(8)];
  expect([await prints(7), await prints(8)]).toEqual(once);
  expect(once[0]).not.toBe(once[1]);
});

const broken = ({ alarms }: Report, { breaks }: Planted): boolean =>
  alarms.some(({ oracle }) => breaks.includes(oracle));

for (const name of Object.keys(plants) as PlantName[]) {
  test(`Q4 a planted mistake is found: ${name}`, { timeout: long }, async () => {
    const all = Array.from({ length: mostSeeds }, (_, index) => 1 + index);
    let found = 0;
    for (const seed of [foundBefore[name] ?? 1, ...all]) {
      if (broken(await simulate(seed, { ops: 80, plant: name }), plants[name])) found = seed;
      if (found !== 0) break;
    }
    console.log(`simulator: ${name}: found in seed ${found}`);
    expect(found).toBeGreaterThan(0);
  });
}

test('Q5 a card of which only the first half arrived is finished when it is played again, and one that was taken off stays off', () => {
  const mine = { tracked: 'mine', untracked: 'mine-untracked' };
  const intent: Intent = {
    kind: 'create',
    thing: { id: 'kaart', type: 'notitie', by: 'p123', texts: { tekst: 'woorden' } },
    place: { view: 'tijdlijn', at: { x: 1, y: 2 } },
  };
  const writer = new Y.Doc();
  const frames: Uint8Array[] = [];
  writer.on('update', (bytes: Uint8Array) => frames.push(bytes));
  carryOut(writer, intent, mine);
  const [half, rest] = frames;
  if (half === undefined || rest === undefined) throw new Error('a card is made in two writes');
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, half);
  expect(readBoard(fresh).things.get('kaart')).toMatchObject({ weg: true });
  const other: Intent = { ...intent, thing: { ...intent.thing, by: 'p999' } };
  expect(carryOut(fresh, other, mine)).toBe(false);
  expect(carryOut(fresh, intent, mine)).toBe(true);
  expect(readBoard(fresh).things.get('kaart')).toMatchObject({ weg: false, tekst: 'woorden' });
  expect(readBoard(fresh).places.get('tijdlijn:kaart')).toEqual({ x: 1, y: 2 });
  Y.applyUpdate(fresh, rest);
  carryOut(fresh, { kind: 'remove', id: 'kaart' }, mine);
  expect(carryOut(fresh, intent, mine)).toBe(false);
  expect([...thingsOf(fresh).keys()]).toEqual(['kaart']);
  expect(readBoard(fresh).things.get('kaart')).toMatchObject({ weg: true });
});

test('Q20 a card of which only the first half arrived is finished in the next epoch too, by who made it', () => {
  const mine = { tracked: 'mine', untracked: 'mine-untracked' };
  const thing = { id: 'kaart', type: 'notitie', by: 'p123', texts: { tekst: 'woorden' } } as const;
  const writer = new Y.Doc();
  const frames: Uint8Array[] = [];
  writer.on('update', (bytes: Uint8Array) => frames.push(bytes));
  carryOut(writer, { kind: 'create', thing }, mine);
  const old = new Y.Doc();
  Y.applyUpdate(old, frames[0] ?? new Uint8Array());
  let client = 100;
  const options = { without: new Set<string>(), writerOf: () => 'p123', newClient: () => (client += 1), epoch: 1 };
  for (let epochs = 0, doc = old; epochs < 2; epochs++) {
    const next = rebuild(doc, options);
    doc = new Y.Doc();
    Y.applyUpdate(doc, next.update);
    expect(readBoard(doc).things.get('kaart')).toMatchObject({ weg: true, tekst: 'woorden' });
    // Who took it off, as far as the gate knows, is whoever made it: so nobody keeps them from putting it on the table.
    const by = thingsOf(doc).get('kaart')?._map.get('weg')?.id.client;
    expect(next.clients).toContainEqual({ client: by, participant: 'p123' });
    const played = new Y.Doc();
    Y.applyUpdate(played, next.update);
    expect(carryOut(played, { kind: 'create', thing }, mine)).toBe(true);
    expect(readBoard(played).things.get('kaart')).toMatchObject({ weg: false, tekst: 'woorden' });
    carryOut(played, { kind: 'remove', id: 'kaart' }, mine);
    const later = new Y.Doc();
    Y.applyUpdate(later, rebuild(played, options).update);
    expect(carryOut(later, { kind: 'create', thing }, mine)).toBe(false);
  }
});

test('Q21 a clock that is set back keeps no disk full for longer than the wait', () => {
  let now = 10_000_000;
  const disk = createDisk({ now: () => now, setTimeout: () => () => undefined });
  disk.noteFull();
  expect(disk.isFull()).toBe(true);
  now -= 3_600_000;
  expect(disk.isFull()).toBe(false);
});
