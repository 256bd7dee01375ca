import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defaultLimits as limits } from '@samenbord/server/limits.ts';
import { createAddresses } from '@samenbord/server/rooms/addresses.ts';
import { closeCode, message } from '@samenbord/shared/wire/socket.ts';
import { fakeWire, handClock } from '../support/fake-wire.ts';
import type { FakeWire } from '../support/fake-wire.ts';
import { presenceFrame, rawSocket, syncFrame } from '../support/raw-socket.ts';
import { card, participantRow, people, started, takeSeat, until } from '../support/room-server.ts';

const { regie, moeder, jeugdige } = people;
const request = { naam: 'x', board: 'bord', zone: 'gedeeld', epoch: 1, protocol: 1 };
const punten = Array.from({ length: 4000 }, (_, index) => index + 0.123456);

test('R60 a dead line is found within 15 seconds, and a slow one that is busy is not taken for dead', async () => {
  const clock = handClock();
  const { rooms } = await started({ clock });
  const stroke = { by: regie.id, view: 'genogram', kleur: 'ink', vorm: 'pen', punten };
  await rooms.write('bord', 'gedeeld', regie, (doc) => {
    for (let index = 0; index < 20; index++) doc.getMap('ink').set(`streep-${index}`, stroke);
  });
  // It asks for everything, and takes it in slowly: an answer to a ping comes only after that.
  const late = fakeWire();
  rooms.connect(late, { ...request, actor: moeder });
  await until('in again', () => rooms.atTable('bord').includes(moeder.id));
  late.say(syncFrame(0, new Uint8Array([0])));
  await until('answered', () => late.sent.some((frame) => frame.length > 500_000));
  clock.advance(25_000);
  expect(late.terminated).toBe(false);
  clock.advance(60_000);
  expect(late.terminated).toBe(true);
  const again = fakeWire();
  rooms.connect(again, { ...request, actor: moeder });
  await until('in once more', () => rooms.atTable('bord').includes(moeder.id));
  again.say(new Uint8Array([message.queryAwareness]));
  const before = again.sent.length;
  clock.advance(15_000);
  expect(again.terminated).toBe(true);
  expect(again.sent.slice(before).filter(([kind]) => kind === message.beat).length).toBeGreaterThanOrEqual(1);
});

test('R60 a socket that opens and never says a word is closed after a while', async () => {
  const clock = handClock();
  const { rooms } = await started({ clock });
  const [silent, speaking] = [fakeWire(), fakeWire()];
  rooms.connect(silent, { ...request, actor: regie });
  rooms.connect(speaking, { ...request, actor: moeder });
  await until('both in', () => rooms.atTable('bord').length === 2);
  speaking.say(new Uint8Array([message.queryAwareness]));
  for (let second = 0; second < 70; second++) {
    clock.advance(1000);
    silent.pong();
    speaking.pong();
  }
  expect(silent.closes).toEqual([closeCode.unavailable]);
  expect(speaking.closes).toEqual([]);
});

test('R61 one address has so many sockets and so many new ones a minute, and the others do not notice', () => {
  let now = 0;
  const addresses = createAddresses({ socketsPerAddress: 3, handshakesPerMinute: 6 }, () => now);
  expect(['a', 'a', 'a', 'a', 'b'].map((from) => addresses.enter(from))).toEqual([true, true, true, false, true]);
  addresses.leave('a');
  expect(addresses.enter('a')).toBe(true);
  addresses.leave('a');
  expect([addresses.enter('a'), addresses.enter('a')]).toEqual([true, false]);
  for (const from of ['a', 'a', 'a', 'a', 'b', 'b']) addresses.leave(from);
  now = 60_000;
  expect(addresses.enter('a')).toBe(true);
  addresses.leave('a');
  expect(addresses.counts()).toEqual({ addresses: 2, open: 0 });
  now = 200_000;
  addresses.enter('c');
  expect(addresses.counts()).toEqual({ addresses: 1, open: 1 });
});

