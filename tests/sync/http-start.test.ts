import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { boardKey, Browser, comeIn, inviteTo, makeBoard, putPerson, seatAt } from './http-server.ts';
import type { Bench } from './http-server.ts';

const root = join(import.meta.dirname, '..', '..');
const node = join(root, 'node_modules', 'node', 'bin', 'node');
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const done of cleanUp.splice(0)) done();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'samenbord-start-'));
  cleanUp.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

type Child = {
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** The port it says it listens on. */
  readonly port: () => Promise<number>;
};

/** The server as `npm start` runs it. */
function run(environment: Readonly<Record<string, string>>): Child {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder(), ...environment };
  const child = spawn(node, [join(root, 'server', 'src', 'main.ts')], { env, cwd: root });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  cleanUp.push(() => child.kill('SIGKILL'));
  const port = async (): Promise<number> => {
    for (let time = 0; time < 400; time++) {
      const found = /draait op http:\/\/localhost:(\d+)\n/.exec(out)?.[1];
      if (found !== undefined) return Number(found);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no port: ${out} ${err}`);
  };
  return { out: () => out, err: () => err, ended, kill: (signal) => child.kill(signal), port };
}

function expectOneSentence(child: Child, sentence: RegExp): void {
  expect(child.err()).toMatch(/^Samenbord: [^\n]+\.\n$/);
  expect(child.err()).toMatch(sentence);
  expect(child.out()).toBe('');
}

test('J26 a port in use is said in one sentence', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  cleanUp.push(() => blocker.close());
  const child = run({ PORT: String((blocker.address() as AddressInfo).port), DEMO: 'off' });
  expect(await child.ended).toBe(1);
  expectOneSentence(child, /poort \(PORT\) is al in gebruik/);
});

test('J26 a data folder that is a file is said in one sentence', async () => {
  const file = join(folder(), 'data');
  writeFileSync(file, 'iets anders');
  const child = run({ DATA_DIR: file, DEMO: 'off' });
  expect(await child.ended).toBe(1);
  expectOneSentence(child, /DATA_DIR\) kan niet worden geschreven/);
  expect(readFileSync(file, 'utf8')).toBe('iets anders');
});

test('J26 data that another Samenbord uses are left alone', async () => {
  const data = folder();
  const first = run({ DATA_DIR: data, DEMO: 'off' });
  await first.port();
  const second = run({ DATA_DIR: data, DEMO: 'off' });
  expect(await second.ended).toBe(1);
  expectOneSentence(second, /al in gebruik door een andere Samenbord/);
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

test('J26 no room for the data is said in one sentence', async () => {
  const child = run({ MAX_DATA_BYTES: '100000' });
  expect(await child.ended).toBe(1);
  expectOneSentence(child, /geen ruimte/);
});

test.each([
  ['PORT', 'tachtig'],
  ['PORT', '70000'],
  ['BOARD_KEY', 'kort'],
  ['MASTER_KEY', 'geen sleutel'],
  ['DEMO', 'misschien'],
])('J26 a setting %s that cannot be is named, and its value is not repeated', async (name, value) => {
  const child = run({ [name]: value });
  expect(await child.ended).toBe(1);
  expectOneSentence(child, new RegExp(name));
  expect(child.err()).not.toContain(value);
});

const linkLine = /^([a-z A-Z]+) \((.+)\): (http:\/\/localhost:\d+\/kom-binnen#[\w-]{43})$/;

test('J27 every start prints the links of the example board, one per line, and each lets its own person in', async () => {
  const data = folder();
  const secrets: string[] = [];
  for (const _time of ['first', 'again']) {
    const child = run({ DATA_DIR: data });
    const port = await child.port();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const lines = child.out().trim().split('\n');
    expect(lines[1]).toMatch(/^nieuw bord: http:\/\/localhost:\d+\/nieuw#[\w-]{43}$/);
    const links = lines.slice(2).map((line) => linkLine.exec(line) ?? [line]);
    expect(links.map(([, rol]) => rol)).toEqual(['casusregisseur', 'GI', 'ouder', 'ouder', 'jeugdige', 'groot scherm']);
    for (const [, , naam, url] of links) {
      const geheim = url?.split('#')[1] ?? '';
      secrets.push(geheim);
      const browser = new Browser(`http://127.0.0.1:${port}`, '10.0.0.1');
      expect((await comeIn(browser, { geheim })).json).toMatchObject({ board: 'voorbeeld', naam });
      expect((await browser.get('/boards/voorbeeld')).status).toBe(200);
    }
    const earlier = new Browser(`http://127.0.0.1:${port}`, '10.0.0.1');
    expect((await comeIn(earlier, { geheim: secrets[0] ?? '' })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  }
  expect(new Set(secrets).size).toBe(12);
  const key = readdirSync(data).find((name) => name === 'board-key') ?? '';
  expect(statSync(join(data, key)).mode & 0o777).toBe(0o600);
});

