import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { heldStorage } from '../support/held-storage.ts';
import { rawSocket, syncFrame } from '../support/raw-socket.ts';
import { card, pause, people, started, takeSeat, until } from '../support/room-server.ts';

const { regie, moeder } = people;
const origins = { tracked: 'server', untracked: 'server' };

test('R20 revoking closes every socket of that participant on that board at once, also one that is just coming in', async () => {
  const { port, rooms, storage } = await started();
  const here = [
    takeSeat(port, moeder.id),
    takeSeat(port, moeder.id, { zone: `eigen:${moeder.id}` }),
    takeSeat(port, moeder.id, { zone: 'tafel' }),
  ];
  const elsewhere = takeSeat(port, moeder.id, { board: 'ander' });
  const other = takeSeat(port, regie.id);
  await until('all synced', () => [...here, elsewhere, other].every(({ provider }) => provider.synced));
  await storage.revokeParticipant('bord', moeder.id, '2026-03-01T12:00:00.000Z');
  rooms.closeParticipant('bord', moeder.id, closeCode.revoked);
  here[0]?.act(card('te-laat', moeder.id, 'te laat'));
  await until('all closed', () => here.every(({ closes }) => closes.includes(closeCode.revoked)));
  expect([...elsewhere.closes, ...other.closes]).toEqual([]);
  expect((await rooms.read('bord', 'gedeeld')).things.size).toBe(0);
  // Its cookie was looked at before the revocation; the room looks once more.
  const late = rawSocket(port, moeder.id);
  expect(await late.closed).toBe(closeCode.revoked);
  expect(late.frames).toEqual([]);
});

test('R21 the server writes through the same gate: on behalf of somebody, whole or not at all', async () => {
  const { port, rooms, storage } = await started();
  const reader = takeSeat(port, moeder.id);
  await until('synced', () => reader.provider.synced);
  await rooms.write('bord', 'gedeeld', regie, (doc) => {
    for (let index = 0; index < 400; index++) {
      const thing = {
        id: `persoon-${index}`,
        type: 'persoon',
        by: regie.id,
        texts: { naam: `Persoon ${index}` },
      } as const;
      carryOut(doc, { kind: 'create', thing, place: { view: 'genogram', at: { x: index, y: 0 } } }, origins);
    }
  });
  await until('seen', () => reader.doc.getMap('things').size === 400);
  expect((await rooms.read('bord', 'gedeeld')).places.size).toBe(400);
  const { lastSeq } = await storage.loadDocument('bord', 'gedeeld');
  const refused = rooms.write('bord', 'gedeeld', moeder, (doc) => {
    carryOut(doc, card('mag-wel', moeder.id, 'eigen kaart'), origins);
    carryOut(doc, { kind: 'set', id: 'persoon-1', field: 'geslacht', value: 'man' }, origins);
  });
  await expect(refused).rejects.toMatchObject({ name: 'RoomError', code: 'recht' });
  const beside = rooms.write(
    'bord',
    'gedeeld',
    'server',
    (doc) => void doc.getMap('places').set('genogram:persoon-1', { x: 0, y: 0 }),
  );
  await expect(beside).rejects.toMatchObject({ code: 'recht' });
  const broken = rooms.write('bord', 'gedeeld', regie, () => {
    throw new Error('mistake of the caller');
  });
  await expect(broken).rejects.toThrow('mistake of the caller');
  await rooms.write('bord', 'gedeeld', regie, () => undefined);
  expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(lastSeq);
  expect((await rooms.read('bord', 'gedeeld')).things.size).toBe(400);
  await rooms.write('bord', 'gedeeld', 'server', (doc) => void doc.getMap('meta').set('merk', 1));
  await until('meta is sent on', () => reader.doc.getMap('meta').get('merk') === 1);
  await expect(rooms.write('bord', 'eigen:pniemand', regie, () => undefined)).rejects.toMatchObject({
    code: 'onbekend',
  });
});

test('R22 the table document gets only what differs, and what is read is what is committed', async () => {
  const held = heldStorage();
  const { port, rooms, storage } = await started({ between: held.between });
  const seat = takeSeat(port, moeder.id, { zone: `tafel:${moeder.id}` });
  await until('synced', () => seat.provider.synced);
  await rooms.setTable('bord', `tafel:${moeder.id}`, { stap: { nummer: 1 }, klok: 60, weg: true });
  await rooms.setTable('bord', `tafel:${moeder.id}`, { stap: { nummer: 1 }, klok: 60 });
  expect((await storage.loadDocument('bord', `tafel:${moeder.id}`)).lastSeq).toBe(1);
  await rooms.setTable('bord', `tafel:${moeder.id}`, { klok: 30, weg: undefined });
  await until('seen', () => seat.doc.getMap('tafel').get('klok') === 30);
  expect(seat.doc.getMap('tafel').toJSON()).toEqual({ stap: { nummer: 1 }, klok: 30 });
  await expect(rooms.setTable('bord', 'gedeeld', { stap: 1 })).rejects.toMatchObject({ code: 'recht' });
  held.hold();
  let written = false;
  const writing = rooms.setTable('bord', 'tafel', { stap: 1 }).then(() => {
    written = true;
  });
  let read = false;
  const reading = rooms.read('bord', 'tafel').then(() => {
    read = true;
  });
  await pause(80);
  expect([written, read]).toEqual([false, false]);
  held.release();
  await Promise.all([writing, reading]);
});

