import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '@samenbord/server/app.ts';
import { roles } from '@samenbord/shared/access/roles.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import { problem } from '@samenbord/shared/wire/http.ts';
import { exampleBodies, hostileBodies } from './http-files.ts';
import { atHome, mayAsk } from './http-roles.ts';
import { inviteTo, invitation, makeBoard, openBench, reader, seatAt } from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';

/** Everything here is generated from the route table: a new route comes in by itself, or fails for want of an example. */
let bench: Bench;
let leader: Seat;
let foreign: Seat;
let version = '';
let waiting = '';
let other = '';

beforeAll(async () => {
  bench = await openBench();
  leader = await makeBoard(bench);
  foreign = await makeBoard(bench, 'Gezin Dal');
  other = (await inviteTo(leader, { naam: 'Ander' })).als;
  version = String((await leader.browser.send('POST', `${at(leader)}/versions`, { titel: 'Eerste' })).json['id']);
  const { pad } = (await leader.browser.send('POST', `${at(leader)}/waiting-room`)).json;
  await bench.browser().send('POST', '/api/v1/waiting', { geheim: String(pad).split('#')[1], naam: 'Wie' });
  const { wachtenden } = (await leader.browser.get(`${at(leader)}/waiting`)).json as { wachtenden: { id: string }[] };
  waiting = wachtenden[0]?.id ?? '';
});
afterAll(() => bench.close());

const at = (seat: Seat) => `/boards/${seat.board}`;
const routes = () => routesOf(bench.running.deps).map((route) => ({ ...route, key: `${route.method} ${route.path}` }));
type Listed = ReturnType<typeof routes>[number];
const boardRoutes = () => routes().filter(({ path }) => path.includes('{board}'));
const changing = () => routes().filter(({ method }) => method !== 'get');

const pathOf = ({ path }: Listed, board: string) =>
  `/api/v1${path
    .replace('{board}', board)
    .replace('{participant}', other)
    .replace('{entry}', waiting)
    .replace('{zone}', 'gedeeld')
    .replace('{file}', `${version}.json`)}`;

function bodyOf({ key, act }: Listed): unknown {
  if (act.info.body === undefined) return undefined;
  const example = exampleBodies({ version, other })[key];
  if (example === undefined) throw new Error(`no example body for ${key}`);
  return example;
}

/** All that a request could have changed. */
async function state(): Promise<string> {
  const { storage, rooms } = bench.running.deps;
  const { board } = leader;
  const { things, places } = await rooms.read(board, 'gedeeld');
  const kept = [
    await storage.boards(),
    await storage.participants(board),
    await storage.waiting(board),
    await storage.versions(board),
    await storage.positions(board, version),
    await storage.meetings(board),
    await storage.audit(board),
  ];
  return JSON.stringify([...kept, [...things], [...places]]);
}

function demandProblem(reply: Reply, about: string): void {
  const read = problem.safeParse(reply.json);
  expect(read.success, `${about}: ${reply.status} ${reply.text}`).toBe(true);
  expect(reply.headers.get('content-type'), about).toMatch(/^application\/problem\+json/);
  expect(read.data?.status, about).toBe(reply.status);
  expect(read.data?.title, about).toMatch(/^[A-Z][^<>{}]{15,160}\.$|\)\.$/);
}

