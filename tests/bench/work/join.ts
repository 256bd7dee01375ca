import * as Y from 'yjs';
import { epochOf, makeBoard } from '../address.ts';
import type { Address } from '../address.ts';
import { act, fillBoard, idOf, median, placesIn, seatAll } from '../board.ts';
import { makeClient, pause, until } from '../client.ts';
import type { Client } from '../client.ts';
import { startMeasured } from '../server.ts';
import type { Measured, ServerName } from '../server.ts';
import { placesOf } from '@samenbord/shared/document/form.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

const writers = 12;
/** A connection of ours may send this many frames a second, after a burst. */
const perTick = 10;
const tickMs = 100;
const last = { x: 77_777, y: 77_777 };

/** So many changes by several people at once: three in four are moves, the others letters in a text. */
async function work(clients: readonly Client[], things: number, edits: number): Promise<void> {
  let done = 0;
  let burst = 40;
  while (done < edits) {
    for (const [index, { doc }] of clients.entries())
      for (let turn = 0; turn < perTick + burst && done < edits; turn++, done++) {
        const id = idOf((done * 31 + index) % things);
        // Words belong to whoever made the card: the first writers are that person.
        if (done % 4 === 0 && index < 4)
          act(doc, { kind: 'editText', id, field: 'tekst', at: 10, remove: '', insert: 'x' });
        else act(doc, { kind: 'place', view: 'tijdlijn', id, at: { x: done % 5000, y: index } });
      }
    burst = Math.max(0, burst - 10);
    await pause(tickMs);
  }
}

type Board = { readonly address: Address; readonly things: number; readonly state: Uint8Array };

async function grow(server: Measured, name: string, things: number, edits: number): Promise<Board> {
  const addresses = await makeBoard(server, name, 3);
  const [maker, second, third] = addresses;
  if (maker === undefined || second === undefined || third === undefined) throw new Error('nobody');
  await fillBoard(server, maker, things);
  const seats = Array.from({ length: writers }, (_, index) => (index < 4 ? maker : index < 8 ? second : third));
  const clients = await seatAll(server, seats, new Uint8Array(), things);
  await work(clients, things, edits);
  const [one] = clients;
  if (one === undefined) throw new Error('nobody');
  // The last word, after which nothing of this client is on its way any more; the others are waited for as well.
  await pause(sized('full', 1500, 0));
  clients.forEach(({ doc }, index) => act(doc, { kind: 'place', view: 'tijdlijn', id: idOf(index), at: last }));
  await until('all edits are in', () => clients.every(({ doc }) => isLast(doc)), 60_000);
  const state = Y.encodeStateAsUpdate(one.doc);
  for (const client of clients) client.destroy();
  return { address: maker, things, state };
}

const isLast = (doc: Y.Doc): boolean =>
  Array.from({ length: writers }, (_, index) => placesOf(doc).get(placeKey('tijdlijn', idOf(index)))).every(
    (place) => (place as { x?: number } | undefined)?.x === last.x,
  );

type Joined = { readonly ms: number; readonly syncedMs: number; readonly kb: number; readonly early: number };

/** One person opens the board on a server that was just started: from the moment they connect until all of it is there. */
async function join(server: Measured, { address, things }: Board): Promise<Joined> {
  const client = await makeClient(server, address, new Y.Doc(), await epochOf(server, address));
  const began = performance.now();
  let complete: number | undefined;
  client.doc.on('update', () => {
    if (complete === undefined && placesIn(client.doc) === things && isLast(client.doc)) complete = performance.now();
  });
  client.connect();
  await until('the board is complete', () => complete !== undefined && client.syncedAt !== undefined, 60_000);
  const [at, synced] = [complete ?? NaN, client.syncedAt ?? NaN];
  const joined = { ms: at - began, syncedMs: synced - began, kb: client.bytes / 1024, early: synced < at ? 1 : 0 };
  client.destroy();
  return joined;
}

/** The same content as it is when it was never anything else: a document in which each card was made once, by who made it. */
function madeOnce(state: Uint8Array): Uint8Array {
  const [whole, fresh] = [new Y.Doc(), new Y.Doc()];
  Y.applyUpdate(whole, state);
  const { things, places } = readBoard(whole);
  for (const [id, thing] of things) {
    if (thing.type !== 'notitie') throw new Error('only cards here');
    const place = places.get(placeKey('tijdlijn', id));
    act(fresh, {
      kind: 'create',
      thing: { id, type: 'notitie', by: thing.by ?? '', texts: { tekst: thing.tekst ?? '' } },
      ...(place !== undefined && { place: { view: 'tijdlijn', at: place } }),
    });
  }
  return Y.encodeStateAsUpdate(fresh);
}

/** What the same content costs when it was never anything else, and what a client needs to take in what it is now. */
function freshCost(state: Uint8Array): { readonly kb: number; readonly applyMs: number } {
  const times = [0, 1, 2].map(() => {
    const began = performance.now();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    return performance.now() - began;
  });
  return { kb: madeOnce(state).length / 1024, applyMs: median(times) };
}

/** S3: boards with a long past are opened on a server that was just started; once while everybody had just been at work, once after they had all left. */
export async function coldJoin(name: ServerName, scale: Scale): Promise<Figures> {
  const edits = sized(scale, 20_000, 60);
  const figures: Record<string, number> = {};
  let server = await startMeasured(name);
  const boards = [await grow(server, 'klein', sized(scale, 500, 20), edits)];
  if (scale === 'full') boards.push(await grow(server, 'groot', 5000, edits));
  const measure = async (about: string): Promise<void> => {
    for (const board of boards) {
      const joins: Joined[] = [];
      for (let turn = 0; turn < sized(scale, 5, 1); turn++) {
        server = await server.restart();
        joins.push(await join(server, board));
      }
      const size = board === boards[0] ? '500' : '5000';
      figures[`${about}${size}ms`] = median(joins.map(({ ms }) => ms));
      figures[`${about}${size}syncedMs`] = median(joins.map(({ syncedMs }) => syncedMs));
      figures[`${about}${size}kb`] = median(joins.map(({ kb }) => kb));
      figures[`${about}${size}early`] = Math.max(...joins.map(({ early }) => early));
    }
  };
  await measure('busy');
  if (name === 'samenbord' && scale === 'full') {
    await Promise.all(boards.map((board) => leaveAlone(server, board)));
    await measure('left');
  }
  for (const [index, board] of boards.entries()) {
    const { kb, applyMs } = freshCost(board.state);
    figures[`fresh${index === 0 ? '500' : '5000'}kb`] = kb;
    figures[`apply${index === 0 ? '500' : '5000'}ms`] = applyMs;
  }
  await server.end();
  return figures;
}

/** Everybody leaves; after half a minute a long log is written afresh, which shows in the epoch. */
async function leaveAlone(server: Measured, board: Board): Promise<void> {
  const before = await epochOf(server, board.address);
  await join(server, board);
  // Whoever asks for the board keeps its room in memory a little longer: so this asks seldom.
  for (let turn = 0; turn < 3; turn++) {
    await pause(34_000);
    if ((await epochOf(server, board.address)) !== before) return;
  }
  throw new Error('the log was not written afresh');
}
