import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { makeShutBoard, openBench, openTableOf, putPerson, seatAt } from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';
import { comes, seatedAt, sitAt } from './meeting-sockets.ts';

let bench: Bench;
let karim: Seat;
let marloes: Seat;
let joost: Seat;
let nadia: Seat;
let ruben: Seat;
let sanne: Seat;

beforeAll(async () => {
  bench = await openBench();
  karim = await makeShutBoard(bench);
  await putPerson(karim, 'nadia', 'Nadia');
  await putPerson(karim, 'sanne', 'Sanne');
  marloes = await seatAt(bench, karim, { naam: 'Marloes', rol: 'medewerker-gi', opent: undefined });
  joost = await seatAt(bench, karim, { naam: 'Joost', rol: 'hulpverlener', opent: undefined });
  nadia = await seatAt(bench, karim, { naam: 'Nadia', persoon: 'nadia', opent: undefined });
  ruben = await seatAt(bench, karim, { naam: 'Ruben', rol: 'ouder-zonder-gezag', opent: undefined });
  sanne = await seatAt(bench, karim, { naam: 'Sanne', rol: 'jeugdige', persoon: 'sanne', opent: undefined });
});
afterAll(() => bench.close());

const ask = (seat: Seat, method: string, path: string, body?: object): Promise<Reply> =>
  seat.browser.send(method, `/boards/${seat.board}/${path}?als=${seat.als}`, body);
type Zone = { readonly zone: string; readonly van?: { readonly naam: string } };
const zones = async ({ browser, board, als }: Seat): Promise<readonly Zone[]> =>
  (await browser.get(`/boards/${board}?als=${als}`)).json['zones'] as readonly Zone[];
const names = async (seat: Seat): Promise<string[]> => (await zones(seat)).map(({ zone }) => zone);
const name = (seat: Seat, ...who: Seat[]) =>
  ask(seat, 'PUT', 'vertrouwd', { professionals: who.map(({ als }) => als) });
const ids = (entries: unknown): string[] => (entries as { id: string }[]).map(({ id }) => id);

test('T37 the team is offered to those whose work the case is, and an invitation that gives it to another is refused', async () => {
  for (const seat of [karim, marloes]) expect(await names(seat)).toContain('team');
  for (const seat of [joost, nadia, ruben, sanne]) expect(await names(seat)).not.toContain('team');
  const invite = (rol: string, opent: string[]) =>
    ask(karim, 'POST', 'invitations', {
      naam: 'Iemand',
      rol,
      opent,
      grondslag: 'toestemming',
      geinformeerd: 'gevraagd',
      tot: '2099-12-31',
    });
  for (const rol of ['netwerk', 'jeugdige', 'facilitator', 'waarnemer'])
    expect((await invite(rol, ['gedeeld', 'team'])).json['code']).toBe('team-alleen-professionals');
  expect((await invite('groot-scherm', ['gedeeld', 'team'])).json['code']).toBe('scherm-alleen-tafel');
  expect((await invite('medewerker-lt', ['team'])).json['code']).toBe('team-alleen-professionals');
  expect((await invite('hulpverlener', ['gedeeld', 'team'])).status).toBe(201);
});