test('J10 a board that is not theirs, does not exist or had to be left is not found, for every route', async () => {
  const gone = await seatAt(bench, leader, { rol: 'medewerker-lt' });
  await leader.browser.send('DELETE', `${at(leader)}/participants/${gone.als}`);
  const strange = await bench.browser().get('/api/v1/bestaat-niet');
  const before = await state();
  expect(boardRoutes().length).toBeGreaterThan(12);
  for (const route of boardRoutes()) {
    for (const [who, board, query] of [
      [foreign, leader.board, ''],
      [foreign, leader.board, `?als=${foreign.als}`],
      [foreign, leader.board, `?als=${leader.als}`],
      [foreign, 'bestaatniet', ''],
      [gone, leader.board, `?als=${gone.als}`],
    ] as const) {
      const path = pathOf(route, board) + query;
      const reply =
        route.method === 'get'
          ? await who.browser.get(path)
          : await who.browser.send(route.method, path, bodyOf(route));
      expect([reply.status, reply.text], `${route.key} ${query}`).toEqual([404, strange.text]);
    }
    const stranger = bench.browser();
    const path = pathOf(route, leader.board);
    const reply =
      route.method === 'get' ? await stranger.get(path) : await stranger.send(route.method, path, bodyOf(route));
    expect([reply.status, reply.json['code']], route.key).toEqual([401, 'niet-binnen']);
  }
  expect(await state()).toBe(before);
});

test('J11 nothing changes from another origin, on every route that changes something', async () => {
  const before = await state();
  const { origin } = bench;
  const wrong = [
    'null',
    'https://kwaad.example',
    `${origin}.kwaad.example`,
    origin.replace(/\d$/, ''),
    origin.replace('http:', 'https:'),
    `${origin}0`,
  ];
  expect(changing().length).toBeGreaterThan(9);
  for (const route of changing()) {
    for (const from of wrong) {
      const reply = await leader.browser.send(route.method, pathOf(route, leader.board), bodyOf(route), {
        origin: from,
      });
      expect([reply.status, reply.json['code']], `${route.key} from ${from}`).toEqual([403, 'andere-herkomst']);
    }
    const body = bodyOf(route);
    const without = await leader.browser.ask(
      route.method.toUpperCase(),
      pathOf(route, leader.board),
      JSON.stringify(body),
      {
        'content-type': 'application/json',
      },
    );
    expect(without.json['code'], route.key).toBe('andere-herkomst');
    if (body === undefined) continue;
    const plain = await leader.browser.send(route.method, pathOf(route, leader.board), body, {
      'content-type': 'text/plain',
    });
    expect([plain.status, plain.json['code']], route.key).toEqual([415, 'geen-json']);
  }
  expect(await state()).toBe(before);
});

test('J12 a bad body is answered with a problem in plain Dutch and changes nothing, on every route that takes one', async () => {
  const before = await state();
  let attempt = 0;
  for (const route of routes().filter(({ act }) => act.info.body !== undefined)) {
    const good = bodyOf(route) as Record<string, unknown>;
    const unknownField = JSON.stringify({ ...good, vreemd: 'MARKER' });
    const nested = JSON.stringify(good).replace(/^\{/, '{"__proto__":{"a":1},');
    const wrongKinds = Object.keys(good).map((name) => JSON.stringify({ ...good, [name]: { x: 'MARKER' } }));
    const controls = Object.entries(good).flatMap(([name, value]) =>
      typeof value === 'string'
        ? ['\u0007', '\ud83d', '\u0085'].map((sign) => JSON.stringify({ ...good, [name]: value + sign }))
        : [],
    );
    const tooLong = `{"x":"${'a'.repeat(2_200_000)}"}`;
    for (const body of [...hostileBodies, unknownField, nested, ...wrongKinds, ...controls, tooLong]) {
      // Each from an address of its own: what is tested here is the body, not the brake on guesses.
      const headers = {
        'x-forwarded-for': `10.1.${attempt >> 8}.${attempt++ & 255}`,
      };
      const reply = await leader.browser.send(route.method, pathOf(route, leader.board), body, headers);
      const about = `${route.key} ${body.slice(0, 60)}`;
      expect(reply.status, about).toBeGreaterThanOrEqual(400);
      expect(reply.status, about).toBeLessThan(500);
      expect(reply.text, about).not.toContain('MARKER');
      expect(reply.text, about).not.toContain('vreemd');
      demandProblem(reply, about);
    }
    const bytes = await fetch(bench.origin + pathOf(route, leader.board), {
      method: route.method.toUpperCase(),
      headers: { origin: bench.origin, cookie: leader.browser.cookie, 'content-type': 'application/json' },
      body: Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    });
    expect([bytes.status, ((await bytes.json()) as { code: string }).code], route.key).toEqual([400, 'onleesbaar']);
  }
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  expect(await state()).toBe(before);
});

test('J12 a name that reaches for the machinery of objects is refused at any depth', async () => {
  const before = await state();
  const file = JSON.stringify(exampleBodies({ version, other })['post /boards/{board}/import']);
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    for (const place of ['"values":{', '"texts":{']) {
      const body = file.replace(place, `${place}"${name}":{"isAdmin":true},`).replace(',}', '}');
      const reply = await leader.browser.send('POST', `${at(leader)}/import`, body);
      expect([reply.status, reply.json['code']], body).toEqual([400, 'onleesbaar']);
    }
  }
  expect(await state()).toBe(before);
});

