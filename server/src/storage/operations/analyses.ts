import { createHash } from 'node:crypto';
import { versionKey } from '../keys.ts';
import { StorageError } from '../storage.ts';
import type { AuditRow, PositionRow, VersionRow } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Place, Vault } from '../vault.ts';
import type { Context, Operations } from './context.ts';

type Head = Pick<VersionRow, 'titel' | 'door'>;
type HeadRow = Omit<Tables['versions'], 'content' | 'content_key'>;
type Said = Pick<PositionRow, 'positie' | 'tekst'>;

export const headPlace = (board: string, id: string): Place => ['versions', board, id, 'head'];
export const contentPlace = (board: string, id: string): Place => ['versions', board, id, 'content'];
export const positionPlace = (board: string, version: string, participant: string, part: string): Place => [
  'positions',
  board,
  version,
  participant,
  part,
];
const headColumns = [
  'board',
  'id',
  'number',
  'hash',
  'created_at',
  'key_id',
  'head',
  'erased_at',
  'successor',
] as const;

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
    ...(row.erased_at !== null && { gewist: row.erased_at }),
    ...(row.successor !== null && { opvolger: row.successor }),
  };
}

/** The head is sealed with the key of the board, the content with a key of its own: so that it can be erased and leave its number and date. */
async function insertVersion({ db, vault }: Context, row: VersionRow): Promise<void> {
  const head: Head = { titel: row.titel, door: row.door };
  const sealed = vault.sealValue(headPlace(row.board, row.id), head);
  const content = vault.sealWith(versionKey(row.id), contentPlace(row.board, row.id), Buffer.from(row.content));
  await db
    .insertInto('versions')
    .values({
      board: row.board,
      id: row.id,
      number: row.nummer,
      hash: row.hash,
      created_at: row.gemaakt,
      key_id: sealed.key_id,
      head: sealed.sealed,
      content: content.sealed,
      content_key: content.key_id,
      erased_at: null,
      successor: null,
    })
    .execute();
}

async function eraseVersion(
  { db }: Context,
  board: string,
  id: string,
  { at, opvolger }: { at: string; opvolger: string | undefined },
): Promise<void> {
  const row = await db
    .selectFrom('versions')
    .select(['content_key', 'erased_at'])
    .where('board', '=', board)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new StorageError('onbekend');
  await db
    .updateTable('versions')
    .set({ content: new Uint8Array(), erased_at: row.erased_at ?? at, successor: opvolger ?? null })
    .where('board', '=', board)
    .where('id', '=', id)
    .execute();
  if (row.content_key === null) return;
  await db
    .insertInto('doomed_keys')
    .values({ board, key_id: row.content_key })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

async function upsertPosition({ db, vault }: Context, row: PositionRow): Promise<void> {
  const said: Said = { positie: row.positie, tekst: row.tekst };
  const values = {
    visible: row.zichtbaar,
    at: row.op,
    ...vault.sealValue(positionPlace(row.board, row.versie, row.deelnemer, row.deel), said),
  };
  await db
    .insertInto('positions')
    .values({ board: row.board, version: row.versie, participant: row.deelnemer, part: row.deel, ...values })
    .onConflict((oc) => oc.columns(['board', 'version', 'participant', 'part']).doUpdateSet(values))
    .execute();
}

/** The line before it is in the hash of each line: a line that is changed or taken out in the middle breaks the chain. */
export function chainHash(before: string, number: number, row: Omit<AuditRow, 'hash'>): string {
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

export function readAudit(row: Tables['audit']): AuditRow & { hash: string } {
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
  'addVersion' | 'version' | 'versions' | 'eraseVersions' | 'setPosition' | 'positions' | 'addAudit' | 'audit'
> = {
  addVersion: insertVersion,

  version: async ({ db, vault }, board, id) => {
    const row = await db
      .selectFrom('versions')
      .selectAll()
      .where('board', '=', board)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if (row.erased_at !== null) return { ...readHead(vault, row), content: '' };
    const content = vault.open(contentPlace(board, id), { key_id: row.content_key ?? row.key_id, sealed: row.content });
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

  eraseVersions: async (context, { board, ids, at, opvolger, successor, positions }) => {
    const { db } = context;
    if (successor !== undefined) await insertVersion(context, successor);
    for (const row of positions ?? []) await upsertPosition(context, row);
    for (const id of ids) await eraseVersion(context, board, id, { at, opvolger: successor?.id ?? opvolger });
    const gone = db.deleteFrom('positions').where('board', '=', board).where('version', 'in', ids);
    if (ids.length > 0) await gone.execute();
    context.doom();
    context.scrub();
  },

  setPosition: upsertPosition,

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
      ...vault.openValue<Said>(positionPlace(board, version, row.participant, row.part), row),
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
