import { hasTrusted, leads, mayBeTrusted } from '@samenbord/shared/access/zones.ts';
import { trustedAnswer, trustedQuery, trustedRequest } from '@samenbord/shared/wire/http-zones.ts';
import type { TrustedAnswer } from '@samenbord/shared/wire/http-zones.ts';
import { instant } from '../sign-in/clock.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { ParticipantRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/**
 * Whose box it is about: one's own, or that of a youth without a device of their own, for whom the casusregisseur speaks (domain S2, S6). From the moment that the
 * youth came in it is theirs alone. Refuses with one answer whatever else is asked, so that nobody learns who has a box.
 */
async function ownerOf({ storage }: Deps, { board, actor, participant }: Sitting, van: string | undefined) {
  if (van === undefined || van === actor.id) {
    if (!hasTrusted(actor)) throw new Refusal('mag-niet');
    return participant;
  }
  const row = leads(actor) ? await storage.participant(board.id, van) : undefined;
  if (row?.rol !== 'jeugdige' || row.revokedAt !== undefined || !hasTrusted(actorOf(row)))
    throw new Refusal('mag-niet');
  if (await storage.hasComeIn(board.id, row.id)) throw new Refusal('mag-niet');
  return row;
}

const canBeNamed =
  ({ clock }: Deps) =>
  (row: ParticipantRow): boolean =>
    // Of a professional the family was not told about, the list says nothing either.
    isWelcome(row, clock) && mayBeTrusted(actorOf(row)) && row.geinformeerd !== 'nog-niet';

const shown = ({ id, naam, rol, organisatie }: ParticipantRow) => ({
  id,
  naam,
  rol,
  ...(organisatie !== undefined && { organisatie }),
});

async function answerFor(deps: Deps, board: string, owner: ParticipantRow): Promise<TrustedAnswer> {
  const [rows, named] = await Promise.all([deps.storage.participants(board), deps.storage.trusted(board, owner.id)]);
  return {
    van: { id: owner.id, naam: owner.naam },
    professionals: named.flatMap(({ professional, sinds }) => {
      const row = rows.find(({ id }) => id === professional);
      // Who left reads nothing any more, whatever the list says.
      return row === undefined || !isWelcome(row, deps.clock) ? [] : [{ ...shown(row), sinds }];
    }),
    mogelijk: rows.filter(canBeNamed(deps)).map(shown),
  };
}

export const showTrusted = (deps: Deps) =>
  boardAct({
    summary: 'Welke professionals mijn vertrouwde vak lezen',
    query: trustedQuery,
    answer: trustedAnswer,
    run: async ({ who, query }) => answerFor(deps, who.board.id, await ownerOf(deps, who, query('van'))),
  });

/**
 * Names who reads a trusted box. Whoever is not in the list any more reads nothing from this moment on: their sockets on it close at once. That the list changed is
 * written down, and who is in it is not: whom somebody trusts is known to those two.
 */
export const setTrusted = (deps: Deps) =>
  boardAct({
    summary: 'Kies welke professionals mijn vertrouwde vak lezen',
    body: trustedRequest,
    answer: trustedAnswer,
    run: ({ who, body }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { storage, rooms, audit, clock } = deps;
        const board = who.board.id;
        const owner = await ownerOf(deps, who, body.van);
        const forAnother = owner.id !== who.actor.id;
        if (forAnother && body.grond === undefined) throw new Refusal('ongeldig', { fields: ['grond'] });
        const before = (await storage.trusted(board, owner.id)).map(({ professional }) => professional);
        const rows = new Map((await storage.participants(board)).map((row) => [row.id, row]));
        for (const id of body.professionals) {
          const row = rows.get(id);
          // Who was named and left since may stay in the list that comes back.
          if (!before.includes(id) && (row === undefined || !canBeNamed(deps)(row)))
            throw new Refusal('niet-te-kiezen');
        }
        const grond = forAnother ? body.grond : undefined;
        const change = { board, owner: owner.id, professionals: body.professionals, at: instant(clock) };
        await storage.setTrusted({ ...change, door: who.actor.id, grond });
        for (const id of before)
          if (!body.professionals.includes(id)) rooms.closeZone(board, `vertrouwd:${owner.id}`, id);
        await tellBoxes(deps, board, new Set([...before, ...body.professionals]));
        const ground = forAnother ? { ground: 'voor-een-kind' } : {};
        await audit({ board, participant: who.actor.id, action: 'vertrouwd-gewijzigd', object: owner.id, ...ground });
        return answerFor(deps, board, owner);
      }),
  });

/** Tells each of these professionals, in their own document, whose boxes they read now: their screens follow by themselves. */
async function tellBoxes({ storage, rooms }: Deps, board: string, who: ReadonlySet<string>): Promise<void> {
  for (const row of await storage.participants(board))
    if (who.has(row.id)) await rooms.setTable(board, `tafel:${row.id}`, { vakken: [...(row.vertrouwdVan ?? [])] });
}
