import type { Kysely } from 'kysely';
import { StorageError } from '../storage.ts';
import type { DocumentRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Context } from './context.ts';
import { packEvery, packHistory } from './history.ts';

/**
 * The statements of an append, as text: this is done for every change of everybody, and working out the same text again costs more than what SQLite does
 * with it. Each is made by Kysely once, with a value in every place, so that it fits the database and the tables.
 */
function statementsOf(db: Kysely<Tables>) {
  const key = { board: '', zone: '', epoch: 0, seq: 0 };
  const sealed = { key_id: '', sealed: new Uint8Array() };
  return {
    // The counter moves only from the seq just before: a second writer, a gap and an old epoch all end here.
    move: db
      .updateTable('zones')
      .set({ last: 0 })
      .where('board', '=', '')
      .where('zone', '=', '')
      .where('epoch', '=', 0)
      .where('last', '=', 0)
      .compile().sql,
    row: db
      .insertInto('documents')
      .values({ ...key, author: '', client: 0, ...sealed })
      .compile().sql,
    history: db
      .insertInto('history')
      .values({ ...key, ...sealed })
      .compile().sql,
    // A Yjs client belongs to one participant for the whole epoch; that of another is refused here too, whatever the room thinks.
    bind: db
      .insertInto('clients')
      .values({ board: '', zone: '', epoch: 0, client: 0, participant: '' })
      .onConflict((oc) => oc.doNothing())
      .compile().sql,
    writer: db
      .selectFrom('clients')
      .select('participant')
      .where('board', '=', '')
      .where('zone', '=', '')
      .where('epoch', '=', 0)
      .where('client', '=', 0)
      .compile().sql,
  };
}

const statements = new WeakMap<Kysely<Tables>, ReturnType<typeof statementsOf>>();

/** Adds one row to the log of its document, with its history. Throws `StorageError` (`volgorde`) when it is not the next one. */
export async function appendRow(context: Context, row: DocumentRow): Promise<void> {
  const { db, run, vault } = context;
  const known = statements.get(db) ?? statementsOf(db);
  statements.set(db, known);
  const { board, zone, epoch, seq, by, client } = row;
  const place = [board, zone, epoch, seq] as const;
  if ((await run(known.move, [seq, board, zone, epoch, seq - 1])).changes !== 1) throw new StorageError('volgorde');
  const update = vault.seal(['documents', ...place], row.update);
  await run(known.row, [...place, by ?? null, client ?? null, update.key_id, update.sealed]);
  if (row.history.length > 0) {
    const history = vault.sealValue(['history', ...place], row.history);
    await run(known.history, [...place, history.key_id, history.sealed]);
  }
  if (seq % packEvery === 0) await packHistory(context, board, zone, epoch, seq);
  if (client === undefined || by === undefined) return;
  // Known already, nearly always: asking writes nothing.
  const at = [board, zone, epoch, client];
  const { rows } = await run(known.writer, at);
  if (rows.length === 0) await run(known.bind, [...at, by]);
  else if (rows[0]?.['participant'] !== by) throw new StorageError('volgorde');
}
