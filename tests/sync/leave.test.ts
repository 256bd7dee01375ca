import WebSocket from 'ws';
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { readSettings, SettingsError } from '@samenbord/server/settings.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import {
  comeIn,
  inviteTo,
  makeBoard,
  makeShutBoard,
  openBench,
  openTableOf,
  putPerson,
  seatAt,
} from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';
import { openTable } from './http-sockets.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const read = (seat: Seat, zone: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  seat.browser.get(`/boards/${seat.board}/zones/${encodeURIComponent(zone)}?als=${seat.als}`, headers);

/** What a browser reads without a socket, as a board. */
async function boardOf(seat: Seat, zone: string): Promise<ReturnType<typeof readBoard>> {
  const path = `${seat.browser.origin}/api/v1/boards/${seat.board}/zones/${zone}?als=${seat.als}`;
  const response = await fetch(path, { headers: { cookie: seat.browser.cookie } });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return readBoard(doc);
}

/** How the door of the sockets answers to this cookie. */
function refused(seat: Seat, cookie: string): Promise<string> {
  const address = `${bench.origin.replace('http', 'ws')}/sync/${seat.board}/gedeeld/1?als=${seat.als}`;
  const socket = new WebSocket(address, { headers: { cookie, origin: bench.origin } });
  return new Promise((resolve) => {
    socket.once('error', ({ message }) => resolve(message));
    socket.once('open', () => resolve('open'));
  });
}

test('J100 who leaves is out at the server: HTTP, new sockets and the open one; the same person on another device stays', async () => {
  const leader = await makeBoard(bench);
  const invited = await inviteTo(leader);
  const [phone, laptop] = [bench.browser(), bench.browser()];
  await comeIn(phone, invited);
  await comeIn(laptop, invited);
  const [here, there] = [phone, laptop].map((browser) => ({ browser, board: leader.board, als: invited.als }));
  if (here === undefined || there === undefined) throw new Error('nobody came in');
  const { closed } = await openTable(here);
  const { cookie } = phone;
  const left = await phone.send('POST', '/api/v1/leave');
  expect([left.status, left.text]).toEqual([204, '']);
  expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"');
  expect(left.headers.get('cache-control')).toBe('no-store');
  expect(left.headers.getSetCookie()).toEqual(['samenbord=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']);
  expect((await closed).code).toBe(closeCode.restart);
  // A copy of the cookie opens nothing either.
  phone.cookie = cookie;
  expect((await phone.get(`/boards/${leader.board}`)).json['code']).toBe('niet-binnen');
  expect((await phone.get('/api/v1/me')).json).toEqual({ deelnames: [] });
  expect(await refused(here, cookie)).toContain('401');
  expect((await laptop.get(`/boards/${leader.board}`)).status).toBe(200);
  expect((await comeIn(phone, invited)).status).toBe(200);
});

test('J100 leaving is not for other pages to do, and a stranger gets the same answer', async () => {
  const leader = await makeBoard(bench);
  const foreign = await leader.browser.send('POST', '/api/v1/leave', undefined, { origin: 'https://kwaad.example' });
  expect(foreign.json['code']).toBe('andere-herkomst');
  expect((await leader.browser.get(`/boards/${leader.board}`)).status).toBe(200);
  const stranger = await bench.browser().send('POST', '/api/v1/leave');
  expect([stranger.status, stranger.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
});

test('J101 who waits at the door and leaves waits no longer', async () => {
  const leader = await makeBoard(bench);
  const { pad } = (await leader.browser.send('POST', `/boards/${leader.board}/waiting-room`)).json;
  const browser = bench.browser();
  await browser.send('POST', '/api/v1/waiting', { geheim: String(pad).split('#')[1], naam: 'Oma' });
  const waiting = async (): Promise<unknown> =>
    (await leader.browser.get(`/boards/${leader.board}/waiting`)).json['wachtenden'];
  expect(await waiting()).toMatchObject([{ naam: 'Oma' }]);
  await browser.send('POST', '/api/v1/leave');
  expect(await waiting()).toEqual([]);
});

test('J102 without a socket one reads exactly what a socket would give, and nothing else', async () => {
  const leader = await makeShutBoard(bench);
  await putPerson(leader, 'sanne');
  const [nadia, ilse, screen] = [
    await seatAt(bench, leader),
    await seatAt(bench, leader, { naam: 'Ilse', rol: 'medewerker-gi' }),
    await seatAt(bench, leader, { naam: 'Scherm', rol: 'groot-scherm', opent: ['gedeeld'] }),
  ];
  const codes = (): Promise<number[][]> =>
    Promise.all(
      [nadia, ilse, screen].map((seat) =>
        Promise.all(
          ['gedeeld', 'tafel', `eigen:${nadia.als}`, `tafel:${nadia.als}`, 'team:x', 'gedeeld/../team'].map(
            async (zone) => (await read(seat, zone)).status,
          ),
        ),
      ),
    );
  expect(await codes()).toEqual([
    [409, 409, 200, 200, 404, 404],
    [200, 200, 404, 404, 404, 404],
    [409, 409, 404, 404, 404, 404],
  ]);
  await openTableOf(leader);
  expect(await codes()).toEqual([
    [200, 200, 200, 200, 404, 404],
    [200, 200, 404, 404, 404, 404],
    [200, 200, 404, 404, 404, 404],
  ]);
  expect([...(await boardOf(nadia, 'gedeeld')).things.keys()]).toEqual(['sanne']);
  await leader.browser.send('POST', `/boards/${leader.board}/meeting/close`);
  expect((await read(nadia, 'gedeeld')).json['code']).toBe('tafel-dicht');
});

test('J103 reading again costs nothing while nothing changed, and who read it that way has seen it', async () => {
  const leader = await makeBoard(bench);
  const nadia = await seatAt(bench, leader);
  const first = await read(nadia, 'gedeeld');
  const tag = first.headers.get('etag') ?? '';
  expect(first.headers.get('x-epoch')).toBe('1');
  expect(first.headers.get('cache-control')).toBe('no-store');
  const again = await read(nadia, 'gedeeld', { 'if-none-match': tag });
  expect([again.status, again.text]).toEqual([304, '']);
  await putPerson(leader, 'sanne');
  const changed = await read(nadia, 'gedeeld', { 'if-none-match': tag });
  expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
  expect(bench.running.deps.meetings.current(leader.board)?.meeting.waren).toContain(nadia.als);
});

test('J104 whom to call in danger is a setting, checked at the start', async () => {
  const other = await openBench({
    HELP_LINES: '112|bij direct gevaar|112; Huisartsenpost|avond en nacht|030 123 45 67',
  });
  try {
    expect((await other.browser().get('/api/v1/help')).json['lijnen']).toEqual([
      { naam: '112', wanneer: 'bij direct gevaar', nummer: '112' },
      { naam: 'Huisartsenpost', wanneer: 'avond en nacht', nummer: '0301234567' },
    ]);
  } finally {
    await other.close();
  }
  const usual = (await bench.browser().get('/api/v1/help')).json['lijnen'] as { nummer: string }[];
  expect(usual.map(({ nummer }) => nummer)).toEqual(['112', '08002000', '08000432', '113']);
  for (const wrong of ['112', 'a|b|c', 'a|b|javascript:1', ';', '||112'])
    expect(() => readSettings({ HELP_LINES: wrong }), wrong).toThrow(SettingsError);
});
