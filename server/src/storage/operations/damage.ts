import { StorageError } from '../storage.ts';
import type { LastGood } from '../storage.ts';
import type { Context, Operations } from './context.ts';
import { clientsOf, erasedOf, placeOf, zoneRow } from './documents.ts';
import type { Kind } from './documents.ts';

type Found = 'gone' | 'damaged' | Uint8Array;

/** What a read gives; nothing when the pages it needs cannot be read. */
async function tried<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

/** The documents of one zone, read row by row, so that one page that cannot be read takes no other along. */
function readerOf(context: Context, board: string, zone: string) {
  const seqs = async (kind: Kind, epoch: number): Promise<number[]> => {
    const { db } = context;
    const rows = await tried(() =>
      db
        .selectFrom(kind)
        .select('seq')
        .where('board', '=', board)
        .where('zone', '=', zone)
        .where('epoch', '=', epoch)
        .orderBy('seq', 'desc')
        .execute(),
    );
    return (rows ?? []).map(({ seq }) => Number(seq));
  };
  const one = async (kind: Kind, epoch: number, seq: number): Promise<Found> => {
    const key = { board, zone, epoch, seq };
    try {
      const row = await context.db
        .selectFrom(kind)
        .select(['key_id', 'sealed'])
        .where((eb) => eb.and(key))
        .executeTakeFirst();
      return row === undefined ? 'gone' : context.vault.open(placeOf(kind, key), row);
    } catch {
      return 'damaged';
    }
  };
  return { seqs, one };
}

type Prefix = { readonly seq: number; readonly updates: Uint8Array[] };

/** The longest state without a gap: the newest merged state that opens, and the rows after it up to the first that does not. */
async function prefixOf(reader: ReturnType<typeof readerOf>, epoch: number): Promise<Prefix> {
  const updates: Uint8Array[] = [];
  let seq = 0;
  for (const candidate of await reader.seqs('snapshots', epoch)) {
    const snapshot = await reader.one('snapshots', epoch, candidate);
    if (!(snapshot instanceof Uint8Array)) continue;
    updates.push(snapshot);
    seq = candidate;
    break;
  }
  for (;;) {
    const update = await reader.one('documents', epoch, seq + 1);
    if (!(update instanceof Uint8Array)) return { seq, updates };
    updates.push(update);
    seq += 1;
  }
}

/** What opens after the gap. */
async function laterOf(reader: ReturnType<typeof readerOf>, epoch: number, after: number): Promise<LastGood['later']> {
  const later: LastGood['later'] = [];
  for (const seq of (await reader.seqs('documents', epoch)).reverse()) {
    const update = seq > after ? await reader.one('documents', epoch, seq) : 'gone';
    if (update instanceof Uint8Array) later.push({ seq, update });
  }
  return later;
}

/** Epochs of which there are rows: the one the zone names first. */
async function epochsOf({ db }: Context, board: string, zone: string, named: number): Promise<number[]> {
  const rows = await tried(() =>
    db
      .selectFrom('documents')
      .select('epoch')
      .distinct()
      .where('board', '=', board)
      .where('zone', '=', zone)
      .orderBy('epoch', 'desc')
      .execute(),
  );
  return [named, ...(rows ?? []).map(({ epoch }) => Number(epoch)).filter((epoch) => epoch !== named)];
}

export const damageOperations: Operations<'lastGood' | 'documents'> = {
  documents: ({ db }) => db.selectFrom('zones').select(['board', 'zone']).orderBy('board').orderBy('zone').execute(),

  lastGood: async (context, board, zone) => {
    const said = await zoneRow(context, board, zone);
    const reader = readerOf(context, board, zone);
    for (const epoch of await epochsOf(context, board, zone, said.epoch)) {
      const { seq: lastSeq, updates } = await prefixOf(reader, epoch);
      if (updates.length === 0) continue;
      const later = await laterOf(reader, epoch, lastSeq);
      const lost = Math.max(0, said.epoch === epoch ? said.last - lastSeq - later.length : 0);
      const clients = (await tried(() => clientsOf(context, board, zone, epoch))) ?? [];
      const erased = await erasedOf(context, board, zone);
      const from = { epoch: said.epoch, seq: said.last };
      return { epoch: said.epoch, lastSeq, updates, rows: updates.length, clients, erased, from, later, lost };
    }
    throw new StorageError('beschadigd');
  },
};
