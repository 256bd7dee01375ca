import { afterAll, beforeAll, expect, test } from 'vitest';
import { comeIn, inviteTo, makeBoard, openBench, putPerson, seatAt } from './http-server.ts';
import type { Bench, Reply } from './http-server.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const me = async (browser: { get(path: string): Promise<Reply> }) =>
  (await browser.get('/api/v1/me')).json['deelnames'];
/** All of an answer that a stranger can see, but for the hour. */
const seen = ({ status, text, headers }: Reply) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== 'date').sort(([a], [b]) => a.localeCompare(b)),
});

test('J1 a personal link and its six digits let somebody in, in each of their browsers, until its last day', async () => {
  const leader = await makeBoard(bench);
  const invited = await inviteTo(leader, { tot: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10) });
  for (const browser of [bench.browser(), bench.browser()]) {
    const reply = await comeIn(browser, invited);
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      board: leader.board,
      titel: 'Gezin Berg',
      als: invited.als,
      naam: 'Nadia',
      rol: 'ouder-met-gezag',
    });
    expect(reply.headers.get('set-cookie')).toMatch(
      /^samenbord=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    expect(await me(browser)).toHaveLength(1);
    expect((await browser.get(`/boards/${leader.board}`)).json).toMatchObject({ ik: { id: invited.als } });
  }
});

test('J1 over https the cookie is bound to this host and never goes over an open line', async () => {
  const invited = await inviteTo(await makeBoard(bench));
  const origin = bench.origin.replace('http:', 'https:');
  const headers = { 'x-forwarded-proto': 'https', origin };
  const reply = await bench
    .browser()
    .send('POST', '/api/v1/join', { geheim: invited.geheim, code: invited.code }, headers);
  expect(reply.headers.get('set-cookie')).toMatch(/^__Host-samenbord=.*; HttpOnly; SameSite=Lax; Secure$/);
  expect(reply.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
});

test('J2 an expired, revoked, replaced, blocked or invented link and a wrong code are one and the same answer', async () => {
  const late = await openBench();
  try {
    const leader = await makeBoard(late);
    const tot = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const [expired, revoked, replaced, blocked, right] = [
      await inviteTo(leader, { tot }),
      await inviteTo(leader),
      await inviteTo(leader),
      await inviteTo(leader),
      await inviteTo(leader),
    ];
    const at = (invited: { als: string }) => `/boards/${leader.board}/participants/${invited.als}`;
    await leader.browser.send('DELETE', at(revoked));
    await leader.browser.send('POST', `${at(replaced)}/link`);
    for (let time = 0; time < 5; time++)
      await comeIn(late.browser(), { geheim: blocked.geheim, code: wrong(blocked.code) });
    late.pass(4 * 86_400_000);
    const invented = { geheim: 'A'.repeat(43), code: '000000' };
    const wrongCode = { geheim: right.geheim, code: wrong(right.code) };
    const noCode = { geheim: right.geheim };
    const replies: Reply[] = [];
    const took: number[] = [];
    for (const attempt of [expired, revoked, replaced, blocked, invented, wrongCode, noCode]) {
      const begin = performance.now();
      replies.push(await comeIn(late.browser(), attempt));
      took.push(performance.now() - begin);
    }
    expect(replies[0]).toMatchObject({ status: 403, json: { code: 'link-werkt-niet' } });
    for (const reply of replies) expect(seen(reply)).toEqual(seen(replies[0] as Reply));
    expect(Math.min(...took)).toBeGreaterThan(140);
    expect((await comeIn(late.browser(), right)).status).toBe(200);
  } finally {
    await late.close();
  }
});

const wrong = (code: string) => (code === '123456' ? '654321' : '123456');

test('J3 after five wrong codes a link is blocked, for the right code too, also when all come at once', async () => {
  const leader = await makeBoard(bench);
  const invited = await inviteTo(leader);
  const guesses = Array.from({ length: 8 }, (_, guess) => `00000${guess}`).filter((code) => code !== invited.code);
  await Promise.all(guesses.map((code) => comeIn(bench.browser(), { geheim: invited.geheim, code })));
  expect((await comeIn(bench.browser(), invited)).json['code']).toBe('link-werkt-niet');
  const renewed = await leader.browser.send('POST', `/boards/${leader.board}/participants/${invited.als}/link`);
  const { pad, code } = renewed.json as { pad: string; code: string };
  expect((await comeIn(bench.browser(), { geheim: pad.split('#')[1] ?? '', code })).status).toBe(200);
});

test('J3 the right code among many guesses at once comes too late', async () => {
  const invited = await inviteTo(await makeBoard(bench));
  const { door } = bench.running.deps;
  const codes = ['000001', '000002', '000003', '000004', '000005', '000006'].filter((code) => code !== invited.code);
  const tries = [...codes, invited.code].map((code, place) =>
    door.join(invited.geheim, code, `198.51.100.${place}`, undefined),
  );
  const results = await Promise.allSettled(tries);
  expect(results.map(({ status }) => status)).toEqual(tries.map(() => 'rejected'));
});

test('J3 a page may ask without digits whether digits are needed; that is no guess', async () => {
  const invited = await inviteTo(await makeBoard(bench));
  for (let time = 0; time < 12; time++)
    expect((await comeIn(bench.browser(), { geheim: invited.geheim })).status).toBe(403);
  expect((await comeIn(bench.browser(), invited)).status).toBe(200);
});

test('J4 ten failures a minute from one address, then it waits; success does not count', async () => {
  const leader = await makeBoard(bench);
  const browser = bench.browser();
  const invited = await inviteTo(leader);
  for (let time = 0; time < 12; time++) expect((await comeIn(browser, invited)).status).toBe(200);
  const guess = (letter: string) => comeIn(browser, { geheim: letter.repeat(30), code: '000000' });
  for (const letter of 'abcdefghij') expect((await guess(letter)).status).toBe(403);
  const reply = await guess('k');
  expect(reply).toMatchObject({ status: 429, json: { code: 'te-vaak' } });
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await comeIn(browser, invited)).status).toBe(429);
  expect((await comeIn(bench.browser(), invited)).status).toBe(200);
  bench.pass(61_000);
  expect((await comeIn(browser, invited)).status).toBe(200);
});

