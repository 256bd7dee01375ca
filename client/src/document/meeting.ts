import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { AgendaEdit } from '@samenbord/shared/meeting/edits.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import type { AgendaChoice } from '@samenbord/shared/meeting/ready-made.ts';
import { meetingAnswer, previewAnswer } from '@samenbord/shared/wire/http-meeting.ts';
import type { MeetingAnswer, OwnTable, PreviewAnswer, TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { useBoardSession } from './context.tsx';
import { meetingOf, ownTableOf, presentOf } from './meeting-facts.ts';
import { ask, boardPath } from './server.ts';
import type { Method } from './server.ts';
import { ServerClock } from './server-clock.ts';
import type { BoardSession } from './session.ts';

function useServerDoc<T>(read: (doc: Y.Doc | undefined) => T, own: boolean): T {
  const session = useBoardSession();
  const zone = own ? `tafel:${session.als}` : 'tafel';
  return useSyncExternalStore(session.listeners.add, () => read(session.zone(zone)?.room().doc));
}

/** The open meeting, as everybody at the table knows it. Nothing when none is open for me. */
export const useMeeting = (): TableMeeting | undefined => useServerDoc(meetingOf, false);
/** Who sits at the table of the open meeting, by participant. */
export const usePresent = (): readonly string[] => useServerDoc(presentOf, false);
/** Is the table open for me; whom I asked for a pause; who asked me. */
export const useOwnTable = (): OwnTable => useServerDoc(ownTableOf, true);
/** The step that everybody is at. */
export const currentStep = ({ agenda, stap }: Pick<TableMeeting, 'agenda' | 'stap'>): Step | undefined =>
  agenda.stappen.find(({ id }) => id === stap);

const clocks = new WeakMap<BoardSession, ServerClock>();
function clockOf(session: BoardSession): ServerClock {
  const clock = clocks.get(session) ?? new ServerClock();
  clocks.set(session, clock);
  return clock;
}

/** All that one can ask of a meeting. Each throws a `ServerProblem` with one sentence; what changed comes by the table itself. */
export type MeetingHands = {
  /** The meeting as I may know it; for professionals one that is prepared too. */
  readonly look: () => Promise<MeetingAnswer>;
  readonly prepare: (choice: AgendaChoice) => Promise<MeetingAnswer>;
  readonly edit: (edit: AgendaEdit) => Promise<MeetingAnswer>;
  readonly preview: () => Promise<PreviewAnswer>;
  readonly open: () => Promise<MeetingAnswer>;
  readonly close: () => Promise<MeetingAnswer>;
  readonly lead: () => Promise<MeetingAnswer>;
  readonly steer: (command: SteerCommand) => Promise<MeetingAnswer>;
  readonly hand: (up: boolean) => Promise<MeetingAnswer>;
  readonly pause: (to: string | null) => Promise<MeetingAnswer>;
  readonly pauseSeen: (from: string) => Promise<MeetingAnswer>;
};

/** The hands of this tab's participant on the meeting of the board. */
export function useMeetingHands(): MeetingHands {
  const session = useBoardSession();
  return useMemo(() => handsOf(session), [session]);
}

function handsOf(session: BoardSession): MeetingHands {
  const { id, als } = session;
  const clock = clockOf(session);
  const path = (below: string): string => boardPath(id, `/meeting${below}`, als);
  const send = async (method: Method, below: string, body?: unknown): Promise<MeetingAnswer> => {
    const asked = Date.now();
    const answer = await ask(method, path(below), { schema: meetingAnswer, ...(body === undefined ? {} : { body }) });
    clock.heard(asked, Date.now(), answer.nu);
    return answer;
  };
  return {
    look: () => send('GET', ''),
    prepare: (choice) => send('PUT', '', choice),
    edit: (edit) => send('POST', '/agenda', edit),
    preview: () => ask('GET', path('/preview'), { schema: previewAnswer }),
    open: () => send('POST', '/open'),
    close: () => send('POST', '/close'),
    lead: () => send('POST', '/lead'),
    steer: (command) => send('POST', '/steer', command),
    hand: (up) => send('PUT', '/hand', { op: up }),
    pause: (to) => send('PUT', '/pause', { aan: to }),
    pauseSeen: (from) => send('POST', '/pause/seen', { van: from }),
  };
}

/** The clock of the server; while it is used it is set right now and then, and when the device wakes. */
export function useServerClock(): ServerClock {
  const session = useBoardSession();
  const hands = useMeetingHands();
  const clock = clockOf(session);
  useEffect(() => {
    const set = (): void => {
      // Unknown stays as it was: the next answer of anything sets it.
      if (document.visibilityState === 'visible' && clock.isStale(Date.now())) hands.look().catch(() => undefined);
    };
    set();
    const timer = setInterval(set, 60_000);
    document.addEventListener('visibilitychange', set);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', set);
    };
  }, [clock, hands]);
  return clock;
}
