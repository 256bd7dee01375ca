import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sensitiveIn } from './sensitive.ts';
import type { SensitiveKind } from './sensitive.ts';

const found = (text: string): [SensitiveKind, string][] =>
  sensitiveIn(text).map(({ kind, at, length }) => [kind, text.slice(at, at + length)]);

test.each<[string, SensitiveKind, string]>([
  ['Hij woont nu op 3511 AB.', 'postcode', '3511 AB'],
  ['postcode 9712cd', 'postcode', '9712cd'],
  ['Je kunt me bellen op 06-12345678!', 'telefoon', '06-12345678'],
  ['bel 06 12 34 56 78', 'telefoon', '06 12 34 56 78'],
  ['+31 6 12345678 is van oma', 'telefoon', '+31 6 12345678'],
  ['(030) is 030-1234567', 'telefoon', '030-1234567'],
  ['Zij zitten in de Lindelaan 12b, boven.', 'adres', 'Lindelaan 12b'],
  ['aan de Oude-Kerkstraat 4', 'adres', 'Oude-Kerkstraat 4'],
  ['mail oma@voorbeeld.nl', 'e-mail', 'oma@voorbeeld.nl'],
  ['bsn 111222333', 'burgerservicenummer', '111222333'],
  ['Ze zit op basisschool De Regenboog.', 'school', 'basisschool De Regenboog'],
  ['naar het Stedelijk college Zuid', 'school', 'college Zuid'],
  ['Hij gaat naar het Vossiuslyceum', 'school', 'Vossiuslyceum'],
])('B10 in a text what leads to a door is found: %s', (text, kind, words) => {
  expect(found(text)).toEqual([[kind, words]]);
});

test.each([
  'In 2015 op vakantie, en in 1998 in Utrecht.',
  'Op 12-03-2014 ging het mis.',
  'Ik geef het een 6, eerst was het een 4.',
  'Sanne is 14 en Milan 9.',
  'Op school gaat het goed; de weg 2 jaar lang was zwaar.',
  'Het kost 1000 euro of 123456789 cent.',
  'Hij is van 1998 en 06 is te kort.',
])('B10 what people say about years, ages and school is not held for an address: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('B11 whatever the text, what is found lies in it, in order and apart', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('3511 AB', '06-12345678', 'Lindelaan 12', 'a@b.nl', ' ', '111222333', 'OBS De Ster'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { at, length } of sensitiveIn(text)) {
        expect(at).toBeGreaterThanOrEqual(last);
        expect(length).toBeGreaterThan(0);
        last = at + length;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
