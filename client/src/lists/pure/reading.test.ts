import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import { definitionOf, thingTypes } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { boardOf, family, person, thing } from './board-for-tests.ts';
import { chronology } from './chronology.ts';
import { generationsOf } from './generations.ts';
import { addableIn, homeOf, instruments } from './instruments.ts';
import { sectionsOf } from './sections.ts';
import { sayRow } from './say.ts';
import { sayHousehold, sayLeadsTo, tiesOfPerson } from './sentences.ts';

test('L1 generations count from the child, oldest first, with who is not tied apart', () => {
  const { family: all, loose } = generationsOf(family);
  expect(all.map(({ step, people }) => [step, people.map(({ id }) => id)])).toEqual([
    [-2, ['ans']],
    [-1, ['mark', 'nadia', 'joris']],
    [0, ['sanne', 'finn']],
  ]);
  expect(loose.map(({ id }) => id)).toEqual(['buuf', 'onbekende']);
});

test('L1 without a named child the largest family is counted from its youngest; a knot of ties ends', () => {
  const knot = boardOf(
    ...['jan', 'piet', 'mia', 'els'].map((id) => person(id)),
    thing('ok-een', 'ouder-kind', { ouders: ['jan'], kind: 'piet', soort: 'stief' }),
    thing('ok-twee', 'ouder-kind', { ouders: ['piet'], kind: 'jan', soort: 'stief' }),
    thing('ok-drie', 'ouder-kind', { ouders: ['piet'], kind: 'mia', soort: 'biologisch' }),
  );
  expect(generationsOf(knot).loose.map(({ id }) => id)).toEqual(['els']);
  expect(generationsOf(knot).family.at(-1)).toMatchObject({ step: 0 });
  expect(generationsOf(emptyBoard)).toEqual({ family: [], loose: [] });
});

test('L2 ties are sentences with names', () => {
  expect(tiesOfPerson(family, 'sanne').map(({ text }) => text)).toEqual(['Sanne is kind van Nadia en Mark.']);
  expect(tiesOfPerson(family, 'mark').map(({ text }) => text)).toEqual([
    'Nadia en Mark waren getrouwd van 2008 tot 2016 en zijn gescheiden.',
    'Sanne is kind van Nadia en Mark.',
    'Mark heeft veel ruzie met Joris (volgens Nadia).',
  ]);
  expect(tiesOfPerson(family, 'finn').map(({ text }) => text)).toEqual(['Finn is pleegkind van Nadia.']);
});

test('L2 a household names who live there, a verband says what leads to what and why', () => {
  const home = thing('huis', 'huishouden', { leden: ['nadia', 'sanne', 'weg'], periode: '2020/..' });
  if (home.type !== 'huishouden') throw new Error('no household');
  expect(sayHousehold(family, home)).toBe('Hier wonen Nadia en Sanne, sinds 2020.');
  const a = thing('blok-a', 'patroonblok', { vak: 'gedrag-kind', tekst: 'Te laat thuis' });
  const b = thing('blok-b', 'patroonblok', { vak: 'gedrag-ouder', tekst: 'Boos worden.' });
  const link = thing('vb', 'verband', { van: 'blok-a', naar: 'blok-b', omdat: 'omdat Nadia bang is' });
  if (link.type !== 'verband') throw new Error('no verband');
  expect(sayLeadsTo(boardOf(a, b, link), link)).toBe('“Te laat thuis” leidt tot “Boos worden”, omdat Nadia bang is');
  expect(sayLeadsTo(boardOf(a, link), link)).toBeUndefined();
});

test('L3 moments stand by year in order of time; a day before a month before a year; what still goes on does not upset the order', () => {
  const board = boardOf(
    thing('aaa', 'gebeurtenis', { titel: 'verhuisd', wanneer: '2014' }),
    thing('bbb', 'hulp', { wat: 'gezinscoach', wanneer: '2014/..' }),
    thing('ccc', 'hulp', { wat: 'speltherapie', wanneer: '2014/..' }),
    thing('ddd', 'besluit', { titel: 'uit huis', wanneer: '2014-01-01' }),
    thing('eee', 'gebeurtenis', { titel: 'nieuwe school', wanneer: '2014-01~' }),
    person('ans', { geboren: '1955', overleden: '2019' }),
    person('finn', { geboren: '2016' }),
    person('sanne', { geboren: '2014' }),
    thing('fff', 'gebeurtenis', { titel: 'Sanne wordt geboren', wanneer: '2014' }),
    thing('weg', 'gebeurtenis', { titel: 'weg', wanneer: '2001', weg: true }),
  );
  const said = chronology(board).map(({ year, moments }) => [
    year,
    ...moments.map(({ thing: { id }, told }) => told ?? id),
  ]);
  expect(said).toEqual([
    ['2014', 'ddd', 'eee', 'aaa', 'fff', 'bbb', 'ccc'],
    ['2016', 'Finn is geboren'],
    ['2019', 'Ans is overleden'],
  ]);
});

