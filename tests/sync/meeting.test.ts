import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { makeBoard, makeShutBoard, openBench, openTableOf, putPerson, seatAt } from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';
import { comes, seatedAt, sitAt, zonesOf } from './meeting-sockets.ts';
import type { Sitter } from './meeting-sockets.ts';

let bench: Bench;
let leader: Seat;
let mother: Seat;
const sitting: Sitter[] = [];

beforeEach(async () => {
  bench = await openBench();
  leader = await makeShutBoard(bench);
  mother = await seatAt(bench, leader);
});
afterEach(async () => {
  for (const one of sitting.splice(0)) one.leave();
  await bench.close();
});

const sit = async (seat: Seat, zone?: string): Promise<Sitter> => {
  const one = await seatedAt(seat, zone);
  sitting.push(one);
  return one;
};
const meeting = (seat: Seat, method: string, path = '', body?: unknown): Promise<Reply> =>
  seat.browser.send(method, `/boards/${seat.board}/meeting${path}?als=${seat.als}`, body);
const ask = (seat: Seat): Promise<Reply> => seat.browser.get(`/boards/${seat.board}/meeting?als=${seat.als}`);
const steer = (seat: Seat, command: object): Promise<Reply> => meeting(seat, 'POST', '/steer', command);
const names = async (seat: Seat): Promise<string[]> => (await zonesOf(seat)).map(({ zone }) => zone);
const shown = (sitter: Sitter): Record<string, unknown> => sitter.doc.getMap('tafel').toJSON();

test('T11 an edit under way when a freeze or a step comes is taken for two seconds and refused after, and everybody else sees what was taken', async () => {
  await openTableOf(leader, { soort: 'netwerkberaad' });
  await steer(leader, { doe: 'ga-naar', stap: 'doelen' });
  bench.pass(10_000);
  const [hers, his] = [await sit(mother), await sit(leader)];
  await steer(leader, { doe: 'vast', vast: true });
  bench.pass(1500);
  hers.card('onderweg', 'nog net');
  expect(await comes(() => his.has('onderweg'))).toBe(true);
  bench.pass(600);
  hers.card('te-laat', 'te laat');
  expect(await comes(() => hers.closes.includes(closeCode.refused))).toBe(true);
  expect(his.has('te-laat')).toBe(false);

  await steer(leader, { doe: 'vast', vast: false });
  bench.pass(10_000);
  const again = await sit(mother);
  await steer(leader, { doe: 'ga-naar', stap: 'welkom' });
  again.card('in-de-vorige-stap', 'x');
  expect(await comes(() => his.has('in-de-vorige-stap'))).toBe(true);
  bench.pass(2100);
  again.card('in-deze-stap', 'x');
  expect(await comes(() => again.closes.includes(closeCode.refused))).toBe(true);
  expect(his.has('in-deze-stap')).toBe(false);
});

test('T12 when a meeting closes family read nothing any more and lose the table within two seconds; what they had under way is kept', async () => {
  await openTableOf(leader);
  const screen = await seatAt(bench, leader, { rol: 'groot-scherm', opent: ['gedeeld'] });
  const atHome = await seatAt(bench, leader, { naam: 'Oma', rol: 'netwerk', thuis: true });
  const [hers, big, home, his, box] = [
    await sit(mother),
    await sit(screen),
    await sit(atHome),
    await sit(leader),
    await sit(mother, `eigen:${mother.als}`),
  ];
  const table = await sit(mother, 'tafel');
  expect((await meeting(leader, 'POST', '/close')).json).toMatchObject({ open: true });
  hers.card('onderweg', 'nog net');
  his.card('daarna', 'GEHEIM-NA-SLUITEN');
  expect(await comes(() => his.has('onderweg'))).toBe(true);
  for (const one of [hers, big, table]) expect(await comes(() => one.closes.includes(closeCode.tableShut))).toBe(true);
  expect(await comes(() => home.has('daarna'))).toBe(true);
  for (const one of [hers, big]) {
    expect(one.has('daarna')).toBe(false);
    expect(Buffer.concat(one.received).includes('GEHEIM-NA-SLUITEN')).toBe(false);
  }
  expect([home.closes, his.closes, box.closes]).toEqual([[], [], []]);
  expect(await names(mother)).toEqual([`eigen:${mother.als}`, `vertrouwd:${mother.als}`, `tafel:${mother.als}`]);
  expect(await names(screen)).toEqual([]);
  expect(await names(leader)).toContain('gedeeld');
  // Nobody comes in by an address they still know, and who reads at home only reads.
  const knock = sitAt(mother);
  sitting.push(knock);
  expect(await comes(() => knock.closes.includes(closeCode.tableShut))).toBe(true);
  expect(knock.received).toHaveLength(0);
  bench.pass(5000);
  home.card('van-oma', 'x');
  expect(await comes(() => home.closes.includes(closeCode.refused))).toBe(true);
  expect((await mother.browser.get(`/boards/${mother.board}/participants?als=${mother.als}`)).json).toEqual({
    deelnemers: [],
  });
});

