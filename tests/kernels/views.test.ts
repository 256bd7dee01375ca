import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '@samenbord/shared/board/vague-date.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { cafDriehoekPicture } from '@samenbord/shared/caf-driehoek/caf-driehoek.ts';
import { gezinspatroonPicture } from '@samenbord/shared/gezinspatroon/gezinspatroon.ts';
import { cardHeight, cardMarks, cardWidth } from '@samenbord/shared/picture/card.ts';
import { faceOf } from '@samenbord/shared/picture/face.ts';
import type { CardKind } from '@samenbord/shared/picture/face.ts';
import { measure } from '@samenbord/shared/picture/measure.ts';
import { axisOf, spanOf } from '@samenbord/shared/tijdlijn/axis.ts';
import { orderOf, repeatedHelp } from '@samenbord/shared/tijdlijn/order.ts';
import { tijdlijnPicture } from '@samenbord/shared/tijdlijn/tijdlijn.ts';
import { boards, household, vagueDate } from './boards.ts';
import { boardOf, boxOf, child, middleOf, person, thing, today } from './families.ts';

const names = new Map([
  ['pkarim', { naam: 'Karim' }],
  ['psanne', { naam: 'Sanne', persoon: 'sanne' }],
]);

test('K13 earlier is never right of later, and within a year the distance is that of the days', () => {
  const day = fc.integer({ min: dayNumber('1960'), max: dayNumber('2035') });
  fc.assert(
    fc.property(fc.array(day, { minLength: 2, maxLength: 30 }), day, day, (days, a, b) => {
      const axis = axisOf([...days, a, b], [days]);
      expect(Math.sign(axis.at(a) - axis.at(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      expect(axis.at(a) >= 0 && axis.at(a) <= axis.end).toBe(true);
    }),
  );
  const axis = axisOf([dayNumber('2014'), dayNumber('2016')], []);
  expect(axis.at(dayNumber('2014-07-02')) / axis.at(dayNumber('2015'))).toBeCloseTo(0.5, 2);
});

test('K13 the order is by the first day a date can mean, stable, without a date last', () => {
  fc.assert(
    fc.property(fc.array(fc.option(vagueDate), { maxLength: 12 }), (dates) => {
      const things = dates.map((wanneer, at) =>
        thing('gebeurtenis', `ding-${at}`, { titel: 'x', ...(wanneer === null ? {} : { wanneer }) }),
      );
      const order = orderOf(boardOf(things));
      expect(orderOf(boardOf(things.toReversed()))).toEqual(order);
      const starts = order.map((each) => (each.wanneer === undefined ? 1e9 : dayNumber(each.wanneer)));
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
  );
});

test('K13 a vague date is drawn over the days it can mean', () => {
  expect(spanOf('2014')).toEqual({
    start: { from: dayNumber('2014'), to: dayNumber('2014-12-31') },
    end: { from: dayNumber('2014'), to: dayNumber('2014-12-31') },
    open: false,
  });
  expect(spanOf('2014~').start.from).toBeLessThan(dayNumber('2014'));
  expect(spanOf('2014-03-02/..')).toMatchObject({
    open: true,
    start: { from: dayNumber('2014-03-02'), to: dayNumber('2014-03-02') },
  });
});

const help = (
  id: string,
  wat: string,
  wanneer: string,
  uitkomst: 'geholpen' | 'niet-geholpen' | 'onbekend',
  resultaat = '',
): Thing => thing('hulp', id, { wat, wanneer, uitkomst, resultaat, over: ['nadia'] });

test('K13 help of the same kind that ended without a result before is pointed out, other help is not', () => {
  const board = boardOf([
    ...household,
    help('hulp-1', 'Opvoedhulp', '2016/2017', 'niet-geholpen', 'stopte te vroeg'),
    help('hulp-2', 'opvoedhulp aan huis', '2018/2019', 'geholpen'),
    help('hulp-3', 'Opvoedhulp aan huis!', '2021/2022', 'onbekend'),
    help('hulp-4', 'Schuldhulp', '2022', 'geholpen'),
  ]);
  expect(repeatedHelp(board)).toEqual([
    { id: 'hulp-2', earlier: ['hulp-1'] },
    { id: 'hulp-3', earlier: ['hulp-1'] },
  ]);
  const node = tijdlijnPicture(board, { today }).nodes.find((each) => each.id === 'hulp-2');
  expect(node?.label).toContain('eerder ook, zonder resultaat');
  expect(node?.label).toContain('het heeft geholpen');
});

test('K13 a card stands at its date, in the lane of whom it is about', () => {
  const board = boardOf([
    ...household,
    thing('gebeurtenis', 'ding-1', { titel: 'A', wanneer: '2015', over: ['sanne'] }),
    thing('gebeurtenis', 'ding-2', { titel: 'B', wanneer: '2019', over: ['sanne'] }),
    thing('gebeurtenis', 'ding-3', { titel: 'C', wanneer: '2017', over: ['sanne', 'milan'] }),
    thing('gebeurtenis', 'ding-4', { titel: 'D', wanneer: '2017', over: ['milan'] }),
  ]);
  const picture = tijdlijnPicture(board, { today });
  const [a, b, c, d] = ['ding-1', 'ding-2', 'ding-3', 'ding-4'].map((id) => boxOf(picture, id));
  expect(a !== undefined && b !== undefined && a.x < b.x && a.y === b.y).toBe(true);
  expect(c !== undefined && a !== undefined && d !== undefined && c.y < a.y && a.y < d.y && c.x === d.x).toBe(true);
});

test('K22 the names along the tijdlijn are those of its lanes and years, each as long as it lasts', () => {
  fc.assert(
    fc.property(boards, (things) => {
      const { rails, backdrop, nodes } = tijdlijnPicture(boardOf(things), { today });
      if (rails === undefined) throw new Error('a tijdlijn has names along its edges');
      const texts = backdrop.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ');
      for (const { text } of rails.left) expect(texts).toContain(text.split(' ')[0]);
      for (const row of [rails.left, rails.top]) {
        for (const [index, { from, to }] of row.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(row[index + 1]?.from ?? Infinity).toBeGreaterThanOrEqual(to);
        }
      }
      const [first, last] = [rails.left[0]?.from ?? 0, rails.left.at(-1)?.to ?? 0];
      const dated = things.flatMap((each) =>
        each.type === 'gebeurtenis' && each.wanneer !== undefined ? nodes.filter(({ id }) => id === each.id) : [],
      );
      for (const { box, placed } of dated) expect(placed || (box.y >= first && box.y <= last)).toBe(true);
      const [left, right] = [rails.top[0]?.from ?? 0, rails.top.at(-1)?.to ?? 0];
      expect(rails.now.x >= left && rails.now.x <= right).toBe(true);
    }),
    { numRuns: 80 },
  );
});

test('K14 the factors of each side stand outside the triangle, on their side', () => {
  fc.assert(
    fc.property(boards, (things) => {
      const picture = cafDriehoekPicture(boardOf(things), { today });
      const triangle = picture.backdrop[0];
      const [top = [0, 0], right = [0, 0]] = [
        ...(triangle?.kind === 'path' ? triangle.d : '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g),
      ].map((found) => [Number(found[1]), Number(found[2])]);
      const [, topY = 0] = top;
      const [halfWidth = 0, bottom = 0] = right;
      const outside = things.flatMap((each) => {
        if (each.type !== 'factor') return [];
        const box = boxOf(picture, each.id);
        const edge = (halfWidth * (Math.min(box.y + box.height, bottom) - topY)) / (bottom - topY);
        if (each.kant === 'kind') return [box.x + box.width < -edge];
        return [each.kant === 'opvoeding' ? box.x > edge : box.y > bottom];
      });
      expect(outside).not.toContain(false);
    }),
    { numRuns: 80 },
  );
});

test('K14 the three sides and the children are named, and a link between two factors is a line with its reason', () => {
  const factors = [
    thing('factor', 'factor-1', { kant: 'kind', waarde: 'zorg', tekst: 'slaapt slecht' }),
    thing('factor', 'factor-2', { kant: 'omgeving', waarde: 'zorg', tekst: 'ruzie over geld' }),
  ];
  const board = boardOf([
    ...household,
    ...factors,
    thing('verband', 'verband-1', { van: 'factor-2', naar: 'factor-1', omdat: 'het hard gaat' }),
  ]);
  const picture = cafDriehoekPicture(board, { today });
  const texts = picture.backdrop.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  for (const words of [
    'Sanne en Milan',
    'ontwikkeling van het kind',
    'opvoeding: wat de ouders doen',
    'gezin en omgeving',
  ])
    expect(texts).toContain(words);
  expect(picture.lines.map(({ id, ends }) => ({ id, ends }))).toEqual([
    { id: 'verband-1', ends: ['factor-2', 'factor-1'] },
  ]);
  expect(picture.lines[0]?.label).toContain('omdat: het hard gaat');
});

test('K15 parents stand above the problems and children below, what they do inside, what they went through outside', () => {
  const block = (
    id: string,
    vak:
      | 'ontwikkeling-ouder'
      | 'gedrag-ouder'
      | 'ontwikkeling-kind'
      | 'gedrag-kind'
      | 'problemen-in-het-gezin'
      | 'hulp',
    persoon?: string,
  ): Thing => thing('patroonblok', id, { vak, tekst: id, ...(persoon === undefined ? {} : { persoon }) });
  const things = [
    ...household,
    block('blok-ruben-toen', 'ontwikkeling-ouder', 'ruben'),
    block('blok-ruben', 'gedrag-ouder', 'ruben'),
    block('blok-midden', 'problemen-in-het-gezin'),
    block('blok-hulp', 'hulp'),
    block('blok-sanne', 'gedrag-kind', 'sanne'),
    block('blok-sanne-toen', 'ontwikkeling-kind', 'sanne'),
  ];
  const picture = gezinspatroonPicture(
    boardOf([
      ...things,
      person('anneke'),
      child('milan', ['anneke'], 'pleeg'),
      thing('hulpvraag', 'vraag-1', { tekst: 'Leer mij rustig blijven' }),
    ]),
    { today },
  );
  const heights = ['blok-ruben-toen', 'blok-ruben', 'blok-midden', 'blok-sanne', 'blok-sanne-toen'].map(
    (id) => middleOf(picture, id).y,
  );
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(middleOf(picture, 'blok-hulp').x).toBeLessThan(middleOf(picture, 'blok-midden').x);
  const words = picture.backdrop.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ');
  for (const title of [
    'Wat doet Nadia?',
    'Wat doet Ruben?',
    'Wat doet Sanne?',
    'Wat doet Milan?',
    'Problemen in het gezin',
    'Leer mij rustig blijven',
  ])
    expect(words).toContain(title);
  expect(words).toContain('Schrijf hier');
  expect(words).not.toMatch(/Anneke|de moeder|de vader/);
});

test('K19 a card shows the whole text within its width, and is as high as its words', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 400 }),
      fc.constantFrom<CardKind>('kracht', 'zorg', 'gewoon', 'veiligheid'),
      (text, kind) => {
        const face = { kind, head: 'gaat goed', text, quiet: 'Sanne, 14 · zelf gezegd', word: 'visie' } as const;
        const texts = cardMarks(face, 100, 50).flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
        const body = texts.filter((mark) => mark.size === 18).map((mark) => mark.text);
        expect(body.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const mark of texts) {
          expect(mark.x + measure(mark.text, mark.size, mark.weight)).toBeLessThanOrEqual(100 + cardWidth);
          expect(mark.y).toBeLessThanOrEqual(50 + cardHeight(face));
        }
      },
    ),
  );
});

test('K19 the quiet line says whose words they are and who wrote them down', () => {
  const board = boardOf(household);
  const quiet = (by: string, vanWie?: string, bevestigd?: 'voorgelezen'): string =>
    faceOf(thing('notitie', 'note', { tekst: 'x', by, vanWie, bevestigd }), board, { today, names }).quiet;
  expect(quiet('psanne')).toBe('Sanne, 14 · zelf gezegd');
  expect(quiet('pkarim', 'nadia')).toBe('Nadia · opgeschreven door Karim');
  expect(quiet('pkarim', 'milan', 'voorgelezen')).toBe('Milan, 10 · opgeschreven door Karim · voorgelezen, akkoord');
  expect(quiet('pkarim')).toBe('Karim');
  expect(quiet('punknown')).toBe('');
});
