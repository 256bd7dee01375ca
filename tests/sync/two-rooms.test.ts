import { expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { takeOut } from '@samenbord/shared/document/take-out.ts';
import type { HalfDeed } from '@samenbord/server/rooms/two-rooms.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { DocumentRow, Storage } from '@samenbord/server/storage/storage.ts';
import type { RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { card, people, started, takeSeat, until } from '../support/room-server.ts';
import type { RoomServer } from '../support/room-server.ts';

const { moeder, regie } = people;
const own = `eigen:${moeder.id}`;
const origins = { tracked: 'test', untracked: 'test' };

const out = (zone: string, id: string, actor: HalfDeed['actor'] = moeder): HalfDeed => ({
  zone,
  actor,
  by: 'server',
  moved: true,
  change: (doc) => takeOut(doc, id),
});
const into = (zone: string, id: string, tekst: string, by: string = moeder.id): HalfDeed => ({
  zone,
  actor: moeder,
  by: moeder.id,
  change: (doc) => void carryOut(doc, card(id, by, tekst), origins),
});

const write = (server: RoomServer, zone: string, id: string, tekst: string) =>
  server.rooms.write('bord', zone, moeder, (doc) => void carryOut(doc, card(id, moeder.id, tekst), origins));

const lies = async (server: RoomServer, zone: string, id: string): Promise<boolean> =>
  (await server.rooms.read('bord', zone)).things.get(id)?.weg === false;

test('R90 what moves leaves one document and comes into the other in one commit, and who comes later gets no byte of what left', async () => {
  const appends: (readonly DocumentRow[])[] = [];
  const between = (storage: Storage): RoomStorage => ({
    ...storage,
    append: (rows) => {
      appends.push(rows);
      return storage.append(rows);
    },
  });
  const server = await started({ between });
  await write(server, 'gedeeld', 'kaart-een', 'GEHEIM-WOORD');
  const seat = takeSeat(server.port, regie.id);
  await until('the card is there', () => seat.text('kaart-een', 'tekst') === 'GEHEIM-WOORD');
  await server.rooms.read('bord', own);
  appends.length = 0;
  await server.rooms.both('bord', [out('gedeeld', 'kaart-een'), into(own, 'kaart-twee', 'GEHEIM-WOORD')]);
  expect(appends.map((rows) => rows.map(({ zone }) => zone).toSorted())).toEqual([[own, 'gedeeld']]);
  expect(await lies(server, own, 'kaart-twee')).toBe(true);
  await until(
    'it is off at the table',
    () => seat.doc.getMap<{ get: (k: string) => unknown }>('things').get('kaart-een')?.get('weg') === true,
  );
  expect(seat.text('kaart-een', 'tekst')).toBe('');
  // Who comes to the table later gets no byte of it.
  const { bytes } = await server.rooms.whole('bord', 'gedeeld');
  expect(Buffer.from(bytes).includes('GEHEIM-WOORD')).toBe(false);
});

test('R91 when one half is refused nothing of the other happens, and both rooms live on', async () => {
  const server = await started();
  await write(server, own, 'kaart-een', 'van mij');
  const byAnother = into('gedeeld', 'kaart-twee', 'van mij', 'panders');
  await expect(server.rooms.both('bord', [out(own, 'kaart-een'), byAnother])).rejects.toThrow('recht');
  await expect(server.rooms.both('bord', [byAnother, out(own, 'kaart-een')])).rejects.toThrow('recht');
  // Another's words are taken out by nobody but the casusregisseur, off the table.
  const notHers = out(own, 'kaart-een', regie);
  await expect(server.rooms.both('bord', [notHers, into('gedeeld', 'kaart-twee', 'x')])).rejects.toThrow('recht');
  await expect(server.rooms.both('bord', [out(own, 'kaart-een'), into(own, 'kaart-twee', 'x')])).rejects.toThrow(
    'plaats',
  );
  expect(await lies(server, own, 'kaart-een')).toBe(true);
  expect(await lies(server, 'gedeeld', 'kaart-twee')).toBe(false);
  await server.rooms.both('bord', [out(own, 'kaart-een'), into('gedeeld', 'kaart-twee', 'van mij')]);
  expect([await lies(server, own, 'kaart-een'), await lies(server, 'gedeeld', 'kaart-twee')]).toEqual([false, true]);
});

test('R92 a disk that fails at the moment of moving leaves the card where it was, in both documents as they are loaded again', async () => {
  let fails = false;
  const between = (storage: Storage): RoomStorage => ({
    ...storage,
    append: (rows) => (fails ? Promise.reject(new StorageError('onbereikbaar')) : storage.append(rows)),
  });
  const server = await started({ between });
  await write(server, own, 'kaart-een', 'van mij');
  await write(server, 'gedeeld', 'blijft', 'op tafel');
  fails = true;
  await expect(
    server.rooms.both('bord', [out(own, 'kaart-een'), into('gedeeld', 'kaart-twee', 'van mij')]),
  ).rejects.toThrow('onbereikbaar');
  fails = false;
  expect([await lies(server, own, 'kaart-een'), await lies(server, 'gedeeld', 'kaart-twee')]).toEqual([true, false]);
  expect(await lies(server, 'gedeeld', 'blijft')).toBe(true);
  await server.rooms.both('bord', [out(own, 'kaart-een'), into('gedeeld', 'kaart-twee', 'van mij')]);
  expect([await lies(server, own, 'kaart-een'), await lies(server, 'gedeeld', 'kaart-twee')]).toEqual([false, true]);
});

test('R93 moves in both directions at once, between typing in both, come to an end, and no card is lost or doubled', async () => {
  const server = await started();
  const seat = takeSeat(server.port, moeder.id, { zone: own });
  const table = takeSeat(server.port, regie.id);
  await until('both are in', () => seat.provider.synced && table.provider.synced);
  const count = 12;
  for (let n = 0; n < count; n++) {
    await write(server, own, `thuis-${n}`, `thuis ${n}`);
    await write(server, 'gedeeld', `tafel-${n}`, `tafel ${n}`);
  }
  const moving = [...Array(count).keys()].flatMap((n) => [
    server.rooms.both('bord', [out(own, `thuis-${n}`), into('gedeeld', `nu-tafel-${n}`, `thuis ${n}`)]),
    server.rooms.both('bord', [out('gedeeld', `tafel-${n}`), into(own, `nu-thuis-${n}`, `tafel ${n}`)]),
  ]);
  for (let n = 0; n < count; n++) {
    seat.act(card(`typt-${n}`, moeder.id, 'typt'));
    table.act(card(`typt-${n}`, regie.id, 'typt'));
  }
  await Promise.all(moving);
  await until('what was typed is kept', () => seat.saved > 0 && table.saved > 0);
  const [mine, shared] = [await server.rooms.read('bord', own), await server.rooms.read('bord', 'gedeeld')];
  const lying = (board: typeof mine, name: string): number =>
    [...board.things.values()].filter(({ id, weg }) => !weg && id.startsWith(name)).length;
  expect([lying(mine, 'thuis-'), lying(mine, 'nu-thuis-'), lying(mine, 'typt-')]).toEqual([0, count, count]);
  expect([lying(shared, 'tafel-'), lying(shared, 'nu-tafel-'), lying(shared, 'typt-')]).toEqual([0, count, count]);
});

test('R94 when one of two rooms falls while the other waits for it, neither keeps its half', async () => {
  let hold: Promise<void> | undefined;
  const between = (storage: Storage): RoomStorage => ({
    ...storage,
    append: async (rows) => {
      if (hold !== undefined && rows.some(({ zone }) => zone === 'gedeeld')) {
        await hold;
        throw new StorageError('onbereikbaar');
      }
      return storage.append(rows);
    },
  });
  const server = await started({ between });
  await write(server, own, 'kaart-een', 'van mij');
  await write(server, 'gedeeld', 'eerder', 'op tafel');
  const gate = Promise.withResolvers<void>();
  hold = gate.promise;
  // This row of the table is under way when the move comes, and it fails: the table falls before it meets the box.
  const earlier = write(server, 'gedeeld', 'valt', 'op tafel').catch((error: unknown) => error);
  const moved = server.rooms.both('bord', [out(own, 'kaart-een'), into('gedeeld', 'kaart-twee', 'van mij')]);
  const outcome = moved.catch((error: unknown) => error);
  gate.resolve();
  expect(await earlier).toBeInstanceOf(Error);
  expect(await outcome).toBeInstanceOf(Error);
  hold = undefined;
  expect([await lies(server, own, 'kaart-een'), await lies(server, 'gedeeld', 'kaart-twee')]).toEqual([true, false]);
  expect(await lies(server, 'gedeeld', 'eerder')).toBe(true);
});
