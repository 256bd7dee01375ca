import { expect, test } from 'vitest';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boardOf, child, couple, middleOf, person, symbolOf, thing, today } from './families.ts';

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
