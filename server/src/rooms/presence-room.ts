import { isMeeting } from '@samenbord/shared/access/state.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import type { Zone } from '@samenbord/shared/access/zones.ts';
import type { Presence } from '@samenbord/shared/wire/socket.ts';
import { defaultLimits as limits } from '../limits.ts';
import type { Connection } from './connection.ts';
import { presenceFrame } from './frames.ts';
import type { PresenceEntry } from './frames.ts';
import { readOwnPresence, stamped } from './presence.ts';
import type { RoomPorts } from './room-ports.ts';

const turn = 1000 / limits.presencePerSecond;

/** Who is where in one room. Each connection speaks for itself only; who it is, is stamped here. */
export type PresenceRoom = {
  /** Tells a newcomer where the others are. */
  greet(connection: Connection): void;
  /** Takes a presence message; `bind` says whether that Yjs client may be this connection's. True when the message is malformed. */
  take(connection: Connection, entries: Uint8Array, bind: (clientId: number) => boolean): boolean;
  leave(connection: Connection): void;
  /** The table changed: where people may not be seen any more, nobody is. */
  hush(): void;
};

type Here = { readonly board: string; readonly zone: Zone; readonly connections: ReadonlySet<Connection> };

/**
 * Makes the presence of a room. Receivers keep the entry with the highest clock, so clocks here follow time and outlive a restart. Outside a meeting
 * nobody is shown to be at the table.
 */
export function createPresenceRoom(
  { clock, stateOf: tableOf }: Pick<RoomPorts, 'clock' | 'stateOf'>,
  { board, zone, connections }: Here,
): PresenceRoom {
  const isHushed = (): boolean => !isSeen(zone, tableOf(board).now);
  let last = 0;
  const entryOf = (connection: Connection, clientId: number): PresenceEntry => {
    last = Math.max(last + 1, clock.now());
    return {
      clientId,
      clock: last,
      state: connection.said === undefined ? 'null' : stateOf(connection, connection.said),
    };
  };
  const tell = (connection: Connection, clientId: number): void => {
    const frame = presenceFrame([entryOf(connection, clientId)]);
    for (const other of connections) if (other !== connection) other.sendPresence(frame);
  };
  /** Beyond its rate a connection is thinned, not cut off: the newest state goes when it is its turn again. */
  const tellInTurn = (connection: Connection, clientId: number): void => {
    if (connection.presenceTimer !== undefined) return;
    if (connection.presenceRate.take(clock.now())) return tell(connection, clientId);
    connection.presenceTimer = clock.setTimeout(() => {
      connection.presenceTimer = undefined;
      if (!connection.closed) tellInTurn(connection, clientId);
    }, turn);
  };
  const leave = (connection: Connection): void => {
    const { clientId } = connection;
    if (clientId === undefined || connection.said === undefined) return;
    connection.said = undefined;
    // The same client may be back on a new socket before the old one is known to be gone.
    if (![...connections].some((other) => other !== connection && other.clientId === clientId))
      tell(connection, clientId);
  };
  return {
    greet: (connection) => {
      if (isHushed()) return;
      const entries = [...connections].flatMap((other) =>
        other === connection || other.said === undefined || other.clientId === undefined
          ? []
          : [entryOf(other, other.clientId)],
      );
      if (entries.length > 0) connection.sendPresence(presenceFrame(entries));
    },
    take: (connection, entries, bind) => {
      const own = readOwnPresence(entries, connection.clientId);
      if (own === 'malformed') return true;
      if (isHushed()) {
        leave(connection);
        return false;
      }
      // Somebody who has not said anything yet has nothing to take back: such a message is an echo of another's leaving.
      if (own === undefined || (own.state === undefined && connection.said === undefined)) return false;
      if (!bind(own.clientId)) return false;
      connection.said = own.state;
      tellInTurn(connection, own.clientId);
      return false;
    },
    leave,
    hush: () => {
      if (isHushed()) for (const connection of connections) leave(connection);
    },
  };
}

/**
 * May people be seen here now? In a document of more than one reader only while a meeting goes on; in a trusted box only while the family is at the table too: else a
 * professional would see who is online at home.
 */
function isSeen({ kind }: Zone, table: TableState): boolean {
  if (kind === 'vertrouwd') return table.open;
  return (kind !== 'gedeeld' && kind !== 'team') || isMeeting(table);
}

const stateOf = (connection: Connection, said: Presence): string =>
  stamped(said, {
    id: connection.participant,
    naam: connection.request.naam,
    rol: connection.request.actor.rol,
    kleur: connection.kleur,
  });
