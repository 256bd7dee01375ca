import { expect, test } from 'vitest';
import * as decoding from 'lib0/decoding';
import { closeCode, limits, message } from '@samenbord/shared/wire/socket.ts';
import { fakeWire, handClock } from '../support/fake-wire.ts';
import { holds, presenceFrame, rawSocket, syncFrame } from '../support/raw-socket.ts';
import type { RawSocket } from '../support/raw-socket.ts';
import { pause, people, started, takeSeat, until } from '../support/room-server.ts';

const { regie, moeder, jeugdige } = people;

type Entry = { client: number; clock: number; state: Record<string, unknown> | null };

/** All presence entries in what was received. */
function entries(frames: readonly Uint8Array[]): Entry[] {
  return frames.flatMap((bytes) => {
    const outer = decoding.createDecoder(bytes);
    if (decoding.readVarUint(outer) !== message.awareness) return [];
    const inner = decoding.createDecoder(decoding.readVarUint8Array(outer));
    return Array.from({ length: decoding.readVarUint(inner) }, () => ({
      client: decoding.readVarUint(inner),
      clock: decoding.readVarUint(inner),
      state: JSON.parse(decoding.readVarString(inner)) as Entry['state'],
    }));
  });
}

async function inside(port: number, als: string): Promise<RawSocket> {
  const raw = rawSocket(port, als);
  await raw.opened;
  raw.send(syncFrame(0, new Uint8Array([0])));
  await until('it is in', () => raw.frames.some(([kind]) => kind === 0));
  return raw;
}

test('R16 who somebody is in presence is stamped by the server, whatever a browser claims', async () => {
  const { port } = await started();
  const one = await inside(port, regie.id);
  const two = await inside(port, moeder.id);
  two.send(presenceFrame([[7, 1, '{"view":"genogram","cursor":{"view":"genogram","x":1,"y":2}}']]));
  await until('it came', () => entries(one.frames).length > 0);
  expect(entries(one.frames)).toEqual([
    {
      client: 7,
      clock: expect.any(Number),
      state: {
        view: 'genogram',
        cursor: { view: 'genogram', x: 1, y: 2 },
        wie: { id: moeder.id, naam: `Naam van ${moeder.id}`, rol: moeder.rol, kleur: 1 },
      },
    },
  ]);
  const refused = [
    '{"wie":{"id":"pregie","naam":"x","rol":"casusregisseur","kleur":0}}',
    '{"view":"iets anders"}',
    '{"__proto__":{"a":1}}',
    '{"cursor":{"view":"genogram","x":1e9,"y":0}}',
    '{"look":{"view":"tijdlijn","x":0,"y":0,"width":1e9,"height":1}}',
    '{"look":{"view":"tijdlijn","x":0,"y":0,"width":0,"height":1}}',
    '{"look":{"view":"tijdlijn","x":0,"y":0,"width":1,"height":1,"van":"x"}}',
    `{"typing":{"id":"kaart-1","field":"${'x'.repeat(limits.presenceBytes)}"}}`,
    '[]',
    '{',
  ];
  for (const state of refused) two.send(presenceFrame([[7, 2, state]]));
  two.send(
    presenceFrame([[7, 3, '{"view":"tijdlijn","look":{"view":"tijdlijn","x":-5,"y":2.5,"width":900,"height":600}}']]),
  );
  await until('the next good one came', () => entries(one.frames).length > 1);
  expect(entries(one.frames)[1]?.state?.['look']).toEqual({ view: 'tijdlijn', x: -5, y: 2.5, width: 900, height: 600 });
  expect(entries(one.frames).map(({ state }) => state?.['view'])).toEqual(['genogram', 'tijdlijn']);
});

