import * as fc from 'fast-check';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { boardOf, child, couple, families, largeFamily, person, thing } from './families.ts';
import type { PlacedAt } from './families.ts';

type Relation = NonNullable<ThingOfType<'relatielijn'>['soort']>;

export const relationKinds = [
  'hecht',
  'zeer-hecht',
  'afstandelijk',
  'verbroken',
  'hersteld',
  'conflict',
  'vijandig',
  'hecht-en-vijandig',
  'versmolten-en-vijandig',
  'gericht-op',
  'verzorgend',
  'emotioneel-geweld',
  'lichamelijk-geweld',
  'seksueel-geweld',
] as const satisfies readonly Relation[];

export const unionForms = [
  'getrouwd',
  'geregistreerd-partnerschap',
  'samenwonend',
  'relatie',
  'lat-relatie',
  'verloofd',
  'affaire',
  'geheim',
] as const;
export const unionEnds = ['uit-elkaar', 'gescheiden', 'overleden', 'nietig'] as const;
export const childKinds = ['biologisch', 'adoptie', 'pleeg', 'stief', 'donor', 'draagmoeder', 'voogd'] as const;
export const lossKinds = ['zwanger', 'miskraam', 'afgebroken', 'doodgeboren'] as const;

export const tie = (id: string, van: string, naar: string, soort: Relation, more: object = {}): Thing =>
  thing('relatielijn', id, { van, naar, soort, ...more });
export const unborn = (
  id: string,
  ouders: string[],
  soort: ThingOfType<'zwangerschap'>['soort'],
  more: Partial<ThingOfType<'zwangerschap'>> = {},
): Thing => thing('zwangerschap', id, { ouders, soort, ...more });

/** One drawing with every sign for people, couples and ties. Nobody in it is anybody. */
export function everySign(): Board {
  const things: Thing[] = [];
  const places: PlacedAt[] = [];
  const genders = ['man', 'vrouw', 'non-binair', 'intersekse', 'onbekend'] as const;
  genders.forEach((geslacht, at) => {
    const naam = `Mens ${at + 1}`;
    things.push(person(`p-${geslacht}`, '1990', { naam, geslacht }));
    things.push(person(`d-${geslacht}`, '1940', { naam, geslacht, overleden: '2010' }));
    things.push(person(`i-${geslacht}`, '2012', { naam, geslacht, indexkind: true }));
    [`p-${geslacht}`, `d-${geslacht}`, `i-${geslacht}`].forEach((id, row) =>
      places.push(['genogram', id, { x: at * 160, y: row * 150 }]),
    );
  });
  things.push(person('eigen', '1995', { naam: 'Robin', geslacht: 'man', geboortegeslacht: 'vrouw' }));
  places.push(['genogram', 'eigen', { x: 800, y: 10 }]);
  [...unionForms, ...unionEnds].forEach((form, at) => {
    const [a, b] = [`a-${form}`, `b-${form}`];
    const vorm = at < unionForms.length ? (form as (typeof unionForms)[number]) : 'getrouwd';
    const einde = at < unionForms.length ? undefined : (form as (typeof unionEnds)[number]);
    things.push(
      person(a, '1970', { naam: 'An', geslacht: 'vrouw' }),
      person(b, '1970', { naam: 'Bo', geslacht: 'man' }),
    );
    things.push(couple(a, b, { vorm, begonnen: '2001', ...(einde && { einde, geeindigd: '2010' }) }));
    [a, b].forEach((id, side) =>
      places.push(['genogram', id, { x: (at % 4) * 340 + side * 160, y: 480 + Math.floor(at / 4) * 150 }]),
    );
  });
  relationKinds.forEach((soort, at) => {
    const [a, b] = [`van-${soort}`, `naar-${soort}`];
    things.push(
      person(a, '1980', { naam: 'Van', geslacht: 'vrouw' }),
      person(b, '2012', { naam: 'Naar', geslacht: 'man' }),
    );
    things.push(tie(`tie-${soort}`, a, b, soort));
    [a, b].forEach((id, side) =>
      places.push(['genogram', id, { x: 1500 + (at % 2) * 420 + side * 260, y: Math.floor(at / 2) * 130 }]),
    );
  });
  return boardOf(things, places);
}

