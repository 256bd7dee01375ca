import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

test('C40 the time of the server is known from the quickest answer, and a device that slept asks again', () => {
  const clock = new ServerClock();
  expect(clock.isStale(0)).toBe(true);
  clock.heard(1000, 1400, 61_200);
  expect(clock.at(2000)).toBe(62_000);
  // A slow answer says less than a quick one, and a quicker one more.
  clock.heard(3000, 9000, 70_000);
  expect(clock.at(10_000)).toBe(70_000);
  clock.heard(10_000, 10_020, 70_110);
  expect(clock.at(10_100)).toBe(70_200);
  expect(clock.isStale(10_100)).toBe(false);
  const later = 10_100 + 6 * 60_000;
  expect(clock.isStale(later)).toBe(true);
  clock.heard(later, later + 500, later + 250 + 40_000);
  expect(clock.at(later)).toBe(later + 40_000);
  // The clock of the device was put back: what was known counts no more.
  expect(clock.isStale(0)).toBe(true);
});
