import type { Actor } from '@samenbord/shared/access/zones.ts';
import { standsIn } from '@samenbord/shared/access/standing.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { describeError } from '../audit/log.ts';
import { actorOf } from '../sign-in/sitting.ts';
import { inNewPlace } from './moves-plan.ts';
import type { Deps } from './deps.ts';

const work = 'veiligheid-in-team';
const origins = { tracked: 'server', untracked: 'server' };
/** Nobody: what is done here is done for a board of before, by its server. */
const server: Actor = { id: 'pserver', rol: 'casusregisseur', opens: ['gedeeld', 'eigen', 'team'] };

/**
 * Brings what stands in the wrong place on boards of before to where it belongs, once per board: how safe a child was judged to be goes from the table to the team, and
 * is erased where it lay. Cut off halfway, it goes on at the next start; a board that cannot be read waits for one.
 */
export async function doHousework(deps: Pick<Deps, 'storage' | 'rooms' | 'log'>): Promise<void> {
  for (const board of await deps.storage.boardsWithout(work)) {
    try {
      await toTeam(deps, board);
      await deps.storage.noteWork(board, work);
    } catch (error) {
      deps.log.warn(describeError(error), 'huiswerk van een bord niet gedaan');
    }
  }
}

async function toTeam({ storage, rooms }: Pick<Deps, 'storage' | 'rooms'>, board: string): Promise<void> {
  const table = (await rooms.read(board, 'gedeeld')).things;
  const wrong = [...table.values()].filter(({ type }) => !standsIn(type, { kind: 'gedeeld' }));
  if (wrong.length === 0) return;
  const people = await storage.participants(board);
  for (const thing of wrong) {
    const maker = people.find(({ id }) => id === thing.by);
    const known = maker !== undefined && isProfessional(maker.rol);
    // It keeps the name of whoever wrote it, also when they have left since.
    const actor: Actor = { ...(known ? actorOf(maker) : server), opens: server.opens };
    await copyTo(rooms, board, actor, thing, (id) => table.has(id));
    if (!thing.weg)
      await rooms.write(
        board,
        'gedeeld',
        server,
        (doc) => void carryOut(doc, { kind: 'remove', id: thing.id }, origins),
      );
    await rooms.erase(board, 'gedeeld', server, thing.id);
  }
}

/** Under the same id, so that doing it again is doing it once. */
async function copyTo(
  rooms: Deps['rooms'],
  board: string,
  actor: Actor,
  thing: Thing,
  isRead: (id: string) => boolean,
): Promise<void> {
  if ((await rooms.read(board, 'team')).things.has(thing.id)) return;
  const made = { ...inNewPlace(actor, thing, isRead).made, id: thing.id };
  await rooms.write(board, 'team', actor, (doc) => {
    carryOut(doc, { kind: 'create', thing: made }, origins);
    if (thing.weg) carryOut(doc, { kind: 'remove', id: thing.id }, origins);
  });
}
