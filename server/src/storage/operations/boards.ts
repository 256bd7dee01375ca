import type { BoardFacts } from '@samenbord/shared/wire/http.ts';
import { StorageError } from '../storage.ts';
import type { BoardRow, ParticipantRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Place, Vault } from '../vault.ts';
import type { Context, Operations } from './context.ts';
import { sealParticipant } from './participants.ts';

const placeOf = (board: string): Place => ['boards', board];
const isPrivateOf = (owner: string, zone: string): boolean => zone.endsWith(`:${owner}`);

/** Adds the documents that come with a board or a participant; one that is there already keeps its epoch. */
export async function addZones({ db }: Context, board: string, zones: readonly string[]): Promise<void> {
  for (const zone of zones) {
    await db
      .insertInto('zones')
      .values({ board, zone, epoch: 1, last: 0 })
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}

function readBoard(vault: Vault, row: Tables['boards']): BoardRow {
  const { titel, facts } = vault.openValue<{ titel: string; facts: BoardFacts }>(placeOf(row.id), row);
  return { id: row.id, titel, facts, createdAt: row.created_at };
}

async function boardRow({ db }: Context, id: string): Promise<Tables['boards'] | undefined> {
  return db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst();
}

async function insertParticipant(context: Context, row: ParticipantRow, zones: readonly string[]): Promise<void> {
  const { db, vault } = context;
  const { count } = await db
    .selectFrom('participants')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('board', '=', row.board)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('participants')
    .values({ ...sealParticipant(vault, row), place: Number(count) })
    .execute();
  await addZones(context, row.board, zones);
}

export const boardOperations: Operations<
  'createBoard' | 'board' | 'boards' | 'setFacts' | 'addParticipant' | 'epoch' | 'zones' | 'ping'
> = {
  ping: async ({ db }) => {
    await db.selectFrom('schema_steps').select('number').executeTakeFirstOrThrow();
  },

  createBoard: async (context, board, zones, maker) => {
    const { db, vault } = context;
    if ((await boardRow(context, board.id)) !== undefined) throw new StorageError('bestaat-al');
    const sealed = vault.sealValue(placeOf(board.id), { titel: board.titel, facts: board.facts });
    await db
      .insertInto('boards')
      .values({ id: board.id, created_at: board.createdAt, ...sealed })
      .execute();
    await insertParticipant(context, maker, zones);
  },

  board: async (context, id) => {
    const row = await boardRow(context, id);
    return row === undefined ? undefined : readBoard(context.vault, row);
  },

  boards: async ({ db, vault }) => {
    const rows = await db.selectFrom('boards').selectAll().orderBy('created_at').orderBy('id').execute();
    return rows.flatMap((row) => {
      try {
        return [readBoard(vault, row)];
      } catch (error) {
        if (error instanceof StorageError) return [];
        throw error;
      }
    });
  },

  setFacts: async (context, id, facts) => {
    const row = await boardRow(context, id);
    if (row === undefined) throw new StorageError('onbekend');
    const { titel } = readBoard(context.vault, row);
    const sealed = context.vault.sealValue(placeOf(id), { titel, facts });
    await context.db.updateTable('boards').set(sealed).where('id', '=', id).execute();
  },

  addParticipant: async (context, participant, zones) => {
    if ((await boardRow(context, participant.board)) === undefined) throw new StorageError('onbekend');
    // A private document belongs to the participant whose name it carries, so it can only come with that participant.
    if (zones.some((zone) => zone.includes(':') && !isPrivateOf(participant.id, zone)))
      throw new StorageError('onbekend');
    await insertParticipant(context, participant, zones);
  },

  epoch: async ({ db }, board, zone) => {
    const row = await db
      .selectFrom('zones')
      .select('epoch')
      .where('board', '=', board)
      .where('zone', '=', zone)
      .executeTakeFirst();
    return row === undefined ? undefined : Number(row.epoch);
  },

  zones: async ({ db }, board) => {
    const rows = await db
      .selectFrom('zones')
      .select(['zone', 'epoch'])
      .where('board', '=', board)
      .orderBy('zone')
      .execute();
    return rows.map(({ zone, epoch }) => ({ zone, epoch: Number(epoch) }));
  },
};
