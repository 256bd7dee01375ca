import * as decoding from 'lib0/decoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { role } from '@samenbord/shared/access/roles.ts';
import { usuallyOpens } from '@samenbord/shared/access/zones.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { closeCode, message } from '@samenbord/shared/wire/socket.ts';
import { syncFrame } from '../support/raw-socket.ts';
import { makeShutBoard, openBench, putPerson, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { everybody, written } from './matrix-table.ts';
import { zonesOf } from './meeting-sockets.ts';

/** Everybody of the matrix at one board of the real server; what is written down by hand is tried over a socket. */
let bench: Bench;
const seats = new Map<string, Seat>();
const seat = (who: string): Seat => {
  const found = seats.get(who);
  if (found === undefined) throw new Error(`no seat for ${who}`);
  return found;
};
const lead = 'casusregisseur';

beforeAll(async () => {
  bench = await openBench({}, { handshakesPerMinute: 100_000, socketsPerAddress: 5000, requestsPerMinute: 100_000 });
  const leader = await makeShutBoard(bench);
  for (const who of everybody) {
    const [rolName = '', more] = who.split('+');
    const rol = role.parse(rolName);
    const opent = more === 'team' ? [...usuallyOpens(rol), 'team' as const] : undefined;
    const asked = { rol, naam: who, opent, ...(more === 'thuis' && rol !== 'groot-scherm' && { thuis: true }) };
    seats.set(who, who === lead ? leader : await seatAt(bench, leader, asked));
  }
  await send('jeugdige', 'PUT', 'vertrouwd', { professionals: [seat('hulpverlener').als] });
  await putPerson(leader, 'sanne');
  // Words of two people: whoever comes, one of them is another.
  for (const who of [lead, 'hulpverlener']) {
    const one = seat(who);
    const put = await attempt(one, 'gedeeld', [create(`van-${who}`, 'notitie', one.als)]);
    if (!put.wrote) throw new Error('nothing stands on the table');
  }
}, 60_000);
afterAll(() => bench.close());

async function send(who: string, method: string, path: string, body?: object): Promise<void> {
  const { browser, board, als } = seat(who);
  const { status, text } = await browser.send(method, `/boards/${board}/${path}?als=${als}`, body);
  if (status !== 200) throw new Error(`${path}: ${text}`);
}

const create = (id: string, type: ThingType, by: string): Intent => ({
  kind: 'create',
  thing: { id, type, by, texts: { [type === 'persoon' ? 'naam' : 'tekst']: 'van iemand' } },
});
let made = 0;
const deeds: Readonly<Record<string, (by: string) => Intent>> = {
  w: (by) => create(`kaart-${++made}`, 'notitie', by),
  f: (by) => create(`kaart-${++made}`, 'persoon', by),
  s: (by) => create(`kaart-${++made}`, 'patroonzin', by),
  a: (by) => {
    const id = by === seat(lead).als ? 'van-hulpverlener' : `van-${lead}`;
    return { kind: 'editText', id, field: 'tekst', at: 0, remove: '', insert: 'niet ' };
  },
  v: (by) => {
    const values = { kind: 'sanne', datum: '2026-11-20', uitkomst: 'veilig' } as const;
    return { kind: 'create', thing: { id: `kaart-${++made}`, type: 'veiligheidsstatus', by, values, texts: {} } };
  },
};

type Tried = { readonly read: boolean; readonly wrote: boolean; readonly closed: number | undefined };

/** Comes to a zone, reads it, and does this there: all of it or nothing. */
async function attempt({ browser, board, als }: Seat, zone: string, intents: readonly Intent[]): Promise<Tried> {
  const { origin, cookie } = browser;
  const address = `${origin.replace('http', 'ws')}/sync/${board}/${encodeURIComponent(zone)}/1?als=${als}&v=1`;
  const socket = new WebSocket(address, { headers: { cookie, origin } });
  const doc = new Y.Doc();
  let [read, sent, saved] = [false, 0, 0];
  return new Promise((resolve) => {
    const end = (closed?: number): void => {
      resolve({ read, wrote: sent > 0 && saved >= sent, closed });
      socket.terminate();
    };
    doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from === 'server') return;
      sent += 1;
      socket.send(syncFrame(2, update));
    });
    socket.on('open', () => socket.send(Uint8Array.of(message.sync, 0, 1, 0)));
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const kind = decoding.readVarUint(decoder);
      if (kind === message.saved) {
        saved = decoding.readVarUint(decoder);
        if (sent > 0 && saved >= sent) end();
      }
      if (kind !== message.sync || decoding.readVarUint(decoder) !== 1 || read) return;
      read = true;
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'server');
      for (const intent of intents) carryOut(doc, intent, { tracked: 'me', untracked: 'me' });
      if (intents.length === 0) end();
    });
    socket.on('close', end);
    socket.on('error', () => end());
  });
}

