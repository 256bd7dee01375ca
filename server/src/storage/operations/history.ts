import { deflateSync, inflateSync } from 'node:zlib';
import type { HistoryEntry } from '../storage.ts';
import type { Place, Sealed } from '../vault.ts';
import type { Context, Operations } from './context.ts';

type Entry = Omit<HistoryEntry, 'epoch' | 'seq'>;
/** An entry in a pack says itself of which commit it is. */
type Packed = Entry & { readonly seq: number };
type Row = Sealed & { readonly epoch: number; readonly seq: number };

/** After so many commits their history becomes one row: each letter of a text is a commit, and says the whole text again. */
export const packEvery = 256;
/** What a pack begins with; a row of one commit is JSON and begins with a bracket. */
const packedMark = 0x78;

const placeOf = (board: string, zone: string, { epoch, seq }: Pick<Row, 'epoch' | 'seq'>): Place => [
  'history',
  board,
  zone,
  Number(epoch),
  Number(seq),
];

const rowsOf = ({ db }: Context, board: string, zone: string) =>
  db
    .selectFrom('history')
    .select(['epoch', 'seq', 'key_id', 'sealed'])
    .where('board', '=', board)
    .where('zone', '=', zone);

/** The entries of a row, each with its commit. */
function entriesOf({ vault }: Context, place: Place, row: Row): Packed[] {
  const bytes = Buffer.from(vault.open(place, row));
  if (bytes[0] === packedMark) return JSON.parse(inflateSync(bytes).toString('utf8')) as Packed[];
  const entries = JSON.parse(bytes.toString('utf8')) as Entry[];
  return entries.map((entry) => ({ ...entry, seq: Number(row.seq) }));
}

const packed = (entries: readonly Packed[]): Uint8Array => deflateSync(Buffer.from(JSON.stringify(entries)));

/** Makes one row of the history of the last commits, up to and including `seq`. Nothing is lost: each entry keeps its commit. */
export async function packHistory(
  context: Context,
  board: string,
  zone: string,
  epoch: number,
  seq: number,
): Promise<void> {
  const { db, vault } = context;
  const rows = await rowsOf(context, board, zone)
    .where('epoch', '=', epoch)
    .where('seq', '>', seq - packEvery)
    .where('seq', '<=', seq)
    .orderBy('seq')
    .execute();
  if (rows.length < 2) return;
  const entries = rows.flatMap((row) => entriesOf(context, placeOf(board, zone, row), row));
  await db
    .deleteFrom('history')
    .where('board', '=', board)
    .where('zone', '=', zone)
    .where('epoch', '=', epoch)
    .where('seq', '>', seq - packEvery)
    .where('seq', '<=', seq)
    .execute();
  const sealed = vault.seal(placeOf(board, zone, { epoch, seq }), packed(entries));
  await db
    .insertInto('history')
    .values({ board, zone, epoch, seq, ...sealed })
    .execute();
}

const isAbout = ({ thing, field }: Entry, ids: ReadonlySet<string>): boolean =>
  ids.has(thing) || (field === 'places' && ids.has(thing.slice(thing.indexOf(':') + 1)));

/** Takes out of the history all that was said about these things; what the same rows say about other things stays. */
export async function forgetHistory(
  context: Context,
  board: string,
  zone: string,
  things: ReadonlySet<string>,
): Promise<void> {
  const { db, vault } = context;
  for (const row of await rowsOf(context, board, zone).execute()) {
    const place = placeOf(board, zone, row);
    const entries = entriesOf(context, place, row);
    const left = entries.filter((entry) => !isAbout(entry, things));
    if (left.length === entries.length) continue;
    const at = { board, zone, epoch: row.epoch, seq: row.seq };
    if (left.length === 0)
      await db
        .deleteFrom('history')
        .where((eb) => eb.and(at))
        .execute();
    else {
      const sealed = vault.seal(place, packed(left));
      await db
        .updateTable('history')
        .set(sealed)
        .where((eb) => eb.and(at))
        .execute();
    }
  }
}

export const historyOperations: Operations<'history'> = {
  history: async (context, board, zone) => {
    const rows = await rowsOf(context, board, zone).orderBy('epoch').orderBy('seq').execute();
    return rows.flatMap((row) =>
      entriesOf(context, placeOf(board, zone, row), row).map(({ seq, ...entry }) => ({
        epoch: Number(row.epoch),
        seq,
        ...entry,
      })),
    );
  },
};
