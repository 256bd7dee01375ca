import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What was erased for good is known by a hash of its id only, so that it cannot be brought back. */
export async function epochs(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('erased')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_erased', ['board', 'zone', 'hash'])
    .addForeignKeyConstraint('of_zone', ['board', 'zone'], 'zones', ['board', 'zone'])
    .execute();
}
