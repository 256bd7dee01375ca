import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import { overlaps } from '@samenbord/shared/picture/paths.ts';
import type { Box, Mark, PictureNode, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { childrenOfSociogram, circleOf, nears } from '@samenbord/shared/sociogram/circle.ts';
import { stretch } from '@samenbord/shared/sociogram/rings.ts';
import { sociogramPicture } from '@samenbord/shared/sociogram/sociogram.ts';
import { patternOf, tieMarks } from '@samenbord/shared/sociogram/ties.ts';
import { sociogramWords } from '@samenbord/shared/words/sociogram.ts';
import { circles, realTies } from './circles.ts';
import { boardOf, middleOf, overlapping, person, thing, today } from './families.ts';
import type { PlacedAt } from './families.ts';

const draw = (
  things: readonly Thing[],
  places: readonly PlacedAt[] = [],
  rond: PictureOptions['rond'] = {},
): ViewPicture => sociogramPicture(boardOf(things, places), { today, rond });
const centre = (box: Box): { x: number; y: number } => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
const isPath = (mark: Mark): boolean => mark.kind === 'path';
/** The middle of somebody's symbol: the first path that is no light ground. */
const symbolOf = (node: PictureNode): { x: number; y: number } => {
  const mark = node.marks.find((each) => each.kind === 'path' && each.opacity === undefined);
  if (mark === undefined) throw new Error('no symbol');
  return centre(boxOfMark(mark));
};
/** Half the height of each ring, from near to far. */
const ringsOf = (picture: ViewPicture): number[] =>
  picture.backdrop
    .filter(isPath)
    .slice(0, nears.length)
    .map((mark) => boxOfMark(mark).height / 2)
    .reverse();
const actors = (things: readonly Thing[]): string[] =>
  things.flatMap(({ id, type }) => (['persoon', 'huisdier', 'organisatie'].includes(type) ? [id] : [])).sort();

test('K70 in a sociogram everybody stands exactly once, the child in the middle, and nothing lies over anything', () => {
  fc.assert(
    fc.property(circles, (things) => {
      const picture = draw(things);
      expect(picture.nodes.map(({ id }) => id).sort()).toEqual(actors(things));
      expect(overlapping(picture)).toEqual([]);
      const { child } = circleOf(boardOf(things), { today });
      expect(middleOf(picture, child?.id ?? '')).toEqual({ x: 0, y: 0 });
      const names = picture.backdrop.filter((mark) => mark.kind === 'text').map(boxOfMark);
      for (const { box } of picture.nodes) expect(names.filter((name) => overlaps(name, box))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('K71 whoever is said to be closer stands in a closer ring; of whom nobody said it stands in none', () => {
  fc.assert(
    fc.property(circles, (things) => {
      const picture = draw(things);
      const { child, shown } = circleOf(boardOf(things), { today });
      const rings = ringsOf(picture);
      expect(rings.length).toBe(nears.length);
      for (const node of picture.nodes) {
        if (node.id === child?.id) continue;
        const { x, y } = symbolOf(node);
        const away = Math.hypot(x / stretch, y);
        const near = shown.get(node.id)?.band.nabijheid;
        const ring = rings.findIndex((edge) => away < edge);
        expect([node.id, ring]).toEqual([node.id, near === undefined ? -1 : nears.indexOf(near)]);
      }
    }),
    { numRuns: 150 },
  );
});

const spot = fc.record({ x: fc.integer({ min: -900, max: 1400 }), y: fc.integer({ min: -700, max: 700 }) });

test('K72 who was put somewhere by hand stands exactly there, the others give way, and the words say the ring when the place does not', () => {
  fc.assert(
    fc.property(circles, spot, spot, (things, one, other) => {
      const { child } = circleOf(boardOf(things), { today });
      const [first, second] = actors(things).filter((id) => id !== child?.id);
      const places: PlacedAt[] = [
        ...(first === undefined ? [] : [['sociogram', first, one] as const]),
        ...(second === undefined ? [] : [['sociogram', second, other] as const]),
      ];
      const picture = draw(things, places);
      for (const [, id, at] of places) {
        expect(middleOf(picture, id)).toEqual(at);
        expect(picture.nodes.find((node) => node.id === id)?.placed).toBe(true);
      }
      const still = new Set([first, second, child?.id]);
      const over = overlapping(picture).filter((pair) => !pair.split(' ').every((id) => still.has(id)));
      expect(over).toEqual([]);
    }),
    { numRuns: 120 },
  );
  const things = [
    person('sanne', '2012', { indexkind: true }),
    person('oma', '1950'),
    thing('band', 'band-1', { kind: 'sanne', met: 'oma', vanWie: 'sanne', nabijheid: 'heel-dichtbij' }),
  ];
  const saysRing = (x: number, y: number): boolean | undefined =>
    draw(things, [['sociogram', 'oma', { x, y }]])
      .nodes.find(({ id }) => id === 'oma')
      ?.marks.some((mark) => mark.kind === 'text' && mark.text === 'heel dichtbij');
  expect([saysRing(800, 0), saysRing(190, 0), saysRing(-190, 0)]).toEqual([true, false, false]);
});

test('K73 the same board gives the same sociogram, in whatever order its things arrived', () => {
  fc.assert(
    fc.property(circles, (things) => {
      expect(draw(things.toReversed())).toEqual(draw(things));
    }),
    { numRuns: 60 },
  );
});

test('K74 every tie is said in the description with according to whom; of one child when that child was asked for', () => {
  fc.assert(
    fc.property(circles, fc.constantFrom('sanne', undefined), (things, asked) => {
      const { description } = draw(things, [], { kind: asked });
      const named = new Map(things.map((each) => [each.id, 'naam' in each ? each.naam.trim() : '']));
      const name = (id: string | undefined): string => named.get(id ?? '') || 'naam onbekend';
      for (const { met, vanWie, kan, kanNiet } of realTies(things).filter(
        ({ kind }) => asked === undefined || kind === asked,
      )) {
        const whose = vanWie === undefined ? sociogramWords.zonderNaam : sociogramWords.volgens(name(vanWie));
        const said = description.filter((text) => text.startsWith(`${name(met)}: `) && text.includes(`(${whose})`));
        expect(said.length).toBeGreaterThan(0);
        for (const part of [kan, kanNiet]) expect(said.some((text) => text.includes(part.trim()))).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

const seen: Thing[] = [
  person('sanne', '2012', { indexkind: true }),
  person('milan', '2016', { indexkind: true }),
  person('erik', '1981'),
  person('nadia', '1986'),
  person('bep', '1949'),
  thing('band', 'band-1', { kind: 'sanne', met: 'erik', vanWie: 'nadia', nabijheid: 'dichtbij', sterkte: 'sterk' }),
  thing('band', 'band-2', { kind: 'sanne', met: 'erik', vanWie: 'sanne', nabijheid: 'ver-weg', soort: 'spanning' }),
  thing('band', 'band-3', { kind: 'sanne', met: 'bep', vanWie: 'nadia', nabijheid: 'dichtbij' }),
  thing('band', 'band-4', { kind: 'milan', met: 'erik', vanWie: 'nadia', nabijheid: 'heel-dichtbij' }),
];
const hasDot = (picture: ViewPicture, id: string): boolean =>
  picture.nodes.find((node) => node.id === id)?.marks.some((mark) => mark.kind === 'path' && mark.fill === 'anders') ===
  true;
const drawnBands = (picture: ViewPicture): string[] => picture.lines.map(({ id }) => id).sort();

test('K75 of several views of one tie the words of the child are drawn, and a dot says that somebody sees it differently', () => {
  const own = draw(seen);
  expect(drawnBands(own)).toEqual(['band-2', 'band-3']);
  expect([hasDot(own, 'erik'), hasDot(own, 'bep')]).toEqual([true, false]);
  const confirmed = draw([
    ...seen.filter(({ id }) => id !== 'band-2'),
    thing('band', 'band-0', { kind: 'sanne', met: 'erik', vanWie: 'bep', nabijheid: 'ver-weg' }),
    thing('band', 'band-5', { kind: 'sanne', met: 'erik', vanWie: 'erik', nabijheid: 'verder-weg', bevestigd: 'zelf' }),
  ]);
  expect(drawnBands(confirmed)).toEqual(['band-3', 'band-5']);
});

test('K76 through the eyes of somebody only their own words are drawn; who they did not speak of stands beside the rings', () => {
  const eyes = draw(seen, [], { ogen: 'sanne' });
  expect(drawnBands(eyes)).toEqual(['band-2']);
  expect(eyes.backdrop.some((mark) => mark.kind === 'text' && mark.text.startsWith('Sanne zei hier'))).toBe(true);
  expect(drawnBands(draw(seen, [], { ogen: 'nadia' }))).toEqual(['band-1', 'band-3']);
  expect(drawnBands(draw(seen, [], { ogen: 'bep' }))).toEqual(drawnBands(draw(seen)));
});

test('K77 every child it is about can be in the middle; without a choice the oldest of whom somebody said something', () => {
  const board = boardOf(seen);
  expect(childrenOfSociogram(board).map(({ id }) => id)).toEqual(['sanne', 'milan']);
  expect(middleOf(draw(seen), 'sanne')).toEqual({ x: 0, y: 0 });
  const milan = draw(seen, [], { kind: 'milan' });
  expect([middleOf(milan, 'milan'), drawnBands(milan)]).toEqual([{ x: 0, y: 0 }, ['band-4']]);
  const only = seen.filter(({ id }) => !['band-1', 'band-2', 'band-3'].includes(id));
  expect(middleOf(draw(only), 'milan')).toEqual({ x: 0, y: 0 });
});

test('K78 every strength of a tie, and tension, has a pattern of its own without any colour', () => {
  const points = Array.from({ length: 40 }, (_, at) => ({ x: at * 5, y: 0 }));
  const strengths = ['sterk', 'gewoon', 'zwak', 'verbroken', undefined] as const;
  const patterns = [undefined, 'spanning' as const].flatMap((soort) =>
    strengths.map((sterkte) =>
      JSON.stringify(
        tieMarks(patternOf({ sterkte, soort }), points).map((mark) => {
          if (mark.kind === 'text') return mark.text;
          return [mark.d, mark.width, mark.dash];
        }),
      ),
    ),
  );
  // A tense tie of unsaid strength is drawn as an ordinary one.
  expect(new Set(patterns).size).toBe(patterns.length - 1);
});

test('K79 the legend explains what is in the picture and nothing else', () => {
  const texts = (things: readonly Thing[]): string[] =>
    draw(things).backdrop.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  const some = texts(seen);
  expect(some).toEqual(expect.arrayContaining(['spanning', 'iemand ziet het anders', sociogramWords.lang.onbekend]));
  expect(some).not.toEqual(expect.arrayContaining(['sterke band']));
  expect(some).not.toEqual(expect.arrayContaining([sociogramWords.lang.geeftErom]));
  const cares = texts([
    ...seen,
    thing('band', 'band-6', {
      kind: 'sanne',
      met: 'nadia',
      vanWie: 'sanne',
      nabijheid: 'dichtbij',
      sterkte: 'sterk',
      wilDatHetGoedGaat: true,
    }),
  ]);
  expect(cares).toEqual(expect.arrayContaining(['sterke band', sociogramWords.lang.geeftErom]));
});

test('K80 what somebody can and cannot do stands in the picture whole when it is short, and else says where it does', () => {
  const long = 'elke dag na school een uur komen helpen, ook in de vakantie en als het heel erg druk is in de winkel';
  const picture = draw([
    ...seen,
    thing('band', 'band-6', {
      kind: 'sanne',
      met: 'nadia',
      vanWie: 'sanne',
      nabijheid: 'dichtbij',
      kan: 'koken',
      kanNiet: long,
    }),
  ]);
  const texts = picture.nodes
    .find(({ id }) => id === 'nadia')
    ?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  expect(texts).toEqual(expect.arrayContaining(['kan: koken', sociogramWords.kanNietInLijst]));
  expect(picture.description.join(' ')).toContain(long);
});
