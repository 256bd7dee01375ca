import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { actorOf } from '@samenbord/server/sign-in/sitting.ts';
import { makeShutBoard, openBench, openTableOf, putPerson, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';
import { comes, seatedAt } from './meeting-sockets.ts';
import type { Sitter } from './meeting-sockets.ts';

let bench: Bench;
let karim: Seat;
let joost: Seat;
let nadia: Seat;
let oma: Seat;

beforeAll(async () => {
  bench = await openBench();
  karim = await makeShutBoard(bench);
  await putPerson(karim, 'sanne');
  joost = await seatAt(bench, karim, { naam: 'Joost', rol: 'medewerker-lt', opent: undefined });
  nadia = await seatAt(bench, karim, { naam: 'Nadia', opent: undefined });
  // Has a box to share and no table.
  oma = await seatAt(bench, karim, { naam: 'Oma', rol: 'netwerk', opent: ['eigen'] });
  for (const { browser, board, als } of [nadia, oma])
    await browser.send('PUT', `/boards/${board}/vertrouwd?als=${als}`, { professionals: [joost.als] });
});
afterAll(() => bench.close());

const origins = { tracked: 'test', untracked: 'test' };

/** Puts a card about somebody, or in answer to something, into a zone; what the gate says. */
async function put(seat: Seat, zone: string, id: string, pointsAt: { over?: string; op?: string }): Promise<string> {
  const { rooms, storage } = bench.running.deps;
  const row = await storage.participant(seat.board, seat.als);
  if (row === undefined) return 'nobody';
  const { over, op } = pointsAt;
  const thing = {
    id,
    type: op === undefined ? ('notitie' as const) : ('reactie' as const),
    by: seat.als,
    values: op === undefined ? { over: over === undefined ? [] : [over] } : { op },
    texts: { tekst: id },
  };
  try {
    await rooms.write(seat.board, zone, actorOf(row), (doc) => void carryOut(doc, { kind: 'create', thing }, origins));
    return 'in';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('T44 a card points only at what everybody who reads it may read: out of the team and a box at the table, and from the table at nothing else', async () => {
  await openTableOf(karim);
  const mine = `eigen:${nadia.als}`;
  const box = `vertrouwd:${nadia.als}`;
  expect(await put(karim, 'team', 'kaart-team', { over: 'sanne' })).toBe('in');
  expect(await put(nadia, mine, 'kaart-eigen', { over: 'sanne' })).toBe('in');
  expect(await put(nadia, box, 'kaart-box', { over: 'sanne' })).toBe('in');
  expect(await put(joost, box, 'kaart-joost', { over: 'sanne' })).toBe('in');
  expect(await put(karim, 'gedeeld', 'kaart-tafel', { over: 'sanne' })).toBe('in');
  const zones = { team: karim, [mine]: nadia, [box]: nadia, gedeeld: karim };
  const cards = { team: 'kaart-team', [mine]: 'kaart-eigen', [box]: 'kaart-box', gedeeld: 'kaart-tafel' };
  let number = 0;
  for (const [zone, seat] of Object.entries(zones))
    for (const [elsewhere, op] of Object.entries(cards)) {
      const may = zone === elsewhere || elsewhere === 'gedeeld';
      const said = await put(seat, zone, `reactie-${++number}`, { op });
      expect([zone, elsewhere, said]).toEqual([zone, elsewhere, may ? 'in' : 'waarde']);
    }
  // Of somebody without a table, what is in their box points at nothing there, whoever writes it.
  const hers = `vertrouwd:${oma.als}`;
  expect(await put(oma, hers, 'oma-een', { over: 'sanne' })).toBe('waarde');
  expect(await put(joost, hers, 'oma-twee', { over: 'sanne' })).toBe('waarde');
  expect(await put(oma, hers, 'oma-drie', {})).toBe('in');
});

/** How many others this one sees here. */
const seen = ({ provider }: Sitter): number => provider.awareness.getStates().size - 1;

test('T46 in the team people are seen during a meeting only, and in a trusted box only while the family is at the table too', async () => {
  const box = `vertrouwd:${nadia.als}`;
  const pairs = {
    team: [await seatedAt(karim, 'team'), await seatedAt(joost, 'team')],
    box: [await seatedAt(nadia, box), await seatedAt(joost, box)],
  } as const;
  const says = (): void => {
    for (const { provider } of Object.values(pairs).flat()) provider.awareness.setLocalState({ view: 'genogram' });
  };
  /** What is so after a while, also when everybody says again where they are. */
  const expectSeen = async (team: boolean, inBox: boolean): Promise<void> => {
    const isSo = (): boolean => seen(pairs.team[0]) > 0 === team && seen(pairs.box[1]) > 0 === inBox;
    expect(await comes(isSo)).toBe(true);
    says();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isSo()).toBe(true);
  };
  const { browser, board, als } = karim;
  const path = (what: string): string => `/boards/${board}/meeting${what}?als=${als}`;
  says();
  await expectSeen(true, true);
  await browser.send('POST', path('/close'));
  await expectSeen(false, false);
  await browser.send('PUT', path(''), { soort: 'casuistiekbespreking', familie: true });
  await browser.send('POST', path('/open'));
  says();
  await expectSeen(true, false);
  for (const sitter of Object.values(pairs).flat()) sitter.leave();
});
