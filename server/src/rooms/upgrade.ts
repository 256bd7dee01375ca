import type { IncomingMessage, Server } from 'node:http';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { Rooms } from './rooms.ts';

export type SocketAddress = { readonly board: string; readonly zone: string; readonly als: string };

/** What sign-in says about who asks. `revoked`: known, but no longer welcome: the socket is accepted and closed with 4408. */
export type Authorisation =
  | { readonly ok: true; readonly actor: Actor; readonly naam: string }
  | { readonly ok: false; readonly status: 401 | 403 | 404 }
  | { readonly ok: false; readonly revoked: true };

export type SocketOptions = {
  readonly rooms: Rooms;
  readonly authorise: (request: IncomingMessage, address: SocketAddress) => Promise<Authorisation>;
  /** Origins besides the own host, as `https://host`. */
  readonly origins?: readonly string[];
};

/** Takes the upgrades of `/sync/<board>/<zone>/<epoch>?als=…&v=…` on this server. What comes back stops taking them. */
export function attachSockets(_server: Server, _options: SocketOptions): () => void {
  throw new Error('not attached');
}
