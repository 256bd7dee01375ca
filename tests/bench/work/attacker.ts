import { parentPort, workerData } from 'node:worker_threads';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import type { AttackName } from './hostile.ts';

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);
const sync = (kind: number, bytes: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 73 + 41) & 255);

/** An update that says it holds 2^25 structs and holds none. */
const claims = sync(2, Uint8Array.from([128, 128, 128, 16, 1, 0, 0, 0, 0, 0]));

/** Made once: the making is not the server's affair. */
const large = sync(2, new Uint8Array(32 * 1024 * 1024));

function presenceOf(client: number, clock: number): Uint8Array {
  const entries = frame((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify({ cursor: { view: 'tijdlijn', x: clock % 1000, y: 5 } }));
  });
  return frame((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, entries);
  });
}

/** What is sent: every so many milliseconds, the n-th frame. */
type Attack = { readonly everyMs: number; readonly frames: (turn: number) => Uint8Array[] };
const attacks = {
  malformed: { everyMs: 40, frames: () => [noise(300)] },
  badUpdate: { everyMs: 40, frames: () => [sync(2, noise(300))] },
  unknown: { everyMs: 40, frames: () => [Uint8Array.from([99, 1, 2, 3])] },
  large: { everyMs: 1000, frames: () => [large] },
  presence: {
    everyMs: 10,
    frames: (turn) => Array.from({ length: 10 }, (_, at) => presenceOf(4711, turn * 10 + at + 1)),
  },
  claims: { everyMs: 40, frames: () => [claims] },
  stalled: { everyMs: 1000, frames: () => [] },
} satisfies Record<AttackName, Attack>;

/** What the thread is told, and what it tells at the end. */
export type Orders = {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly name: AttackName;
};
export type Told = { readonly closedAfter: number | undefined };

/** One socket that attacks, and does not come back when it is sent away. Ten that stop reading when that is the attack. */
function attack({ port, path, cookie, name }: Orders): () => Told {
  const { everyMs, frames } = attacks[name];
  let closedAfter: number | undefined;
  let sent = 0;
  const sockets = Array.from({ length: name === 'stalled' ? 10 : 1 }, () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
      origin: `http://127.0.0.1:${port}`,
      headers: cookie === '' ? {} : { cookie },
    });
    socket.on('error', () => undefined);
    if (name === 'stalled') socket.on('open', () => socket.pause());
    socket.on('close', () => (closedAfter ??= sent));
    return socket;
  });
  let turn = 0;
  const timer = setInterval(() => {
    for (const socket of sockets)
      for (const bytes of socket.readyState === WebSocket.OPEN ? frames(turn) : []) {
        socket.send(bytes, () => undefined);
        sent += 1;
      }
    turn += 1;
  }, everyMs);
  return () => {
    clearInterval(timer);
    for (const socket of sockets) socket.terminate();
    return { closedAfter };
  };
}

const stop = attack(workerData as Orders);
parentPort?.once('message', () => parentPort?.postMessage(stop() satisfies Told));
