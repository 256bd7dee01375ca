import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { dayFromNow } from '@samenbord/server/sign-in/clock.ts';
import { inviteTo, makeBoard, openBench, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { eventually, follow, openTable } from './http-sockets.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const at = (seat: Seat) => `/boards/${seat.board}`;

test('J6 revoking closes the open socket at once, and no new one opens', async () => {
  const leader = await makeBoard(bench);
  const seat = await seatAt(bench, leader);
  const { closed } = await openTable(seat);
  const home = await openTable(seat, `eigen:${seat.als}`);
  await leader.browser.send('DELETE', `${at(leader)}/participants/${seat.als}`);
  expect([(await closed).code, (await home.closed).code]).toEqual([4408, 4408]);
  const address = `${bench.origin.replace('http', 'ws')}/sync/${seat.board}/gedeeld/1?als=${seat.als}&v=1`;
  const again = new WebSocket(address, { headers: { cookie: seat.browser.cookie, origin: bench.origin } });
  const [code] = (await once(again, 'close')) as [number];
  expect(code).toBe(4408);
});

test('J7 when a last day has ended, the open socket is closed', async () => {
  const late = await openBench();
  try {
    const leader = await makeBoard(late);
    const seat = await seatAt(late, leader, { tot: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) });
    const { closed } = await openTable(seat);
    const stays = await openTable(leader);
    await late.running.deps.table.closeOver();
    late.pass(3 * 86_400_000);
    await late.running.deps.table.closeOver();
    expect((await closed).code).toBe(4408);
    expect(stays.socket.readyState).toBe(WebSocket.OPEN);
    stays.socket.close();
  } finally {
    await late.close();
  }
});

test.each([
  ['no cookie', 401, {}, false],
  ['another origin', 403, { origin: 'https://kwaad.example' }, true],
  ['no origin', 403, { origin: '' }, true],
])('J16 a socket with %s is refused before the upgrade', async (_why, status, headers, cookie) => {
  const leader = await makeBoard(bench);
  const address = `${bench.origin.replace('http', 'ws')}/sync/${leader.board}/gedeeld/1?als=${leader.als}&v=1`;
  const all = { origin: bench.origin, ...headers, ...(cookie && { cookie: leader.browser.cookie }) };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const socket = new WebSocket(address, { headers: sent });
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain(String(status));
});

test('J16 a socket to a board of others is not found', async () => {
  const [leader, foreign] = [await makeBoard(bench), await makeBoard(bench, 'Gezin Dal')];
  const address = `${bench.origin.replace('http', 'ws')}/sync/${leader.board}/gedeeld/1?als=${leader.als}&v=1`;
  const socket = new WebSocket(address, { headers: { origin: bench.origin, cookie: foreign.browser.cookie } });
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain('404');
});

test('J31 who may read the table now is told at once; who had to leave keeps a name and is marked', async () => {
  const leader = await makeBoard(bench);
  const nadia = await seatAt(bench, leader);
  const ruben = await seatAt(bench, leader, { naam: 'Ruben', tot: dayFromNow(1, Date.now) });
  await inviteTo(leader, { naam: 'Geheime oma', rol: 'netwerk' });
  const screen = await seatAt(bench, leader, { naam: 'Scherm', rol: 'groot-scherm', opent: ['gedeeld'] });
  const table = await follow(leader, 'tafel');
  const said = async () =>
    ((table.map.get('deelnemers') ?? []) as { naam: string; leest: boolean }[])
      .map(({ naam, leest }) => `${naam} ${leest}`)
      .toSorted();
  for (const seat of [leader, nadia, ruben, screen]) await openTable(seat);
  const everyone = ['Karim true', 'Nadia true', 'Ruben true', 'Scherm true'];
  expect(await eventually(said, (names) => names.length === 4)).toEqual(everyone);
  const change = async (...names: string[]) => eventually(said, (now) => now.join() === names.join());

  await leader.browser.send('DELETE', `${at(leader)}/participants/${nadia.als}`);
  const withoutNadia = ['Karim true', 'Nadia false', 'Ruben true', 'Scherm true'];
  expect(await change(...withoutNadia)).toEqual(withoutNadia);
  bench.pass(2 * 24 * 60 * 60 * 1000);
  await leader.browser.send('POST', `${at(leader)}/versions`, { titel: 'Later' });
  const later = ['Karim true', 'Nadia false', 'Ruben false', 'Scherm true'];
  expect(await change(...later)).toEqual(later);
  table.stop();
});

test('J31 who came is not forgotten when the server starts again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'samenbord-opnieuw-'));
  const first = await openBench({ DATA_DIR: data });
  const leader = await makeBoard(first);
  const nadia = await seatAt(first, leader);
  const before = await follow(leader, 'tafel');
  for (const seat of [leader, nadia]) await openTable(seat);
  const count = (of: typeof before) => async () => ((of.map.get('deelnemers') ?? []) as unknown[]).length;
  expect(await eventually(count(before), (number) => number === 2)).toBe(2);
  before.stop();
  await first.close();

  const second = await openBench({ DATA_DIR: data });
  const again = { ...leader, browser: second.browser() };
  again.browser.cookie = leader.browser.cookie;
  await openTable(again);
  await again.browser.send('POST', `${at(again)}/versions`, { titel: 'Later' });
  const after = await follow(again, 'tafel');
  expect(await count(after)()).toBe(2);
  after.stop();
  await second.close();
  rmSync(data, { recursive: true, force: true });
});

test('J18 the document tafel names them live, and the casusregisseur is told how many wait', async () => {
  const leader = await makeBoard(bench);
  const nadia = await seatAt(bench, leader);
  const [table, own] = [await follow(nadia, 'tafel'), await follow(leader, `tafel:${leader.als}`)];
  const { socket } = await openTable(nadia);
  const names = async () => ((table.map.get('deelnemers') ?? []) as { naam: string }[]).map(({ naam }) => naam);
  expect(await eventually(names, (found) => found.length > 0)).toEqual(['Nadia']);
  await leader.browser.send('POST', `${at(leader)}/versions`, { titel: 'Eerste' });
  const version = async () => (table.map.get('versie') as { nummer: number } | undefined)?.nummer;
  expect(await eventually(version, (number) => number !== undefined)).toBe(1);
  const { pad } = (await leader.browser.send('POST', `${at(leader)}/waiting-room`)).json as { pad: string };
  await bench.browser().send('POST', '/api/v1/waiting', { geheim: pad.split('#')[1], naam: 'Oma' });
  expect(
    await eventually(
      async () => own.map.get('wachtenden'),
      (count) => count !== undefined,
    ),
  ).toBe(1);
  for (const one of [table, own]) one.stop();
  socket.close();
});
