import { expect, test } from 'vitest';
import { nears } from '@samenbord/shared/sociogram/circle.ts';
import { isWhole, emptyDraft } from '../../parts/ThingForm.tsx';
import { formOrder } from '../../parts/form-order.ts';
import { aroundChildren } from './around-child.ts';
import { boardOf, family, person, thing } from './board-for-tests.ts';
import { sayRow } from './say.ts';

const ties = [
  thing('band-een', 'band', {
    kind: 'sanne',
    met: 'nadia',
    nabijheid: 'heel-dichtbij',
    soort: 'vertrouwen',
    sterkte: 'sterk',
    kan: 'luisteren',
    kanNiet: 'elke dag koken',
    wilDatHetGoedGaat: true,
    wilMeedoen: true,
    vanWie: 'sanne',
  }),
  thing('band-twee', 'band', { kind: 'sanne', met: 'nadia', nabijheid: 'ver-weg', vanWie: 'mark' }),
  thing('band-drie', 'band', { kind: 'sanne', met: 'hond', vanWie: 'sanne' }),
  thing('band-weg', 'band', { kind: 'sanne', met: 'niemand', nabijheid: 'dichtbij', vanWie: 'sanne' }),
];
const dog = thing('hond', 'huisdier', { naam: 'Pluis', soort: 'hond', bij: ['sanne'] });
const board = boardOf(...family.things.values(), dog, ...ties);

test('L66 the list of the sociogram has a heading per ring, in everybody’s own words, and names who was not talked about', () => {
  const sections = aroundChildren(board);
  const rows = (title: string): string[] | undefined =>
    sections.find((each) => each.title === title)?.rows.map((row) => row.thing.id);
  expect(sections.slice(0, nears.length).map(({ title }) => title)).toEqual([
    'Heel dichtbij',
    'Dichtbij',
    'Verder weg',
    'Ver weg',
  ]);
  expect([rows('Heel dichtbij'), rows('Ver weg'), rows('Dichtbij')]).toEqual([['band-een'], ['band-twee'], []]);
  expect(rows('Hoe dichtbij is nog niet gezegd')).toEqual(['band-drie']);
  expect(sections.find(({ title }) => title === 'Nog niet besproken')?.empty).toContain('Joris');
  expect(sections.at(-1)?.rows.map((row) => row.thing.id)).toEqual(['band-weg']);
  const two = aroundChildren(boardOf(...board.things.values(), person('milan', { indexkind: true })));
  expect(two.map(({ title }) => title)).toEqual(expect.arrayContaining(['Sanne: heel dichtbij', 'Milan: dichtbij']));
});

test('L67 beside a ring somebody adds who stands there: child and ring are known, and the questions follow the talk', () => {
  const near = aroundChildren(board).find(({ title }) => title === 'Dichtbij');
  expect(near?.add).toEqual({ type: 'band', values: { kind: 'sanne', nabijheid: 'dichtbij' } });
  const { first, more } = formOrder('band');
  expect(first.slice(0, 5)).toEqual(['kind', 'met', 'nabijheid', 'soort', 'sterkte']);
  expect([first.includes('kan'), first.includes('kanNiet'), more]).toEqual([true, true, []]);
  const draft = emptyDraft('band', near?.add?.values, 'sanne');
  expect([isWhole(draft), isWhole({ ...draft, values: { ...draft.values, met: 'nadia' } })]).toEqual([false, true]);
});

test('L68 what somebody means to a child is said whole in the list, also what they cannot do; an animal with its kind', () => {
  const [tie] = ties;
  expect(tie === undefined ? '' : sayRow(board, tie)).toBe(
    'Nadia: heel dichtbij, sterke band, daar kan Sanne mee praten. Nadia vindt het belangrijk dat het goed gaat. Nadia wil meehelpen. Wat Nadia kan: luisteren. Wat Nadia niet kan: elke dag koken.',
  );
  expect(sayRow(board, dog)).toBe('Pluis, hond');
});