test('T38 whom a family member names reads their box from then on, and from the moment the name is taken away not a byte', async () => {
  const box = `vertrouwd:${nadia.als}`;
  const { json } = await nadia.browser.get(`/boards/${nadia.board}/vertrouwd?als=${nadia.als}`);
  expect(json).toMatchObject({ van: { id: nadia.als }, professionals: [] });
  expect(ids(json['mogelijk'])).toEqual(expect.arrayContaining([karim.als, marloes.als, joost.als]));
  expect(ids(json['mogelijk'])).not.toContain(ruben.als);
  // Nobody names another family member, or for another.
  expect((await name(nadia, ruben)).json['code']).toBe('niet-te-kiezen');
  expect((await ask(karim, 'PUT', 'vertrouwd', { professionals: [karim.als] })).json['code']).toBe('mag-niet');
  const forNadia = { professionals: [karim.als], van: nadia.als, grond: 'ik wil het lezen' };
  expect((await ask(karim, 'PUT', 'vertrouwd', forNadia)).json['code']).toBe('mag-niet');

  const mine = await seatedAt(nadia, box);
  mine.card('kaart-een', 'alleen voor Joost');
  const early = sitAt(joost, box);
  expect(await comes(() => early.closes.includes(closeCode.notAllowed))).toBe(true);
  expect((await name(nadia, joost)).status).toBe(200);
  expect((await zones(joost)).find(({ zone }) => zone === box)?.van).toEqual({ id: nadia.als, naam: 'Nadia' });
  for (const seat of [karim, marloes, ruben, sanne]) expect(await names(seat)).not.toContain(box);
  const his = await seatedAt(joost, box);
  expect(await comes(() => his.has('kaart-een'))).toBe(true);

  const before = his.received.length;
  expect((await name(nadia)).status).toBe(200);
  mine.card('kaart-twee', 'NA-HET-INTREKKEN');
  expect(await comes(() => his.closes.includes(closeCode.notAllowed))).toBe(true);
  expect(await comes(() => mine.has('kaart-twee'))).toBe(true);
  expect(Buffer.concat(his.received.slice(before)).includes('NA-HET-INTREKKEN')).toBe(false);
  expect(await names(joost)).not.toContain(box);
  const late = sitAt(joost, box);
  expect(await comes(() => late.closes.includes(closeCode.notAllowed))).toBe(true);
  expect(Buffer.concat(late.received).length).toBe(0);
  for (const sitter of [mine, early, his, late]) sitter.leave();
});

test('T39 for a youth who never came in the casusregisseur names with a ground; from when they come in it is theirs alone', async () => {
  const invited = await ask(karim, 'POST', 'invitations', {
    naam: 'Milan',
    rol: 'jeugdige',
    grondslag: 'betrokkene-zelf',
    geinformeerd: 'geinformeerd',
    tot: '2099-12-31',
  });
  const milan = (invited.json['deelnemer'] as { id: string }).id;
  const forMilan = { professionals: [joost.als], van: milan };
  expect((await ask(karim, 'PUT', 'vertrouwd', forMilan)).json['code']).toBe('ongeldig');
  const grond = 'Joost praat met Milan';
  expect((await ask(marloes, 'PUT', 'vertrouwd', { ...forMilan, grond })).json['code']).toBe('mag-niet');
  expect((await ask(karim, 'PUT', 'vertrouwd', { ...forMilan, grond })).status).toBe(200);
  expect(await names(joost)).toContain(`vertrouwd:${milan}`);
  // Told to nobody else: not to who named either, beyond their own question.
  for (const seat of [marloes, nadia, ruben]) expect(await names(seat)).not.toContain(`vertrouwd:${milan}`);
  const lines = await bench.running.deps.storage.audit(karim.board);
  expect(JSON.stringify(lines)).not.toContain(grond);
  expect(lines.filter(({ action }) => action === 'vertrouwd-gewijzigd').map(({ object }) => object)).not.toContain(
    joost.als,
  );
  const browser = bench.browser();
  const pad = String(invited.json['pad']);
  const { status } = await browser.send('POST', '/api/v1/join', {
    geheim: pad.split('#')[1],
    code: invited.json['code'],
  });
  expect(status).toBe(200);
  expect((await ask(karim, 'PUT', 'vertrouwd', { ...forMilan, grond })).json['code']).toBe('mag-niet');
  const his: Seat = { browser, board: karim.board, als: milan };
  expect((await name(his)).status).toBe(200);
  expect(await names(joost)).not.toContain(`vertrouwd:${milan}`);
});

