import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeBoard } from '../address.ts';
import type { Address } from '../address.ts';
import { act, createTracker, fillBoard, idOf, never, quantile, seatAll } from '../board.ts';
import { pause } from '../client.ts';
import { startMeasured } from '../server.ts';
import type { Measured, ServerName } from '../server.ts';
import type { Orders, Told } from './attacker.ts';
import { sized } from './scale.ts';
import type { Figures, Scale } from './scale.ts';

export const attackNames = ['malformed', 'badUpdate', 'unknown', 'large', 'presence', 'claims', 'stalled'] as const;
export type AttackName = (typeof attackNames)[number];

/** The attack comes from a thread of its own, so that the people whose edits are timed do not share a thread with whoever makes large frames. */
function attack(server: Measured, { board, als, cookie }: Address, name: AttackName): () => Promise<Told> {
  const path = server.name === 'samenbord' ? `/sync/${board}/gedeeld/1?als=${als}` : `/${board}`;
  const orders: Orders = { port: server.port, path, cookie, name };
  const thread = new Worker(join(import.meta.dirname, 'attacker.ts'), { workerData: orders });
  return async () => {
    thread.postMessage('stop');
    const [told] = (await once(thread, 'message')) as [Told];
    await thread.terminate();
    return told;
  };
}

/** S6: what hostile frames do to the people on the same board and on another one. */
export async function hostile(name: ServerName, scale: Scale): Promise<Figures> {
  const figures: Record<string, number> = {};
  const chosen = sized<readonly AttackName[]>(scale, attackNames, ['malformed', 'claims']);
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
  const told = await attacker?.();
  const { delivered, latencies } = tracker.result();
  const alive = server.alive() ? 1 : 0;
  for (const client of [...same, ...other]) client.destroy();
  await server.end();
  const closedAfter = told?.closedAfter ?? never;
  return { p95: quantile(latencies, 0.95), delivered, growthMb: (most - before) / 1024, closedAfter, alive };
}
