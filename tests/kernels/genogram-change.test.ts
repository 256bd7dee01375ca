import { expect, test } from 'vitest';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { placesAfterEdit, softPlaces, tidyPlaces } from '@samenbord/shared/genogram/tidy.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, child, couple, middleOf, overlapping, person, stepfamily, symbolOf, today } from './families.ts';
import { fosterAndBirth, twins } from './kin-families.ts';

const draw = (board: Board): ViewPicture => genogramPicture(board, { today });
const withPlaces = (board: Board, places: ReadonlyMap<string, Place>): Board => ({
  ...board,
  places: new Map([...board.places, ...[...places].map(([id, place]) => [placeKey('genogram', id), place] as const)]),
});
const withThings = (board: Board, ...things: readonly Thing[]): Board => ({
  ...board,
  things: new Map([...board.things, ...things.map((each) => [each.id, each] as const)]),
});
const rested = (things: readonly Thing[]): Board => {
  const board = boardOf(things);
  return withPlaces(board, softPlaces(board));
};
const movedMost = (before: ViewPicture, after: ViewPicture, but: readonly string[] = []): number =>
  Math.max(
    ...before.nodes
      .filter(({ id }) => !but.includes(id))
      .map(({ id }) => Math.abs(middleOf(after, id).x - middleOf(before, id).x)),
  );
const leftToRight = (picture: ViewPicture, ids: readonly string[]): string[] =>
  ids.toSorted((a, b) => middleOf(picture, a).x - middleOf(picture, b).x);

test('K38 a date of birth that becomes known moves that child to its turn, and nobody else more than half a slot', () => {
  const children = ['an', 'bo', 'cas', 'dee'].map((id, at) => person(id, String(2004 + 2 * at)));
  const family = [
    person('ma'),
    person('pa'),
    couple('ma', 'pa'),
    ...children,
    ...children.map(({ id }) => child(id, ['ma', 'pa'])),
  ];
  const rest = rested([...family, person('els'), child('els', ['ma', 'pa'])]);
  const row = ['an', 'bo', 'cas', 'dee', 'els'];
  expect(leftToRight(draw(rest), row)).toEqual(row);
  const after = withThings(rest, person('els', '2005'));
  expect(leftToRight(draw(after), row)).toEqual(['an', 'els', 'bo', 'cas', 'dee']);
  expect(movedMost(draw(rest), draw(after), ['els'])).toBeLessThanOrEqual(74.5);
});

test('K38 children who turn out to be twins come to stand side by side, also when a partner stood between them', () => {
  const rest = rested([
    person('ma'),
    person('pa'),
    couple('ma', 'pa'),
    ...['an', 'bo'].flatMap((id, at) => [person(id, String(1990 + 5 * at)), child(id, ['ma', 'pa'])]),
    person('wim', '1989'),
    couple('an', 'wim'),
  ]);
  const after = withThings(rest, person('bo', '1990'), twins('an', 'bo'));
  const order = leftToRight(draw(after), ['an', 'bo', 'wim']);
  expect(Math.abs(order.indexOf('an') - order.indexOf('bo'))).toBe(1);
  expect(Math.abs(order.indexOf('an') - order.indexOf('wim'))).toBe(1);
});

test('K39 two people who each add somebody at the same moment see the same family at rest, and nobody lies over another', () => {
  const rest = rested(fosterAndBirth);
  const mine = [person('mijn', '2012'), child('mijn', ['ma', 'pa'])];
  const yours = [person('jouw', '2014'), child('jouw', ['ma', 'pa'])];
  const both = withThings(rest, ...mine, ...yours);
  const written = [mine, yours].map((things) => placesAfterEdit(rest, withThings(rest, ...things)));
  const merged = written.reduce(withPlaces, both);
  const picture = draw(merged);
  expect(overlapping(picture)).toEqual([]);
  expect(leftToRight(picture, ['zus', 'mijn', 'kind', 'jouw', 'broer'])).toEqual([
    'zus',
    'mijn',
    'kind',
    'jouw',
    'broer',
  ]);
  const still = withPlaces(merged, softPlaces(merged));
  expect(softPlaces(still).size).toBe(0);
  expect(movedMost(draw(merged), draw(still))).toBeLessThan(1);
});

test('K40 a family that comes beside another is laid out by itself, and moves nobody of the other', () => {
  const rest = rested(stepfamily);
  const news = ['buurman', 'buurvrouw', 'buurkind'].map((id) => person(id));
  const after = withThings(rest, ...news, couple('buurman', 'buurvrouw'), child('buurkind', ['buurman', 'buurvrouw']));
  const picture = draw(after);
  expect(movedMost(draw(rest), picture)).toBeLessThan(0.5);
  expect(overlapping(picture)).toEqual([]);
  const right = Math.max(...draw(rest).nodes.map(({ id }) => middleOf(picture, id).x));
  for (const { id } of news) expect(middleOf(picture, id).x).toBeGreaterThan(right);
  expect(symbolOf(picture, 'buurkind').y).toBeGreaterThan(symbolOf(picture, 'buurman').y);
});

test('K40 people without a tie stand below the family, give way when it grows down to them, and come up when they are tied', () => {
  const rest = rested([...stepfamily, person('juf', undefined, { kring: 'netwerk' }), person('oom')]);
  const bottom = (board: Board, but: readonly string[]): number =>
    Math.max(
      ...draw(board)
        .nodes.filter(({ id }) => !but.includes(id))
        .map(({ box }) => box.y + box.height),
    );
  for (const id of ['juf', 'oom']) expect(symbolOf(draw(rest), id).y).toBeGreaterThan(bottom(rest, ['juf', 'oom']));
  const grown = withThings(rest, person('kleinkind', '2025'), child('kleinkind', ['bas']));
  for (const id of ['juf', 'oom']) expect(symbolOf(draw(grown), id).y).toBeGreaterThan(bottom(grown, ['juf', 'oom']));
  expect(overlapping(draw(grown))).toEqual([]);
  const tied = withThings(rest, couple('oom', 'oma'));
  const written = withPlaces(tied, placesAfterEdit(rest, tied));
  expect(symbolOf(draw(written), 'oom').y).toBe(symbolOf(draw(written), 'oma').y);
  expect(movedMost(draw(rest), draw(written), ['oom', 'juf'])).toBeLessThanOrEqual(74.5);
});

test('K32 tidying forgets what grew crooked: it is what the family looks like when it is drawn for the first time', () => {
  const rest = rested(stepfamily);
  let grown = rest;
  for (const [at, year] of ['2009', '2012', '2013', '2014'].entries()) {
    const after = withThings(grown, person(`erbij-${at}`, year), child(`erbij-${at}`, ['mark', 'nadia']));
    grown = withPlaces(after, placesAfterEdit(grown, after));
  }
  const tidied = withPlaces(grown, tidyPlaces(grown));
  const first = draw(boardOf([...grown.things.values()]));
  expect(movedMost(first, draw(tidied))).toBeLessThan(1);
  expect(movedMost(first, draw(grown))).toBeGreaterThan(10);
});
