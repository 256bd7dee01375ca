import { mayRead } from '@samenbord/shared/access/zones.ts';
import { noteSeats as seatedIn } from '@samenbord/shared/meeting/commands.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { ownTable, tableMeeting, tablePresent, tableStaat } from '@samenbord/shared/wire/http-meeting.ts';
import { participant, tableParticipants, tableVersion, tableWaiting } from '@samenbord/shared/wire/http.ts';
import type { TableParticipant } from '@samenbord/shared/wire/http.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { describeError } from '../audit/log.ts';
import type { Log } from '../audit/log.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { dayFromNow, isOver } from '../sign-in/clock.ts';
import type { Clock } from '../sign-in/clock.ts';
import { participantAnswer } from '../sign-in/invite.ts';
import { createOneAtATime } from '../sign-in/one-at-a-time.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import type { Storage } from '../storage/storage.ts';

/** Keeps the documents `tafel` and `tafel:<participant>` true. */
export type Table = {
  /**
   * Who sits or sat at the open table, and whoever wrote a card that lies there: a name under a card can always be found. Nobody sees here
   * that somebody was invited but has not come. `leest` is true for who may read the table now.
   */
  participants(board: string): Promise<TableParticipant[]>;
  /** Brings `tafel` up to date. Never throws: what cannot be written now is written at the next change. */
  refresh(board: string): Promise<void>;
  /** Shows the meeting as it is now: in `tafel` what everybody at the table may know, in each one's own document the rest. Never throws. */
  showMeeting(board: string): Promise<void>;
  /** Tells each casusregisseur of the board how many people wait at the door. */
  refreshWaiting(board: string): Promise<void>;
  /** Notes that somebody may open a socket on this board. */
  noteOpen(board: string): void;
  /** Closes the sockets of everybody whose last day is over. By itself it does so when a day has ended. */
  closeOver(): Promise<void>;
  stop(): void;
};

const minute = 60_000;
/** Who comes and goes is shown so often at most: a whole room that comes back at once is one change. */
const presentMs = 250;

type TableDeps = { storage: Storage; rooms: Rooms; meetings: Meetings; clock: Clock; log: Log };

