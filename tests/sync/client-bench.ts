import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { openBoard } from '@samenbord/client/document/session.ts';
import type { BoardSession } from '@samenbord/client/document/session.ts';
import type { KeptWork } from '@samenbord/client/document/waiting.ts';
import type { SocketClass } from '@samenbord/client/document/frames.ts';
import { createLocalBus, systemClock } from '@samenbord/server/rooms/ports.ts';
import type { RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms } from '@samenbord/server/rooms/rooms.ts';
import { attachSockets } from '@samenbord/server/rooms/upgrade.ts';
import type { DocumentRow, ParticipantRow } from '@samenbord/server/storage/storage.ts';
import { changedTo, settledIn } from '@samenbord/shared/access/state.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { mayRead, zoneName, zonesOf } from '@samenbord/shared/access/zones.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';

const board = 'bord';
export const people = {
  regie: { id: 'pregie', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
  moeder: { id: 'pmoeder', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] },
  sanne: { id: 'psanne', rol: 'jeugdige', persoon: 'sanne', opens: ['gedeeld', 'eigen'] },
} as const satisfies Record<string, Actor>;
export type Person = keyof typeof people;

/** A browser says on which page it is. */
export function socketFrom(origin: string, onSend: (bytes: number) => void = () => undefined): SocketClass {
  class OwnOrigin extends WebSocket {
    constructor(url: string | URL) {
      super(url, { origin });
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array) onSend(data.length);
      super.send(data);
    }
  }
  return OwnOrigin as unknown as SocketClass;
}

/** Rooms and gate of the server behind real sockets, with a log in memory that can be made slow or begun anew. */
export type ClientBench = {
  readonly rooms: () => Rooms;
  /** `through`: the origin of what lies between this person and the server. */
  readonly sit: (person: Person, kept?: Record<string, KeptWork[]>, through?: string) => Promise<BoardSession>;
  readonly port: number;
  /** People who may only look from now on; they hear so when they ask. */
  readonly onlyLook: Set<string>;
  /** Holds back commits until what comes back is called. */
  readonly hold: () => () => void;
  /** The disk takes nothing until what comes back is called. */
  readonly fill: () => () => void;
  /** Bytes of the largest frame that anybody sent. */
  readonly largest: () => number;
  /** How many sockets were opened since the beginning. */
  readonly opened: () => number;
  /** A new epoch of `gedeeld` that holds the same as before; sockets of the old one are told. */
  readonly newEpoch: () => Promise<void>;
  readonly revoked: Set<string>;
  /** The table shuts for family, or opens again: their own documents say so. */
  readonly setOpen: (open: boolean) => Promise<void>;
  /** Cuts every line without a word, and keeps them out until what comes back is called. */
  readonly cut: () => () => void;
  readonly close: () => Promise<void>;
};