test('R61 one board has so many sockets, and one participant of it', async () => {
  const { rooms } = await started({ limits: { ...limits, socketsPerBoard: 5, socketsPerParticipant: 3 } });
  const open = (actor: typeof regie | typeof moeder, board = 'bord') => {
    const wire = fakeWire();
    rooms.connect(wire, { ...request, board, actor });
    return wire;
  };
  const wires = [regie, regie, regie, regie, moeder, moeder, moeder].map((actor) => open(actor));
  expect(wires.map(({ closes }) => closes)).toEqual([[], [], [], [closeCode.tooMuch], [], [], [closeCode.tooMuch]]);
  expect(open(regie, 'ander').closes).toEqual([]);
  rooms.closeParticipant('bord', regie.id, closeCode.restart);
  expect([open(moeder).closes, open(moeder).closes, open(regie).closes]).toEqual([[], [closeCode.tooMuch], []]);
});

test('R63 a reader that stops taking in is sent away, and its own client has everything again when it goes on', async () => {
  const { port, rooms } = await started();
  const slow = takeSeat(port, moeder.id);
  const writers = [takeSeat(port, regie.id), takeSeat(port, jeugdige.id), takeSeat(port, people.scherm.id)].slice(0, 2);
  await until('synced', () => [slow, ...writers].every(({ provider }) => provider.synced));
  const line = (slow.provider.ws as unknown as { _socket: { pause(): void; resume(): void } })._socket;
  line.pause();
  let drawn = 0;
  while (rooms.atTable('bord').includes(moeder.id) && drawn < 420) {
    for (const writer of writers) {
      const by = writer === writers[0] ? regie.id : jeugdige.id;
      writer.act({
        kind: 'ink',
        id: `streep-${by}-${drawn}`,
        ink: { by, view: 'genogram', kleur: 'ink', vorm: 'pen', punten },
      });
    }
    drawn += 1;
    await until('saved', () => writers.every(({ saved }) => saved === drawn + 1));
  }
  expect(rooms.atTable('bord')).not.toContain(moeder.id);
  line.resume();
  await until('back with everything', () => slow.doc.getMap('ink').size === drawn * 2);
  expect(slow.closes[0]).toBe(closeCode.unavailable);
  expect(writers.flatMap(({ closes }) => closes)).toEqual([]);
  writers[0]?.act(card('kaart-1', regie.id, 'en verder'));
  await until('it follows', () => slow.text('kaart-1', 'tekst') === 'en verder');
});

test('R64 a flood of presence ends who sends it or is thinned, and wipes nobody', async () => {
  const { port } = await started();
  const one = takeSeat(port, regie.id);
  const watcher = takeSeat(port, moeder.id);
  await until('synced', () => one.provider.synced && watcher.provider.synced);
  one.provider.awareness.setLocalState({ view: 'genogram' });
  const there = () => watcher.provider.awareness.getStates().get(one.doc.clientID)?.['view'] === 'genogram';
  await until('seen', there);
  const ends: number[] = [];
  const many = Array.from({ length: 20_000 }, (_, index) => [index, 1, '{}'] as const);
  const wipe = Array.from(
    { length: 150 },
    (_, index) => [index === 7 ? one.doc.clientID : index, 2 ** 40, 'null'] as const,
  );
  for (const frame of [
    presenceFrame(many),
    presenceFrame([[9, 1, JSON.stringify({ view: 'x'.repeat(1024 * 1024) })]]),
  ]) {
    const raw = rawSocket(port, jeugdige.id);
    await raw.opened;
    raw.send(presenceFrame(wipe));
    raw.send(frame);
    ends.push(await raw.closed);
  }
  // So large that it is cut off before it is held in memory.
  expect(ends).toEqual([closeCode.badFrame, 1009]);
  const storm = rawSocket(port, jeugdige.id);
  await storm.opened;
  let told = 0;
  watcher.provider.awareness.on('update', () => void (told += 1));
  for (let x = 0; x < 1000; x++) storm.send(presenceFrame([[77, x, `{"cursor":{"view":"genogram","x":${x},"y":0}}`]]));
  const last = () => watcher.provider.awareness.getStates().get(77)?.['cursor'] as { x: number } | undefined;
  await until('the last word', () => last()?.x === 999);
  expect(told).toBeLessThan(200);
  expect(there()).toBe(true);
  expect(watcher.provider.awareness.getStates().size).toBe(3);
});

