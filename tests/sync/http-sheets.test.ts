import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { sheetAnswer } from '@samenbord/shared/wire/http-after.ts';
import type { SheetAnswer } from '@samenbord/shared/wire/http-after.ts';
import { sheetsOf as makeSheets } from '@samenbord/server/analyses/sheets.ts';
import type { SheetRow } from '@samenbord/server/storage/after.ts';
import { openKeyDisk } from '@samenbord/server/storage/keys/disk.ts';
import { openKeys } from '@samenbord/server/storage/keys/open-keys.ts';
import { open } from '@samenbord/server/storage/seal.ts';
import { sheetPlace } from '@samenbord/server/storage/operations/after.ts';
import { makeShutBoard, openBench, openTableOf, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { eventually } from './http-sockets.ts';
import { comes, seatedAt } from './meeting-sockets.ts';

let bench: Bench;
let leader: Seat;
let mother: Seat;
let father: Seat;

beforeEach(async () => {
  bench = await openBench();
  leader = await makeShutBoard(bench);
  mother = await seatAt(bench, leader);
  father = await seatAt(bench, leader, { naam: 'Ruben', rol: 'ouder-zonder-gezag' });
});
afterEach(() => bench.close());

const origins = { tracked: 'server', untracked: 'server' };
const write = (intent: Intent): Promise<unknown> =>
  bench.running.deps.rooms.write(
    leader.board,
    'gedeeld',
    { id: leader.als, rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
    (doc) => {
      carryOut(doc, intent, origins);
    },
  );
const put = (id: string, type: string, texts: Record<string, string>, values: Record<string, unknown> = {}) =>
  write({ kind: 'create', thing: { id, type, by: leader.als, texts, values } } as Intent);
const meeting = async (seat: Seat, method: string, path: string, body?: unknown): Promise<void> => {
  const reply = await seat.browser.send(method, `/boards/${seat.board}/meeting${path}?als=${seat.als}`, body);
  expect(reply.status).toBe(200);
};
const sheetsOf = async (seat: Seat): Promise<number[]> => {
  const { json } = await seat.browser.get(`/boards/${seat.board}/sheets?als=${seat.als}`);
  return ((json['bladen'] ?? []) as { nummer: number }[]).map(({ nummer }) => nummer);
};
const file = (seat: Seat, name: string) => seat.browser.get(`/boards/${seat.board}/sheets/${name}?als=${seat.als}`);
const sheet = async (seat: Seat, nummer = 1): Promise<SheetAnswer> =>
  sheetAnswer.parse((await file(seat, `${nummer}.json`)).json);
const lines = ({ delen }: SheetAnswer, id: string): string[] =>
  delen.find((part) => part.id === id)?.punten.map(({ tekst }) => tekst) ?? [];

/** The mother sits at the table while the meeting goes on; the father does not come. */
async function meet(during: () => Promise<void>, choice: { soort: string; familie?: boolean } = { soort: 'vrij' }) {
  await openTableOf(leader, choice);
  const sitting = [leader, ...(choice.familie === false ? [] : [mother])];
  const sockets = [];
  for (const seat of sitting) sockets.push(await seatedAt(seat));
  await comes(() => {
    const waren = bench.running.deps.meetings.current(leader.board)?.meeting.waren ?? [];
    return sitting.every(({ als }) => waren.includes(als));
  });
  await during();
  await meeting(leader, 'POST', '/close');
  for (const one of sockets) one.leave();
}

test('T90 the sheet holds what lay on the table when the meeting closed, tells what is of today from what was there, and does not change any more', async () => {
  await put('eerder', 'afspraak', { wat: 'Oma kookt donderdag', wie: 'Oma' });
  await put('weg-ermee', 'afspraak', { wat: 'ALWEG', wie: '' });
  bench.pass(60_000);
  await meet(async () => {
    await put('nieuw', 'afspraak', { wat: 'Sanne belt haar mentor', wie: 'Sanne' }, { wanneer: '2026-12-01' });
    await put('veilig', 'veiligheidsafspraak', { tekst: 'Bij ruzie naar oma', wie: 'Nadia', watAls: 'bel 112' });
    await put('vraag', 'open-vraag', { tekst: 'Welke school?', wie: 'Karim' });
    await put('klaar', 'open-vraag', { tekst: 'BEANTWOORD', antwoord: 'ja' });
    await put('samen', 'bijeenkomst', { titel: 'Beraad' }, { datum: '2026-01-01', volgende: '2099-02-03' });
    await write({ kind: 'remove', id: 'weg-ermee' });
  });
  const first = await sheet(leader);
  expect(lines(first, 'aanwezig')).toEqual(['Karim (Lokaal team) en Nadia']);
  expect(lines(first, 'afspraken')).toEqual(['Sanne belt haar mentor']);
  expect(lines(first, 'veiligheid')).toEqual(['Bij ruzie naar oma']);
  expect(lines(first, 'vragen')).toEqual(['Welke school?']);
  expect(lines(first, 'volgende')).toEqual(['3 februari 2099']);
  expect(lines(first, 'eerder')).toEqual(['Oma kookt donderdag']);
  expect(JSON.stringify(first)).not.toMatch(/ALWEG|BEANTWOORD|Ruben/);
  expect(first.tekst).toContain('- Sanne belt haar mentor\n  Wie: Sanne\n  Wanneer: 1 december 2026\n');

  await put('later', 'afspraak', { wat: 'NA AFLOOP', wie: '' });
  await write({ kind: 'remove', id: 'nieuw' });
  expect(await sheet(leader)).toEqual(first);
});

test('T90 the sheet is made without anybody asking, is the same when it is made later out of the history, and leaves out what a professional put there after the close', async () => {
  await meet(() => put('nieuw', 'afspraak', { wat: 'Sanne belt', wie: '' }).then(() => undefined));
  await put('later', 'afspraak', { wat: 'NA AFLOOP', wie: '' });
  const { storage } = bench.running.deps;
  await eventually(
    () => storage.sheets(leader.board),
    (rows) => rows.length === 1,
  );
  const [kept] = await storage.sheets(leader.board);
  expect(kept?.content).toContain('Sanne belt');
  expect(kept?.content).not.toContain('NA AFLOOP');
  // Made again now, by a server that has none of it, it is the same to the letter.
  const made: string[] = [];
  const addSheet = async ({ content }: SheetRow): Promise<void> => void made.push(content);
  await makeSheets({ ...storage, sheets: async () => [], addSheet }, leader.board, bench.running.deps.clock());
  expect(made).toEqual([kept?.content]);
  await storage.addSheet({ board: leader.board, nummer: 1, keer: 1, content: '{"anders":1}' });
  expect(await storage.sheets(leader.board)).toEqual([kept]);
});

test('T91 family read the sheet of a meeting they sat at and no other; nobody reads one of a meeting that closed while the table was shut for them; who only watches has none', async () => {
  const atHome = await seatAt(bench, leader, { naam: 'Oma', rol: 'netwerk', thuis: true });
  const watcher = await seatAt(bench, leader, { naam: 'Wim', rol: 'waarnemer', opent: ['gedeeld'] });
  const noTable = await seatAt(bench, leader, { naam: 'Tante', rol: 'netwerk', opent: ['eigen'] });
  await meet(() => put('een', 'afspraak', { wat: 'voor iedereen', wie: '' }).then(() => undefined));
  await meet(() => put('twee', 'afspraak', { wat: 'ONDER ELKAAR', wie: '' }).then(() => undefined), {
    soort: 'casuistiekbespreking',
    familie: false,
  });
  expect(await sheetsOf(leader)).toEqual([2, 1]);
  expect(await sheetsOf(mother)).toEqual([1]);
  expect(await sheetsOf(atHome)).toEqual([1]);
  expect(await sheetsOf(father)).toEqual([]);
  for (const seat of [watcher, noTable]) expect((await file(seat, '1.json')).status).toBe(403);
  for (const [seat, name] of [
    [mother, '2.json'],
    [mother, '2.pdf'],
    [father, '1.txt'],
    [mother, '3.json'],
    [mother, '1.exe'],
    [mother, '1'],
  ] as const)
    expect([name, (await file(seat, name)).status]).toEqual([name, 404]);
});

test('T92 what is erased for good goes out of every sheet: nothing on disk opens to it any more, and the sheet says that something was erased', async () => {
  await put('persoon-1', 'persoon', { naam: 'UNIEKENAAM' });
  await meet(async () => {
    await put('te-wissen', 'afspraak', { wat: 'MERKTEKEN', wie: '' });
    await put('blijft', 'veiligheidsafspraak', { tekst: 'Blijft' }, { over: ['persoon-1'] });
  });
  expect((await sheet(leader)).tekst).toMatch(/MERKTEKEN[^]*UNIEKENAAM/);
  const before = rowOf();
  for (const id of ['te-wissen', 'persoon-1']) {
    await write({ kind: 'remove', id });
    const body = { zone: 'gedeeld', ding: id };
    expect((await leader.browser.send('POST', `/boards/${leader.board}/erase?als=${leader.als}`, body)).status).toBe(
      204,
    );
  }
  const after = await sheet(mother);
  expect(after.tekst).not.toMatch(/MERKTEKEN|UNIEKENAAM/);
  expect(after.tekst).toContain('Blijft');
  expect(after.regels.join(' ')).toContain('op verzoek iets gewist');
  const keys = await openKeys(openKeyDisk(join(bench.dataDir, 'keys')), {});
  expect(() => keys.key(leader.board, before.key)).toThrow('sleutel');
  const now = rowOf();
  const place = JSON.stringify(sheetPlace(leader.board, 1, now.turn));
  expect(Buffer.from(open(keys.key(leader.board, now.key), place, now.content)).toString()).not.toMatch(/MERKTEKEN/);
});

/** The sheet as it lies in the database; the server holds that for itself, so a copy is read. */
function rowOf(): { key: string; turn: number; content: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-blad-'));
  for (const name of ['samenbord.db', 'samenbord.db-wal']) copyFileSync(join(bench.dataDir, name), join(folder, name));
  const database = new DatabaseSync(join(folder, 'samenbord.db'));
  try {
    const row = database.prepare('select content_key, turn, content from sheets').get();
    const [key, turn] = [String(row?.['content_key']), Number(row?.['turn'])];
    return { key, turn, content: Buffer.from(row?.['content'] as Uint8Array) };
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}