test('T40 a card is moved by whose it is, after a preview by name of who reads it for the first time; nothing says where it came from', async () => {
  const own = `eigen:${nadia.als}`;
  const mine = await seatedAt(nadia, own);
  mine.card('mijn-wens', 'Bel mij op 06 12345678 GEHEIM-NADIA');
  await comes(() => mine.has('mijn-wens'));
  const move = { ding: 'mijn-wens', van: own, naar: 'gedeeld' };
  // The table is shut: she does not reach it, and the card stays where it is.
  expect((await ask(nadia, 'POST', 'moves', move)).json['code']).toBe('tafel-dicht');
  await openTableOf(karim);
  const table = await seatedAt(karim);
  const preview = await ask(nadia, 'POST', 'moves/preview', move);
  expect(preview.status).toBe(200);
  expect(preview.json['waarschuwingen']).toEqual(['telefoon']);
  const known = ids(preview.json['lezers']);
  expect(known).toEqual(expect.arrayContaining([karim.als, nadia.als]));
  // Ruben was invited and never came: nobody learns that from a preview, and who has the regie knows it.
  expect(known).not.toContain(ruben.als);
  expect(ids(preview.json['voorHetEerst'])).not.toContain(nadia.als);
  expect(ids(preview.json['voorHetEerst'])).toContain(karim.als);
  // Not the card of another, not to the box of another, not to the team of others.
  expect((await ask(karim, 'POST', 'moves', move)).json['code']).toBe('niet-gevonden');
  for (const naar of ['team', `eigen:${ruben.als}`, `vertrouwd:${ruben.als}`, own])
    expect((await ask(nadia, 'POST', 'moves', { ...move, naar })).json['code']).toBe('hoort-daar-niet');
  const moved = await ask(nadia, 'POST', 'moves', move);
  expect(moved.status).toBe(201);
  const id = String(moved.json['ding']);
  expect(id).not.toBe('mijn-wens');
  expect(await comes(() => table.has(id))).toBe(true);
  const thing = (await bench.running.deps.rooms.read(karim.board, 'gedeeld')).things.get(id);
  expect(thing).toMatchObject({ by: nadia.als, weg: false, tekst: 'Bel mij op 06 12345678 GEHEIM-NADIA' });
  expect((await ask(nadia, 'POST', 'moves', move)).json['code']).toBe('ligt-er-niet-meer');
  expect((await ask(karim, 'POST', 'moves', { ding: id, van: 'gedeeld', naar: 'team' })).json['code']).toBe(
    'niet-van-jou',
  );
  // Back from the table: who comes later gets no byte of it.
  const back = await ask(nadia, 'POST', 'moves', { ding: id, van: 'gedeeld', naar: own });
  expect(back.status).toBe(201);
  const later = await seatedAt(ruben);
  expect(Buffer.concat(later.received).includes('GEHEIM-NADIA')).toBe(false);
  const lines = (await bench.running.deps.storage.audit(karim.board)).filter(({ action }) => action === 'verplaatst');
  expect(lines.map(({ object }) => object)).toEqual(['eigen naar gedeeld', 'gedeeld naar eigen']);
  for (const sitter of [mine, table, later]) sitter.leave();
});

