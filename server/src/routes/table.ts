import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { participant, tableParticipants, tableVersion, tableWaiting } from '@samenbord/shared/wire/http.ts';
import type { TableParticipant } from '@samenbord/shared/wire/http.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { describeError } from '../audit/log.ts';
import type { Log } from '../audit/log.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { dayFromNow, isOver } from '../sign-in/clock.ts';
import type { Clock } from '../sign-in/clock.ts';
import { participantAnswer } from '../sign-in/invite.ts';
import { createOneAtATime } from '../sign-in/one-at-a-time.ts';
import { isWelcome } from '../sign-in/sitting.ts';
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
  /** Tells each casusregisseur of the board how many people wait at the door. */
  refreshWaiting(board: string): Promise<void>;
  /** Notes that somebody may open a socket on this board. */
  noteOpen(board: string): void;
  /** Closes the sockets of everybody whose last day is over. By itself it does so when a day has ended. */
  closeOver(): Promise<void>;
  stop(): void;
};

const minute = 60_000;

export function createTable(deps: { storage: Storage; rooms: Rooms; clock: Clock; log: Log }): Table {
  const { storage, rooms, clock, log } = deps;
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

  /** Tidied of empty fields: what stands in a document is compared as JSON. */
  const write = (board: string, zone: string, values: Record<string, unknown>): Promise<void> =>
    rooms.setTable(board, zone, JSON.parse(JSON.stringify(values)) as Record<string, unknown>);

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

  const stopListening = rooms.onTable((board) => {
    const before = seated.get(board)?.size ?? 0;
    if (noteSeats(board).size > before) void refresh(board);
  });
  const stop = (): void => {
    clearInterval(timer);
    stopListening();
  };
  return { participants, refresh, refreshWaiting, noteOpen: (board) => opened.add(board), closeOver, stop };
}
