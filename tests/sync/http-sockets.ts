import { once } from 'node:events';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Seat } from './http-server.ts';

type Closed = { readonly code: number; readonly ms: number };
/** Opens the table over a socket as a plain browser does. */
export async function openTable(seat: Seat, zone = 'gedeeld'): Promise<{ socket: WebSocket; closed: Promise<Closed> }> {
  const { zones } = (await seat.browser.get(`/boards/${seat.board}?als=${seat.als}`)).json as {
    zones: { zone: string; epoch: number }[];
  };
  const epoch = zones.find((one) => one.zone === zone)?.epoch ?? 1;
  const address = `${seat.browser.origin.replace('http', 'ws')}/sync/${seat.board}/${zone}/${epoch}?als=${seat.als}&v=1`;
  const headers = { cookie: seat.browser.cookie, origin: seat.browser.origin };
  const socket = new WebSocket(address, { headers });
  await once(socket, 'open');
  const begin = performance.now();
  const closed = once(socket, 'close').then(([code]) => ({ code: Number(code), ms: performance.now() - begin }));
  return { socket, closed };
}

/** Looks again until it is right, for at most three seconds; gives what it saw last. */
export async function eventually<T>(look: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> {
  for (let time = 0; time < 60; time++) {
    const value = await look();
    if (isRight(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return look();
}

/** Follows a document with a plain provider. */
export async function follow(seat: Seat, zone: string) {
  const { zones } = (await seat.browser.get(`/boards/${seat.board}?als=${seat.als}`)).json as {
    zones: { zone: string; epoch: number }[];
  };
  const epoch = zones.find((one) => one.zone === zone)?.epoch ?? 1;
  const doc = new Y.Doc();
  const headers = { cookie: seat.browser.cookie, origin: seat.browser.origin };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  const provider = new WebsocketProvider(
    `${seat.browser.origin.replace('http', 'ws')}/sync/${seat.board}`,
    `${zone}/${epoch}`,
    doc,
    {
      params: { als: seat.als, v: '1' },
      disableBc: true,
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    },
  );
  await eventually(
    async () => provider.synced,
    (synced) => synced,
  );
  return { doc, map: doc.getMap('tafel'), stop: () => provider.destroy() };
}
