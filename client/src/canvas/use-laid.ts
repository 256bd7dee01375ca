import { useEffect, useRef, useState } from 'react';
import { ofType, placeOf } from '@samenbord/shared/board/board.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import { askLayout } from './layout-line.ts';
import { withPlaces } from './pure/places.ts';

/** So many people are laid out within a moment; for more who stand nowhere yet the page would stand still. */
const atOnce = 30;

export type Places = ReadonlyMap<string, Place>;
const none: Places = new Map();

/** A board with these places for who has none of their own. */
export const completed = (board: Board, laid: Places): Board =>
  withPlaces(board, 'genogram', new Map([...laid].filter(([id]) => placeOf(board, 'genogram', id) === undefined)));

export type Laid = {
  /** Places for this screen only: nobody wrote them. Every screen works out the same ones. */
  readonly laid: Places;
  /** The first layout of a large family is being worked out: there is nothing to draw yet. */
  readonly waits: boolean;
};

/**
 * The layout of a genogram in which many people stand nowhere yet, worked out beside the page, and again when the board changes. Small families are
 * simply drawn, unless `always` asks where everybody stands.
 */
export function useLaid(board: Board, active: boolean, always: boolean): Laid {
  const nowhere = active
    ? ofType(board, 'persoon').filter(({ id }) => placeOf(board, 'genogram', id) === undefined).length
    : 0;
  const asks = nowhere > (always ? 0 : atOnce);
  const [laid, setLaid] = useState<Places>();
  const asked = useRef<Board>(undefined);
  useEffect(() => {
    if (!asks) return;
    const busy = asked.current !== undefined;
    asked.current = board;
    if (busy) return;
    // One question at a time: while it is answered the board may change often, and only the newest counts.
    const ask = (about: Board): void => {
      void askLayout('rest', about).then((places) => {
        setLaid(places);
        const newest = asked.current;
        asked.current = undefined;
        if (newest === undefined || newest === about) return;
        asked.current = newest;
        ask(newest);
      });
    };
    ask(board);
  }, [asks, board]);
  return { laid: asks ? (laid ?? none) : none, waits: asks && !always && laid === undefined };
}
