import { WebSocket } from 'ws';
import * as encoding from 'lib0/encoding';
import { makeBoard } from '../address.ts';
import type { Address } from '../address.ts';
import { act, createTracker, fillBoard, idOf, never, quantile, seatAll } from '../board.ts';
import { pause } from '../client.ts';
import { startMeasured } from '../server.ts';
import type { Measured, ServerName } from '../server.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

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
export const attacks = {
  malformed: { everyMs: 40, frames: () => [noise(300)] },
  badUpdate: { everyMs: 40, frames: () => [sync(2, noise(300))] },
  unknown: { everyMs: 40, frames: () => [Uint8Array.from([99, 1, 2, 3])] },
  large: { everyMs: 1000, frames: () => [sync(2, new Uint8Array(32 * 1024 * 1024))] },
  presence: {
    everyMs: 10,
    frames: (turn) => Array.from({ length: 10 }, (_, at) => presenceOf(4711, turn * 10 + at + 1)),
  },
  claims: { everyMs: 40, frames: () => [claims] },
  stalled: { everyMs: 1000, frames: () => [] },
} satisfies Record<string, Attack>;
type AttackName = keyof typeof attacks;

type Attacker = { closedAfter: number | undefined; sent: number; stop: () => void };

/** One socket that attacks, and comes back as often as it is sent away. Ten that stop reading when that is the attack. */
function attack(server: Measured, { board, als, cookie }: Address, name: AttackName): Attacker {
  const { everyMs, frames } = attacks[name];
  const path = server.name === 'samenbord' ? `/sync/${board}/gedeeld/1?als=${als}` : `/${board}`;
  const attacker: Attacker = { closedAfter: undefined, sent: 0, stop: () => undefined };
  const origin = `http://127.0.0.1:${server.port}`;
  const sockets = Array.from({ length: name === 'stalled' ? 10 : 1 }, () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
      origin,
      headers: cookie === '' ? {} : { cookie },
    });
    socket.on('error', () => undefined);
    if (name === 'stalled') socket.on('open', () => socket.pause());
    socket.on('close', () => (attacker.closedAfter ??= attacker.sent));
    return socket;
  });
  let turn = 0;
  const timer = setInterval(() => {
    for (const socket of sockets)
      for (const bytes of socket.readyState === WebSocket.OPEN ? frames(turn) : []) {
        socket.send(bytes, () => undefined);
        attacker.sent += 1;
      }
    turn += 1;
  }, everyMs);
  attacker.stop = () => {
    clearInterval(timer);
    for (const socket of sockets) socket.terminate();
  };
  return attacker;
}

/** S6: what hostile frames do to the people on the same board and on another one. */
export async function hostile(name: ServerName, scale: Scale): Promise<Figures> {
  const figures: Record<string, number> = {};
  const chosen = sized<readonly AttackName[]>(scale, Object.keys(attacks) as AttackName[], ['malformed', 'claims']);
  const quiet = await underAttack(name, scale, undefined);
  figures['quiet p95'] = quiet.p95;
  for (const one of chosen) {
    const { p95, delivered, growthMb, closedAfter, alive } = await underAttack(name, scale, one);
    figures[`${one} p95`] = p95;
    figures[`${one} delivered`] = delivered;
    figures[`${one} growthMb`] = growthMb;
    figures[`${one} closedAfter`] = closedAfter;
    figures[`${one} alive`] = alive;
  }
  return figures;
}

type Suffered = { p95: number; delivered: number; growthMb: number; closedAfter: number; alive: number };

async function underAttack(name: ServerName, scale: Scale, by: AttackName | undefined): Promise<Suffered> {
  const server = await startMeasured(name);
  const boards = [await makeBoard(server, 'bord', 4), await makeBoard(server, 'ander', 3)];
  const clients = [];
  for (const addresses of boards) {
    const [maker] = addresses;
    if (maker === undefined) throw new Error('nobody');
    const state = await fillBoard(server, maker, 50);
    clients.push(await seatAll(server, addresses.slice(0, 3), state, 50));
  }
  const [same = [], other = []] = clients;
  // On the attacked board a large text goes round when readers are stalled, so that something waits for them.
  const tracker = createTracker([other], () => true);
  const [writer] = same;
  const [worker] = other;
  const bad = boards[0]?.[3];
  if (writer === undefined || worker === undefined || bad === undefined) throw new Error('nobody');
  await pause(sized(scale, 500, 50));
  const before = server.rssKb();
  const attacker = by === undefined ? undefined : attack(server, bad, by);
  const seconds = sized(scale, by === 'stalled' ? 6 : 3, 0.3);
  const points = Array.from({ length: 1500 }, (_, at) => at + 0.5);
  let most = before;
  let turn = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    tracker.edit(worker, idOf(turn % 50), 3);
    act(writer.doc, { kind: 'place', view: 'tijdlijn', id: idOf(turn % 50), at: { x: turn, y: 2 } });
    if (by === 'stalled') {
      const ink = {
        by: boards[0]?.[0]?.als ?? '',
        view: 'tijdlijn',
        kleur: 'ink',
        vorm: 'pen',
        punten: points,
      } as const;
      act(writer.doc, { kind: 'ink', id: `lijn-${turn}`, ink });
    }
    turn += 1;
    most = Math.max(most, server.rssKb());
    await pause(25);
  }
  await pause(500);
  attacker?.stop();
  const { delivered, latencies } = tracker.result();
  const alive = server.alive() ? 1 : 0;
  for (const client of [...same, ...other]) client.destroy();
  await server.end();
  const closedAfter = attacker?.closedAfter ?? never;
  return { p95: quantile(latencies, 0.95), delivered, growthMb: (most - before) / 1024, closedAfter, alive };
}
