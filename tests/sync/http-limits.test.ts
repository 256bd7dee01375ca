import { once } from 'node:events';
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { defaultLimits, limitTable } from '@samenbord/server/limits.ts';
import type { LimitName, Limits } from '@samenbord/server/limits.ts';
import { readSettings } from '@samenbord/server/settings.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { floodDuringMeeting } from '../support/flood.ts';
import { card } from '../support/room-server.ts';
import { makeBoard, openBench, reader } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { eventually, follow } from './http-sockets.ts';

async function opened(
  environment: Readonly<Record<string, string>> = {},
  limits: Partial<Limits> = {},
): Promise<Bench> {
  const bench = await openBench(environment, limits);
  onTestFinished(() => bench.close());
  return bench;
}

/** Opens a socket as this person from this address; gives the HTTP status when it is refused, 101 when it opens. */
async function knock(
  { browser, board, als }: Seat,
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; socket: WebSocket }> {
  const url = `${browser.origin.replace('http', 'ws')}/sync/${board}/gedeeld/1?als=${als}`;
  const socket = new WebSocket(url, {
    headers: { cookie: browser.cookie, origin: browser.origin, 'x-forwarded-for': address, ...headers },
  });
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  const refused = once(socket, 'unexpected-response') as Promise<[unknown, { statusCode?: number }]>;
  const status = await Promise.race([
    once(socket, 'open').then(() => 101),
    refused.then(([, { statusCode }]) => statusCode ?? 0),
  ]);
  return { status, socket };
}

test('R61 over a real line: one address has so many sockets, a closed one makes room, and others are let in', async () => {
  const bench = await opened({ MAX_SOCKETS_PER_ADDRESS: '10' });
  const leader = await makeBoard(bench);
  const first = await Promise.all(Array.from({ length: 14 }, () => knock(leader, '198.51.100.7')));
  expect(first.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    ...Array(10).fill(101),
    ...Array(4).fill(429),
  ]);
  expect((await knock(leader, '198.51.100.8')).status).toBe(101);
  first.find(({ status }) => status === 101)?.socket.close();
  expect(
    await eventually(
      async () => (await knock(leader, '198.51.100.7')).status,
      (status) => status === 101,
    ),
  ).toBe(101);
});

test('R61 one address knocks so many times a minute, also as a stranger', async () => {
  const bench = await opened({ MAX_HANDSHAKES_PER_MINUTE: '10' });
  const leader = await makeBoard(bench);
  const stranger = { ...leader, browser: bench.browser() };
  for (let count = 0; count < 10; count++) expect((await knock(stranger, '198.51.100.7')).status).toBe(401);
  expect((await knock(leader, '198.51.100.7')).status).toBe(429);
  expect((await knock(leader, '198.51.100.8')).status).toBe(101);
});

