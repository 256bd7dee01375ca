import { expect, test } from 'vitest';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import { placeKey } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { needsSearch, placesAfterEdit, softPlaces, tidyPlaces } from '@samenbord/shared/genogram/tidy.ts';
import { boardOf, child, couple, middleOf, person, stepfamily, symbolOf, thing, today } from './families.ts';

const peopleOf = (things: readonly Thing[]): string[] =>
  things.flatMap(({ id, type }) => (type === 'persoon' ? [id] : [])).sort();
const placed = (board: Board, places: ReadonlyMap<string, Place>): Board => ({
  ...board,
  places: new Map([...board.places, ...[...places].map(([id, place]) => [placeKey('genogram', id), place] as const)]),
});

test('K30 children who are expected or were lost stand among their brothers and sisters, in the order of births', () => {
  const unborn = [
    thing('zwangerschap', 'verloren', { ouders: ['ma', 'pa'], soort: 'miskraam', wanneer: '2011' }),
    thing('zwangerschap', 'stil', { ouders: ['ma', 'pa'], soort: 'doodgeboren', wanneer: '2014-03' }),
    thing('zwangerschap', 'straks', { ouders: ['ma', 'pa'], soort: 'zwanger' }),
    thing('zwangerschap', 'van-niemand', { ouders: ['weg'], soort: 'miskraam' }),
  ];
  const picture = genogramPicture(
    boardOf([
      person('ma'),
      person('pa'),
      couple('ma', 'pa'),
      ...['2009', '2012', '2016'].flatMap((year) => [person(`k-${year}`, year), child(`k-${year}`, ['ma', 'pa'])]),
      ...unborn,
    ]),
    { today },
  );
  const row = ['k-2009', 'verloren', 'k-2012', 'stil', 'k-2016', 'straks'];
  expect(row.map((id) => middleOf(picture, id).x)).toEqual(
    row.map((id) => middleOf(picture, id).x).sort((a, b) => a - b),
  );
  expect(new Set(row.map((id) => symbolOf(picture, id).y)).size).toBe(1);
  expect(picture.nodes.some(({ id }) => id === 'van-niemand')).toBe(false);
});

test('K31 twins stand side by side, also when only one has a date of birth', () => {
  const children = [person('an', '2010'), person('bo', '2012'), person('cas'), person('dee', '2014'), person('els')];
  const picture = genogramPicture(
    boardOf([
      person('ma'),
      ...children,
      ...children.map(({ id }) => child(id, ['ma'])),
      thing('meerling', 'samen', { kinderen: ['bo', 'els'], soort: 'eeneiig' }),
    ]),
    { today },
  );
  const row = children.map(({ id }) => id).sort((a, b) => middleOf(picture, a).x - middleOf(picture, b).x);
  expect(row).toEqual(['an', 'bo', 'els', 'dee', 'cas']);
});

test('K32 tidying gives everybody a soft place where the drawing has them, and leaves alone who was put by hand', () => {
  const cold = boardOf(stepfamily, [['genogram', 'nadia', { x: 320, y: 40 }]]);
  expect(needsSearch(cold)).toBe(true);
  const soft = tidyPlaces(cold);
  expect([...soft.keys()].sort()).toEqual(peopleOf(stepfamily).filter((id) => id !== 'nadia'));
  const rest = placed(cold, soft);
  expect(needsSearch(rest)).toBe(false);
  expect([...softPlaces(rest)]).toEqual([]);
  expect([...placesAfterEdit(rest, rest)]).toEqual([]);
  for (const { id } of genogramPicture(cold, { today }).nodes) {
    const [before, after] = [cold, rest].map((board) => middleOf(genogramPicture(board, { today }), id));
    expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(1);
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
  }
});
