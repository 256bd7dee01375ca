import { expect, test } from 'vitest';
import { createBucket } from './rate.ts';

test('R11 a bucket gives its burst at once and its rate in the long run, and time that goes back fills nothing', () => {
  const bucket = createBucket(10, 20);
  const taken = (now: number, tries: number) =>
    Array.from({ length: tries }, () => bucket.take(now)).filter(Boolean).length;
  expect(taken(0, 50)).toBe(20);
  expect(taken(500, 50)).toBe(5);
  expect(taken(-10_000, 50)).toBe(0);
  expect(taken(-9000, 50)).toBe(10);
  expect(taken(1_000_000, 50)).toBe(20);
  const large = createBucket(10, 20);
  expect(large.take(0, 21)).toBe(false);
  expect(large.take(0, 20)).toBe(true);
});
