import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditAction } from '@samenbord/server/audit/audit.ts';
import { createHeads, headsFile, verifyTrace } from '@samenbord/server/audit/heads.ts';
import type { Log } from '@samenbord/server/audit/log.ts';
import { createReading } from '@samenbord/server/audit/reading.ts';
import { openStorage } from '@samenbord/server/storage/open.ts';
import type { AuditRow } from '@samenbord/server/storage/storage.ts';
import { traceWords } from '@samenbord/shared/words/after.ts';
import { myTraceAnswer, traceAnswer } from '@samenbord/shared/wire/http-after.ts';
import { makeBoard, makeShutBoard, openBench, openTableOf, reader, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { eventually } from './http-sockets.ts';
import { seatedAt } from './meeting-sockets.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench({ MAX_BOARDS_READ_PER_HOUR: '3', MAX_FILES_TAKEN_PER_HOUR: '3' });
});
afterEach(() => bench.close());

const audit = (board: string): Promise<AuditRow[]> => bench.running.deps.storage.audit(board);
const doneBy = async ({ board, als }: Seat, action: string): Promise<(string | undefined)[]> =>
  (await audit(board)).filter((row) => row.participant === als && row.action === action).map(({ object }) => object);
const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Opens a document and goes again; waits until the server has had the time to note it. */
async function reads(seat: Seat, zone = 'gedeeld'): Promise<void> {
  (await seatedAt(seat, zone)).leave();
}

test('J107 reading a zone is one line for each meeting and, outside one, one an hour; what is one’s own is no line', async () => {
  const leader = await makeShutBoard(bench);
  const mother = await seatAt(bench, leader);
  for (let turn = 0; turn < 3; turn++) await reads(leader);
  await reads(leader, `eigen:${leader.als}`);
  await reads(leader, `tafel:${leader.als}`);
  await reads(leader, 'team');
  bench.pass(3_600_000);
  await reads(leader);
  await openTableOf(leader);
  for (let turn = 0; turn < 2; turn++) {
    await reads(leader);
    await reads(mother);
    bench.pass(3_600_000);
  }
  await reads(mother, `eigen:${mother.als}`);
  const zones = await eventually(
    () => doneBy(leader, 'gelezen'),
    (found) => found.length >= 3,
  );
  expect(zones).toEqual(['gedeeld', 'team', 'gedeeld']);
  expect(await doneBy(leader, 'aan-tafel')).toEqual(['1']);
  expect(await doneBy(mother, 'aan-tafel')).toEqual(['1']);
  expect(await doneBy(mother, 'gelezen')).toEqual([]);
});

test('J108 the trace is for the casusregisseur, by person and kind and page; it holds no word of the board, and everybody reads only their own list', async () => {
  const leader = await makeBoard(bench);
  const mother = await seatAt(bench, leader, { naam: 'Nadia' });
  const worker = await seatAt(bench, leader, { naam: 'Fatma', rol: 'medewerker-gi' });
  await reads(worker);
  const trace = async (seat: Seat, query = '') =>
    seat.browser.get(`/boards/${seat.board}/trace?als=${seat.als}${query}`);
  for (const seat of [mother, worker]) {
    expect((await trace(seat)).status).toBe(403);
    expect((await seat.browser.get(`/boards/${seat.board}/trace.csv?als=${seat.als}`)).status).toBe(403);
  }
  const all = traceAnswer.parse((await trace(leader)).json);
  expect(all.heel).toBe(true);
  expect(all.regels.map(({ wie, zin }) => `${wie} ${zin}`)).toContain('Karim nodigde iemand uit: Nadia');
  const hers = traceAnswer.parse((await trace(leader, `&wie=${worker.als}&wat=aan-tafel`)).json);
  expect(hers.regels.map(({ wie, wat }) => [wie, wat])).toEqual([['Fatma', 'aan-tafel']]);
  const older = traceAnswer.parse((await trace(leader, `&voor=${all.regels.at(-2)?.nummer}`)).json);
  expect(older.regels).toEqual(all.regels.slice(-1));
  const csv = await leader.browser.get(`/boards/${leader.board}/trace.csv?als=${leader.als}`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.text.split('\r\n').length).toBeGreaterThan(5);

  const mine = await mother.browser.get(`/boards/${mother.board}/trace/mine?als=${mother.als}`);
  const sentences = myTraceAnswer.parse(mine.json).regels.map(({ zin }) => zin);
  expect(sentences).toContain('Karim nodigde je uit. De reden die daarbij staat: het gaat over deze persoon zelf.');
  expect(sentences.join(' ')).not.toMatch(/Fatma/);
});

test('J106 who does the same thing over and over fills no disk and hides no other deed', async () => {
  const leader = await makeBoard(bench);
  const path = `/boards/${leader.board}/facts?als=${leader.als}`;
  for (let turn = 0; turn < 40; turn++) await leader.browser.send('PUT', path, { regie: [], kaders: [] });
  expect(await doneBy(leader, 'feiten-gewijzigd')).toHaveLength(20);
  expect(await doneBy(leader, 'herhaald')).toEqual(['feiten-gewijzigd']);
  await seatAt(bench, leader);
  expect(await doneBy(leader, 'uitgenodigd')).toHaveLength(1);
  bench.pass(3_600_000);
  await leader.browser.send('PUT', path, { regie: [], kaders: [] });
  expect(await doneBy(leader, 'feiten-gewijzigd')).toHaveLength(21);
});

