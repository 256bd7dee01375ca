import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { familyAround, onlyOf, usualReach } from '@samenbord/shared/exchange/family-around.ts';
import { fromGedcom } from '@samenbord/shared/exchange/from-gedcom.ts';
import type { ReadFile } from '@samenbord/shared/exchange/from-gedcom.ts';
import { toGedcom } from '@samenbord/shared/exchange/to-gedcom.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import {
  broughtIn,
  bytesOf,
  counted,
  countedIds,
  fileOf,
  gedcom,
  largeFile,
  namesIn,
  readFamilyFile,
  throughBoard,
} from './exchange-files.ts';

const read = (bytes: Uint8Array): ReadFile => fromGedcom(bytes, countedIds());
const factsOf = ({ things }: Pick<ReadFile, 'things'>, type: string) =>
  things.filter((thing) => thing.type === type).map(({ values }) => values);

/** What a file says, in whatever order: a second marriage of the same two stands beside the first when it goes out. */
const said = ({ things }: ReadFile): string[] =>
  things.map((thing) => JSON.stringify(thing.type === 'persoon' ? thing : { ...thing, id: '' })).sort();

/**
 * The public samples of the standard (testfiles/gedcom70 of GEDCOM.io) are not ours to keep here: who has them names their folder in
 * `GEDCOM_SAMPLES`, and they go the same way round.
 */
function samplesOfOthers(): [string, Uint8Array][] {
  const folder = process.env['GEDCOM_SAMPLES'];
  if (folder === undefined) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.ged'));
  console.log(`family files of others: ${names.length}`);
  return names.map((name) => [name, readFileSync(join(folder, name))]);
}

test('E1 a family file becomes people, couples and parents, and what does not come along is counted exactly', () => {
  const file = read(readFamilyFile('vermeer-70.ged'));
  expect(counted(file)).toEqual({
    adres: 3,
    nummer: 1,
    kenmerk: 1,
    notitie: 2,
    bron: 2,
    gebeurtenis: 4,
    'andere-naam': 2,
    datum: 2,
    toelichting: 2,
    geslacht: 1,
    verband: 1,
    ouderschap: 3,
    'ouders-onbekend': 1,
    'niet-gevonden': 3,
    beheer: 1,
    'eigen-veld': 2,
  });
  expect(namesIn(file)).toEqual([
    'Sanne Vermeer',
    'Nadia de Wit',
    'Mark Vermeer',
    'Robin',
    'Joke Vermeer',
    'Wim Bos',
    'Lotte de Wit',
    'Oma de Wit',
  ]);
  expect(factsOf(file, 'partnerrelatie')).toMatchObject([
    { vorm: 'getrouwd', begonnen: '2008-06-05', einde: 'gescheiden', geeindigd: '2015' },
    { vorm: 'getrouwd', begonnen: '2017-05', einde: 'gescheiden', geeindigd: '2018' },
    {},
    { vorm: 'getrouwd' },
  ]);
  expect(factsOf(file, 'ouder-kind').map(({ soort }) => soort)).toEqual([
    'biologisch',
    'pleeg',
    'adoptie',
    'biologisch',
  ]);
  expect(file.assumedBorn).toBe(1);
  // Nothing of where somebody lives, can be called or was baptised is in what comes along.
  expect(JSON.stringify(file.things)).not.toMatch(
    /Nergens|06 0|Utrecht|Basisschool|paard|ziekte|Sannie|iemand schreef/,
  );
});

test('E1 dates are taken as they are meant, and left out where a board cannot say them', () => {
  const dates = [
    ['14 MAR 2011', '2011-03-14'],
    ['MAR 2011', '2011-03'],
    ['2011', '2011'],
    ['ABT 1980', '1980~'],
    ['CAL 3 MAY 1980', '1980-05-03~'],
    ['EST 1980', '1980~'],
    ['BET 1980 AND MAR 1982', '1980/1982-03'],
    ['FROM 1980 TO 1982', '1980/1982'],
    ['FROM 1980', '1980/..'],
    ['@#DGREGORIAN@ 1 JAN 1900', '1900-01-01'],
    ['GREGORIAN 1 JAN 1900', '1900-01-01'],
    ['BEF 1980', undefined],
    ['AFT 1980', undefined],
    ['TO 1980', undefined],
    ['31 FEB 1980', undefined],
    ['BET 1982 AND 1980', undefined],
    ['JULIAN 4 OCT 1582', undefined],
    ['@#DFRENCH R@ 12 VEND 9', undefined],
    ['(ergens in mei)', undefined],
    ['44 BCE', undefined],
    ['999', undefined],
  ] as const;
  for (const [written, expected] of dates) {
    const file = read(gedcom(['0 @I1@ INDI', '1 BIRT', `2 DATE ${written}`]));
    expect(file.things[0]?.values['geboren'], written).toBe(expected);
    expect(counted(file), written).toEqual(expected === undefined ? { datum: 1 } : {});
  }
});

