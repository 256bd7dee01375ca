import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { updateFrame } from './frames.ts';
import type { Clock } from './ports.ts';

/** More than this is sent piece by piece: putting it together would cost more than it saves. */
const mostMerged = 256 * 1024;

/** Up to so many sockets everything is told at once; of more each takes this many milliseconds, in which what comes is put together. */
const manySockets = 60;
const msPerSocket = 0.1;
const spacing = (sockets: number): number => (sockets <= manySockets ? 0 : sockets * msPerSocket);

/** What is committed and not yet told to the others of a room. */
export type Telling = {
  /** `from` wrote it, and needs no word of it. */
  add(update: Uint8Array, from?: Connection): void;
  /** Tells everybody, in the order in which it was committed; in a crowd a moment later when they were told something just now. */
  tell(): void;
  /** The room is out of service: who was not told comes back and asks. */
  stop(): void;
};

/**
 * Makes the telling of a room. What one commit made known at once is told as one frame: two hundred people who come back together would otherwise get two
 * hundred frames each. A writer then gets their own change back with it, which a Yjs document takes for what it is: known.
 */
export function createTelling(connections: ReadonlySet<Connection>, clock: Clock): Telling {
  let waiting: { readonly update: Uint8Array; readonly from: Connection | undefined }[] = [];
  let toldAt = -Infinity;
  let cancel: (() => void) | undefined;
  const send = (update: Uint8Array, from: Connection | undefined): void => {
    const frame = updateFrame(update);
    for (const connection of connections) if (connection !== from) connection.send(frame);
  };
  const flush = (): void => {
    cancel = undefined;
    toldAt = clock.now();
    const told = waiting;
    const [first] = told;
    if (first === undefined) return;
    waiting = [];
    const bytes = told.reduce((sum, { update }) => sum + update.length, 0);
    if (told.length === 1 || bytes > mostMerged) for (const { update, from } of told) send(update, from);
    else
      send(
        Y.mergeUpdates(told.map(({ update }) => update)),
        told.every(({ from }) => from === first.from) ? first.from : undefined,
      );
  };
  return {
    add: (update, from) => void waiting.push({ update, from }),
    tell: () => {
      if (waiting.length === 0 || cancel !== undefined) return;
      const apart = spacing(connections.size);
      // A clock that was set back may not hold anything up.
      const wait = Math.min(apart, apart - (clock.now() - toldAt));
      if (wait <= 0) flush();
      else cancel = clock.setTimeout(flush, wait);
    },
    stop: () => cancel?.(),
  };
}
