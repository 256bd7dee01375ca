import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRetention } from '@samenbord/server/routes/retention-job.ts';
import { monthsAfter } from '@samenbord/shared/meeting/end-date.ts';
import { endAnswer } from '@samenbord/shared/wire/http-after.ts';
import type { EndAnswer } from '@samenbord/shared/wire/http-after.ts';
import { makeShutBoard, openBench, openTableOf, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { comes, seatedAt } from './meeting-sockets.ts';

let bench: Bench;
let leader: Seat;
let steadyAhead = 0;
const day = 86_400_000;

beforeEach(async () => {
  bench = await openBench();
  leader = await makeShutBoard(bench);
  steadyAhead = 0;
});
afterEach(() => bench.close());

const retention = () => createRetention(bench.running.deps, () => steadyAhead);
/** Time that passes as it should: the clock and what cannot be set go on together. */
const pass = (ms: number): void => {
  bench.pass(ms);
  steadyAhead += ms;
};
const path = ({ board, als }: Seat): string => `/boards/${board}/end?als=${als}`;
const end = async (seat: Seat): Promise<EndAnswer> => endAnswer.parse((await seat.browser.get(path(seat))).json);
const choose = async (dag: string | null, seat = leader): Promise<number> =>
  (await seat.browser.send('PUT', path(seat), { dag })).status;
const dayIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(bench.running.deps.clock() + days * day);
const today = (): string => dayIn(0);
const isThere = async (): Promise<boolean> => (await bench.running.deps.storage.board(leader.board)) !== undefined;
const actions = async (): Promise<string[]> =>
  (await bench.running.deps.storage.audit(leader.board)).map(({ action }) => action);

test('T93 everybody may know the last day; the casusregisseur chooses another one within what the organisation allows; a meeting keeps the board', async () => {
  const mother = await seatAt(bench, leader);
  const usual = monthsAfter(today(), 6);
  expect(await end(mother)).toMatchObject({
    dag: usual,
    gezet: false,
    stand: 'ver',
    uiterlijk: monthsAfter(today(), 24),
  });
  expect(await choose('2099-01-01', mother)).toBe(403);
  expect(await choose('2020-01-01')).toBe(409);
  expect(await choose(monthsAfter(today(), 25))).toBe(409);
  expect(await choose('geen dag')).toBe(400);
  const chosen = monthsAfter(today(), 24);
  expect(await choose(chosen)).toBe(200);
  expect(await end(mother)).toMatchObject({ dag: chosen, gezet: true });
  expect(await choose(null)).toBe(200);
  expect((await end(mother)).dag).toBe(usual);
  expect((await actions()).filter((action) => action === 'einddatum-gezet')).toHaveLength(2);

  pass(3 * day);
  await openTableOf(leader);
  expect((await end(leader)).dag).toBe(monthsAfter(today(), 6));
});

test('T94 the answer says when the end comes near', async () => {
  const stands = [];
  for (const days of [31, 30, 8, 7, 0]) {
    expect(await choose(dayIn(days))).toBe(200);
    const { dagen, stand } = await end(leader);
    stands.push([dagen, stand]);
  }
  expect(stands).toEqual([
    [31, 'ver'],
    [30, 'maand'],
    [8, 'maand'],
    [7, 'week'],
    [0, 'week'],
  ]);
  pass(day);
  expect(await end(leader)).toMatchObject({ dagen: -1, stand: 'voorbij' });
});

test('T95 a board that is over is deleted at a second look, a day after the first, and everybody is sent away; that it happened stays known, without content', async () => {
  const job = retention();
  const hand = await seatedAt(leader);
  await choose(today());
  pass(day);
  await job.look();
  pass(23 * 3_600_000);
  await job.look();
  expect(await isThere()).toBe(true);
  pass(3_600_000);
  await job.look();
  expect(await isThere()).toBe(false);
  expect(await comes(() => hand.closes.length > 0)).toBe(true);
  hand.leave();
  job.stop();
  const last = (await bench.running.deps.storage.audit(leader.board)).at(-1);
  expect(last).toMatchObject({ action: 'bord-verlopen' });
  expect(Object.keys(last ?? {}).toSorted()).toEqual(['action', 'at', 'board', 'hash']);
  expect((await leader.browser.get(`/boards/${leader.board}?als=${leader.als}`)).status).toBe(404);
});

test('T95 an open meeting, a later day chosen in between, and a first look of another server count', async () => {
  await choose(today());
  pass(day);
  await retention().look();
  expect(await choose(dayIn(5))).toBe(200);
  pass(2 * day);
  await retention().look();
  expect(await isThere()).toBe(true);
  pass(day);
  await openTableOf(leader);
  await bench.running.deps.storage.setBoardEnd({
    board: leader.board,
    dag: '2020-01-01',
    sinds: '2020-01-01T00:00:00.000Z',
  });
  await retention().look();
  expect(await isThere()).toBe(true);
  await leader.browser.send('POST', `/boards/${leader.board}/meeting/close?als=${leader.als}`);
  // What was noted before the meeting is forgotten: two looks again, here of two processes.
  await retention().look();
  expect(await isThere()).toBe(true);
  pass(day);
  await retention().look();
  expect(await isThere()).toBe(false);
});

test('T96 a clock that jumps ahead deletes nothing, however often it is looked at, and when it is put right it is as if nothing happened', async () => {
  const job = retention();
  await job.look();
  const jump = 400 * day;
  bench.pass(jump);
  for (let hour = 0; hour < 23; hour++) {
    await job.look();
    pass(3_600_000);
  }
  expect(await isThere()).toBe(true);
  bench.pass(-jump);
  await job.look();
  expect((await bench.running.deps.storage.boardEnd(leader.board))?.sinds).toBe(undefined);
  pass(2 * day);
  await job.look();
  // It jumps back and forth: each time the waiting begins anew.
  for (let turn = 0; turn < 4; turn++) {
    bench.pass(jump);
    await job.look();
    pass(20 * 3_600_000);
    await job.look();
    bench.pass(-jump);
    await job.look();
  }
  expect(await isThere()).toBe(true);
  job.stop();
});