export function createTable(deps: TableDeps): Table {
  const { storage, rooms, meetings, clock, log } = deps;
  const seated = new Map<string, Set<string>>();
  const oneAtATime = createOneAtATime();

  const noteSeats = (board: string): Set<string> => {
    const seats = seated.get(board) ?? new Set();
    for (const id of rooms.atTable(board)) seats.add(id);
    seated.set(board, seats);
    return seats;
  };

  const remembered = new Set<string>();
  /** Who came before this process started still stands in the document itself. */
  const remember = async (board: string): Promise<void> => {
    if (remembered.has(board)) return;
    let before: unknown;
    await rooms.write(board, 'tafel', 'server', (doc) => {
      before = doc.getMap('tafel').get('deelnemers');
    });
    const seats = noteSeats(board);
    for (const entry of Array.isArray(before) ? before : []) {
      const read = participant.safeParse(entry);
      if (read.success) seats.add(read.data.id);
    }
    remembered.add(board);
  };

  const participants = async (board: string): Promise<TableParticipant[]> => {
    await remember(board);
    const shown = new Set(noteSeats(board));
    const { things, ink } = await rooms.read(board, 'gedeeld');
    for (const { by } of [...things.values(), ...ink.values()]) if (by !== undefined) shown.add(by);
    const rows = await storage.participants(board);
    return rows
      .filter(({ id }) => shown.has(id))
      .map((row) => ({ ...participantAnswer(row), leest: isWelcome(row, clock) && row.opent.includes('gedeeld') }));
  };

  const write = (board: string, zone: string, values: Record<string, unknown>): Promise<void> =>
    rooms.setTable(board, zone, tidied(values));

  const quietly = (board: string, deed: () => Promise<void>): Promise<void> =>
    oneAtATime(board, deed).catch((error: unknown) => log.warn(describeError(error), 'tafel niet bijgewerkt'));

  const refresh = (board: string): Promise<void> =>
    quietly(board, async () => {
      const newest = (await storage.versions(board)).at(-1);
      const versie = newest && tableVersion.parse(newest);
      await write(board, 'tafel', {
        deelnemers: tableParticipants.parse(await participants(board)),
        ...(versie && { versie }),
      });
    });

  /** What `tafel` shows of the meeting; a prepared one is not shown there. */
  const shownMeeting = (board: string): Record<string, unknown> => {
    const meeting = meetings.current(board)?.meeting;
    const open = meeting?.stand === 'open';
    return {
      staat: tableStaat.parse(meetings.stateOf(board).now),
      bijeenkomst: open ? tableMeeting.parse(meeting) : undefined,
      aanwezig: open ? tablePresent.parse(rooms.atTable(board)) : undefined,
    };
  };

  const showOwn = async (board: string): Promise<void> => {
    const state = meetings.stateOf(board).now;
    const pauzes = meetings.current(board)?.pauzes ?? [];
    for (const row of await storage.participants(board)) {
      if (!isWelcome(row, clock) || row.rol === 'groot-scherm') continue;
      const mine = pauzes.find(({ van }) => van === row.id);
      const own = {
        open: mayRead(actorOf(row), { kind: 'gedeeld' }, state),
        pauze: mine && { wie: mine.aan, sinds: mine.sinds },
        pauzes: pauzes.filter(({ aan }) => aan === row.id).map(({ van, sinds }) => ({ wie: van, sinds })),
      };
      await write(board, `tafel:${row.id}`, { bijeenkomst: ownTable.parse(own) });
    }
  };

  const showMeeting = (board: string): Promise<void> =>
    quietly(board, async () => {
      await rooms.setTable(board, 'tafel', tidied(shownMeeting(board)));
      await showOwn(board);
    });

  const refreshWaiting = (board: string): Promise<void> =>
    quietly(board, async () => {
      const waiting = (await storage.waiting(board)).filter(({ state }) => state === 'wacht');
      for (const row of await storage.participants(board)) {
        if (row.rol !== 'casusregisseur' || !isProfessional(row.rol) || !isWelcome(row, clock)) continue;
        await write(board, `tafel:${row.id}`, { wachtenden: tableWaiting.parse(waiting.length) });
      }
    });

  const opened = new Set<string>();
  const closeOver = async (): Promise<void> => {
    for (const board of opened) {
      await quietly(board, async () => {
        const over = (await storage.participants(board)).filter((row) => isOver(row.tot, clock));
        for (const { id } of over) rooms.closeParticipant(board, id, closeCode.revoked);
      });
      await refresh(board);
    }
  };
  let today = dayFromNow(0, clock);
  const timer = setInterval(() => {
    if (dayFromNow(0, clock) === today) return;
    today = dayFromNow(0, clock);
    void closeOver();
  }, minute);
  timer.unref();

  const coming = new Map<string, NodeJS.Timeout>();
  const showPresent = async (board: string): Promise<void> => {
    coming.delete(board);
    const there = rooms.atTable(board);
    await quietly(board, async () => {
      await meetings.change(board, (kept) => {
        if (kept === undefined) return { ok: false, why: 'geen-bijeenkomst' };
        const meeting = seatedIn(kept.meeting, there);
        return { ok: true, kept: meeting === kept.meeting ? kept : { ...kept, meeting } };
      });
      await rooms.setTable(board, 'tafel', tidied(shownMeeting(board)));
    });
  };
  const stopListening = rooms.onTable((board) => {
    const before = seated.get(board)?.size ?? 0;
    if (noteSeats(board).size > before) void refresh(board);
    if (meetings.current(board)?.meeting.stand !== 'open' || coming.has(board)) return;
    coming.set(board, setTimeout(() => void showPresent(board), presentMs).unref());
  });
  // Reading ends the moment it may not be, whoever changed the table; showing it is for whoever did.
  const stopFollowing = meetings.onChange((board) => rooms.shutTable(board));
  const stop = (): void => {
    clearInterval(timer);
    for (const waiting of coming.values()) clearTimeout(waiting);
    stopListening();
    stopFollowing();
  };
  return {
    participants,
    refresh,
    showMeeting,
    refreshWaiting,
    noteOpen: (board) => opened.add(board),
    closeOver,
    stop,
  };
}

/** Without empty parts, so that equal values are equal as JSON; a key that is to be taken away stays, as nothing. */
const tidied = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown),
    ]),
  );
