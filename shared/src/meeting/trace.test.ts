import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role } from '../access/roles.ts';
import type { Actor } from '../access/zones.ts';
import { traceWords } from '../words/after.ts';
import { cardsOf, csvCell, sayDeed, traceAboutMe, traceCsv, traceForLead } from './trace.ts';
import type { CardRow, TracePerson, TraceRow } from './trace.ts';

const person = (id: string, naam: string, rol: Role): [string, TracePerson] => [id, { id, naam, rol }];
const people = new Map([
  person('pkarim', 'Karim', 'casusregisseur'),
  person('pfatma', 'Fatma', 'medewerker-gi'),
  person('pnadia', 'Nadia', 'ouder-met-gezag'),
  person('pruben', 'Ruben', 'ouder-zonder-gezag'),
]);
const lead: Actor = { id: 'pkarim', rol: 'casusregisseur', opens: ['gedeeld', 'eigen', 'team'] };
let number = 0;
const row = (participant: string, action: string, object?: string, at = '2026-11-03T10:00:00.000Z'): TraceRow => ({
  number: ++number,
  at,
  participant,
  action,
  ...(object !== undefined && { object }),
});
const nameOf = (id: string): string | undefined => people.get(id)?.naam;
const told = (rows: readonly TraceRow[]): string[] =>
  traceForLead(rows, lead, people).map((one) => `${nameOf(one.participant ?? '')} ${sayDeed(one, nameOf)}`);

test('J108 the casusregisseur reads what professionals read and what was done at the table, and nothing of what family do at home or in their own part', () => {
  const seen = [
    row('pfatma', 'gelezen', 'gedeeld'),
    row('pfatma', 'gelezen', 'team'),
    row('pfatma', 'analyse-geopend', 'v1'),
    row('pnadia', 'aan-tafel', '1'),
    row('pkarim', 'uitgenodigd', 'pnadia'),
    row('pnadia', 'verplaatst', 'eigen naar gedeeld'),
    row('pnadia', 'verplaatst', 'gedeeld naar vertrouwd'),
    row('pkarim', 'definitief-gewist', 'abc'),
    row('pkarim', 'teruggezet', 'gedeeld 1.2 naar 1.1'),
    row('pkarim', 'vertrouwd-gewijzigd', 'psanne'),
  ];
  expect(told(seen)).toEqual([
    'Fatma las de tafel',
    'Fatma las het deel van de professionals',
    'Fatma opende de verklarende analyse',
    'Nadia zat aan tafel bij een bijeenkomst',
    'Karim nodigde iemand uit: Nadia',
    'Nadia legde een eigen kaart op tafel',
    'Nadia nam een eigen kaart van tafel',
    'Karim wiste iets definitief',
    'Karim zette iets terug zoals het was',
    'Karim koos wie een vertrouwd deel leest',
  ]);
  const hidden = [
    row('pnadia', 'gelezen', 'gedeeld'),
    row('pnadia', 'analyse-geopend', 'v1'),
    row('pnadia', 'afspraken-gelezen', '1'),
    row('pnadia', 'positie-gegeven', 'v1'),
    row('pnadia', 'definitief-gewist', 'abc'),
    row('pnadia', 'teruggezet', 'eigen:pnadia 1.2 naar 1.1'),
    row('pnadia', 'verplaatst', 'eigen naar vertrouwd'),
    row('pnadia', 'vertrouwd-gewijzigd', 'pnadia'),
    row('pfatma', 'gelezen', 'vertrouwd:pnadia'),
    row('pnadia', 'iets-van-later', 'abc'),
    row('pnadia', 'herhaald', 'positie-gegeven'),
  ];
  expect(told(hidden)).toEqual([]);
});

const about = (rows: readonly TraceRow[], more: object = {}) =>
  traceAboutMe(rows, {
    me: { id: 'pnadia' },
    people,
    dayOf: (at) => at.slice(0, 10),
    myCardsAt: () => 2,
    isMine: (thing) => thing === 'mijn-kaart',
    satAt: new Set(['1']),
    ...more,
  });

