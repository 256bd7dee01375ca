import { beforeEach, expect, test, vi } from 'vitest';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';
import { readShelf, writeShelf } from './leave.ts';
import type { Shelf } from './leave.ts';
import { clearWork, tableOnly, takeWork } from './sharing.ts';

const zones = ['gedeeld', 'tafel', 'team', 'eigen:pkarim', 'vertrouwd:psanne', 'tafel:pkarim'];
const work = (...names: string[]): Shelf => ({
  work: Object.fromEntries(
    names.map((zone) => [
      zone,
      [{ intent: { kind: 'remove', id: `kaart-${zone}` }, given: [], epoch: 1, sent: false }],
    ]),
  ) as unknown as Shelf['work'],
  lost: [],
});
const inWork = (shelf: Shelf): string[] => Object.keys(shelf.work).sort();

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('C56 a tab that shares its screen opens the table and what everybody at it knows, whatever its participant may open', () => {
  const answer = { zones: zones.map((zone) => ({ zone, epoch: 1, schrijven: true })) } as unknown as BoardAnswer;
  expect(tableOnly(answer).zones.map(({ zone }) => zone)).toEqual(['gedeeld', 'tafel']);
});

test('C56 what the server does not have of other zones waits unseen while the screen is shared, and comes back exactly once', () => {
  writeShelf('bord', 'pkarim', work('gedeeld', 'eigen:pkarim', 'team'));
  expect(inWork(takeWork('bord', 'pkarim', true))).toEqual(['gedeeld']);
  // The page is loaded again before the board could be opened: nothing comes twice.
  expect(inWork(takeWork('bord', 'pkarim', true))).toEqual(['gedeeld']);
  clearWork('bord', 'pkarim', true);
  expect(inWork(takeWork('bord', 'pkarim', true))).toEqual([]);
  writeShelf('bord', 'pkarim', work('gedeeld'));
  const back = takeWork('bord', 'pkarim', false);
  expect(inWork(back)).toEqual(['eigen:pkarim', 'gedeeld', 'team']);
  expect(back.work['eigen:pkarim']).toHaveLength(1);
  clearWork('bord', 'pkarim', false);
  expect(inWork(readShelf('bord', 'pkarim', 'opzij'))).toEqual([]);
  expect(inWork(takeWork('bord', 'pkarim', false))).toEqual([]);
});
