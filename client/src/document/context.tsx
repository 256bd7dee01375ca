import { createContext, use, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { may } from '@samenbord/shared/access/may.ts';
import type { Deed, Denial, TableState } from '@samenbord/shared/access/may.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import { mainText } from '@samenbord/shared/board/things.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { guardWork } from './leave.ts';
import type { LostItem } from './lost.ts';
import { tableStateOf } from './meeting-facts.ts';
import type { Other } from './presence.ts';
import type { SavedState } from './saved.ts';
import type { BoardSession, SessionState } from './session.ts';
import { emptyTable } from './table.ts';
import type { Table } from './table.ts';
import { watchPlain } from './plain.ts';
import { watchLines } from './wake.ts';

const BoardContext = createContext<BoardSession | undefined>(undefined);

/** Gives the pages, the canvas and the lists below it one open board. */
export function BoardProvider({ session, children }: { session: BoardSession; children: ReactNode }) {
  useEffect(() => guardWork(session), [session]);
  useEffect(() => watchLines(session), [session]);
  useEffect(() => watchPlain(session), [session]);
  return <BoardContext value={session}>{children}</BoardContext>;
}

/** The open board. Throws outside a `BoardProvider`. */
export function useBoardSession(): BoardSession {
  const session = use(BoardContext);
  if (session === undefined) throw new Error('useBoardSession outside BoardProvider');
  return session;
}

/** What is on a zone, as a value; an empty board when this participant has no such zone now. Zones come and go with the table. */
export function useBoard(zone: string): Board {
  const session = useBoardSession();
  return useSyncExternalStore(session.listeners.add, () => session.zone(zone)?.board() ?? emptyBoard);
}

/** True when the zone was read whole at least once: before that show the shape of what comes, not an empty board. */
export function useReady(zone: string): boolean {
  const session = useBoardSession();
  return useSyncExternalStore(session.listeners.add, () => session.zone(zone)?.ready ?? false);
}

/** A value of the session that is compared by what it says, so that an equal one does not draw again. */
function useOfSession<T>(
  read: (session: BoardSession) => T,
  listen: (session: BoardSession) => (tell: () => void) => () => void,
): T {
  const session = useBoardSession();
  const last = useRef<{ text: string; value: T } | undefined>(undefined);
  return useSyncExternalStore(listen(session), () => {
    const value = read(session);
    const text = JSON.stringify(value);
    if (last.current?.text !== text) last.current = { text, value };
    return last.current.value;
  });
}

const onChange = (session: BoardSession) => session.listeners.add;
const onPresence = (session: BoardSession) => session.presenceListeners.add;
const readSaved = (session: BoardSession): SavedState => session.saved();
const readOthers = (session: BoardSession): Other[] => session.others();
const readLost = (session: BoardSession): readonly LostItem[] => session.offered();
const readState = (session: BoardSession): SessionState => session.state;
const readTableOf = (session: BoardSession): Table =>
  session.zone('tafel') === undefined ? emptyTable : session.table();

const readPlain = (session: BoardSession): boolean => session.plain;
const readWaitingOf = (session: BoardSession): number => session.waitingOutside();

export const useWaitingOutside = (): number => useOfSession(readWaitingOf, onChange);
export const useSaved = (): SavedState => useOfSession(readSaved, onChange);
export const useOthers = (): Other[] => useOfSession(readOthers, onPresence);
/** No socket comes through: one reads, a few counts later than others, and cannot write. */
export const usePlain = (): boolean => useOfSession(readPlain, onChange);
export const useLost = (): readonly LostItem[] => useOfSession(readLost, onChange);
export const useSessionState = (): SessionState => useOfSession(readState, onChange);
export const useTable = (): Table => useOfSession(readTableOf, onChange);

/** One zone with all that one can do to it. */
export type ZoneHands = {
  readonly zone: string;
  readonly board: Board;
  readonly intend: (intent: Intent) => boolean;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly stopCapturing: () => void;
  readonly writable: boolean;
};

/** The board of a zone and the hands to change it, bound to that zone. */
export function useZone(zone: string): ZoneHands {
  const session = useBoardSession();
  const board = useBoard(zone);
  const listen = session.listeners.add;
  const canUndo = useSyncExternalStore(listen, () => session.canUndo(zone));
  const canRedo = useSyncExternalStore(listen, () => session.canRedo(zone));
  const writable = useSyncExternalStore(listen, () => !session.plain && (session.zone(zone)?.writable ?? false));
  const hands = useMemo(
    () => ({
      intend: (intent: Intent) => session.intend(zone, intent),
      undo: () => session.undo(zone),
      redo: () => session.redo(zone),
      stopCapturing: () => session.stopCapturing(zone),
      writable,
    }),
    [session, zone, writable],
  );
  return { zone, board, canUndo, canRedo, ...hands };
}

/** Asks what the gate would say, so that a button that cannot work is not offered. Nothing back: allowed. */
export function useMay(zone: string): (deed: Deed) => Denial | undefined {
  const session = useBoardSession();
  const state = useTableState();
  const writable = useSyncExternalStore(
    session.listeners.add,
    () => !session.plain && session.zone(zone)?.writable === true,
  );
  return useMemo(() => {
    const read = readZone(zone);
    return (deed: Deed) => (read === undefined || !writable ? 'alleen-kijken' : may(session.actor, read, deed, state));
  }, [session, zone, writable, state]);
}

/** What the table allows now, as the server shows it; the gate judges by the same. */
export function useTableState(): TableState {
  const session = useBoardSession();
  return useSyncExternalStore(session.listeners.add, () => tableStateOf(session.zone('tafel')?.room().doc));
}

/** Names for what stands on cards: of the participant who typed it, of the person whose words it is. */
export function useNames(zone = 'gedeeld'): {
  nameOf: (participant: string | undefined) => string;
  personName: (id: string | undefined) => string;
} {
  const session = useBoardSession();
  const table = useTable();
  const board = useBoard(zone);
  const shared = useBoard('gedeeld');
  return useMemo(() => {
    const nameOf = (participant: string | undefined): string => {
      if (participant === session.answer.ik.id) return session.answer.ik.naam;
      return table.deelnemers.find(({ id }) => id === participant)?.naam ?? appWords.someone;
    };
    const personName = (id: string | undefined): string => {
      const thing = id === undefined ? undefined : (board.things.get(id) ?? shared.things.get(id));
      const name = thing?.type === 'persoon' ? mainText(thing) : '';
      return name === '' ? appWords.nameless : name;
    };
    return { nameOf, personName };
  }, [session, table, board, shared]);
}
