import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { message } from '@samenbord/shared/wire/socket.ts';

/** A socket that says exactly what a test gives it. */
export type RawSocket = {
  readonly frames: Uint8Array[];
  /** The close code, once it is closed; 0 when it never opened, then `status` is the HTTP answer. */
  readonly closed: Promise<number>;
  readonly opened: Promise<boolean>;
  status: number | undefined;
  send(bytes: Uint8Array | string): void;
  close(): void;
};

export type RawOptions = {
  readonly board?: string;
  readonly zone?: string;
  readonly epoch?: number | string;
  readonly query?: string;
  /** `null`: say nothing about an origin. */
  readonly origin?: string | null;
};

export function rawSocket(port: number, als: string, options: RawOptions = {}): RawSocket {
  const { board = 'bord', zone = 'gedeeld', epoch = 1, query = '', origin = `http://127.0.0.1:${port}` } = options;
  const url = `ws://127.0.0.1:${port}/sync/${board}/${zone}/${epoch}?als=${als}${query}`;
  const webSocket = new WebSocket(url, origin === null ? {} : { origin });
  const frames: Uint8Array[] = [];
  webSocket.on('message', (data: Buffer) => frames.push(new Uint8Array(data)));
  const closed = new Promise<number>((resolve) => {
    webSocket.on('close', (code) => resolve(raw.status === undefined ? code : 0));
  });
  const opened = new Promise<boolean>((resolve) => {
    webSocket.on('open', () => resolve(true));
    webSocket.on('close', () => resolve(false));
  });
  const raw: RawSocket = {
    frames,
    closed,
    opened,
    status: undefined,
    send: (bytes) => {
      if (webSocket.readyState === WebSocket.OPEN) webSocket.send(bytes, () => undefined);
    },
    close: () => webSocket.close(),
  };
  webSocket.on('unexpected-response', (_request, response) => {
    raw.status = response.statusCode;
    webSocket.terminate();
  });
  webSocket.on('error', () => undefined);
  return raw;
}

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

export const syncFrame = (kind: 0 | 1 | 2, bytes: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, message.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** A presence message; a state is JSON text. */
export const presenceFrame = (
  entries: readonly (readonly [client: number, clock: number, state: string])[],
): Uint8Array =>
  frame((encoder) => {
    const body = frame((inner) => {
      encoding.writeVarUint(inner, entries.length);
      for (const [client, clock, state] of entries) {
        encoding.writeVarUint(inner, client);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, state);
      }
    });
    encoding.writeVarUint(encoder, message.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });

/** The update that `change` makes on an empty document, under the client id that was asked for. */
export function updateOf(change: (doc: Y.Doc) => void, clientId?: number): Uint8Array {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** True when these bytes lie somewhere in what was received: a marker in a text is found whatever the message is. */
export const holds = (frames: readonly Uint8Array[], marker: string): boolean =>
  frames.some((bytes) => Buffer.from(bytes).includes(marker));
