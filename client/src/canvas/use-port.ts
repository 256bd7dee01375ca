import { useMemo } from 'react';
import { useBoardSession, useMay, useOthers, useReady, useTable, useZone } from '../document/context.tsx';
import type { CanvasPort } from './port.ts';

/** One zone of the open board as the canvas wants it. On another zone than the shared table nobody else is seen. */
export function usePort(zone: string): CanvasPort {
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
  return useMemo(
    () => ({
      me: session.actor,
      board: hands.board,
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
      setPresence: (change) => {
        if (shared) session.setPresence(change);
      },
    }),
    [
      session,
      hands.board,
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
      shared,
    ],
  );
}
