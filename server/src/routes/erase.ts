import { eraseRequest } from '@samenbord/shared/wire/http.ts';
import { RoomError } from '../rooms/rooms.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

const refusals = { recht: 'mag-niet', plaats: 'niet-gevonden', waarde: 'ligt-nog-op-tafel' } as const;

/**
 * Erases one thing for good: out of the document, its log and its history, for everybody. Of the table by the casusregisseur, once it was taken off;
 * of one's own box by oneself. Versions that were frozen keep what they say.
 */
export const erase = ({ rooms, audit, table, oneAtATime }: Deps) =>
  boardAct({
    summary: 'Wis iets definitief',
    body: eraseRequest,
    run: ({ who, body }) =>
      oneAtATime(who.board.id, async () => {
        const board = who.board.id;
        await rooms.erase(board, body.zone, who.actor, body.ding).catch((error: unknown) => {
          const known = error instanceof RoomError && Object.hasOwn(refusals, error.code);
          throw known ? new Refusal(refusals[error.code as keyof typeof refusals]) : error;
        });
        await audit({ board, participant: who.actor.id, action: 'definitief-gewist', object: body.ding });
        if (body.zone === 'gedeeld') await table.refresh(board);
        return undefined;
      }),
  });
