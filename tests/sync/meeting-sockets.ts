import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Seat } from './http-server.ts';
import { eventually } from './http-sockets.ts';

/** Somebody at a document with a plain provider, and all that came in over it. */
export type Sitter = {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** The codes with which its sockets were closed. */
  readonly closes: number[];
  readonly received: Buffer[];
  /** Puts a card of one's own on this document. */
  readonly card: (id: string, tekst: string) => void;
  readonly has: (id: string) => boolean;
  readonly leave: () => void;
};

export type Zones = { readonly zones: readonly { readonly zone: string; readonly epoch: number }[] };
export const zonesOf = async (seat: Seat): Promise<readonly { zone: string; epoch: number }[]> =>
  ((await seat.browser.get(`/boards/${seat.board}?als=${seat.als}`)).json as unknown as Zones).zones;

/** Sits down at a document. `epoch` where the server does not say it: to try a door that is not offered. */
export function sitAt(seat: Seat, zone = 'gedeeld', epoch = 1): Sitter {
  const closes: number[] = [];
  const received: Buffer[] = [];
  const headers = { cookie: seat.browser.cookie, origin: seat.browser.origin };
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
      this.on('message', (data: Buffer) => received.push(Buffer.from(data)));
      this.on('close', (code) => closes.push(code));
    }
  }
  const doc = new Y.Doc();
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
  const things = doc.getMap('things');
  return {
    doc,
    provider,
    closes,
    received,
    card: (id, tekst) => {
      const thing = { id, type: 'notitie', by: seat.als, texts: { tekst } } as const;
      carryOut(doc, { kind: 'create', thing }, { tracked: 'test', untracked: 'test' });
    },
    has: (id) => things.has(id),
    leave: () => provider.destroy(),
  };
}

/** Sits down and waits until the whole document is there. */
export async function seatedAt(seat: Seat, zone = 'gedeeld'): Promise<Sitter> {
  const epoch = (await zonesOf(seat)).find((one) => one.zone === zone)?.epoch;
  if (epoch === undefined) throw new Error(`${zone} is not offered`);
  const sitter = sitAt(seat, zone, epoch);
  const synced = await eventually(
    async () => sitter.provider.synced,
    (done) => done,
  );
  if (!synced) throw new Error('never synced');
  return sitter;
}

/** Waits until it is so; false when it never is. */
export const comes = (look: () => boolean): Promise<boolean> =>
  eventually(
    async () => look(),
    (right) => right,
  );
