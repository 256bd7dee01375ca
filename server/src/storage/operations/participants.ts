import { StorageError } from '../storage.ts';
import type { ParticipantRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Place, Vault } from '../vault.ts';
import type { Context, Operations } from './context.ts';
import { ownersOf } from './trusted.ts';

/** What says who somebody is; the rest of the row is what rights are decided on. */
type Personal = Pick<ParticipantRow, 'naam' | 'organisatie' | 'persoon' | 'toelichting'>;

const placeOf = (board: string, id: string): Place => ['participants', board, id];

/** The columns of a participant, names sealed. */
export function sealParticipant(vault: Vault, row: ParticipantRow): Omit<Tables['participants'], 'place'> {
  const { naam, organisatie, persoon, toelichting } = row;
  const personal: Personal = { naam, organisatie, persoon, toelichting };
  return {
    board: row.board,
    id: row.id,
    rol: row.rol,
    opent: JSON.stringify(row.opent),
    grondslag: row.grondslag,
    geinformeerd: row.geinformeerd,
    geinformeerd_op: row.geinformeerdOp ?? null,
    tot: row.tot,
    revoked_at: row.revokedAt ?? null,
    created_at: row.createdAt,
    at_home: row.thuis === true ? 1 : 0,
    ...vault.sealValue(placeOf(row.board, row.id), personal),
  };
}

function readParticipant(vault: Vault, row: Tables['participants'], vertrouwdVan: readonly string[]): ParticipantRow {
  return {
    board: row.board,
    id: row.id,
    ...vault.openValue<Personal>(placeOf(row.board, row.id), row),
    rol: row.rol as ParticipantRow['rol'],
    opent: JSON.parse(row.opent) as ParticipantRow['opent'],
    grondslag: row.grondslag as ParticipantRow['grondslag'],
    geinformeerd: row.geinformeerd as ParticipantRow['geinformeerd'],
    ...(row.geinformeerd_op === null ? {} : { geinformeerdOp: row.geinformeerd_op }),
    tot: row.tot,
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    createdAt: row.created_at,
    ...(Number(row.at_home) === 1 ? { thuis: true } : {}),
    ...(vertrouwdVan.length > 0 && { vertrouwdVan }),
  };
}

async function endLinks({ db }: Context, board: string, participant: string, at: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ ended_at: at })
    .where('board', '=', board)
    .where('participant', '=', participant)
    .where('ended_at', 'is', null)
    .execute();
}

export const participantOperations: Operations<
  | 'participant'
  | 'participants'
  | 'revokeParticipant'
  | 'addInvitation'
  | 'endInvitations'
  | 'invitation'
  | 'countWrongCode'
> = {
  participant: async (context, board, id) => {
    const { db, vault } = context;
    const row = await db
      .selectFrom('participants')
      .selectAll()
      .where('board', '=', board)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const owners = await ownersOf(context, board, id);
    return readParticipant(vault, row, owners.get(id) ?? []);
  },

  participants: async (context, board) => {
    const { db, vault } = context;
    const rows = await db.selectFrom('participants').selectAll().where('board', '=', board).orderBy('place').execute();
    const owners = await ownersOf(context, board);
    return rows.map((row) => readParticipant(vault, row, owners.get(row.id) ?? []));
  },

  revokeParticipant: async (context, board, id, at) => {
    const { db } = context;
    const done = await db
      .updateTable('participants')
      .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
      .where('board', '=', board)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (done.numUpdatedRows === 0n) throw new StorageError('onbekend');
    await endLinks(context, board, id, at);
    await db
      .updateTable('participations')
      .set({ ended_at: at })
      .where('board', '=', board)
      .where('participant', '=', id)
      .where('ended_at', 'is', null)
      .execute();
  },

  addInvitation: async ({ db }, row) => {
    await db
      .insertInto('invitations')
      .values({
        secret_hash: row.secretHash,
        code_hash: row.codeHash ?? null,
        board: row.board,
        participant: row.participant,
        until: row.until,
        ended_at: row.endedAt ?? null,
        wrong_codes: row.wrongCodes,
      })
      .execute();
  },

  endInvitations: async (context, board, participant) => endLinks(context, board, participant, context.now()),

  invitation: async ({ db }, secretHash) => {
    const row = await db.selectFrom('invitations').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      secretHash: row.secret_hash,
      ...(row.code_hash === null ? {} : { codeHash: row.code_hash }),
      board: row.board,
      participant: row.participant,
      until: row.until,
      ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
      wrongCodes: Number(row.wrong_codes),
    };
  },

  countWrongCode: async ({ db }, secretHash) => {
    const row = await db
      .updateTable('invitations')
      .set((eb) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
      .where('secret_hash', '=', secretHash)
      .returning('wrong_codes')
      .executeTakeFirst();
    return Number(row?.wrong_codes ?? 0);
  },
};
