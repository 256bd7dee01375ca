import { expect, test } from 'vitest';
import fc from 'fast-check';
import * as Y from 'yjs';
import { thingMap } from '@samenbord/shared/document/form.ts';
import { closeCode, limits, message } from '@samenbord/shared/wire/socket.ts';
import { fakeWire, handClock } from '../support/fake-wire.ts';
import { holds, presenceFrame, rawSocket, syncFrame, updateOf } from '../support/raw-socket.ts';
import { card, pause, people, started, takeSeat, until } from '../support/room-server.ts';

const { regie, moeder, jeugdige, scherm } = people;

/** A whole card in one update, as a client would send it. */
const cardUpdate = (id: string, by: string, clientId?: number): Uint8Array =>
  updateOf((doc) => {
    const thing = { id, type: 'notitie', by, texts: { tekst: 'x' } } as const;
    doc.getMap('things').set(id, thingMap(thing, 1, false));
  }, clientId);

test('R8 saved counts the committed frames of a connection, and what was kept before a refusal is told before the close', async () => {
  const { port } = await started();
  const raw = rawSocket(port, regie.id);
  await raw.opened;
  const first = cardUpdate('kaart-1', regie.id, 101);
  const others = updateOf((doc) => {
    Y.applyUpdate(doc, first);
    doc.clientID = 101;
    doc.getMap<Y.Map<unknown>>('things').get('kaart-1')?.set('by', moeder.id);
  });
  raw.send(syncFrame(2, first));
  raw.send(syncFrame(1, first));
  raw.send(syncFrame(2, others));
  raw.send(syncFrame(2, first));
  expect(await raw.closed).toBe(closeCode.refused);
  const own = raw.frames.filter(([kind]) => kind === message.saved || kind === message.refused);
  expect(own.at(-2)).toEqual(new Uint8Array([message.saved, 2]));
  expect(own.at(-1)?.subarray(0, 2)).toEqual(new Uint8Array([message.refused, 3]));
});

test('R9 a refused update changes nothing, is told by number and code, and the room lives on', async () => {
  const { port, rooms, storage } = await started();
  const one = takeSeat(port, regie.id);
  const two = takeSeat(port, moeder.id);
  await until('synced', () => one.provider.synced && two.provider.synced);
  one.act(card('kaart-1', regie.id, 'van regie'));
  await until('seen', () => two.text('kaart-1', 'tekst') === 'van regie');
  const { lastSeq } = await storage.loadDocument('bord', 'gedeeld');
  two.act({ kind: 'editText', id: 'kaart-1', field: 'tekst', at: 0, remove: 'van regie', insert: 'van mij' });
  await until('refused', () => two.closes.includes(closeCode.refused));
  expect(two.refused).toEqual([{ number: 2, code: 'recht' }]);
  expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(lastSeq);
  one.act(card('kaart-2', regie.id, 'gaat door'));
  await until('the other goes on', () => one.saved === 5);
  expect((await rooms.read('bord', 'gedeeld')).things.get('kaart-1')).toMatchObject({ tekst: 'van regie' });
});

test('R10 a bad frame of any sort closes only who sent it', async () => {
  const { port } = await started();
  const other = takeSeat(port, moeder.id);
  const elsewhere = takeSeat(port, moeder.id, { board: 'ander' });
  await until('synced', () => other.provider.synced && elsewhere.provider.synced);
  const bad: (Uint8Array | string)[] = [
    new Uint8Array(),
    'tekst',
    new Uint8Array([0]),
    new Uint8Array([0, 7, 0]),
    new Uint8Array([9]),
    new Uint8Array([message.saved, 5]),
    new Uint8Array([0, 0, 200, 1]),
    new Uint8Array([0, 0, 1, 0, 99]),
    new Uint8Array([0, 2, 255, 255, 255, 255, 255, 255, 255, 127]),
    new Uint8Array([1, 3, 255, 255, 255]),
    syncFrame(0, new Uint8Array([3, 1])),
    syncFrame(2, new Uint8Array([255, 255, 255, 255, 15])),
  ];
  for (const bytes of bad) {
    const raw = rawSocket(port, regie.id);
    await raw.opened;
    raw.send(bytes);
    expect([closeCode.badFrame, closeCode.refused]).toContain(await raw.closed);
  }
  expect(other.closes).toEqual([]);
  other.act(card('kaart-1', moeder.id, 'gewoon door'));
  await until('still saved', () => other.saved === 3);
});

