import { useCallback, useEffect, useState } from 'react';
import { sinceAnswer } from '@samenbord/shared/wire/http-rounds.ts';
import type { SinceAnswer } from '@samenbord/shared/wire/http-rounds.ts';
import { useBoardSession, useReady } from '../document/context.tsx';
import { useServerClock } from '../document/meeting.ts';
import { ask, boardPath } from '../document/server.ts';
import type { BoardSession } from '../document/session.ts';

/** Who looked elsewhere for so long was away. */
const awayMs = 2 * 60_000;

/** What changed, and whether that is since the last meeting or since this tab was looked at. */
export type Since = { readonly answer: SinceAnswer; readonly away: boolean };

/** Which boards said it already in this tab: it is told once, until somebody was away. */
const told = new WeakSet<BoardSession>();

/** What changed on the table since I could last read it; asked when the table opens for me, and again when I come back after a while. */
export function useSince(): { readonly since: Since | undefined; readonly seen: () => void } {
  const session = useBoardSession();
  const ready = useReady('gedeeld');
  const clock = useServerClock();
  const [since, setSince] = useState<Since>();
  const look = useCallback(
    (sinds?: number) => {
      const path = boardPath(
        session.id,
        `/since${sinds === undefined ? '' : `?sinds=${Math.round(sinds)}`}`,
        session.als,
      );
      return ask('GET', path, { schema: sinceAnswer }).then(
        (answer) => setSince({ answer, away: sinds !== undefined }),
        // Not known: the table itself is there to be read.
        () => undefined,
      );
    },
    [session],
  );
  useEffect(() => {
    if (ready && !told.has(session)) void look();
  }, [ready, session, look]);
  useEffect(() => {
    let left: number | undefined;
    const turned = (): void => {
      const now = Date.now();
      if (document.visibilityState === 'hidden') left = now;
      else if (ready && left !== undefined && now - left > awayMs) void look(clock.at(left));
    };
    document.addEventListener('visibilitychange', turned);
    return () => document.removeEventListener('visibilitychange', turned);
  }, [ready, clock, look]);
  const seen = useCallback(() => {
    told.add(session);
    setSince(undefined);
  }, [session]);
  return { since, seen };
}
