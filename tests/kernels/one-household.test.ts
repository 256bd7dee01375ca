import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import {
  circleOf,
  householdsToShow,
  isLargeFamily,
  mostAtOnce,
  oneHousehold,
} from '@samenbord/shared/genogram/one-household.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, boxOf, families, largeFamily, person, stepfamily, thing, today } from './families.ts';

const house = (id: string, leden: string[], naam = ''): Thing => thing('huishouden', id, { naam, leden });
const thuis = house('thuis', ['nadia', 'tim', 'liv'], 'Bij Nadia');
const part = (things: readonly Thing[], id: string): ViewPicture => {
  const board = boardOf(things);
  return oneHousehold(board, genogramPicture(board, { today }), id, { today });
};
const ids = ({ nodes }: ViewPicture): string[] => nodes.map(({ id }) => id).sort();
const colours = (picture: ViewPicture, id: string): Set<string> =>
  new Set(
    (picture.nodes.find((node) => node.id === id)?.marks ?? []).map((mark) =>
      mark.kind === 'text' ? mark.color : (mark.stroke ?? ''),
    ),
  );

test('C54 one household shows who live there and whom they are tied to directly, these lighter, in place and in words', () => {
  const whole = genogramPicture(boardOf([...stepfamily, thuis]), { today });
  const shown = part([...stepfamily, thuis, thing('gebeurtenis', 'verhuisd', {})], 'thuis');
  // Eva and Guus live with Mark: nobody of this household is tied to them.
  expect(ids(shown)).toEqual(['bas', 'liv', 'mark', 'nadia', 'oma', 'opa', 'sem', 'tim']);
  for (const id of ids(shown)) expect(boxOf(shown, id)).toEqual(boxOf(whole, id));
  expect(colours(shown, 'nadia')).toContain('ink');
  for (const id of ['mark', 'opa', 'bas']) expect(colours(shown, id)).not.toContain('ink');
  // The line to Nadia hangs from that between her parents, who both live elsewhere.
  const between = (picture: ViewPicture, ...ends: string[]) =>
    picture.lines.find((line) => line.ends.length === 2 && ends.every((id) => line.ends.includes(id)));
  expect(between(shown, 'opa', 'oma')?.d).toBe(between(whole, 'opa', 'oma')?.d);
  expect(between(shown, 'opa', 'oma')?.d).toBeDefined();
  const quarrel = thing('relatielijn', 'ruzie', { van: 'opa', naar: 'oma', soort: 'conflict' });
  expect(part([...stepfamily, thuis, quarrel], 'thuis').lines.map(({ id }) => id)).not.toContain('ruzie');
  const said = shown.description.join(' ');
  expect(said).toContain('Mark en Nadia waren getrouwd');
  expect(said).toContain('Bij Nadia');
  expect(said).not.toMatch(/Eva|Guus/);
});

test('C54 a household that is not there, or where nobody lives, leaves the whole family in sight', () => {
  for (const id of ['weg', 'leeg', 'nadia'])
    expect(ids(part([...stepfamily, house('leeg', ['onbekend'])], id))).toHaveLength(10);
});

test('C54 a household without a name is called after who live there, and one household at a time is offered to large families only', () => {
  const board = boardOf([...stepfamily, thuis, house('bij-pa', ['mark', 'guus']), house('leeg', [])]);
  expect(householdsToShow(board).map(({ naam }) => naam)).toEqual(['Mark en Guus', 'Bij Nadia']);
  const people = (count: number): Thing[] => Array.from({ length: count }, (_, at) => person(`mens-${at}`));
  expect(isLargeFamily(boardOf(people(mostAtOnce)))).toBe(false);
  expect(isLargeFamily(boardOf(people(mostAtOnce + 1)))).toBe(true);
});

test('C54 whatever the family, the part holds the whole household, nobody twice, no line without its ends, and moves nobody', () => {
  fc.assert(
    fc.property(families({ ordered: false }), fc.nat(), fc.integer({ min: 1, max: 4 }), (family, from, count) => {
      const names = family.flatMap((each) => (each.type === 'persoon' ? [each.id] : []));
      const leden = names.slice(from % Math.max(1, names.length)).slice(0, count);
      const board = boardOf([...family, house('thuis', leden)]);
      const whole = genogramPicture(board, { today });
      const shown = oneHousehold(board, whole, 'thuis', { today });
      const circle = circleOf(board, 'thuis');
      expect(ids(shown)).toEqual(circle === undefined ? ids(whole) : [...circle.members, ...circle.tied].sort());
      for (const id of circle === undefined ? [] : leden) expect(ids(shown)).toContain(id);
      for (const line of shown.lines) for (const end of line.ends) expect(ids(shown)).toContain(end);
      for (const node of shown.nodes) expect(node.box).toEqual(boxOf(whole, node.id));
    }),
    { numRuns: 150 },
  );
});

test('C54 of a family of sixty people one household is a small part', () => {
  const family = [...largeFamily(60), house('thuis', ['mens-6', 'mens-7', 'mens-8'])];
  expect(part(family, 'thuis').nodes.length).toBeLessThanOrEqual(mostAtOnce);
});