test('R21 a write that cannot be committed is told to whoever asked, and the next one works', async () => {
  const held = heldStorage();
  const { rooms } = await started({ between: held.between });
  await rooms.setTable('bord', 'tafel', { stap: 1 });
  held.fail();
  await expect(rooms.setTable('bord', 'tafel', { stap: 2 })).rejects.toMatchObject({ code: 'onbereikbaar' });
  held.work();
  await rooms.setTable('bord', 'tafel', { klok: 1 });
  const seen: unknown[] = [];
  await rooms.write('bord', 'tafel', 'server', (doc) => void seen.push(doc.getMap('tafel').toJSON()));
  expect(seen).toEqual([{ stap: 1, klok: 1 }]);
});

test('R23 who sits at the table is known, and told when it changes', async () => {
  const { port, rooms, logged } = await started();
  rooms.onTable(() => {
    throw new Error('a listener with a mistake');
  });
  const told: string[][] = [];
  const stop = rooms.onTable((board) => told.push([board, ...rooms.atTable(board)]));
  const one = takeSeat(port, moeder.id);
  const two = takeSeat(port, moeder.id);
  takeSeat(port, regie.id, { zone: 'tafel' });
  await until('synced', () => one.provider.synced && two.provider.synced);
  const three = takeSeat(port, regie.id);
  await until('both there', () => rooms.atTable('bord').length === 2);
  expect(rooms.atTable('bord')).toEqual([moeder.id, regie.id]);
  expect(rooms.atTable('ander')).toEqual([]);
  one.leave();
  await pause(50);
  expect(rooms.atTable('bord')).toEqual([moeder.id, regie.id]);
  two.leave();
  await until('she left', () => rooms.atTable('bord').length === 1);
  expect(told.at(-1)).toEqual(['bord', regie.id]);
  expect(logged[0]).toContain('a listener of the table threw');
  stop();
  const before = told.length;
  three.leave();
  await until('empty', () => rooms.atTable('bord').length === 0);
  expect(told.length).toBe(before);
});

test('R29 a private card may be about somebody on the table, and about nobody else', async () => {
  const { port, rooms } = await started();
  await rooms.write('bord', 'gedeeld', regie, (doc) => {
    const thing = { id: 'sanne', type: 'persoon', by: regie.id, texts: { naam: 'Sanne' } } as const;
    carryOut(doc, { kind: 'create', thing }, origins);
  });
  const own = takeSeat(port, moeder.id, { zone: `eigen:${moeder.id}` });
  await until('synced', () => own.provider.synced);
  own.act({
    kind: 'create',
    thing: {
      id: 'kaart-1',
      type: 'notitie',
      by: moeder.id,
      values: { over: ['sanne'] },
      texts: { tekst: 'over haar' },
    },
  });
  await until('saved', () => own.saved === 3);
  own.act({ kind: 'set', id: 'kaart-1', field: 'over', value: ['niemand-1'] });
  await until('refused', () => own.refused.length === 1);
  expect(own.refused).toEqual([{ number: 4, code: 'waarde' }]);
});

test('R28 a document that goes through many hands is the same for everybody, in memory and in the log', async () => {
  const { port, rooms, storage } = await started();
  const seats = [regie, moeder, people.jeugdige].map(({ id }) => takeSeat(port, id));
  await until('synced', () => seats.every(({ provider }) => provider.synced));
  for (const [index, seat] of seats.entries()) {
    const by = [regie, moeder, people.jeugdige][index]?.id ?? '';
    for (let turn = 0; turn < 20; turn++) {
      seat.act(card(`kaart-${index}-${turn}`, by, `${turn}`));
      seat.act({ kind: 'place', view: 'genogram', id: `kaart-0-${turn}`, at: { x: index, y: turn } });
    }
    // The others move these cards: they are known to them first.
    await until('the first cards', () => seats.every((one) => one.text('kaart-0-19', 'tekst') === '19'));
  }
  const state = (doc: Y.Doc) => JSON.stringify([doc.getMap('things').size, doc.getMap('places').toJSON()]);
  await until('all saved', () => seats.every(({ saved }) => saved === 61));
  await until('all equal', () => new Set(seats.map(({ doc }) => state(doc))).size === 1);
  const { updates } = await storage.loadDocument('bord', 'gedeeld');
  const copy = new Y.Doc();
  for (const update of updates) Y.applyUpdate(copy, update);
  expect(state(copy)).toBe(state(seats[0]?.doc ?? copy));
  expect(copy.store.pendingStructs).toBeNull();
  expect((await rooms.read('bord', 'gedeeld')).things.size).toBe(60);
  const raw = rawSocket(port, regie.id);
  await raw.opened;
  raw.send(syncFrame(0, Y.encodeStateVector(copy)));
  await until('nothing is missing', () => raw.frames.some((bytes) => bytes[0] === 0 && bytes[1] === 0));
});
