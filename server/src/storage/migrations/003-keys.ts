import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The content of a version has a key of its own; what was erased of it says when, and which version came in its place. */
export async function keys(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('versions').addColumn('content_key', 'text').execute();
  await db.schema.alterTable('versions').addColumn('erased_at', 'text').execute();
  await db.schema.alterTable('versions').addColumn('successor', 'text').execute();
  // Keys to be destroyed as soon as the transaction that put them here is committed.
  await db.schema
    .createTable('doomed_keys')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_doomed', ['board', 'key_id'])
    .execute();
}
