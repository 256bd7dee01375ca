import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { createLocalBus } from '@samenbord/server/rooms/ports.ts';
import { fakeWire } from '../support/fake-wire.ts';
import { heldStorage } from '../support/held-storage.ts';
import { holds, rawSocket, syncFrame } from '../support/raw-socket.ts';
import { card, pause, people, started, takeSeat, until } from '../support/room-server.ts';

const { regie, moeder } = people;
const emptyStateVector = new Uint8Array([0]);

test('R1 two people on plain providers see each other’s edits, and these are in the log', async () => {
  const { port, rooms, storage } = await started();
  const one = takeSeat(port, regie.id);
  const two = takeSeat(port, moeder.id);
  await until('both synced', () => one.provider.synced && two.provider.synced);
  one.act(card('kaart-1', regie.id, 'van regie'));
  two.act(card('kaart-2', moeder.id, 'van moeder'));
  await until(
    'each sees the other',
    () => one.text('kaart-2', 'tekst') === 'van moeder' && two.text('kaart-1', 'tekst') === 'van regie',
  );
  expect([...(await rooms.read('bord', 'gedeeld')).things.keys()].sort()).toEqual(['kaart-1', 'kaart-2']);
  const history = await storage.history('bord', 'gedeeld');
  expect(new Set(history.map(({ by }) => by))).toEqual(new Set([regie.id, moeder.id]));
  expect(history.map(({ seq }) => seq)).toEqual(history.map(({ seq }) => seq).toSorted((a, b) => a - b));
});

test('R2 nobody is told of an edit before it is committed: not the others, not the sender, not a newcomer', async () => {
  const held = heldStorage();
  const { port } = await started({ between: held.between });
  const writer = takeSeat(port, regie.id);
  const other = rawSocket(port, moeder.id);
  await until('synced and counted', () => writer.provider.synced && writer.saved === 1);
  await other.opened;
  held.hold();
  const before = held.appends();
  writer.act(card('kaart-1', regie.id, 'merkteken-a'));
  await until('the commit is under way', () => held.appends() === before + 1);
  // A second keystroke is judged on what is not committed yet, and waits with it.
  writer.act({ kind: 'editText', id: 'kaart-1', field: 'tekst', at: 0, remove: '', insert: 'merkteken-b ' });
  const newcomer = rawSocket(port, people.jeugdige.id);
  await newcomer.opened;
  newcomer.send(syncFrame(0, emptyStateVector));
  await pause(150);
  expect(writer.saved).toBe(1);
  expect(holds(other.frames, 'merkteken') || holds(newcomer.frames, 'merkteken')).toBe(false);
  expect(newcomer.frames.some((bytes) => bytes[0] === 0)).toBe(false);
  held.release();
  await until(
    'all are told',
    () => writer.saved === 4 && holds(other.frames, 'merkteken-b') && holds(newcomer.frames, 'merkteken-b'),
  );
  expect(writer.refused).toEqual([]);
});

test('R3 when a commit fails nobody sees the edit, and the room comes back from the log with all that was committed', async () => {
  const held = heldStorage();
  const { port, rooms } = await started({ between: held.between });
  const writer = takeSeat(port, regie.id);
  const other = takeSeat(port, moeder.id);
  await until('synced', () => writer.provider.synced && other.provider.synced);
  writer.act(card('kaart-1', regie.id, 'bewaard'));
  await until('kept', () => other.text('kaart-1', 'tekst') === 'bewaard');
  held.fail();
  writer.act(card('kaart-2', regie.id, 'nog niet'));
  await until(
    'both are sent away to come back',
    () => writer.closes.includes(closeCode.unavailable) && other.closes.includes(closeCode.unavailable),
  );
  await pause(300);
  expect(other.text('kaart-2', 'tekst')).toBeUndefined();
  expect([...(await rooms.read('bord', 'gedeeld')).things.keys()]).toEqual(['kaart-1']);
  held.work();
  // The writer still has it and brings it along when it comes back by itself.
  await until('it arrives after all', () => other.text('kaart-2', 'tekst') === 'nog niet');
  expect(other.text('kaart-1', 'tekst')).toBe('bewaard');
});

