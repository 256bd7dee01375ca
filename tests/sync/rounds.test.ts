import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { makeShutBoard, openBench, openTableOf, putPerson, seatAt } from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';
import { comes, seatedAt, zonesOf } from './meeting-sockets.ts';
import type { Sitter } from './meeting-sockets.ts';

let bench: Bench;
let leader: Seat;
let mother: Seat;
let youth: Seat;
const open: { leave: () => void }[] = [];

beforeEach(async () => {
  bench = await openBench();
  leader = await makeShutBoard(bench);
  await putPerson(leader, 'nadia', 'Nadia');
  mother = await seatAt(bench, leader, { persoon: 'nadia' });
  youth = await seatAt(bench, leader, { naam: 'Sanne', rol: 'jeugdige' });
  await openTableOf(leader);
});
afterEach(async () => {
  for (const one of open.splice(0)) one.leave();
  await bench.close();
});

const path = (seat: Seat, below: string): string => `/boards/${seat.board}${below}?als=${seat.als}`;
const post = (seat: Seat, below: string, body?: object): Promise<Reply> =>
  seat.browser.send('POST', path(seat, below), body);
const begin = (id: string, wijze = 'naamloos', seat = leader): Promise<Reply> =>
  post(seat, '/rounds', { id, stap: 'open-tafel', vraag: 'Wat maakt jou blij?', wijze });
const reveal = (id: string, seat = leader): Promise<Reply> => post(seat, `/rounds/${id}/reveal`);

const sit = async (seat: Seat, zone?: string): Promise<Sitter> => {
  const one = await seatedAt(seat, zone);
  open.push(one);
  return one;
};

/** Writes a card of a round in one's own box, and waits until the server has it. */
async function write(seat: Seat, id: string, tekst: string, ronde: string): Promise<void> {
  const box = await seatedAt(seat, `eigen:${seat.als}`);
  const saved = box.received.length;
  const thing = { id, type: 'uitspraak', by: seat.als, values: { ronde }, texts: { tekst } } as const;
  carryOut(box.doc, { kind: 'create', thing }, { tracked: 'test', untracked: 'test' });
  await comes(() => box.received.length > saved);
  box.leave();
  const again = await seatedAt(seat, `eigen:${seat.als}`);
  expect(await comes(() => again.has(id))).toBe(true);
  again.leave();
}

const cards = (sitter: Sitter): Thing[] =>
  [...readBoard(sitter.doc).things.values()].filter(({ type }) => type === 'uitspraak' || type === 'notitie');
const textOf = (thing: Thing): string => ('tekst' in thing && typeof thing.tekst === 'string' ? thing.tekst : '');

/** Everything that comes in over a socket on this document, the bytes as they are. */
async function listen(seat: Seat, zone: string): Promise<Buffer[]> {
  const epoch = (await zonesOf(seat)).find((one) => one.zone === zone)?.epoch ?? 1;
  const address = `${seat.browser.origin.replace('http', 'ws')}/sync/${seat.board}/${zone}/${epoch}?als=${seat.als}&v=1`;
  const frames: Buffer[] = [];
  const headers = { cookie: seat.browser.cookie, origin: seat.browser.origin };
  const socket = new WebSocket(address, { headers });
  socket.on('message', (data: Buffer) => frames.push(Buffer.from(data)));
  await new Promise((resolve) => socket.on('open', resolve));
  open.push({ leave: () => socket.terminate() });
  return frames;
}
const quiet = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('T50 while everyone writes alone nobody else gets a byte, whatever is written, changed and taken back; and no words come on the table', async () => {
  const screen = await seatAt(bench, leader, { naam: 'Scherm', rol: 'groot-scherm', opent: ['gedeeld'] });
  const seats = [leader, youth, screen];
  await begin('ronde-een');
  const streams: Buffer[][] = [];
  for (const seat of seats) for (const { zone } of await zonesOf(seat)) streams.push(await listen(seat, zone));
  await quiet(600);
  const before = streams.map((frames) => Buffer.concat(frames).length);
  expect(before.length).toBeGreaterThanOrEqual(7);
  // All that her browser does in her own box: it is open already, so that nothing else happens.
  const box = await sit(mother, `eigen:${mother.als}`);
  const origins = { tracked: 'test', untracked: 'test' };
  const thing = { id: 'een-kaart', type: 'uitspraak', by: mother.als, values: { ronde: 'ronde-een' } } as const;
  carryOut(box.doc, { kind: 'create', thing: { ...thing, texts: { tekst: 'MERK-VAN-NADIA' } } }, origins);
  carryOut(
    box.doc,
    { kind: 'editText', id: 'een-kaart', field: 'tekst', at: 4, remove: '', insert: 'GEHEIM' },
    origins,
  );
  box.provider.awareness.setLocalState({ typt: 'een-kaart' });
  carryOut(box.doc, { kind: 'remove', id: 'een-kaart' }, origins);
  carryOut(box.doc, { kind: 'restore', id: 'een-kaart' }, origins);
  await quiet(600);
  expect(streams.map((frames) => Buffer.concat(frames).length)).toEqual(before);
  const answers = await Promise.all(
    seats.flatMap((seat) =>
      ['', '/meeting', '/participants', '/history', '/since', '/history/off'].map((below) =>
        seat.browser.get(path(seat, below)),
      ),
    ),
  );
  for (const { text } of answers) expect(text).not.toMatch(/MERK|een-kaart/);
  // The same ears hear what is for everybody.
  await mother.browser.send('PUT', path(mother, '/meeting/hand'), { op: true });
  const heard = (): number => streams.filter((frames, at) => Buffer.concat(frames).length > (before[at] ?? 0)).length;
  expect(await comes(() => heard() >= seats.length)).toBe(true);
  bench.pass(3000);
  const hers = await sit(mother);
  hers.card('op-tafel', 'ik eerst');
  expect(await comes(() => hers.closes.includes(closeCode.refused))).toBe(true);
});

