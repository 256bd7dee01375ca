import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoardFile } from './http-files.ts';
import { boardKey, comeIn, inviteTo, makeBoard, openBench, putPerson, reader, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { eventually, openTable } from './http-sockets.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const at = (seat: Seat) => `/boards/${seat.board}`;

/** What `tafel` says, read from the server's own document through the storage. */
const tableNames = async (leader: Seat): Promise<string[]> => {
  const reader = await seatAt(bench, leader, { naam: 'Lezer', rol: 'netwerk' });
  const { deelnemers } = (await reader.browser.get(`${at(leader)}/participants`)).json as {
    deelnemers: { naam: string }[];
  };
  return deelnemers.map(({ naam }) => naam);
};

test('J17 the QR leads to a waiting room, and the casusregisseur says who it is', async () => {
  const leader = await makeBoard(bench);
  const room = await leader.browser.send('POST', `${at(leader)}/waiting-room`);
  const { pad, qr, qrMaat } = room.json as { pad: string; qr: string; qrMaat: number };
  expect(qr).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  expect(qrMaat).toBeGreaterThan(20);
  const geheim = pad.split('#')[1];
  const [first, second, third] = [bench.browser(), bench.browser(), bench.browser()];
  for (const [browser, naam] of [
    [first, 'Oma'],
    [second, 'Nadia?'],
    [third, 'Niemand'],
  ] as const) {
    expect((await browser.send('POST', '/api/v1/waiting', { geheim, naam })).json).toEqual({ stand: 'wacht' });
    expect((await browser.get('/api/v1/waiting')).json).toEqual({ stand: 'wacht' });
    expect((await browser.get(at(leader))).status).toBe(404);
  }
  await first.send('POST', '/api/v1/waiting', { geheim, naam: 'Oma' });
  const { wachtenden } = (await leader.browser.get(`${at(leader)}/waiting`)).json as {
    wachtenden: { id: string; naam: string }[];
  };
  expect(wachtenden.map(({ naam }) => naam)).toEqual(['Oma', 'Nadia?', 'Niemand']);
  const nadia = await inviteTo(leader);
  const nieuw = {
    naam: 'Oma Berg',
    rol: 'netwerk',
    opent: ['gedeeld'],
    grondslag: 'toestemming',
    geinformeerd: 'gevraagd',
    tot: '2099-01-01',
  };
  const decide = (place: number, body: unknown) =>
    leader.browser.send('POST', `${at(leader)}/waiting/${wachtenden[place]?.id}`, body);
  expect((await decide(0, { nieuw })).json).toMatchObject({ deelnemer: { naam: 'Oma Berg', rol: 'netwerk' } });
  expect((await decide(1, { deelnemer: nadia.als })).json).toMatchObject({ deelnemer: { id: nadia.als } });
  expect((await decide(2, { weiger: true })).json).toEqual({});
  expect((await decide(2, { deelnemer: nadia.als })).json['code']).toBe('al-afgehandeld');
  expect((await first.get('/api/v1/waiting')).json).toMatchObject({
    stand: 'binnen',
    deelname: { board: leader.board, naam: 'Oma Berg' },
  });
  expect((await first.get(at(leader))).status).toBe(200);
  expect((await second.get(at(leader))).json).toMatchObject({ ik: { id: nadia.als } });
  expect((await third.get('/api/v1/waiting')).json).toEqual({ stand: 'niet' });
  expect((await third.get(at(leader))).status).toBe(404);
});

test('J17 the waiting room closes after two hours, ends when a new one opens, and does not overflow', async () => {
  const late = await openBench();
  try {
    const leader = await makeBoard(late);
    const open = async () =>
      String((await leader.browser.send('POST', `${at(leader)}/waiting-room`)).json['pad']).split('#')[1];
    const wait = (geheim: string | undefined) =>
      late.browser().send('POST', '/api/v1/waiting', { geheim, naam: 'Iemand' });
    const [old, now] = [await open(), await open()];
    expect((await wait(old)).json['code']).toBe('link-werkt-niet');
    for (let count = 0; count < 30; count++) expect((await wait(now)).status).toBe(201);
    expect(await wait(now)).toMatchObject({ status: 429, json: { code: 'wachtkamer-vol' } });
    late.pass(2 * 3_600_000 + 1000);
    expect((await wait(now)).json['code']).toBe('link-werkt-niet');
  } finally {
    await late.close();
  }
});

test('J18 at the table stands who came and who wrote; that somebody was invited is told to nobody', async () => {
  const leader = await makeBoard(bench);
  const invited = await inviteTo(leader, { naam: 'Geheime vader', rol: 'ouder-zonder-gezag' });
  expect(await tableNames(leader)).toEqual([]);
  const nadia = await seatAt(bench, leader);
  const { socket } = await openTable(nadia);
  expect(
    await eventually(
      () => tableNames(leader),
      (names) => names.length > 0,
    ),
  ).toEqual(['Nadia']);
  socket.close();
  await putPerson(leader, 'sanne');
  expect((await tableNames(leader)).toSorted()).toEqual(['Karim', 'Nadia']);
  const { deelnemers } = (await leader.browser.get(`${at(leader)}/participants`)).json as {
    deelnemers: Record<string, unknown>[];
  };
  expect(deelnemers.find(({ id }) => id === invited.als)).toMatchObject({
    grondslag: 'betrokkene-zelf',
    ingetrokken: false,
  });
});

test('J19 facts of authority are set as a whole, about persons who stand on the board', async () => {
  const leader = await makeBoard(bench);
  const facts = {
    regie: [
      { organisatie: 'Lokaal team', naam: 'Karim', sinds: '2025-01-01' },
      { organisatie: 'GI', naam: 'Ilse', sinds: '2026-02-01', grondslag: 'beschikking' },
    ],
    kaders: [{ kind: 'sanne', kader: 'ots', sinds: '2026-02-01' }],
  };
  expect((await leader.browser.send('PUT', `${at(leader)}/facts`, facts)).json['code']).toBe('persoon-onbekend');
  await putPerson(leader, 'sanne');
  expect((await leader.browser.send('PUT', `${at(leader)}/facts`, facts)).status).toBe(204);
  expect((await leader.browser.get(at(leader))).json).toMatchObject({ feiten: facts });
  const home = await seatAt(bench, leader, { rol: 'ouder-zonder-gezag', opent: ['eigen'] });
  expect((await home.browser.get(at(leader))).json).toMatchObject({ feiten: { regie: facts.regie, kaders: [] } });
});

test('J20 what is exported can be imported on an empty board, and is the same there', async () => {
  const [leader, other] = [await makeBoard(bench), await makeBoard(bench, 'Leeg')];
  const file = readBoardFile();
  expect((await leader.browser.send('POST', `${at(leader)}/import`, file)).json).toEqual({
    things: 4,
    places: 1,
    ink: 1,
  });
  const exported = await leader.browser.get(`${at(leader)}/export`);
  expect(exported.headers.get('content-disposition')).toBe('attachment; filename="samenbord.json"');
  expect((await other.browser.send('POST', `${at(other)}/import`, exported.text)).status).toBe(200);
  const again = await other.browser.get(`${at(other)}/export`);
  expect({ ...again.json, titel: '' }).toEqual({ ...exported.json, titel: '' });
  const twice = await leader.browser.send('POST', `${at(leader)}/import`, exported.text);
  expect(twice).toMatchObject({ status: 409, json: { code: 'staat-er-al' } });
});

test('J21 a file that is wrong in one place changes nothing', async () => {
  const leader = await makeBoard(bench);
  const { things, places, ink, ...rest } = readBoardFile();
  const [first, ...others] = things;
  const wrong = [
    { things: [...others, { ...first, type: 'hologram' }] },
    { things: [...others, { ...first, values: { geboren: 'gisteren' } }] },
    { things: [...others, { ...first, values: { adres: 'Dorpsstraat 1' } }] },
    { things: [...others, { ...first, texts: { naam: 'x'.repeat(200) } }] },
    { things: others },
    { things: [...things, first] },
    { things: [...things, { id: 'los', type: 'notitie', vanWie: 'kaart', values: {}, texts: { tekst: 'x' } }] },
    { places: [{ view: 'genogram', id: 'nergens', at: { x: 0, y: 0 } }] },
    { ink: [{ id: 'lijn', stroke: { vorm: 'pen', view: 'genogram', kleur: 'rood', punten: [0, 0, 1, 1] } }] },
  ];
  for (const change of wrong) {
    const reply = await leader.browser.send('POST', `${at(leader)}/import`, {
      ...rest,
      things,
      places,
      ink,
      ...change,
    });
    expect([400, 409], JSON.stringify(change).slice(0, 120)).toContain(reply.status);
    expect((await leader.browser.get(`${at(leader)}/export`)).json).toMatchObject({ things: [], places: [], ink: [] });
  }
});

test('J22 a position is its giver’s own: given again it takes the place of the former, and shown only as they chose', async () => {
  const leader = await makeBoard(bench);
  const [nadia, mark] = [
    await seatAt(bench, leader),
    await seatAt(bench, leader, { naam: 'Mark', rol: 'ouder-zonder-gezag' }),
  ];
  const versie = String((await leader.browser.send('POST', `${at(leader)}/versions`, { titel: 'Eerste' })).json['id']);
  const give = (seat: Seat, more: object) =>
    seat.browser.send('PUT', `${at(seat)}/positions`, {
      versie,
      deel: 'A',
      positie: 'anders',
      zichtbaar: 'alleen-ik',
      ...more,
    });
  expect((await give(nadia, { tekst: 'MARKER' })).status).toBe(204);
  expect((await give(mark, { zichtbaar: 'iedereen', positie: 'klopt' })).status).toBe(204);
  expect((await give(nadia, { versie: 'bestaatniet' })).json['code']).toBe('versie-onbekend');
  const seen = async (seat: Seat) =>
    (await seat.browser.get(`${at(seat)}/positions?versie=${versie}`)).json['posities'] as {
      naam: string;
      positie: string;
    }[];
  const short = async (seat: Seat) => (await seen(seat)).map(({ naam, positie }) => `${naam} ${positie}`).toSorted();
  expect(await short(nadia)).toEqual(['Mark klopt', 'Nadia anders']);
  expect(await short(mark)).toEqual(['Mark klopt']);
  expect(JSON.stringify(await seen(leader))).not.toContain('MARKER');
  await give(nadia, { positie: 'weet-niet', zichtbaar: 'iedereen' });
  expect(await short(leader)).toEqual(['Mark klopt', 'Nadia weet-niet']);
});

test('J29 an analysis comes as JSON, HTML and PDF of one frozen version, all with the same hash', async () => {
  const leader = await makeBoard(bench);
  const nadia = await seatAt(bench, leader);
  await putPerson(leader, 'sanne', 'Sanne van den Berg');
  const { id, hash } = (await leader.browser.send('POST', `${at(leader)}/versions`, { titel: 'Eerste' })).json;
  await putPerson(leader, 'later', 'Later Gekomen');
  const { versies } = (await nadia.browser.get(`${at(nadia)}/versions`)).json as {
    versies: { nummer: number; hash: string; door: string }[];
  };
  expect(versies).toMatchObject([{ nummer: 1, hash, door: 'Karim' }]);
  const file = (extension: string) => nadia.browser.get(`${at(nadia)}/analyses/${String(id)}.${extension}`);
  const [json, html, pdf] = [await file('json'), await file('html'), await file('pdf')];
  for (const reply of [json, html, pdf]) {
    expect([reply.status, reply.headers.get('etag')]).toEqual([200, `"${String(hash)}"`]);
    expect(reply.headers.get('content-disposition')).toMatch(
      /^(inline|attachment); filename="verklarende-analyse\.(json|html|pdf)"$/,
    );
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  for (const { text } of [json, html]) {
    expect(text).toContain(String(hash));
    expect(text).toContain('Sanne van den Berg');
    expect(text).not.toContain('Later Gekomen');
  }
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.text.slice(0, 5)).toBe('%PDF-');
  for (const path of [`${String(id)}.docx`, `${String(id)}`, 'bestaatniet.json', `${String(id)}.constructor`]) {
    expect((await nadia.browser.get(`${at(nadia)}/analyses/${path}`)).status).toBe(404);
  }
});

test('J23 what matters is written down in a chain, with ids and without content', async () => {
  const leader = await makeBoard(bench, 'MARKER titel');
  const seat = await seatAt(bench, leader, { naam: 'MARKER naam', toelichting: 'MARKER waarom' });
  await putPerson(leader, 'sanne', 'MARKER persoon');
  await leader.browser.get(`${at(leader)}/export`);
  const rows = await bench.running.deps.storage.audit(leader.board);
  expect(rows.map(({ action }) => action)).toEqual([
    'bord-gemaakt',
    'bijeenkomst-voorbereid',
    'bijeenkomst-geopend',
    'uitgenodigd',
    'binnengekomen',
    'bord-ingevoerd',
    'bord-uitgevoerd',
  ]);
  expect(rows[3]).toMatchObject({ participant: leader.als, object: seat.als, ground: 'betrokkene-zelf' });
  expect(JSON.stringify(rows)).not.toContain('MARKER');
  const hashes = rows.map(({ hash }) => hash);
  expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('J25 of a secret only its hash is kept, and no page for the operator names a secret, a board or a person', async () => {
  const leader = await makeBoard(bench);
  const invited = await inviteTo(leader);
  const browser = bench.browser();
  await comeIn(browser, invited);
  const { storage } = bench.running.deps;
  expect(await storage.session(browser.cookie.split('=')[1] ?? '')).toBeUndefined();
  expect(await storage.invitation(invited.geheim)).toBeUndefined();
  const page = await Promise.all(
    ['/metrics', '/healthz', '/api/v1/openapi.json'].map((path) => bench.browser().get(path, reader)),
  );
  for (const { text, status } of page) {
    expect(status).toBe(200);
    for (const secret of [boardKey, invited.geheim, invited.code, leader.board, invited.als])
      expect(text).not.toContain(secret);
  }
});
