import { expect, test } from 'vitest';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, child, couple, middleOf, person, stepfamily, symbolOf, thing, today } from './families.ts';

const draw = (things: readonly Thing[]): ViewPicture => genogramPicture(boardOf(things), { today });

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

test('K7 two pairs of brothers and sisters who married crosswise still stand by birth, both of them', () => {
  const things = [
    ...['opa-een', 'opa-twee'].map((id) => person(id, '1940')),
    ...['an', 'bert'].flatMap((id, at) => [person(`${id}-een`, String(1970 + at)), child(`${id}-een`, ['opa-een'])]),
    ...['cor', 'dirk'].flatMap((id, at) => [
      person(`${id}-twee`, String(1970 + at)),
      child(`${id}-twee`, ['opa-twee']),
    ]),
    couple('an-een', 'dirk-twee'),
    couple('bert-een', 'cor-twee'),
  ];
  const picture = draw(things);
  const x = (id: string): number => middleOf(picture, id).x;
  expect(x('an-een')).toBeLessThan(x('bert-een'));
  expect(x('cor-twee')).toBeLessThan(x('dirk-twee'));
});

test('K11 the mark of a divorce stands beside the line to the children, never on it', () => {
  const partners = ['een', 'twee', 'drie', 'vier'];
  const picture = draw([
    person('ma', '1980'),
    ...partners.flatMap((id, at) => [
      person(id, '1980'),
      couple('ma', id, { begonnen: String(2000 + at), einde: 'gescheiden' }),
      person(`kind-${id}`, String(2001 + at)),
      child(`kind-${id}`, ['ma', id]),
    ]),
  ]);
  for (const id of partners) {
    const union = picture.lines.find((line) => line.id === `met-ma-${id}`);
    const down = picture.lines.find((line) => line.id === `kind-kind-${id}-ma-${id}`);
    const slashes = union?.marks
      .slice(1, 3)
      .flatMap((mark) => (mark.kind === 'path' ? [Number(/M(-?[\d.]+)/.exec(mark.d)?.[1])] : []));
    const start = Number(/M(-?[\d.]+)/.exec(down?.d ?? '')?.[1]);
    expect(slashes?.length).toBe(2);
    for (const x of slashes ?? []) expect(Math.abs(x + 5 - start)).toBeGreaterThan(10);
  }
});