test('T51 a reveal lays every card on the table once, as promised, and joins no unnamed card to a person', async () => {
  const table = await sit(leader);
  await begin('ronde-een');
  await write(mother, 'van-haar', 'Dat we lachen', 'ronde-een');
  await write(mother, 'van-haar-twee', 'Rust', 'ronde-een');
  await write(youth, 'van-sanne', 'Mijn vrienden', 'ronde-een');
  await write(youth, 'oude-ronde', 'Van een andere keer', 'ronde-nul');
  expect((await reveal('ronde-een')).json).toMatchObject({ ronde: { id: 'ronde-een', stand: 'onthuld' } });
  expect(await comes(() => cards(table).length === 3)).toBe(true);
  const laid = cards(table);
  expect(laid.map(textOf).toSorted()).toEqual(['Dat we lachen', 'Mijn vrienden', 'Rust']);
  for (const card of laid) {
    expect([card.by, card.vanWie, card.namens, card.ronde]).toEqual([undefined, undefined, undefined, 'ronde-een']);
    expect(['van-haar', 'van-haar-twee', 'van-sanne']).not.toContain(card.id);
  }
  // What was written in the boxes is gone from them, from their history, and from every file.
  const { storage } = bench.running.deps;
  for (const seat of [leader, mother, youth]) {
    const zone = `eigen:${seat.als}`;
    expect((await storage.history(seat.board, zone)).filter(({ thing }) => /van-/.test(thing))).toEqual([]);
    // Every box is of a new epoch, and forgot as many ids as any other.
    const { epoch, erased } = await storage.loadDocument(seat.board, zone);
    expect([epoch, erased?.length]).toEqual([2, 2]);
  }
  const box = await sit(youth, `eigen:${youth.als}`);
  expect([...readBoard(box.doc).things.keys()]).toEqual(['oude-ronde']);
  // It can be frozen and read like any other card, and says nobody's name there either.
  const version = await post(leader, '/versions', { titel: 'Samen' });
  expect(version.status).toBe(201);
  const file = await leader.browser.get(path(leader, `/analyses/${(version.json as { id: string }).id}.json`));
  const said: unknown[] = [];
  JSON.parse(file.text, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'tekst' in value && value.tekst === 'Rust') said.push(value);
    return value;
  });
  expect(said.length).toBeGreaterThan(0);
  expect(JSON.stringify(said)).not.toMatch(new RegExp(`${mother.als}|nadia|zelf-geschreven`, 'i'));
  const history = await storage.history(leader.board, 'gedeeld');
  const rows = history.filter(({ thing }) => laid.some(({ id }) => id === thing));
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['server']));
  expect(new Set(rows.map(({ at }) => at)).size).toBe(1);
  const noted = (await storage.audit(leader.board)).filter(({ action }) => action.startsWith('ronde'));
  expect(noted.map(({ action, participant, object }) => [action, participant, object])).toEqual([
    ['ronde-begonnen', leader.als, 'ronde-een'],
    ['ronde-onthuld', leader.als, 'ronde-een'],
  ]);
});