test('J12 a body that is bad names the fields of ours that are wrong', async () => {
  const reply = await leader.browser.send('POST', `${at(leader)}/invitations`, {
    ...invitation(),
    naam: '',
    tot: 'morgen',
  });
  expect(reply.json).toMatchObject({ code: 'ongeldig', velden: ['naam', 'tot'] });
});

test('J13 each role may ask exactly what the table of roles says; who does not open the table sees nothing of it', async () => {
  expect(
    boardRoutes()
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual(Object.keys(mayAsk).toSorted());
  const seats = new Map<Role, Seat>();
  for (const rol of roles) seats.set(rol, await seatAt(bench, leader, { rol, opent: ['gedeeld'] }));
  const home = await seatAt(bench, leader, { rol: 'medewerker-lt', opent: ['eigen'] });
  for (const route of boardRoutes()) {
    const ask = async ({ browser, board }: Seat) => {
      const path = pathOf(route, board);
      // A body of the wrong form: who may ask is told so, and nothing is changed by asking.
      return route.method === 'get' ? browser.get(path) : browser.send(route.method, path, act(route) ? {} : undefined);
    };
    for (const [rol, seat] of seats) {
      if (mayAsk[route.key]?.includes(rol) === true && !act(route) && route.method !== 'get') continue;
      const { json } = await ask(seat);
      expect(json['code'] === 'mag-niet', `${rol} ${route.key}`).toBe(mayAsk[route.key]?.includes(rol) !== true);
    }
    expect((await ask(home)).json['code'] === 'mag-niet', `home ${route.key}`).toBe(!atHome.includes(route.key));
  }
});
const act = ({ act: { info } }: Listed) => info.body !== undefined;

test('J14 openapi.json describes exactly the routes that exist, with what they take and give', async () => {
  const { paths } = (await bench.browser().get('/api/v1/openapi.json')).json as {
    paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>;
  };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.slice('/api/v1'.length)}`),
  );
  expect(described.toSorted()).toEqual(
    routes()
      .map(({ key }) => key)
      .toSorted(),
  );
  for (const route of routes()) {
    const about = paths[`/api/v1${route.path}`]?.[route.method];
    expect(about?.requestBody !== undefined, route.key).toBe(act(route));
    expect(Object.keys(about?.responses ?? {}), route.key).toContain('default');
  }
});

const pageHeaders: Readonly<Record<string, RegExp>> = {
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'cache-control': /^no-store$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-resource-policy': /^same-origin$/,
  'content-security-policy': /frame-ancestors 'none'/,
};

test('J15 every answer forbids framing, guessing, keeping and telling where somebody came from', async () => {
  const replies = [
    ...(await Promise.all(
      routes()
        .filter(({ method }) => method === 'get')
        .map((route) => leader.browser.get(pathOf(route, leader.board))),
    )),
    await bench.browser().get('/healthz'),
    await bench.browser().get('/metrics', reader),
    await bench.browser().get('/bestaat/niet'),
    await bench.browser().send('POST', '/api/v1/join', {}),
  ];
  for (const { headers } of replies) {
    for (const [name, value] of Object.entries(pageHeaders)) expect(headers.get(name), name).toMatch(value);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
