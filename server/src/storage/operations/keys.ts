import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Place } from '../vault.ts';
import { contentPlace, headPlace, positionPlace } from './analyses.ts';
import type { Context, Operations } from './context.ts';
import { meetingPlace } from './meetings.ts';
import { trustedPlace } from './trusted.ts';

/** One kind of sealed rows: which columns tell them apart, and where each sealed column lies. */
type Kind = {
  readonly table: keyof Tables;
  readonly board: 'board' | 'id';
  readonly key: readonly string[];
  readonly places: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, Place>>;
};

/** The same database, for tables and columns that come out of the list below or out of the database itself. */
const anyTable = (db: Kysely<Tables>) => db as unknown as Kysely<Record<string, Record<string, unknown>>>;
const text = (value: unknown): string => String(value);
const log = (table: 'documents' | 'history' | 'snapshots'): Kind => ({
  table,
  board: 'board',
  key: ['board', 'zone', 'epoch', 'seq'],
  places: ({ board, zone, epoch, seq }) => ({
    sealed: [table, text(board), text(zone), Number(epoch), Number(seq)],
  }),
});

/** All that is sealed with the key of a board. What is not in here keeps the old key alive, and a test red. */
export const sealedKinds: readonly Kind[] = [
  { table: 'boards', board: 'id', key: ['id'], places: ({ id }) => ({ sealed: ['boards', text(id)] }) },
  {
    table: 'participants',
    board: 'board',
    key: ['board', 'id'],
    places: ({ board, id }) => ({ sealed: ['participants', text(board), text(id)] }),
  },
  {
    table: 'waiting',
    board: 'board',
    key: ['board', 'id'],
    places: ({ board, id }) => ({ sealed: ['waiting', text(board), text(id)] }),
  },
  {
    table: 'meetings',
    board: 'board',
    key: ['board', 'number'],
    places: ({ board, number }) => ({ sealed: meetingPlace(text(board), Number(number)) }),
  },
  {
    table: 'trusted',
    board: 'board',
    key: ['board', 'owner', 'professional', 'since'],
    places: ({ board, owner, professional, since }) => ({
      sealed: trustedPlace(text(board), text(owner), text(professional), text(since)),
    }),
  },
  log('documents'),
  log('history'),
  log('snapshots'),
  {
    table: 'versions',
    board: 'board',
    key: ['board', 'id'],
    places: ({ board, id, content_key: own, erased_at: erased }) => ({
      head: headPlace(text(board), text(id)),
      // Content of before the keys of their own.
      ...(own === null && erased === null && { content: contentPlace(text(board), text(id)) }),
    }),
  },
  {
    table: 'positions',
    board: 'board',
    key: ['board', 'version', 'participant', 'part'],
    places: ({ board, version, participant, part }) => ({
      sealed: positionPlace(text(board), text(version), text(participant), text(part)),
    }),
  },
];

/** In this order nothing refers to what is gone. */
const tablesOfBoard = [
  'sheets',
  'board_ends',
  'meetings',
  'positions',
  'versions',
  'doomed_keys',
  'trusted',
  'housework',
  'participations',
  'invitations',
  'waiting',
  'waiting_rooms',
  'erased',
  'clients',
  'snapshots',
  'history',
  'documents',
  'zones',
  'participants',
] as const satisfies readonly (keyof Tables)[];

/** Removes all rows of a board but what was done with it. */
export async function removeBoard({ db, scrub }: Context, board: string): Promise<void> {
  for (const table of tablesOfBoard) await db.deleteFrom(table).where('board', '=', board).execute();
  await db.deleteFrom('boards').where('id', '=', board).execute();
  scrub();
}

/** Boards with keys of before; looked up among the boards that are there. */
async function staleBoards({ db, vault }: Context): Promise<string[]> {
  const boards = await db.selectFrom('boards').select('id').orderBy('id').execute();
  return boards.map(({ id }) => id).filter((id) => vault.older(id).length > 0);
}

/** Seals at most `most` rows of one kind anew. Gives how many rows were sealed, and how many of those it looked at do not open. */
async function resealKind(
  context: Context,
  kind: Kind,
  board: string,
  most: number,
): Promise<{ done: number; damaged: number }> {
  const { vault } = context;
  const db = anyTable(context.db);
  const rows = await db
    .selectFrom(kind.table)
    .selectAll()
    .where(kind.board, '=', board)
    .where('key_id', '!=', vault.current(board))
    .limit(most)
    .execute();
  let damaged = 0;
  for (const row of rows) {
    const sealed = sealedAnew(context, kind, row);
    if (sealed === undefined) {
      damaged += 1;
      continue;
    }
    const isRow = Object.fromEntries(kind.key.map((name) => [name, row[name]]));
    await db
      .updateTable(kind.table)
      .set(sealed)
      .where((eb) => eb.and(isRow))
      .execute();
  }
  return { done: rows.length - damaged, damaged };
}

function sealedAnew(
  { vault }: Context,
  { places }: Kind,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  try {
    for (const [column, place] of Object.entries(places(row))) {
      const sealed = row[column];
      if (!(sealed instanceof Uint8Array)) return undefined;
      const fresh = vault.seal(place, vault.open(place, { key_id: text(row['key_id']), sealed }));
      values[column] = fresh.sealed;
      values['key_id'] = fresh.key_id;
    }
    return values;
  } catch {
    return undefined;
  }
}

/** True when no sealed row of the board is left under another key, in any table with a key: also one that is not in the list above. */
async function isAllCurrent({ db, vault }: Context, board: string): Promise<boolean> {
  const open = anyTable(db);
  for (const { name, columns } of await db.introspection.getTables()) {
    if (name === 'doomed_keys' || !columns.some((column) => column.name === 'key_id')) continue;
    const row = await open
      .selectFrom(name)
      .select('key_id')
      .where(name === 'boards' ? 'id' : 'board', '=', board)
      .where('key_id', '!=', vault.current(board))
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
}

export const keyOperations: Operations<'deleteBoard' | 'rotateKey' | 'reseal' | 'dropOldKeys'> = {
  // Its keys were destroyed before this came into a batch (`KeyWork`).
  deleteBoard: (context, board) => removeBoard(context, board),

  // The key was made before this came into a batch.
  rotateKey: () => Promise.resolve(),

  reseal: async (context, most) => {
    for (const board of await staleBoards(context)) {
      let left = most;
      for (const kind of sealedKinds) {
        if (left > 0) left -= (await resealKind(context, kind, board, left)).done;
      }
      if (left < most) return true;
    }
    return false;
  },

  dropOldKeys: async (context, board) => {
    if (!(await isAllCurrent(context, board))) return false;
    for (const id of context.vault.older(board))
      await context.db
        .insertInto('doomed_keys')
        .values({ board, key_id: id })
        .onConflict((oc) => oc.doNothing())
        .execute();
    context.doom();
    return true;
  },
};
