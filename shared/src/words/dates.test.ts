import { expect, test } from 'vitest';
import { sayAge, sayDate, sayList, sayYears } from './dates.ts';

test('K17 a date is said as precisely as it is known', () => {
  const said: Readonly<Record<string, string>> = {
    '2014': '2014',
    '2014-03': 'maart 2014',
    '2014-03-02': '2 maart 2014',
    '2014~': 'rond 2014',
    '2014-12~': 'rond december 2014',
    '2014/2016': 'van 2014 tot 2016',
    '2014-03/..': 'sinds maart 2014',
    '2014~/2016-05': 'van rond 2014 tot mei 2016',
  };
  for (const [date, words] of Object.entries(said)) expect(sayDate(date)).toBe(words);
});

test('K17 years, ages and lists of names are said short and whole', () => {
  expect(['2014-03', '2014~', '2014/2016', '2014~/..'].map(sayYears)).toEqual([
    '2014',
    '±2014',
    '2014–2016',
    '±2014–nu',
  ]);
  expect([0, 1, 14].map(sayAge)).toEqual(['nog geen jaar', '1 jaar', '14 jaar']);
  expect([[], ['Nadia'], ['Nadia', 'Mark'], ['Nadia', 'Mark', 'Sem']].map(sayList)).toEqual([
    '',
    'Nadia',
    'Nadia en Mark',
    'Nadia, Mark en Sem',
  ]);
});
