import { placeOf } from '@samenbord/shared/board/board.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';

/** A thing that somebody else moves: where it is held, and where it lay on the board when that began. */
export type FarDrag = {
  readonly at: Place;
  readonly lay: Place | undefined;
  readonly live: boolean;
  readonly since: number;
};
export type FarDrags = ReadonlyMap<string, FarDrag>;

/** After this time without news, a drag whose change never came is let go: its mover lost the connection or changed their mind. */
export const patience = 3000;

/**
 * Takes the drags known so far, those in the others' presence, and the board; gives what to show. Position goes through presence while a finger moves, the
 * change comes on lift (design D3): in between, the thing stays where it was let go, so it never jumps back.
 */
export function followDrags(
  known: FarDrags,
  present: readonly { readonly id: string; readonly x: number; readonly y: number }[],
  board: Board,
  view: ViewName,
  now: number,
): FarDrags {
  const next = new Map<string, FarDrag>();
  for (const { id, x, y } of present) {
    const before = known.get(id);
    const lay = before?.live === true ? before.lay : placeOf(board, view, id);
    next.set(id, { at: { x, y }, lay, live: true, since: now });
  }
  for (const [id, drag] of known) {
    if (next.has(id)) continue;
    if (samePlace(placeOf(board, view, id), drag.lay) && now - drag.since < patience)
      next.set(id, { ...drag, live: false });
  }
  return next;
}

const samePlace = (a: Place | undefined, b: Place | undefined): boolean => a?.x === b?.x && a?.y === b?.y;
