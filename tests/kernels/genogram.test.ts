import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import {
  boardOf,
  boxOf,
  child,
  couple,
  families,
  middleOf,
  overlapping,
  person,
  symbolOf,
  thing,
  today,
} from './families.ts';

const draw = (things: readonly Thing[]): ViewPicture => genogramPicture(boardOf(things), { today });
const linksOf = (things: readonly Thing[]): ThingOfType<'ouder-kind'>[] =>
  things.filter((each) => each.type === 'ouder-kind');

test('K4 everybody is drawn exactly once, whatever is said about them', () => {
  fc.assert(
    fc.property(families({ ordered: false }), (things) => {
      const people = things.filter((each) => each.type === 'persoon').map((each) => each.id);
      expect(
        draw(things)
          .nodes.map((node) => node.id)
          .sort(),
      ).toEqual(people.sort());
    }),
    { numRuns: 150 },
  );
});

test('K5 children stand below each of their parents', () => {
  fc.assert(
    fc.property(families({ ordered: true }), (things) => {
      const picture = draw(things);
      for (const link of linksOf(things)) {
        for (const parent of link.ouders ?? [])
          expect(symbolOf(picture, link.kind ?? '').y).toBeGreaterThan(symbolOf(picture, parent).y + 56);
      }
    }),
    { numRuns: 150 },
  );
});

test('K6 no symbol or name lies over another', () => {
  fc.assert(
    fc.property(families({ ordered: false }), (things) => {
      expect(overlapping(draw(things))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('K7 brothers and sisters stand in the order of their births', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1980, max: 2020 }), { minLength: 2, maxLength: 6 }),
      families({ ordered: true, most: 8 }),
      (years, others) => {
        const siblings = years.map((year, index) => person(`telg-${index}`, String(year)));
        const things = [
          ...others,
          person('ma'),
          person('pa'),
          couple('ma', 'pa'),
          ...siblings,
          ...years.map((_, index) => child(`telg-${index}`, ['ma', 'pa'])),
        ];
        const picture = draw(things);
        const byAge = years
          .map((year, index) => ({ year, x: middleOf(picture, `telg-${index}`).x }))
          .sort((a, b) => a.year - b.year);
        expect(byAge.map(({ x }) => x)).toEqual(byAge.map(({ x }) => x).sort((a, b) => a - b));
      },
    ),
    { numRuns: 80 },
  );
});

