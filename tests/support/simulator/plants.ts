import * as Y from 'yjs';
import { message } from '@samenbord/shared/wire/socket.ts';
import { readFrame, savedFrame, updateFrame } from '@samenbord/server/rooms/frames.ts';
import type { RoomStorage, Wire } from '@samenbord/server/rooms/ports.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { DocumentRow } from '@samenbord/server/storage/storage.ts';
import type { Dice } from '../gate-dice.ts';
import type { Disk } from './disk.ts';
import type { Features } from './features.ts';
import type { Plant } from './machine.ts';
import type { Oracle } from './referee.ts';
import type { Schedule } from './schedule.ts';

/** A mistake that this kind of server is known for, and the promise that is broken by it. */
export type Planted = {
  readonly make: (schedule: Schedule) => Plant;
  /** The world in which it can show. */
  readonly features?: Partial<Features>;
  readonly breaks: readonly Oracle[];
  /** Two tabs that write under one Yjs client. */
  readonly sharedClient?: true;
  /** Processes do not die in this one: the mistake must show without. */
  readonly undying?: true;
};

const isUpdate = (bytes: Uint8Array): boolean => bytes[0] === message.sync && bytes[1] === 2;

/** The sender hears "saved" when its frame comes in. */
function savedAtOnce(wire: Wire): Wire {
  let frames = 0;
  return {
    ...wire,
    send: (bytes) => {
      if (bytes[0] !== message.saved) wire.send(bytes);
    },
    listen: (listener) =>
      wire.listen({
        ...listener,
        message: (bytes) => {
          listener.message(bytes);
          if (bytes !== undefined && readFrame(bytes)?.kind === 'update') wire.send(savedFrame(++frames));
        },
      }),
  };
}

/** One in thirty broadcasts does not reach one of its readers. */
const forgetful = (wire: Wire, dice: Dice): Wire => ({
  ...wire,
  send: (bytes) => {
    if (!isUpdate(bytes) || dice.below(30) > 0) wire.send(bytes);
  },
});

/** What only takes away is let through, whoever sends it; the sign that goes with it, so that it is numbered, is taken away again by the same update. */
const deletesUnchecked: NonNullable<Plant['judge']> = (judge) => (scene, writer, bytes) => {
  const verdict = judge(scene, writer, bytes);
  if (verdict.ok || verdict.code !== 'recht') return verdict;
  const { structs, ds } = Y.decodeUpdate(bytes);
  const takenAway = ({ id, length }: { id: Y.ID; length: number }): boolean =>
    ds.clients.get(id.client)?.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len) ?? false;
  if (!structs.every(takenAway)) return verdict;
  return { ok: true, update: bytes, clientId: structs[0]?.id.client, changes: [] };
};

/** What is accepted is told to the others at once, and kept after that. */
const tellsFirst: NonNullable<Plant['judge']> = (judge, machine) => (scene, writer, bytes) => {
  const verdict = judge(scene, writer, bytes);
  if (!verdict.ok || verdict.update === undefined || scene.zone.kind !== 'gedeeld') return verdict;
  const frame = updateFrame(verdict.update);
  for (const { wire, participant, zone } of machine.open)
    if (zone === 'gedeeld' && participant !== writer.actor.id) wire.send(frame);
  return verdict;
};

/** A private document is told to whoever is in the room. */
const tellsPrivate: NonNullable<Plant['judge']> = (judge, machine) => (scene, writer, bytes) => {
  const verdict = judge(scene, writer, bytes);
  if (!verdict.ok || verdict.update === undefined || scene.zone.kind !== 'eigen') return verdict;
  for (const { wire, zone } of machine.open) if (zone === 'gedeeld') wire.send(updateFrame(verdict.update));
  return verdict;
};

/** Storing is put off for a second; a room that left memory meanwhile takes what was not stored with it. */
function storesLater(storage: RoomStorage, schedule: Schedule): RoomStorage {
  const unstored = new Map<string, DocumentRow[]>();
  const keyOf = ({ board, zone }: { board: string; zone: string }): string => `${board} ${zone}`;
  return {
    ...storage,
    append: (rows) => {
      for (const row of rows) {
        const waiting = unstored.get(keyOf(row)) ?? [];
        unstored.set(keyOf(row), [...waiting, row]);
        if (waiting.length === 0)
          schedule.later(1000, () => {
            const due = unstored.get(keyOf(row)) ?? [];
            unstored.delete(keyOf(row));
            if (due.length > 0) storage.append(due).catch(() => undefined);
          });
      }
      return Promise.resolve();
    },
    loadDocument: (board, zone) => {
      unstored.delete(keyOf({ board, zone }));
      return storage.loadDocument(board, zone);
    },
  };
}

