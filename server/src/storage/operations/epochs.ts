import { erasedHash } from '../erased.ts';
import { StorageError } from '../storage.ts';
import type { NewEpoch } from '../storage.ts';
import type { Place } from '../vault.ts';
import type { Context, Operations } from './context.ts';
import { forgetHistory } from './history.ts';

/** An epoch has a higher number than all before it. */
const numberOf = ({ from, to }: NewEpoch): number => to ?? from.epoch + 1;

/** The zone moves on only from the very state that was rebuilt: whatever came after it would be lost. */
async function moveOn({ db }: Context, next: NewEpoch): Promise<void> {
  const { board, zone, from } = next;
  if (numberOf(next) <= from.epoch) throw new StorageError('volgorde');
  const moved = await db
    .updateTable('zones')
    .set({ epoch: numberOf(next), last: 1 })
    .where('board', '=', board)
    .where('zone', '=', zone)
    .where('epoch', '=', from.epoch)
    .where('last', '=', from.seq)
    .executeTakeFirstOrThrow();
  if (moved.numUpdatedRows !== 1n) throw new StorageError('volgorde');
}

async function forgetOldEpochs({ db }: Context, { board, zone }: NewEpoch): Promise<void> {
  for (const table of ['documents', 'snapshots', 'clients'] as const) {
    await db.deleteFrom(table).where('board', '=', board).where('zone', '=', zone).execute();
  }
}

async function writeFirstRow(context: Context, next: NewEpoch): Promise<void> {
  const { board, zone, update, clients } = next;
  const { db, vault } = context;
  const key = { board, zone, epoch: numberOf(next), seq: 1 };
  const place: Place = ['documents', board, zone, key.epoch, 1];
  await db
    .insertInto('documents')
    .values({ ...key, author: 'server', client: null, ...vault.seal(place, update) })
    .execute();
  for (const one of clients) {
    await db
      .insertInto('clients')
      .values({ board, zone, epoch: key.epoch, ...one })
      .execute();
  }
  const kept = await db
    .selectFrom('documents')
    .select(['key_id', 'sealed'])
    .where('board', '=', board)
    .where('zone', '=', zone)
    .executeTakeFirstOrThrow();
  // Read back before the old log is gone for good.
  if (Buffer.compare(vault.open(place, kept), update) !== 0) throw new StorageError('beschadigd');
}

export const epochOperations: Operations<'startEpoch'> = {
  startEpoch: async (context, next) => {
    await moveOn(context, next);
    await forgetOldEpochs(context, next);
    await writeFirstRow(context, next);
    const { board, zone, erased } = next;
    const gone = new Set([...(erased === undefined ? [] : [erased]), ...(next.alsoErased ?? [])]);
    if (gone.size === 0) return;
    await forgetHistory(context, board, zone, gone);
    for (const id of gone)
      await context.db
        .insertInto('erased')
        .values({ board, zone, hash: erasedHash(board, zone, id) })
        .onConflict((oc) => oc.doNothing())
        .execute();
    context.scrub();
  },
};
