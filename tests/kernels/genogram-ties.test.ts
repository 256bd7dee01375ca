import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thing, ThingOfType } from '@samenbord/shared/board/things.ts';
import { kinOf } from '@samenbord/shared/genogram/family.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import type { Box, PictureLine, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, child, couple, overlapping, person, stepfamily, symbolOf, thing, today } from './families.ts';
import { blended, kinOfEveryKind, relationKinds, richFamilies, tie } from './notation-boards.ts';

import { coveredBy, dot, draw, lineOf, meet, ofKind, points } from './notation-look.ts';

test('K57 a tie runs over no symbol but those of its ends, and over a name only where there is no way round', () => {
  const hits = (picture: ViewPicture): { symbols: string[]; names: number; points: number } => {
    const symbols: string[] = [];
    let [names, count] = [0, 0];
    for (const line of picture.lines.filter(({ id }) => /^(tie|band|t)-/.test(id))) {
      for (const { id } of picture.nodes.filter((node) => !line.ends.includes(node.id))) {
        const [symbol, ...words] = coveredBy(picture, id);
        for (const point of points(line.d)) {
          if (symbol !== undefined && meet(dot(point), symbol)) symbols.push(`${line.id} over ${id}`);
          names += words.filter((box) => meet(dot(point), box)).length;
        }
      }
      count += points(line.d).length;
    }
    return { symbols, names, points: count };
  };
  expect(hits(draw(blended))).toMatchObject({ symbols: [], names: 0 });
  let [names, all] = [0, 0];
  fc.assert(
    fc.property(richFamilies({ ordered: true }), (things) => {
      const found = hits(draw(things));
      expect(found.symbols).toEqual([]);
      names += found.names;
      all += found.points;
    }),
    { numRuns: 80 },
  );
  expect(names / Math.max(1, all)).toBeLessThan(0.004);
});

test('K58 two ties of the same two run apart, each can be taken hold of, and it stands there according to whom', () => {
  const kinds = [...relationKinds];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.constantFrom(...kinds), fc.boolean(), (one, other, turned) => {
      const picture = draw([
        ...stepfamily,
        tie('tie-een', 'sem', 'tim', one, { vanWie: 'sem' }),
        turned
          ? tie('tie-twee', 'tim', 'sem', other, { vanWie: 'nadia' })
          : tie('tie-twee', 'sem', 'tim', other, { vanWie: 'nadia' }),
      ]);
      const [a, b] = ['tie-een', 'tie-twee'].map((id) => points(lineOf(picture, id).d));
      const middle = (line: { x: number; y: number }[] = []) => line[Math.floor(line.length / 2)] ?? { x: 0, y: 0 };
      const near = Math.min(...(b ?? []).map((point) => Math.hypot(point.x - middle(a).x, point.y - middle(a).y)));
      expect(near).toBeGreaterThan(14);
      expect(JSON.stringify(lineOf(picture, 'tie-een').marks)).toContain('volgens Sem');
      expect(JSON.stringify(lineOf(picture, 'tie-twee').marks)).toContain('volgens Nadia');
      expect(lineOf(picture, 'tie-twee').label).toContain('(volgens Nadia)');
    }),
    { numRuns: 30 },
  );
});

test('K58 a tie with somebody who does it and somebody it is done to has its arrow at the latter', () => {
  const head = (van: string, naar: string, soort: ThingOfType<'relatielijn'>['soort']): Box | undefined => {
    const picture = draw([
      person('an'),
      person('bo'),
      couple('an', 'bo'),
      thing('relatielijn', 'tie', { van, naar, soort }),
    ]);
    const filled = lineOf(picture, 'tie').marks.filter((mark) => mark.kind === 'path' && mark.fill === 'ink');
    const at = symbolOf(picture, naar);
    const from = symbolOf(picture, van);
    return filled.map(boxOfMark).find(({ x }) => Math.abs(x - at.x) < Math.abs(x - from.x));
  };
  for (const soort of ['gericht-op', 'emotioneel-geweld', 'lichamelijk-geweld', 'seksueel-geweld'] as const)
    for (const [van, naar] of [
      ['an', 'bo'],
      ['bo', 'an'],
    ] as const)
      expect(head(van, naar, soort)).toBeDefined();
  expect(head('an', 'bo', 'conflict')).toBeUndefined();
});

