import { isOver } from '../sign-in/clock.ts';
import type { Clock } from '../sign-in/clock.ts';
import { describeError } from '../audit/log.ts';
import type { BoardRow } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { endBoard } from './erase.ts';
import { boardEndOf } from './retention.ts';

/** A board that is over is deleted when it still is, at least so long after that was first seen. */
export const secondLookMs = 24 * 3_600_000;
const everyMs = 3_600_000;
/** The clock and the time that passes may differ so much between two looks; beyond it somebody set the clock. */
const mostDriftMs = 3_600_000;

export type Retention = {
  /** Looks at all boards once: notes which are over, and deletes those that were over a day ago as well. Never throws. */
  look(): Promise<void>;
  stop(): void;
};
type Needs = Pick<Deps, 'storage' | 'rooms' | 'meetings' | 'audit' | 'clock' | 'log' | 'oneAtATime'>;

/**
 * Deletes boards whose last day is over: at the start and every hour. Always in two looks with a day between, so a clock that jumps ahead deletes nothing at
 * once: whoever watches the log has that day, and when the clock is put right, or jumps while the server runs, what was noted is forgotten. `steady` is time that
 * passes, which nobody can set.
 */
export function createRetention(deps: Needs, steady: Clock = () => performance.now()): Retention {
  const { clock, log } = deps;
  let last: { readonly wall: number; readonly steady: number } | undefined;

  const look = async (): Promise<void> => {
    const now = { wall: clock(), steady: steady() };
    const drift = last === undefined ? 0 : Math.abs(now.wall - last.wall - (now.steady - last.steady));
    last = now;
    const jumped = drift > mostDriftMs;
    if (jumped) log.warn({ ms: Math.round(drift) }, 'ALARM de klok is verzet: er wordt een dag lang geen bord gewist');
    try {
      for (const board of await deps.storage.boards()) await lookAt(deps, board, jumped);
    } catch (error) {
      log.error(describeError(error), 'ALARM niet nagekeken welke borden voorbij zijn');
    }
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return { look, stop: () => clearInterval(timer) };
}

async function lookAt(deps: Needs, board: BoardRow, jumped: boolean): Promise<void> {
  const { storage, clock, log, oneAtATime, meetings } = deps;
  await oneAtATime(board.id, async () => {
    const kept = await storage.boardEnd(board.id);
    const { dag } = await boardEndOf(storage, clock, board);
    const note = (sinds: number | undefined): Promise<void> =>
      storage.setBoardEnd({
        board: board.id,
        dag: kept?.dag,
        sinds: sinds === undefined ? undefined : new Date(sinds).toISOString(),
      });
    // While people sit at a table it is not taken away from under them.
    if (!isOver(dag, clock) || meetings.current(board.id)?.meeting.stand === 'open') {
      if (kept?.sinds !== undefined) await note(undefined);
      return;
    }
    const since = kept?.sinds === undefined ? undefined : Date.parse(kept.sinds);
    const waited = since === undefined ? -1 : clock() - since;
    if (jumped || waited < 0) {
      log.warn({ board: board.id }, 'dit bord is voorbij en wordt over een dag gewist');
      return note(clock());
    }
    if (waited < secondLookMs) return;
    await endBoard(deps, board.id, { action: 'bord-verlopen' });
    log.info({ board: board.id }, 'bord gewist, de laatste dag was voorbij');
  });
}
