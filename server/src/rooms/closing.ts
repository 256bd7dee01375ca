import { settledIn } from '@samenbord/shared/access/state.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import { mayRead } from '@samenbord/shared/access/zones.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import type { Connection } from './connection.ts';
import type { Clock } from './ports.ts';
import type { StateOf } from './room-ports.ts';

const open = settledIn({ open: true });
/** Without meetings every table is open. */
export const alwaysOpen: StateOf = () => open;

/** Closes every socket of this participant on this board at once. */
export function closeAll(connections: Iterable<Connection>, board: string, participant: string, code: number): void {
  for (const connection of connections) {
    if (connection.request.board === board && connection.participant === participant)
      connection.close(code, code === closeCode.revoked ? 'niet meer uitgenodigd' : 'gesloten');
  }
}

/** Ends the reading of one document by one participant at once: somebody else decided that they no longer read it. */
export function closeZone(connections: Iterable<Connection>, board: string, zone: string, participant: string): void {
  for (const connection of connections) {
    const { request } = connection;
    if (request.board !== board || request.zone !== zone || connection.participant !== participant) continue;
    connection.reads = false;
    connection.close(closeCode.notAllowed, 'geen toegang');
  }
}

/** What was under way still comes in for so long; nothing goes out any more. */
const lastWordsMs = 1000;

/**
 * Ends reading for everybody on this board whom the table does not let read now: not a byte of what comes is theirs, what they had under way is still
 * taken, and a moment later their sockets close for good.
 */
export function endReading(connections: Iterable<Connection>, board: string, state: TableState, clock: Clock): void {
  const over = [...connections].filter(
    ({ request, zone, reads }) => request.board === board && reads && !mayRead(request.actor, zone, state),
  );
  for (const connection of over) connection.reads = false;
  if (over.length === 0) return;
  clock.setTimeout(() => {
    for (const connection of over) connection.close(closeCode.tableShut, 'de tafel is dicht');
  }, lastWordsMs);
}
