import { readZone } from '@samenbord/shared/access/zones.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { Limits } from '../limits.ts';
import { createDisk } from './disk.ts';
import { createEarlyListeners } from './early-answer.ts';
import type { AsKept, OnKept } from './early-answer.ts';
import { loadDocument } from './load.ts';
import { isGrown } from './new-epoch.ts';
import type { Bus, Clock, RoomLog, RoomStorage } from './ports.ts';
import { Room } from './room.ts';
import type { OnFill } from './room-budget.ts';
import type { Judge, StateOf } from './room-ports.ts';
import { createSnapshots } from './snapshots.ts';

export type RegistryPorts = {
  readonly storage: RoomStorage;
  readonly clock: Clock;
  readonly log: RoomLog;
  readonly bus: Bus;
  readonly judge: Judge;
  readonly stateOf: StateOf;
  readonly limits: Limits;
  readonly onFill?: OnFill | undefined;
  readonly graceMs: number;
  readonly mostRows: number;
};

/** Which documents are in memory. */
export type Registry = {
  /** The room of a document: loaded once, whoever asks meanwhile waits for the same. Throws `RoomError`; the next call tries again. */
  open(board: string, zone: string, onKept?: OnKept): Promise<Room>;
  /** The rooms that are in memory now. */
  rooms(): Room[];
  /** Everything that is held now: 0 when nobody is there. */
  held(): number;
  stop(): void;
};

type Slot = { readonly promise: Promise<Room>; room?: Room };

/** Documents of fewer people than the table. */
const isBesideTable = ({ kind }: Zone): boolean => kind === 'eigen' || kind === 'vertrouwd' || kind === 'team';

const keyOf = (board: string, zone: string): string => `${board} ${zone}`;

/** Makes an empty registry. A room leaves memory when it has been without sockets and without work for `graceMs`. */
export function createRegistry(ports: RegistryPorts): Registry {
  const early = createEarlyListeners(ports.clock);
  const slots = new Map<string, Slot>();
  /** Rooms out of service whose last commit is still under way: the log is read again only after that. */
  const leaving = new Map<string, Promise<void>>();
  const timers = new Map<Room, () => void>();
  const companions = new Map<Room, Room>();
  const disk = createDisk(ports.clock);
  const snapshots = createSnapshots(ports.storage, ports.log);

  const release = (room: Room): void => {
    const key = keyOf(room.board, room.zoneName);
    if (slots.get(key)?.room === room) slots.delete(key);
    timers.get(room)?.();
    timers.delete(room);
    const companion = companions.get(room);
    companions.delete(room);
    if (companion === undefined) return;
    companion.holders -= 1;
    if (companion.idle && !companion.dropped) onIdle(companion);
  };

  const onIdle = (room: Room): void => {
    timers.get(room)?.();
    const stop = ports.clock.setTimeout(() => {
      timers.delete(room);
      if (!room.idle || room.dropped) return;
      // It leaves memory with its epoch. When that cannot be, the log stays as it was.
      if (isGrown(room.standing, ports.mostRows)) return void room.replace().catch(() => undefined);
      snapshots.leaving(room);
      release(room);
      room.destroy();
    }, ports.graceMs);
    timers.set(room, stop);
  };

  const onSettled = (room: Room): void => {
    if (room.dropped) return;
    snapshots.settled(room);
    if (room.idle) onIdle(room);
  };

  const onDropped = (room: Room): void => {
    const key = keyOf(room.board, room.zoneName);
    release(room);
    const gone = room.settled().then(() => {
      if (leaving.get(key) === gone) leaving.delete(key);
      room.destroy();
    });
    leaving.set(key, gone);
    // Who reads along in this document starts again with it.
    for (const [reader, companion] of companions) if (companion === room) reader.drop();
  };

  /**
   * What stands in a private document may refer to what lies on the table where everybody who reads it opens the table too, so the table is kept in memory beside it. A
   * professional who reads a trusted box opens the table, or could not be named; its owner may be somebody who does not.
   */
  const companionOf = async (board: string, zone: string): Promise<Room | undefined> => {
    const read = readZone(zone);
    if (read === undefined || !isBesideTable(read)) return undefined;
    if (read.kind === 'vertrouwd') {
      const owner = (await ports.storage.participants(board)).find(({ id }) => id === read.owner);
      if (owner?.opent.includes('gedeeld') !== true) return undefined;
    }
    const companion = await open(board, 'gedeeld');
    companion.holders += 1;
    return companion;
  };

  const load = async (board: string, zone: string): Promise<Room> => {
    await leaving.get(keyOf(board, zone));
    const companion = await companionOf(board, zone);
    try {
      const tell = (kept: AsKept): Promise<void> => early.tell(keyOf(board, zone), kept);
      const loaded = await loadDocument(ports.storage, ports.log, board, zone, tell);
      const lookup = (actor: Actor, id: string): ThingType | undefined =>
        actor.opens.includes('gedeeld') ? companion?.typeOf(id) : undefined;
      const room = new Room(loaded, { ...ports, disk, lookup, onSettled, onIdle, onDropped });
      if (companion !== undefined) companions.set(room, companion);
      return room;
    } catch (error) {
      if (companion !== undefined) companion.holders -= 1;
      throw error;
    }
  };

  /** Whoever comes while a new epoch is made gets the room of that epoch. */
  const open = async (board: string, zone: string, onKept?: OnKept): Promise<Room> => {
    const key = keyOf(board, zone);
    if (onKept !== undefined && slots.get(key)?.room === undefined) early.add(key, onKept);
    const room = await present(board, zone);
    if (room.replacing === undefined) return room;
    await room.settled();
    return open(board, zone);
  };

  const present = (board: string, zone: string): Promise<Room> => {
    const key = keyOf(board, zone);
    const known = slots.get(key);
    if (known !== undefined) return known.promise;
    const promise = load(board, zone);
    const slot: Slot = { promise };
    slots.set(key, slot);
    void promise.finally(() => early.forget(key)).catch(() => undefined);
    promise.then(
      (room) => {
        slot.room = room;
        if (room.idle) onIdle(room);
      },
      () => {
        if (slots.get(key) === slot) slots.delete(key);
      },
    );
    return promise;
  };

  const stopWaking = ports.bus.subscribe(({ board, zone, epoch, seq }) => {
    const room = slots.get(keyOf(board, zone))?.room;
    // Another process wrote: what lies here is old. The log is the truth, so the room is read again from there.
    if (room !== undefined && (epoch !== room.epoch || seq > room.lastSeq)) room.drop();
  });

  return {
    open,
    rooms: () => [...slots.values()].flatMap(({ room }) => room ?? []),
    held: () => slots.size + leaving.size + timers.size + companions.size,
    stop: () => {
      stopWaking();
      for (const cancel of timers.values()) cancel();
      timers.clear();
      for (const { room } of slots.values()) {
        if (room?.idle === true) snapshots.stopping(room);
        room?.destroy();
      }
      slots.clear();
    },
  };
}