test('R66 a thousand boards opened and closed leave nothing behind', async () => {
  const clock = handClock();
  const { rooms, storage } = await started({ clock, graceMs: 1000 });
  const [leader] = [regie];
  for (let index = 0; index < 1000; index++) {
    const id = `b${index}`;
    const board = { id, titel: id, facts: { regie: [], kaders: [] }, createdAt: '2026-03-01T10:00:00.000Z' };
    await storage.createBoard(board, ['gedeeld', `eigen:${leader.id}`], participantRow(id, leader));
  }
  const opened = [];
  for (let from = 0; from < 1000; from += 100) {
    const wires: FakeWire[] = [];
    for (let index = from; index < from + 100; index++) {
      const [table, own] = [fakeWire(), fakeWire()];
      rooms.connect(table, { ...request, board: `b${index}`, actor: leader });
      rooms.connect(own, { ...request, board: `b${index}`, zone: `eigen:${leader.id}`, actor: leader });
      wires.push(table, own);
    }
    await until('all answered', () => rooms.counts().rooms >= 200 - 1 && rooms.counts().committing === 0);
    for (const wire of wires) wire.say(syncFrame(0, new Uint8Array([0])));
    await until('all synced', () => wires.every(({ sent }) => sent.length > 0));
    opened.push(wires.length);
    for (let index = from; index < from + 100; index++)
      rooms.closeParticipant(`b${index}`, leader.id, closeCode.restart);
    expect(rooms.counts()).toMatchObject({ sockets: 0, seats: 0 });
    // Twice: who reads along goes first, and then the table it read in.
    clock.advance(1001);
    clock.advance(1001);
    expect(rooms.counts()).toEqual({ rooms: 0, sockets: 0, seats: 0, held: 0, waitingBytes: 0, committing: 0 });
  }
  expect(opened.reduce((sum, count) => sum + count, 0)).toBe(2000);
  clock.advance(60_000);
  expect(clock.waiting()).toBe(0);
});

test('R67 the documents that only the server writes are written afresh too when they have grown', async () => {
  const { rooms, storage, port } = await started({ graceMs: 0, mostRows: 50 });
  for (let index = 0; index < 60; index++)
    await rooms.setTable('bord', 'tafel', {
      stap: index,
      deelnemers: [{ id: regie.id, beurt: index }],
      klok: { tot: 5 },
    });
  await until('a new epoch', () => rooms.counts().rooms === 0);
  let epoch = 1;
  for (let tries = 0; tries < 100 && epoch === 1; tries++) epoch = (await storage.epoch('bord', 'tafel')) ?? 1;
  expect(epoch).toBe(2);
  const { updates, lastSeq } = await storage.loadDocument('bord', 'tafel');
  expect([lastSeq, updates.length]).toEqual([1, 1]);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const newest = { stap: 59, deelnemers: [{ id: regie.id, beurt: 59 }], klok: { tot: 5 } };
  expect(doc.getMap('tafel').toJSON()).toEqual(newest);
  const seat = takeSeat(port, moeder.id, { zone: 'tafel', epoch });
  await until('read', () => seat.provider.synced);
  await rooms.setTable('bord', 'tafel', { stap: 60, klok: undefined });
  await until('told', () => seat.doc.getMap('tafel').get('stap') === 60);
  expect(seat.doc.getMap('tafel').toJSON()).toEqual({ stap: 60, deelnemers: newest.deelnemers });
});
