import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { heldStorage } from '../support/held-storage.ts';
import { card, pause, people, started, takeSeat, until } from '../support/room-server.ts';
import type { RoomServer } from '../support/room-server.ts';

const { regie, moeder, scherm } = people;
const origins = { tracked: 'server', untracked: 'server' };
const marker = 'MERKTEKEN';

/** Writes as somebody who is not there, one row in the log for each. */
async function wrote(
  { rooms }: RoomServer,
  who: typeof regie | typeof moeder,
  intents: readonly Intent[],
  zone = 'gedeeld',
) {
  for (const intent of intents) await rooms.write('bord', zone, who, (doc) => void carryOut(doc, intent, origins));
}

const whole = async ({ rooms }: RoomServer) => {
  const { things, places, ink } = await rooms.read('bord', 'gedeeld');
  return { things: new Map(things), places: new Map(places), ink: new Map(ink) };
};

async function waitForEpoch({ storage }: RoomServer, epoch: number): Promise<void> {
  for (let tries = 0; (await storage.epoch('bord', 'gedeeld')) !== epoch; tries += 1) {
    if (tries > 500) throw new Error(`never: epoch ${epoch}`);
    await pause(10);
  }
}

const letters = (id: string, count: number): Intent[] =>
  Array.from({ length: count }, () => ({ kind: 'editText', id, field: 'tekst', at: 0, remove: '', insert: 'a' }));

test('R35 a long log is written afresh when everybody has left: the same to read, and as short as new', async () => {
  const server = await started({ graceMs: 20, mostRows: 40 });
  const { port, storage, rooms } = server;
  const lead = takeSeat(port, regie.id);
  await until('synced', () => lead.provider.synced);
  await wrote(server, moeder, [card('van-haar', moeder.id, 'terug'), card('blijft', moeder.id, 'blijft')]);
  await wrote(server, regie, [{ kind: 'place', view: 'genogram', id: 'blijft', at: { x: 1, y: 2 } }]);
  await wrote(server, moeder, [{ kind: 'remove', id: 'van-haar' }, ...letters('blijft', 60)]);
  const before = await whole(server);
  const long = await storage.loadDocument('bord', 'gedeeld');
  await pause(100);
  expect(await storage.epoch('bord', 'gedeeld')).toBe(1);
  lead.leave();
  await waitForEpoch(server, 2);
  expect(await whole(server)).toEqual(before);
  const short = await storage.loadDocument('bord', 'gedeeld');
  expect([short.rows, short.lastSeq, long.lastSeq > 60]).toEqual([1, 1, true]);
  expect((await storage.history('bord', 'gedeeld')).length).toBeGreaterThan(60);
  const late = takeSeat(port, regie.id);
  await until('told', () => late.closes.includes(closeCode.oldEpoch));
  expect(late.doc.getMap('things').size).toBe(0);
  const again = takeSeat(port, moeder.id, { epoch: 2 });
  await until('synced', () => again.provider.synced);
  again.act({ kind: 'editText', id: 'blijft', field: 'tekst', at: 0, remove: '', insert: 'verder ' });
  await until('saved', () => again.saved > 0);
  // Who took it back is still known: the casusregisseur cannot lay it on the table.
  const back = rooms.write(
    'bord',
    'gedeeld',
    regie,
    (doc) => void carryOut(doc, { kind: 'restore', id: 'van-haar' }, origins),
  );
  await expect(back).rejects.toMatchObject({ code: 'recht' });
  await wrote(server, moeder, [{ kind: 'restore', id: 'van-haar' }]);
  again.leave();
  await pause(100);
  expect(await storage.epoch('bord', 'gedeeld')).toBe(2);
});

