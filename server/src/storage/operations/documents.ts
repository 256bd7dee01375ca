import { appendRow } from './append.ts';
import { epochOperations } from './epochs.ts';
import { StorageError } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Place } from '../vault.ts';
import type { Context, Operations } from './context.ts';

export type Kind = 'documents' | 'history' | 'snapshots';
type Key = { board: string; zone: string; epoch: number; seq: number };

/** Where a sealed row lies. */
export const placeOf = (kind: Kind, { board, zone, epoch, seq }: Key): Place => [kind, board, zone, epoch, seq];

/** The zone of a board as the log knows it. Throws `StorageError` (`onbekend`). */
export async function zoneRow({ db }: Context, board: string, zone: string): Promise<Tables['zones']> {
  const row = await db
    .selectFrom('zones')
    .selectAll()
    .where('board', '=', board)
    .where('zone', '=', zone)
    .executeTakeFirst();
  if (row === undefined) throw new StorageError('onbekend');
  return { ...row, epoch: Number(row.epoch), last: Number(row.last) };
}

function rowsOf({ db }: Context, kind: Kind, board: string, zone: string, epoch: number) {
  return db
    .selectFrom(kind)
    .select(['board', 'zone', 'epoch', 'seq', 'key_id', 'sealed'])
    .where('board', '=', board)
    .where('zone', '=', zone)
    .where('epoch', '=', epoch);
}

/** The newest snapshot that opens; a damaged one is passed over and counted, because the log beside it is whole. */
async function newestSnapshot(context: Context, board: string, zone: string, epoch: number) {
  const rows = await rowsOf(context, 'snapshots', board, zone, epoch).orderBy('seq', 'desc').limit(3).execute();
  let passedOver = 0;
  for (const row of rows) {
    try {
      return { seq: Number(row.seq), passedOver, updates: [context.vault.open(placeOf('snapshots', row), row)] };
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      passedOver += 1;
    }
  }
  return { seq: 0, passedOver, updates: [] };
}

/** Whose each Yjs client of this epoch is. */
export async function clientsOf({ db }: Context, board: string, zone: string, epoch: number) {
  const rows = await db
    .selectFrom('clients')
    .select(['client', 'participant'])
    .where('board', '=', board)
    .where('zone', '=', zone)
    .where('epoch', '=', epoch)
    .execute();
  return rows.map(({ client, participant }) => ({ client: Number(client), participant }));
}

/** Hashes of the ids of what was erased for good from this document. */
export async function erasedOf({ db }: Context, board: string, zone: string): Promise<string[]> {
  const rows = await db
    .selectFrom('erased')
    .select('hash')
    .where('board', '=', board)
    .where('zone', '=', zone)
    .execute();
  return rows.map(({ hash }) => hash);
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export const documentOperations: Operations<'loadDocument' | 'append' | 'saveSnapshot'> = {
  loadDocument: async (context, board, zone) => {
    const { epoch, last } = await zoneRow(context, board, zone);
    const { seq: from, passedOver, updates: merged } = await newestSnapshot(context, board, zone, epoch);
    const rows = await rowsOf(context, 'documents', board, zone, epoch)
      .where('seq', '>', from)
      .orderBy('seq')
      .execute();
    // As many as were committed, without a gap: a document of which a row is gone is damaged, not shorter.
    if (rows.length !== last - from || rows.some((row, index) => Number(row.seq) !== from + index + 1)) {
      throw new StorageError('beschadigd');
    }
    const updates = rows.map((row) => context.vault.open(placeOf('documents', row), row));
    const erased = await erasedOf(context, board, zone);
    return {
      epoch,
      lastSeq: last,
      updates: [...merged, ...updates],
      rows: rows.length,
      clients: await clientsOf(context, board, zone, epoch),
      ...(erased.length > 0 && { erased }),
      ...(passedOver > 0 && { passedOver }),
      ...(context.isReadOnly?.() === true && { readOnly: true as const }),
    };
  },

  append: async (context, rows) => {
    for (const row of rows) {
      await appendRow(context, row);
      for (const next of row.epochs ?? []) await epochOperations.startEpoch(context, next);
    }
  },

  saveSnapshot: async (context, board, zone, epoch, seq, update) => {
    const now = await zoneRow(context, board, zone);
    if (now.epoch !== epoch || seq > now.last) throw new StorageError('volgorde');
    const key = { board, zone, epoch, seq };
    const place = placeOf('snapshots', key);
    const sealed = context.vault.seal(place, update);
    await context.db
      .insertInto('snapshots')
      .values({ ...key, ...sealed })
      .onConflict((oc) => oc.columns(['board', 'zone', 'epoch', 'seq']).doUpdateSet(sealed))
      .execute();
    const kept = await rowsOf(context, 'snapshots', board, zone, epoch)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    if (!sameBytes(context.vault.open(place, kept), update)) throw new StorageError('beschadigd');
    // Two older ones stay to fall back on.
    const old = await rowsOf(context, 'snapshots', board, zone, epoch)
      .orderBy('seq', 'desc')
      .offset(2)
      .limit(100)
      .execute();
    for (const row of old) {
      await context.db
        .deleteFrom('snapshots')
        .where('board', '=', board)
        .where('zone', '=', zone)
        .where('epoch', '=', epoch)
        .where('seq', '=', row.seq)
        .execute();
    }
  },
};
