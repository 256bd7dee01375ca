import * as Y from 'yjs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebased, tidy } from './text-steps.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', 'é', '\n'), maxLength: 12 });

test('D28 an insertion meant before somebody else typed lands by the words it stood by', () => {
  expect(rebased({ at: 5, remove: '', insert: '!' }, 'hallo', 'nou hallo')).toMatchObject({ at: 9 });
  expect(rebased({ at: 2, remove: '', insert: 'x' }, 'hallo', 'hallo allemaal')).toMatchObject({ at: 2 });
  expect(rebased({ at: 5, remove: '', insert: 'x' }, 'abcdefg', 'abXfg')).toMatchObject({ at: 3 });
});

test('D28 a caret is never outside the text', () => {
  fc.assert(
    fc.property(words, words, fc.nat(12), (before, after, place) => {
      const { at } = rebased({ at: Math.min(place, before.length), remove: '', insert: '' }, before, after);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(after.length);
    }),
  );
});

test('D29 what is typed fits its field and does not break an emoji', () => {
  expect(tidy('a\r\nb\tc\u0000', 100, 4)).toBe('a\nb c');
  expect(tidy('bel \u202a06 12\u202c of\u0085 kom', 100, 1)).toBe('bel 06 12 of kom');
  expect(tidy('a\nb', 100, 1)).toBe('a b');
  expect(tidy('ab😀', 3, 1)).toBe('ab');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, max) => {
      const clean = tidy(text, max, 4);
      expect(clean.length).toBeLessThanOrEqual(max);
      expect(clean.isWellFormed()).toBe(true);
      const doc = new Y.Doc();
      doc.getText('t').insert(0, clean);
      expect(doc.getText('t').toJSON()).toBe(clean);
    }),
  );
});
