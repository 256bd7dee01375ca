import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { genogramFrame, genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import { withLegend } from '@samenbord/shared/picture/legend.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { toSvg } from '@samenbord/shared/picture/to-svg.ts';
import { boardOf, child, couple, middleOf, person, stepfamily, today } from './families.ts';
import {
  blended,
  everySign,
  kinOfEveryKind,
  largeWithTies,
  lossKinds,
  relationKinds,
  richFamilies,
} from './notation-boards.ts';
import { draw, lineOf } from './notation-look.ts';
import { readXml } from './xml.ts';

const keysOf = (picture: ViewPicture): string[] => (picture.legend ?? []).map(({ key }) => key);

test('K62 the legend explains every sign that is in the picture and no other, in words', () => {
  expect(keysOf(draw([]))).toEqual([]);
  expect(keysOf(draw(stepfamily))).toEqual([
    'onbekend',
    'indexkind',
    'getrouwd',
    'samenwonend',
    'relatie',
    'gescheiden',
    'kind-biologisch',
    'kind-stief',
  ]);
  const all = [...keysOf(genogramPicture(everySign(), { today })), ...keysOf(draw(kinOfEveryKind()))];
  for (const soort of relationKinds) expect(all).toContain(`band-${soort}`);
  for (const soort of lossKinds) expect(all).toContain(soort);
  fc.assert(
    fc.property(richFamilies({ ordered: false }), (things) => {
      const { legend = [], lines } = draw(things);
      expect(new Set(legend.map(({ key }) => key)).size).toBe(legend.length);
      expect(new Set(legend.map(({ text }) => text)).size).toBe(legend.length);
      expect(legend.every(({ text, marks }) => text !== '' && marks.length > 0)).toBe(true);
      const ties = lines.filter(({ id }) => id.startsWith('tie-')).length;
      expect(legend.some(({ key }) => key.startsWith('band-'))).toBe(ties > 0);
    }),
    { numRuns: 60 },
  );
});

test('K63 what is drawn is also said, plainly and by name', () => {
  const said = [...draw(kinOfEveryKind()).description, ...draw(blended).description].join('\n');
  for (const sentence of [
    'Ma en Pa waren getrouwd van 1999 tot 2012 en zijn gescheiden. Ma en Pa zijn familie van elkaar.',
    'Ma en Pa zijn getrouwd sinds 2015.',
    'Ma en Pa zijn voogd van Kind.',
    'Ma en Pa zijn donor van Kind.',
    'Een kind van Ma en Pa is dood geboren (2012). De naam is Noor.',
    'Ma en Pa hebben een kind verloren door een miskraam (2010).',
    'Een zwangerschap van Ma en Pa is afgebroken (2011).',
    'Ma en Pa verwachten een kind (2027).',
    'Liv en Lot zijn een eeneiige tweeling.',
    'Takkie (hond) hoort bij Sem en Bas.',
    'Bas heeft een hechte band met Voetbalclub (volgens Bas).',
    'Liv heeft veel ruzie met Basisschool De Linde',
    'Tim van der Heijden zorgt voor Sem (volgens Nadia).',
    'Tim van der Heijden heeft veel ruzie met Sem (volgens Sem).',
    'Samen in huis: Bij Ans en Piet (Ans, Piet en Noor).',
  ])
    expect(said).toContain(sentence);
});

test('K64 while somebody is moved everybody else and every line between others stays the same, and nothing is lost', () => {
  fc.assert(
    fc.property(
      richFamilies({ ordered: true }),
      fc.nat({ max: 20 }),
      fc.record({ x: fc.integer({ min: -700, max: 700 }), y: fc.integer({ min: -500, max: 500 }) }),
      (things, pick, place) => {
        const { picture, move } = genogramFrame(boardOf(things), { today });
        const moved = picture.nodes[pick % picture.nodes.length]?.id ?? '';
        const after = move(new Map([[moved, place]]));
        expect(after.nodes.map(({ id }) => id)).toEqual(picture.nodes.map(({ id }) => id));
        expect(after.lines.map(({ id }) => id)).toEqual(picture.lines.map(({ id }) => id));
        expect(middleOf(after, moved).x).toBeCloseTo(place.x, 6);
        expect(middleOf(after, moved).y).toBeCloseTo(place.y, 6);
        const others = after.nodes.filter((node, at) => node.id !== moved && node !== picture.nodes[at]);
        expect(others).toEqual([]);
        expect(JSON.stringify(after)).not.toMatch(/NaN|Infinity|:null/);
      },
    ),
    { numRuns: 80 },
  );
});

test('K64 lines go along with who is moved, and others are the very same as before, also among 120 people', () => {
  const { picture, move } = genogramFrame(boardOf(largeWithTies(120)), { today });
  const { x, y } = middleOf(picture, 'mens-9');
  const after = move(new Map([['mens-9', { x: x + 30, y: y + 40 }]]));
  const known = new Map(picture.lines.map((line) => [line.id, line]));
  const changed = after.lines.filter((line) => known.get(line.id) !== line);
  expect(changed.some(({ ends }) => ends.includes('mens-9'))).toBe(true);
  expect(changed.length).toBeLessThan(30);
  const back = move(new Map([['mens-9', { x, y }]]));
  const before = process.cpuUsage();
  for (let step = 0; step < 40; step++) move(new Map([['mens-9', { x: x + 3 * step, y: y + step }]]));
  const spent = process.cpuUsage(before);
  process.stdout.write(
    `one person moved among 120: ${((spent.user + spent.system) / 40_000).toFixed(1)} ms of work for each picture\n`,
  );
  expect(lineOf(back, 'met-mens-8-mens-9').d).toBe(lineOf(picture, 'met-mens-8-mens-9').d);
});

test('K64 a second move starts from where everybody stood, not from the first', () => {
  const { move } = genogramFrame(
    boardOf([person('an'), person('bo'), couple('an', 'bo'), person('kind', '2015'), child('kind', ['an', 'bo'])]),
    { today },
  );
  const there = new Map([['bo', { x: 400, y: 80 }]]);
  const one = move(there);
  move(new Map([['bo', { x: -900, y: 300 }]]));
  expect(move(there)).toEqual(one);
});

test('K65 in a document the legend stands below the picture, whole and over nothing of it', () => {
  fc.assert(
    fc.property(richFamilies({ ordered: false }), (things) => {
      const picture = draw(things);
      const whole = withLegend(picture, 'Tekens');
      const added = whole.backdrop.slice(picture.backdrop.length);
      expect(whole.nodes).toBe(picture.nodes);
      const words = added.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      expect(words.filter((text) => text !== '?')).toEqual(
        (picture.legend ?? []).length === 0 ? [] : ['Tekens', ...(picture.legend ?? []).map(({ text }) => text)],
      );
      for (const box of added.map(boxOfMark)) {
        expect(box.y).toBeGreaterThanOrEqual(picture.box.y + picture.box.height);
        expect(box.y + box.height).toBeLessThanOrEqual(whole.box.y + whole.box.height);
        expect(box.x + box.width).toBeLessThanOrEqual(whole.box.x + whole.box.width + 0.01);
      }
      expect(readXml(toSvg(whole, { title: 'x' })).name).toBe('svg');
    }),
    { numRuns: 40 },
  );
});
