import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { isServerZone, mayRead, readZone } from '@samenbord/shared/access/zones.ts';
import type { Reader } from '../audit/reading.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { BoardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** The number of the meeting that is open on this board. */
export function openNumber(meetings: Meetings, board: string): number | undefined {
  const meeting = meetings.current(board)?.meeting;
  return meeting?.stand === 'open' ? meeting.nummer : undefined;
}

const readerOf = ({ board, actor, session }: Sitting): Reader => ({
  board: board.id,
  participant: actor.id,
  session: session ?? `${board.id} ${actor.id}`,
  professional: isProfessional(actor.rol),
});

/** Somebody opens a zone to read it. What one opens of oneself, and what only the server writes, is not reading about somebody. */
export function noteReading({ reading, meetings }: Deps, who: Sitting, zoneName: string): void {
  const zone = readZone(zoneName);
  if (zone === undefined || isServerZone(zone) || ('owner' in zone && zone.owner === who.actor.id)) return;
  if (!mayRead(who.actor, zone, meetings.stateOf(who.board.id).now)) return;
  reading.opened(readerOf(who), zoneName);
}

/** What is asked over and over by a browser without sockets is no file that somebody takes along. */
const polled = 'application/octet-stream';

/** Somebody asks something of a board. */
export const noteAsking = ({ reading }: Deps, who: Sitting, { info }: BoardAct): void =>
  reading.asked(
    readerOf(who),
    info.media.some((media) => media !== polled),
  );
