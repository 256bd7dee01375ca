import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { epochOf } from './address.ts';
import type { Address } from './address.ts';
import { peersFolder } from './server.ts';
import type { Measured } from './server.ts';

/** One person at a board: a document and the provider that server comes with. */
export type Client = {
  readonly doc: Y.Doc;
  /** Says that it is in step with the server; `undefined` while it does not. */
  syncedAt: number | undefined;
  /** The line is open. */
  isConnected(): boolean;
  /** Bytes that came in since it connected. */
  bytes: number;
  connect(): void;
  drop(): void;
  destroy(): void;
};

// Every provider waits for the end of the process; there are hundreds.
process.setMaxListeners(0);

type Remote = { connect(): void; disconnect(): void; destroy(): void };

/** Makes a client that is not connected yet. `epoch` is asked for when it is not given. */
export async function makeClient(
  server: Measured,
  address: Address,
  doc = new Y.Doc(),
  epoch?: number,
): Promise<Client> {
  const client: Client = {
    doc,
    syncedAt: undefined,
    isConnected: () => open,
    bytes: 0,
    connect: () => remote.connect(),
    drop: () => remote.disconnect(),
    destroy: () => {
      remote.destroy();
      doc.destroy();
    },
  };
  let open = false;
  const count = (bytes: number): void => void (client.bytes += bytes);
  const synced = (): void => void (client.syncedAt ??= performance.now());
  const Socket = socketOf(server, address, count, (is) => void (open = is));
  const remote: Remote =
    server.name === 'hocuspocus'
      ? await hocuspocus(server, address, doc, Socket, synced)
      : plain(server, address, doc, Socket, synced, epoch ?? (await epochOf(server, address)));
  return client;
}

function socketOf(
  server: Measured,
  { cookie }: Address,
  count: (bytes: number) => void,
  noteOpen: (is: boolean) => void,
): typeof globalThis.WebSocket {
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, [], {
        origin: `http://127.0.0.1:${server.port}`,
        headers: cookie === '' ? {} : { cookie },
        perMessageDeflate: false,
      });
      this.on('message', (data: Buffer) => count(data.byteLength));
      this.on('open', () => noteOpen(true));
      this.on('close', () => noteOpen(false));
    }
  }
  return Socket as unknown as typeof globalThis.WebSocket;
}

function plain(
  server: Measured,
  { board, als }: Address,
  doc: Y.Doc,
  Socket: typeof globalThis.WebSocket,
  synced: () => void,
  epoch: number,
): Remote {
  const ours = server.name === 'samenbord';
  const base = `ws://127.0.0.1:${server.port}${ours ? `/sync/${board}/gedeeld` : ''}`;
  const provider = new WebsocketProvider(base, ours ? String(epoch) : board, doc, {
    connect: false,
    disableBc: true,
    params: ours ? { als } : {},
    WebSocketPolyfill: Socket,
    // Messages of the server that are not sync: a plain provider passes them by with a word on the console.
  });
  for (const kind of [120, 121, 122]) provider.messageHandlers[kind] = () => undefined;
  provider.on('sync', (state: boolean) => {
    if (state) synced();
  });
  return provider;
}

/** Its provider comes with its own copy of Yjs; two copies in one process do not know each other's types, so it gets ours. */
let hooked = false;
function hookYjs(): void {
  if (hooked) return;
  hooked = true;
  const ours = import.meta.url;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, specifier === 'yjs' ? { ...context, parentURL: ours } : context),
  });
}

type Made = new (options: Record<string, unknown>) => Remote & { attach(): void };

async function hocuspocus(
  server: Measured,
  { board }: Address,
  doc: Y.Doc,
  Socket: typeof globalThis.WebSocket,
  synced: () => void,
): Promise<Remote> {
  hookYjs();
  const path = createRequire(join(peersFolder, 'package.json')).resolve('@hocuspocus/provider');
  const module = (await import(path.replace(/cjs$/, 'esm.js'))) as {
    HocuspocusProvider: Made;
    HocuspocusProviderWebsocket: Made;
  };
  const websocketProvider = new module.HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${server.port}`,
    WebSocketPolyfill: Socket,
    autoConnect: false,
  });
  const provider = new module.HocuspocusProvider({ websocketProvider, name: board, document: doc, onSynced: synced });
  provider.attach();
  return {
    connect: () => websocketProvider.connect(),
    disconnect: () => websocketProvider.disconnect(),
    destroy: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

/** Waits until something is so; throws when it never is. */
export async function until(what: string, holds: () => boolean, ms = 30_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`never: ${what}`);
    await pause(2);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
