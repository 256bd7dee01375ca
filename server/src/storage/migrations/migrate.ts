import type { Kysely } from 'kysely';
import { StorageError } from '../storage.ts';
import type { Tables } from '../tables.ts';
import { start } from './001-start.ts';
import { epochs } from './002-epochs.ts';
import { keys } from './003-keys.ts';
import { meetings } from './004-meetings.ts';
import { zones } from './005-zones.ts';
import { after } from './006-after.ts';

/** Step n brings schema n-1 to schema n. A step that was released is never changed again. */
const steps: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [start, epochs, keys, meetings, zones, after];

/** The number of the newest schema. */
export const newestSchema = steps.length;

/**
 * Brings the database to the newest schema, inside the caller's transaction. Refuses (`te-nieuw`) data that a newer version of the program wrote:
 * an old program would read them wrong.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('schema_steps')
    .ifNotExists()
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .execute();
  const { known } = await db
    .selectFrom('schema_steps')
    .select((eb) => eb.fn.max('number').as('known'))
    .executeTakeFirstOrThrow();
  const done = Number(known ?? 0);
  if (done > steps.length) throw new StorageError('te-nieuw');
  for (const [index, step] of steps.entries()) {
    if (index < done) continue;
    await step(db);
    await db
      .insertInto('schema_steps')
      .values({ number: index + 1 })
      .execute();
  }
}
