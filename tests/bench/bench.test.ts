import { expect, test } from 'vitest';
import { tableOf } from './table.ts';
import { crowd } from './work/crowd.ts';
import { death } from './work/death.ts';
import { gateCost } from './work/gate.ts';
import { fanOut, keystroke, manyBoards } from './work/live.ts';
import { storm } from './work/storm.ts';

/** The bench itself takes a quarter of an hour and is no test; this shows that it still runs, with a few people and no peers. */
test('W20 the bench still works: each of its short runs gives figures, and everything arrives', async () => {
  const live = await Promise.all([
    fanOut('samenbord', 'quick'),
    fanOut('limit', 'quick'),
    manyBoards('samenbord', 'quick'),
    keystroke('samenbord', 'quick'),
  ]);
  for (const { delivered, p95 } of live) {
    expect(delivered).toBe(100);
    expect(p95).toBeGreaterThan(0);
  }
  const [ours, limit, many, keys] = live;
  const [reconnect, gate] = await Promise.all([storm('samenbord', 'quick'), gateCost('quick')]);
  expect(reconnect['equal']).toBe(100);
  expect(gate['refused']).toBe(0);
  const [deaths, together] = [await death('samenbord', 'quick'), await crowd('quick')];
  expect(deaths).toMatchObject({ lost: 0 });
  expect(deaths['seen']).toBeGreaterThan(0);
  const results = {
    S1: { samenbord: [ours], limit: [limit] },
    S2: { samenbord: [many], limit: [many] },
    S4: { samenbord: [reconnect] },
    S5: { samenbord: [deaths] },
    S8: { samenbord: [together] },
    keystroke: { samenbord: [keys] },
    gate: { samenbord: [gate] },
  };
  const about = { date: '2026-01-01', machine: 'a machine', load: 0, minutes: 1, runs: 1, peers: { dependencies: {} } };
  const page = tableOf(results, about);
  for (const line of [
    '| S1 | not delivered | <= 0 % | 0 % | met |',
    '| S4 | not equal | <= 0 % | 0 % | met |',
    '| gate |',
    '| S5 |',
    '| S8 |',
  ])
    expect(page).toContain(line);
});
