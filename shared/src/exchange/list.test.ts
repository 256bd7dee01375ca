import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBoard } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { Thing } from '../board/things.ts';
import { isText, isThingType, isValue } from '../board/things.ts';
import { bounds } from './bounds.ts';
import { listDate } from './list-date.ts';
import { readPeople } from './list-people.ts';
import { planList } from './list-things.ts';
import type { ListChoices, ListPlan } from './list-things.ts';
import { ExchangeRefusal } from './refusal.ts';
import { columnsOf, readRows } from './rows.ts';

const boardOf = (...people: readonly (readonly [id: string, naam: string])[]): Board => ({
  ...emptyBoard,
  things: new Map(
    people.map(([id, naam]) => [
      id,
      { id, type: 'persoon', versie: 1, by: 'pkarim', weg: false, naam, bijzonderheid: '' } as Thing,
    ]),
  ),
});
const noChoices: ListChoices = { same: new Map(), parents: undefined };

function plan(text: string, choices: Partial<ListChoices> = {}, board = emptyBoard): ListPlan {
  const rows = readRows(text);
  const { heading, roles } = columnsOf(rows);
  let last = 0;
  return planList(readPeople(rows, roles, heading), { ...noChoices, ...choices }, board, () => `ding-${++last}`);
}
const people = ({ things }: ListPlan) =>
  things.flatMap(({ type, texts, values }) => (type === 'persoon' ? [[texts['naam'], values]] : []));
const ties = ({ things }: ListPlan) =>
  things.flatMap(({ type, values }) => (type === 'persoon' ? [] : [{ type, ...values }]));
const doubts = ({ rows }: ListPlan) =>
  rows.flatMap(({ row, doubts: all }) => all.map(({ role, why }) => [row.nr, role, why]));

test('E12 rows from a spreadsheet become people with their dates, and parents once it is said what they are', () => {
  const table = [
    'Naam\tGeboren\tM/V\tRelatie',
    'Nadia de Wit\trond 1985\tv\t',
    'Mark Vermeer\t1980\tm\tgetrouwd met Nadia',
    'Sanne\t14-3-2011\t\tdochter van Nadia en Mark',
    'Lotte\tmaart 2015\tv\tpleegdochter van Nadia',
    '"Sem\n(de kleine)"\t2-4-2019\tm\tzoon van Nadia en Mark',
  ].join('\r\n');
  const asPasted = plan(table);
  expect(people(asPasted)).toEqual([
    ['Nadia de Wit', { geslacht: 'vrouw', geboren: '1985~' }],
    ['Mark Vermeer', { geslacht: 'man', geboren: '1980' }],
    ['Sanne', { geslacht: 'vrouw', geboren: '2011-03-14' }],
    ['Lotte', { geslacht: 'vrouw', geboren: '2015-03' }],
    ['Sem (de kleine)', { geslacht: 'man', geboren: '2019-04-02' }],
  ]);
  expect(ties(asPasted)).toEqual([
    { type: 'partnerrelatie', partners: ['ding-1', 'ding-2'], vorm: 'getrouwd' },
    { type: 'ouder-kind', ouders: ['ding-1'], kind: 'ding-4', soort: 'pleeg' },
  ]);
  expect(doubts(asPasted)).toEqual([
    [4, 'relatie', 'soort'],
    [6, 'relatie', 'soort'],
  ]);
  expect(ties(plan(table, { parents: 'biologisch' })).filter(({ type }) => type === 'ouder-kind')).toEqual([
    { type: 'ouder-kind', ouders: ['ding-1', 'ding-2'], kind: 'ding-3', soort: 'biologisch' },
    { type: 'ouder-kind', ouders: ['ding-1'], kind: 'ding-4', soort: 'pleeg' },
    { type: 'ouder-kind', ouders: ['ding-1', 'ding-2'], kind: 'ding-5', soort: 'biologisch' },
  ]);
});

test('E12 lines, semicolons, commas and tabs are read; a column is named only where it can be nothing else', () => {
  const shapes: readonly (readonly [text: string, roles: readonly (string | undefined)[]])[] = [
    ['Sanne\nMark', ['naam']],
    ['Sanne, 14-3-2011, dochter van Nadia', ['naam', 'geboren', 'relatie']],
    ['Sanne;2011;v\nMark;1980;m', ['naam', 'geboren', 'geslacht']],
    ['Sanne\t2011\tiets\t2012', ['naam', 'geboren', undefined, undefined]],
    ['Achternaam;Voornaam;Adres\nBos;Wim;x', ['achternaam', 'naam', 'niet']],
    ['naam\tnaam\nWim\tBos', ['naam', undefined]],
  ];
  for (const [text, roles] of shapes) expect(columnsOf(readRows(text)).roles, text).toEqual(roles);
  expect(people(plan('Achternaam;Voornaam\nBos;Wim'))).toEqual([['Wim Bos', {}]]);
});