export async function openClientBench(): Promise<ClientBench> {
  const log = new Map<string, DocumentRow[]>();
  let epoch = 1;
  let held: Promise<void> = Promise.resolve();
  let away = false;
  let full = false;
  let opened = 0;
  let largest = 0;
  let table = settledIn({ open: true });
  const revoked = new Set<string>();
  const onlyLook = new Set<string>();
  const storage: RoomStorage = {
    epoch: (_board, zone) => Promise.resolve(zone === 'gedeeld' ? epoch : 1),
    loadDocument: (_board, zone) => {
      const rows = log.get(zone) ?? [];
      const clients = rows.flatMap(({ client, by }) =>
        client === undefined || by === undefined ? [] : [{ client, participant: by }],
      );
      const updates = rows.map(({ update }) => update);
      return Promise.resolve({
        epoch: zone === 'gedeeld' ? epoch : 1,
        lastSeq: rows.at(-1)?.seq ?? 0,
        updates,
        rows: rows.length,
        clients,
      });
    },
    append: async (rows) => {
      await held;
      if (full) throw new Error('ENOSPC');
      for (const row of rows) log.set(row.zone, [...(log.get(row.zone) ?? []), row]);
    },
    saveSnapshot: () => Promise.resolve(),
    startEpoch: () => Promise.reject(new Error('the bench is too short for that')),
    participants: () => Promise.resolve(Object.values(people).map(rowOf)),
  };
  const quiet = { warn: () => undefined, error: () => undefined };
  const open = (): Rooms =>
    createRooms({ storage, clock: systemClock, log: quiet, bus: createLocalBus(), stateOf: () => table });
  let rooms = open();
  const server = createServer();
  const attach = () =>
    attachSockets(server, {
      rooms,
      authorise: (_request, { als }) => {
        const actor = Object.values(people).find(({ id }) => id === als);
        opened += 1;
        if (actor === undefined || away) return Promise.resolve({ ok: false, status: 401 as const });
        if (revoked.has(als)) return Promise.resolve({ ok: false, revoked: true as const });
        return Promise.resolve({ ok: true, actor, naam: als });
      },
    });
  let detach = attach();
  const sockets = new Set<{ destroy: () => void }>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sessions: BoardSession[] = [];

  return {
    rooms: () => rooms,
    revoked,
    port: (server.address() as AddressInfo).port,
    onlyLook,
    sit: async (person, kept = {}, through = origin) => {
      const actor = people[person];
      const answer = (): BoardAnswer => ({
        id: board,
        titel: 'Bord',
        ik: { id: actor.id, naam: person, rol: actor.rol },
        zones: zonesOf(actor)
          .filter((zone) => mayRead(actor, zone, table.now))
          .map((zone) => ({
            zone: zoneName(zone),
            epoch: zone.kind === 'gedeeld' ? epoch : 1,
            schrijven: (zone.kind === 'gedeeld' && !onlyLook.has(actor.id)) || zone.kind === 'eigen',
          })),
        feiten: { regie: [], kaders: [] },
      });
      const fetch = () => Promise.resolve(away ? Response.error() : Response.json(answer()));
      const session = await openBoard({
        board,
        als: actor.id,
        origin: through,
        fetch,
        socket: socketFrom(through, (bytes) => {
          largest = Math.max(largest, bytes);
        }),
        kept,
      });
      sessions.push(session);
      return session;
    },
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    fill: () => {
      full = true;
      return () => {
        full = false;
      };
    },
    opened: () => opened,
    largest: () => largest,
    newEpoch: async () => {
      detach();
      await rooms.stop();
      epoch += 1;
      // The same content under a new number, as a rebuild leaves it.
      log.set(
        'gedeeld',
        (log.get('gedeeld') ?? []).map((row) => ({ ...row, epoch })),
      );
      rooms = open();
      detach = attach();
    },
    setOpen: async (isOpen) => {
      table = changedTo(table, { open: isOpen }, Date.now());
      if (!isOpen) rooms.shutTable(board);
      for (const { id } of Object.values(people))
        await rooms.write(
          board,
          `tafel:${id}`,
          'server',
          (doc) => void doc.getMap('tafel').set('bijeenkomst', { open: isOpen }),
        );
    },
    cut: () => {
      away = true;
      for (const socket of sockets) socket.destroy();
      return () => {
        away = false;
      };
    },
    close: async () => {
      for (const session of sessions) session.close();
      detach();
      await rooms.stop();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const rowOf = ({ id, rol }: Actor): ParticipantRow => ({
  board,
  id,
  naam: id,
  rol,
  opent: ['gedeeld', 'eigen'],
  grondslag: 'toestemming',
  geinformeerd: 'gevraagd',
  tot: '2099-12-31',
  createdAt: '2026-01-01T00:00:00.000Z',
});

/** Waits until something is so; throws with what it waited for after five seconds. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + 8000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const card = (id: string, by: string, tekst: string, vanWie?: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'notitie', by, vanWie, texts: { tekst } },
});

/** The words of a card as this session sees it; nothing when it is not there or off the table. */
export function words(session: BoardSession, id: string): string | undefined {
  const thing = session.zone('gedeeld')?.board().things.get(id);
  return thing?.type === 'notitie' && !thing.weg ? thing.tekst : undefined;
}

export const isSaved = (session: BoardSession): boolean => session.saved().kind === 'opgeslagen';
