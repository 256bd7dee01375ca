import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Meetings of a board, and who reads its table at home. */
export async function meetings(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('meetings')
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_meeting', ['board', 'number'])
    .execute();
  await db.schema
    .alterTable('participants')
    .addColumn('at_home', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
}
