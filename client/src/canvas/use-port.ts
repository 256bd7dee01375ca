import { useMemo } from 'react';
import type { Place } from '@samenbord/shared/board/board.ts';
import { useBoardSession, useMay, useOthers, useReady, useTable, useZone } from '../document/context.tsx';
import { useMeeting, useMeetingHands } from '../document/meeting.ts';
import { goesBack } from '../parts/goes-back.ts';
import type { CanvasPort } from './port.ts';

const none: ReadonlyMap<string, Place> = new Map();

/** One zone of the open board as the canvas wants it. On another zone than the shared table nobody else is seen. */
export function usePort(zone: string, household: string | undefined): CanvasPort {
  const session = useBoardSession();
  const hands = useZone(zone);
  const ready = useReady(zone);
  const may = useMay(zone);
  const everyone = useOthers();
  const table = useTable();
  const names = useMemo(() => {
    const { id, naam, persoon } = session.answer.ik;
    return new Map([
      [id, { naam, persoon }],
      ...table.deelnemers.map((one) => [one.id, { naam: one.naam, persoon: one.persoon }] as const),
    ]);
  }, [session, table]);
  const shared = zone === 'gedeeld';
  const others = useMemo(() => (shared ? everyone : []), [shared, everyone]);
  const meeting = useMeeting();
  const { steer } = useMeetingHands();
  const isLead = shared && meeting?.regie === session.actor.id;
  const lit = shared ? meeting?.uitgelicht : undefined;
  const light = useMemo(
    () =>
      isLead
        ? // What cannot be lit now is not: the ring says whether it is.
          (id: string | undefined) => void steer({ doe: 'uitlichten', ding: id ?? null }).catch(() => undefined)
        : undefined,
    [isLead, steer],
  );
  return useMemo(
    () => ({
      lit,
      light,
      me: session.actor,
      board: hands.board,
      current: () => session.zone(zone)?.board() ?? hands.board,
      household,
      laid: none,
      day: undefined,
      ready,
      others,
      names,
      intend: hands.intend,
      undo: hands.undo,
      redo: hands.redo,
      canUndo: hands.canUndo,
      canRedo: hands.canRedo,
      stopCapturing: hands.stopCapturing,
      may,
      goesBack: (thing) => goesBack(session.actor, zone, thing),
      setPresence: (change) => {
        if (shared) session.setPresence(change);
      },
    }),
    [
      lit,
      light,
      session,
      hands.board,
      household,
      ready,
      hands.intend,
      hands.undo,
      hands.redo,
      hands.canUndo,
      hands.canRedo,
      hands.stopCapturing,
      others,
      names,
      may,
      zone,
      shared,
    ],
  );
}