test('E13 what can be read in two ways is never guessed: it is marked, with why, and left out', () => {
  const dates = [
    ['14-3-2011', '2011-03-14'],
    ['14.3.2011', '2011-03-14'],
    ['14/3/2011', '2011-03-14'],
    ['4/4/2011', '2011-04-04'],
    ['3-2011', '2011-03'],
    ['14 mrt 2011', '2011-03-14'],
    ['14 maart 2011', '2011-03-14'],
    ['2011', '2011'],
    ['ca. 1980', '1980~'],
    ['±1980', '1980~'],
    ['1980~', '1980~'],
    ['2011-03-14', '2011-03-14'],
  ] as const;
  for (const [text, value] of dates) expect(listDate(text), text).toEqual({ value });
  const unsure = [
    ['14-3-11', 'korte-jaren'],
    ['40616', 'getal'],
    ['40616,5', 'getal'],
    ['12', 'getal'],
    ['4/3/2011', 'dag-of-maand'],
    ['31-2-2011', 'geen-datum'],
    ['3/14/2011', 'geen-datum'],
    ['1066', 'geen-datum'],
    ['vorig jaar', 'geen-datum'],
  ] as const;
  for (const [text, doubt] of unsure) expect(listDate(text), text).toEqual({ doubt });
  const table = plan(
    [
      'naam\tgeboren\tgeslacht\trelatie',
      'Sanne\t40616\tm\tkind van Niemand',
      'Jan\t\tj\tbuurman van Sanne',
      'Dorpsstraat 12\t1990\t\t',
      '\t1990\tv\t',
      'Piet\t\thij\tkind van 06 12345678',
      'Jan Bos\t\t\t',
      'Kees\t\t\tvriend van Jan',
      'Els\t\t\tpartner van Bos',
    ].join('\n'),
  );
  expect(doubts(table)).toEqual([
    [2, 'geslacht', 'm-van-wie'],
    [2, 'geboren', 'getal'],
    [2, 'relatie', 'wie'],
    [3, 'relatie', 'geen-relatie'],
    [4, 'naam', 'gevoelig'],
    [5, 'naam', 'geen-naam'],
    [6, 'relatie', 'gevoelig'],
    [6, 'geslacht', 'geen-geslacht'],
    [9, 'relatie', 'wie'],
  ]);
  expect(people(table).map(([naam]) => naam)).toEqual(['Sanne', 'Jan', 'Piet', 'Jan Bos', 'Kees', 'Els']);
  expect(people(table)[0]?.[1]).toEqual({});
  // "Jan" is called exactly so; whoever is only called so by the first name is somebody else.
  expect(ties(table)).toEqual([{ type: 'partnerrelatie', partners: ['ding-2', 'ding-5'] }]);
});

test('E14 whoever could be on the board already waits for a choice, and is used where it is the same person', () => {
  const board = boardOf(['sanne', 'Sanne'], ['nadia', 'Nadia de Wit']);
  const text = 'Sanne Vermeer, dochter van Nadia\nMark, vader van Sanne\nNadia de Wit';
  const asked = plan(text, { parents: 'biologisch' }, board);
  expect(asked.rows.map(({ becomes, known }) => [becomes, known?.id])).toEqual([
    ['kies', 'sanne'],
    ['nieuw', undefined],
    ['kies', 'nadia'],
  ]);
  expect(people(asked).map(([naam]) => naam)).toEqual(['Mark']);
  const same = new Map([
    [1, 'dezelfde'],
    [3, 'dezelfde'],
  ] as const);
  const decided = plan(text, { parents: 'biologisch', same }, board);
  expect(people(decided).map(([naam]) => naam)).toEqual(['Mark']);
  expect(ties(decided)).toEqual([
    { type: 'ouder-kind', ouders: ['nadia', 'ding-1'], kind: 'sanne', soort: 'biologisch' },
  ]);
  const other = plan(text, { parents: 'biologisch', same: new Map([...same, [1, 'nieuw']]) }, board);
  expect(people(other).map(([naam]) => naam)).toEqual(['Sanne Vermeer', 'Mark']);
});

test('E12 whatever is pasted, each row becomes a person that fits on a board or says why not', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'Sanne',
      'Mark',
      '14-3-2011',
      '40616',
      'dochter van Sanne',
      'partner van Mark',
      'm',
      'v',
      '"',
      '\u202e',
    ),
  );
  const text = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    .chain((rows) => fc.constantFrom('\t', ';', ',').map((sign) => rows.map((row) => row.join(sign)).join('\n')));
  fc.assert(
    fc.property(text, (pasted) => {
      const planned = plan(pasted, { parents: 'pleeg' });
      for (const { type, values, texts } of planned.things) {
        if (!isThingType(type)) return false;
        for (const [name, value] of Object.entries(values)) if (!isValue(type, name, value)) return false;
        for (const [name, value] of Object.entries(texts)) if (!isText(type, name, value)) return false;
      }
      return planned.rows.every(({ becomes, doubts: all }) => becomes === 'nieuw' || all.length > 0);
    }),
    { numRuns: 300 },
  );
  expect(() => readRows('x\n'.repeat(bounds.rows + 1))).toThrow(new ExchangeRefusal('te-veel-rijen'));
  expect(() => readRows('x'.repeat(bounds.listLength + 1))).toThrow(new ExchangeRefusal('te-groot'));
});