test('T52 a revealed card carries the name or the role that was promised; a promise is never changed', async () => {
  const table = await sit(leader);
  await begin('met-naam', 'naam');
  expect((await begin('met-naam', 'naamloos')).json).toMatchObject({ ronde: { wijze: 'naam' } });
  expect((await begin('een-tweede')).json).toMatchObject({ code: 'ronde-loopt' });
  await write(mother, 'kaart-een', 'Met mijn naam', 'met-naam');
  await reveal('met-naam');
  expect(await comes(() => cards(table).length === 1)).toBe(true);
  expect(cards(table)[0]).toMatchObject({ by: mother.als, vanWie: 'nadia', tekst: 'Met mijn naam' });
  await begin('met-rol', 'rol');
  await write(mother, 'kaart-twee', 'Als ouder', 'met-rol');
  await write(leader, 'kaart-drie', 'Als professional', 'met-rol');
  await reveal('met-rol');
  expect(await comes(() => cards(table).length === 3)).toBe(true);
  const [parent, professional] = ['Als ouder', 'Als professional'].map((text) =>
    cards(table).find((card) => textOf(card) === text),
  );
  expect([parent?.namens, parent?.by, parent?.vanWie]).toEqual(['ouder', undefined, undefined]);
  expect([professional?.namens, professional?.by]).toEqual(['professional', undefined]);
});

test('T53 nobody changes an unnamed card afterwards; only the casusregisseur takes it off', async () => {
  await begin('ronde-een');
  await write(mother, 'van-haar', 'Dat we lachen', 'ronde-een');
  await reveal('ronde-een');
  const origins = { tracked: 'test', untracked: 'test' };
  const colleague = await seatAt(bench, leader, { naam: 'Joris', rol: 'medewerker-gi' });
  for (const seat of [mother, leader, colleague]) {
    const one = await sit(seat);
    const id = cards(one)[0]?.id ?? '';
    carryOut(one.doc, { kind: 'editText', id, field: 'tekst', at: 0, remove: '', insert: 'Anders: ' }, origins);
    expect(await comes(() => one.closes.includes(closeCode.refused))).toBe(true);
    one.leave();
  }
  for (const seat of [mother, colleague]) {
    const one = await sit(seat);
    carryOut(one.doc, { kind: 'remove', id: cards(one)[0]?.id ?? '' }, origins);
    expect(await comes(() => one.closes.includes(closeCode.refused))).toBe(true);
    one.leave();
  }
  const [his, hers] = [await sit(leader), await sit(mother)];
  carryOut(his.doc, { kind: 'remove', id: cards(his)[0]?.id ?? '' }, origins);
  expect(await comes(() => cards(hers)[0]?.weg === true)).toBe(true);
  expect(textOf(cards(hers)[0] as Thing)).toBe('Dat we lachen');
});

test('T54 only who leads begins, reveals and stops; a forged or stopped round reveals nothing, and asking twice is one reveal', async () => {
  const colleague = await seatAt(bench, leader, { naam: 'Joris', rol: 'medewerker-gi' });
  expect((await begin('ronde-een', 'naam', colleague)).json).toMatchObject({ code: 'niet-jouw-regie' });
  expect((await begin('ronde-een', 'naam', mother)).status).toBe(403);
  await begin('ronde-een');
  await write(mother, 'van-haar', 'Dat we lachen', 'ronde-een');
  expect((await reveal('ronde-een', colleague)).json).toMatchObject({ code: 'niet-jouw-regie' });
  expect((await reveal('ronde-een', mother)).status).toBe(403);
  expect((await reveal('ronde-nul')).json).toMatchObject({ code: 'ronde-voorbij' });
  const table = await sit(leader);
  expect((await post(leader, '/rounds/ronde-een/stop')).json).toMatchObject({ ronde: { stand: 'gestopt' } });
  expect((await reveal('ronde-een')).json).toMatchObject({ code: 'ronde-voorbij' });
  await begin('ronde-twee');
  await write(youth, 'van-sanne', 'Mijn vrienden', 'ronde-twee');
  await Promise.all([reveal('ronde-twee'), reveal('ronde-twee')]);
  await reveal('ronde-twee');
  expect(await comes(() => cards(table).length > 0)).toBe(true);
  expect(cards(table).map(textOf)).toEqual(['Mijn vrienden']);
  const box = await sit(mother, `eigen:${mother.als}`);
  expect(textOf(readBoard(box.doc).things.get('van-haar') as Thing)).toBe('Dat we lachen');
});