test('T13 the table shows the meeting to everybody who sits there, and tells each one in their own document whether it is open', async () => {
  const own = await sit(mother, `tafel:${mother.als}`);
  await putPerson(leader, 'sanne');
  await openTableOf(leader, { soort: 'gezinspatroon', jeugdige: true, begin: 'eigen-kijk' });
  expect(await comes(() => (shown(own)['bijeenkomst'] as { open?: boolean } | undefined)?.open === true)).toBe(true);
  const [tafel] = [await sit(mother, 'tafel'), await sit(mother)];
  await steer(leader, { doe: 'volgende', van: 'welkom' });
  await steer(leader, { doe: 'tijd-start', stap: 'eigen-kijk' });
  await steer(leader, { doe: 'uitlichten', ding: 'sanne' });
  await steer(leader, { doe: 'hierheen', na: 0, kijk: { view: 'gezinspatroon', x: 1, y: 2, width: 300, height: 200 } });
  await meeting(mother, 'PUT', '/hand', { op: true });
  const seen = (): Record<string, unknown> => (shown(tafel)['bijeenkomst'] ?? {}) as Record<string, unknown>;
  expect(await comes(() => Array.isArray(seen()['handen']) && (seen()['handen'] as unknown[]).length === 1)).toBe(true);
  expect(seen()).toMatchObject({
    stap: 'eigen-kijk',
    regie: leader.als,
    uitgelicht: 'sanne',
    hierheen: { nr: 1 },
    handen: [{ wie: mother.als }],
    tijden: { 'eigen-kijk': { loopt: true } },
  });
  expect(seen()).not.toHaveProperty('waren');
  expect(shown(tafel)['staat']).toMatchObject({ open: true, frozen: false, alone: false });
  expect(await comes(() => String(shown(tafel)['aanwezig']) === mother.als)).toBe(true);
  await steer(leader, { doe: 'beurt', aan: mother.als });
  expect(await comes(() => seen()['beurt'] === mother.als && String(seen()['handen']) === '')).toBe(true);
  expect((await steer(leader, { doe: 'uitlichten', ding: 'bestaat-niet' })).json['code']).toBe('niet-gevonden');
  await meeting(leader, 'POST', '/close');
  expect(await comes(() => (shown(own)['bijeenkomst'] as { open?: boolean }).open === false)).toBe(true);
});

test('C51 only who leads blanks the screen in the room and chooses the household that everybody looks at', async () => {
  await openTableOf(leader);
  const tafel = await sit(mother, 'tafel');
  const seen = (): Record<string, unknown> => (shown(tafel)['bijeenkomst'] ?? {}) as Record<string, unknown>;
  expect((await steer(mother, { doe: 'scherm', leeg: true })).status).toBe(403);
  expect((await steer(leader, { doe: 'scherm', leeg: true })).status).toBe(200);
  expect(await comes(() => seen()['schermLeeg'] === true)).toBe(true);
  await steer(leader, { doe: 'scherm', leeg: false });
  expect(await comes(() => seen()['schermLeeg'] === undefined)).toBe(true);
  // Sanne is on the table, and is no household.
  expect((await steer(leader, { doe: 'huishouden', ding: 'sanne' })).json['code']).toBe('niet-gevonden');
  expect((await steer(leader, { doe: 'huishouden', ding: null })).status).toBe(200);
});

test('T14 when the laptop of whoever leads dies another professional takes over where it stood, and that is written down', async () => {
  const colleague = await seatAt(bench, leader, {
    naam: 'Ilse',
    rol: 'medewerker-gi',
    grondslag: 'directe-betrokkenheid',
  });
  await openTableOf(leader, { soort: 'netwerkberaad' });
  await steer(leader, { doe: 'ga-naar', stap: 'doelen' });
  await meeting(mother, 'PUT', '/hand', { op: true });
  const next = { doe: 'volgende', van: 'doelen' };
  expect((await steer(colleague, next)).json['code']).toBe('niet-jouw-regie');
  expect((await meeting(mother, 'POST', '/lead')).json['code']).toBe('mag-niet');
  const taken = await meeting(colleague, 'POST', '/lead');
  expect(taken.json['bijeenkomst']).toMatchObject({
    regie: colleague.als,
    stap: 'doelen',
    handen: [{ wie: mother.als }],
  });
  expect((await steer(colleague, next)).json['bijeenkomst']).toMatchObject({ stap: 'instrument' });
  expect((await steer(colleague, next)).json['bijeenkomst']).toMatchObject({ stap: 'instrument' });
  const actions = (await bench.running.deps.storage.audit(leader.board)).map(({ action, participant }) => [
    action,
    participant,
  ]);
  expect(actions).toContainEqual(['regie-overgenomen', colleague.als]);
});

