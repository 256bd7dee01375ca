import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { looksLike } from '@samenbord/shared/board/look-alike.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { invitation, makeShutBoard, openBench, openTableOf, putPerson, seatAt } from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';
import { comes, seatedAt, sitAt } from './meeting-sockets.ts';
import type { Sitter } from './meeting-sockets.ts';

let bench: Bench;
let leader: Seat;
let mother: Seat;
let worker: Seat;
const open: Sitter[] = [];
beforeEach(async () => {
  bench = await openBench();
  leader = await makeShutBoard(bench);
  await putPerson(leader, 'sanne');
  mother = await seatAt(bench, leader);
  worker = await seatAt(bench, leader, { naam: 'Marloes', rol: 'medewerker-gi', opent: undefined });
  await openTableOf(leader, { soort: 'netwerkberaad' });
});
afterEach(async () => {
  for (const one of open.splice(0)) one.leave();
  await bench.close();
});

const send = ({ browser, board, als }: Seat, method: string, below: string, body?: unknown): Promise<Reply> =>
  browser.send(method, `/boards/${board}${below}${below.includes('?') ? '&' : '?'}als=${als}`, body);
const sit = async (seat: Seat, zone = 'gedeeld'): Promise<Sitter> => {
  const one = await seatedAt(seat, zone);
  open.push(one);
  return one;
};
/** Everything about the board that a forgery could have changed. */
const state = async (): Promise<string> => {
  const [meeting, people, things] = await Promise.all(
    ['/meeting', '/participants', '/export'].map((below) => send(leader, 'GET', below)),
  );
  const { bijeenkomst } = (meeting?.json ?? {}) as { bijeenkomst: unknown };
  return JSON.stringify([bijeenkomst, people?.text, things?.text]);
};

test('M43 a forged role, step or reveal is refused, says nothing of what is there, and changes nothing', async () => {
  const before = await state();
  const round = { id: 'ronde-vals', stap: 'welkom', vraag: 'Wat wil je?', wijze: 'naam' };
  const tried: readonly (readonly [who: Seat, method: string, below: string, body?: unknown])[] = [
    // A role that one does not have, in a body or by the name of somebody else.
    [mother, 'POST', '/invitations', invitation({ rol: 'casusregisseur', naam: 'Ik' })],
    [worker, 'POST', '/invitations', invitation({ rol: 'casusregisseur', naam: 'Ik' })],
    [leader, 'POST', '/invitations', invitation({ rol: 'burgemeester' as 'netwerk' })],
    [leader, 'POST', '/invitations', invitation({ rol: 'netwerk', opent: ['gedeeld', 'team'] })],
    [mother, 'POST', '/meeting/lead', { rol: 'casusregisseur' }],
    [mother, 'PUT', '/facts', { regie: [], kaders: [] }],
    [{ ...mother, als: leader.als }, 'POST', '/meeting/close'],
    // A step that is not there, not theirs, or with more in it than a step has.
    [mother, 'POST', '/meeting/steer', { doe: 'volgende', van: 'welkom' }],
    [worker, 'POST', '/meeting/steer', { doe: 'ga-naar', stap: 'doelen' }],
    [leader, 'POST', '/meeting/steer', { doe: 'ga-naar', stap: 'bestaat-niet' }],
    [leader, 'POST', '/meeting/steer', { doe: 'volgende', van: '__proto__' }],
    [leader, 'POST', '/meeting/steer', { doe: 'ga-naar', stap: 'doelen', als: 'pregie' }],
    [leader, 'POST', '/meeting/steer', { doe: 'uitlichten', ding: 'bestaat-niet' }],
    [mother, 'POST', '/meeting/agenda', { doe: 'weg', stap: 'welkom' }],
    // A round and a reveal of nobody.
    [mother, 'POST', '/rounds', round],
    [worker, 'POST', '/rounds', round],
    [leader, 'POST', '/rounds', { ...round, stap: 'doelen' }],
    [leader, 'POST', '/rounds', { ...round, stand: 'onthuld' }],
    [mother, 'POST', '/rounds/ronde-vals/reveal'],
    [leader, 'POST', '/rounds/ronde-vals/reveal'],
    [worker, 'POST', '/rounds/ronde-vals/stop'],
  ];
  for (const [who, method, below, body] of tried) {
    const { status, json, text } = await send(who, method, below, body);
    const name = `${method} ${below} ${JSON.stringify(body)}`;
    expect([400, 403, 404, 409], name).toContain(status);
    expect(typeof json['code'], `${name}: ${text}`).toBe('string');
    expect(text).not.toMatch(/Karim|Marloes/);
  }
  expect(await state()).toBe(before);
});