test('R36 what is erased for good is nowhere any more, everybody is told of the new epoch, and it cannot come back', async () => {
  const server = await started();
  const { port, storage, rooms } = server;
  const mother = takeSeat(port, moeder.id);
  const lead = takeSeat(port, regie.id);
  const reader = takeSeat(port, moeder.id, { zone: `eigen:${moeder.id}` });
  await until('synced', () => [mother, lead, reader].every(({ provider }) => provider.synced));
  mother.act(card('weg-ermee', moeder.id, marker));
  mother.act(card('blijft', moeder.id, 'blijft'));
  lead.act({ kind: 'place', view: 'genogram', id: 'blijft', at: { x: 0, y: 0 } });
  await until('seen', () => lead.text('weg-ermee', 'tekst') === marker && lead.text('blijft', 'tekst') === 'blijft');
  lead.act({ kind: 'remove', id: 'weg-ermee' });
  await until('off', () => mother.doc.getMap<Y.Map<unknown>>('things').get('weg-ermee')?.get('weg') === true);
  await rooms.erase('bord', 'gedeeld', regie, 'weg-ermee');
  await until('both told', () => [mother, lead].every(({ closes }) => closes.includes(closeCode.oldEpoch)));
  const { updates, epoch } = await storage.loadDocument('bord', 'gedeeld');
  expect(epoch).toBe(2);
  expect(Buffer.concat(updates).includes(marker)).toBe(false);
  expect(Buffer.concat(updates).includes('blijft')).toBe(true);
  const history = await storage.history('bord', 'gedeeld');
  expect(JSON.stringify(history)).not.toContain(marker);
  expect([history.some(({ thing }) => thing === 'blijft'), history.some(({ thing }) => thing === 'weg-ermee')]).toEqual(
    [true, false],
  );
  // The whole old document, brought along by a client that never heard of it.
  const stubborn = takeSeat(port, moeder.id, { doc: mother.doc, epoch: 2 });
  await until('refused', () => stubborn.refused.length > 0);
  const fresh = takeSeat(port, moeder.id, { epoch: 2 });
  await until('synced again', () => fresh.provider.synced);
  expect([...fresh.doc.getMap('things').keys()]).toEqual(['blijft']);
  fresh.act(card('weg-ermee', moeder.id, marker));
  await until('refused again', () => fresh.refused.length > 0);
  expect(fresh.refused[0]?.code).toBe('plaats');
  expect([...(await rooms.read('bord', 'gedeeld')).things.keys()]).toEqual(['blijft']);
  // Under another id, and in another document, an id is free.
  await wrote(server, moeder, [card('weg-ermee', moeder.id, 'van mij')], `eigen:${moeder.id}`);
});

test('R37 on the table only the casusregisseur erases, and only what was taken off; at home only oneself', async () => {
  const server = await started();
  const { rooms, storage } = server;
  await wrote(server, moeder, [card('kaart', moeder.id, 'op tafel')]);
  await wrote(server, moeder, [card('thuis', moeder.id, 'thuis')], `eigen:${moeder.id}`);
  const erase = (zone: string, who: Parameters<typeof rooms.erase>[2], id: string) =>
    rooms.erase('bord', zone, who, id);
  await expect(erase('gedeeld', regie, 'kaart')).rejects.toMatchObject({ code: 'waarde' });
  await expect(erase('gedeeld', regie, 'bestaat-niet')).rejects.toMatchObject({ code: 'plaats' });
  await wrote(server, moeder, [{ kind: 'remove', id: 'kaart' }]);
  for (const who of [moeder, scherm, { ...regie, opens: ['eigen'] as const }]) {
    await expect(erase('gedeeld', who, 'kaart')).rejects.toMatchObject({ code: 'recht' });
  }
  for (const zone of [`eigen:${moeder.id}`, 'tafel', `tafel:${regie.id}`, 'team', 'onzin']) {
    await expect(erase(zone, regie, 'thuis')).rejects.toMatchObject({ code: 'recht' });
  }
  expect(await storage.epoch('bord', 'gedeeld')).toBe(1);
  await erase('gedeeld', regie, 'kaart');
  await erase(`eigen:${moeder.id}`, moeder, 'thuis');
  expect([await storage.epoch('bord', 'gedeeld'), await storage.epoch('bord', `eigen:${moeder.id}`)]).toEqual([2, 2]);
});

test('R38 an erase that cannot be kept changes nothing, and edits that come meanwhile are saved or not told as saved', async () => {
  const held = heldStorage();
  const server = await started({ between: held.between });
  const { port, rooms, storage } = server;
  await wrote(server, moeder, [
    card('kaart', moeder.id, 'een'),
    card('ander', moeder.id, 'twee'),
    { kind: 'remove', id: 'kaart' },
  ]);
  held.fail();
  await expect(rooms.erase('bord', 'gedeeld', regie, 'kaart')).rejects.toMatchObject({ code: 'onbereikbaar' });
  held.work();
  expect([...(await rooms.read('bord', 'gedeeld')).things.keys()].toSorted()).toEqual(['ander', 'kaart']);
  const mother = takeSeat(port, moeder.id);
  // The first frame that is saved is the empty one with which a provider answers.
  await until('synced', () => mother.provider.synced && mother.saved === 1);
  held.hold();
  mother.act({ kind: 'editText', id: 'ander', field: 'tekst', at: 0, remove: '', insert: 'eerst ' });
  await pause(50);
  const erasing = rooms.erase('bord', 'gedeeld', regie, 'kaart');
  await pause(20);
  const second = rooms.erase('bord', 'gedeeld', regie, 'kaart');
  second.catch(() => undefined);
  mother.act({ kind: 'editText', id: 'ander', field: 'tekst', at: 0, remove: '', insert: 'te laat ' });
  await pause(50);
  held.release();
  await erasing;
  await expect(second).rejects.toMatchObject({ code: 'plaats' });
  await until('told', () => mother.closes.includes(closeCode.oldEpoch));
  expect(mother.saved).toBe(2);
  expect((await rooms.read('bord', 'gedeeld')).things.get('ander')).toMatchObject({ tekst: 'eerst twee' });
  expect((await storage.loadDocument('bord', 'gedeeld')).epoch).toBe(2);
});
