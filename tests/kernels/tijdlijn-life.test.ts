import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleFamily } from '@samenbord/server/demo/family.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { boundsOf } from '@samenbord/shared/board/vague-date.ts';
import { changesOf } from '@samenbord/shared/genogram/changes.ts';
import { lifeOf } from '@samenbord/shared/tijdlijn/life.ts';
import { tijdlijnPicture } from '@samenbord/shared/tijdlijn/tijdlijn.ts';
import { boardOf as boardOfFamily } from '../families/board-of.ts';
import { boardOf, child, couple, families, person, thing, today } from './families.ts';

const told = (board: Board): string[] => lifeOf(board).map(({ when, text }) => `${when} ${text}`);
const drawn = (board: Board): string[] =>
  tijdlijnPicture(board, { today }).backdrop.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const children = [
  person('nadia', '1986'),
  person('ruben', '1983'),
  person('erik', '1981'),
  person('mirjam', '1980'),
  person('fatma', '1955', { overleden: '2020' }),
  person('sanne', '2012', { indexkind: true }),
  person('milan', '2016'),
  person('neef', '2014'),
  child('sanne', ['nadia', 'ruben']),
  child('milan', ['nadia', 'ruben']),
  child('nadia', ['fatma']),
  child('neef', ['mirjam']),
  couple('nadia', 'ruben', { begonnen: '2010', geeindigd: '2019', einde: 'gescheiden' }),
  couple('erik', 'mirjam', { begonnen: '2011' }),
  { ...child('sanne', ['erik'], 'pleeg'), periode: '2021/2023' } as Thing,
  thing('huishouden', 'huis-erik', { naam: 'Bij Erik', leden: ['erik', 'sanne'], periode: '2021/2023' }),
  thing('huishouden', 'huis-nadia', { naam: 'Bij Nadia', leden: ['nadia', 'sanne'], periode: '2023/..' }),
  thing('zwangerschap', 'verlies', { ouders: ['nadia', 'ruben'], soort: 'miskraam', wanneer: '2014' }),
];

test('K97 the genogram tells the tijdlijn of the children it is about: births, unions and their end, deaths, homes and foster stays; no cousin, no loss, and nothing from before', () => {
  expect(told(boardOf(children))).toEqual([
    '2010 Nadia en Ruben zijn getrouwd',
    '2012 Sanne is geboren',
    '2016 Milan is geboren',
    '2019 Nadia en Ruben zijn gescheiden',
    '2020 Fatma is overleden',
    '2021 Sanne komt als pleegkind bij Erik',
    '2023 Nadia en Sanne gaan samen wonen: Bij Nadia',
    '2023 Sanne is geen pleegkind meer van Erik',
  ]);
});

test('K97 a birth that somebody put on the tijdlijn is told once; of a union both stay, and nothing becomes a thing', () => {
  const put = [
    thing('gebeurtenis', 'g-een', { titel: 'Sanne wordt geboren', wanneer: '2012', over: ['sanne'] }),
    thing('gebeurtenis', 'g-twee', { titel: 'Nadia en Ruben trouwen', wanneer: '2010', over: ['nadia', 'ruben'] }),
  ];
  const board = boardOf([...children, ...put]);
  expect(told(board)).not.toContain('2012 Sanne is geboren');
  expect(told(board)).toContain('2010 Nadia en Ruben zijn getrouwd');
  expect(tijdlijnPicture(board, { today }).nodes.map(({ id }) => id)).toEqual(['g-twee', 'g-een']);
});

test('K97 what is told stands in the picture, in its sentences and on the axis, in order of time', () => {
  const board = boardOfFamily(exampleFamily());
  const texts = drawn(board);
  const { description } = tijdlijnPicture(board, { today });
  for (const { kind, text, people } of lifeOf(board)) {
    const inWords = texts.some((words) => words.endsWith(`: ${text}`));
    const onLine = texts.includes(kind) && people.length === 1;
    expect([text, inWords || onLine]).toEqual([text, true]);
    expect(description.filter((sentence) => sentence.endsWith(`: ${text}.`))).toHaveLength(1);
  }
  const years = description.flatMap((sentence) => /\b(?:19|20)\d\d\b/u.exec(sentence)?.map(Number) ?? []);
  expect(years).toEqual(years.toSorted((a, b) => a - b));
});

test('K97 any family: what is told is part of what changed, in order, of nobody twice, and no words of it lie over other words of it', () => {
  fc.assert(
    fc.property(families({ ordered: true }), (things) => {
      const board = boardOf(things);
      const life = lifeOf(board);
      const all = changesOf(board);
      expect(all.filter((change) => life.some((one) => one.id === change.id && one.kind === change.kind))).toEqual(
        life,
      );
      expect(life.map(({ when }) => boundsOf(when).earliest)).toEqual(life.map(({ day }) => day));
      const words = tijdlijnPicture(board, { today }).backdrop.flatMap((mark) =>
        mark.kind === 'text' && /^(?:rond )?\d{4}: /u.test(mark.text) ? [mark] : [],
      );
      const clash = words.filter((a, index) =>
        words.some((b, other) => other > index && Math.abs(a.y - b.y) < 16 && Math.abs(a.x - b.x) < 60),
      );
      expect(clash).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
