import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { makeBoard, openBench, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

let bench: Bench;
let leader: Seat;
let family: Seat;
beforeAll(async () => {
  bench = await openBench();
  leader = await makeBoard(bench);
  family = await seatAt(bench, leader, { rol: 'netwerk' });
});
afterAll(() => bench.close());

const origins = { tracked: 'server', untracked: 'server' };
const write = (zone: string, seat: Seat, rol: 'netwerk' | 'casusregisseur', intent: Intent) =>
  bench.running.deps.rooms.write(leader.board, zone, { id: seat.als, rol, opens: ['gedeeld', 'eigen'] }, (doc) => {
    carryOut(doc, intent, origins);
  });
const card = (id: string, by: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'notitie', by, texts: { tekst: 'MERKTEKEN' } },
});
const erase = async ({ browser, board }: Seat, zone: string, ding: string) => {
  const { status, json } = await browser.send('POST', `/boards/${board}/erase`, { zone, ding });
  return [status, json['code']];
};

test('J35 the casusregisseur erases for good what was taken off the table, everybody in their own box, and that is written down', async () => {
  const { storage, rooms } = bench.running.deps;
  const own = `eigen:${family.als}`;
  await write('gedeeld', family, 'netwerk', card('op-tafel', family.als));
  await write(own, family, 'netwerk', card('thuis', family.als));
  expect(await erase(leader, 'gedeeld', 'op-tafel')).toEqual([409, 'ligt-nog-op-tafel']);
  expect(await erase(leader, 'gedeeld', 'bestaat-niet')).toEqual([404, 'niet-gevonden']);
  await write('gedeeld', leader, 'casusregisseur', { kind: 'remove', id: 'op-tafel' });
  expect(await erase(family, 'gedeeld', 'op-tafel')).toEqual([403, 'mag-niet']);
  expect(await erase(leader, own, 'thuis')).toEqual([403, 'mag-niet']);
  expect((await storage.audit(leader.board)).filter(({ action }) => action === 'definitief-gewist')).toEqual([]);
  expect(await erase(leader, 'gedeeld', 'op-tafel')).toEqual([204, undefined]);
  expect(await erase(family, own, 'thuis')).toEqual([204, undefined]);
  expect(await erase(leader, 'gedeeld', 'op-tafel')).toEqual([404, 'niet-gevonden']);
  const zones = (await family.browser.get(`/boards/${leader.board}`)).json['zones'];
  expect(zones).toEqual(
    expect.arrayContaining([
      { zone: 'gedeeld', epoch: 2, schrijven: true },
      { zone: own, epoch: 2, schrijven: true },
    ]),
  );
  for (const zone of ['gedeeld', own]) {
    expect((await rooms.read(leader.board, zone)).things.size).toBe(0);
    expect(JSON.stringify(await storage.history(leader.board, zone))).not.toContain('MERKTEKEN');
  }
  const lines = (await storage.audit(leader.board)).filter(({ action }) => action === 'definitief-gewist');
  expect(lines.map(({ participant, object }) => [participant, object])).toEqual([
    [leader.als, 'op-tafel'],
    [family.als, 'thuis'],
  ]);
});
