import type { Audit } from './audit.ts';
import { describeError } from './log.ts';
import type { Log } from './log.ts';

/** Who reads: a participant, behind a session, which is one browser however many boards it opens. */
export type Reader = {
  readonly board: string;
  readonly participant: string;
  readonly session: string;
  readonly professional: boolean;
};

/** Notes who reads what, and sounds an alarm when somebody reads more than a person needs. */
export type Reading = {
  /** Somebody opened a zone that is not their own: once for each meeting, and outside a meeting once an hour. */
  opened(who: Reader, zone: string): void;
  /** Somebody asked something of a board; `isFile`: they took a file along. */
  asked(who: Reader, isFile: boolean): void;
};

export type ReadingPorts = {
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: () => number;
  /** The number of the meeting that is open on this board. */
  readonly meetingOf: (board: string) => number | undefined;
  /** Counts an alarm. */
  readonly onAlarm: () => void;
  readonly limits: {
    readonly boardsReadPerHour: number;
    readonly filesTakenPerHour: number;
    readonly rememberedKeys: number;
  };
};

const hourMs = 3_600_000;

export function createReading({ audit, log, clock, meetingOf, onAlarm, limits }: ReadingPorts): Reading {
  const noted = new Map<string, number>();
  const boards = createTally(limits.boardsReadPerHour, limits.rememberedKeys);
  const files = createTally(limits.filesTakenPerHour, limits.rememberedKeys);
  let taken = 0;

  const write = (note: Parameters<Audit>[0]): void => {
    // Reading goes on when the line cannot be written: a meeting is not stopped for it, and whoever watches the log is told.
    audit(note).catch((error: unknown) => log.error(describeError(error), 'ALARM lezen niet genoteerd'));
  };

  const sound = (seen: ReadonlyMap<string, string> | undefined): void => {
    if (seen === undefined) return;
    onAlarm();
    log.warn({ boards: seen.size }, 'ALARM iemand leest veel achter elkaar');
    for (const [board, participant] of seen) write({ board, participant, action: 'veel-gelezen' });
  };

  const asked: Reading['asked'] = (who, isFile) => {
    if (!who.professional) return;
    sound(boards.add(who, who.board, clock()));
    if (isFile) sound(files.add(who, String(++taken), clock()));
  };

  return {
    asked,
    opened: (who, zone) => {
      asked(who, false);
      const meeting = zone === 'gedeeld' ? meetingOf(who.board) : undefined;
      const key = JSON.stringify([who.board, who.participant, zone, meeting]);
      const now = clock();
      const before = noted.get(key);
      if (before !== undefined && (meeting !== undefined || (now - before < hourMs && now >= before))) return;
      remember(noted, key, now, limits.rememberedKeys);
      const { board, participant } = who;
      if (meeting === undefined) write({ board, participant, action: 'gelezen', object: zone });
      else write({ board, participant, action: 'aan-tafel', object: String(meeting) });
    },
  };
}

/** Puts it last; beyond so many keys the one that was put first is forgotten. */
function remember<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}

type Seen = { readonly at: Map<string, { at: number; board: string; participant: string }>; told: number | undefined };

/** Counts different things per session in the last hour; when there are more than `most`, gives the boards they are of with who read there, once an hour. */
function createTally(most: number, sessions: number) {
  const bySession = new Map<string, Seen>();
  return {
    add(who: Reader, what: string, now: number): ReadonlyMap<string, string> | undefined {
      const seen = bySession.get(who.session) ?? { at: new Map(), told: undefined };
      remember(bySession, who.session, seen, sessions);
      remember(seen.at, what, { at: now, board: who.board, participant: who.participant }, most + 1);
      for (const [key, { at }] of seen.at) if (now - at >= hourMs) seen.at.delete(key);
      if (seen.at.size <= most || (seen.told !== undefined && now - seen.told < hourMs)) return undefined;
      seen.told = now;
      return new Map([...seen.at.values()].map(({ board, participant }) => [board, participant]));
    },
  };
}