test('T55 marks of a round come on the table by a reveal only, and what may not come to the table never does', async () => {
  const one = await sit(leader);
  const thing = { id: 'vals', type: 'notitie', by: leader.als, values: { ronde: 'ronde-een' } } as const;
  carryOut(one.doc, { kind: 'create', thing: { ...thing, texts: { tekst: 'x' } } }, { tracked: 't', untracked: 't' });
  expect(await comes(() => one.closes.includes(closeCode.refused))).toBe(true);
  await begin('ronde-een');
  const box = await sit(mother, `eigen:${mother.als}`);
  const kept = {
    id: 'niet-op-tafel',
    type: 'notitie',
    by: mother.als,
    values: { ronde: 'ronde-een', voorbereid: 'niet-op-tafel' },
    texts: { tekst: 'GEHEIM' },
  } as const;
  carryOut(box.doc, { kind: 'create', thing: kept }, { tracked: 't', untracked: 't' });
  await quiet(200);
  await reveal('ronde-een');
  const table = await sit(leader);
  expect([...readBoard(table.doc).things.values()].map(({ type }) => type)).toEqual(['persoon']);
  const again = await sit(mother, `eigen:${mother.als}`);
  expect(again.has('niet-op-tafel')).toBe(true);
  // She may still show it to somebody she trusts; from there neither does it go to the table.
  const move = (ding: string, van: string, naar: string): Promise<Reply> => post(mother, '/moves', { ding, van, naar });
  const [hers, trusted] = [`eigen:${mother.als}`, `vertrouwd:${mother.als}`];
  expect((await move('niet-op-tafel', hers, 'gedeeld')).json).toMatchObject({ code: 'hoort-daar-niet' });
  const moved = await move('niet-op-tafel', hers, trusted);
  expect(moved.status).toBe(201);
  const ding = (moved.json as { ding: string }).ding;
  expect((await move(ding, trusted, 'gedeeld')).json).toMatchObject({ code: 'hoort-daar-niet' });
});

test('T56 what is new since I could last read the table: my own last meeting, never what may not be read, of what is gone only mine', async () => {
  const since = (seat: Seat, more = ''): Promise<Reply> => seat.browser.get(`${path(seat, '/since')}${more}`);
  const his = await sit(leader);
  const hers = await sit(mother);
  hers.card('van-haar', 'Van mij');
  his.card('oud', 'stond er al');
  expect(await comes(() => hers.has('oud') && his.has('van-haar'))).toBe(true);
  // She was there, Sanne was not.
  await quiet(400);
  await post(leader, '/meeting/close');
  expect((await since(mother)).json).toMatchObject({ code: 'tafel-dicht' });
  bench.pass(60_000);
  const later = await sit(leader);
  const origins = { tracked: 'test', untracked: 'test' };
  later.card('nieuw', 'kwam erbij');
  carryOut(later.doc, { kind: 'editText', id: 'oud', field: 'tekst', at: 0, remove: '', insert: 'Anders ' }, origins);
  carryOut(later.doc, { kind: 'remove', id: 'van-haar' }, origins);
  await quiet(300);
  bench.pass(60_000);
  await openTableOf(leader);
  expect((await since(mother)).json).toMatchObject({ nieuw: ['nieuw'], anders: ['oud'], weg: ['van-haar'] });
  const first = (await since(youth)).json as { nieuw: string[]; weg: string[]; sinds?: number };
  expect([first.nieuw.toSorted(), first.weg, first.sinds]).toEqual([['nadia', 'nieuw', 'oud'], [], undefined]);
  const now = Date.now() + 120_000;
  expect((await since(mother, `&sinds=${now}`)).json).toMatchObject({ nieuw: [], anders: [], weg: [] });
  expect((await since(mother, '&sinds=1')).json).toMatchObject({ nieuw: ['nieuw'] });
  expect((await since(mother, '&sinds=straks')).status).toBe(400);
});