test('M44 a zone that is not one, not theirs or the server’s own opens for nobody and takes nothing, and a card that says it was revealed is refused', async () => {
  const zones = [
    '__proto__',
    'constructor',
    'gedeeld ',
    'GEDEELD',
    'eigen:',
    'eigen:*',
    `eigen:${leader.als}/1/../gedeeld`,
  ];
  for (const zone of [...zones, 'team', `eigen:${leader.als}`, `vertrouwd:${worker.als}`, `tafel:${leader.als}`]) {
    const { origin, cookie } = mother.browser;
    const address = `${origin.replace('http', 'ws')}/sync/${mother.board}/${encodeURIComponent(zone)}/1?als=${mother.als}&v=1`;
    const socket = new WebSocket(address, { headers: { cookie, origin } });
    const frames: unknown[] = [];
    socket.on('message', (data) => frames.push(data));
    socket.on('error', () => undefined);
    const code = await new Promise<number>((resolve) => socket.on('close', resolve));
    expect([zone, code >= 4400 || code === 1006, frames.length]).toEqual([zone, true, 0]);
    const move = { ding: 'sanne', van: 'gedeeld', naar: zone };
    expect([zone, (await send(mother, 'POST', '/moves', move)).status >= 400]).toEqual([zone, true]);
  }
  await send(leader, 'POST', '/meeting/steer', { doe: 'ga-naar', stap: 'doelen' });
  bench.pass(10_000);
  const his = await sit(worker);
  const forged = [
    { id: 'op-zijn-naam', type: 'notitie', by: leader.als, texts: { tekst: 'VALS' } },
    { id: 'van-de-server', type: 'notitie', by: 'server', texts: { tekst: 'VALS' } },
    {
      id: 'als-onthuld',
      type: 'uitspraak',
      by: mother.als,
      values: { ronde: 'ronde-een', namens: 'professional' },
      texts: { tekst: 'VALS' },
    },
  ] as const;
  for (const thing of forged) {
    const hers = await sit(mother);
    carryOut(hers.doc, { kind: 'create', thing }, { tracked: 'test', untracked: 'test' });
    expect([thing.id, await comes(() => hers.closes.includes(closeCode.refused))]).toEqual([thing.id, true]);
    hers.leave();
    expect(his.has(thing.id)).toBe(false);
  }
  const table = await sit(mother, 'tafel');
  table.doc.getMap('tafel').set('bijeenkomst', { regie: mother.als });
  expect(await comes(() => table.closes.length > 0)).toBe(true);
  expect(JSON.stringify((await send(leader, 'GET', '/meeting')).json)).toContain(`"regie":"${leader.als}"`);
});

test('M45 the socket of a meeting that was closed brings nothing in and gets nothing, and does not come back', async () => {
  const hers = await sit(mother);
  const his = await sit(leader);
  await send(leader, 'POST', '/meeting/close');
  expect(await comes(() => hers.closes.includes(closeCode.tableShut))).toBe(true);
  bench.pass(10_000);
  his.card('na-sluiten', 'MERK-NA-SLUITEN');
  const again = sitAt(mother);
  open.push(again);
  again.card('te-laat', 'van haar');
  expect(await comes(() => again.closes.includes(closeCode.tableShut))).toBe(true);
  expect([hers, again].some(({ received }) => Buffer.concat(received).includes('MERK-NA-SLUITEN'))).toBe(false);
  expect(his.has('te-laat')).toBe(false);
  const late = ['/meeting/hand', '/meeting/pause'].map((below) =>
    send(mother, 'PUT', below, { op: true, aan: 'regie' }),
  );
  for (const { status } of await Promise.all(late)) expect(status).toBeGreaterThanOrEqual(400);
  expect((await send(leader, 'POST', '/meeting/steer', { doe: 'volgende', van: 'welkom' })).status).toBe(409);
});

test('M46 a name of 500 characters, of more than one line or with signs that cannot be seen is refused; markup stays what was typed, in every file as well', async () => {
  const room = await send(leader, 'POST', '/waiting-room');
  const geheim = String(room.json['pad']).split('#')[1];
  const markup = '<img src=x onerror="alert(1)">';
  for (const naam of ['x'.repeat(500), 'Kar\nim', 'Ka\u202Erim', '', '   ', 7, null, { naam: 'x' }]) {
    const asked = [
      bench.browser().send('POST', '/api/v1/waiting', { geheim, naam }),
      send(leader, 'POST', '/invitations', { ...invitation(), naam }),
    ];
    for (const { status } of await Promise.all(asked)) expect([naam, status]).toEqual([naam, 400]);
  }
  const guest = await seatAt(bench, leader, { naam: markup });
  const sitter = await sit(guest);
  await comes(() => sitter.provider.synced);
  const people = await send(leader, 'GET', '/participants');
  expect(people.headers.get('content-type')).toContain('application/json');
  expect(people.headers.get('x-content-type-options')).toBe('nosniff');
  expect(JSON.stringify(people.json)).toContain(JSON.stringify(markup).slice(1, -1));
  // The name of a board stands on top of every sheet.
  const named = await makeShutBoard(bench, markup);
  await openTableOf(named);
  await send(named, 'POST', '/meeting/close');
  const sheet = await send(named, 'GET', '/sheets/1.html');
  expect(sheet.text).toContain('&lt;img');
  expect(sheet.text).not.toContain('<img src=x');
  // A sign without a width is allowed in a name: it is marked as one that looks like another's.
  expect(looksLike('Ka\u200Brim', ['Karim'])).toBe('Karim');
});
