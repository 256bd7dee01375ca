import { expect, test } from 'vitest';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { createLocalBus } from '@samenbord/server/rooms/ports.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms } from '@samenbord/server/rooms/rooms.ts';
import type { Storage } from '@samenbord/server/storage/storage.ts';
import { fakeWire, handClock } from '../support/fake-wire.ts';
import type { FakeWire } from '../support/fake-wire.ts';
import { card, pause, people, started } from '../support/room-server.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';

const { regie, moeder } = people;
const log = { warn: () => undefined, error: () => undefined };
/** "I have nothing, what is there?" */
const firstQuestion = Uint8Array.of(0, 0, 1, 0);

/** Answers (kind 1) and questions (kind 0) that were sent, in order. */
const syncs = ({ sent }: FakeWire): { kind: number; bytes: Uint8Array }[] =>
  sent.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== 0) return [];
    return [{ kind: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) }];
  });

/** A board with sixty cards, kept as one state when `kept`, and rooms that have read nothing of it. */
async function asleep(kept: boolean): Promise<{ storage: Storage; again: () => { rooms: Rooms; clock: Clock } }> {
  const { rooms, storage } = await started();
  await rooms.write('bord', 'gedeeld', regie, (doc) => {
    for (let index = 0; index < 60; index++)
      carryOut(doc, card(`kaart-${index}`, regie.id, `tekst ${index}`), { tracked: 1, untracked: 1 });
  });
  await rooms.stop();
  if (kept) {
    const { lastSeq, updates, epoch } = await storage.loadDocument('bord', 'gedeeld');
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    await storage.saveSnapshot('bord', 'gedeeld', epoch, lastSeq, Y.encodeStateAsUpdate(doc));
  }
  const again = (): { rooms: Rooms; clock: Clock } => {
    const clock = handClock();
    return { rooms: createRooms({ storage, clock, log, bus: createLocalBus() }), clock };
  };
  return { storage, again };
}
type Clock = ReturnType<typeof handClock>;

function arrive(rooms: Rooms, epoch = 1): FakeWire {
  const wire = fakeWire();
  rooms.connect(wire, { actor: moeder, naam: 'x', board: 'bord', zone: 'gedeeld', epoch, protocol: 2 });
  wire.say(firstQuestion);
  return wire;
}

/** Real time for the storage thread; the clock of the rooms stands still meanwhile. */
async function whileReading(done: () => boolean, clock?: Clock): Promise<void> {
  for (let tries = 0; tries < 400 && !done(); tries++) {
    await pause(5);
    clock?.advance(1);
  }
}

const cardsIn = (bytes: Uint8Array): number => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc.getMap('things').size;
};

test('R53 whoever comes first gets the kept state before the document is built, once, and is asked what they have after it', async () => {
  const { again } = await asleep(true);
  const { rooms, clock } = again();
  const wires = [arrive(rooms), arrive(rooms)];
  await whileReading(() => wires.every((wire) => syncs(wire).length > 0));
  // The clock of the rooms stands still, so the document is not built: all they can have is what was kept.
  for (const wire of wires) {
    expect(syncs(wire).map(({ kind }) => kind)).toEqual([1]);
    expect(cardsIn(syncs(wire)[0]?.bytes ?? new Uint8Array())).toBe(60);
  }
  expect(rooms.counts().rooms).toBe(0);
  await whileReading(() => wires.every((wire) => syncs(wire).length > 1), clock);
  for (const wire of wires) expect(syncs(wire).map(({ kind }) => kind)).toEqual([1, 0]);
  await rooms.stop();
});

test('R53 an old epoch, and a log with rows behind what was kept, get nothing early', async () => {
  const kept = (await asleep(true)).again();
  const late = arrive(kept.rooms, 7);
  await whileReading(() => late.closes.length > 0, kept.clock);
  expect([late.closes, syncs(late)]).toEqual([[closeCode.oldEpoch], []]);
  await kept.rooms.stop();
  const log = (await asleep(false)).again();
  const wire = arrive(log.rooms);
  await whileReading(() => syncs(wire).length > 0);
  expect(syncs(wire).map(({ kind }) => kind)).toEqual([1, 0]);
  expect(cardsIn(syncs(wire)[0]?.bytes ?? new Uint8Array())).toBe(60);
  await log.rooms.stop();
});

test('R53 what is written after the kept state comes after it, and nothing is missed', async () => {
  const { again } = await asleep(true);
  const { rooms, clock } = again();
  const wire = arrive(rooms);
  await whileReading(() => syncs(wire).length > 0);
  const written = rooms.write('bord', 'gedeeld', regie, (doc) => {
    carryOut(doc, card('kaart-nieuw', regie.id, 'nieuw'), { tracked: 1, untracked: 1 });
  });
  await whileReading(() => syncs(wire).length > 2, clock);
  await written;
  const doc = new Y.Doc();
  for (const { kind, bytes } of syncs(wire)) if (kind > 0) Y.applyUpdate(doc, bytes);
  expect(doc.getMap('things').size).toBe(61);
  await rooms.stop();
});
