import { changedTo, settledIn, shut } from '@samenbord/shared/access/state.ts';
import type { TableState, TableStates } from '@samenbord/shared/access/state.ts';
import type { MeetingRefusal } from '@samenbord/shared/meeting/commands.ts';
import { tableOf } from '@samenbord/shared/meeting/meeting.ts';
import type { Meeting } from '@samenbord/shared/meeting/meeting.ts';
import { createOneAtATime } from '../sign-in/one-at-a-time.ts';
import type { Clock } from '../sign-in/clock.ts';
import type { MeetingRow, PauseRow, Storage } from '../storage/storage.ts';

/** The meeting of a board that is prepared or open, with who asked whom for a pause. */
export type Kept = { readonly meeting: Meeting; readonly pauzes: readonly PauseRow[] };
/** What becomes of it, or why not. The same value back is nothing to keep. */
export type Changed = { readonly ok: true; readonly kept: Kept } | { readonly ok: false; readonly why: MeetingRefusal };

/** The meetings of all boards, and with them the state of every table. */
export type Meetings = {
  /** What a table allows now and a moment ago. Known at once: it is asked for every judged update. */
  readonly stateOf: (board: string) => TableStates;
  /** The meeting that is prepared or open. */
  current(board: string): Kept | undefined;
  /** Changes the meeting of a board, one at a time. It counts when it is kept: what cannot be written has not happened. */
  change(board: string, deed: (now: Kept | undefined, earlier: number) => Changed): Promise<Changed>;
  /** Told after each change. What comes back ends it. */
  onChange(listener: (board: string) => void): () => void;
};

const alwaysShut: TableStates = settledIn(shut);

/** Reads what is open on which board; from then on nothing about a table has to be looked up. */
export async function openMeetings(storage: Storage, clock: Clock): Promise<Meetings> {
  const current = new Map<string, Kept>();
  const states = new Map<string, TableStates>();
  const listeners = new Set<(board: string) => void>();
  const oneAtATime = createOneAtATime();

  for (const { board, ...kept } of await storage.openMeetings()) {
    current.set(board, kept);
    states.set(board, settledIn(tableOf(kept.meeting)));
  }

  const stateOf = (board: string): TableStates => states.get(board) ?? alwaysShut;

  const settle = (board: string, kept: Kept): void => {
    const before = stateOf(board);
    const now = tableOf(kept.meeting);
    if (kept.meeting.stand === 'gesloten') current.delete(board);
    else current.set(board, kept);
    if (!isSame(before.now, now)) states.set(board, changedTo(before, now, clock()));
    for (const listener of listeners) listener(board);
  };

  const change: Meetings['change'] = (board, deed) =>
    oneAtATime(board, async () => {
      const now = current.get(board);
      const earlier = now === undefined ? (await storage.meetings(board)).length : now.meeting.nummer - 1;
      const changed = deed(now, earlier);
      if (!changed.ok || changed.kept === now) return changed;
      const row: MeetingRow = { board, ...changed.kept };
      await storage.saveMeeting(row);
      settle(board, changed.kept);
      return changed;
    });

  return {
    stateOf,
    current: (board) => current.get(board),
    change,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isSame = (one: TableState, other: TableState): boolean => JSON.stringify(one) === JSON.stringify(other);
