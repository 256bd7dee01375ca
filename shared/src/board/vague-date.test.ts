import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { ageOn, boundsOf, dayNumber, isVagueDate } from './vague-date.ts';

test('B6 vague dates are read as written, with bounds that hold what they can mean', () => {
  for (const good of ['2014', '2014-03', '2014-02-28', '2014~', '2014-03~', '2014/2016', '2014-03/..', '2014~/2016-05'])
    expect(isVagueDate(good)).toBe(true);
  for (const bad of [
    '',
    '14',
    '2014-13',
    '2014-02-30',
    '2016/2014',
    '2014/',
    '../2014',
    '2014-3',
    'maart 2014',
    '2014-00',
  ])
    expect(isVagueDate(bad)).toBe(false);
  expect(boundsOf('2014-02')).toEqual({
    earliest: dayNumber('2014-02-01'),
    latest: dayNumber('2014-02-28'),
    around: false,
  });
  expect(boundsOf('2014/..').latest).toBe(Number.POSITIVE_INFINITY);
  expect(ageOn('2011-05-10', dayNumber('2025-05-09'))).toBe(13);
  expect(ageOn('2011-05-10', dayNumber('2025-05-10'))).toBe(14);
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2090 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const date = `${year}-${String(month).padStart(2, '0')}`;
      const inYear = boundsOf(String(year));
      const inMonth = boundsOf(date);
      expect(
        inYear.earliest <= inMonth.earliest && inMonth.earliest <= inMonth.latest && inMonth.latest <= inYear.latest,
      ).toBe(true);
    }),
  );
});