test('E2 a family file goes onto a board, out as GEDCOM 7 and in again the same', () => {
  const own = new Map([
    ['vermeer-70.ged', readFamilyFile('vermeer-70.ged')],
    ['60 people', largeFile(60)],
  ]);
  for (const bytes of own.values()) {
    const { things } = read(bytes);
    expect(read(bytesOf(toGedcom(throughBoard(things)).text)).things).toEqual(things);
  }
  for (const [name, bytes] of [...own, ...samplesOfOthers()]) {
    const first = read(bytes);
    const out = toGedcom(throughBoard(first.things));
    const again = read(bytesOf(out.text));
    expect(said(again), name).toEqual(said(first));
    expect([again.leftOut, again.assumedBorn, again.version], name).toEqual([[], 0, '7.0']);
    expect(out.notCarried, name).toEqual([]);
    expect(toGedcom(throughBoard(again.things)).text, name).toBe(out.text);
  }
});

test('E3 the list of what a family file could not carry is exact, and lines about violence never leave', () => {
  const thing = (type: string, id: string, values: object, naam = '') => ({
    id,
    type,
    values: { ...values },
    texts: { naam },
  });
  const things = [
    thing('persoon', 'sanne', { geboortegeslacht: 'vrouw' }, 'Sanne'),
    thing('persoon', 'mark', {}, 'Mark'),
    thing('huisdier', 'bello', { bij: ['sanne'] }),
    thing('zwangerschap', 'kleintje', { ouders: ['mark'], soort: 'miskraam' }),
    thing('huishouden', 'thuis', { leden: ['sanne', 'mark'] }),
    thing('notitie', 'kaart', { over: ['sanne'] }),
    thing('notitie', 'kaart-2', { over: ['sanne'] }),
    thing('relatielijn', 'lijn-1', { van: 'sanne', naar: 'mark', soort: 'hecht' }),
    thing('relatielijn', 'lijn-2', { van: 'mark', naar: 'sanne', soort: 'lichamelijk-geweld' }),
    thing('relatielijn', 'lijn-3', { van: 'sanne', naar: 'bello', soort: 'hecht' }),
  ];
  const places = [{ view: 'genogram' as const, id: 'sanne', at: { x: 1, y: 2 } }];
  const out = toGedcom({ things, places, ink: [] });
  expect(out.notCarried).toEqual([
    { kind: 'geboortegeslacht', count: 1 },
    { kind: 'huisdier', count: 1 },
    { kind: 'zwangerschap', count: 1 },
    { kind: 'huishouden', count: 1 },
    { kind: 'notitie', count: 2 },
    { kind: 'geweldslijnen', count: 1 },
    { kind: 'lijnen-met-anderen', count: 1 },
    { kind: 'plekken', count: 1 },
  ]);
  expect(out.text).not.toMatch(/geweld|miskraam|bello/i);
});

test('E3 how long somebody stayed is said in words as well, and a text is written so that it stays a text', () => {
  const things = [
    { id: 'sanne', type: 'persoon', values: {}, texts: { naam: '@I1@' } },
    { id: 'joke', type: 'persoon', values: {}, texts: { naam: 'Joke' } },
    {
      id: 'stay',
      type: 'ouder-kind',
      values: { ouders: ['joke'], kind: 'sanne', soort: 'pleeg', periode: '2019-03/2021' },
      texts: {},
    },
  ];
  const lines = toGedcom({ things, places: [], ink: [] }).text.split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining(['2 PEDI FOSTER', '3 PHRASE pleegouder, van maart 2019 tot 2021', '1 NAME @@I1@']),
  );
  expect(
    lines.filter((line) => line !== '').every((line) => /^\ufeff?\d+ (@[A-Z]\d+@ )?[A-Z0-9_]+( .+)?$/.test(line)),
  ).toBe(true);
});