const values: Readonly<Record<string, readonly unknown[]>> = {
  wanneer: ['2014', '2014-03~', '2015/..'],
  geboren: [undefined, '2012'],
  kant: ['kind', 'opvoeding', 'omgeving'],
  waarde: ['kracht', 'zorg'],
  dimensie: [undefined, 'leren', 'warmte'],
  vak: ['gedrag-kind', 'ontwikkeling-ouder', 'hulp', 'problemen-in-het-gezin'],
  vraag: ['zes', 'wens'],
  indexkind: [undefined, true],
};
const ids = ['aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff', 'ggg', 'hhh'];
const one = fc.constantFrom(...ids);
const arbitraryThing = (id: string): fc.Arbitrary<Thing> =>
  fc.constantFrom(...thingTypes).chain((type) => {
    const fields = Object.keys(definitionOf(type).fields).map((name): [string, fc.Arbitrary<unknown>] => {
      const known = values[name];
      if (known !== undefined) return [name, fc.constantFrom(...known)];
      if (['van', 'naar', 'kind', 'persoon', 'op'].includes(name)) return [name, one];
      if (['ouders', 'partners', 'leden', 'over'].includes(name)) return [name, fc.tuple(one, one)];
      return [name, fc.constant(definitionOf(type).fields[name]?.kind === 'text' ? 'iets' : undefined)];
    });
    return fc.record(Object.fromEntries(fields)).map((rest) => thing(id, type, rest as Record<string, unknown>));
  });

test('L4 every thing on any board stands in its one list, and in no other', () => {
  fc.assert(
    fc.property(fc.tuple(...ids.map(arbitraryThing)), fc.subarray(ids), (things, gone) => {
      const board = boardOf(...things.map((each) => ({ ...each, weg: gone.includes(each.id) })));
      for (const each of board.things.values()) {
        const found = instruments.filter((instrument) =>
          sectionsOf(instrument, board).some(({ rows }) =>
            // Births and deaths stand on the tijdlijn as well: they are said there, and belong to the person.
            rows.some((row) => row.thing.id === each.id && !(each.type === 'persoon' && instrument === 'tijdlijn')),
          ),
        );
        const home = homeOf(board, each);
        expect(found).toEqual(each.weg || home === 'bij' ? [] : [home]);
      }
    }),
    { numRuns: 300 },
  );
});

test('L4 what lies on the table about safety is read by everybody at the table: a list hides nothing of a zone', () => {
  const board = boardOf(
    thing('vs-een', 'veiligheidsstatus', { kind: 'sanne', datum: '2026-05-02', uitkomst: 'veilig' }),
    thing('va-een', 'veiligheidsafspraak'),
  );
  const shown = sectionsOf('veiligheid', board).flatMap(({ rows }) => rows.map((row) => row.thing.id));
  expect(shown).toEqual(['vs-een', 'va-een']);
});

test('L11 every kind of thing can be added in a list, but for a reaction, which is added at what it is about', () => {
  const all = new Set(instruments.flatMap(addableIn));
  expect(thingTypes.filter((type) => !all.has(type))).toEqual(['reactie']);
});

test('L2 every kind of thing has words in a list, also when nothing was filled in', () => {
  for (const type of thingTypes) expect(sayRow(family, thing('leeg', type)).trim()).not.toBe('');
  const said = [
    person('sanne', { geboren: '2012-03' }),
    thing('aaa', 'hulp', { wat: 'Gezinscoach', wie: 'Jeugdteam', uitkomst: 'deels', resultaat: 'meer rust' }),
    thing('bbb', 'veiligheidsstatus', { kind: 'sanne', datum: '2026-05-02', uitkomst: 'onveilig', cijfer: 4 }),
    thing('ccc', 'wens', { tekst: 'Rust' }),
  ].map((each) => sayRow(family, each));
  expect(said).toEqual([
    'Sanne, geboren maart 2012',
    'Gezinscoach, Jeugdteam. Het heeft deels geholpen: meer rust',
    '2 mei 2026, niet veilig genoeg, cijfer 4 van 10',
    'Rust',
  ]);
});