test('T41 what the casusregisseur takes off goes back to its owner unchanged, and only the owner brings it back, by a move', async () => {
  const hers = await seatedAt(nadia);
  hers.card('op-tafel', 'zoals ik het zei');
  expect(await comes(() => hers.has('op-tafel'))).toBe(true);
  expect((await ask(ruben, 'POST', 'moves/off', { ding: 'op-tafel' })).json['code']).toBe('niet-van-jou');
  const off = await ask(karim, 'POST', 'moves/off', { ding: 'op-tafel' });
  expect([off.status, off.json]).toEqual([200, {}]);
  expect((await ask(karim, 'POST', 'moves/off', { ding: 'op-tafel' })).json['code']).toBe('ligt-er-niet-meer');
  const own = `eigen:${nadia.als}`;
  const { rooms } = bench.running.deps;
  const back = [...(await rooms.read(karim.board, own)).things.values()].find(
    (thing) => !thing.weg && 'tekst' in thing && thing.tekst === 'zoals ik het zei',
  );
  expect(back?.by).toBe(nadia.als);
  // The casusregisseur still finds what it was, whose and who took it off; its words are not there, and only she brings it back.
  const list = (await ask(karim, 'GET', 'history/off')).json['dingen'];
  expect(list).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ding: 'op-tafel',
        soort: 'notitie',
        titel: '',
        van: 'Nadia',
        door: 'Karim',
        magTerug: false,
        verplaatst: true,
      }),
    ]),
  );
  // She cannot flip it back where it lay: her socket is told so, and it stays off.
  hers.doc.getMap<{ set(key: string, value: unknown): void }>('things').get('op-tafel')?.set('weg', false);
  expect(await comes(() => hers.closes.includes(closeCode.refused))).toBe(true);
  expect((await rooms.read(karim.board, 'gedeeld')).things.get('op-tafel')?.weg).toBe(true);
  const again = await ask(nadia, 'POST', 'moves', { ding: back?.id, van: own, naar: 'gedeeld' });
  expect(again.status).toBe(201);
  hers.leave();
  // Taken off over a socket, as a page of before does it: the words lie off the table, and she moves them to her own box.
  const her = await seatedAt(nadia);
  her.card('nog-een', 'ook van mij');
  const his = await seatedAt(karim);
  expect(await comes(() => his.has('nog-een'))).toBe(true);
  his.doc.getMap<{ set(key: string, value: unknown): void }>('things').get('nog-een')?.set('weg', true);
  const isOff = () => her.doc.getMap<{ get(key: string): unknown }>('things').get('nog-een')?.get('weg') === true;
  expect(await comes(isOff)).toBe(true);
  const kept = await ask(nadia, 'POST', 'moves', { ding: 'nog-een', van: 'gedeeld', naar: own });
  expect(kept.status).toBe(201);
  const mine = (await rooms.read(karim.board, own)).things.get(String(kept.json['ding']));
  expect(mine).toMatchObject({ weg: false, tekst: 'ook van mij' });
  for (const sitter of [her, his]) sitter.leave();
});

test('T42 safety comes first on the screens of who reads the team, and in no document that family or the screen reads', async () => {
  const scherm = await seatAt(bench, karim, { naam: 'Scherm', rol: 'groot-scherm', opent: undefined });
  const watching = [
    await seatedAt(nadia, `tafel:${nadia.als}`),
    await seatedAt(nadia, 'tafel'),
    await seatedAt(scherm, 'tafel'),
  ];
  const outside = await seatedAt(joost, `tafel:${joost.als}`);
  const inside = await seatedAt(karim, `tafel:${karim.als}`);
  expect((await ask(joost, 'PUT', 'veiligheid-voorop', { op: true })).json['code']).toBe('mag-niet');
  expect((await ask(nadia, 'PUT', 'veiligheid-voorop', { op: true })).json['code']).toBe('mag-niet');
  expect((await ask(marloes, 'PUT', 'veiligheid-voorop', { op: true })).status).toBe(204);
  const first = () => inside.doc.getMap('tafel').get('veiligheidVoorop') as { door: string } | undefined;
  expect(await comes(() => first()?.door === marloes.als)).toBe(true);
  for (const { doc, received } of [...watching, outside]) {
    expect(doc.getMap('tafel').has('veiligheidVoorop')).toBe(false);
    expect(Buffer.concat(received).includes('veiligheidVoorop')).toBe(false);
  }
  expect((await ask(karim, 'PUT', 'veiligheid-voorop', { op: false })).status).toBe(204);
  expect(await comes(() => first() === undefined)).toBe(true);
  for (const sitter of [...watching, outside, inside]) sitter.leave();
});
