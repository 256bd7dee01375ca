import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('V3 canonical JSON holds the same data, in one order, whatever order it came in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonicalJson({ b: [1, { d: 1, c: undefined }], a: 'é"\n' })).toBe('{"a":"é\\"\\n","b":[1,{"d":1}]}');
});

test('V3 canonical JSON refuses what JSON cannot hold', () => {
  for (const value of [Number.NaN, Infinity, '\uD83D', 1n, () => 1])
    expect(() => canonicalJson([value])).toThrow(RangeError);
});