test('R62 nothing on a socket is ever compressed, whatever a client asks', async () => {
  const bench = await opened();
  const leader = await makeBoard(bench);
  const line = connect(bench.running.port, '127.0.0.1');
  onTestFinished(() => void line.destroy());
  const lines = [
    `GET /sync/${leader.board}/gedeeld/1?als=${leader.als} HTTP/1.1`,
    `Host: 127.0.0.1:${bench.running.port}`,
    `Origin: ${bench.origin}`,
    `Cookie: ${leader.browser.cookie}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, permessage-deflate',
  ];
  let heard = Buffer.alloc(0);
  line.on('data', (part: Buffer) => (heard = Buffer.concat([heard, part])));
  line.write(`${lines.join('\r\n')}\r\n\r\n`);
  await eventually(
    async () => heard.includes('\r\n\r\n'),
    (there) => there,
  );
  expect(heard.toString('latin1')).toContain('101 Switching Protocols');
  expect(heard.toString('latin1').toLowerCase()).not.toContain('sec-websocket-extensions');
  // A frame that says it is compressed: the first reserved bit is set.
  line.write(Buffer.from([0xc2, 0x81, 0, 0, 0, 0, 0]));
  await once(line, 'close');
  const frames = heard.subarray(heard.indexOf('\r\n\r\n') + 4);
  const close = frames.indexOf(Buffer.from([0x88]));
  expect(frames.readUInt16BE(close + 2)).toBe(1002);
});

test('R69 who does not say what they want is not waited for', async () => {
  const bench = await opened({}, { handshakeMs: 300 });
  const halves = Array.from({ length: 50 }, () => {
    const line = connect(bench.running.port, '127.0.0.1');
    line.on('error', () => undefined);
    line.write(`GET /sync/bord/gedeeld/1 HTTP/1.1\r\nHost: x\r\nX-Slow: `);
    line.resume();
    return once(line, 'close');
  });
  await Promise.all(halves);
  expect((await bench.browser().get('/healthz')).status).toBe(200);
});

test('R68 a thousand idle sockets and a flood from one address: everything of a meeting of twelve arrives, nobody in it is cut off, the flood is', async () => {
  const bench = await opened({ MAX_SOCKETS_PER_ADDRESS: '1100' });
  const report = await floodDuringMeeting({ bench, edits: 6 });
  expect(report).toMatchObject({ edits: 72, missing: 0, meetingCloses: [], idleOpen: 1000 });
  expect(report.latencies).toHaveLength(72 * 11);
  expect(report.floodCloses).toContain(closeCode.tooMuch);
  const metrics = (await bench.browser().get('/metrics', reader)).text;
  expect(metrics).toMatch(/samenbord_closes_total\{code="4429"\} [1-9]/);
});

test('R65 nobody fills a board alone, and everybody hears in time that it fills up', async () => {
  const bench = await opened();
  const leader = await makeBoard(bench);
  const [table, own] = [await follow(leader, 'tafel'), await follow(leader, `tafel:${leader.als}`)];
  const at = `/boards/${leader.board}`;
  const things = Array.from({ length: 4795 }, (_, index) => ({
    id: `notitie-${index}`,
    type: 'notitie',
    values: {},
    texts: { tekst: 'x' },
  }));
  const file = { soort: 'samenbord-bord', versie: 1, titel: 'x', things, places: [], ink: [] };
  expect((await leader.browser.send('POST', `${at}/import?als=${leader.als}`, file)).status).toBe(200);
  const hand = await follow(leader, 'gedeeld');
  const make = (from: number, count: number): void => {
    for (let index = from; index < from + count; index++)
      carryOut(hand.doc, card(`kaart-${index}`, leader.als, 'x'), { tracked: 'ik', untracked: 'ik-zelf' });
  };
  make(0, 1);
  await eventually(
    async () => own.map.get('deelBijnaVol'),
    (full) => full === true,
  );
  expect([table.map.get('bijnaVol'), own.map.get('deelBijnaVol')]).toEqual([undefined, true]);
  make(1, 20);
  expect(
    await eventually(
      async () => table.map.get('bijnaVol'),
      (full) => full === true,
    ),
  ).toBe(true);
  for (const one of [table, own, hand]) one.stop();
});

test('J44 README shows every limit as it is, and no number stands there that is not one', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const rows = (Object.entries(limitTable) as [LimitName, (typeof limitTable)[LimitName]][]).map(
    ([name, { is, what, variable }]) =>
      `| \`${name}\` | ${is} | ${variable === undefined ? '' : `\`${variable}\``} | ${what} |`,
  );
  const shown = [...readme.matchAll(/^\| `\w+` \| \d+ \|.*$/gm)].map(([row]) => row);
  expect(shown).toEqual(rows);
});

test('J44 a limit that an operator may change is checked at the start, in one sentence', () => {
  expect(readSettings({}).limits).toEqual(defaultLimits);
  expect(readSettings({ MAX_SOCKETS_PER_BOARD: '50' }).limits).toEqual({ ...defaultLimits, socketsPerBoard: 50 });
  for (const wrong of ['0', '-5', 'veel', '1e9', '', '9999999999'])
    expect(() => readSettings({ MAX_SOCKETS_PER_BOARD: wrong })).toThrow(
      'de instelling MAX_SOCKETS_PER_BOARD klopt niet: geef een getal van 10 tot en met 100000.',
    );
  for (const wrong of [
    'bord.example',
    'https://Bord.example',
    'https://bord.example/',
    'https://a.example,http://b.example',
  ])
    expect(() => readSettings({ ORIGINS: wrong })).toThrow(/ORIGINS/);
  expect(readSettings({ ORIGINS: 'https://a.example, https://b.example:8443' }).origins).toHaveLength(2);
});
