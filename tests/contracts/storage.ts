import { expect, onTestFinished, test } from 'vitest';
import type { InvitationRow, PositionRow, Storage, VersionRow, WaitingRow } from '@samenbord/server/storage/storage.ts';
import { createdAt, makeBoard, participantRow, people } from '../support/room-server.ts';
import { epochContract } from './storage-epochs.ts';
import { code, row } from './storage-rows.ts';

/** A place where data lie: opened as often as a test wants, one at a time. */
export type StoragePlace = { readonly open: () => Promise<Storage>; readonly remove: () => Promise<void> };

const { regie, moeder } = people;
const later = '2026-03-01T12:00:00.000Z';
const session = { tokenHash: 'sessie-1', createdAt, until: later };
const invitation: InvitationRow = {
  secretHash: 'geheim-1',
  codeHash: 'code-1',
  board: 'bord',
  participant: moeder.id,
  until: later,
  wrongCodes: 0,
};
const version: VersionRow = {
  board: 'bord',
  id: 'v1',
  nummer: 1,
  titel: 'Na het eerste overleg',
  hash: 'abc',
  gemaakt: createdAt,
  door: 'Naam',
  content: '{"a":"é"}',
};
const position: PositionRow = {
  board: 'bord',
  versie: 'v1',
  deelnemer: moeder.id,
  deel: 'A',
  positie: 'anders',
  tekst: 'zo was het niet',
  zichtbaar: 'iedereen',
  op: createdAt,
};
const waiting: WaitingRow = {
  id: 'w1',
  board: 'bord',
  naam: 'Iemand',
  sessionHash: 'sessie-9',
  since: createdAt,
  state: 'wacht',
};

