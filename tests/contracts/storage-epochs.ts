import { expect, test } from 'vitest';
import { erasedHash } from '@samenbord/server/storage/erased.ts';
import type { Storage } from '@samenbord/server/storage/storage.ts';
import { createdAt, people } from '../support/room-server.ts';
import { code, row } from './storage-rows.ts';

const { regie } = people;

/** The part of the contract about new epochs: rebuilding a document and erasing for good. */
export function epochContract(opened: () => Promise<{ storage: Storage; again: () => Promise<Storage> }>): void {
  test('S18 a new epoch takes the place of the log in one step, only from the state it was made of, and the history stays', async () => {
    const { storage, again } = await opened();
    await storage.append([row(1, { by: regie.id, client: 5 }), row(2)]);
    await storage.saveSnapshot('bord', 'gedeeld', 1, 2, new Uint8Array([9]));
    await storage.append([{ ...row(1), zone: 'tafel' }]);
    const next = {
      board: 'bord',
      zone: 'gedeeld',
      update: new Uint8Array([7, 7]),
      clients: [{ client: 8, participant: regie.id }],
    };
    expect(await code(storage.startEpoch({ ...next, from: { epoch: 1, seq: 1 } }))).toBe('volgorde');
    expect(await code(storage.startEpoch({ ...next, from: { epoch: 2, seq: 2 } }))).toBe('volgorde');
    expect(await code(storage.startEpoch({ ...next, zone: 'bestaat-niet', from: { epoch: 1, seq: 2 } }))).toBe(
      'volgorde',
    );
    expect(await storage.loadDocument('bord', 'gedeeld')).toMatchObject({ epoch: 1, lastSeq: 2 });
    await storage.startEpoch({ ...next, from: { epoch: 1, seq: 2 } });
    expect(await code(storage.append([row(3)]))).toBe('volgorde');
    await storage.append([row(2, { epoch: 2 })]);
    const reopened = await again();
    expect(await reopened.loadDocument('bord', 'gedeeld')).toEqual({
      epoch: 2,
      lastSeq: 2,
      rows: 2,
      updates: [next.update, row(2).update],
      clients: next.clients,
    });
    expect(await reopened.epoch('bord', 'gedeeld')).toBe(2);
    expect((await reopened.history('bord', 'gedeeld')).map(({ epoch, seq }) => [epoch, seq])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
    expect(await reopened.loadDocument('bord', 'tafel')).toMatchObject({ epoch: 1, lastSeq: 1 });
  });

  test('S19 what is erased for good is in no history either, and only a hash of its id is kept', async () => {
    const { storage, again } = await opened();
    const about = (thing: string, field = 'tekst') => ({
      by: regie.id,
      at: createdAt,
      thing,
      field,
      value: `${thing} ${field}`,
    });
    await storage.append([
      row(1, { history: [about('kaart-1'), about('kaart-2')] }),
      row(2, { history: [about('kaart-1', 'weg')] }),
      row(3, { history: [about('genogram:kaart-1', 'places'), about('genogram:kaart-2', 'places')] }),
    ]);
    const from = (epoch: number, seq: number) => ({
      board: 'bord',
      zone: 'gedeeld',
      from: { epoch, seq },
      clients: [],
    });
    await storage.startEpoch({ ...from(1, 3), update: new Uint8Array([1]), erased: 'kaart-1' });
    await storage.startEpoch({ ...from(2, 1), update: new Uint8Array([2]), erased: 'kaart-1' });
    const reopened = await again();
    expect((await reopened.history('bord', 'gedeeld')).map(({ thing, seq }) => [thing, seq])).toEqual([
      ['kaart-2', 1],
      ['genogram:kaart-2', 3],
    ]);
    const { erased, epoch } = await reopened.loadDocument('bord', 'gedeeld');
    expect([epoch, erased]).toEqual([3, [erasedHash('bord', 'gedeeld', 'kaart-1')]]);
    expect((await reopened.loadDocument('bord', 'tafel')).erased).toBeUndefined();
  });
}
