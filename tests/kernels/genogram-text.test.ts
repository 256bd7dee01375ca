import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import { describePerson } from '@samenbord/shared/genogram/person-text.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { boardOf as boardOfFamily } from '../families/board-of.ts';
import { boardOf, child, couple, families, person, thing, today } from './families.ts';

test('K96 somebody of the example family in sentences: who it is, parents, homes, ties, in that order', () => {
  const said = describePerson(boardOfFamily(exampleFamily()), 'milan', { today });
  const at = (text: string): number => said.findIndex((sentence) => sentence.includes(text));
  const order = [
    'een jongen van 10 jaar',
    'Over Milan',
    'kind van Nadia en Ruben',
    'pleegkind van Anneke en Paul',
    'dezelfde ouders als Sanne',
    'één ouder samen met Noor',
    'woont met Anneke en Paul',
    'Anneke schrikt nooit',
  ].map(at);
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('K96 a grown man who died, partners in order of time, children by their other parent, and a loss in plain words', () => {
  const board = boardOf([
    person('ans', '1950', { geslacht: 'vrouw', overleden: '2015' }),
    person('piet', '1950'),
    person('jan'),
    person('lotte', '1975'),
    person('mees', '1970'),
    person('kim', '1990'),
    couple('ans', 'jan', { begonnen: '1985' }),
    couple('ans', 'piet', { begonnen: '1970', geeindigd: '1980', einde: 'gescheiden' }),
    child('lotte', ['ans', 'piet']),
    child('mees', ['ans', 'piet']),
    child('kim', ['ans', 'jan'], 'adoptie'),
    thing('zwangerschap', 'niet-gekomen', { ouders: ['ans', 'piet'], soort: 'miskraam', wanneer: '1973' }),
    thing('huishouden', 'huis-ans', { naam: '', leden: ['ans', 'kim'], periode: '1990/2015' }),
  ]);
  expect(describePerson(board, 'ans', { today })).toEqual([
    'Ans is een vrouw, geboren 1950 en overleden 2015.',
    'Ans en Piet waren getrouwd van 1970 tot 1980 en zijn gescheiden.',
    'Ans en Jan zijn getrouwd sinds 1985.',
    'Kinderen met Piet: Mees en Lotte.',
    'Adoptiekind met Jan: Kim.',
    'Miskraam met Piet, 1973.',
    'Ans woonde met Kim, van 1990 tot 2015.',
  ]);
  expect(describePerson(board, 'jan', { today })[0]).toBe('Jan staat op het bord.');
  expect(describePerson(board, 'niemand', { today })).toEqual([]);
});

test('K96 of any family everybody is said in whole sentences, the same each time', () => {
  fc.assert(
    fc.property(families({ ordered: false }), (things: Thing[]) => {
      const board = boardOf(things);
      for (const { id, type } of things) {
        const said = describePerson(board, id, { today });
        expect(said).toEqual(describePerson(boardOf(things.toReversed()), id, { today }));
        expect(said.length > 0).toBe(type === 'persoon');
        for (const sentence of said) expect(sentence).toMatch(/[.!?…]["”')]*$/u);
      }
    }),
    { numRuns: 150 },
  );
});
