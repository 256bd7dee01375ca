import type { WaitingRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Place, Vault } from '../vault.ts';
import type { Operations } from './context.ts';

const placeOf = (board: string, id: string): Place => ['waiting', board, id];

function readWaiting(vault: Vault, row: Tables['waiting']): WaitingRow {
  return {
    id: row.id,
    board: row.board,
    ...vault.openValue<{ naam: string }>(placeOf(row.board, row.id), row),
    sessionHash: row.session_hash,
    since: row.since,
    state: row.state as WaitingRow['state'],
    ...(row.participant === null ? {} : { participant: row.participant }),
  };
}

export const sessionOperations: Operations<
  | 'addSession'
  | 'session'
  | 'addParticipation'
  | 'endSession'
  | 'setWaitingRoom'
  | 'waitingRoom'
  | 'addWaiting'
  | 'waiting'
  | 'waitingBySession'
  | 'settleWaiting'
> = {
  addSession: async ({ db }, row) => {
    await db
      .insertInto('sessions')
      .values({ token_hash: row.tokenHash, created_at: row.createdAt, until: row.until })
      .execute();
  },

  session: async ({ db }, tokenHash) => {
    const row = await db.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    if (row === undefined) return undefined;
    const all = await db
      .selectFrom('participations')
      .select(['board', 'participant', 'ended_at'])
      .where('token_hash', '=', tokenHash)
      .orderBy('board')
      .orderBy('participant')
      .execute();
    const those = (open: boolean) =>
      all
        .filter(({ ended_at }) => (ended_at === null) === open)
        .map(({ board, participant }) => ({ board, participant }));
    return {
      tokenHash: row.token_hash,
      createdAt: row.created_at,
      until: row.until,
      participations: those(true),
      ended: those(false),
    };
  },

  addParticipation: async ({ db }, tokenHash, board, participant) => {
    await db
      .insertInto('participations')
      .values({ token_hash: tokenHash, board, participant, ended_at: null })
      .onConflict((oc) => oc.columns(['token_hash', 'board', 'participant']).doUpdateSet({ ended_at: null }))
      .execute();
  },

  endSession: async ({ db }, tokenHash) => {
    await db
      .updateTable('waiting')
      .set({ state: 'niet' })
      .where('session_hash', '=', tokenHash)
      .where('state', '=', 'wacht')
      .execute();
    await db.deleteFrom('participations').where('token_hash', '=', tokenHash).execute();
    await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
  },

  setWaitingRoom: async ({ db }, board, secretHash, until) => {
    await db
      .insertInto('waiting_rooms')
      .values({ board, secret_hash: secretHash, until })
      .onConflict((oc) => oc.column('board').doUpdateSet({ secret_hash: secretHash, until }))
      .execute();
  },

  waitingRoom: async ({ db }, secretHash) =>
    db.selectFrom('waiting_rooms').select(['board', 'until']).where('secret_hash', '=', secretHash).executeTakeFirst(),

  addWaiting: async ({ db, vault }, row) => {
    await db
      .insertInto('waiting')
      .values({
        id: row.id,
        board: row.board,
        session_hash: row.sessionHash,
        since: row.since,
        state: row.state,
        participant: row.participant ?? null,
        ...vault.sealValue(placeOf(row.board, row.id), { naam: row.naam }),
      })
      .execute();
  },

  waiting: async ({ db, vault }, board) => {
    const rows = await db
      .selectFrom('waiting')
      .selectAll()
      .where('board', '=', board)
      .where('state', '=', 'wacht')
      .orderBy('since')
      .orderBy('id')
      .execute();
    return rows.map((row) => readWaiting(vault, row));
  },

  waitingBySession: async ({ db, vault }, tokenHash) => {
    const row = await db.selectFrom('waiting').selectAll().where('session_hash', '=', tokenHash).executeTakeFirst();
    return row === undefined ? undefined : readWaiting(vault, row);
  },

  settleWaiting: async ({ db }, board, id, state, participant) => {
    const done = await db
      .updateTable('waiting')
      .set({ state, participant: participant ?? null })
      .where('board', '=', board)
      .where('id', '=', id)
      .where('state', '=', 'wacht')
      .executeTakeFirstOrThrow();
    return done.numUpdatedRows === 1n;
  },
};
