import type { Connection } from './connection.ts';

/** A Yjs client belongs to one participant for the whole epoch. False when it is somebody else's, or this connection has another. */
export function bindClient(clients: Map<number, string>, connection: Connection, clientId: number): boolean {
  if (connection.clientId !== undefined) return connection.clientId === clientId;
  const owner = clients.get(clientId);
  if (owner !== undefined && owner !== connection.participant) return false;
  clients.set(clientId, connection.participant);
  connection.clientId = clientId;
  return true;
}

/** Does nobody else here speak under this Yjs client? */
export function isFreeFor(connections: ReadonlySet<Connection>, connection: Connection, clientId: number): boolean {
  return [...connections].every(
    (other) => other === connection || other.clientId !== clientId || other.participant === connection.participant,
  );
}
