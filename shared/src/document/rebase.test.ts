import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, joined, landing } from './rebase.ts';
import type { TextEdit } from './rebase.ts';

const played = (edit: TextEdit, seen: string, now: string): string => {
  const { removes, at } = landing(edit, seen, now);
  let text = now;
  for (const gone of removes.toReversed())
    text = edited(text, { at: gone.at, remove: text.slice(gone.at, gone.at + gone.length), insert: '' });
  return text.slice(0, at) + edit.insert + text.slice(at);
};

const insert = (at: number, words: string): TextEdit => ({ at, remove: '', insert: words });

test('D50 a replayed edit lands by the words it stood by, beside what others wrote', () => {
  expect(played(insert(7, 'is '), 'de kat thuis', 'vandaag de kat thuis')).toBe('vandaag de kat is thuis');
  expect(played(insert(7, 'is '), 'de kat thuis', 'vandaag zat de kat weer thuis')).toBe(
    'vandaag zat de kat is weer thuis',
  );
  expect(played(insert(3, 'x'), 'hal', 'hallen')).toBe('halxlen');
  expect(played(insert(2, 'X'), 'de kat', 'het paard')).toBe('het paardX');
  expect(played({ at: 3, remove: 'kat', insert: 'hond' }, 'de kat', 'de poes')).toBe('de hondpoes');
  expect(played({ at: 0, remove: 'de kat', insert: '' }, 'de kat', 'de grote kat')).toBe('grote ');
  expect(played({ at: 1, remove: 'e', insert: '' }, 'weg', 'een weg')).toBe('een wg');
  expect(played({ at: 0, remove: 'a0 ', insert: 'b ' }, 'a0 ', 'anders0 ')).toBe('b anders0 ');
  expect(played({ at: 1, remove: 'a', insert: '' }, 'hal ', 'hallen ')).toBe('hllen ');
  expect(played({ at: 0, remove: '😁', insert: '' }, '😁', '😀🨁')).toBe('😀🨁');
});

/** A text of words, and what two people make of it at once: others put in and take out whole words, one writes a word in between. */
const scene = fc.record({
  text: fc.array(fc.constantFrom('de', 'kat', 'is', 'één', 'a'), { maxLength: 10 }),
  others: fc.array(fc.tuple(fc.nat(10), fc.boolean()), { maxLength: 6 }),
  at: fc.nat(10),
  cut: fc.nat(3),
});

test('D51 a replayed edit never splits a word of others, doubles nothing and loses nothing', () => {
  fc.assert(
    fc.property(scene, ({ text, others, at, cut }) => {
      const seen = text.map((word, index) => `${word}${index} `);
      const now = [...seen];
      const inside: string[] = [];
      for (const [place, puts] of others) {
        const spot = Math.min(place, now.length);
        if (puts) {
          inside.push(`anders${inside.length} `);
          now.splice(spot, 0, `anders${inside.length - 1} `);
        } else if (!(now[spot] ?? 'anders').startsWith('anders')) now.splice(spot, 1);
      }
      const place = Math.min(at, seen.length);
      const gone = seen.slice(place, place + cut);
      const edit = { at: seen.slice(0, place).join('').length, remove: gone.join(''), insert: 'vanmij ' };
      const result = played(edit, seen.join(''), now.join(''));
      const expected = now.filter((word) => !gone.includes(word)).concat('vanmij ');
      expect(result.match(/\S+ /g)?.toSorted() ?? []).toEqual(expected.toSorted());
      const mine = result.indexOf('vanmij ');
      const stays = (word: string): boolean => now.includes(word);
      for (const before of seen.slice(0, place).filter(stays).slice(-1))
        expect(result.indexOf(before)).toBeLessThan(mine);
      for (const after of seen
        .slice(place + gone.length)
        .filter(stays)
        .slice(0, 1))
        expect(result.indexOf(after)).toBeGreaterThan(mine);
    }),
    { numRuns: 500 },
  );
});

test('D51 whatever two people do to a text, what others wrote stays and no emoji breaks', () => {
  const any = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', '🨁', 'é'), maxLength: 10 });
  fc.assert(
    fc.property(any, any, fc.nat(10), fc.nat(4), (seen, now, from, length) => {
      const chars = [...seen];
      const edit = {
        at: chars.slice(0, from).join('').length,
        remove: chars.slice(from, from + length).join(''),
        insert: 'Z',
      };
      const result = played(edit, seen, now);
      expect(result.isWellFormed()).toBe(true);
      expect([...result].filter((sign) => sign === 'Z')).toHaveLength(1);
      expect(result.length).toBeGreaterThanOrEqual(now.length + 1 - edit.remove.length);
      expect(played(edit, seen, seen)).toBe(edited(seen, edit));
    }),
    { numRuns: 500 },
  );
});

test('D52 letters typed one after the other are one edit, that says the same', () => {
  expect(joined(insert(3, 'x'), 'abc', insert(0, 'y'))).toBeUndefined();
  const any = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 });
  const cuts = fc.tuple(fc.nat(6), fc.nat(3), any);
  fc.assert(
    fc.property(any, cuts, cuts, (seen, one, two) => {
      const editOf = (text: string, [at, length, words]: [number, number, string]): TextEdit => {
        const place = Math.min(at, text.length);
        return { at: place, remove: text.slice(place, place + length), insert: words };
      };
      const first = editOf(seen, one);
      const middle = edited(seen, first);
      const second = editOf(middle, two);
      const both = joined(first, seen, second);
      if (both === undefined) return;
      expect(seen.startsWith(both.remove, both.at)).toBe(true);
      expect(edited(seen, both)).toBe(edited(middle, second));
    }),
    { numRuns: 500 },
  );
});
