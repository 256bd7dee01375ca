import * as Y from 'yjs';
import type { Board } from '../board/board.ts';
import { inkOf, placesOf, thingsOf } from './form.ts';
import { placeholder, readBoard, readThing } from './read.ts';

export type BoardChange = {
  readonly board: Board;
  /** Ids of the things that were made or changed since the last call. */
  readonly things: ReadonlySet<string>;
  readonly places: boolean;
  readonly ink: boolean;
  /** True when this browser made the change (`Transaction.local`). */
  readonly local: boolean;
  readonly origin: unknown;
};

/**
 * Follows a document and gives the board as a value after every change, reading again only what was touched.
 * The listener is called once per transaction. `stop` ends it.
 */
export function watchBoard(
  doc: Y.Doc,
  listener: (change: BoardChange) => void,
): { board: () => Board; stop: () => void } {
  let board = readBoard(doc);
  const things = thingsOf(doc);
  const follow = (transaction: Y.Transaction): void => {
    const touched = touchedThings(things, transaction);
    const changed = new Set<unknown>(transaction.changed.keys());
    const places = changed.has(placesOf(doc));
    const ink = changed.has(inkOf(doc));
    if (touched.size === 0 && !places && !ink) return;
    board = places || ink ? readBoard(doc) : withThings(board, things, touched);
    listener({ board, things: touched, places, ink, local: transaction.local, origin: transaction.origin });
  };
  doc.on('afterTransaction', follow);
  return { board: () => board, stop: () => doc.off('afterTransaction', follow) };
}

function withThings(board: Board, things: Y.Map<Y.Map<unknown>>, touched: ReadonlySet<string>): Board {
  const next = new Map(board.things);
  const unknown = board.unknown.filter(({ id }) => !touched.has(id));
  for (const id of touched) {
    const thing = readThing(id, things.get(id));
    if (thing === undefined) {
      next.delete(id);
      if (things.has(id)) unknown.push(placeholder(id, things.get(id)));
    } else next.set(id, thing);
  }
  return { ...board, things: next, unknown };
}

function touchedThings(things: Y.Map<Y.Map<unknown>>, transaction: Y.Transaction): Set<string> {
  const touched = new Set<string>();
  for (const [type, keys] of transaction.changed) {
    if (type === (things as unknown)) {
      for (const key of keys) if (key !== null) touched.add(key);
      continue;
    }
    const id = thingAbove(things, type);
    if (id !== undefined) touched.add(id);
  }
  return touched;
}

/** The key in `things` under which a changed container hangs. */
function thingAbove(things: Y.Map<Y.Map<unknown>>, type: { readonly _item: Y.Item | null }): string | undefined {
  let item = type._item;
  while (item !== null) {
    if (item.parent === (things as unknown)) return item.parentSub ?? undefined;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return undefined;
}
