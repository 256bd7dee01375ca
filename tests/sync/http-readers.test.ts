import { afterAll, beforeAll, expect, test } from 'vitest';
import { inviteTo, makeBoard, openBench, seatAt } from './http-server.ts';
import type { Bench, Seat } from './http-server.ts';

let bench: Bench;
let leader: Seat;
beforeAll(async () => {
  bench = await openBench();
  leader = await makeBoard(bench);
});
afterAll(() => bench.close());

const professional = { grondslag: 'directe-betrokkenheid', geinformeerd: 'geinformeerd' } as const;
async function names({ browser, board, als }: Seat, zone: string): Promise<unknown> {
  const { status, json } = await browser.get(`/boards/${board}/readers?als=${als}&zone=${encodeURIComponent(zone)}`);
  return status === 200 ? (json['lezers'] as { naam: string }[]).map(({ naam }) => naam).toSorted() : status;
}

test('T86 who reads the team or a box is told by name to who reads it too, and to nobody else', async () => {
  const gi = await seatAt(bench, leader, {
    ...professional,
    naam: 'Marloes',
    rol: 'medewerker-gi',
    opent: ['gedeeld', 'eigen', 'team'],
  });
  const helper = await seatAt(bench, leader, { ...professional, naam: 'Joost', rol: 'hulpverlener' });
  const nadia = await seatAt(bench, leader, { naam: 'Nadia' });
  const ruben = await seatAt(bench, leader, { naam: 'Ruben', rol: 'ouder-zonder-gezag' });
  await inviteTo(leader, { ...professional, naam: 'Zegt nog niets', rol: 'medewerker-lt', opent: ['gedeeld', 'team'] });
  const lead = (await names(leader, 'team')) as string[];
  expect(lead).toEqual(expect.arrayContaining(['Marloes', 'Zegt nog niets']));
  expect(lead).toHaveLength(3);
  expect(await names(gi, 'team')).toEqual(lead);
  for (const one of [helper, nadia, ruben]) expect(await names(one, 'team')).toBe(403);

  const box = `vertrouwd:${nadia.als}`;
  expect(await names(nadia, box)).toEqual(['Nadia']);
  for (const one of [leader, gi, helper, ruben]) expect(await names(one, box)).toBe(403);
  const chosen = { professionals: [gi.als] };
  await nadia.browser.send('PUT', `/boards/${nadia.board}/vertrouwd?als=${nadia.als}`, chosen);
  expect(await names(nadia, box)).toEqual(['Marloes', 'Nadia']);
  expect(await names(gi, box)).toEqual(['Marloes', 'Nadia']);
  for (const one of [leader, helper, ruben]) expect(await names(one, box)).toBe(403);

  // Whoever is named learns of it in their own document, and so does whoever is left.
  const told = async (): Promise<unknown> => {
    let boxes: unknown;
    await bench.running.deps.rooms.write(gi.board, `tafel:${gi.als}`, 'server', (doc) => {
      boxes = doc.getMap('tafel').get('vakken');
    });
    return boxes;
  };
  expect(await told()).toEqual([nadia.als]);
  await nadia.browser.send('PUT', `/boards/${nadia.board}/vertrouwd?als=${nadia.als}`, { professionals: [] });
  expect(await told()).toEqual([]);
  expect(await names(gi, box)).toBe(403);

  // Of the table there is no such list: who was invited and never came is nobody's business.
  for (const one of [leader, nadia]) expect(await names(one, 'gedeeld')).toBe(403);
  for (const zone of ['tafel', `tafel:${nadia.als}`, '', 'onzin']) expect(await names(nadia, zone)).toBe(400);

  await leader.browser.send('DELETE', `/boards/${leader.board}/participants/${gi.als}?als=${leader.als}`);
  expect(await names(leader, 'team')).not.toContain('Marloes');
});
