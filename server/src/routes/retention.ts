import { daysBetween, endOf, mayEndOn, monthsAfter, nearness } from '@samenbord/shared/meeting/end-date.ts';
import { endAnswer, endRequest } from '@samenbord/shared/wire/http-after.ts';
import type { EndAnswer } from '@samenbord/shared/wire/http-after.ts';
import { dayFromNow } from '../sign-in/clock.ts';
import type { Clock } from '../sign-in/clock.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { BoardRow, Storage } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** The last day of a board, and whether somebody chose it. */
export async function boardEndOf(
  storage: Storage,
  clock: Clock,
  board: Pick<BoardRow, 'id' | 'createdAt'>,
): Promise<{ dag: string; gezet: boolean }> {
  const [kept, meetings] = await Promise.all([storage.boardEnd(board.id), storage.meetings(board.id)]);
  const dayAt = (at: number): string => dayFromNow(0, () => at);
  const now = clock();
  // A meeting that is being prepared or goes on keeps the board as one of today would.
  const met = meetings.map(({ meeting }) => (meeting.stand === 'gesloten' ? (meeting.gesloten ?? 0) : now));
  const last = Math.max(...met);
  const dag = endOf({
    made: dayAt(Date.parse(board.createdAt)),
    ...(met.length > 0 && { met: dayAt(last) }),
    ...(kept?.dag !== undefined && { set: kept.dag }),
  });
  return { dag, gezet: kept?.dag !== undefined };
}

async function answerFor({ storage, clock, settings }: Deps, board: BoardRow): Promise<EndAnswer> {
  const today = dayFromNow(0, clock);
  const { dag, gezet } = await boardEndOf(storage, clock, board);
  return {
    dag,
    gezet,
    dagen: daysBetween(today, dag),
    stand: nearness(today, dag),
    uiterlijk: monthsAfter(today, settings.limits.boardMonths),
  };
}

/** Until when this board is kept: everybody who takes part may know. */
export const showEnd = (deps: Deps) =>
  boardAct({
    summary: 'Tot wanneer dit bord bestaat',
    answer: endAnswer,
    run: ({ who }) => answerFor(deps, who.board),
  });

/** Another last day, or back to the usual one. A day in the past, or further away than the organisation allows, is refused. */
export const setEnd = (deps: Deps) =>
  boardAct({
    summary: 'Kies de laatste dag van dit bord',
    body: endRequest,
    answer: endAnswer,
    async run({ who, body }) {
      const { storage, clock, audit, settings } = deps;
      const { dag } = body;
      if (dag !== null && !mayEndOn(dag, dayFromNow(0, clock), settings.limits.boardMonths))
        throw new Refusal('einddatum-kan-niet');
      // Whoever chooses has looked: what was noted about the end of before does not count any more.
      await storage.setBoardEnd({ board: who.board.id, ...(dag !== null && { dag }) });
      await audit({
        board: who.board.id,
        participant: who.actor.id,
        action: 'einddatum-gezet',
        ...(dag !== null && { object: dag }),
      });
      return answerFor(deps, who.board);
    },
  });