/** One mother with children of every kind, twins, triplets, losses, an animal and a school. */
export const kinOfEveryKind = (): Thing[] => [
  person('ma', '1975', { geslacht: 'vrouw' }),
  person('pa', '1973', { geslacht: 'man' }),
  couple('ma', 'pa', { begonnen: '1999', geeindigd: '2012', einde: 'gescheiden', bloedverwant: true }),
  couple('ma', 'pa', { id: 'weer', begonnen: '2015' }),
  ...childKinds.flatMap((soort, at) => [
    person(`k-${soort}`, String(2000 + at), { geslacht: at % 2 === 0 ? 'man' : 'vrouw', naam: 'Kind' }),
    child(`k-${soort}`, ['ma', 'pa'], soort),
  ]),
  ...lossKinds.map((soort, at) =>
    unborn(`z-${soort}`, ['ma', 'pa'], soort, {
      wanneer: soort === 'zwanger' ? '2027' : String(2009 + at),
      ...(soort === 'doodgeboren' ? { naam: 'Noor', geslacht: 'vrouw' } : {}),
    }),
  ),
  ...['liv', 'noa'].flatMap((id) => [person(id, '2014', { geslacht: 'vrouw' }), child(id, ['ma', 'pa'])]),
  thing('meerling', 'twee', { kinderen: ['liv', 'noa'], soort: 'eeneiig' }),
  ...['tom', 'tim', 'tess'].flatMap((id) => [person(id, '2017', { geslacht: 'man' }), child(id, ['ma', 'pa'])]),
  thing('meerling', 'drie', { kinderen: ['tom', 'tim', 'tess'], soort: 'twee-eiig' }),
  thing('huisdier', 'poes', { naam: 'Minoes', soort: 'kat', bij: ['tess'] }),
  thing('organisatie', 'school', { naam: 'Basisschool De Linde', soort: 'school' }),
  tie('tie-school', 'liv', 'school', 'conflict', { toelichting: 'ik moet er elke dag huilen', vanWie: 'liv' }),
  thing('huishouden', 'thuis', { naam: 'Thuis', leden: ['ma', 'liv', 'noa'] }),
];

/** A blended family: two marriages that ended, new partners, foster parents, a loss, twins, a dog, two homes, and how people see their ties. */
export const blended: Thing[] = [
  person('opa-henk', '1948', { geslacht: 'man', naam: 'Henk', overleden: '2019' }),
  person('oma-riet', '1950', { geslacht: 'vrouw', naam: 'Riet' }),
  person('opa-sal', '1951', { geslacht: 'man', naam: 'Salim' }),
  person('oma-fat', '1955', { geslacht: 'vrouw', naam: 'Fatma' }),
  person('mark', '1979', { geslacht: 'man' }),
  person('joke', '1976', { geslacht: 'vrouw' }),
  person('nadia', '1983', { geslacht: 'vrouw' }),
  person('samir', '1986', { geslacht: 'man' }),
  person('eva', '1985', { geslacht: 'vrouw' }),
  person('tim', '1981', { geslacht: 'man', naam: 'Tim van der Heijden' }),
  person('ans', '1972', { geslacht: 'vrouw' }),
  person('piet', '1970', { geslacht: 'man' }),
  person('bas', '2007', { geslacht: 'man' }),
  person('sem', '2011-05-03', { geslacht: 'man', indexkind: true }),
  person('noor', '2014-02-11', { geslacht: 'vrouw', indexkind: true }),
  person('liv', '2018-07-01', { geslacht: 'vrouw' }),
  person('lot', '2018-07-01', { geslacht: 'vrouw' }),
  person('guus', '2020', { geslacht: 'man' }),
  person('robin', '2009', { geslacht: 'non-binair' }),
  couple('opa-henk', 'oma-riet', { begonnen: '1971', einde: 'overleden', geeindigd: '2019' }),
  couple('opa-sal', 'oma-fat', { begonnen: '1980' }),
  couple('mark', 'nadia', { begonnen: '2006', geeindigd: '2016', einde: 'gescheiden' }),
  couple('nadia', 'tim', { vorm: 'samenwonend', begonnen: '2017' }),
  couple('mark', 'eva', { vorm: 'lat-relatie', begonnen: '2019' }),
  couple('ans', 'piet', { begonnen: '1996' }),
  child('mark', ['opa-henk', 'oma-riet']),
  child('joke', ['opa-henk', 'oma-riet']),
  child('nadia', ['opa-sal', 'oma-fat']),
  child('samir', ['opa-sal', 'oma-fat']),
  ...['bas', 'sem', 'noor'].map((id) => child(id, ['mark', 'nadia'])),
  ...['liv', 'lot'].map((id) => child(id, ['nadia', 'tim'])),
  child('guus', ['mark', 'eva']),
  child('robin', ['eva']),
  child('noor', ['ans', 'piet'], 'pleeg'),
  unborn('verlies', ['mark', 'nadia'], 'miskraam', { wanneer: '2009' }),
  unborn('straks', ['nadia', 'tim'], 'zwanger', { wanneer: '2027-03' }),
  thing('meerling', 'tweeling', { kinderen: ['liv', 'lot'], soort: 'eeneiig' }),
  thing('huishouden', 'huis-een', { naam: 'Bij Nadia en Tim', leden: ['nadia', 'tim', 'bas', 'sem', 'liv', 'lot'] }),
  thing('huishouden', 'huis-twee', { naam: 'Bij Ans en Piet', leden: ['ans', 'piet', 'noor'] }),
  thing('huisdier', 'hond', { naam: 'Takkie', soort: 'hond', bij: ['sem', 'bas'] }),
  thing('organisatie', 'club', { naam: 'Voetbalclub', soort: 'vereniging' }),
  tie('t-een', 'sem', 'oma-fat', 'zeer-hecht', { vanWie: 'sem', toelichting: 'bij oma is het rustig' }),
  tie('t-twee', 'tim', 'sem', 'conflict', { vanWie: 'sem' }),
  tie('t-drie', 'tim', 'sem', 'verzorgend', { vanWie: 'nadia' }),
  tie('t-vier', 'mark', 'noor', 'afstandelijk', { vanWie: 'noor' }),
  tie('t-vijf', 'bas', 'club', 'hecht', { vanWie: 'bas' }),
  tie('t-zes', 'mark', 'tim', 'vijandig', { vanWie: 'nadia' }),
  tie('t-zeven', 'sem', 'hond', 'hecht', { vanWie: 'sem' }),
];