test('J110 somebody reads in plain words who read what is theirs, each act of a day once, and never a word about other family', () => {
  const later = '2026-11-04T10:00:00.000Z';
  const rows = [
    { ...row('pkarim', 'uitgenodigd', 'pnadia'), ground: 'betrokkene-zelf' },
    row('pkarim', 'gelezen', 'gedeeld'),
    row('pkarim', 'gelezen', 'gedeeld'),
    row('pkarim', 'gelezen', 'gedeeld', later),
    row('pfatma', 'gelezen', 'vertrouwd:pnadia', later),
    row('pfatma', 'van-tafel-gehaald', 'mijn-kaart', later),
    row('pnadia', 'aan-tafel', '1', later),
  ];
  expect(about(rows)).toEqual([
    { dag: '2026-11-04', zin: 'Je zat aan tafel bij een bijeenkomst.' },
    { dag: '2026-11-04', zin: 'Fatma haalde een kaart van jou van tafel. De kaart is weer alleen van jou.' },
    { dag: '2026-11-04', zin: 'Fatma las het deel dat je met deze persoon deelt.' },
    { dag: '2026-11-04', zin: 'Karim las de tafel. Daar lagen toen 2 kaarten van jou.' },
    { dag: '2026-11-03', zin: 'Karim las de tafel, 2 keer. Daar lagen toen 2 kaarten van jou.' },
    { dag: '2026-11-03', zin: 'Karim nodigde je uit. De reden die daarbij staat: het gaat over deze persoon zelf.' },
  ]);
  const others = [
    ...Object.keys(traceWords).flatMap((action) =>
      ['gedeeld', 'vertrouwd:pruben', 'pruben', 'andere-kaart', '2', 'v1'].map((object) =>
        row('pruben', action, object),
      ),
    ),
    row('pkarim', 'uitgenodigd', 'pruben'),
    row('pkarim', 'ingetrokken', 'pruben'),
    row('pfatma', 'gelezen', 'vertrouwd:pruben'),
    row('pfatma', 'van-tafel-gehaald', 'andere-kaart'),
    row('pfatma', 'afspraken-gelezen', '2'),
  ];
  expect(about(others)).toEqual([]);
  expect(about([row('pkarim', 'gelezen', 'gedeeld')], { myCardsAt: () => 0 })).toEqual([]);
});

test('J110 a card is whose words it holds, lies there until it is taken off, and one without a name is of nobody', () => {
  const at = (minute: number): string => `2026-11-03T10:0${minute}:00.000Z`;
  const rows: CardRow[] = [
    { at: at(1), thing: 'a', field: 'by', value: 'pnadia' },
    { at: at(1), thing: 'b', field: 'by', value: 'pkarim' },
    { at: at(1), thing: 'b', field: 'vanWie', value: 'nadia' },
    { at: at(1), thing: 'c', field: 'by', value: 'pnadia' },
    { at: at(1), thing: 'c', field: 'vanWie', value: 'sem' },
    { at: at(1), thing: 'd', field: 'type', value: 'notitie' },
    { at: at(3), thing: 'a', field: 'weg', value: true },
    { at: at(5), thing: 'a', field: 'weg', value: false },
  ];
  const cards = cardsOf(rows, { id: 'pnadia', persoon: 'nadia' });
  expect([0, 1, 2, 3, 4, 5].map((minute) => cards.at(at(minute)))).toEqual([0, 2, 2, 1, 1, 2]);
  expect(['a', 'b', 'c', 'd'].map(cards.isMine)).toEqual([true, true, false, false]);
  expect(cardsOf(rows, { id: 'pkarim' }).at(at(9))).toBe(0);
});

test('J109 no cell of the table is a formula for a spreadsheet, ends its row or its cell', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom('', ' ', '\t', '\n', '\uFEFF'),
        fc.constantFrom('=', '+', '-', '@', '＝', '＋'),
        fc.string(),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const cell = csvCell(text);
      expect(cell).toMatch(/^"[^\r\n]*"$/);
      expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
      expect(cell.slice(1)).not.toMatch(/^[\s\uFEFF]*[=+\-@＝＋－＠]/u);
    }),
  );
  const file = traceCsv([{ op: '2026-11-03 10:00', wie: '=1+1";x', zin: 'las\nde tafel', grond: undefined }]);
  expect(file).toBe(`\uFEFF"Wanneer";"Wie";"Wat";"Grondslag"\r\n"2026-11-03 10:00";"'=1+1"";x";"las de tafel";""\r\n`);
});