test('J5 one browser holds several participations; with two on one board each request says which', async () => {
  const leader = await makeBoard(bench);
  const other = await makeBoard(bench, 'Gezin Dal');
  const browser = bench.browser();
  const [nadia, sanne, elsewhere] = [
    await inviteTo(leader),
    await inviteTo(leader, { naam: 'Sanne', rol: 'jeugdige' }),
    await inviteTo(other),
  ];
  await comeIn(browser, nadia);
  const board = `/boards/${leader.board}`;
  expect((await browser.get(board)).json).toMatchObject({ ik: { id: nadia.als } });
  await comeIn(browser, sanne);
  await comeIn(browser, elsewhere);
  expect((await browser.get(board)).json['code']).toBe('kies-deelname');
  expect((await browser.get(`${board}?als=${sanne.als}`)).json).toMatchObject({ ik: { id: sanne.als } });
  expect((await browser.get(`${board}?als=${elsewhere.als}`)).status).toBe(404);
  expect((await browser.get(`${board}?als=${leader.als}`)).status).toBe(404);
  expect((await browser.get(`/boards/${other.board}`)).json).toMatchObject({ ik: { id: elsewhere.als } });
  expect(await me(browser)).toHaveLength(3);
});

test('J6 who is revoked is out at once, everywhere; the last casusregisseur cannot be', async () => {
  const leader = await makeBoard(bench);
  const seat = await seatAt(bench, leader);
  expect((await seat.browser.get(`/boards/${seat.board}`)).status).toBe(200);
  expect((await leader.browser.send('DELETE', `/boards/${seat.board}/participants/${seat.als}`)).status).toBe(204);
  expect((await seat.browser.get(`/boards/${seat.board}`)).status).toBe(404);
  expect(await me(seat.browser)).toEqual([]);
  const again = await leader.browser.send('POST', `/boards/${seat.board}/participants/${seat.als}/link`);
  expect(again.json['code']).toBe('al-ingetrokken');
  const self = await leader.browser.send('DELETE', `/boards/${seat.board}/participants/${leader.als}`);
  expect(self).toMatchObject({ status: 409, json: { code: 'laatste-casusregisseur' } });
});

test('J7 after the last day nobody is in any more', async () => {
  const late = await openBench();
  try {
    const leader = await makeBoard(late);
    const tot = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const seat = await seatAt(late, leader, { tot });
    expect((await seat.browser.get(`/boards/${seat.board}`)).status).toBe(200);
    late.pass(3 * 86_400_000);
    expect((await seat.browser.get(`/boards/${seat.board}`)).status).toBe(404);
    late.pass(30 * 86_400_000);
    expect((await leader.browser.get(`/boards/${seat.board}`)).json['code']).toBe('niet-binnen');
  } finally {
    await late.close();
  }
});

test('J8 a person takes part once, and stands on the board; a big screen opens the table only; a last day lies ahead', async () => {
  const leader = await makeBoard(bench);
  const ask = async (more: Parameters<typeof inviteTo>[1]) =>
    inviteTo(leader, more).then(
      () => 'gelukt',
      (error: unknown) => /"code":"([^"]+)"/.exec(String(error))?.[1],
    );
  expect(await ask({ persoon: 'sanne' })).toBe('persoon-onbekend');
  await putPerson(leader, 'sanne');
  expect(await Promise.all([ask({ persoon: 'sanne' }), ask({ persoon: 'sanne' })])).toEqual([
    'gelukt',
    'persoon-bezet',
  ]);
  expect(await ask({ rol: 'groot-scherm' })).toBe('scherm-alleen-tafel');
  expect(await ask({ rol: 'groot-scherm', opent: ['gedeeld'] })).toBe('gelukt');
  expect(await ask({ tot: '2020-01-01' })).toBe('dag-voorbij');
});

test('J9 a board is made with the key of the organisation only', async () => {
  const browser = bench.browser();
  const body = { sleutel: 'x'.repeat(30), titel: 'Gezin', naam: 'Karim', organisatie: 'Lokaal team' };
  expect(await browser.send('POST', '/api/v1/boards', body)).toMatchObject({
    status: 403,
    json: { code: 'sleutel-klopt-niet' },
  });
  expect(browser.cookie).toBe('');
  const { board, als, browser: made } = await makeBoard(bench);
  expect((await made.get(`/boards/${board}`)).json).toMatchObject({
    ik: { id: als, rol: 'casusregisseur', naam: 'Karim', organisatie: 'Lokaal team' },
    zones: [
      { zone: 'gedeeld', schrijven: true },
      { zone: 'team', schrijven: true },
      { zone: `eigen:${als}`, schrijven: true },
      { zone: 'tafel', schrijven: false },
      { zone: `tafel:${als}`, schrijven: false },
    ],
    feiten: { regie: [{ naam: 'Karim', organisatie: 'Lokaal team' }] },
  });
});