test('T15 who asks for a pause is heard by the one they chose and by nobody else', async () => {
  const grandmother = await seatAt(bench, leader, { naam: 'Oma', rol: 'netwerk' });
  const father = await seatAt(bench, leader, { naam: 'Ruben', rol: 'ouder-zonder-gezag' });
  await openTableOf(leader);
  const own = async (seat: Seat): Promise<Sitter> => sit(seat, `tafel:${seat.als}`);
  const [hers, hisOwn, mine, leads] = [await own(grandmother), await own(father), await own(mother), await own(leader)];
  const tafel = await sit(father, 'tafel');
  await sit(grandmother);
  const pauzes = (one: Sitter): string =>
    JSON.stringify((shown(one)['bijeenkomst'] as { pauzes?: unknown } | undefined)?.pauzes ?? []);
  expect((await meeting(mother, 'PUT', '/pause', { aan: father.als })).json['code']).toBe('niet-gevonden');
  expect((await meeting(mother, 'PUT', '/pause', { aan: grandmother.als })).status).toBe(200);
  expect(await comes(() => pauzes(hers).includes(mother.als))).toBe(true);
  expect(await comes(() => JSON.stringify(shown(mine)).includes(grandmother.als))).toBe(true);
  await meeting(mother, 'PUT', '/pause', { aan: 'regie' });
  expect(await comes(() => pauzes(leads).includes(mother.als) && pauzes(hers) === '[]')).toBe(true);
  expect((await meeting(leader, 'POST', '/pause/seen', { van: mother.als })).status).toBe(200);
  expect(await comes(() => pauzes(leads) === '[]')).toBe(true);
  for (const one of [hisOwn, tafel]) expect(Buffer.concat(one.received).includes('sinds')).toBe(false);
  expect(JSON.stringify((await ask(father)).json)).not.toContain('pauze');
});

test('T16 before the table opens the casusregisseur sees what each one will see for the first time', async () => {
  const preview = async (): Promise<Record<string, { nieuw: string[]; anders: string[] }>> => {
    const { json } = await leader.browser.get(`/boards/${leader.board}/meeting/preview?als=${leader.als}`);
    const all = json['deelnemers'] as { id: string; nieuw: string[]; anders: string[] }[];
    return Object.fromEntries(all.map(({ id, nieuw, anders }) => [id, { nieuw, anders }]));
  };
  await seatAt(bench, leader, { naam: 'Oma', rol: 'netwerk', thuis: true });
  const father = await seatAt(bench, leader, { naam: 'Ruben', rol: 'ouder-met-gezag' });
  await putPerson(leader, 'sanne');
  await putPerson(leader, 'mark', 'Mark');
  // Who reads already, at work or at home, is not in it.
  const everything = { nieuw: ['mark', 'sanne'], anders: [] };
  const sorted = (given: Awaited<ReturnType<typeof preview>>): unknown =>
    Object.fromEntries(Object.entries(given).map(([id, one]) => [id, { ...one, nieuw: one.nieuw.toSorted() }]));
  expect(sorted(await preview())).toEqual({ [mother.als]: everything, [father.als]: everything });
  await openTableOf(leader);
  expect(await preview()).toEqual({});
  const hers = await sit(mother);
  const was = async (): Promise<boolean> =>
    bench.running.deps.meetings.current(leader.board)?.meeting.waren.includes(mother.als) === true;
  for (let time = 0; time < 60 && !(await was()); time++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await was()).toBe(true);
  hers.leave();
  await meeting(leader, 'POST', '/close');
  bench.pass(60_000);
  await putPerson(leader, 'lies', 'Lies');
  const his = await sit(leader);
  const name = (
    his.doc.getMap('things').get('mark') as { get: (key: string) => { insert: (at: number, text: string) => void } }
  ).get('naam');
  name.insert(4, 'us');
  const { rooms } = bench.running.deps;
  const isSaved = async (): Promise<boolean> =>
    JSON.stringify([...(await rooms.read(leader.board, 'gedeeld')).things]).includes('Markus');
  for (let time = 0; time < 60 && !(await isSaved()); time++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sorted(await preview())).toEqual({
    [mother.als]: { nieuw: ['lies'], anders: ['mark'] },
    [father.als]: { nieuw: ['lies', 'mark', 'sanne'], anders: [] },
  });
});