test('J111 a professional who opens many boards or takes many files in an hour sounds an alarm, seen in the trace of each; family do not', async () => {
  const browser = bench.browser();
  const boards: Seat[] = [];
  for (let index = 0; index < 4; index++) boards.push(await makeShutBoard(bench, `Bord ${index}`, browser));
  const open = (seat: Seat) => seat.browser.get(`/boards/${seat.board}?als=${seat.als}`);
  const alarms = async (): Promise<number[]> =>
    Promise.all(boards.map(async (seat) => (await doneBy(seat, 'veel-gelezen')).length));
  for (const seat of boards.slice(0, 3)) await open(seat);
  expect(await alarms()).toEqual([0, 0, 0, 0]);
  for (let turn = 0; turn < 3; turn++) for (const seat of boards) await open(seat);
  const sounded = await eventually(alarms, (counts) => counts.every((count) => count > 0));
  expect(sounded).toEqual([1, 1, 1, 1]);
  expect((await bench.browser().get('/metrics', reader)).text).toContain('samenbord_mass_reading_total 1');

  const [first] = boards;
  const other = await seatAt(bench, first as Seat, { naam: 'Fatma', rol: 'medewerker-gi' });
  for (let turn = 0; turn < 4; turn++) await other.browser.get(`/boards/${other.board}/export?als=${other.als}`);
  expect(
    await eventually(
      () => doneBy(other, 'veel-gelezen'),
      (found) => found.length > 0,
    ),
  ).toHaveLength(1);

  let sirens = 0;
  const reading = createReading({
    audit: async () => undefined,
    log: quietLog,
    clock: () => 0,
    meetingOf: () => undefined,
    onAlarm: () => sirens++,
    limits: { boardsReadPerHour: 3, filesTakenPerHour: 3, rememberedKeys: 100 },
  });
  const tally = (professional: boolean): void => {
    for (let board = 0; board < 9; board++)
      reading.asked({ board: `b${board}`, participant: 'p', session: 's', professional }, true);
  };
  tally(false);
  expect(sirens).toBe(0);
  tally(true);
  expect(sirens).toBe(2);
});

test('J105 a line that is changed, gone, or cut off the end, and a trace that is written anew, are each found; so is a board that is gone whole', async () => {
  const leader = await makeBoard(bench);
  await seatAt(bench, leader);
  const { dataDir } = bench;
  await bench.running.stop();
  const file = join(dataDir, 'samenbord.db');
  const whole = readFileSync(file);
  const found = async (sql: string): Promise<string[]> => {
    writeFileSync(file, whole);
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
    const storage = await openStorage({ dataDir });
    try {
      return (await verifyTrace(storage, dataDir)).faults.map(({ code, line }) => `${code} ${line}`);
    } finally {
      await storage.close();
    }
  };
  const last = Number(
    /"lines":(\d+)/.exec(readFileSync(headsFile(dataDir), 'utf8').trim().split('\n').at(-1) ?? '')?.[1],
  );
  expect(last).toBeGreaterThan(3);
  expect(await found('select 1')).toEqual([]);
  expect(await found("update audit set action = 'niets' where number = 2")).toEqual(['gewijzigd 2']);
  expect(await found('delete from audit where number = 2')).toContain('gewijzigd 2');
  expect(await found(`delete from audit where number = ${last}`)).toEqual([`regels-weg ${last}`]);
  expect(await found('delete from audit')).toEqual(['regels-weg 1']);
  // Who may write in the database can make a chain that fits; its ends were written down elsewhere.
  writeFileSync(file, whole);
  const storage = await openStorage({ dataDir });
  const rows = await storage.audit(leader.board);
  await storage.close();
  const forged = new DatabaseSync(file);
  forged.exec('delete from audit');
  forged.close();
  const again = await openStorage({ dataDir });
  for (const { hash: _hash, ...row } of rows) await again.addAudit({ ...row, at: '2020-01-01T00:00:00.000Z' });
  const { faults } = await verifyTrace(again, dataDir);
  await again.close();
  expect(faults.map(({ code }) => code)).toEqual(['herschreven']);
});

test('J105 npm run trace:verify looks while people are at work, and ends with an error when something is wrong', async () => {
  await makeBoard(bench);
  const { dataDir, running } = bench;
  await createHeads({ storage: running.deps.storage, dataDir, log: quietLog }).note();
  const program = join(import.meta.dirname, '../../server/start/trace-verify.ts');
  const run = () =>
    promisify(execFile)(process.execPath, [program], { env: { DATA_DIR: dataDir } }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );
  const good = await run();
  expect(good).toMatchObject({ code: 0 });
  expect(good.stdout).toContain('Alles klopt.');
  const heads = readFileSync(headsFile(dataDir), 'utf8');
  writeFileSync(headsFile(dataDir), heads.replace(/"lines":\d+/, '"lines":999'));
  const bad = await run();
  expect(bad).toMatchObject({ code: 1 });
  expect(bad.stdout).toContain('het einde is weg');
});

test('J108 every act has words', () => {
  const said: Readonly<Record<AuditAction, string>> = traceWords;
  expect(Object.values(said).every((words) => words !== '')).toBe(true);
});
