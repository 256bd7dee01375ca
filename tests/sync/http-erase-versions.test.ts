import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { versionKey } from '@samenbord/server/storage/keys.ts';
import { openKeyDisk } from '@samenbord/server/storage/keys/disk.ts';
import { openKeys } from '@samenbord/server/storage/keys/open-keys.ts';
import { allFiles, sealedBytes, valuesWith } from '../support/sealed-values.ts';
import { makeBoard, openBench, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const origins = { tracked: 'server', untracked: 'server' };
const write = ({ board, als }: Seat, intent: Intent) =>
  bench.running.deps.rooms.write(
    board,
    'gedeeld',
    { id: als, rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
    (doc) => {
      carryOut(doc, intent, origins);
    },
  );
const card = (seat: Seat, id: string, tekst: string): Promise<unknown> =>
  write(seat, { kind: 'create', thing: { id, type: 'notitie', by: seat.als, texts: { tekst } } });
const question = (seat: Seat, id: string, tekst: string): Promise<unknown> =>
  write(seat, { kind: 'create', thing: { id, type: 'open-vraag', by: seat.als, texts: { tekst } } });
const freeze = async ({ browser, board }: Seat, titel: string): Promise<string> =>
  String((await browser.send('POST', `/boards/${board}/versions`, { titel })).json['id']);
type Listed = {
  id: string;
  nummer: number;
  hash: string;
  titel: string;
  gewist?: string;
  opvolger?: { id: string; nummer: number };
};
const versions = async ({ browser, board }: Seat): Promise<Listed[]> =>
  (await browser.get(`/boards/${board}/versions`)).json['versies'] as Listed[];
const erase = async ({ browser, board }: Seat, ding: string): Promise<number> =>
  (await browser.send('POST', `/boards/${board}/erase`, { zone: 'gedeeld', ding })).status;
const position = ({ browser, board }: Seat, versie: string, deel: string, tekst: string) =>
  browser.send('PUT', `/boards/${board}/positions`, { versie, deel, positie: 'anders', tekst, zichtbaar: 'iedereen' });

/** What was seen after the erase of the first test, for the promises that are about it. */
let seen: { gone: readonly Record<string, unknown>[]; posities: readonly string[]; left: number; carved: number };

test('V20 what is erased leaves no version that can be read; another comes in its place', async () => {
  const leader = await makeBoard(bench);
  const family = await seatAt(bench, leader, { rol: 'netwerk' });
  const { board } = leader;
  await card(leader, 'te-wissen', 'MERKTEKEN van de kaart');
  await question(leader, 'open-vraag-1', 'Wie haalt Sanne op?');
  const first = await freeze(leader, 'Eerste');
  const second = await freeze(leader, 'Tweede');
  await position(family, second, 'geheel', 'MERKTEKEN in het geheel');
  await position(family, second, 'R', 'HULP blijft');
  await position(leader, first, 'R', 'MERKTEKEN op een oudere versie');
  const [one, two] = await versions(leader);
  const parts = await changedIn(leader, second, 'MERKTEKEN');
  expect(parts).toContain('E');
  for (const deel of parts.filter((letter) => letter !== 'S'))
    await position(leader, second, deel, 'MERKTEKEN in een deel');
  await position(family, second, 'T', 'Er staat: merkteken van de KAART. Dat klopt niet.');
  await write(leader, { kind: 'remove', id: 'te-wissen' });
  expect(await valuesWith(bench.dataDir, 'MERKTEKEN')).toBeGreaterThan(4);
  const carved = sealedBytes(bench.dataDir);
  expect(await erase(leader, 'te-wissen')).toBe(204);

  const after = await versions(leader);
  const third = after[2]?.id ?? '';
  const successor = { id: third, nummer: 3 };
  expect(after).toEqual([
    { ...one, gewist: expect.any(String), opvolger: successor },
    { ...two, gewist: expect.any(String), opvolger: successor },
    { ...two, id: third, nummer: 3, hash: expect.not.stringMatching(two?.hash ?? '') },
  ]);
  const gone: Record<string, unknown>[] = [];
  for (const id of [first, second]) {
    for (const form of ['json', 'html', 'pdf'])
      gone.push((await leader.browser.get(`/boards/${board}/analyses/${id}.${form}`)).json);
    gone.push((await leader.browser.get(`/boards/${board}/positions?versie=${id}`)).json);
    gone.push((await position(leader, id, 'A', 'x')).json);
  }
  expect(gone.every(({ opvolger }) => JSON.stringify(opvolger) === JSON.stringify(successor))).toBe(true);
  const shown = await leader.browser.get(`/boards/${board}/analyses/${third}.json`);
  expect(shown.text).toContain('Wie haalt Sanne op?');
  expect(shown.text).not.toContain('MERKTEKEN');
  const { posities } = (await leader.browser.get(`/boards/${board}/positions?versie=${third}`)).json as {
    posities: { tekst: string }[];
  };
  const left = new Set(sealedBytes(bench.dataDir).map((bytes) => bytes.toString('hex')));
  const away = carved.filter((bytes) => !left.has(bytes.toString('hex')));
  expect(away.length).toBeGreaterThan(6);
  const files = allFiles(bench.dataDir);
  seen = {
    gone,
    posities: posities.map(({ tekst }) => tekst),
    left: await valuesWith(bench.dataDir, 'MERKTEKEN'),
    carved: away.filter((bytes) => files.includes(bytes)).length,
  };
  const lines = (await bench.running.deps.storage.audit(board)).map(
    ({ action, object }) => `${action} ${object ?? ''}`,
  );
  expect(lines).toEqual(
    expect.arrayContaining([`versie-gewist ${first}`, `versie-gewist ${second}`, 'definitief-gewist te-wissen']),
  );

  // A later erase names a version that can be read, for the old ones as well.
  await write(leader, { kind: 'remove', id: 'open-vraag-1' });
  const fourth = await freeze(leader, 'Vierde');
  expect(await erase(leader, 'open-vraag-1')).toBe(204);
  expect((await versions(leader)).map(({ opvolger }) => opvolger?.id)).toEqual([fourth, fourth, fourth, undefined]);
});

test('V21 a position goes along only where its part reads the same and it does not quote what was erased', () => {
  expect(seen.posities).toEqual(['HULP blijft']);
});

test('V22 every form of an erased version says that it was erased and what to read instead', () => {
  expect(seen.gone.map(({ code, status }) => [code, status])).toEqual(Array(10).fill(['versie-gewist', 410]));
});

test('S26 no key that is left opens a row with the erased text, and no row that went lies in a file', () => {
  expect([seen.left, seen.carved]).toEqual([0, 0]);
});

test('V20 a copy of before an erase has no version that opens any more', async () => {
  const leader = await makeBoard(bench);
  await card(leader, 'te-wissen', 'MERKTEKEN');
  const id = await freeze(leader, 'Eerste');
  await write(leader, { kind: 'remove', id: 'te-wissen' });
  const keys = async () => openKeys(openKeyDisk(join(bench.dataDir, 'keys')), {});
  expect((await keys()).key(leader.board, versionKey(id))).toHaveLength(32);
  expect(await erase(leader, 'te-wissen')).toBe(204);
  const now = await keys();
  expect(() => now.key(leader.board, versionKey(id))).toThrow('sleutel');
});

test('V23 a stroke is erased like a thing, also when it only lies in a version any more', async () => {
  const leader = await makeBoard(bench);
  const { rooms, storage } = bench.running.deps;
  const stroke = (id: string) =>
    write(leader, {
      kind: 'ink',
      id,
      ink: { by: leader.als, view: 'genogram', vorm: 'lijn', kleur: 'ink', punten: [0, 0, 4321, 8] },
    });
  await stroke('streek-1');
  await stroke('streek-2');
  await freeze(leader, 'Eerste');
  await write(leader, { kind: 'ink', id: 'streek-2', ink: undefined });
  for (const id of ['streek-1', 'streek-2']) expect(await erase(leader, id)).toBe(204);
  expect(await erase(leader, 'streek-3')).toBe(404);
  expect((await rooms.read(leader.board, 'gedeeld')).ink.size).toBe(0);
  expect(JSON.stringify(await storage.history(leader.board, 'gedeeld'))).not.toContain('4321');
  const whole = (await versions(leader)).filter(({ gewist }) => gewist === undefined);
  expect(whole.map(({ nummer }) => nummer)).toEqual([3]);
  expect((await storage.version(leader.board, whole[0]?.id ?? ''))?.content).not.toContain('4321');
  await expect(stroke('streek-1')).rejects.toMatchObject({ code: 'plaats' });
});

test('S28 the casusregisseur deletes a board by typing its title; everybody is sent away and only that it happened stays', async () => {
  const leader = await makeBoard(bench);
  const family = await seatAt(bench, leader, { rol: 'netwerk' });
  const { storage } = bench.running.deps;
  const { board } = leader;
  const remove = async ({ browser }: Seat, titel: string) => {
    const { status, json } = await browser.send('DELETE', `/boards/${board}`, { titel });
    return [status, json['code']];
  };
  const titel = String((await leader.browser.get(`/boards/${board}`)).json['titel']);
  expect(await remove(leader, 'Iets anders')).toEqual([409, 'titel-klopt-niet']);
  expect(await remove(family, titel)).toEqual([403, 'mag-niet']);
  expect((await storage.board(board))?.titel).toBe(titel);
  expect(await remove(leader, ` ${titel} `)).toEqual([204, undefined]);
  expect(await storage.board(board)).toBeUndefined();
  for (const seat of [leader, family]) {
    expect((await seat.browser.get(`/boards/${board}`)).status).toBe(404);
    expect((await seat.browser.get('/api/v1/me')).json).toEqual({ deelnames: [] });
  }
  const last = (await storage.audit(board)).at(-1);
  expect([last?.action, last?.participant]).toEqual(['bord-gewist', leader.als]);
});

/** The letters of the parts that say this word to this reader. */
async function changedIn({ browser, board }: Seat, id: string, word: string): Promise<string[]> {
  const { delen } = (await browser.get(`/boards/${board}/analyses/${id}.json`)).json['analyse'] as {
    delen: { letter: string }[];
  };
  return delen.filter((part) => JSON.stringify(part).includes(word)).map(({ letter }) => letter);
}
