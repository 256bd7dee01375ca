import { isDeepStrictEqual } from 'node:util';
import { mayErase } from '@samenbord/shared/access/may.ts';
import { isServerZone, mayOpen, mayRead, readZone } from '@samenbord/shared/access/zones.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { inkOf, thingsOf } from '@samenbord/shared/document/form.ts';
import { closeCode, isServed, isTold, message } from '@samenbord/shared/wire/socket.ts';
import { defaultLimits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import { alwaysOpen, closeAll, closeZone, endReading } from './closing.ts';
import { Connection } from './connection.ts';
import type { ConnectRequest, Rooms } from './door.ts';
import { answerEarly } from './early-answer.ts';
import type { Waiting } from './early-answer.ts';
import { readOnlyFrame } from './frames.ts';
import { judge } from './gate/judge.ts';
import { counted, noMeter } from './meter.ts';
import type { RoomCounts, RoomMeter } from './meter.ts';
import { rowsBeforeRebuild } from './new-epoch.ts';
import type { Wire } from './ports.ts';
import { createRegistry } from './registry.ts';
import { createReveal } from './reveal.ts';
import type { RevealDoor } from './reveal.ts';
import type { StateOf } from './room-ports.ts';
import type { RoomsOptions } from './rooms-options.ts';
import type { Room } from './room.ts';
import { RoomError } from './room-error.ts';
import type { ServerWrite } from './server-write.ts';
import { createSeats } from './seats.ts';
import { createBoth } from './two-rooms.ts';
import type { BothDoor } from './two-rooms.ts';
import { setKeys, wholeOf } from './whole.ts';

export type { ConnectRequest, Rooms } from './door.ts';
export { RoomError } from './room-error.ts';
export type { RoomErrorCode } from './room-error.ts';
export type { RoomsOptions } from './rooms-options.ts';

/** Makes the rooms on a storage. Nothing is loaded until somebody asks for it. */
export function createRooms(options: RoomsOptions): Rooms {
  return new AllRooms(options);
}

class AllRooms implements Rooms {
  readonly reveal: RevealDoor;
  readonly both: BothDoor;
  readonly #options: RoomsOptions;
  readonly #registry;
  readonly #counted;
  readonly #limits: Limits;
  readonly #stateOf: StateOf;
  readonly #meter: RoomMeter;
  readonly #seats;
  readonly #connections = new Map<Connection, Waiting & { room?: Room; bytes: number }>();
  readonly #tableListeners = new Set<(board: string) => void>();
  #cancelLook: (() => void) | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
    this.#stateOf = options.stateOf ?? alwaysOpen;
    this.#meter = options.meter ?? noMeter;
    this.#seats = createSeats(this.#limits);
    this.#counted = counted(options.storage, this.#meter);
    this.#registry = createRegistry({
      judge,
      graceMs: 30_000,
      mostRows: rowsBeforeRebuild,
      ...options,
      stateOf: this.#stateOf,
      limits: this.#limits,
      storage: this.#counted.storage,
    });
    const open = (board: string, zone: string): Promise<Room> => this.#registry.open(board, zone);
    this.both = createBoth((board, zone) => {
      if (this.#stopping !== undefined) throw new RoomError('onbereikbaar');
      return open(board, zone);
    });
    const reveal = createReveal({ open, log: options.log, bus: options.bus });
    this.reveal = async (...args) => {
      if (this.#stopping !== undefined) throw new RoomError('onbereikbaar');
      return reveal(...args);
    };
  }

  connect(wire: Wire, request: ConnectRequest): void {
    const zone = readZone(request.zone);
    if (zone === undefined || !mayOpen(request.actor, zone))
      return this.#decline(wire, closeCode.notAllowed, 'geen toegang');
    if (!mayRead(request.actor, zone, this.#stateOf(request.board).now))
      return this.#decline(wire, closeCode.tableShut, 'de tafel is dicht');
    if (this.#stopping !== undefined) return this.#decline(wire, closeCode.restart, 'zo terug');
    if (!this.#seats.enter(request.board, request.actor.id)) return this.#decline(wire, closeCode.tooMuch, 'te veel');
    const ports = { limits: this.#limits, meter: this.#meter };
    const connection = new Connection(wire, request, zone, this.#options.clock, ports);
    this.#connections.set(connection, { waiting: [], bytes: 0 });
    connection.onClosed = () => this.#left(connection);
    wire.listen({
      message: (bytes) => this.#heard(connection, bytes),
      alive: () => connection.alive(),
      closed: () => connection.gone(),
    });
    this.#lookRegularly();
    if (!isServed(request.protocol)) {
      return connection.close(closeCode.oldProtocol, 'ververs de pagina');
    }
    this.#admit(connection).catch((error: unknown) => {
      const unknown = error instanceof RoomError && error.code === 'onbekend';
      connection.close(
        unknown ? closeCode.notAllowed : closeCode.unavailable,
        unknown ? 'geen toegang' : 'bord niet beschikbaar',
      );
    });
  }

  #decline(wire: Wire, code: number, reason: string): void {
    this.#meter.closed(code);
    wire.close(code, reason);
  }

  /** Lets a connection into its room, after a last look whether its participant is still welcome: a revocation that came meanwhile found it listed. */
  async #admit(connection: Connection): Promise<void> {
    const { board, zone, epoch, protocol } = connection.request;
    const participants = await this.#options.storage.participants(board);
    const place = participants.findIndex(({ id }) => id === connection.participant);
    if (place === -1) return connection.close(closeCode.notAllowed, 'geen toegang');
    if (participants[place]?.revokedAt !== undefined)
      return connection.close(closeCode.revoked, 'niet meer uitgenodigd');
    const { vertrouwdVan } = participants[place] ?? {};
    if (!mayOpen({ ...connection.request.actor, vertrouwdVan }, connection.zone))
      return connection.close(closeCode.notAllowed, 'geen toegang');
    connection.kleur = place;
    const room = await this.#registry.open(board, zone, (kept) => {
      const waiting = this.#connections.get(connection);
      return waiting !== undefined && answerEarly(connection, waiting, kept);
    });
    const entry = this.#connections.get(connection);
    if (entry === undefined || connection.closed) return;
    if (room.dropped) return connection.close(closeCode.unavailable, 'bord niet beschikbaar');
    if (room.epoch !== epoch) return connection.close(closeCode.oldEpoch, 'er is een nieuwe versie van dit bord');
    entry.room = room;
    room.join(connection);
    if (room.standing.readOnly === true && isTold(protocol, message.readOnly)) connection.send(readOnlyFrame);
    if (room.zone.kind === 'gedeeld') this.#tellTable(board);
    if (entry.answered !== undefined) room.answered(connection, entry.answered);
    for (const bytes of entry.waiting) room.frame(connection, bytes);
    entry.waiting = [];
  }

  #heard(connection: Connection, bytes: Uint8Array | undefined): void {
    connection.spoke();
    const entry = this.#connections.get(connection);
    if (entry === undefined || connection.ending) return;
    if (entry.room !== undefined) return entry.room.frame(connection, bytes);
    entry.waiting.push(bytes);
    entry.bytes += bytes?.length ?? 0;
    if (entry.bytes > this.#limits.frameBytes * 2 || entry.waiting.length > this.#limits.framesBeforeEntry)
      connection.close(closeCode.tooMuch, 'te veel');
  }

  #left(connection: Connection): void {
    const entry = this.#connections.get(connection);
    if (this.#connections.delete(connection)) this.#seats.leave(connection.request.board, connection.participant);
    if (entry?.room === undefined) return;
    entry.room.leave(connection);
    if (entry.room.zone.kind === 'gedeeld') this.#tellTable(entry.room.board);
  }

  #tellTable(board: string): void {
    for (const listener of this.#tableListeners) {
      try {
        listener(board);
      } catch {
        // Somebody came or left all the same: who listens must not be able to stop that.
        this.#options.log.error({ board }, 'a listener of the table threw');
      }
    }
  }

  #lookRegularly(): void {
    this.#cancelLook ??= this.#options.clock.setTimeout(() => {
      this.#cancelLook = undefined;
      for (const connection of this.#connections.keys()) connection.look();
      if (this.#connections.size > 0) this.#lookRegularly();
    }, this.#limits.lookMs);
  }

  write: ServerWrite = async (board, zone, onBehalfOf, change) => {
    if (this.#stopping !== undefined) throw new RoomError('onbereikbaar');
    const room = await this.#registry.open(board, zone);
    const seq = await room.write(onBehalfOf, change);
    return seq === undefined ? undefined : { epoch: room.epoch, seq };
  };

  async read(board: string, zone: string): Promise<Board> {
    return (await this.#registry.open(board, zone)).read();
  }

  async whole(board: string, zone: string): ReturnType<Rooms['whole']> {
    return wholeOf(await this.#registry.open(board, zone));
  }

  async setTable(board: string, zone: string, values: Readonly<Record<string, unknown>>): Promise<void> {
    const read = readZone(zone);
    if (read === undefined || !isServerZone(read)) throw new RoomError('recht');
    await this.write(board, zone, 'server', (doc) => setKeys(doc.getMap('tafel'), values, isDeepStrictEqual));
  }

  async erase(board: string, zone: string, onBehalfOf: Actor, thing: string, wasThere = false): Promise<void> {
    if (this.#stopping !== undefined) throw new RoomError('onbereikbaar');
    const read = readZone(zone);
    if (read === undefined || !mayErase(onBehalfOf, read)) throw new RoomError('recht');
    const room = await this.#registry.open(board, zone);
    const present = thingsOf(room.standing.doc).get(thing);
    const known = present !== undefined || wasThere || inkOf(room.standing.doc).has(thing);
    if (!known) throw new RoomError('plaats');
    if (read.kind !== 'eigen' && present !== undefined && present.get('weg') !== true) throw new RoomError('waarde');
    await room.replace(thing);
  }

  closeZone(board: string, zone: string, participant: string): void {
    closeZone(this.#connections.keys(), board, zone, participant);
  }

  closeParticipant(board: string, participant: string, code: number): void {
    closeAll(this.#connections.keys(), board, participant, code);
  }

  shutTable(board: string): void {
    endReading(this.#connections.keys(), board, this.#stateOf(board).now, this.#options.clock);
    for (const room of this.#registry.rooms()) if (room.board === board) room.presence.hush();
  }

  atTable(board: string): string[] {
    const there = [...this.#connections].flatMap(([{ participant }, { room }]) =>
      room?.board === board && room.zone.kind === 'gedeeld' ? [participant] : [],
    );
    return [...new Set(there)].sort();
  }

  onTable(listener: (board: string) => void): () => void {
    this.#tableListeners.add(listener);
    return () => this.#tableListeners.delete(listener);
  }

  counts(): RoomCounts {
    const rooms = this.#registry.rooms();
    return {
      rooms: rooms.length,
      sockets: this.#connections.size,
      seats: this.#seats.size(),
      held: this.#registry.held(),
      waitingBytes: rooms.reduce((sum, room) => sum + room.waitingBytes, 0),
      committing: this.#counted.busy(),
    };
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    for (const connection of this.#connections.keys()) connection.ending = true;
    await Promise.all(this.#registry.rooms().map((room) => room.settled()));
    for (const connection of this.#connections.keys()) connection.close(closeCode.restart, 'zo terug');
    this.#cancelLook?.();
    this.#registry.stop();
  }
}
