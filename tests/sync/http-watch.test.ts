import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import WebSocket from 'ws';
import { demandReader } from '@samenbord/server/routes/metrics.ts';
import { startServer } from '../support/running-server.ts';
import { syncFrame } from '../support/raw-socket.ts';
import { card, until } from '../support/room-server.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { boardKey, Browser, comeIn, inviteTo, makeBoard, openBench, putPerson, reader, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { follow, openTable } from './http-sockets.ts';

async function opened(environment: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const bench = await openBench(environment);
  onTestFinished(() => bench.close());
  return bench;
}

/** Knocks with these headers and the cookie of this person; gives the HTTP status, 101 when it opens. */
async function knock(seat: Seat, headers: Readonly<Record<string, string>>): Promise<number> {
  const url = `${seat.browser.origin.replace('http', 'ws')}/sync/${seat.board}/gedeeld/1?als=${seat.als}`;
  const socket = new WebSocket(url, { headers: { cookie: seat.browser.cookie, ...headers } });
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  const refused = once(socket, 'unexpected-response') as Promise<[unknown, { statusCode?: number }]>;
  return Promise.race([once(socket, 'open').then(() => 101), refused.then(([, { statusCode }]) => statusCode ?? 0)]);
}

/** Origins that look like this one and are not. */
const lookAlikes = (origin: string): string[] => [
  'null',
  'https://kwaad.example',
  `${origin}.kwaad.example`,
  `${origin}0`,
  origin.slice(0, -1),
  origin.replace('http:', 'https:').replace('https:', origin.startsWith('https') ? 'http:' : 'https:'),
  `${origin}/`,
  `${origin}, https://kwaad.example`,
  origin.toUpperCase(),
  '',
];

test('J41 a socket opens from our own origin only: not from another, none, null, a part of it or another port', async () => {
  const bench = await opened();
  const leader = await makeBoard(bench);
  for (const origin of lookAlikes(bench.origin)) expect(await knock(leader, { origin }), origin).toBe(403);
  expect(await knock(leader, {})).toBe(403);
  expect(await knock(leader, { origin: bench.origin })).toBe(101);
  // What a page cannot make a browser send, another program can: then the proxy is believed, and nobody else.
  const behind = { origin: 'https://bord.example', 'x-forwarded-host': 'bord.example', 'x-forwarded-proto': 'https' };
  expect(await knock(leader, behind)).toBe(401);
});

test('J41 behind a proxy that hides the host, the setting says which origin is ours, for sockets and for every change', async () => {
  const ours = 'http://bord.gemeente.example';
  const bench = await opened({ ORIGINS: `${ours}, http://tweede.example:81` });
  const direct = bench.browser();
  const inside = new Browser(bench.origin, '10.1.1.1');
  const asOurs = { origin: ours };
  const body = { sleutel: boardKey, titel: 'x', naam: 'Karim', organisatie: 'LT' };
  expect((await direct.send('POST', '/api/v1/boards', body)).json['code']).toBe('andere-herkomst');
  const made = await inside.send('POST', '/api/v1/boards', body, asOurs);
  expect(made.status).toBe(201);
  const seat = { browser: inside, board: String(made.json['board']), als: String(made.json['als']) };
  for (const origin of [...lookAlikes(ours), bench.origin]) expect(await knock(seat, { origin }), origin).toBe(403);
  expect(await knock(seat, { origin: bench.origin, 'x-forwarded-host': new URL(bench.origin).host })).toBe(403);
  for (const origin of [ours, 'http://tweede.example:81']) expect(await knock(seat, { origin })).toBe(101);
});

test('J42 the metrics are for whoever shows the token; without one for this machine itself, and not through a proxy', async () => {
  const bench = await opened();
  const ask = async (headers: Readonly<Record<string, string>>) =>
    (await fetch(`${bench.origin}/metrics`, { headers })).status;
  const wrong = { authorization: 'Bearer sleutel-van-iemand-anders1' };
  expect([await ask(reader), await ask({}), await ask(wrong)]).toEqual([200, 404, 404]);
  const asked = (remote: string, headers: Readonly<Record<string, string>> = {}) => ({
    header: (name: string) => headers[name],
    remote,
    encrypted: false,
  });
  for (const remote of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(() => demandReader(asked(remote), undefined)).not.toThrow();
  for (const [remote, headers] of [
    ['192.0.2.7', {}],
    ['', {}],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { 'x-forwarded-for': '' }],
    ['::1', { forwarded: 'for=::1' }],
  ] as const)
    expect(() => demandReader(asked(remote, headers), undefined), remote).toThrow('niet-gevonden');
});

test('J45 health is 200 only while the storage answers', async () => {
  const bench = await opened();
  const look = async () => (await bench.browser().get('/healthz')).status;
  expect(await look()).toBe(200);
  const ping = vi.spyOn(bench.running.deps.storage, 'ping').mockRejectedValue(new Error('weg'));
  expect(await look()).toBe(503);
  ping.mockImplementation(() => new Promise(() => undefined));
  expect(await look()).toBe(503);
  ping.mockRestore();
  expect(await look()).toBe(200);
});

const words = [
  'gewone-woorden-MARKER',
  'MARKERnaam',
  'MARKERtitel',
  'MARKERpersoon',
  'MARKERgeweigerd',
  'MARKERals',
  'MARKERpad',
  'MARKERmethode',
];

