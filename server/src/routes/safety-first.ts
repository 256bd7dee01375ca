import { mayOpen } from '@samenbord/shared/access/zones.ts';
import { safetyFirst, safetyFirstRequest } from '@samenbord/shared/wire/http-zones.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/**
 * Puts the safety of the children first on the screens of everybody who reads the team, at any moment and at any step (design D12); nothing of it stands in a document
 * that the family or the screen in the room reads.
 */
export const putSafetyFirst = ({ storage, rooms, clock, audit, oneAtATime }: Deps) =>
  boardAct({
    summary: 'Zet de veiligheid voorop, alleen bij de professionals',
    body: safetyFirstRequest,
    run: ({ who: { board, actor }, body }) =>
      oneAtATime(`${board.id} veiligheid`, async () => {
        if (!mayOpen(actor, { kind: 'team' })) throw new Refusal('mag-niet');
        const veiligheidVoorop = body.op ? safetyFirst.parse({ door: actor.id, sinds: clock() }) : undefined;
        for (const row of await storage.participants(board.id)) {
          if (isWelcome(row, clock) && mayOpen(actorOf(row), { kind: 'team' }))
            await rooms.setTable(board.id, `tafel:${row.id}`, { veiligheidVoorop });
        }
        const object = body.op ? 'op' : 'af';
        await audit({ board: board.id, participant: actor.id, action: 'veiligheid-voorop', object });
        return undefined;
      }),
  });
