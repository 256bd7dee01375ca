import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { groupOf, roles } from '@samenbord/shared/access/roles.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { message, protocolVersion } from '@samenbord/shared/wire/socket.ts';
import { actorOf } from '@samenbord/server/sign-in/sitting.ts';
import { makeShutBoard, openBench, putPerson, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

/** Twelve roles at one board, a text of its own in every zone, and every byte that each of them can get. */
let bench: Bench;
const seats = new Map<Role, Seat>();
const seat = (rol: Role): Seat => {
  const found = seats.get(rol);
  if (found === undefined) throw new Error(`no seat for ${rol}`);
  return found;
};
/** By zone, the words that stand there and nowhere else. */
const markers = new Map<string, string>();
const withBox: readonly Role[] = roles.filter((rol) => rol !== 'groot-scherm');
const family: readonly Role[] = roles.filter((rol) => groupOf(rol) === 'familie');

beforeAll(async () => {
  bench = await openBench({}, { handshakesPerMinute: 100_000, socketsPerAddress: 5000, requestsPerMinute: 100_000 });
  const karim = await makeShutBoard(bench);
  await putPerson(karim, 'sanne');
  for (const rol of roles) {
    const naam = `Naam ${rol}`;
    seats.set(rol, rol === 'casusregisseur' ? karim : await seatAt(bench, karim, { rol, naam, opent: undefined }));
  }
  // The youth trusts the hulpverlener, who is not in the team; the mother the gedragswetenschapper, who is.
  for (const [owner, named] of [
    ['jeugdige', 'hulpverlener'],
    ['ouder-met-gezag', 'gedragswetenschapper'],
  ] as const)
    await ask(seat(owner), 'PUT', 'vertrouwd', { professionals: [seat(named).als] });
  await putMarkers(karim.board);
}, 60_000);
afterAll(() => bench.close());

const ask = ({ browser, board, als }: Seat, method: string, path: string, body?: object) =>
  browser.send(method, `/boards/${board}/${path}${path.includes('?') ? '&' : '?'}als=${als}`, body);

async function putMarkers(board: string): Promise<void> {
  const { rooms, storage } = bench.running.deps;
  const rows = new Map((await storage.participants(board)).map((row) => [row.id, row]));
  const write = async (zone: string, rol: Role): Promise<void> => {
    const row = rows.get(seat(rol).als);
    if (row === undefined) return;
    const actor: Actor = actorOf(row);
    const marker = `MERK-${zone.replace(':', '-')}-${rol}`;
    markers.set(zone, marker);
    const thing = { id: `kaart-${markers.size}`, type: 'notitie', by: actor.id, texts: { tekst: marker } } as const;
    await rooms.write(board, zone, actor, (doc) => {
      carryOut(doc, { kind: 'create', thing }, { tracked: 'test', untracked: 'test' });
    });
  };
  await write('gedeeld', 'casusregisseur');
  await write('team', 'medewerker-gi');
  for (const rol of withBox) await write(`eigen:${seat(rol).als}`, rol);
  for (const rol of family) await write(`vertrouwd:${seat(rol).als}`, rol);
}

/** Written down apart from the code of access: who reads which zone, when the table is open for family or not. */
const team: readonly Role[] = ['casusregisseur', 'medewerker-lt', 'medewerker-gi', 'gedragswetenschapper'];
const professionals: readonly Role[] = [...team, 'hulpverlener'];
function readersOf(zone: string, open: boolean): readonly Role[] {
  const [kind, owner] = zone.split(':');
  if (kind === 'gedeeld') return open ? roles : professionals;
  if (kind === 'team') return team;
  const whose = roles.filter((rol) => seat(rol).als === owner);
  if (kind === 'eigen') return whose;
  return [
    ...whose,
    ...(whose.includes('jeugdige') ? (['hulpverlener'] as const) : []),
    ...(whose.includes('ouder-met-gezag') ? (['gedragswetenschapper'] as const) : []),
  ];
}

/** Everything that comes over a socket on this zone until it is told or closed. */
function bytesOf({ browser, als, board }: Seat, zone: string): Promise<Buffer> {
  const path = `/sync/${board}/${encodeURIComponent(zone)}/1?als=${als}&v=${protocolVersion}`;
  const { origin, cookie } = browser;
  const socket = new WebSocket(origin.replace('http', 'ws') + path, { headers: { cookie, origin } });
  const got: Buffer[] = [];
  return new Promise((resolve) => {
    const end = (): void => {
      resolve(Buffer.concat(got));
      socket.terminate();
    };
    socket.on('open', () => {
      socket.send(Uint8Array.of(message.queryAwareness));
      socket.send(Uint8Array.of(message.sync, 0, 1, 0));
    });
    socket.on('message', (data: Buffer) => {
      got.push(Buffer.from(data));
      // The question of the server comes after its answer.
      if (data[0] === message.sync && data[1] === 0) end();
    });
    socket.on('close', end);
    socket.on('error', end);
  });
}

const zonesToTry = (rol: Role): string[] => {
  const others = ['casusregisseur', 'jeugdige', 'ouder-met-gezag', 'ouder-zonder-gezag'] as const;
  const owners = new Set([rol, ...others].map((one) => seat(one).als));
  return [
    'gedeeld',
    'team',
    'tafel',
    ...[...owners].flatMap((id) => [`eigen:${id}`, `vertrouwd:${id}`, `tafel:${id}`]),
  ];
};

/** What is asked over HTTP: everything that reads, and a preview of every card that is there. */
async function answersTo(rol: Role): Promise<Buffer> {
  const one = seat(rol);
  const get = async (path: string): Promise<string> => {
    const { browser, board, als } = one;
    return (await browser.get(`/boards/${board}${path}${path.includes('?') ? '&' : '?'}als=${als}`)).text;
  };
  const paths = [
    '',
    '/participants',
    '/meeting',
    '/meeting/preview',
    '/versions',
    '/positions?versie=x',
    '/vertrouwd',
    '/export',
    '/since',
  ];
  const texts = await Promise.all(paths.map(get));
  const watched = (['casusregisseur', 'jeugdige', 'ouder-met-gezag'] as const).map((whose) => seat(whose).als);
  const tried = [...markers.keys()].map((zone, at) => ({ zone, ding: `kaart-${at + 1}` }));
  for (const { zone, ding } of tried.filter(
    ({ zone: name }) => !name.includes(':') || watched.some((id) => name.endsWith(id)),
  )) {
    const asked = [
      ask(one, 'POST', 'moves/preview', { ding, van: zone, naar: 'gedeeld' }).then(({ text }) => text),
      ask(one, 'POST', 'moves/preview', { ding, van: 'gedeeld', naar: zone }).then(({ text }) => text),
      ...['history', 'history/off', 'readers'].map((path) => get(`/${path}?zone=${zone}`)),
      get(`/zones/${zone}`),
    ];
    texts.push(...(await Promise.all(asked)));
  }
  return Buffer.from(texts.join('\n'));
}

const steer = async (method: string, path: string, body?: object): Promise<void> => {
  const { status, text } = await ask(seat('casusregisseur'), method, path, body);
  if (status !== 200) throw new Error(`${path}: ${text}`);
};
type State = {
  readonly wat: string;
  readonly open: boolean;
  /** Everything is asked over HTTP in this state too; sockets are tried in each. */
  readonly asks?: boolean;
  readonly act: () => Promise<void>;
};
const states: readonly State[] = [
  { wat: 'before any meeting', open: false, act: () => Promise.resolve() },
  {
    wat: 'a meeting that is prepared',
    open: false,
    act: () => steer('PUT', 'meeting', { soort: 'casuistiekbespreking', familie: true }),
  },
  { wat: 'a step of professionals', open: false, asks: true, act: () => steer('POST', 'meeting/open') },
  {
    wat: 'an open table',
    open: true,
    asks: true,
    act: async () => {
      await steer('POST', 'meeting/close');
      await steer('PUT', 'meeting', { soort: 'vrij' });
      await steer('POST', 'meeting/open');
    },
  },
  {
    wat: 'a version lies on the table',
    open: true,
    act: () => steer('POST', 'meeting/steer', { doe: 'vast', vast: true }),
  },
  { wat: 'closed', open: false, asks: true, act: () => steer('POST', 'meeting/close') },
];

test(
  'T45 of every zone the words reach who reads it in that state, and of nobody else a frame or an answer',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = [];
    let got = 0;
    for (const { wat, open, act, asks = false } of states) {
      await act();
      for (const rol of roles) {
        const tried = zonesToTry(rol);
        const socket = Buffer.concat(await Promise.all(tried.map((zone) => bytesOf(seat(rol), zone))));
        const http = asks ? await answersTo(rol) : Buffer.alloc(0);
        for (const [zone, marker] of markers) {
          const note = (what: string): unknown => wrong.push(`${wat}: ${rol} ${what} ${marker}`);
          if (readersOf(zone, open).includes(rol)) {
            // Words that nobody tried to read prove nothing: each reader got them over a socket.
            if (tried.includes(zone) && !socket.includes(marker)) note('did not get');
            got += 1;
            continue;
          }
          if (socket.includes(marker)) note('got over a socket');
          if (http.includes(marker)) note('got as an answer');
          // Nor is it said that such a box is there.
          if (zone.includes(':') && http.includes(`"${zone}"`)) note('was told of');
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(got).toBeGreaterThan(states.length * roles.length);
  },
);