test('K59 where the line of one family crosses that of another it jumps, with a small arc', () => {
  const crossing = (things: readonly Thing[]): { met: number; open: string[] } => {
    const picture = draw(things);
    const kin = kinOf(boardOf(things));
    const familyOf = new Map(
      kin.families.flatMap((family) =>
        [...family.unions.map(({ id }) => id), ...family.links.map(({ link }) => link.id), ...family.unborn].map(
          (id) => [id, family.key],
        ),
      ),
    );
    const pieces = picture.lines.flatMap((line) => (familyOf.has(line.id) ? straightPieces(line) : []));
    const open = pieces.flatMap((level) =>
      pieces.flatMap((post) =>
        level.flat &&
        !post.flat &&
        familyOf.get(level.id) !== familyOf.get(post.id) &&
        inside(post.at, level, 9) &&
        inside(level.at, post, 9)
          ? [`${level.id} over ${post.id}`]
          : [],
      ),
    );
    return { met: picture.lines.filter((line) => (line.d.match(/Q/g) ?? []).length > 3).length, open };
  };
  fc.assert(
    fc.property(richFamilies({ ordered: true }), (things) => {
      expect(crossing(things).open).toEqual([]);
    }),
    { numRuns: 80 },
  );
  const four = ['een', 'twee', 'drie', 'vier'].flatMap((id) => [
    person(id),
    couple('ma', id),
    person(`k-${id}`, '2010'),
    child(`k-${id}`, ['ma', id]),
  ]);
  const tangled = crossing([person('ma'), ...four, couple('k-een', 'k-vier'), couple('k-twee', 'drie')]);
  expect(tangled.open).toEqual([]);
  expect(tangled.met).toBeGreaterThan(0);
});

type Piece = {
  readonly id: string;
  readonly flat: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** The level and upright pieces of a path, without its rounded corners and its jumps. */
function straightPieces({ id, d }: PictureLine): Piece[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MLQ])([^MLQZA]*)/g)].flatMap(([, command, rest = '']) => {
    const numbers = rest.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const [toX = 0, toY = 0] = numbers.slice(-2);
    const [fromX, fromY] = [x, y];
    [x, y] = [toX, toY];
    if (command !== 'L' || (fromX !== toX && fromY !== toY)) return [];
    const flat = fromY === toY;
    const [a, b] = flat ? [fromX, toX] : [fromY, toY];
    return [{ id, flat, at: flat ? fromY : fromX, from: Math.min(a, b), to: Math.max(a, b) }];
  });
}
const inside = (at: number, { from, to }: Piece, room: number): boolean => at > from + room && at < to - room;

test('K60 lines to twins come from one point; identical ones have a bar between them, of triplets too', () => {
  const picture = draw(kinOfEveryKind());
  const slant = (id: string): { x: number; y: number }[] => points(lineOf(picture, `kind-${id}-ma-pa`).d).slice(-2);
  const [liv, noa] = [slant('liv'), slant('noa')];
  expect(liv[0]).toEqual(noa[0]);
  expect(liv[1]).not.toEqual(noa[1]);
  expect(new Set(['tom', 'tim', 'tess'].map((id) => JSON.stringify(slant(id)[0]))).size).toBe(1);
  const marks = (id: string): number => lineOf(picture, id).marks.length;
  expect([marks('twee'), marks('drie')]).toEqual([1, 0]);
  expect(lineOf(picture, 'drie').label).toBe('Tess, Tim en Tom zijn een meereiige drieling.');
});

test('K61 animals stand by whose they are and organisations beside the family, over nobody; or where somebody put them', () => {
  fc.assert(
    fc.property(richFamilies({ ordered: true }), (things) => {
      const picture = draw(things);
      expect(overlapping(picture)).toEqual([]);
      const people = new Set(ofKind(things, 'persoon').map(({ id }) => id));
      for (const { id, bij = [] } of ofKind(things, 'huisdier'))
        expect(picture.nodes.some((node) => node.id === id)).toBe(bij.some((who) => people.has(who)));
      const tied = picture.nodes.map(({ id }) => id);
      const wanted = ofKind(things, 'relatielijn').some(({ van, naar }) => [van, naar].includes('school'));
      expect(tied.includes('school')).toBe(wanted);
    }),
    { numRuns: 60 },
  );
  const placed = genogramPicture(
    boardOf(
      [...blended],
      [
        ['genogram', 'hond', { x: -500, y: 700 }],
        ['genogram', 'club', { x: 900, y: -300 }],
      ],
    ),
    { today },
  );
  for (const [id, x, y] of [
    ['hond', -500, 700],
    ['club', 900, -300],
  ] as const) {
    const box = placed.nodes.find((node) => node.id === id)?.box ?? dot({ x: 0, y: 0 });
    expect([box.x + box.width / 2, box.y + box.height / 2].map(Math.round)).toEqual([x, y]);
  }
});
