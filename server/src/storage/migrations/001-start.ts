import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Columns that say which row of which document this is; together they are unique. */
function rowKey<T extends string>(table: CreateTableBuilder<T, never>) {
  return table
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint(`one_row`, ['board', 'zone', 'epoch', 'seq'])
    .addForeignKeyConstraint('of_zone', ['board', 'zone'], 'zones', ['board', 'zone']);
}

async function documents(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('zones')
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('last', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_zone', ['board', 'zone'])
    .execute();
  await rowKey(db.schema.createTable('documents'))
    .addColumn('author', 'text')
    .addColumn('client', 'bigint')
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .execute();
  for (const name of ['history', 'snapshots'] as const) {
    await rowKey(db.schema.createTable(name))
      .addColumn('key_id', 'text', (c) => c.notNull())
      .addColumn('sealed', 'blob', (c) => c.notNull())
      .execute();
  }
  await db.schema
    .createTable('clients')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('client', 'bigint', (c) => c.notNull())
    .addColumn('participant', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_client', ['board', 'zone', 'epoch', 'client'])
    .execute();
}

async function people(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('participants')
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('rol', 'text', (c) => c.notNull())
    .addColumn('opent', 'text', (c) => c.notNull())
    .addColumn('grondslag', 'text', (c) => c.notNull())
    .addColumn('geinformeerd', 'text', (c) => c.notNull())
    .addColumn('geinformeerd_op', 'text')
    .addColumn('tot', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_participant', ['board', 'id'])
    .execute();
  await db.schema
    .createTable('invitations')
    .addColumn('secret_hash', 'text', (c) => c.primaryKey())
    .addColumn('code_hash', 'text')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('participant', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('wrong_codes', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('of_participant', ['board', 'participant'], 'participants', ['board', 'id'])
    .execute();
}

async function sessions(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('participations')
    .addColumn('token_hash', 'text', (c) => c.notNull().references('sessions.token_hash'))
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('participant', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('one_participation', ['token_hash', 'board', 'participant'])
    .addForeignKeyConstraint('of_participant', ['board', 'participant'], 'participants', ['board', 'id'])
    .execute();
  await db.schema
    .createTable('waiting_rooms')
    .addColumn('board', 'text', (c) => c.primaryKey().references('boards.id'))
    .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
    .addColumn('until', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('waiting')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('session_hash', 'text', (c) => c.notNull().unique())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('participant', 'text')
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_waiting', ['board', 'id'])
    .execute();
}

async function analyses(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('versions')
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('head', 'blob', (c) => c.notNull())
    .addColumn('content', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_version', ['board', 'id'])
    .addUniqueConstraint('one_number', ['board', 'number'])
    .execute();
  await db.schema
    .createTable('positions')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('participant', 'text', (c) => c.notNull())
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('visible', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_position', ['board', 'version', 'participant', 'part'])
    .addForeignKeyConstraint('of_version', ['board', 'version'], 'versions', ['board', 'id'])
    .addForeignKeyConstraint('of_participant', ['board', 'participant'], 'participants', ['board', 'id'])
    .execute();
  // No foreign key: what was done with a board is still known after the board is gone.
  await db.schema
    .createTable('audit')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('participant', 'text')
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('object', 'text')
    .addColumn('ground', 'text')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_line', ['board', 'number'])
    .execute();
}

/** The first schema: boards, people, documents, analyses and who did what. */
export async function start(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('boards')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .execute();
  await documents(db);
  await people(db);
  await sessions(db);
  await analyses(db);
}
