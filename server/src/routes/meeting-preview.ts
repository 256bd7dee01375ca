import { mayRead } from '@samenbord/shared/access/zones.ts';
import { agesOf, firstSeen, lastThere } from '@samenbord/shared/meeting/since.ts';
import { previewAnswer } from '@samenbord/shared/wire/http-meeting.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import type { ParticipantRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/**
 * What everybody for whom the table opens will see for the first time: what came onto the table, or was changed, since they last sat at it while it was
 * open. Who reads it already is not in the list.
 */
export const previewMeeting = (deps: Deps) => {
  // It reads the whole history of the table.
  const limiter = createLimiter({ max: 12, windowMs: 60_000, clock: deps.clock });
  return boardAct({
    summary: 'Wat iedereen straks voor het eerst ziet',
    answer: previewAnswer,
    async run({ who }) {
      const { storage, rooms, clock, meetings } = deps;
      const board = who.board.id;
      limiter.take(board);
      const [table, history, earlier, participants] = await Promise.all([
        rooms.read(board, 'gedeeld'),
        storage.history(board, 'gedeeld'),
        storage.meetings(board),
        storage.participants(board),
      ]);
      const ages = agesOf(history);
      const were = earlier.map(({ meeting }) => meeting);
      const lying = [...table.things.values()].filter(({ weg }) => !weg).map(({ id }) => id);
      const comes = (row: ParticipantRow): boolean => {
        const actor = actorOf(row);
        const zone = { kind: 'gedeeld' } as const;
        return mayRead(actor, zone, { open: true }) && !mayRead(actor, zone, meetings.stateOf(board).now);
      };
      return {
        deelnemers: participants
          .filter((row) => isWelcome(row, clock) && comes(row))
          .map(({ id, naam, rol }) => ({ id, naam, rol, ...firstSeen(lying, ages, lastThere(were, id)) })),
      };
    },
  });
};