/** What every storage promises (`Storage` in the server), whatever database is behind it. */
export function storageContract(make: () => StoragePlace): void {
  const opened = async (): Promise<{ storage: Storage; again: () => Promise<Storage> }> => {
    const place = make();
    let current = await place.open();
    onTestFinished(async () => {
      await current.close();
      await place.remove();
    });
    await makeBoard(current, 'bord');
    const again = async (): Promise<Storage> => {
      await current.close();
      current = await place.open();
      return current;
    };
    return { storage: current, again };
  };

  test('S1 everything that was given comes back, also after closing and opening again', async () => {
    const { storage, again } = await opened();
    const facts = { regie: [{ organisatie: 'LT', naam: 'Karim', sinds: '2026-01-02' }], kaders: [] };
    await storage.setFacts('bord', facts);
    const full = participantRow(
      'bord',
      { id: 'pvol', rol: 'netwerk', persoon: 'oma', opens: ['gedeeld'] },
      { organisatie: 'Buurt', geinformeerdOp: '2026-02-01', toelichting: 'belt zelf' },
    );
    await storage.addParticipant(full, ['eigen:pvol']);
    await storage.addInvitation(invitation);
    await storage.addSession(session);
    await storage.addParticipation(session.tokenHash, 'bord', moeder.id);
    await storage.addParticipation(session.tokenHash, 'bord', moeder.id);
    await storage.setWaitingRoom('bord', 'wachtkamer-1', later);
    await storage.setWaitingRoom('bord', 'wachtkamer-2', later);
    await storage.addWaiting(waiting);
    await storage.append([row(1), row(2, { history: [] }), { ...row(1), zone: 'tafel' }]);
    await storage.addVersion(version);
    await storage.setPosition({ ...position, positie: 'klopt' });
    await storage.setPosition(position);
    const read = async (from: Storage) => ({
      board: await from.board('bord'),
      boards: (await from.boards()).map(({ id }) => id),
      participants: await from.participants('bord'),
      one: await from.participant('bord', 'pvol'),
      invitation: await from.invitation('geheim-1'),
      session: await from.session(session.tokenHash),
      rooms: [await from.waitingRoom('wachtkamer-1'), await from.waitingRoom('wachtkamer-2')],
      waiting: [await from.waiting('bord'), await from.waitingBySession('sessie-9')],
      zones: await from.zones('bord'),
      epoch: await from.epoch('bord', 'gedeeld'),
      document: await from.loadDocument('bord', 'gedeeld'),
      table: await from.loadDocument('bord', 'tafel'),
      history: await from.history('bord', 'gedeeld'),
      version: await from.version('bord', 'v1'),
      versions: await from.versions('bord'),
      positions: await from.positions('bord', 'v1'),
    });
    const before = await read(storage);
    expect(before.board).toEqual({ id: 'bord', titel: 'Bord bord', facts, createdAt });
    expect(before.participants.map(({ id }) => id)).toEqual([...Object.values(people).map(({ id }) => id), 'pvol']);
    expect(before.one).toEqual(full);
    expect(before.invitation).toEqual(invitation);
    expect(before.session).toEqual({
      ...session,
      participations: [{ board: 'bord', participant: moeder.id }],
      ended: [],
    });
    expect(before.rooms).toEqual([undefined, { board: 'bord', until: later }]);
    expect(before.waiting).toEqual([[waiting], waiting]);
    expect(before.zones.map(({ zone }) => zone)).toContain(`eigen:pvol`);
    expect([before.epoch, await storage.epoch('bord', 'eigen:pniets')]).toEqual([1, undefined]);
    expect(before.document).toMatchObject({ epoch: 1, lastSeq: 2, rows: 2, updates: [row(1).update, row(2).update] });
    expect(before.table).toMatchObject({ epoch: 1, lastSeq: 1 });
    expect(before.history).toEqual([{ epoch: 1, seq: 1, ...row(1).history[0] }]);
    expect(before.version).toEqual(version);
    const { content: _content, ...head } = version;
    expect(before.versions).toEqual([head]);
    expect(before.positions).toEqual([position]);
    expect(await read(await again())).toEqual(before);
  });

  test('S2 rows go in their order only, and rows of one call all or none', async () => {
    const { storage } = await opened();
    await storage.append([row(1)]);
    expect(await code(storage.append([row(1)]))).toBe('volgorde');
    expect(await code(storage.append([row(3)]))).toBe('volgorde');
    expect(await code(storage.append([row(2, { epoch: 2 })]))).toBe('volgorde');
    expect(await code(storage.append([row(1, { zone: 'bestaat-niet' })]))).toBe('volgorde');
    expect(await code(storage.append([row(2), row(1, { zone: 'tafel' }), row(4)]))).toBe('volgorde');
    expect((await storage.loadDocument('bord', 'gedeeld')).lastSeq).toBe(1);
    expect((await storage.loadDocument('bord', 'tafel')).lastSeq).toBe(0);
    await storage.append([row(2), row(1, { zone: 'tafel' })]);
    expect((await storage.history('bord', 'gedeeld')).length).toBe(2);
  });

  test('S3 calls that wait are committed together, and one that fails takes no other along', async () => {
    const { storage } = await opened();
    await makeBoard(storage, 'ander');
    const calls = Array.from({ length: 300 }, (_, index) => {
      const seq = Math.floor(index / 3) + 1;
      if (index % 3 === 0) return storage.append([row(seq)]);
      if (index % 3 === 1) return storage.append([row(seq, { board: 'ander' })]);
      return storage.append([row(9999)]);
    });
    const codes = await Promise.all(calls.map(code));
    expect(codes.filter((_code, index) => index % 3 !== 2).every((one) => one === 'done')).toBe(true);
    expect(codes.filter((_code, index) => index % 3 === 2).every((one) => one === 'volgorde')).toBe(true);
    for (const board of ['bord', 'ander']) {
      const { updates, lastSeq } = await storage.loadDocument(board, 'gedeeld');
      expect([lastSeq, updates.length]).toEqual([100, 100]);
    }
  });

  test('S4 a Yjs client stays with the participant who first wrote with it', async () => {
    const { storage, again } = await opened();
    await storage.append([row(1, { by: regie.id, client: 4_294_967_295 })]);
    await storage.append([row(2, { by: regie.id, client: 4_294_967_295 })]);
    expect(await code(storage.append([row(3, { by: moeder.id, client: 4_294_967_295 })]))).toBe('volgorde');
    await storage.append([
      row(3, { by: moeder.id, client: 7 }),
      row(1, { zone: 'tafel', by: 'server', client: 4_294_967_295 }),
    ]);
    const { clients, lastSeq } = await (await again()).loadDocument('bord', 'gedeeld');
    expect(lastSeq).toBe(3);
    expect(clients.toSorted((a, b) => a.client - b.client)).toEqual([
      { client: 7, participant: moeder.id },
      { client: 4_294_967_295, participant: regie.id },
    ]);
  });

  test('S5 revoking ends the links and the participations of that participant, and nobody else’s', async () => {
    const { storage } = await opened();
    await storage.addInvitation(invitation);
    await storage.addInvitation({ ...invitation, secretHash: 'geheim-2', participant: regie.id });
    await storage.addSession(session);
    for (const { id } of [regie, moeder]) await storage.addParticipation(session.tokenHash, 'bord', id);
    await storage.revokeParticipant('bord', moeder.id, later);
    await storage.revokeParticipant('bord', moeder.id, '2027-01-01T00:00:00.000Z');
    expect(await storage.participant('bord', moeder.id)).toMatchObject({ revokedAt: later });
    expect(await storage.invitation('geheim-1')).toMatchObject({ endedAt: later });
    expect((await storage.invitation('geheim-2'))?.endedAt).toBeUndefined();
    expect(await storage.session(session.tokenHash)).toMatchObject({
      participations: [{ board: 'bord', participant: regie.id }],
      ended: [{ board: 'bord', participant: moeder.id }],
    });
    await storage.endInvitations('bord', regie.id);
    expect((await storage.invitation('geheim-2'))?.endedAt).toMatch(/^\d{4}-/);
  });

  test('S6 wrong codes are counted one by one, and somebody who waits is let in once', async () => {
    const { storage } = await opened();
    await storage.addInvitation(invitation);
    const counts = await Promise.all(Array.from({ length: 8 }, () => storage.countWrongCode('geheim-1')));
    expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await storage.countWrongCode('bestaat-niet')).toBe(0);
    await storage.addWaiting(waiting);
    const settled = await Promise.all([
      storage.settleWaiting('bord', 'w1', 'binnen', moeder.id),
      storage.settleWaiting('bord', 'w1', 'niet'),
    ]);
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await storage.waiting('bord')).toEqual([]);
    expect(await storage.waitingBySession('sessie-9')).toMatchObject({ state: 'binnen', participant: moeder.id });
  });

  test('S7 the record of who did what is a chain in which each line holds the one before', async () => {
    const { storage, again } = await opened();
    const lines = ['openen', 'uitnodigen', 'intrekken'].map((action) => ({
      board: 'bord',
      at: createdAt,
      participant: regie.id,
      action,
      object: moeder.id,
    }));
    for (const line of lines) await storage.addAudit(line);
    await storage.addAudit({ board: 'weg', at: createdAt, action: 'wissen' });
    const kept = await (await again()).audit('bord');
    expect(kept.map(({ hash: _hash, ...line }) => line)).toEqual(lines);
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(3);
    expect(kept.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
  });

  test('S8 what is not there and what is there already are told apart, and change nothing', async () => {
    const { storage } = await opened();
    expect(await storage.board('niets')).toBeUndefined();
    expect(await storage.participant('bord', 'pniets')).toBeUndefined();
    expect(await storage.invitation('niets')).toBeUndefined();
    expect(await storage.version('bord', 'niets')).toBeUndefined();
    expect(await code(storage.loadDocument('bord', 'eigen:pniets'))).toBe('onbekend');
    expect(await code(storage.addParticipant(participantRow('niets', regie), []))).toBe('onbekend');
    expect(
      await code(storage.addParticipant(participantRow('bord', { ...moeder, id: 'pnieuw' }), [`eigen:${moeder.id}`])),
    ).toBe('onbekend');
    expect(await code(storage.revokeParticipant('bord', 'pniets', later))).toBe('onbekend');
    expect(await code(storage.addParticipant(participantRow('bord', moeder), []))).toBe('bestaat-al');
    expect(await code(makeBoard(storage, 'bord'))).toBe('bestaat-al');
    expect(await code(storage.addVersion({ ...version, board: 'niets' }))).not.toBe('done');
    await storage.addVersion(version);
    expect(await code(storage.addVersion({ ...version, id: 'v2' }))).toBe('bestaat-al');
    expect((await storage.participants('bord')).length).toBe(Object.keys(people).length);
    await storage.append([row(1)]);
    expect((await storage.loadDocument('bord', 'gedeeld')).updates).toEqual([row(1).update]);
  });

  test('S9 a merged state stands for the rows before it, and the log stays whole', async () => {
    const { storage } = await opened();
    await storage.append(Array.from({ length: 6 }, (_, index) => row(index + 1)));
    await storage.saveSnapshot('bord', 'gedeeld', 1, 4, new Uint8Array([9, 9]));
    expect(await storage.loadDocument('bord', 'gedeeld')).toMatchObject({
      lastSeq: 6,
      rows: 2,
      updates: [new Uint8Array([9, 9]), row(5).update, row(6).update],
    });
    expect(await code(storage.saveSnapshot('bord', 'gedeeld', 1, 7, new Uint8Array([1])))).toBe('volgorde');
    expect(await code(storage.saveSnapshot('bord', 'gedeeld', 2, 4, new Uint8Array([1])))).toBe('volgorde');
    expect((await storage.history('bord', 'gedeeld')).length).toBe(6);
  });

  test('S10 closing waits for what is under way, and after it everything is refused', async () => {
    const { storage, again } = await opened();
    const under = storage.append([row(1)]);
    const closed = storage.close();
    expect(await code(storage.ping())).toBe('gesloten');
    await Promise.all([under, closed, storage.close()]);
    expect(await code(storage.board('bord'))).toBe('gesloten');
    expect((await (await again()).loadDocument('bord', 'gedeeld')).lastSeq).toBe(1);
  });
  epochContract(opened);
}
