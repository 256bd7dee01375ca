import { expect, test } from 'vitest';
import { definitionOf, thingTypes } from '@samenbord/shared/board/things.ts';
import { boardOf, family, person, thing } from './board-for-tests.ts';
import { readFields } from './fields.ts';
import { cardsAbout, linksOf, tiesOf } from './around.ts';

test('L13 every field can be read in words: names, choices, dates, yes and no; what is gone is not named', () => {
  const board = boardOf(
    ...family.things.values(),
    thing('geb', 'gebeurtenis', { titel: 'Verhuisd', wanneer: '2014-03~' }),
    thing('oud', 'gebeurtenis', { titel: 'Van tafel', wanneer: '2014', weg: true }),
  );
  const factor = thing('fac', 'factor', {
    tekst: 'Slaapt slecht',
    kant: 'kind',
    waarde: 'zorg',
    over: ['sanne', 'finn', 'weg'],
    soort: 'visie',
    onderbouwing: ['geb', 'oud'],
  });
  expect(readFields(board, factor).map(({ name, text }) => [name, text])).toEqual([
    ['kant', 'het kind'],
    ['over', 'Sanne en Finn'],
    ['soort', 'visie: zo ziet iemand het'],
    ['onderbouwing', '“Verhuisd”'],
  ]);
  const help = thing('hul', 'hulp', { wat: 'Gezinscoach', wanneer: '2020/..', uitkomst: 'loopt' });
  expect(readFields(board, help).map(({ text }) => text)).toEqual(['sinds 2020', 'de hulp loopt nog']);
  const child = person('sanne', { indexkind: true });
  expect(readFields(board, child).map(({ text }) => text)).toEqual(['ja']);
});

test('L13 no value of any choice is shown as its code', () => {
  const shown = thingTypes.flatMap((type) =>
    Object.entries(definitionOf(type).fields).flatMap(([name, field]) => {
      const options: unknown = field.kind === 'value' ? (field.schema as { options?: unknown }).options : undefined;
      // Whether something goes well stands in the title.
      if (!Array.isArray(options) || (type === 'factor' && name === 'waarde')) return [];
      return options.map((option: unknown) => {
        const read = readFields(family, thing('aaa', type, { [name]: option })).find((each) => each.name === name);
        return { field: `${type}.${name}`, option, text: read?.text };
      });
    }),
  );
  expect(shown.length).toBeGreaterThan(100);
  const isCode = ({ option, text }: (typeof shown)[number]): boolean =>
    text === undefined || (text === option && text.includes('-') && text !== 'non-binair');
  expect(shown.filter(isCode)).toEqual([]);
});

test('L13 around a person stand the ties, the homes and the cards; around a line of the pattern what leads to what', () => {
  const board = boardOf(
    ...family.things.values(),
    thing('huis', 'huishouden', { leden: ['nadia', 'sanne'] }),
    thing('ove', 'wens', { tekst: 'Rust', over: ['sanne'] }),
    thing('blo', 'patroonblok', { tekst: 'Te laat', vak: 'gedrag-kind', persoon: 'sanne' }),
    thing('wei', 'wens', { tekst: 'Weg', over: ['sanne'], weg: true }),
    thing('ver', 'verband', { van: 'blo', naar: 'ander' }),
  );
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
  expect(ids(tiesOf(board, 'sanne'))).toEqual(['ok-een', 'huis']);
  expect(ids(cardsAbout(board, 'sanne'))).toEqual(['blo', 'ove']);
  expect([ids(linksOf(board, 'blo')), ids(linksOf(board, 'ander')), ids(linksOf(board, 'ove'))]).toEqual([
    ['ver'],
    ['ver'],
    [],
  ]);
});
