import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure, wrap } from './measure.ts';

test('K1 known widths: the sum of the letters, and accents on a letter take no room', () => {
  expect(measure('A', 1000)).toBe(626);
  expect(measure('Sanne', 16, 400)).toBeCloseTo(((592 + 525 + 550 + 550 + 538) * 16) / 1000, 9);
  expect(measure('İçğşŁź', 18)).toBeGreaterThan(0);
  expect(measure('e\u0301', 20)).toBe(measure('e', 20));
  expect(measure('Nadia', 16, 600)).toBeGreaterThan(measure('Nadia', 16, 400));
  expect(measure('漢', 10)).toBe(11);
});

test('K2 breaking over lines loses nothing but spaces, and every line fits', () => {
  const text = fc.oneof(
    fc.lorem({ maxCount: 30 }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('a', 'W', ' ', '\n', 'é', '👩‍👧', 'e\u0301') }),
  );
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: 20, max: 400 }),
      fc.constantFrom(16, 18, 28),
      fc.constantFrom(400, 600),
      (words, width, size, weight) => {
        const lines = wrap(words, width, size, weight);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(/[ \n]/g, ''));
        expect(lines.length).toBeGreaterThanOrEqual(words.split('\n').length);
        for (const line of lines) {
          const letters = line.match(/\P{M}(?:\p{M}|\u200d)*/gu) ?? [];
          expect(measure(line, size, weight) <= width || letters.length <= 1).toBe(true);
        }
      },
    ),
  );
});

test('K2 words stay whole where they fit, and only break where they must', () => {
  expect(wrap('een twee drie', measure('een twee', 16), 16)).toEqual(['een twee', 'drie']);
  expect(wrap('a\n\nb', 100, 16)).toEqual(['a', '', 'b']);
  expect(wrap('', 100, 16)).toEqual(['']);
  const long = wrap('ik hottentottententententoonstelling', 80, 16);
  expect(long[0]).toBe('ik');
  expect(long.slice(1).join('')).toBe('hottentottententententoonstelling');
});