test('R4 a document that cannot be loaded is not available; it is never an empty board', async () => {
  const held = heldStorage();
  const { port, storage, logged } = await started({ between: held.between });
  const writer = takeSeat(port, regie.id);
  await until('synced', () => writer.provider.synced);
  writer.act(card('kaart-1', regie.id, 'bewaard'));
  await until('kept', () => writer.saved >= 3);
  const before = await storage.loadDocument('bord', 'gedeeld');
  writer.leave();
  held.failLoads();
  const empty = await started({ between: () => held.between(storage) });
  const seat = rawSocket(empty.port, moeder.id);
  seat.send(syncFrame(0, emptyStateVector));
  expect(await seat.closed).toBe(closeCode.unavailable);
  expect(seat.frames).toEqual([]);
  await expect(empty.rooms.read('bord', 'gedeeld')).rejects.toThrow('onbereikbaar');
  await expect(
    empty.rooms.write('bord', 'tafel', 'server', (doc) => void doc.getMap('tafel').set('stap', 1)),
  ).rejects.toThrow('onbereikbaar');
  expect(await storage.loadDocument('bord', 'gedeeld')).toEqual(before);
  expect(empty.logged.join('\n')).toContain('beschadigd');
  expect([...logged, ...empty.logged].join('\n')).not.toContain('bewaard');
  held.work();
  expect([...(await empty.rooms.read('bord', 'gedeeld')).things.keys()]).toEqual(['kaart-1']);
});

test('R5 who joins while the last write of somebody who left is under way finds that write', async () => {
  const held = heldStorage();
  const { port } = await started({ between: held.between, graceMs: 0 });
  const writer = takeSeat(port, regie.id);
  await until('synced', () => writer.provider.synced);
  held.hold();
  const before = held.appends();
  writer.act(card('kaart-1', regie.id, 'laatste woord'));
  await until('the commit is under way', () => held.appends() > before);
  writer.leave();
  await pause(50);
  const late = takeSeat(port, moeder.id);
  await pause(50);
  expect(late.provider.synced).toBe(false);
  held.release();
  await until('it is there', () => late.text('kaart-1', 'tekst') === 'laatste woord');
});

test('R6 a room leaves memory after its last commit, and is read from the log again as it was', async () => {
  const held = heldStorage();
  const { port, rooms } = await started({ between: held.between, graceMs: 20 });
  const writer = takeSeat(port, regie.id);
  await until('synced', () => writer.provider.synced);
  writer.act(card('kaart-1', regie.id, 'blijft'));
  await until('saved', () => writer.saved === 3);
  const loads = held.loads();
  const second = takeSeat(port, moeder.id);
  await until('synced', () => second.provider.synced);
  expect(held.loads()).toBe(loads);
  writer.leave();
  second.leave();
  await until('both are gone', () => rooms.atTable('bord').length === 0);
  await pause(150);
  const again = takeSeat(port, moeder.id);
  await until('it is read again', () => again.text('kaart-1', 'tekst') === 'blijft');
  expect(held.loads()).toBe(loads + 1);
});

test('R24 a server that stops commits what it took, says it will be back, and takes nobody new', async () => {
  const held = heldStorage();
  const { port, rooms, storage } = await started({ between: held.between });
  const writer = takeSeat(port, regie.id);
  await until('synced', () => writer.provider.synced);
  held.hold();
  const before = held.appends();
  writer.act(card('kaart-1', regie.id, 'op de valreep'));
  await until('under way', () => held.appends() > before);
  const stopped = rooms.stop();
  const late = rawSocket(port, moeder.id);
  expect(await late.closed).toBe(closeCode.restart);
  held.release();
  await stopped;
  await until('told', () => writer.closes.includes(closeCode.restart));
  expect(writer.saved).toBe(3);
  const { updates } = await storage.loadDocument('bord', 'gedeeld');
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  expect(doc.getMap('things').has('kaart-1')).toBe(true);
});