test('T17 a meeting survives the server, its words lie sealed on the disk, and the agenda is chosen and changed before it', async () => {
  const choice = { soort: 'netwerkberaad', jeugdige: true, instrument: 'gezinspatroon' };
  expect((await meeting(leader, 'POST', '/open')).json['code']).toBe('geen-bijeenkomst');
  expect((await meeting(leader, 'PUT', '', choice)).json['bijeenkomst']).toMatchObject({
    stand: 'voorbereiding',
    stap: 'welkom',
  });
  // Until it opens the family do not know of it.
  expect((await ask(mother)).json).toEqual({ nu: expect.any(Number), open: false });
  const stap = { titel: 'BIJZONDERE-TITEL', vraag: 'Hoe gaat het?', minuten: 15, werkwijze: 'rustig' };
  const added = await meeting(leader, 'POST', '/agenda', { doe: 'erbij', id: 'pauze', na: 'welkom', stap });
  expect(added.status).toBe(200);
  expect((await meeting(leader, 'POST', '/open')).json).toMatchObject({ open: true, bijeenkomst: { stand: 'open' } });
  expect((await meeting(leader, 'POST', '/open')).status).toBe(200);
  expect((await meeting(leader, 'PUT', '', choice)).json['code']).toBe('al-open');
  await steer(leader, { doe: 'volgende', van: 'welkom' });
  await steer(leader, { doe: 'tijd-start', stap: 'pauze' });
  const { storage } = bench.running.deps;
  const [kept] = await storage.openMeetings();
  const { openMeetings } = await import('@samenbord/server/meetings/meetings.ts');
  const again = await openMeetings(storage, () => Date.now());
  expect(again.current(leader.board)).toEqual({ meeting: kept?.meeting, pauzes: [] });
  expect(again.current(leader.board)?.meeting).toMatchObject({ stap: 'pauze', tijden: { pauze: { loopt: true } } });
  expect(again.stateOf(leader.board).now).toEqual(bench.running.deps.meetings.stateOf(leader.board).now);
  const { readdirSync, readFileSync } = await import('node:fs');
  const files = readdirSync(bench.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files)
    expect(readFileSync(`${parentPath}/${name}`).includes('BIJZONDERE-TITEL')).toBe(false);
});

test('T18 outside a meeting nobody is shown to be at the table, and in a step of professionals the family are not let in', async () => {
  const colleague = await seatAt(bench, leader, {
    naam: 'Ilse',
    rol: 'medewerker-gi',
    grondslag: 'directe-betrokkenheid',
  });
  const [his, hers] = [await sit(leader), await sit(colleague)];
  const others = (): number => hers.provider.awareness.getStates().size - 1;
  his.provider.awareness.setLocalState({ view: 'genogram' });
  his.card('klaar', 'x');
  expect(await comes(() => hers.has('klaar'))).toBe(true);
  expect(others()).toBe(0);
  await openTableOf(leader, { soort: 'casuistiekbespreking' });
  his.provider.awareness.setLocalState({ view: 'tijdlijn' });
  expect(await comes(() => others() === 1)).toBe(true);
  expect(await names(mother)).not.toContain('gedeeld');
  await steer(leader, { doe: 'ga-naar', stap: 'samen-met-gezin' });
  expect(await names(mother)).toContain('gedeeld');
  const mothers = await sit(mother);
  await steer(leader, { doe: 'ga-naar', stap: 'besluit' });
  expect(await comes(() => mothers.closes.includes(closeCode.tableShut))).toBe(true);
  await meeting(leader, 'POST', '/close');
  his.provider.awareness.setLocalState({ view: 'genogram' });
  expect(await comes(() => others() === 0)).toBe(true);
});

test('T19 a table of another board is not opened by a meeting of this one', async () => {
  const other = await makeBoard(bench, 'Gezin Dal');
  expect(await names(mother)).not.toContain('gedeeld');
  expect((await meeting({ ...mother, board: other.board }, 'PUT', '/hand', { op: true })).status).toBe(404);
  expect((await meeting(mother, 'PUT', '/hand', { op: true })).json['code']).toBe('geen-bijeenkomst');
});