test('K8 who was put somewhere by hand stands exactly there, and the others make room', () => {
  const spot = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -600, max: 600 }) });
  fc.assert(
    fc.property(
      families({ ordered: false }),
      fc.array(fc.tuple(fc.nat({ max: 13 }), spot), { maxLength: 5 }),
      (things, moves) => {
        const placed = new Map(moves.map(([at, place]) => [`mens-${at}`, place]));
        const picture = genogramPicture(
          boardOf(
            things,
            [...placed].map(([id, place]) => ['genogram', id, place] as const),
          ),
          { today },
        );
        for (const node of picture.nodes) {
          const place = placed.get(node.id);
          expect(node.placed).toBe(place !== undefined);
          if (place === undefined) continue;
          expect(node.box.x + node.box.width / 2).toBeCloseTo(place.x, 6);
          expect(node.box.y + node.box.height / 2).toBeCloseTo(place.y, 6);
        }
        const both = (pair: string): boolean => pair.split(' ').every((id) => placed.has(id));
        expect(overlapping(picture).filter((pair) => !both(pair))).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

test('K8 putting one person where the drawing already has them moves nobody', () => {
  const before = draw(stepfamily);
  const after = genogramPicture(boardOf(stepfamily, [['genogram', 'nadia', middleOf(before, 'nadia')]]), { today });
  for (const node of before.nodes) {
    expect(Math.abs(middleOf(after, node.id).x - middleOf(before, node.id).x)).toBeLessThan(1);
    expect(middleOf(after, node.id).y).toBeCloseTo(middleOf(before, node.id).y, 1);
  }
});

const stepfamily: Thing[] = [
  ...['opa', 'oma', 'mark', 'nadia', 'tim', 'eva'].map((id, at) => person(id, String(1950 + at * 6))),
  person('bas', '2008'),
  person('sem', '2011', { indexkind: true }),
  person('liv', '2018'),
  person('guus', '2019'),
  couple('opa', 'oma'),
  couple('mark', 'nadia', { begonnen: '2009', geeindigd: '2016', einde: 'gescheiden' }),
  couple('nadia', 'tim', { vorm: 'samenwonend', begonnen: '2017' }),
  couple('mark', 'eva', { vorm: 'relatie' }),
  child('nadia', ['opa', 'oma']),
  child('bas', ['mark', 'nadia']),
  child('sem', ['mark', 'nadia']),
  child('liv', ['nadia', 'tim']),
  child('guus', ['mark', 'eva']),
  child('sem', ['tim'], 'stief'),
];

test('K11 a stepfamily: divorced parents with new partners stand in one chain, half brothers and sisters under the right couple', () => {
  const picture = draw(stepfamily);
  const x = (id: string): number => middleOf(picture, id).x;
  const chain = ['eva', 'mark', 'nadia', 'tim'].map(x);
  expect([chain, chain.toReversed()]).toContainEqual([...chain].sort((a, b) => a - b));
  for (const id of ['eva', 'mark', 'nadia', 'tim']) expect(symbolOf(picture, id).y).toBe(symbolOf(picture, 'mark').y);
  const between = (id: string, a: string, b: string): boolean =>
    x(id) > Math.min(x(a), x(b)) - 120 && x(id) < Math.max(x(a), x(b)) + 120;
  expect(between('liv', 'nadia', 'tim') && between('guus', 'mark', 'eva') && between('sem', 'mark', 'nadia')).toBe(
    true,
  );
  expect(symbolOf(picture, 'opa').y).toBeLessThan(symbolOf(picture, 'nadia').y);
  expect(picture.description.join(' ')).toContain(
    'Mark en Nadia waren getrouwd van 2009 tot 2016 en zijn gescheiden. Kinderen van Mark en Nadia: Bas en Sem.',
  );
});

test('K11 a foster child has a line from both sets of parents, who stand on one row', () => {
  const things = [
    person('ma'),
    person('pa'),
    person('pleegma'),
    person('pleegpa'),
    person('kind', '2016', { indexkind: true }),
    couple('ma', 'pa'),
    couple('pleegma', 'pleegpa'),
    child('kind', ['ma', 'pa']),
    child('kind', ['pleegma', 'pleegpa'], 'pleeg'),
  ];
  const picture = draw([person('opa'), child('ma', ['opa']), ...things]);
  expect(symbolOf(picture, 'pleegma').y).toBe(symbolOf(picture, 'ma').y);
  const lines = picture.lines.filter((line) => line.ends.includes('kind'));
  expect(lines.map((line) => line.ends.slice(0, -1).sort())).toEqual(
    expect.arrayContaining([
      ['ma', 'pa'],
      ['pleegma', 'pleegpa'],
    ]),
  );
  const dashes = lines.map((line) => line.marks.map((mark) => (mark.kind === 'path' ? mark.dash : undefined))).flat();
  expect(new Set(dashes.map(String)).size).toBe(2);
  expect(lines[0]?.d).not.toBe(lines[1]?.d);
});

test('K11 one person with four partners stands between them, each child with its own line', () => {
  const partners = ['een', 'twee', 'drie', 'vier'];
  const picture = draw([
    person('ma', '1980'),
    ...partners.flatMap((id, at) => [
      person(id, '1980'),
      couple('ma', id, { begonnen: String(2000 + at) }),
      person(`kind-${id}`, String(2001 + at)),
      child(`kind-${id}`, ['ma', id]),
    ]),
  ]);
  const row = ['ma', ...partners].map((id) => symbolOf(picture, id));
  expect(new Set(row.map(({ y }) => y)).size).toBe(1);
  const left = partners.filter((id) => middleOf(picture, id).x < middleOf(picture, 'ma').x);
  expect(left.length).toBe(2);
  expect(picture.lines.length).toBe(8);
  expect(new Set(picture.lines.map((line) => line.d)).size).toBe(8);
});

test('K11 an uncle who marries his niece, and somebody who is their own grandparent, still give a drawing', () => {
  const uncle = [
    person('opa'),
    person('oom'),
    person('ma'),
    person('nicht'),
    child('oom', ['opa']),
    child('ma', ['opa']),
    child('nicht', ['ma']),
    couple('oom', 'nicht'),
    person('baby'),
    child('baby', ['oom', 'nicht']),
  ];
  const picture = draw(uncle);
  for (const [kid, parent] of [
    ['nicht', 'ma'],
    ['baby', 'oom'],
    ['baby', 'nicht'],
    ['ma', 'opa'],
  ] as const)
    expect(symbolOf(picture, kid).y).toBeGreaterThan(symbolOf(picture, parent).y);
  const ring = [
    person('a-a'),
    person('b-b'),
    person('c-c'),
    child('a-a', ['b-b']),
    child('b-b', ['c-c']),
    child('c-c', ['a-a']),
  ];
  expect(draw(ring).nodes.length).toBe(3);
  expect(draw(ring).lines.length).toBe(3);
});

test('K11 every kind of tie between two people has a pattern of its own', () => {
  const soorten = [
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
  ] as const;
  const shapes = soorten.map((soort) => {
    const picture = draw([
      person('ma'),
      person('kind'),
      child('kind', ['ma']),
      thing('relatielijn', 'tie', { van: 'ma', naar: 'kind', soort }),
    ]);
    const line = picture.lines.find((each) => each.id === 'tie');
    return JSON.stringify(line?.marks.map((mark) => (mark.kind === 'path' ? [mark.d, mark.dash, mark.width] : [])));
  });
  expect(new Set(shapes).size).toBe(14);
});

test('K16 what is off the table is not drawn, and a line with a missing end is left out', () => {
  const things = [
    person('ma'),
    thing('persoon', 'weg', { naam: 'Weg', weg: true }),
    couple('ma', 'weg'),
    child('ma', ['weg']),
    thing('notitie', 'note', { tekst: 'hallo' }),
  ];
  const board = boardOf([
    ...things,
    thing('huishouden', 'huis', { leden: ['weg', 'nooit'] }),
    thing('relatielijn', 'tie', { van: 'ma', naar: 'weg', soort: 'hecht' }),
  ]);
  const picture = genogramPicture(board, { today });
  expect(picture.nodes.map((node) => node.id)).toEqual(['ma']);
  expect(picture.lines).toEqual([]);
  const withCard = genogramPicture(boardOf(things, [['genogram', 'note', { x: 50, y: 300 }]]), { today });
  expect(middleOf(withCard, 'note')).toEqual({ x: 50, y: 300 });
  expect(boxOf(withCard, 'note').width).toBe(240);
});

test('K10 forty people are laid out within a tenth of a second, a hundred and twenty in one', () => {
  const big = (count: number): Thing[] => {
    const things: Thing[] = [];
    for (let at = 0; at < count; at++) {
      things.push(person(`mens-${at}`, String(1930 + Math.floor(at / 2))));
      if (at % 2 === 1) things.push(couple(`mens-${at - 1}`, `mens-${at}`));
      const parent = 2 * Math.floor((at - 2) / 6);
      if (at >= 2 && (at % 2 === 0 || at % 7 === 0))
        things.push(child(`mens-${at}`, [`mens-${parent}`, `mens-${parent + 1}`]));
    }
    return things;
  };
  const fastest = (things: readonly Thing[]): number =>
    Math.min(...[1, 2, 3, 4, 5].map(() => timed(() => draw(things))));
  expect(fastest(big(40))).toBeLessThan(100);
  expect(fastest(big(120))).toBeLessThan(1000);
});

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
