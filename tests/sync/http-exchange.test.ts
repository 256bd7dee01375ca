import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayRefusal } from '@samenbord/shared/words/exchange.ts';
import { gedcom, largeFile, readFamilyFile } from '../documents/exchange-files.ts';
import { readBoardFile } from './http-files.ts';
import { makeBoard, openBench } from './http-server.ts';
import type { Bench, Reply, Seat } from './http-server.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const at = ({ board }: Seat) => `/boards/${board}`;
const send = (seat: Seat, bytes: Uint8Array, more: object = {}, query = ''): Promise<Reply> =>
  seat.browser.send('POST', `${at(seat)}/import/gedcom${query}`, {
    bestand: Buffer.from(bytes).toString('base64'),
    ...more,
  });
type Exported = { hash: string; things: { id: string; type: string; texts: { naam?: string } }[] };
const exported = async (seat: Seat): Promise<Exported> =>
  (await seat.browser.get(`${at(seat)}/export`)).json as unknown as Exported;
const names = ({ things }: Exported): string[] =>
  things.flatMap(({ type, texts }) => (type === 'persoon' ? [texts.naam ?? ''] : []));
const actions = async ({ board }: Seat): Promise<string[]> =>
  (await bench.running.deps.storage.audit(board)).map(({ action }) => action);

test('E18 the server takes a family file, says first what would come, and gives it out again as GEDCOM 7', async () => {
  const leader = await makeBoard(bench);
  const before = await exported(leader);
  const rond = { nummer: 6, terug: 1, vooruit: 1, zijtakken: false, partners: true };
  const proef = await send(leader, readFamilyFile('vermeer-70.ged'), { rond }, '?proef=1');
  expect(proef.json).toMatchObject({ inBestand: 8, mensen: 5, relaties: 3, ouders: 2, aangenomen: 1 });
  expect(await exported(leader)).toEqual(before);
  const done = await send(leader, readFamilyFile('vermeer-70.ged'), { rond });
  expect(done.json).toEqual(proef.json);
  expect(names(await exported(leader)).toSorted()).toEqual([
    'Joke Vermeer',
    'Mark Vermeer',
    'Nadia de Wit',
    'Sanne Vermeer',
    'Wim Bos',
  ]);
  const out = await leader.browser.get(`${at(leader)}/export.ged`);
  expect(out.headers.get('content-type')).toBe('text/vnd.familysearch.gedcom; charset=utf-8');
  expect(out.headers.get('content-disposition')).toBe('attachment; filename="samenbord.ged"');
  expect(out.headers.get('content-security-policy')).toContain("default-src 'none'");
  const other = await makeBoard(bench, 'Leeg');
  expect((await send(other, new TextEncoder().encode(out.text))).json).toMatchObject({
    mensen: 5,
    relaties: 3,
    ouders: 2,
    weggelaten: [],
    aangenomen: 0,
  });
  expect((await other.browser.get(`${at(other)}/export.ged`)).text).toBe(out.text);
  expect(await actions(leader)).toEqual(expect.arrayContaining(['familie-ingevoerd', 'familie-uitgevoerd']));
  expect(JSON.stringify(await bench.running.deps.storage.audit(leader.board))).not.toMatch(/Vermeer|Wim|Bos/);
});

test('E18 a hostile or too large file, or a family too large for a board, is refused with a sentence and changes nothing', async () => {
  const leader = await makeBoard(bench);
  await leader.browser.send('POST', `${at(leader)}/import`, readBoardFile());
  const before = await exported(leader);
  const acts = await actions(leader);
  const deep = gedcom(Array.from({ length: 150 }, (_, level) => `${level} X`));
  const refused: readonly (readonly [bytes: Uint8Array, status: number, code: string, sentence?: string])[] = [
    [deep, 400, 'familiebestand-klopt-niet', sayRefusal('te-diep', 104)],
    [gedcom(['0 @I1@ INDI', 'zomaar']), 400, 'familiebestand-klopt-niet', sayRefusal('regel', 5)],
    [new TextEncoder().encode('geen bestand'), 400, 'familiebestand-klopt-niet', sayRefusal('geen-gedcom', 1)],
    [new Uint8Array(3 * 1024 * 1024), 413, 'te-groot'],
    [largeFile(400), 409, 'te-veel-mensen'],
  ];
  for (const [bytes, status, code, sentence] of refused) {
    const reply = await send(leader, bytes);
    expect([reply.status, reply.json['code'], reply.json['detail']]).toEqual([status, code, sentence]);
  }
  expect(
    (await send(leader, gedcom([]), { rond: { nummer: 1, terug: 1, vooruit: 1, zijtakken: true, partners: true } }))
      .json['code'],
  ).toBe('persoon-onbekend');
  expect(await exported(leader)).toEqual(before);
  expect((await actions(leader)).filter((action) => action !== 'bord-uitgevoerd')).toEqual(
    acts.filter((action) => action !== 'bord-uitgevoerd'),
  );
});

test('E11 a file of our own comes beside what is there when that is asked, and a changed one is refused', async () => {
  const leader = await makeBoard(bench);
  const path = `${at(leader)}/import`;
  await leader.browser.send('POST', path, readBoardFile());
  const file = await exported(leader);
  expect((await leader.browser.send('POST', path, file)).json['code']).toBe('staat-er-al');
  expect((await leader.browser.send('POST', `${path}?bestaat=ernaast`, file)).json).toEqual({
    things: 4,
    places: 1,
    ink: 1,
  });
  expect(names(await exported(leader)).toSorted()).toEqual(['Mark', 'Mark', 'Nadia 😀', 'Nadia 😀', 'Sanne', 'Sanne']);
  const now = await exported(leader);
  const [first, ...others] = file.things;
  const changed = { ...file, things: [{ ...first, texts: { naam: 'Iemand anders' } }, ...others] };
  expect((await leader.browser.send('POST', `${path}?bestaat=ernaast`, changed)).json['code']).toBe(
    'import-beschadigd',
  );
  expect(await exported(leader)).toEqual(now);
});

test('E9 a family out of three thousand people is on the table in time', async () => {
  const leader = await makeBoard(bench);
  const rond = { nummer: 900, terug: 2, vooruit: 2, zijtakken: true, partners: true };
  const began = performance.now();
  const reply = await send(leader, largeFile(3000), { rond });
  console.log(
    `E9: a file of 3,000 people sent, read, cut and put on the table in ${Math.round(performance.now() - began)} ms`,
  );
  expect(reply.json).toMatchObject({ inBestand: 3000 });
  expect(names(await exported(leader))).toHaveLength(Number(reply.json['mensen']));
});
