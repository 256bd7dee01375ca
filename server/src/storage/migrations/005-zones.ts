import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Who reads whose trusted box, the documents `team` and `vertrouwd:<participant>` of boards that exist, and the team for those whose work the case itself is.
 * Which roles these are is written out: what they mean today must not change what this step did.
 */
export async function zones(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('trusted')
    .addColumn('board', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('professional', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('sealed', 'blob', (c) => c.notNull())
    .addPrimaryKeyConstraint('one_naming', ['board', 'owner', 'professional', 'since'])
    .addForeignKeyConstraint('of_owner', ['board', 'owner'], 'participants', ['board', 'id'])
    .execute();
  await db.schema
    .createTable('housework')
    .addColumn('board', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('work', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('once', ['board', 'work'])
    .execute();
  const team = ['casusregisseur', 'medewerker-lt', 'medewerker-gi', 'gedragswetenschapper'];
  const family = ['ouder-met-gezag', 'ouder-zonder-gezag', 'jeugdige', 'netwerk'];
  for (const { id } of await db.selectFrom('boards').select('id').execute()) await addZone(db, id, 'team');
  for (const { board, id, rol, opent } of await db
    .selectFrom('participants')
    .select(['board', 'id', 'rol', 'opent'])
    .execute()) {
    const opens = JSON.parse(opent) as string[];
    if (family.includes(rol) && opens.includes('eigen')) await addZone(db, board, `vertrouwd:${id}`);
    if (!team.includes(rol) || !opens.includes('gedeeld') || opens.includes('team')) continue;
    await db
      .updateTable('participants')
      .set({ opent: JSON.stringify([...opens, 'team']) })
      .where('board', '=', board)
      .where('id', '=', id)
      .execute();
  }
}

async function addZone(db: Kysely<Tables>, board: string, zone: string): Promise<void> {
  await db
    .insertInto('zones')
    .values({ board, zone, epoch: 1, last: 0 })
    .onConflict((oc) => oc.doNothing())
    .execute();
}