test('E4 the tags of another program are never taken for ours', () => {
  const person = ['0 @I1@ INDI', '1 _KRING gezin', '1 _INDEXKIND Y'];
  const head = (address: string) => ['1 SCHMA', `2 TAG _KRING ${address}`];
  expect(read(gedcom(person, '7.0', head('https://ander.example/kring'))).things[0]?.values).toEqual({});
  const ours = read(gedcom(person, '7.0', head('urn:samenbord:gedcom:kring')));
  expect(ours.things[0]?.values).toEqual({ kring: 'gezin' });
  expect(counted(ours)).toEqual({ 'eigen-veld': 1 });
});

test('E8 people who are their own ancestors are taken as it is written, cut to a family, and drawn', () => {
  const loop = [
    '0 @I1@ INDI',
    '1 NAME A',
    '1 FAMC @F1@',
    '0 @I2@ INDI',
    '1 NAME B',
    '1 FAMC @F2@',
    '0 @F1@ FAM',
    '1 HUSB @I2@',
    '1 CHIL @I1@',
    '0 @F2@ FAM',
    '1 HUSB @I1@',
    '1 CHIL @I2@',
    '0 @F3@ FAM',
    '1 HUSB @I1@',
    '1 CHIL @I1@',
  ];
  const { things } = read(gedcom(loop));
  expect(factsOf({ things }, 'ouder-kind')).toHaveLength(3);
  const around = familyAround(things, 'ding-1', { ...usualReach, up: 50, down: 50 });
  expect([...around].toSorted()).toEqual(['ding-1', 'ding-2']);
  const drawn = genogramPicture(broughtIn(fileOf(things)), { today: 20_000 });
  expect(drawn.nodes.map(({ id }) => id).toSorted()).toEqual(['ding-1', 'ding-2']);
});

test('E9 a file is cut to the family around one person', () => {
  const { things } = read(readFamilyFile('vermeer-70.ged'));
  const idOf = (naam: string): string => things.find(({ texts }) => texts['naam']?.startsWith(naam) === true)?.id ?? '';
  const cut = (naam: string, reach = usualReach): string[] => {
    const people = familyAround(things, idOf(naam), reach);
    return namesIn({ things: onlyOf(things, people) })
      .map((name) => name.split(' ')[0] ?? '')
      .toSorted();
  };
  expect(cut('Sanne')).toEqual(['Joke', 'Mark', 'Nadia', 'Oma', 'Robin', 'Sanne', 'Wim']);
  expect(cut('Sanne', { up: 1, down: 0, siblings: false, partners: false })).toEqual([
    'Joke',
    'Mark',
    'Nadia',
    'Sanne',
    'Wim',
  ]);
  expect(cut('Sanne', { up: 0, down: 0, siblings: false, partners: true })).toEqual(['Sanne']);
  // The foster parents of a grandchild share that child with its mother.
  expect(cut('Oma', { up: 0, down: 2, siblings: false, partners: true })).toEqual([
    'Joke',
    'Mark',
    'Nadia',
    'Oma',
    'Robin',
    'Sanne',
    'Wim',
  ]);
  expect(familyAround(things, 'niemand', usualReach).size).toBe(0);
  // A child keeps the parents that are there; nothing points at whoever is not.
  const alone = onlyOf(things, new Set([idOf('Sanne'), idOf('Nadia')]));
  expect(factsOf({ things: alone }, 'ouder-kind')).toMatchObject([{ ouders: [idOf('Nadia')], kind: idOf('Sanne') }]);
  expect(factsOf({ things: alone }, 'partnerrelatie')).toEqual([]);
});

test('E9 three thousand people are read and cut to a family', () => {
  const bytes = largeFile(3000);
  const began = performance.now();
  const { things, leftOut } = read(bytes);
  const halfway = performance.now();
  const people = familyAround(
    things,
    things.find(({ texts }) => texts['naam'] === 'Voornaam900 Verzonnen27')?.id ?? '',
    usualReach,
  );
  const cut = onlyOf(things, people);
  const ended = performance.now();
  console.log(
    `E9: 3,000 people (${bytes.length} bytes, ${things.length} things) read in ${Math.round(halfway - began)} ms, cut to ${people.size} in ${Math.round(ended - halfway)} ms`,
  );
  expect(namesIn({ things })).toHaveLength(3000);
  expect(leftOut).toEqual([
    { kind: 'adres', count: 3000 },
    { kind: 'notitie', count: 3000 },
  ]);
  expect(people.size).toBeGreaterThan(10);
  expect(people.size).toBeLessThan(60);
  expect(namesIn({ things: cut })).toHaveLength(people.size);
});