/** A small session in which every word that somebody types is a marker. Gives the bodies of everything that was refused. */
async function session(origin: string): Promise<{ problems: string[]; secrets: string[] }> {
  const bench = { origin, browser: () => new Browser(origin, '') } as Bench;
  const leader = await makeBoard(bench, 'MARKERtitel');
  const nadia = await seatAt(bench, leader, { naam: 'MARKERnaam' });
  const invited = await inviteTo(leader, { naam: 'MARKERnaam twee', rol: 'netwerk' });
  await putPerson(leader, 'sanne', 'MARKERpersoon');
  const hand = await follow(nadia, 'gedeeld');
  const how = { tracked: 'ik', untracked: 'ik-zelf' };
  carryOut(hand.doc, card('marker-kaart', nadia.als, 'gewone-woorden-MARKER'), how);
  const other = await follow(leader, 'gedeeld');
  await until('it came', () => other.doc.getMap('things').has('marker-kaart'));
  hand.stop();
  other.stop();
  const raw = await openTable(nadia);
  raw.socket.send(Buffer.from([0, 2, 9, 9, ...Buffer.from('MARKERgeweigerd')]));
  await raw.closed;
  const foul = await openTable(nadia);
  foul.socket.send(syncFrame(2, new Uint8Array([1, 1, 5, 0, 0, 1, 2])));
  await foul.closed;
  const at = `/boards/${leader.board}`;
  const refused = [
    await nadia.browser.get(`${at}/export?als=MARKERals`),
    await nadia.browser.get(`/boards/MARKERpad`),
    await nadia.browser.send('POST', `${at}/import`, { MARKERveld: 'MARKERgeweigerd' }),
    await leader.browser.send('POST', `${at}/invitations`, { naam: 'MARKERnaam', rol: 'MARKERgeweigerd' }),
    await leader.browser.send('POST', `${at}/versions`, '{"titel":"MARKERgeweigerd'),
    await leader.browser.send('PUT', `${at}/positions`, { MARKERgeweigerd: 1 }),
    await comeIn(bench.browser(), { geheim: 'MARKERgeweigerd'.padEnd(43, 'x'), code: '123456' }),
    await leader.browser.get('/MARKERpad/%00/..%2f'),
  ];
  expect(refused.map(({ status }) => status).every((status) => status >= 400 || status === 200)).toBe(true);
  const secrets = [leader.browser.cookie.split('=')[1] ?? '', invited.geheim, invited.code, boardKey];
  return { problems: refused.map(({ text }) => text), secrets: [...secrets, leader.board, leader.als, nadia.als] };
}

test('J43 what people write is in no log line, no metric and no error; a log line is data, and no label holds an id', async () => {
  const server = await startServer({ env: { BOARD_KEY: boardKey, LOG_LEVEL: 'debug' } });
  onTestFinished(() => server.kill());
  const { problems, secrets } = await session(`http://127.0.0.1:${server.port}`);
  const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  await server.stop();
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) {
    const read = JSON.parse(line) as Record<string, unknown>;
    expect(['debug', 'info', 'warn', 'error'], line).toContain(read['level']);
    expect([typeof read['event'], Number.isNaN(Date.parse(String(read['time'])))], line).toEqual(['string', false]);
  }
  for (const text of [server.output(), metrics, ...problems]) {
    for (const word of [...words, 'MARKER', 'marker-kaart', 'sanne']) expect(text).not.toContain(word);
  }
  for (const secret of secrets.slice(0, 3)) expect(server.output()).not.toContain(secret);
  // Every label: its name is one of few, its value a pattern or a code.
  const labels = [...metrics.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => ({ name, value }));
  expect(labels.length).toBeGreaterThan(100);
  const shapes: Readonly<Record<string, RegExp>> = {
    method: /^(GET|POST|PUT|DELETE)$/,
    route: /^(pagina|\/api\/v1(\/[a-z-]+|\/\{[a-z]+\})+)$/,
    status: /^\d{3}$/,
    code: /^(\d{4}|[a-z-]{3,12})$/,
    during: /^[a-z]+$/,
    le: /^(\+Inf|\d+(\.\d+)?)$/,
    quantile: /^0\.\d+$/,
    kind: /^[a-z]+$/,
    space: /^[a-z_]+$/,
    type: /^\w+$/,
    version: /^v\d+\.\d+\.\d+$/,
    major: /^\d+$/,
    minor: /^\d+$/,
    patch: /^\d+$/,
  };
  for (const { name, value } of labels) expect(value, name).toMatch(shapes[name ?? ''] ?? /^$/);
  for (const secret of secrets) expect(metrics).not.toContain(secret);
  for (const name of [
    'rooms',
    'sockets',
    'commit_queue_bytes',
    'commit_seconds_bucket',
    'updates_total',
    'closes_total',
  ])
    expect(metrics).toContain(`samenbord_${name}`);
  expect(metrics).toMatch(/samenbord_updates_total [1-9]/);
  expect(metrics).toMatch(/samenbord_sync_answer_bytes_total [1-9]/);
  expect(metrics).toMatch(/samenbord_refusals_total\{code="[a-z]+"\} [1-9]/);
  expect(metrics).toContain('nodejs_eventloop_lag_p99_seconds');
});