test('R17 nobody speaks for another: entries about others are passed by and wipe nobody', async () => {
  const { port } = await started();
  const one = await inside(port, regie.id);
  const two = await inside(port, moeder.id);
  const three = await inside(port, jeugdige.id);
  one.send(presenceFrame([[5, 1, '{"view":"genogram"}']]));
  await until('it came', () => entries(three.frames).length === 1);
  // Before it is bound: somebody else's client, and a list. After it: its own among those of others, and others only.
  two.send(presenceFrame([[5, 99, 'null']]));
  two.send(presenceFrame([[5, 99, '{"view":"tijdlijn"}']]));
  two.send(
    presenceFrame([
      [6, 1, '{}'],
      [5, 99, 'null'],
    ]),
  );
  two.send(presenceFrame([[6, 1, '{"view":"tijdlijn"}']]));
  two.send(
    presenceFrame([
      [5, 100, 'null'],
      [6, 2, '{"view":"gezinspatroon"}'],
      [9, 1, '{"view":"genogram"}'],
    ]),
  );
  two.send(presenceFrame([[5, 101, 'null']]));
  await until('only its own came', () => entries(three.frames).length === 3);
  expect(entries(three.frames).map(({ client, state }) => [client, state?.['view']])).toEqual([
    [5, 'genogram'],
    [6, 'tijdlijn'],
    [6, 'gezinspatroon'],
  ]);
  const flood = await inside(port, jeugdige.id);
  flood.send(presenceFrame(Array.from({ length: 20_000 }, (_, index) => [index, 1, '{}'] as const)));
  expect(await flood.closed).toBe(closeCode.badFrame);
});

test('R18 a newcomer is told who is there, and everybody is told who left', async () => {
  const { port } = await started();
  const seat = takeSeat(port, regie.id);
  await until('synced', () => seat.provider.synced);
  seat.provider.awareness.setLocalState({ view: 'genogram' });
  await pause(50);
  const late = takeSeat(port, moeder.id);
  const seen = () => late.provider.awareness.getStates().get(seat.doc.clientID);
  await until('seen', () => seen()?.['view'] === 'genogram');
  expect(seen()).toMatchObject({ wie: { id: regie.id } });
  const asking = await inside(port, jeugdige.id);
  asking.send(new Uint8Array([message.queryAwareness]));
  await until(
    'answered',
    () => entries(asking.frames).filter(({ client }) => client === seat.doc.clientID).length >= 2,
  );
  seat.provider.ws?.close();
  seat.provider.shouldConnect = false;
  await until('gone', () => seen() === undefined);
});

test('R19 presence beyond its rate is thinned and the last word still arrives', async () => {
  const clock = handClock();
  const { rooms } = await started({ clock });
  const [one, two] = [fakeWire(), fakeWire()];
  const request = { naam: 'x', board: 'bord', zone: 'gedeeld', epoch: 1, protocol: 1 };
  rooms.connect(one, { ...request, actor: regie });
  rooms.connect(two, { ...request, actor: moeder });
  await until('both in', () => rooms.atTable('bord').length === 2);
  for (let x = 0; x < 300; x++) two.say(presenceFrame([[7, x, `{"cursor":{"view":"genogram","x":${x},"y":0}}`]]));
  expect(entries(one.sent).length).toBe(limits.presencePerSecond);
  clock.advance(1000);
  expect(entries(one.sent).length).toBe(limits.presencePerSecond + 1);
  expect(entries(one.sent).at(-1)?.state).toMatchObject({ cursor: { x: 299 } });
  expect(two.closes).toEqual([]);
  const clocks = entries(one.sent).map(({ clock: at }) => at);
  expect(clocks).toEqual(clocks.toSorted((a, b) => a - b));
});

test('R30 nothing of a private document or of presence in it reaches anybody else', async () => {
  const { port } = await started();
  const watchers = [await inside(port, regie.id), await inside(port, jeugdige.id)];
  const table = rawSocket(port, regie.id, { zone: 'tafel' });
  const own = takeSeat(port, moeder.id, { zone: `eigen:${moeder.id}` });
  await until('synced', () => own.provider.synced);
  own.provider.awareness.setLocalState({ typing: { id: 'geheim-1', field: 'tekst' } });
  own.act({
    kind: 'create',
    thing: { id: 'geheim-1', type: 'notitie', by: moeder.id, texts: { tekst: 'merkteken-eigen' } },
  });
  await until('saved', () => own.saved === 3);
  await pause(100);
  for (const raw of [...watchers, table])
    expect(holds(raw.frames, 'geheim-1') || holds(raw.frames, 'merkteken-eigen')).toBe(false);
  const reader = takeSeat(port, moeder.id, { zone: 'tafel' });
  await until('synced', () => reader.provider.synced);
  reader.provider.awareness.setLocalState({ view: 'genogram' });
  await pause(100);
  expect(entries(table.frames)).toEqual([]);
});
