import type * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { makeBoard } from '../address.ts';
import type { Address } from '../address.ts';
import { act, createTracker, fillBoard, idOf, quantile, seatAll } from '../board.ts';
import { pause, until } from '../client.ts';
import type { Client } from '../client.ts';
import { startMeasured } from '../server.ts';
import type { Measured, ServerName } from '../server.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

/** The first part of a run is not counted: by then everything is compiled, in the server and in the clients. */
const warmSeconds = 4;
const seconds = 6;

type Drag = { readonly client: Client; readonly thing: string; readonly among: number; readonly everyMs: number };

/** Lets everyone edit at a steady pace, and measures from the moment all is warm until the last edit has arrived. */
async function drag(
  server: Measured,
  boards: readonly (readonly Client[])[],
  drags: readonly Drag[],
  scale: Scale,
): Promise<Figures> {
  let warm = false;
  const tracker = createTracker(boards, () => warm);
  const stops = drags.map(({ client, thing, among, everyMs }, index) => {
    let dice = 4711 + index * 7919;
    const timer = { at: setTimeout(() => undefined, 0) };
    let due = performance.now() + (everyMs * (index + 1)) / drags.length;
    const next = (): void => {
      tracker.edit(client, thing, among);
      // People are not in step with one another: each interval is its own, the same in every run.
      dice = (dice * 16_807) % 2_147_483_647;
      due += everyMs * (0.7 + (0.6 * dice) / 2_147_483_647);
      timer.at = setTimeout(next, Math.max(0, due - performance.now()));
    };
    timer.at = setTimeout(next, due - performance.now());
    return () => clearTimeout(timer.at);
  });
  await pause(sized(scale, warmSeconds, 0.1) * 1000);
  warm = true;
  const before = { cpu: server.cpuMs(), received: tracker.result().received };
  await pause(sized(scale, seconds, 0.4) * 1000);
  for (const stop of stops) stop();
  await until('everything arrived', tracker.done, 10_000).catch(() => undefined);
  const cpuMs = server.cpuMs() - before.cpu;
  const { delivered, received, latencies } = tracker.result();
  return {
    delivered,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    cpuMs,
    cpuPer1000: (1000 * cpuMs) / (received - before.received),
    rssMb: server.rssKb() / 1024,
  };
}

/** S1: one board, many people, three of them drag a thing thirty times a second. */
export async function fanOut(name: ServerName, scale: Scale): Promise<Figures> {
  const people = sized(scale, 50, 5);
  return onOneBoard(name, scale, people, 50);
}

/**
 * S7: a board of thousands of things and thirty people, three of whom drag; and the same on a board of forty. What is done for a change may not
 * grow with the board: no string and no JSON of a whole document is made on the way.
 */
export async function largeBoard(name: ServerName, scale: Scale): Promise<Figures> {
  const people = sized(scale, 30, 3);
  const large = await onOneBoard(name, scale, people, sized(scale, 4000, 60));
  const small = await onOneBoard(name, scale, people, sized(scale, 40, 20));
  return { ...large, perChange: (large['cpuPer1000'] ?? NaN) / (small['cpuPer1000'] ?? NaN) };
}

async function onOneBoard(name: ServerName, scale: Scale, people: number, things: number): Promise<Figures> {
  const server = await startMeasured(name);
  const addresses = await makeBoard(server, 'bord', people);
  const state = await fillBoard(server, first(addresses), things);
  const clients = await seatAll(server, addresses, state, things);
  await pause(sized(scale, 1000, 100));
  const editors = clients.slice(0, 3);
  const drags = editors.map((client, index) => ({ client, thing: idOf(index), among: people, everyMs: 1000 / 30 }));
  const figures = await drag(server, [clients], drags, scale);
  for (const client of clients) client.destroy();
  await server.end();
  return figures;
}

const first = (addresses: readonly Address[]): Address => {
  const [address] = addresses;
  if (address === undefined) throw new Error('nobody');
  return address;
};

/** S2: many boards of four people, each of whom makes one change a second. */
export async function manyBoards(name: ServerName, scale: Scale): Promise<Figures> {
  const count = sized(scale, 200, 3);
  let server = await startMeasured(name);
  const boards: { addresses: Address[]; state: Uint8Array }[] = [];
  for (let index = 0; index < count; index += 10) {
    const ten = Array.from({ length: Math.min(10, count - index) }, async (_, at) => {
      const addresses = await makeBoard(server, `bord-${index + at}`, 4);
      return { addresses, state: await fillBoard(server, first(addresses), 4) };
    });
    boards.push(...(await Promise.all(ten)));
  }
  // A server that made and filled all this holds what that took; a fresh one holds its boards only.
  // (yws in memory would come back empty: its memory per board is not measured.)
  const keeps = name !== 'yws';
  if (keeps) {
    await pause(sized(scale, 3000, 50));
    server = await server.restart();
  }
  await pause(sized(scale, 1000, 50));
  const idleKb = server.rssKb();
  const seated: Client[][] = [];
  const began = performance.now();
  for (const { addresses, state } of boards) seated.push(await seatAll(server, addresses, state, 4));
  const connectMs = performance.now() - began;
  const clients = seated.flat();
  const drags = clients.map((client, index) => ({ client, thing: idOf(index % 4), among: 4, everyMs: 1000 }));
  const spread = drags.map((_, index) => drags[(index * 37) % drags.length]).filter((one) => one !== undefined);
  const figures = await drag(server, seated, spread, scale);
  const kbPerBoard = keeps ? (server.rssKb() - idleKb) / count : NaN;
  for (const client of clients) client.destroy();
  await server.end();
  return { ...figures, kbPerBoard, connectMs };
}

/** One letter from a keyboard into the document of somebody else: through the gate, committed to disk, and told. */
export async function keystroke(name: ServerName, scale: Scale): Promise<Figures> {
  const server = await startMeasured(name);
  const addresses = await makeBoard(server, 'bord', 2);
  const state = await fillBoard(server, first(addresses), 20);
  const [writer, reader] = await seatAll(server, addresses, state, 20);
  if (writer === undefined || reader === undefined) throw new Error('nobody');
  const latencies: number[] = [];
  const length = (doc: Y.Doc): number => String(thingsOf(doc).get(idOf(0))?.get('tekst')).length;
  for (let letter = 0; letter < sized(scale, 250, 5); letter++) {
    const want = length(writer.doc) + 1;
    const began = performance.now();
    const arrived = new Promise<void>((resolve) => {
      const look = (): void => {
        if (length(reader.doc) < want) return;
        reader.doc.off('update', look);
        resolve();
      };
      reader.doc.on('update', look);
    });
    act(writer.doc, { kind: 'editText', id: idOf(0), field: 'tekst', at: 5 + letter, remove: '', insert: 'x' });
    await arrived;
    if (letter >= 50 || scale === 'quick') latencies.push(performance.now() - began);
    await pause(10);
  }
  writer.destroy();
  reader.destroy();
  await server.end();
  return { delivered: 100, p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) };
}