/** A new epoch is taken, whatever was written since the document was read for it. */
const dropsLateRows = (storage: RoomStorage, disk: Disk): RoomStorage => ({
  ...storage,
  startEpoch: (next) => {
    const { board, zone } = next;
    return storage.startEpoch({ ...next, from: { ...next.from, seq: disk.rows(board, zone).length } });
  },
});

/** What is written afresh has one thing less. */
const losesOne = (storage: RoomStorage): RoomStorage => ({
  ...storage,
  startEpoch: (next) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, next.update);
    const last = [...doc.getMap('things').keys()].at(-1);
    if (last !== undefined) doc.getMap('things').delete(last);
    return storage.startEpoch({ ...next, update: Y.encodeStateAsUpdate(doc) });
  },
});

/** Nobody remembers what was erased for good. */
const forgetsErased = (storage: RoomStorage): RoomStorage => ({
  ...storage,
  loadDocument: async (board, zone) => ({ ...(await storage.loadDocument(board, zone)), erased: [] }),
});

/** The merged state beside the log says it is one row further than it is. */
const shortSnapshot = (storage: RoomStorage): RoomStorage => ({
  ...storage,
  saveSnapshot: async (board, zone, epoch, seq) => {
    const { updates } = await storage.loadDocument(board, zone);
    await storage.saveSnapshot(board, zone, epoch, seq, Y.mergeUpdates(updates.slice(0, -1)));
  },
});

/** Two processes each number their rows as if they were alone, and the later one takes the place of the earlier. */
const appendsBlindly = (storage: RoomStorage, disk: Disk): RoomStorage => ({
  ...storage,
  append: (rows) =>
    storage.append(rows).catch((error: unknown) => {
      if (!(error instanceof StorageError) || error.code !== 'volgorde') throw error;
      for (const row of rows) if (disk.epochOf(row.board, row.zone) === row.epoch) disk.overwrite(row);
    }),
});

export const plants = {
  'acknowledge before commit': { make: () => ({ wire: savedAtOnce }), breaks: ['saved-early'] },
  'lost broadcast': { make: () => ({ wire: forgetful }), breaks: ['unequal', 'stuck'] },
  'no check on deletes': { make: () => ({ judge: deletesUnchecked }), breaks: ['right'] },
  'reused clientID': { make: () => ({}), breaks: ['lost', 'unequal'], sharedClient: true },
  'broadcast before persist': { make: () => ({ judge: tellsFirst }), breaks: ['told-early'] },
  'unload before store': {
    make: (schedule) => ({ storage: (storage) => storesLater(storage, schedule) }),
    breaks: ['lost'],
    undying: true,
  },
  // Beside the six: that the last two oracles bite as well.
  'private words to others': { make: () => ({ judge: tellsPrivate }), breaks: ['leak'] },
  'sockets stay after a revocation': { make: () => ({ keepsSockets: true }), breaks: ['revoked'] },
  // What new epochs, snapshots, roles and a second process can do wrong.
  'rebuild drops a late row': {
    make: () => ({ storage: dropsLateRows }),
    breaks: ['lost', 'unequal'],
    features: { processes: 2, mostRows: 10 },
  },
  'rebuild leaves a card behind': {
    make: () => ({ storage: losesOne }),
    breaks: ['lost'],
    features: { mostRows: 10 },
  },
  'erased comes back by replay': { make: () => ({ storage: forgetsErased }), breaks: ['erased', 'right'] },
  'an old epoch is let in': { make: () => ({ anyEpoch: true }), breaks: ['unequal', 'stuck', 'doubled', 'refused'] },
  'a snapshot misses a row': {
    make: () => ({ storage: shortSnapshot }),
    breaks: ['lost', 'unequal', 'stuck', 'broken'],
    features: { long: true, mostRows: 1e9 },
  },
  'a role that fell still writes': { make: () => ({ keepsSockets: true }), breaks: ['right'] },
  'the grace has no end': { make: () => ({ endlessGrace: true }), breaks: ['right'] },
  'two processes append blindly': {
    make: () => ({ storage: appendsBlindly }),
    breaks: ['lost', 'unequal', 'stuck', 'right'],
    features: { processes: 2 },
  },
} as const satisfies Record<string, Planted>;
export type PlantName = keyof typeof plants;