test('R26 rows that another process wrote make the room read the log again', async () => {
  const bus = createLocalBus();
  const { port, storage } = await started({ bus });
  const reader = takeSeat(port, moeder.id);
  await until('synced', () => reader.provider.synced);
  const { lastSeq } = await storage.loadDocument('bord', 'gedeeld');
  const doc = new Y.Doc();
  doc.getMap('places').set('genogram:kaart-1', { x: 1, y: 2 });
  const row = { board: 'bord', zone: 'gedeeld', epoch: 1, seq: lastSeq + 1 };
  await storage.append([{ ...row, update: Y.encodeStateAsUpdate(doc), history: [] }]);
  bus.publish(row);
  await until('it is there', () => reader.doc.getMap('places').has('genogram:kaart-1'));
  bus.publish(row);
  await pause(100);
  expect(reader.closes).toEqual([closeCode.unavailable]);
});

test('R27 a long log gets a merged state beside it while people write, and the document is the same', async () => {
  const { rooms, storage, port } = await started();
  for (let index = 0; index < 520; index++) {
    await rooms.write('bord', 'tafel', 'server', (doc) => void doc.getMap('tafel').set('stap', index));
  }
  const rows = async (): Promise<number> => (await storage.loadDocument('bord', 'tafel')).rows;
  for (let tries = 0; tries < 200 && (await rows()) > 20; tries++) await pause(10);
  expect(await storage.loadDocument('bord', 'tafel')).toMatchObject({ rows: 20, lastSeq: 520 });
  const seat = takeSeat(port, regie.id, { zone: 'tafel' });
  await until('the newest', () => seat.doc.getMap('tafel').get('stap') === 519);
});

test('R27 a room that leaves memory keeps a merged state, and comes back from it the same', async () => {
  const { rooms, storage, port } = await started({ graceMs: 30 });
  for (let index = 0; index < 60; index++) {
    await rooms.write('bord', 'tafel', 'server', (doc) => void doc.getMap('tafel').set('stap', index));
  }
  const rows = async (): Promise<number> => (await storage.loadDocument('bord', 'tafel')).rows;
  for (let tries = 0; tries < 300 && (await rows()) > 10; tries++) await pause(10);
  expect(await rows()).toBeLessThanOrEqual(10);
  const seat = takeSeat(port, regie.id, { zone: 'tafel' });
  await until('the newest', () => seat.doc.getMap('tafel').get('stap') === 59);
});

test('R7 while the disk does not answer, what waits for it stays bounded, and nothing that was promised is lost', async () => {
  const held = heldStorage();
  const { rooms, storage } = await started({ between: held.between });
  await rooms.read('bord', 'gedeeld');
  held.hold();
  const punten = Array.from({ length: 4000 }, (_, index) => index + 0.123456);
  const ends: number[] = [];
  for (const [person, actor] of [moeder, people.jeugdige].entries()) {
    const wire = fakeWire();
    rooms.connect(wire, { actor, naam: 'x', board: 'bord', zone: 'gedeeld', epoch: 1, protocol: 1 });
    await pause(50);
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => wire.say(syncFrame(2, update)));
    for (let stroke = 0; stroke < 140 && wire.closes.length === 0; stroke++) {
      doc
        .getMap('ink')
        .set(`streep-${person}-${stroke}`, { by: actor.id, view: 'genogram', kleur: 'ink', vorm: 'pen', punten });
    }
    ends.push(...wire.closes);
  }
  expect(ends).toContain(closeCode.unavailable);
  const reading = rooms.read('bord', 'gedeeld');
  held.release();
  const { ink } = await reading;
  expect(ink.size).toBeGreaterThan(200);
  expect(ink.size * punten.length * 9).toBeLessThan(10 * 1024 * 1024);
  expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(ink.size + 1);
});
