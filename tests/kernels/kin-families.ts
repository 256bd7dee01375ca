import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { child, couple, person, thing } from './families.ts';

type Loss = ThingOfType<'zwangerschap'>['soort'];
export const loss = (id: string, ouders: string[], wanneer?: string, soort: Loss = 'miskraam'): Thing =>
  thing('zwangerschap', id, { ouders, soort, ...(wanneer === undefined ? {} : { wanneer }) });
export const twins = (...kinderen: string[]): Thing =>
  thing('meerling', `samen-${kinderen.join('-')}`, { kinderen, soort: 'twee-eiig' });
const man = (id: string, geboren?: string): Thing => person(id, geboren, { geslacht: 'man' });
const vrouw = (id: string, geboren?: string): Thing => person(id, geboren, { geslacht: 'vrouw' });
const kids = (ouders: string[], ...names: (readonly [id: string, year: string])[]): Thing[] =>
  names.flatMap(([id, year]) => [person(id, year), child(id, ouders)]);

/** A blended family with a chain of seven partners, in which one man has three; a loss and a child that is expected. */
export const chainOfSeven: Thing[] = [
  ...['gerrit', 'hans', 'bram', 'dirk', 'joop'].map((id, at) => man(id, String(1948 + at * 7))),
  ...['corrie', 'ria', 'anja', 'esmee', 'fleur', 'willy'].map((id, at) => vrouw(id, String(1950 + at * 6))),
  couple('gerrit', 'corrie'),
  couple('hans', 'ria'),
  couple('joop', 'willy'),
  child('bram', ['gerrit', 'corrie']),
  child('anja', ['hans', 'ria']),
  child('fleur', ['joop', 'willy']),
  ...kids(['gerrit', 'corrie'], ['kees', '1972'], ['linda', '1979']),
  vrouw('petra', '1974'),
  man('omar', '1970'),
  couple('omar', 'anja', { begonnen: '1995', einde: 'gescheiden' }),
  couple('anja', 'bram', { begonnen: '2000', einde: 'gescheiden' }),
  couple('bram', 'petra', { begonnen: '2007', einde: 'uit-elkaar' }),
  couple('bram', 'esmee', { begonnen: '2012' }),
  couple('esmee', 'dirk', { begonnen: '2005', einde: 'gescheiden' }),
  couple('dirk', 'fleur', { begonnen: '2013' }),
  ...kids(['omar', 'anja'], ['yassin', '1996'], ['lina', '1998']),
  ...kids(['anja', 'bram'], ['tess', '2001'], ['mees', '2003']),
  ...kids(['bram', 'petra'], ['jip', '2008']),
  ...kids(['bram', 'esmee'], ['noa', '2014']),
  ...kids(['esmee', 'dirk'], ['daan', '2006'], ['roos', '2009']),
  ...kids(['dirk', 'fleur'], ['pim', '2016']),
  loss('verloren', ['bram', 'esmee'], '2013'),
  loss('straks', ['dirk', 'fleur'], undefined, 'zwanger'),
];

/** Two brothers who married two sisters, with children on both sides and all four grandparents. */
export const doubleCousins: Thing[] = [
  ...['opa-een', 'oma-een', 'opa-twee', 'oma-twee'].map((id, at) => person(id, String(1940 + at))),
  couple('opa-een', 'oma-een'),
  couple('opa-twee', 'oma-twee'),
  ...['1968', '1971'].flatMap((year) => [man(`broer-${year}`, year), child(`broer-${year}`, ['opa-een', 'oma-een'])]),
  ...['1969', '1973'].flatMap((year) => [vrouw(`zus-${year}`, year), child(`zus-${year}`, ['opa-twee', 'oma-twee'])]),
  couple('broer-1968', 'zus-1969'),
  couple('broer-1971', 'zus-1973'),
  ...kids(['broer-1968', 'zus-1969'], ['aat', '1995'], ['bea', '1997']),
  ...kids(['broer-1971', 'zus-1973'], ['cis', '1999'], ['dop', '2001'], ['eef', '2004']),
];

/** An uncle who married his niece: the row of the uncle is not that of his brothers and sisters. */
export const uncleAndNiece: Thing[] = [
  ...kids(['opa', 'oma'], ['oom', '1970'], ['ma', '1958'], ['tante', '1973']),
  person('opa', '1930'),
  person('oma', '1932'),
  person('pa', '1955'),
  couple('opa', 'oma'),
  couple('pa', 'ma'),
  ...kids(['pa', 'ma'], ['nicht', '1985'], ['neef', '1988']),
  couple('oom', 'nicht'),
  ...kids(['oom', 'nicht'], ['baby', '2015']),
];

