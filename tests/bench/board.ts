import * as Y from 'yjs';
import { placeKey } from '@samenbord/shared/board/board.ts';
import { placesOf, thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { makeClient, until } from './client.ts';
import type { Client } from './client.ts';
import type { Address } from './address.ts';
import type { Measured } from './server.ts';
import type { Figures } from './work/scale.ts';

const origins = { tracked: 'bench', untracked: 'bench' };
const perUpdate = 200;

export const act = (doc: Y.Doc, intent: Intent): boolean => carryOut(doc, intent, origins);

/** Things have plain names here: the count is what matters. */
export const idOf = (index: number): string => `kaart-${index}`;

/** Puts so many cards on a board, each with a sentence and a place. */
function fill(doc: Y.Doc, count: number, by: string): void {
  for (let from = 0; from < count; from += perUpdate)
    doc.transact(() => {
      for (let index = from; index < Math.min(count, from + perUpdate); index++) {
        const tekst = `Kaart ${index}: wat er thuis gebeurde, in een zin zoals iemand hem zegt.`;
        act(doc, {
          kind: 'create',
          thing: { id: idOf(index), type: 'notitie', by, texts: { tekst } },
          place: { view: 'tijdlijn', at: { x: index, y: 0 } },
        });
      }
    }, origins.tracked);
}

/** Everything of a board that people see. */
export const contentOf = (doc: Y.Doc): string =>
  JSON.stringify([sorted(thingsOf(doc).toJSON()), sorted(placesOf(doc).toJSON())]);

const sorted = (value: Record<string, unknown>): unknown =>
  Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => [key, isRecord(field) ? sorted(field) : field]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const placesIn = (doc: Y.Doc): number => placesOf(doc)._map.size;

/** Fills a board through its server; gives its state, which the bare relay cannot keep and its clients begin with. */
export async function fillBoard(server: Measured, maker: Address, count: number): Promise<Uint8Array> {
  const doc = new Y.Doc();
  if (server.name === 'limit') {
    fill(doc, count, maker.als);
    return Y.encodeStateAsUpdate(doc);
  }
  const client = await makeClient(server, maker, doc);
  client.connect();
  await until('the maker is in step', () => client.syncedAt !== undefined);
  fill(doc, count, maker.als);
  const reader = await makeClient(server, maker);
  reader.connect();
  await until('the board is filled', () => placesIn(reader.doc) === count);
  const state = Y.encodeStateAsUpdate(reader.doc);
  reader.destroy();
  client.destroy();
  return state;
}

/** Clients that hold the whole board. */
export async function seatAll(
  server: Measured,
  addresses: readonly Address[],
  state: Uint8Array,
  count: number,
): Promise<Client[]> {
  const clients: Client[] = [];
  for (const address of addresses) {
    const client = await makeClient(server, address, new Y.Doc(), 1);
    if (server.name === 'limit') Y.applyUpdate(client.doc, state);
    clients.push(client);
    client.connect();
  }
  await until(
    'everybody has the board',
    () => clients.every((one) => one.isConnected() && placesIn(one.doc) === count),
    60_000,
  );
  return clients;
}

/** Follows edits from sender to every receiver: the sender writes a number into a place, and each receiver hears that number. */
export function createTracker(boards: readonly (readonly Client[])[], warm: () => boolean) {
  const latencies: number[] = [];
  let expected = 0;
  let delivered = 0;
  const sentOn = new Map<Client, Map<string, number[]>>();
  const listen = (doc: Y.Doc, sent: ReadonlyMap<string, number[]>): void => {
    const last = new Map<string, number>();
    placesOf(doc).observe((event) => {
      if (event.transaction.local) return;
      const now = performance.now();
      for (const key of event.keysChanged) {
        const times = sent.get(key);
        const value = placesOf(doc).get(key) as { x: number; y: number } | undefined;
        if (times === undefined || value === undefined || value.y !== 1) continue;
        // What was overtaken on the way arrived with what overtook it.
        for (let number = (last.get(key) ?? 0) + 1; number <= value.x; number++) {
          const at = times[number];
          if (at === undefined) continue;
          delivered += 1;
          if (at >= 0) latencies.push(now - at);
        }
        last.set(key, value.x);
      }
    });
  };
  for (const clients of boards) {
    const sent = new Map<string, number[]>();
    for (const client of clients) {
      sentOn.set(client, sent);
      listen(client.doc, sent);
    }
  }
  return {
    /** One edit of a client to a thing that nobody else edits; `among` people have the board. */
    edit: (client: Client, thing: string, among: number): void => {
      const key = placeKey('tijdlijn', thing);
      const sent = sentOn.get(client);
      const times = sent?.get(key) ?? [NaN];
      sent?.set(key, times);
      const number = times.length;
      times.push(warm() ? performance.now() : -1);
      expected += among - 1;
      act(client.doc, { kind: 'place', view: 'tijdlijn', id: thing, at: { x: number, y: 1 } });
    },
    done: (): boolean => delivered >= expected,
    result: () => ({ delivered: expected === 0 ? 100 : (100 * delivered) / expected, received: delivered, latencies }),
  };
}

export function quantile(values: readonly number[], part: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? NaN;
}

export const median = (values: readonly number[]): number => {
  const ordered = [...values].sort((a, b) => a - b);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1
    ? (ordered[middle] ?? NaN)
    : ((ordered[middle - 1] ?? NaN) + (ordered[middle] ?? NaN)) / 2;
};

/** Takes the results, gives of each figure the median of its runs. */
export function medians(runs: readonly Figures[] | undefined): Figures {
  const names = new Set((runs ?? []).flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      median((runs ?? []).map((one) => one[name] ?? NaN).filter((value) => !Number.isNaN(value))),
    ]),
  );
}

/** Stands for what did not happen; a number, so that it goes through JSON and has a median. */
export const never = 1e9;
