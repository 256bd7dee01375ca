import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What was agreed at each meeting, and until when a board is kept. */
export async function after(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('sheets')
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('content_key', 'text', (c) => c.notNull())
    .addColumn('content', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_sheet', ['board', 'number'])
    .execute();
  // Dates only: nothing here says what is on the board.
  await db.schema
    .createTable('board_ends')
    .addColumn('board', 'text', (c) => c.primaryKey().references('boards.id'))
    .addColumn('day', 'text')
    .addColumn('over_since', 'text')
    .execute();
}