/** Eleven brothers and sisters, twins and two losses among them, four of them with a partner and children. */
export const elevenChildren: Thing[] = [
  man('vader', '1938'),
  vrouw('moeder', '1940'),
  couple('vader', 'moeder'),
  ...Array.from({ length: 11 }, (_, at) => [
    person(`telg-${at}`, String(1960 + 2 * at)),
    child(`telg-${at}`, ['vader', 'moeder']),
  ]).flat(),
  twins('telg-4', 'telg-5'),
  loss('vroeg', ['vader', 'moeder'], '1963'),
  loss('stil', ['vader', 'moeder'], '1975', 'doodgeboren'),
  ...[1, 4, 5, 9].flatMap((at) => [
    person(`aan-${at}`, String(1961 + 2 * at)),
    couple(`telg-${at}`, `aan-${at}`),
    ...kids([`telg-${at}`, `aan-${at}`], [`kind-${at}-a`, '1990'], [`kind-${at}-b`, '1992']),
  ]),
];

/** Ex-partners who both married again and had children again, each new partner with children of their own. */
export const bothAgain: Thing[] = [
  ...['opa-a', 'oma-a', 'opa-b', 'oma-b'].map((id, at) => person(id, String(1945 + at))),
  couple('opa-a', 'oma-a'),
  couple('opa-b', 'oma-b'),
  vrouw('ma', '1978'),
  man('pa', '1976'),
  vrouw('nieuw-ma', '1980'),
  man('nieuw-pa', '1975'),
  vrouw('ex-ma', '1977'),
  man('ex-pa', '1979'),
  child('ma', ['opa-a', 'oma-a']),
  child('pa', ['opa-b', 'oma-b']),
  couple('ma', 'pa', { begonnen: '2002', einde: 'gescheiden' }),
  couple('pa', 'nieuw-ma', { begonnen: '2012' }),
  couple('ma', 'nieuw-pa', { begonnen: '2013' }),
  couple('nieuw-pa', 'ex-ma', { begonnen: '2001', einde: 'gescheiden' }),
  couple('nieuw-ma', 'ex-pa', { begonnen: '2004', einde: 'gescheiden' }),
  ...kids(['ma', 'pa'], ['samen-1', '2003'], ['samen-2', '2006']),
  ...kids(['pa', 'nieuw-ma'], ['later-pa', '2014']),
  ...kids(['ma', 'nieuw-pa'], ['later-ma', '2015'], ['later-ma-2', '2017']),
  ...kids(['nieuw-pa', 'ex-ma'], ['eerder-1', '2002']),
  ...kids(['nieuw-ma', 'ex-pa'], ['eerder-2', '2005']),
];

/** A child with its own parents and grandparents, and foster parents with children of their own: two sets of parents at once. */
export const fosterAndBirth: Thing[] = [
  ...['opa', 'oma', 'ma', 'pa', 'pleegma', 'pleegpa', 'opa-pleeg'].map((id, at) => person(id, String(1944 + 5 * at))),
  couple('opa', 'oma'),
  child('ma', ['opa', 'oma']),
  child('pleegpa', ['opa-pleeg']),
  couple('ma', 'pa', { einde: 'uit-elkaar' }),
  couple('pleegma', 'pleegpa'),
  person('kind', '2013', { indexkind: true }),
  person('broer', '2015', { indexkind: true }),
  ...['kind', 'broer'].flatMap((id) => [child(id, ['ma', 'pa']), child(id, ['pleegma', 'pleegpa'], 'pleeg')]),
  ...kids(['ma', 'pa'], ['zus', '2010']),
  ...kids(['pleegma', 'pleegpa'], ['eigen-1', '2005'], ['eigen-2', '2009']),
];

/** One woman with four partners on a row, a child of each; and sisters with children by one man. */
export const fourPartners: Thing[] = [
  vrouw('ma', '1970'),
  ...['een', 'twee', 'drie', 'vier'].flatMap((id, at) => [
    man(id, '1968'),
    couple('ma', id, { begonnen: String(1990 + 5 * at) }),
    ...kids(['ma', id], [`kind-${id}`, String(1991 + 5 * at)]),
  ]),
];
export const sistersByOneMan: Thing[] = [
  person('opa', '1940'),
  ...['an', 'bep', 'cor'].flatMap((id, at) => [vrouw(id, String(1966 + at)), child(id, ['opa'])]),
  man('hij', '1964'),
  ...kids(['an', 'hij'], ['kind-an', '1990']),
  ...kids(['bep', 'hij'], ['kind-bep', '1993']),
  ...kids(['cor'], ['kind-cor', '1992']),
];
/** A woman who married two brothers, one after the other. */
export const twoBrothers: Thing[] = [
  person('opa', '1940'),
  ...['arie', 'bas', 'coen'].flatMap((id, at) => [man(id, String(1966 + at)), child(id, ['opa'])]),
  vrouw('zij', '1967'),
  couple('arie', 'zij', { begonnen: '1988', einde: 'overleden' }),
  couple('coen', 'zij', { begonnen: '1996' }),
  ...kids(['arie', 'zij'], ['kind-arie', '1990']),
  ...kids(['coen', 'zij'], ['kind-coen', '1998']),
];

export const named: Readonly<Record<string, readonly Thing[]>> = {
  chainOfSeven,
  doubleCousins,
  uncleAndNiece,
  elevenChildren,
  bothAgain,
  fosterAndBirth,
  fourPartners,
  sistersByOneMan,
  twoBrothers,
};
