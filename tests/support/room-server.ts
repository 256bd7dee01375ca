import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { message } from '@samenbord/shared/wire/socket.ts';
import { createLocalBus, systemClock } from '@samenbord/server/rooms/ports.ts';
import type { Clock, RoomLog, RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms, RoomsOptions } from '@samenbord/server/rooms/rooms.ts';
import { attachSockets } from '@samenbord/server/rooms/upgrade.ts';
import type { Authorisation } from '@samenbord/server/rooms/upgrade.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { ParticipantRow, Storage } from '@samenbord/server/storage/storage.ts';
import * as decoding from 'lib0/decoding';

export const people = {
  regie: { id: 'pregie', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
  moeder: { id: 'pmoeder', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] },
  jeugdige: { id: 'psanne', rol: 'jeugdige', persoon: 'sanne', opens: ['gedeeld', 'eigen'] },
  scherm: { id: 'pscherm', rol: 'groot-scherm', opens: ['gedeeld'] },
} as const satisfies Record<string, Actor>;

export const createdAt = '2026-03-01T10:00:00.000Z';

/** A participant as the storage keeps it. */
export function participantRow(board: string, actor: Actor, extra: Partial<ParticipantRow> = {}): ParticipantRow {
  return {
    board,
    id: actor.id,
    naam: `Naam van ${actor.id}`,
    rol: actor.rol,
    persoon: actor.persoon,
    opent: actor.opens,
    grondslag: 'betrokkene-zelf',
    geinformeerd: 'gevraagd',
    tot: '2099-12-31',
    createdAt,
    ...extra,
  };
}

/** A board with all of `people` and their documents. */
export async function makeBoard(storage: Storage, id: string): Promise<void> {
  const { regie, ...others } = people;
  const own = (actor: Actor) => [`eigen:${actor.id}`, `tafel:${actor.id}`];
  const board = { id, titel: `Bord ${id}`, facts: { regie: [], kaders: [] }, createdAt };
  await storage.createBoard(board, ['gedeeld', 'team', 'tafel', ...own(regie)], participantRow(id, regie));
  for (const actor of Object.values(others)) await storage.addParticipant(participantRow(id, actor), own(actor));
}

const seats: Seat[] = [];

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'samenbord-'));

export type RoomServer = {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly port: number;
  readonly dataDir: string;
  readonly logged: string[];
  /** Everything that was opened through this server, closed and removed. */
  stop(): Promise<void>;
};

type ServerOptions = Partial<Omit<RoomsOptions, 'storage'>> & {
  /** What lies between the rooms and the storage. */
  readonly between?: (storage: Storage) => RoomStorage;
  /** Opens the storage itself; boards that are there already are left as they are. */
  readonly open?: (dataDir: string) => Promise<Storage>;
  readonly authorise?: (als: string) => Authorisation;
  readonly clock?: Clock;
};

/** Rooms on real SQLite behind a real HTTP server, without the rest of the application: who you are is what the address says. */
export async function startRooms(options: ServerOptions = {}): Promise<RoomServer> {
  const dataDir = freshFolder();
  const storage = await (options.open ?? ((place: string) => openStorage({ dataDir: place })))(dataDir);
  for (const id of ['bord', 'ander']) {
    if (!(await storage.documents()).some(({ board }) => board === id)) await makeBoard(storage, id);
  }
  const logged: string[] = [];
  const keep = (fields: Readonly<Record<string, string | number>>, text: string) =>
    void logged.push(`${text} ${JSON.stringify(fields)}`);
  const log: RoomLog = { warn: keep, error: keep };
  const { between = (s: Storage): RoomStorage => s, authorise = byAddress, open: _open, ...ports } = options;
  const rooms = createRooms({ clock: systemClock, bus: createLocalBus(), log, ...ports, storage: between(storage) });
  const http = createServer((_request, response) => response.writeHead(404).end());
  const detach = attachSockets(http, { rooms, authorise: (_request, { als }) => Promise.resolve(authorise(als)) });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    await rooms.stop();
    detach();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { storage, rooms, port: (http.address() as AddressInfo).port, dataDir, logged, stop };
}

/** The same, stopped when the test ends, together with every seat that was taken in it. */
export async function started(options: ServerOptions = {}): Promise<RoomServer> {
  const server = await startRooms(options);
  onTestFinished(async () => {
    for (const seat of seats.splice(0)) seat.leave();
    await server.stop();
  });
  return server;
}

function byAddress(als: string): Authorisation {
  const actor = Object.values(people).find(({ id }) => id === als);
  return actor === undefined ? { ok: false, status: 401 } : { ok: true, actor, naam: `Naam van ${als}` };
}

/** A plain y-websocket provider with a document of its own, and what the server said besides sync. */
export type Seat = {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  saved: number;
  readonly refused: { number: number; code: string }[];
  readonly closes: number[];
  act(intent: Intent): void;
  text(id: string, field: string): string | undefined;
  leave(): void;
};

type SeatOptions = {
  readonly board?: string;
  readonly zone?: string;
  readonly epoch?: number;
  readonly doc?: Y.Doc;
  readonly cookie?: string;
  /** Version of the protocol that it says to speak; a plain provider says nothing. */
  readonly protocol?: number;
};

export function takeSeat(port: number, als: string, options: SeatOptions = {}): Seat {
  const { board = 'bord', zone = 'gedeeld', epoch = 1, doc = new Y.Doc(), cookie, protocol } = options;
  const headers = cookie === undefined ? {} : { cookie };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, [], { origin: `http://127.0.0.1:${port}`, headers });
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync/${board}/${zone}`, String(epoch), doc, {
    connect: false,
    disableBc: true,
    params: { als, ...(protocol === undefined ? {} : { v: String(protocol) }) },
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  });
  const seat: Seat = {
    doc,
    provider,
    saved: 0,
    refused: [],
    closes: [],
    act: (intent) => void carryOut(doc, intent, { tracked: 'me', untracked: 'me-untracked' }),
    text: (id, field) => doc.getMap<Y.Map<Y.Text>>('things').get(id)?.get(field)?.toJSON(),
    leave: () => {
      provider.destroy();
    },
  };
  seats.push(seat);
  listenBeside(provider, seat);
  provider.connect();
  return seat;
}

function listenBeside(provider: WebsocketProvider, seat: Seat): void {
  const handlers = provider.messageHandlers as unknown as ((encoder: unknown, decoder: decoding.Decoder) => void)[];
  handlers[message.saved] = (_encoder, decoder) => {
    seat.saved = decoding.readVarUint(decoder);
  };
  handlers[message.refused] = (_encoder, decoder) => {
    seat.refused.push({ number: decoding.readVarUint(decoder), code: decoding.readVarString(decoder) });
  };
  handlers[message.beat] = () => undefined;
  provider.on('connection-close', (event) => void seat.closes.push(event?.code ?? 0));
}

/** Waits until something is so; says what was waited for when it never is. */
export async function until(what: string, holds: () => boolean, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A card as somebody makes it. */
export const card = (id: string, by: string, tekst: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'notitie', by, texts: { tekst } },
});