test('R10 mutated frames never stop a room, and nobody else notices', async () => {
  const { port, rooms } = await started();
  const other = takeSeat(port, moeder.id);
  const elsewhere = takeSeat(port, moeder.id, { board: 'ander' });
  await until('synced', () => other.provider.synced && elsewhere.provider.synced);
  const honest = [
    syncFrame(2, cardUpdate('kaart-9', regie.id, 77)),
    syncFrame(0, Y.encodeStateVector(new Y.Doc())),
    presenceFrame([[77, 1, '{"view":"genogram"}']]),
  ];
  const mutated = fc.tuple(
    fc.constantFrom(...honest),
    fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    fc.uint8Array({ maxLength: 6 }),
  );
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(mutated, async ([bytes, changes, tail]) => {
      const wire = fakeWire();
      rooms.connect(wire, { actor: regie, naam: 'x', board: 'bord', zone: 'gedeeld', epoch: 1, protocol: undefined });
      const frame = new Uint8Array([...bytes, ...tail]);
      for (const [at, value] of changes) frame[at % frame.length] = value;
      await until('it sits', () => rooms.atTable('bord').includes(regie.id));
      wire.say(frame);
      await rooms.read('bord', 'gedeeld');
      judged += wire.closes.length;
      rooms.closeParticipant('bord', regie.id, closeCode.restart);
    }),
    { numRuns: 250 },
  );
  // Most of what is damaged is seen to be damaged; the rest says nothing or is an honest edit all the same.
  expect(judged).toBeGreaterThan(50);
  expect([...other.closes, ...elsewhere.closes]).toEqual([]);
  other.act(card('kaart-1', moeder.id, 'nog steeds'));
  elsewhere.act(card('kaart-1', moeder.id, 'hier ook'));
  await until('both saved', () => other.saved === 3 && elsewhere.saved === 3);
});

test('R11 a frame that is too large and frames that are too many end the connection with a final code', async () => {
  const { port, rooms } = await started();
  const large = rawSocket(port, regie.id);
  await large.opened;
  large.send(syncFrame(2, new Uint8Array(limits.frameBytes)));
  expect(await large.closed).toBe(closeCode.tooLarge);
  const huge = rawSocket(port, regie.id);
  await huge.opened;
  huge.send(new Uint8Array(limits.frameBytes * 2 + 1));
  expect(await huge.closed).toBe(1009);
  const many = rawSocket(port, regie.id);
  await many.opened;
  await pause(50);
  for (let index = 0; index < limits.framesPerSecond * 6; index++) many.send(syncFrame(2, new Uint8Array([0, 0])));
  expect(await many.closed).toBe(closeCode.tooMuch);
  const asking = rawSocket(port, regie.id);
  await asking.opened;
  for (let index = 0; index < 40; index++) asking.send(syncFrame(0, new Uint8Array([0])));
  expect(await asking.closed).toBe(closeCode.tooMuch);
  const sockets = Array.from({ length: 60 }, () => rawSocket(port, jeugdige.id));
  const ends = await Promise.race([Promise.all(sockets.slice(40).map(({ closed }) => closed)), pause(15_000)]);
  expect(ends).toEqual(Array.from({ length: 20 }, () => closeCode.tooMuch));
  await until('the others are in', () => rooms.atTable('bord').includes(jeugdige.id));
});

test('R12 an old epoch, another protocol and a zone that is not theirs are told before any sync', async () => {
  const { port } = await started();
  const cases = [
    [rawSocket(port, regie.id, { epoch: 2 }), closeCode.oldEpoch],
    [rawSocket(port, regie.id, { query: '&v=999' }), closeCode.oldProtocol],
    [rawSocket(port, regie.id, { zone: `eigen:${moeder.id}` }), closeCode.notAllowed],
    [rawSocket(port, regie.id, { zone: 'team' }), closeCode.notAllowed],
    [rawSocket(port, scherm.id, { zone: `tafel:${scherm.id}` }), closeCode.notAllowed],
    [rawSocket(port, regie.id, { board: 'bestaat-niet' }), closeCode.notAllowed],
  ] as const;
  for (const [raw, code] of cases) {
    void raw.opened.then(() => raw.send(syncFrame(0, new Uint8Array([0]))));
    expect(await raw.closed).toBe(code);
    expect(raw.frames).toEqual([]);
  }
  const plain = rawSocket(port, regie.id, { query: '&v=1' });
  await plain.opened;
  plain.send(syncFrame(0, new Uint8Array([0])));
  await until('the right protocol is answered', () => plain.frames.length > 0);
});

test('R13 strangers and other origins get no socket at all, and somebody revoked gets a final close', async () => {
  const { port } = await started({
    authorise: (als) =>
      als === moeder.id
        ? { ok: false, revoked: true }
        : als === jeugdige.id
          ? { ok: false, status: 404 }
          : { ok: true, actor: regie, naam: 'x' },
  });
  const own = `http://127.0.0.1:${port}`;
  for (const origin of [
    null,
    'null',
    'https://kwaad.example',
    `${own}.kwaad.example`,
    `http://127.0.0.1:${port + 1}`,
    `${own}/`,
    'file://',
  ]) {
    const raw = rawSocket(port, regie.id, { origin });
    expect(await raw.opened).toBe(false);
    expect(raw.status).toBe(403);
  }
  const stranger = rawSocket(port, jeugdige.id);
  expect([await stranger.opened, stranger.status]).toEqual([false, 404]);
  for (const [als, options] of [
    ['P!', {}],
    [regie.id, { zone: 'niets' }],
    [regie.id, { epoch: '1/..' }],
    [regie.id, { query: '&v=x' }],
  ] as const) {
    const raw = rawSocket(port, als, options);
    expect([await raw.opened, raw.status]).toEqual([false, 404]);
  }
  expect(await rawSocket(port, moeder.id).closed).toBe(closeCode.revoked);
});

