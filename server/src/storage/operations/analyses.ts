import { createHash } from 'node:crypto';
import { StorageError } from '../storage.ts';
import type { AuditRow, PositionRow, VersionRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Place, Vault } from '../vault.ts';
import type { Operations } from './context.ts';

type Head = Pick<VersionRow, 'titel' | 'door'>;
type HeadRow = Omit<Tables['versions'], 'content'>;
type Said = Pick<PositionRow, 'positie' | 'tekst'>;

const headPlace = (board: string, id: string): Place => ['versions', board, id, 'head'];
const contentPlace = (board: string, id: string): Place => ['versions', board, id, 'content'];
const headColumns = ['board', 'id', 'number', 'hash', 'created_at', 'key_id', 'head'] as const;

function readHead(vault: Vault, row: HeadRow): Omit<VersionRow, 'content'> {
  const { titel, door } = vault.openValue<Head>(headPlace(row.board, row.id), { key_id: row.key_id, sealed: row.head });
  return {
    board: row.board,
    id: row.id,
    nummer: Number(row.number),
    titel,
    hash: row.hash,
    gemaakt: row.created_at,
    door,
  };
}

/** The line before it is in the hash of each line: a line that is changed or taken out in the middle breaks the chain. */
function chainHash(before: string, number: number, row: Omit<AuditRow, 'hash'>): string {
  const line = [
    before,
    number,
    row.board,
    row.at,
    row.participant ?? null,
    row.action,
    row.object ?? null,
    row.ground ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(line)).digest('hex');
}

function readAudit(row: Tables['audit']): AuditRow & { hash: string } {
  return {
    board: row.board,
    at: row.at,
    ...(row.participant === null ? {} : { participant: row.participant }),
    action: row.action,
    ...(row.object === null ? {} : { object: row.object }),
    ...(row.ground === null ? {} : { ground: row.ground }),
    hash: row.hash,
  };
}

export const analysisOperations: Operations<
  'addVersion' | 'version' | 'versions' | 'setPosition' | 'positions' | 'addAudit' | 'audit'
> = {
  addVersion: async ({ db, vault }, row) => {
    const head: Head = { titel: row.titel, door: row.door };
    const content = vault.seal(contentPlace(row.board, row.id), Buffer.from(row.content));
    await db
      .insertInto('versions')
      .values({
        board: row.board,
        id: row.id,
        number: row.nummer,
        hash: row.hash,
        created_at: row.gemaakt,
        key_id: content.key_id,
        head: vault.sealValue(headPlace(row.board, row.id), head).sealed,
        content: content.sealed,
      })
      .execute();
  },

  version: async ({ db, vault }, board, id) => {
    const row = await db
      .selectFrom('versions')
      .selectAll()
      .where('board', '=', board)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const content = vault.open(contentPlace(board, id), { key_id: row.key_id, sealed: row.content });
    return { ...readHead(vault, row), content: Buffer.from(content).toString('utf8') };
  },

  versions: async ({ db, vault }, board) => {
    const rows = await db
      .selectFrom('versions')
      .select(headColumns)
      .where('board', '=', board)
      .orderBy('number')
      .execute();
    return rows.map((row) => readHead(vault, row));
  },

  setPosition: async ({ db, vault }, row) => {
    const said: Said = { positie: row.positie, tekst: row.tekst };
    const values = {
      visible: row.zichtbaar,
      at: row.op,
      ...vault.sealValue(['positions', row.board, row.versie, row.deelnemer, row.deel], said),
    };
    await db
      .insertInto('positions')
      .values({ board: row.board, version: row.versie, participant: row.deelnemer, part: row.deel, ...values })
      .onConflict((oc) => oc.columns(['board', 'version', 'participant', 'part']).doUpdateSet(values))
      .execute();
  },

  positions: async ({ db, vault }, board, version) => {
    const rows = await db
      .selectFrom('positions')
      .selectAll()
      .where('board', '=', board)
      .where('version', '=', version)
      .orderBy('participant')
      .orderBy('part')
      .execute();
    return rows.map((row) => ({
      board,
      versie: version,
      deelnemer: row.participant,
      deel: row.part as PositionRow['deel'],
      ...vault.openValue<Said>(['positions', board, version, row.participant, row.part], row),
      zichtbaar: row.visible as PositionRow['zichtbaar'],
      op: row.at,
    }));
  },

  addAudit: async ({ db }, row) => {
    const last = await db
      .selectFrom('audit')
      .select(['number', 'hash'])
      .where('board', '=', row.board)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const number = Number(last?.number ?? 0) + 1;
    await db
      .insertInto('audit')
      .values({
        board: row.board,
        number,
        at: row.at,
        participant: row.participant ?? null,
        action: row.action,
        object: row.object ?? null,
        ground: row.ground ?? null,
        hash: chainHash(last?.hash ?? '', number, row),
      })
      .execute();
  },

  audit: async ({ db }, board) => {
    const rows = await db.selectFrom('audit').selectAll().where('board', '=', board).orderBy('number').execute();
    let before = '';
    return rows.map((stored, index) => {
      const row = readAudit(stored);
      if (chainHash(before, index + 1, row) !== row.hash) throw new StorageError('beschadigd');
      before = row.hash;
      return row;
    });
  },
};