/** Tries one cell: what may be done is done in one go, what may not be done one by one. */
async function cell(who: string, zone: string, state: string, letters: string): Promise<string[]> {
  const one = seat(who);
  const hand = written(who, zone, state);
  const { read, closed } = await attempt(one, addressOf(zone, one), []);
  const offered = (await zonesOf(one)).some((each) => each.zone === addressOf(zone, one));
  const cellName = `${who}, ${zone}, ${state}`;
  const wrong: string[] = [];
  if (read !== hand.includes('l') || offered !== read)
    wrong.push(`${cellName}: read ${read}, offered ${offered}, by hand ${hand}`);
  const shut = [closeCode.notAllowed, closeCode.tableShut, undefined] as (number | undefined)[];
  if (!read && !shut.includes(closed)) wrong.push(`${cellName}: closed with ${closed}`);
  if (!hand.includes('l')) return wrong;
  const [can, cannot] = [
    letters.split('').filter((of) => hand.includes(of)),
    letters.split('').filter((of) => !hand.includes(of)),
  ];
  const intentsOf = (of: readonly string[]): Intent[] => of.flatMap((letter) => deeds[letter]?.(one.als) ?? []);
  if (can.length > 0 && !(await attempt(one, addressOf(zone, one), intentsOf(can))).wrote)
    wrong.push(`${cellName}: refused one of ${can.join('')}`);
  for (const letter of cannot) {
    const tried = await attempt(one, addressOf(zone, one), intentsOf([letter]));
    if (tried.wrote || tried.closed !== closeCode.refused) wrong.push(`${cellName}: took ${letter} (${tried.closed})`);
  }
  return wrong;
}

function addressOf(zone: string, { als }: Seat): string {
  const youth = seat('jeugdige').als;
  const other = als === seat('netwerk').als ? youth : seat('netwerk').als;
  const addresses: Readonly<Record<string, string>> = {
    'eigen-mij': `eigen:${als}`,
    'eigen-ander': `eigen:${other}`,
    'vertrouwd-mij': `vertrouwd:${als}`,
    'vertrouwd-noemt-mij': `vertrouwd:${youth}`,
    'vertrouwd-ander': `vertrouwd:${other}`,
    'tafel-mij': `tafel:${als}`,
    'tafel-ander': `tafel:${other}`,
  };
  return addresses[zone] ?? zone;
}

const steer = (body: object): Promise<void> => send(lead, 'POST', 'meeting/steer', body);
const round = (stap: string): Promise<void> =>
  send(lead, 'POST', 'rounds', { id: `ronde-${stap}`, stap, vraag: 'Wat wil je?', wijze: 'naam' });
const ways: readonly (readonly [state: string, act: () => Promise<void>])[] = [
  ['dicht', () => send(lead, 'PUT', 'meeting', { soort: 'netwerkberaad' })],
  ['rustig', () => send(lead, 'POST', 'meeting/open')],
  ['schrijven', () => steer({ doe: 'ga-naar', stap: 'doelen' })],
  ['tekenen', () => steer({ doe: 'ga-naar', stap: 'instrument' })],
  ['vast', () => steer({ doe: 'vast', vast: true })],
  [
    'alleen-tekenen',
    async () => {
      await steer({ doe: 'vast', vast: false });
      await round('instrument');
    },
  ],
  [
    'dicht-vast',
    async () => {
      await steer({ doe: 'familie', familie: false });
      await steer({ doe: 'vast', vast: true });
    },
  ],
  ['dicht', () => send(lead, 'POST', 'meeting/close')],
];

test(
  'M32 over a socket everybody reads and writes in each state what was written down by hand, and is offered what they read',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = [];
    for (const [state, act] of ways) {
      await act();
      // What was under way when the state came is no longer taken.
      bench.pass(10_000);
      const found = await Promise.all(everybody.map((who) => cell(who, 'gedeeld', state, 'wfsav')));
      wrong.push(...found.flat());
    }
    expect(wrong).toEqual([]);
  },
);

test(
  'M33 what does not go with the table is tried over a socket as well: the team, boxes of one’s own and of others, and what the server writes',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = [];
    for (const who of everybody) {
      wrong.push(...(await cell(who, 'team', 'dicht', 'wfsv')));
      for (const zone of ['eigen-mij', 'vertrouwd-mij']) wrong.push(...(await cell(who, zone, 'dicht', 'wv')));
      for (const zone of ['eigen-ander', 'vertrouwd-ander', 'tafel-ander'])
        wrong.push(...(await cell(who, zone, 'dicht', '')));
      for (const zone of ['tafel', 'tafel-mij']) wrong.push(...(await cell(who, zone, 'dicht', 'w')));
    }
    wrong.push(...(await cell('hulpverlener', 'vertrouwd-noemt-mij', 'dicht', 'wfv')));
    expect(wrong).toEqual([]);
  },
);
