import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { defaultLimits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import { createAddresses } from './addresses.ts';
import type { Wire, WireListener } from './ports.ts';
import type { Rooms } from './rooms.ts';
import { framed } from './wire-frame.ts';

export type SocketAddress = { readonly board: string; readonly zone: string; readonly als: string };

/** What sign-in says about who asks. `revoked`: known, but no longer welcome: the socket is accepted and closed with 4408. */
export type Authorisation =
  | { readonly ok: true; readonly actor: Actor; readonly naam: string }
  | { readonly ok: false; readonly status: 401 | 403 | 404 }
  | { readonly ok: false; readonly revoked: true };

export type SocketOptions = {
  readonly rooms: Rooms;
  readonly authorise: (request: IncomingMessage, address: SocketAddress) => Promise<Authorisation>;
  /** Says whether a page of our own asks; without it the page must come from the host that is asked. */
  readonly isOwn?: (request: IncomingMessage) => boolean;
  /** The address that limits count; behind a proxy it is not the other end of the connection. */
  readonly addressOf?: (request: IncomingMessage) => string;
  readonly limits?: Limits;
  /** Called with the HTTP status of every upgrade that is refused. */
  readonly onRefused?: (status: number) => void;
};

const texts = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/**
 * Takes the upgrades of `/sync/<board>/<zone>/<epoch>?als=…&v=…` on this server. A stranger, another origin, an address that is none and an IP address with too
 * many get a plain HTTP status and never a socket. Nothing is ever compressed. What comes back stops taking them.
 */
export function attachSockets(server: Server, options: SocketOptions): () => void {
  const { limits = defaultLimits, isOwn = isOwnHost, addressOf = farEnd, onRefused } = options;
  // A frame over our own limit is closed with a final code; one over this limit is cut off by `ws` before it is held in memory.
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.frameBytes * 2 });
  const addresses = createAddresses(limits, () => Date.now());
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const refuse = (status: keyof typeof texts): void => {
      onRefused?.(status);
      answer(socket, status);
    };
    const from = addressOf(request);
    if (!addresses.enter(from)) return refuse(429);
    socket.once('close', () => addresses.leave(from));
    const address = readAddress(request.url ?? '');
    if (address === undefined) return refuse(404);
    if (!isOwn(request)) return refuse(403);
    // Whoever is let in too late is not waited for.
    const late = setTimeout(() => refuse(503), limits.handshakeMs);
    options
      .authorise(request, address)
      .then(
        (verdict) => {
          if (socket.destroyed || socket.writableEnded) return;
          if (!verdict.ok && 'status' in verdict) return refuse(verdict.status);
          sockets.handleUpgrade(request, socket, head, (webSocket) =>
            welcome(wireOf(webSocket, socket), address, verdict, options.rooms),
          );
        },
        () => refuse(503),
      )
      .finally(() => clearTimeout(late));
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    sockets.close();
  };
}

const farEnd = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';

type Address = SocketAddress & { readonly epoch: number; readonly protocol: number | undefined };

function welcome(wire: Wire, address: Address, verdict: Authorisation, rooms: Rooms): void {
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
function isOwnHost(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || host === undefined) return false;
  const read = URL.parse(origin);
  return read !== null && /^https?:$/.test(read.protocol) && origin === read.origin && read.host === host.toLowerCase();
}

function answer(socket: Duplex, status: keyof typeof texts): void {
  // Whoever does not read the answer keeps no connection with it.
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${texts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A socket of `ws` as the rooms know it. */
function wireOf(webSocket: WebSocket, socket: Duplex): Wire {
  let listener: WireListener | undefined;
  // A part of a message is a sign of life too: a large one takes a slow line a while, and the answer to a ping waits behind it.
  socket.on('data', () => listener?.alive());
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
      // Straight to the socket: nothing is compressed here, and `ws` writes its own frames whole as well.
      if (open()) socket.write(framed(bytes));
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
