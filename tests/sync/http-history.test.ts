import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { BoardThen, HistoryItem, OffTableItem, RestoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import { makeBoard, openBench, putPerson, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

let bench: Bench;
let leader: Seat;
let mother: Seat;
let worker: Seat;
let screen: Seat;
beforeAll(async () => {
  bench = await openBench();
  // From six in the morning (UTC) on, so that the hours that pass below are of one day, whenever this is played.
  const day = 86_400_000;
  bench.pass(day - ((Date.now() - day / 4) % day));
  leader = await makeBoard(bench);
  await putPerson(leader, 'nadia', 'Nadia');
  mother = await seatAt(bench, leader, { rol: 'ouder-met-gezag', persoon: 'nadia' });
  worker = await seatAt(bench, leader, { naam: 'Marloes', rol: 'medewerker-lt' });
  screen = await seatAt(bench, leader, { naam: 'Scherm', rol: 'groot-scherm', opent: ['gedeeld'] });
});
afterAll(() => bench.close());

const origins = { tracked: 'server', untracked: 'server' };
async function write(seat: Seat, intent: Intent, zone = 'gedeeld'): Promise<void> {
  const row = await bench.running.deps.storage.participant(leader.board, seat.als);
  if (row === undefined) throw new Error('nobody');
  const actor = { id: row.id, rol: row.rol, opens: row.opent, persoon: row.persoon };
  await bench.running.deps.rooms.write(leader.board, zone, actor, (doc) => {
    carryOut(doc, intent, origins);
  });
}
const note = (id: string, seat: Seat, tekst: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'notitie', by: seat.als, texts: { tekst } },
});
const type = (id: string, remove: string, insert: string): Intent => ({
  kind: 'editText',
  id,
  field: 'tekst',
  at: 0,
  remove,
  insert,
});
const sentence = (id: string, tekst: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'patroonzin', by: leader.als, texts: { tekst } },
});

const ask = (seat: Seat, below: string, query: Readonly<Record<string, string>> = {}) =>
  seat.browser.get(`/boards/${seat.board}/history${below}?${new URLSearchParams(query).toString()}`);
const items = async (seat: Seat, query: Readonly<Record<string, string>> = {}) =>
  (await ask(seat, '', query)).json['items'] as HistoryItem[];
const newest = async (seat: Seat): Promise<string> => String((await ask(seat, '')).json['nu']);
const boardThen = async (seat: Seat, query: Readonly<Record<string, string>>) =>
  (await ask(seat, '/board', query)).json as unknown as BoardThen;
const putBack = async (seat: Seat, body: Readonly<Record<string, string>>) => {
  const { status, json } = await seat.browser.send('POST', `/boards/${seat.board}/history/restore`, {
    zone: 'gedeeld',
    ...body,
  });
  return { status, code: json['code'], ...(json as unknown as RestoreAnswer) };
};
const read = async (zone = 'gedeeld') => (await bench.running.deps.rooms.read(leader.board, zone)).things;
const textOf = async (id: string) => ((await read()).get(id) as { tekst?: string } | undefined)?.tekst;
const said = (all: readonly { wat: string; ding: string; reden?: string | undefined }[]) =>
  all.map(({ wat, ding, reden }) => [wat, ding, reden].filter((part) => part !== undefined).join(' ')).toSorted();

test('J50 who reads a zone reads who changed what in it and when, newest first and page by page; a screen and a stranger do not', async () => {
  await write(mother, note('brief', mother, 'Ik ben moe'));
  for (let at = 0; at < 130; at++)
    await write(worker, { kind: 'place', view: 'tijdlijn', id: at % 2 === 0 ? 'brief' : 'nadia', at: { x: at, y: 0 } });
  bench.pass(10 * 60_000);
  await write(mother, { kind: 'set', id: 'brief', field: 'over', value: ['nadia'] });
  const [first, ...rest] = await items(worker, { ding: 'brief' });
  expect(first).toMatchObject({ wat: 'veld', veld: 'over', door: 'Nadia', titel: 'Ik ben moe', soort: 'notitie' });
  expect(rest.map(({ wat, door }) => [wat, door])).toEqual([
    ['plek', 'Marloes'],
    ['gemaakt', 'Nadia'],
  ]);
  for (let at = 0; at < 90; at++) {
    await write(worker, { kind: 'place', view: 'genogram', id: 'nadia', at: { x: at, y: 0 } });
    bench.pass(150_000);
  }
  const one = await ask(worker, '');
  const two = await ask(worker, '', { voor: String(one.json['verder']) });
  const all = [...(one.json['items'] as HistoryItem[]), ...(two.json['items'] as HistoryItem[])];
  expect(all.length).toBeGreaterThan(93);
  expect(all.map(({ op }) => op)).toEqual(
    all
      .map(({ op }) => op)
      .toSorted()
      .toReversed(),
  );
  expect(new Set(all.map((item) => JSON.stringify(item))).size).toBe(all.length);
  expect((await ask(screen, '')).json['code']).toBe('mag-niet');
  expect((await ask(worker, '', { zone: `eigen:${mother.als}` })).json['code']).toBe('mag-niet');
  for (const zone of ['tafel', 'team', 'onzin', `tafel:${worker.als}`])
    expect((await ask(worker, '', { zone })).status).toBe(400);
});

