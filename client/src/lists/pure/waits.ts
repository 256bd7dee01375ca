import { isOwner } from '@samenbord/shared/access/may.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { mainText } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';

/** What waits for one participant on the table. */
export type Waiting = {
  /** Typed by somebody else as my words; I have not said yet that I mean it so. */
  readonly toConfirm: readonly Thing[];
  /** Typed by me as somebody's words; not confirmed and not read out yet. */
  readonly toReadOut: readonly Thing[];
};

/** True for a card with my words that somebody else typed and that I have not confirmed. */
export const waitsForMe = (thing: Thing, actor: Actor): boolean =>
  !thing.weg &&
  thing.vanWie !== undefined &&
  thing.bevestigd === undefined &&
  thing.by !== actor.id &&
  isOwner(actor, thing);

/** Takes the table and who looks, gives what waits for them. An empty card asks nothing of anybody. */
export function waitsFor(board: Board, actor: Actor): Waiting {
  const open = [...board.things.values()]
    .filter((thing) => !thing.weg && thing.vanWie !== undefined && thing.bevestigd === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    toConfirm: open.filter((thing) => waitsForMe(thing, actor)),
    toReadOut: open.filter((thing) => thing.by === actor.id && !isOwner(actor, thing)),
  };
}

/** My cards: my words, whoever typed them. Facts and what is written together belong to the table and are not in it. */
export function mineOf(board: Board, actor: Actor, isWords: (thing: Thing) => boolean): Thing[] {
  return [...board.things.values()]
    .filter((thing) => !thing.weg && isWords(thing) && isOwner(actor, thing))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was taken off the table that is mine and still lies here with its words. What went to another place by a move is there, and empty here. */
export function cameBack(board: Board, actor: Actor, isWords: (thing: Thing) => boolean): Thing[] {
  return [...board.things.values()]
    .filter((thing) => thing.weg && isWords(thing) && isOwner(actor, thing) && mainText(thing) !== '')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
