import { versionKey } from '../keys.ts';
import { chainHash, readAudit } from './analyses.ts';
import type { BoardEndRow, SheetRow } from '../after.ts';
import type { Tables } from '../tables.ts';
import type { Place, Vault } from '../vault.ts';
import type { Context, Operations } from './context.ts';

/** What the key of a sheet is called. After something was erased from it, it lies under a new one, and the old one is destroyed. */
export const sheetKeyName = (nummer: number, keer: number): string => `blad-${nummer}-${keer}`;
export const sheetPlace = (board: string, nummer: number, keer: number): Place => ['sheets', board, nummer, keer];

function readSheet(vault: Vault, row: Tables['sheets']): SheetRow {
  const [nummer, keer] = [Number(row.number), Number(row.turn)];
  const content = vault.open(sheetPlace(row.board, nummer, keer), { key_id: row.content_key, sealed: row.content });
  return { board: row.board, nummer, keer, content: Buffer.from(content).toString('utf8') };
}

function sealed({ vault }: Context, { board, nummer, keer, content }: SheetRow): Tables['sheets'] {
  const key = versionKey(sheetKeyName(nummer, keer));
  const { sealed: bytes } = vault.sealWith(key, sheetPlace(board, nummer, keer), Buffer.from(content));
  return { board, number: nummer, turn: keer, content_key: key, content: bytes };
}

export const afterOperations: Operations<
  'addSheet' | 'replaceSheet' | 'sheets' | 'boardEnd' | 'setBoardEnd' | 'auditHeads' | 'checkAudit'
> = {
  addSheet: async (context, row) => {
    await context.db
      .insertInto('sheets')
      .values(sealed(context, row))
      .onConflict((oc) => oc.doNothing())
      .execute();
  },

  replaceSheet: async (context, row) => {
    const { db } = context;
    const { board, number, ...values } = sealed(context, row);
    const before = await db
      .selectFrom('sheets')
      .select('content_key')
      .where('board', '=', board)
      .where('number', '=', number)
      .executeTakeFirst();
    if (before === undefined || before.content_key === values.content_key) return;
    await db.updateTable('sheets').set(values).where('board', '=', board).where('number', '=', number).execute();
    await db
      .insertInto('doomed_keys')
      .values({ board, key_id: before.content_key })
      .onConflict((oc) => oc.doNothing())
      .execute();
    context.doom();
    context.scrub();
  },

  sheets: async ({ db, vault }, board) => {
    const rows = await db.selectFrom('sheets').selectAll().where('board', '=', board).orderBy('number').execute();
    return rows.map((row) => readSheet(vault, row));
  },

  boardEnd: async ({ db }, board) => {
    const row = await db.selectFrom('board_ends').selectAll().where('board', '=', board).executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      board,
      ...(row.day !== null && { dag: row.day }),
      ...(row.over_since !== null && { sinds: row.over_since }),
    };
  },

  setBoardEnd: async ({ db }, { board, dag, sinds }: BoardEndRow) => {
    const values = { day: dag ?? null, over_since: sinds ?? null };
    await db
      .insertInto('board_ends')
      .values({ board, ...values })
      .onConflict((oc) => oc.column('board').doUpdateSet(values))
      .execute();
  },

  auditHeads: async ({ db }) => {
    const rows = await db
      .selectFrom('audit as line')
      .select(['line.board', 'line.number', 'line.hash'])
      .where('line.number', '=', (eb) =>
        eb
          .selectFrom('audit as other')
          .select((max) => max.fn.max('other.number').as('last'))
          .whereRef('other.board', '=', 'line.board'),
      )
      .orderBy('line.board')
      .execute();
    return rows.map(({ board, number, hash }) => ({ board, lines: Number(number), hash }));
  },

  checkAudit: async ({ db }, board) => {
    const rows = await db.selectFrom('audit').selectAll().where('board', '=', board).orderBy('number').execute();
    let before = '';
    let broken: number | undefined;
    for (const [index, row] of rows.entries()) {
      const isNext = Number(row.number) === index + 1;
      if (broken === undefined && (!isNext || chainHash(before, index + 1, readAudit(row)) !== row.hash))
        broken = index + 1;
      before = row.hash;
    }
    return { lines: rows.length, hashes: rows.map(({ hash }) => hash), ...(broken !== undefined && { broken }) };
  },
};