test('J51 words that stood there before and what was taken off are read back by whose they are and the casusregisseur only', async () => {
  await write(mother, note('kaart', mother, 'EERSTE-WOORDEN'));
  await write(mother, type('kaart', 'EERSTE-WOORDEN', 'nu anders'));
  await write(mother, note('verborgen', mother, 'AFGEHAALD'));
  await write(mother, { kind: 'remove', id: 'verborgen' });
  for (const seat of [leader, mother]) {
    const text = (await ask(seat, '')).text;
    expect([text.includes('EERSTE-WOORDEN'), text.includes('AFGEHAALD')]).toEqual([true, true]);
  }
  for (const below of ['', '/off']) {
    const { text } = await ask(worker, below);
    expect([text.includes('EERSTE-WOORDEN'), text.includes('AFGEHAALD')]).toEqual([false, false]);
  }
  const [change] = await items(worker, { ding: 'kaart' });
  expect(change).toMatchObject({ wat: 'veld', veld: 'tekst', door: 'Nadia', verborgen: true });
  expect(await items(worker, { ding: 'verborgen' })).toEqual([]);
  expect((await items(mother, { ding: 'verborgen' })).map(({ wat }) => wat)).toEqual(['weg', 'gemaakt']);
});

test('J52 the casusregisseur sees the table as it was and what would come back; an own box shows itself to its owner only', async () => {
  await write(leader, sentence('zin', 'Wij schreeuwen.'));
  const moment = await newest(leader);
  await write(worker, type('zin', 'schreeuwen', 'fluisteren'));
  await write(mother, note('later', mother, 'later gezegd'));
  const then = await boardThen(leader, { moment });
  const texts = then.things.map((thing) => thing['tekst']);
  expect([texts.includes('Wij schreeuwen.'), texts.includes('later gezegd'), texts.includes('AFGEHAALD')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([said(then.terug), said(then.blijft)]).toEqual([['veld zin'], ['van-tafel later woorden']]);
  for (const below of ['/board', '/moments']) {
    for (const seat of [mother, worker, screen]) expect((await ask(seat, below, {})).json['code']).toBe('mag-niet');
    const zone = `eigen:${mother.als}`;
    expect((await ask(leader, below, { zone })).json['code']).toBe('mag-niet');
    expect((await ask(mother, below, { zone })).status).toBe(200);
  }
  await leader.browser.send('POST', `/boards/${leader.board}/versions`, { titel: 'Begin' });
  bench.pass(86_400_000);
  await write(worker, type('zin', 'fluisteren', 'praten'));
  const { momenten } = (await ask(leader, '/moments')).json as {
    momenten: { wat: string; titel?: string; moment: string }[];
  };
  expect(momenten.map(({ wat }) => wat)).toEqual(['nu', 'dag', 'versie']);
  const morning = await boardThen(leader, { moment: momenten[1]?.moment ?? '' });
  expect(morning.things.find((thing) => thing['id'] === 'zin')).toMatchObject({ tekst: 'Wij fluisteren.' });
});

test('J53 a restore is one new edit on the name of who asks, written down without content, and can be undone', async () => {
  const { storage } = bench.running.deps;
  await write(leader, sentence('twee', 'Eerst zo.'));
  const moment = await newest(leader);
  await write(worker, type('twee', 'Eerst', 'Toen'));
  await write(worker, { kind: 'set', id: 'nadia', field: 'geboren', value: '1985' });
  await write(leader, { kind: 'remove', id: 'brief' });
  const gezien = await newest(leader);
  for (const seat of [mother, worker, screen])
    expect(await putBack(seat, { moment, gezien })).toMatchObject({ status: 403, code: 'mag-niet' });
  const before = (await storage.audit(leader.board)).length;
  const done = await putBack(leader, { moment, gezien });
  expect([said(done.terug), done.blijft]).toEqual([['terug brief', 'veld nadia', 'veld twee'], []]);
  expect([await textOf('twee'), (await read()).get('brief')?.weg]).toEqual(['Eerst zo.', false]);
  const [item] = await items(leader);
  expect(item).toMatchObject({ wat: 'teruggezet', door: 'Karim', aantal: 3 });
  const lines = (await storage.audit(leader.board)).slice(before);
  expect(lines.map(({ action, participant }) => [action, participant])).toEqual([['teruggezet', leader.als]]);
  expect(lines[0]?.object).toMatch(/^gedeeld \d+\.\d+ naar \d+\.\d+$/);
  await write(worker, { kind: 'editText', id: 'twee', field: 'tekst', at: 9, remove: '', insert: ' En daarna.' });
  const undone = await putBack(leader, { ...done.ongedaan });
  expect(said(undone.terug)).toEqual(['van-tafel brief', 'veld nadia', 'veld twee']);
  expect([await textOf('twee'), (await read()).get('brief')?.weg]).toEqual(['Toen zo. En daarna.', true]);
  const again = await putBack(leader, { ...undone.ongedaan });
  expect([again.status, await textOf('twee')]).toEqual([200, 'Eerst zo. En daarna.']);
  const nothing = await putBack(leader, { moment: await newest(leader), gezien: await newest(leader) });
  expect([nothing.terug, nothing.ongedaan, (await storage.audit(leader.board)).length - before]).toEqual([
    [],
    undefined,
    3,
  ]);
});

test('J53 one thing or field is put back by whoever may change it: words by whose they are, a fact by professionals', async () => {
  await write(mother, note('woorden', mother, 'zo zei ik het'));
  const moment = await newest(mother);
  await write(mother, type('woorden', 'zo zei', 'anders zei'));
  await write(worker, { kind: 'set', id: 'nadia', field: 'geboren', value: '1990' });
  const gezien = await newest(mother);
  const fact = { ding: 'nadia', veld: 'geboren', moment, gezien };
  const words = { ding: 'woorden', veld: 'tekst', moment, gezien };
  expect(said((await putBack(mother, fact)).blijft)).toEqual(['veld nadia mag-niet']);
  for (const seat of [leader, worker])
    expect(said((await putBack(seat, words)).blijft)).toEqual(['veld woorden woorden']);
  expect((await putBack(screen, words)).status).toBe(403);
  expect(await textOf('woorden')).toBe('anders zei ik het');
  expect(said((await putBack(mother, words)).terug)).toEqual(['veld woorden']);
  expect(said((await putBack(worker, fact)).terug)).toEqual(['veld nadia']);
  expect(await textOf('woorden')).toBe('zo zei ik het');
  expect((await putBack(worker, { ...words, ding: 'verborgen' })).status).toBe(404);
});

test('J54 cards that were taken off are listed with who did it, and put back where that is allowed', async () => {
  const off = async (seat: Seat) => (await ask(seat, '/off')).json['dingen'] as OffTableItem[];
  await write(mother, note('van-haar', mother, 'door mijzelf weg'));
  await write(mother, { kind: 'remove', id: 'van-haar' });
  await write(mother, note('door-hem', mother, 'door Karim weg'));
  await write(leader, { kind: 'remove', id: 'door-hem' });
  const listed = (await off(leader)).filter(({ ding }) => ['van-haar', 'door-hem'].includes(ding));
  expect(listed.map(({ ding, van, door, magTerug }) => [ding, van, door, magTerug])).toEqual([
    ['door-hem', 'Nadia', 'Karim', true],
    ['van-haar', 'Nadia', 'Nadia', false],
  ]);
  expect((await off(mother)).map(({ ding }) => ding)).toEqual(expect.arrayContaining(['van-haar', 'door-hem']));
  expect((await off(worker)).every(({ van }) => van === 'Marloes')).toBe(true);
  const gezien = await newest(leader);
  for (const { ding, ervoor, magTerug } of listed) {
    const { terug, blijft } = await putBack(leader, { ding, veld: 'weg', moment: ervoor, gezien });
    expect([said(terug), said(blijft)]).toEqual(
      magTerug ? [[`terug ${ding}`], []] : [[], [`terug ${ding} zelf-terug`]],
    );
  }
  expect([(await read()).get('door-hem')?.weg, (await read()).get('van-haar')?.weg]).toEqual([false, true]);
});

test('J55 of what was erased for good nothing comes back: in no list, no earlier board and by no restore', async () => {
  await write(mother, note('voorgoed', mother, 'MERKTEKEN'));
  const moment = await newest(leader);
  await write(mother, { kind: 'remove', id: 'voorgoed' });
  expect((await ask(leader, '')).text).toContain('MERKTEKEN');
  const erased = await leader.browser.send('POST', `/boards/${leader.board}/erase`, {
    zone: 'gedeeld',
    ding: 'voorgoed',
  });
  expect(erased.status).toBe(204);
  for (const seat of [leader, mother]) {
    for (const below of ['', '/off']) expect((await ask(seat, below)).text).not.toContain('MERKTEKEN');
  }
  expect((await ask(leader, '/board', { moment })).text).not.toContain('MERKTEKEN');
  const gezien = await newest(leader);
  expect((await putBack(leader, { ding: 'voorgoed', moment, gezien })).status).toBe(404);
  await putBack(leader, { moment, gezien });
  expect((await read()).has('voorgoed')).toBe(false);
});
