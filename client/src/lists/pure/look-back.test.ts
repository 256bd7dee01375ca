import { expect, test } from 'vitest';
import { dayNumber } from '@samenbord/shared/board/vague-date.ts';
import { datesOf, sayStop } from '@samenbord/shared/genogram/changes.ts';
import { familyOn } from '@samenbord/shared/genogram/on-date.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { boardOf, family, thing } from './board-for-tests.ts';
import { sayRow } from './say.ts';
import { sectionsOf } from './sections.ts';

const lines = (date: string): Map<string, string[]> => {
  const then = familyOn(family, dayNumber(date));
  const told = sectionsOf('genogram', family, then);
  return new Map(told.map(({ title, rows }) => [title, rows.map((row) => sayRow(family, row.thing))]));
};

test('L50 a list of the past holds who was there then, under the generation of now, with what was known then', () => {
  const in2010 = lines('2010-01-01');
  expect(in2010.get(listWords.generation(0))).toBeUndefined();
  expect(in2010.get(listWords.generation(-1))).toEqual([
    'Mark, geboren 1983',
    'Nadia, geboren april 1985',
    'Joris, geboren 1987',
  ]);
  expect(in2010.get(listWords.generation(-2))).toEqual(['Ans, geboren 1955']);
  expect([...in2010.values()].flat()).toContain('Nadia en Mark zijn getrouwd sinds 2008.');
  const in2018 = lines('2018-01-01');
  expect(in2018.get(listWords.generation(0))).toEqual(['Sanne, geboren 2012', 'Finn, geboren rond 2016']);
  expect([...in2018.values()].flat()).toContain('Nadia en Mark waren getrouwd van 2008 tot 2016 en zijn gescheiden.');
});

test('L50 of the days at which one can stop each says its date as it is known, and a later end is not told before it came', () => {
  expect(datesOf(family).map(sayStop)).toEqual(['1955', '1983', 'april 1985', '1987', '2008', '2012', '2016', '2019']);
  const stay = boardOf(
    ...family.things.values(),
    thing('stay', 'ouder-kind', { ouders: ['joris'], kind: 'sanne', soort: 'pleeg', periode: '2017/2020' }),
  );
  const told = (date: string): string =>
    sayRow(
      stay,
      [...familyOn(stay, dayNumber(date)).things.values()].find(({ id }) => id === 'stay') ?? thing('x', 'notitie'),
    );
  expect(told('2018')).toBe('Sanne is pleegkind van Joris, sinds 2017.');
});
