import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween, endOf, mayEndOn, monthsAfter, nearness } from './end-date.ts';

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('T93 a board ends half a year after it was made or after its last meeting, or on the day that was chosen', () => {
  expect(endOf({ made: '2026-01-10' })).toBe('2026-07-10');
  expect(endOf({ made: '2026-01-10', met: '2026-08-31' })).toBe('2027-02-28');
  expect(endOf({ made: '2026-01-10', met: '2025-01-01' })).toBe('2026-07-10');
  expect(endOf({ made: '2026-01-10', met: '2026-08-31', set: '2026-09-01' })).toBe('2026-09-01');
  expect(mayEndOn('2026-01-09', '2026-01-10', 6)).toBe(false);
  expect(mayEndOn('2026-07-10', '2026-01-10', 6)).toBe(true);
  expect(mayEndOn('2026-07-11', '2026-01-10', 6)).toBe(false);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 48 }), (day, months) => {
      const later = monthsAfter(day, months);
      expect(later).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(new Date(later).toISOString().slice(0, 10)).toBe(later);
      expect(daysBetween(day, later)).toBeGreaterThanOrEqual(28 * months);
      expect(daysBetween(day, later)).toBeLessThanOrEqual(31 * months);
    }),
  );
});

test('T94 people are told from thirty days before the end, and again from seven', () => {
  const at = (day: string): string => nearness(day, '2026-07-31');
  expect(['2026-06-30', '2026-07-01', '2026-07-23', '2026-07-24', '2026-07-31', '2026-08-01'].map(at)).toEqual([
    'ver',
    'maand',
    'maand',
    'week',
    'week',
    'voorbij',
  ]);
});