test.each<Record<string, string>>([{ NODE_ENV: 'production' }, { DEMO: 'off' }])(
  'J27 with %o there is no example and no link for it',
  async (more) => {
    const child = run(more);
    await child.port();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(child.out()).not.toContain('kom-binnen');
    expect(child.out().includes('nieuw bord')).toBe(more['NODE_ENV'] !== 'production');
    child.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  },
);

test('J28 a signal ends the server in order: sockets are told to come back, and what was accepted is there afterwards', async () => {
  const data = folder();
  const first = run({ DATA_DIR: data, DEMO: 'off', BOARD_KEY: boardKey });
  const origin = `http://127.0.0.1:${await first.port()}`;
  const leader = await makeBoard({ browser: () => new Browser(origin, '') } as Bench);
  await putPerson(leader, 'sanne');
  const address = `${origin.replace('http', 'ws')}/sync/${leader.board}/gedeeld/1?als=${leader.als}&v=1`;
  const socket = new WebSocket(address, { headers: { cookie: leader.browser.cookie, origin } });
  await once(socket, 'open');
  const closed = once(socket, 'close');
  first.kill('SIGTERM');
  expect(((await closed) as [number])[0]).toBe(1012);
  expect(await first.ended).toBe(0);
  const second = run({ DATA_DIR: data, DEMO: 'off', BOARD_KEY: boardKey });
  const again = new Browser(`http://127.0.0.1:${await second.port()}`, '');
  again.cookie = leader.browser.cookie;
  expect((await again.get(`/boards/${leader.board}`)).json).toMatchObject({ ik: { id: leader.als } });
  expect((await again.get(`/boards/${leader.board}/export`)).json).toMatchObject({ things: [{ id: 'sanne' }] });
  second.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test('J25 the log of a busy hour names no secret, no person and no word that anybody wrote', async () => {
  const data = folder();
  const child = run({ DATA_DIR: data, DEMO: 'off', BOARD_KEY: boardKey, LOG_LEVEL: 'debug' });
  const origin = `http://127.0.0.1:${await child.port()}`;
  const bench = { browser: () => new Browser(origin, '') } as Bench;
  const leader = await makeBoard(bench, 'MARKERtitel');
  const invited = await inviteTo(leader, { naam: 'MARKERnaam', toelichting: 'MARKERreden' });
  const seat = await seatAt(bench, leader, { naam: 'MARKERoma', rol: 'netwerk' });
  await putPerson(leader, 'marker-id', 'MARKERpersoon');
  await comeIn(bench.browser(), { geheim: invited.geheim, code: 'MARKER' });
  await comeIn(bench.browser(), { geheim: invited.geheim, code: '000000' });
  await leader.browser.send('POST', `/boards/${leader.board}/versions`, '{"titel":"MARKER');
  await leader.browser.send('POST', `/boards/${leader.board}/import?als=MARKERals&x=MARKERvraag`, { MARKER: 1 });
  await leader.browser.get(`/boards/MARKERbord?als=${leader.als}`);
  await leader.browser.get('/MARKERpad/../%00');
  const address = `${origin.replace('http', 'ws')}/sync/${seat.board}/gedeeld/1?als=${seat.als}&v=1`;
  const socket = new WebSocket(address, { headers: { cookie: seat.browser.cookie, origin } });
  await once(socket, 'open');
  socket.send(Buffer.from('MARKERframe'));
  await once(socket, 'close');
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  expect(metrics).toContain('samenbord_closes_total');
  child.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  const log = child.out().split('\n').slice(2).join('\n') + child.err();
  expect(log.split('\n').length).toBeGreaterThan(8);
  const secrets = [
    'MARKER',
    'marker-id',
    boardKey,
    invited.geheim,
    invited.code,
    leader.browser.cookie.split('=')[1] ?? '',
  ];
  for (const secret of secrets) expect(log).not.toContain(secret);
  for (const secret of [...secrets, leader.board, seat.als, invited.als]) expect(metrics).not.toContain(secret);
  const database = readdirSync(data).filter(
    (name) => existsSync(join(data, name)) && statSync(join(data, name)).isFile(),
  );
  expect(database.length).toBeGreaterThan(0);
  for (const name of database) {
    const bytes = readFileSync(join(data, name), 'latin1');
    for (const secret of [invited.geheim, invited.code, leader.browser.cookie.split('=')[1] ?? ''])
      expect(bytes.includes(secret), name).toBe(false);
  }
});
