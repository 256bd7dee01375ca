import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import { closeCode, limits } from '@samenbord/shared/wire/socket.ts';
import type { Wire, WireListener } from './ports.ts';
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

const texts = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  503: 'Service Unavailable',
};

/**
 * Takes the upgrades of `/sync/<board>/<zone>/<epoch>?als=…&v=…` on this server. A stranger, another origin and an address that is none get a plain HTTP
 * status and never a socket. What comes back stops taking them.
 */
export function attachSockets(server: Server, options: SocketOptions): () => void {
  // A frame over our own limit is closed with a final code; one over this limit is cut off by `ws` before it is held in memory.
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.frameBytes * 2 });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const address = readAddress(request.url ?? '');
    if (address === undefined) return answer(socket, 404);
    if (!isOwnOrigin(request, options.origins ?? [])) return answer(socket, 403);
    options.authorise(request, address).then(
      (verdict) => {
        if (!verdict.ok && 'status' in verdict) return answer(socket, verdict.status);
        sockets.handleUpgrade(request, socket, head, (webSocket) =>
          welcome(webSocket, address, verdict, options.rooms),
        );
      },
      () => answer(socket, 503),
    );
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    sockets.close();
  };
}

type Address = SocketAddress & { readonly epoch: number; readonly protocol: number | undefined };

function welcome(webSocket: WebSocket, address: Address, verdict: Authorisation, rooms: Rooms): void {
  const wire = wireOf(webSocket);
  if (!verdict.ok) return wire.close(closeCode.revoked, 'niet meer uitgenodigd');
  const { board, zone, epoch, protocol } = address;
  rooms.connect(wire, { actor: verdict.actor, naam: verdict.naam, board, zone, epoch, protocol });
}

/** Takes the path and query of an upgrade; gives nothing when it is not the address of a document. */
export function readAddress(url: string): Address | undefined {
  const read = URL.parse(url, 'http://localhost');
  const match = /^\/sync\/([A-Za-z0-9_-]{1,80})\/([^/]{1,80})\/(\d{1,9})$/.exec(read?.pathname ?? '');
  const [, board, rawZone, epoch] = match ?? [];
  const als = read?.searchParams.get('als');
  if (board === undefined || rawZone === undefined || epoch === undefined || als == null) return undefined;
  const zone = decoded(rawZone);
  if (zone === undefined || readZone(zone) === undefined || !/^p[a-z0-9]{2,39}$/.test(als)) return undefined;
  const v = read?.searchParams.get('v') ?? undefined;
  if (v !== undefined && !/^\d{1,6}$/.test(v)) return undefined;
  return { board, zone, als, epoch: Number(epoch), protocol: v === undefined ? undefined : Number(v) };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A browser says which page asks. Another site, a page without an origin, and a client that says nothing are all refused. */
export function isOwnOrigin(request: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || host === undefined) return false;
  if (origins.includes(origin)) return true;
  const read = URL.parse(origin);
  return read !== null && /^https?:$/.test(read.protocol) && origin === read.origin && read.host === host.toLowerCase();
}

function answer(socket: Duplex, status: keyof typeof texts): void {
  socket.end(`HTTP/1.1 ${status} ${texts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A socket of `ws` as the rooms know it. */
function wireOf(webSocket: WebSocket): Wire {
  let listener: WireListener | undefined;
  webSocket.on('message', (data: Buffer, isBinary: boolean) => {
    // A copy of its own: `ws` hands out a view on memory that other frames lie in too.
    listener?.message(isBinary ? new Uint8Array(data) : undefined);
  });
  webSocket.on('pong', () => listener?.alive());
  webSocket.on('close', () => listener?.closed());
  // What went wrong is followed by a close; there is nothing else to do about it.
  webSocket.on('error', () => undefined);
  const open = (): boolean => webSocket.readyState === WebSocket.OPEN;
  return {
    send: (bytes) => {
      if (open()) webSocket.send(bytes, () => undefined);
    },
    close: (code, reason) => webSocket.close(code, reason),
    terminate: () => webSocket.terminate(),
    ping: () => {
      if (open()) webSocket.ping();
    },
    bufferedAmount: () => webSocket.bufferedAmount,
    listen: (given) => {
      listener = given;
    },
  };
}