test('R14 a Yjs client belongs to one participant for the whole epoch, also after the server was started again', async () => {
  const { port, storage } = await started();
  const owner = rawSocket(port, regie.id);
  await owner.opened;
  owner.send(syncFrame(2, cardUpdate('kaart-1', regie.id, 4242)));
  await until('saved', () => owner.frames.some(([kind]) => kind === message.saved));
  const thief = rawSocket(port, moeder.id);
  await thief.opened;
  thief.send(presenceFrame([[4242, 9, '{}']]));
  const next = updateOf((doc) => {
    Y.applyUpdate(doc, cardUpdate('kaart-1', regie.id, 4242));
    doc.clientID = 4242;
    const thing = { id: 'kaart-2', type: 'notitie', by: moeder.id, texts: { tekst: 'gestolen' } } as const;
    doc.getMap('things').set('kaart-2', thingMap(thing, 1, false));
  });
  thief.send(syncFrame(2, next));
  expect(await thief.closed).toBe(closeCode.refused);
  const again = await started({ between: () => storage });
  const later = rawSocket(again.port, moeder.id);
  await later.opened;
  later.send(syncFrame(2, next));
  expect(await later.closed).toBe(closeCode.refused);
  expect(holds(owner.frames, 'gestolen')).toBe(false);
  const two = rawSocket(port, jeugdige.id);
  await two.opened;
  two.send(presenceFrame([[900, 1, '{}']]));
  two.send(syncFrame(2, cardUpdate('kaart-3', jeugdige.id, 901)));
  expect(await two.closed).toBe(closeCode.refused);
});

test('R15 documents of the server and people who only look take no update, and an empty one is fine', async () => {
  const { port, rooms } = await started();
  await rooms.setTable('bord', 'tafel', { stap: 1 });
  await rooms.setTable('bord', 'tafel', { stap: 2 });
  const reader = takeSeat(port, regie.id, { zone: 'tafel' });
  await until('synced', () => reader.doc.getMap('tafel').get('stap') === 2 && reader.saved === 1);
  reader.doc.getMap('tafel').set('stap', 3);
  await until('refused', () => reader.closes.includes(closeCode.refused));
  const screen = takeSeat(port, scherm.id);
  await until('the screen reads', () => screen.provider.synced && screen.saved === 1);
  screen.act({ kind: 'place', view: 'genogram', id: 'kaart-1', at: { x: 1, y: 1 } });
  await until('refused', () => screen.closes.includes(closeCode.refused));
  const again = takeSeat(port, scherm.id, { zone: 'tafel' });
  await until('read', () => again.provider.synced);
  expect(again.doc.getMap('tafel').toJSON()).toEqual({ stap: 2 });
});

test('R25 everybody hears something within 15 seconds, and a dead peer is cut off within 30', async () => {
  const clock = handClock();
  const { rooms } = await started({ clock });
  const [living, dead] = [fakeWire(), fakeWire()];
  const request = { naam: 'x', board: 'bord', zone: 'gedeeld', epoch: 1, protocol: 1 };
  rooms.connect(living, { ...request, actor: regie });
  rooms.connect(dead, { ...request, actor: moeder });
  await until('both in', () => rooms.atTable('bord').length === 2);
  for (let second = 0; second < 30; second++) {
    clock.advance(1000);
    living.pong();
  }
  expect(living.sent.filter(([kind]) => kind === message.beat).length).toBeGreaterThanOrEqual(2);
  expect(living.pings).toBeGreaterThanOrEqual(2);
  expect([living.terminated, dead.terminated]).toEqual([false, true]);
  expect(rooms.atTable('bord')).toEqual([regie.id]);
});

test('R7 a reader that takes nothing off the line is sent away, and what waits for it stays bounded', async () => {
  const { port, rooms } = await started();
  const slow = fakeWire(false);
  rooms.connect(slow, { actor: moeder, naam: 'x', board: 'bord', zone: 'gedeeld', epoch: 1, protocol: 1 });
  const writer = takeSeat(port, regie.id);
  await until('synced', () => writer.provider.synced && rooms.atTable('bord').length === 2);
  const punten = Array.from({ length: 4000 }, (_, index) => index + 0.123456);
  for (let stroke = 0; stroke < 400 && slow.closes.length === 0; stroke++) {
    writer.act({
      kind: 'ink',
      id: `streep-${stroke}`,
      ink: { by: regie.id, view: 'genogram', kleur: 'ink', vorm: 'pen', punten },
    });
    await until('saved', () => writer.saved === stroke + 2);
  }
  expect(slow.closes).toEqual([closeCode.unavailable]);
  expect(slow.unread).toBeLessThan(4.2 * 1024 * 1024);
  expect(writer.closes).toEqual([]);
});
