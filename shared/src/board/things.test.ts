import { expect, test } from 'vitest';
import { isText } from './things.ts';

test('B9 no text holds signs that nobody sees or that make it look like another, and a line is one line', () => {
  for (const sign of [
    '\u0000',
    '\t',
    '\r',
    '\u007f',
    '\u0085',
    '\u009b',
    '\u202e',
    '\u202a',
    '\u2066',
    '\u2069',
    '\ud800',
  ])
    expect([sign, isText('notitie', 'tekst', `a${sign}b`)]).toEqual([sign, false]);
  expect(isText('notitie', 'tekst', 'twee\nregels, 👩‍👧 en \u200fعربي')).toBe(true);
  expect(isText('persoon', 'naam', 'Nadia\nde casusregisseur')).toBe(false);
  expect(isText('persoon', 'naam', 'Nadia')).toBe(true);
});