/** A large family with homes and ties across it. */
export function largeWithTies(count: number): Thing[] {
  const things = largeFamily(count);
  for (let at = 0; at < count; at += 9) {
    const [van, naar] = [`mens-${at}`, `mens-${(at * 7 + 11) % count}`];
    if (van !== naar) things.push(tie(`band-${at}`, van, naar, relationKinds[at % relationKinds.length] ?? 'hecht'));
  }
  things.push(thing('huishouden', 'huis', { naam: 'Het huis aan de kade', leden: ['mens-6', 'mens-7', 'mens-18'] }));
  things.push(thing('huisdier', 'dier', { naam: 'Bello', soort: 'hond', bij: ['mens-6'] }));
  return things.map((each) =>
    each.type === 'persoon' ? { ...each, geslacht: /[02468]$/.test(each.id) ? 'vrouw' : 'man' } : each,
  );
}

/** Invented families with everything beside people and couples: unborn children, twins, animals, a school, homes, and ties between all of them. */
export function richFamilies({ ordered }: { ordered: boolean }): fc.Arbitrary<Thing[]> {
  const somebody = fc.nat({ max: 13 }).map((at) => `mens-${at}`);
  const end = fc.oneof(somebody, fc.constantFrom('dier-0', 'school'));
  const extra = fc.record({
    losses: fc.array(fc.tuple(somebody, somebody, fc.constantFrom(...lossKinds), fc.boolean()), { maxLength: 3 }),
    twins: fc.array(fc.tuple(fc.uniqueArray(somebody, { minLength: 2, maxLength: 3 }), fc.boolean()), { maxLength: 2 }),
    animals: fc.array(fc.uniqueArray(somebody, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    homes: fc.array(fc.uniqueArray(somebody, { minLength: 1, maxLength: 5 }), { maxLength: 2 }),
    ties: fc.array(fc.tuple(end, end, fc.constantFrom(...relationKinds), somebody), { maxLength: 7 }),
  });
  return fc
    .tuple(families({ ordered }), extra)
    .map(([things, { losses, twins, animals, homes, ties }]) => [
      ...things,
      thing('organisatie', 'school', { naam: 'De Linde' }),
      ...losses.map(([a, b, soort, named], at) =>
        unborn(`los-${at}`, [a, b], soort, { wanneer: String(2000 + at), ...(named ? { naam: 'Noor' } : {}) }),
      ),
      ...twins.map(([kinderen, same], at) =>
        thing('meerling', `samen-${at}`, { kinderen, soort: same ? 'eeneiig' : 'twee-eiig' }),
      ),
      ...animals.map((bij, at) => thing('huisdier', `dier-${at}`, { naam: 'Takkie', soort: 'hond', bij })),
      ...homes.map((leden, at) => thing('huishouden', `huis-${at}`, { naam: 'Bij ons thuis', leden })),
      ...ties.map(([van, naar, soort, vanWie], at) => tie(`tie-${at}`, van, naar, soort, { vanWie })),
    ]);
}
