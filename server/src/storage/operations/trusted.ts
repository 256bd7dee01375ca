import type { Tables } from '../tables.ts';
import type { TrustedRow } from '../storage.ts';
import type { Place, Vault } from '../vault.ts';
import type { Context, Operations } from './context.ts';

export const trustedPlace = (board: string, owner: string, professional: string, since: string): Place => [
  'trusted',
  board,
  owner,
  professional,
  since,
];

/** Who named, and why. */
type Why = Pick<TrustedRow, 'door' | 'grond'>;

const readTrusted = (vault: Vault, row: Tables['trusted']): TrustedRow => {
  const { board, owner, professional, since } = row;
  return { professional, sinds: since, ...vault.openValue<Why>(trustedPlace(board, owner, professional, since), row) };
};

/** By professional, the owners whose trusted box they read now; of one professional or of all. */
export async function ownersOf({ db }: Context, board: string, professional?: string): Promise<Map<string, string[]>> {
  let rows = db
    .selectFrom('trusted')
    .select(['owner', 'professional'])
    .where('board', '=', board)
    .where('until', 'is', null)
    .orderBy('owner');
  if (professional !== undefined) rows = rows.where('professional', '=', professional);
  const owners = new Map<string, string[]>();
  for (const row of await rows.execute()) {
    owners.set(row.professional, [...(owners.get(row.professional) ?? []), row.owner]);
  }
  return owners;
}

const readersOf = ({ db }: Context, board: string, owner: string) =>
  db
    .selectFrom('trusted')
    .selectAll()
    .where('board', '=', board)
    .where('owner', '=', owner)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('professional')
    .execute();

export const trustedOperations: Operations<'trusted' | 'setTrusted' | 'hasComeIn' | 'boardsWithout' | 'noteWork'> = {
  trusted: async (context, board, owner) =>
    (await readersOf(context, board, owner)).map((row) => readTrusted(context.vault, row)),

  setTrusted: async (context, { board, owner, professionals, at, door, grond }) => {
    const { db, vault } = context;
    const now = await readersOf(context, board, owner);
    for (const { professional, since } of now) {
      if (professionals.includes(professional)) continue;
      await db
        .updateTable('trusted')
        .set({ until: at })
        .where((eb) => eb.and({ board, owner, professional, since }))
        .execute();
    }
    for (const professional of new Set(professionals)) {
      if (now.some((one) => one.professional === professional)) continue;
      const why: Why = { door, ...(grond !== undefined && { grond }) };
      const sealed = vault.sealValue(trustedPlace(board, owner, professional, at), why);
      const row = { board, owner, professional, since: at, until: null, ...sealed };
      // Named, taken back and named again within one tick of the clock is being named.
      await db
        .insertInto('trusted')
        .values(row)
        .onConflict((oc) =>
          oc.columns(['board', 'owner', 'professional', 'since']).doUpdateSet({ until: null, ...sealed }),
        )
        .execute();
    }
  },

  hasComeIn: async ({ db }, board, participant) => {
    const there = await db
      .selectFrom('participations')
      .select('board')
      .where((eb) => eb.and({ board, participant }))
      .limit(1)
      .executeTakeFirst();
    if (there !== undefined) return true;
    // A browser that was forgotten since has left a line.
    const line = await db
      .selectFrom('audit')
      .select('number')
      .where('board', '=', board)
      .where((eb) =>
        eb.or([
          eb.and({ action: 'binnengekomen', participant }),
          eb.and({ action: 'binnengelaten', object: participant }),
        ]),
      )
      .limit(1)
      .executeTakeFirst();
    return line !== undefined;
  },

  boardsWithout: async ({ db }, work) => {
    const rows = await db
      .selectFrom('boards')
      .select('id')
      .where((eb) => {
        const done = eb.selectFrom('housework').select('work').whereRef('housework.board', '=', 'boards.id');
        return eb.not(eb.exists(done.where('work', '=', work)));
      })
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id);
  },

  noteWork: async ({ db }, board, work) => {
    await db
      .insertInto('housework')
      .values({ board, work })
      .onConflict((oc) => oc.doNothing())
      .execute();
  },
};
