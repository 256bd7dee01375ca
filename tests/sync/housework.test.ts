import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { documentSchema, metaOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { createLocalBus, systemClock } from '@samenbord/server/rooms/ports.ts';
import { createRooms } from '@samenbord/server/rooms/rooms.ts';
import type { Rooms } from '@samenbord/server/rooms/rooms.ts';
import { doHousework } from '@samenbord/server/routes/housework.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import { createdAt, freshFolder, makeBoard } from '../support/room-server.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const origins = { tracked: 'test', untracked: 'test' };
const create = (id: string, type: 'persoon' | 'veiligheidsstatus', values: object, texts: object): Intent => ({
  kind: 'create',
  thing: { id, type, by: 'pregie', values: { ...values }, texts: { ...texts } },
});

/** A board as it was before: how safe a child was judged to be lies on the table, one of it taken off. */
async function boardOfBefore() {
  const dataDir = freshFolder();
  const storage = await openStorage({ dataDir });
  await makeBoard(storage, 'bord');
  const doc = new Y.Doc();
  metaOf(doc).set('schema', documentSchema);
  const status = { kind: 'sanne', datum: '2026-03-01', uitkomst: 'onveilig', cijfer: 3 };
  carryOut(doc, create('sanne', 'persoon', {}, { naam: 'Sanne' }), origins);
  carryOut(doc, create('status-nu', 'veiligheidsstatus', status, { toelichting: 'OORDEEL-VAN-NU' }), origins);
  carryOut(doc, create('status-oud', 'veiligheidsstatus', status, { toelichting: 'OORDEEL-VAN-TOEN' }), origins);
  carryOut(doc, { kind: 'remove', id: 'status-oud' }, origins);
  const history = ['status-nu', 'status-oud'].map((thing) => {
    return { by: 'pregie', at: createdAt, thing, field: 'toelichting', value: `OORDEEL van ${thing}` };
  });
  const update = Y.encodeStateAsUpdate(doc);
  await storage.append([{ board: 'bord', zone: 'gedeeld', epoch: 1, seq: 1, update, by: 'pregie', history }]);
  const rooms = createRooms({ storage, clock: systemClock, bus: createLocalBus(), log: silent });
  onTestFinished(async () => {
    await rooms.stop();
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { storage, rooms };
}

async function expectDone({ storage, rooms }: Awaited<ReturnType<typeof boardOfBefore>>): Promise<void> {
  const [table, team] = [await rooms.read('bord', 'gedeeld'), await rooms.read('bord', 'team')];
  expect([...table.things.keys()]).toEqual(['sanne']);
  expect([...team.things.keys()].toSorted()).toEqual(['status-nu', 'status-oud']);
  expect(team.things.get('status-nu')).toMatchObject({ by: 'pregie', weg: false, toelichting: 'OORDEEL-VAN-NU' });
  expect(team.things.get('status-nu')).toMatchObject({ kind: 'sanne', uitkomst: 'onveilig', cijfer: 3 });
  expect(team.things.get('status-oud')).toMatchObject({ weg: true });
  const { bytes } = await rooms.whole('bord', 'gedeeld');
  expect(Buffer.from(bytes).includes('OORDEEL')).toBe(false);
  expect(JSON.stringify(await storage.history('bord', 'gedeeld'))).not.toContain('OORDEEL');
  expect(await storage.boardsWithout('veiligheid-in-team')).toEqual([]);
}

test('T43 on a board of before how safe a child was judged to be goes to the team once, and no byte of it stays on the table', async () => {
  const before = await boardOfBefore();
  const { storage, rooms } = before;
  await doHousework({ storage, rooms, log: silent });
  await expectDone(before);
  const { epoch } = await rooms.whole('bord', 'team');
  await doHousework({ storage, rooms, log: silent });
  expect((await rooms.whole('bord', 'team')).epoch).toBe(epoch);
  await expectDone(before);
});

test('T43 cut off halfway it goes on at the next start, and nothing comes twice', async () => {
  const before = await boardOfBefore();
  const { storage, rooms } = before;
  let deeds = 0;
  const failing = (at: number): Rooms =>
    new Proxy(rooms, {
      get: (target, key: keyof Rooms) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (key !== 'read' && ++deeds >= at) return Promise.reject(new Error('cut off'));
          return Reflect.apply(value, target, args);
        };
      },
    });
  for (const at of [1, 2, 3, 2]) {
    deeds = 0;
    await doHousework({ storage, rooms: failing(at), log: silent });
    expect(await storage.boardsWithout('veiligheid-in-team')).toContain('bord');
  }
  await doHousework({ storage, rooms, log: silent });
  await expectDone(before);
});
