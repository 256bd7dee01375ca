import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import { kinOf } from '@samenbord/shared/genogram/family.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import { overlaps } from '@samenbord/shared/picture/paths.ts';
import type { Box, Mark, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { boardOf, child, couple, person, symbolOf, thing, today } from './families.ts';
import {
  childKinds,
  everySign,
  kinOfEveryKind,
  lossKinds,
  richFamilies,
  unionEnds,
  unionForms,
} from './notation-boards.ts';

import { coveredBy, draw, lineOf, meet, ofKind, points } from './notation-look.ts';

const marksOf = (picture: ViewPicture, id: string): readonly Mark[] =>
  picture.nodes.find((node) => node.id === id)?.marks ?? [];
/** What is left of marks without their colour and without where they stand: what a copier keeps. */
const plain = (marks: readonly Mark[]): string =>
  JSON.stringify(marks.map((mark) => (mark.kind === 'path' ? [mark.d, mark.dash, mark.width] : [])));

test('K50 every union, child link, unborn child, birth of twins and tie between two who are drawn is one line', () => {
  fc.assert(
    fc.property(richFamilies({ ordered: false }), (things) => {
      const picture = draw(things);
      const kin = kinOf(boardOf(things));
      const drawn = new Set(picture.nodes.map((node) => node.id));
      const ties = ofKind(things, 'relatielijn').filter(
        ({ van = '', naar = '' }) => van !== naar && drawn.has(van) && drawn.has(naar),
      );
      const wanted = [
        ...kin.families.flatMap((family) => [
          ...family.unions.map(({ id }) => id),
          ...family.links.map(({ link }) => link.id),
          ...family.unborn,
        ]),
        ...new Set([...kin.twins.values()].map(({ id }) => id)),
        ...ties.map(({ id }) => id),
      ];
      const twice = picture.lines.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at);
      expect(twice.filter((id) => !id.startsWith('samen-'))).toEqual([]);
      expect([...new Set(picture.lines.map(({ id }) => id))].sort()).toEqual([...new Set(wanted)].sort());
    }),
    { numRuns: 120 },
  );
});

test('K51 every gender has a shape of its own, also when somebody died or it is about them; sex at birth stands there only when it was said', () => {
  const sheet = genogramPicture(everySign(), { today });
  for (const row of ['p', 'd', 'i']) {
    const shapes = ['man', 'vrouw', 'non-binair', 'intersekse', 'onbekend'].map((gender) => {
      const { x, y } = symbolOf(sheet, `${row}-${gender}`);
      const moved = marksOf(sheet, `${row}-${gender}`).map((mark) =>
        mark.kind === 'path' ? points(mark.d).map((point) => [Math.round(point.x - x), Math.round(point.y - y)]) : [],
      );
      return JSON.stringify(moved);
    });
    expect(new Set(shapes).size).toBe(5);
  }
  const words = (id: string): string[] =>
    marksOf(sheet, id).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  expect(words('eigen').join(' ')).toContain('geboren als meisje');
  expect(words('p-man').join(' ')).not.toContain('geboren');
  const outlines = (id: string): number => marksOf(sheet, id).filter((mark) => mark.kind === 'path').length;
  expect(outlines('i-man')).toBe(outlines('p-man') + 1);
});

test('K52 who is expected or was lost has a small sign of its own, quiet, with the name when there is one', () => {
  const picture = draw(kinOfEveryKind());
  const signs = lossKinds.map((soort) => {
    const { x, y } = symbolOf(picture, `z-${soort}`);
    return JSON.stringify(
      marksOf(picture, `z-${soort}`).map((mark) =>
        mark.kind === 'path' ? points(mark.d).map((at) => [Math.round(at.x - x), Math.round(at.y - y)]) : [],
      ),
    );
  });
  expect(new Set(signs).size).toBe(4);
  for (const soort of lossKinds)
    for (const mark of marksOf(picture, `z-${soort}`)) {
      const color = mark.kind === 'text' ? mark.color : (mark.stroke ?? 'ink');
      expect(['ink', 'ink-soft']).toContain(color);
    }
  expect(JSON.stringify(marksOf(picture, 'z-doodgeboren'))).toContain('Noor');
});

test('K53 forms and ends of unions, and kinds of child links, are told apart without any colour', () => {
  const one = (more: Partial<ThingOfType<'partnerrelatie'>>): string =>
    plain(lineOf(draw([person('an'), person('bo'), couple('an', 'bo', more)]), 'met-an-bo').marks);
  const forms = unionForms.map((vorm) => one({ vorm }));
  const ends = [undefined, ...unionEnds].map((einde) => one(einde === undefined ? {} : { einde }));
  const links = childKinds.map((soort) =>
    plain(lineOf(draw([person('an'), person('kind', '2015'), child('kind', ['an'], soort)]), 'kind-kind-an').marks),
  );
  expect([new Set(forms).size, new Set(ends).size, new Set(links).size]).toEqual([8, 5, 7]);
});

test('K54 partners who are family by blood have a double line: found through shared ancestors, or because it was said', () => {
  const cousins = (soort: 'biologisch' | 'adoptie'): number => {
    const things = [
      ...['oma', 'ma', 'tante', 'an', 'bo'].map((id) => person(id)),
      child('ma', ['oma']),
      child('tante', ['oma'], soort),
      child('an', ['ma']),
      child('bo', ['tante']),
      couple('an', 'bo'),
    ];
    return lineOf(draw(things), 'met-an-bo').marks.filter((mark) => mark.kind === 'path').length;
  };
  expect([cousins('biologisch'), cousins('adoptie')]).toEqual([2, 1]);
  const said = draw([person('an'), person('bo'), couple('an', 'bo', { bloedverwant: true })]);
  expect(lineOf(said, 'met-an-bo').marks).toHaveLength(2);
  expect(lineOf(said, 'met-an-bo').label).toContain('An en Bo zijn familie van elkaar');
});

/** The straight pieces of a line, each as a box. */
const piecesOf = (d: string): Box[] =>
  points(d).flatMap((to, index, all) => {
    const from = all[index - 1];
    if (from === undefined) return [];
    return [
      {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
      },
    ];
  });

/** Failed once: divorced parents who stand two rows apart, because his grandchild married her father. */
const rowsApart = [
  ...['', 'Sem', 'Sem', 'Sem', 'Sem', '', 'Sem', 'Sem', 'Sem', 'Sem'].map((naam, index) =>
    person(`mens-${index}`, undefined, { naam, geslacht: 'man' }),
  ),
  thing('partnerrelatie', 'paar-0', { partners: ['mens-1', 'mens-4'], vorm: 'getrouwd' }),
  thing('partnerrelatie', 'paar-1', {
    partners: ['mens-2', 'mens-3'],
    vorm: 'getrouwd',
    einde: 'gescheiden',
    geeindigd: '2016',
  }),
  ...(
    [
      ['mens-6', 'mens-3', 'mens-2'],
      ['mens-5', 'mens-4', 'mens-0'],
      ['mens-2', 'mens-0', 'mens-0'],
      ['mens-4', 'mens-2'],
      ['mens-3', 'mens-1'],
    ] as const
  ).map(([kind, ...ouders], index) =>
    thing('ouder-kind', `ouder-${index}`, { kind, ouders: [...ouders], soort: 'biologisch' }),
  ),
  thing('organisatie', 'school', { naam: 'De Linde' }),
];

test('K55 the mark of an end stands beside the lines to children, on no symbol and on no words', () => {
  fc.assert(
    fc.property(richFamilies({ ordered: true }), (things) => {
      const picture = draw(things);
      const kin = kinOf(boardOf(things));
      for (const family of kin.families) {
        const lines = picture.lines.filter(
          ({ id, ends }) =>
            ends.length > 1 && (family.unborn.includes(id) || family.links.some(({ link }) => link.id === id)),
        );
        for (const union of family.unions.filter(({ einde }) => einde === 'gescheiden')) {
          const slashes = lineOf(picture, union.id)
            .marks.filter((mark) => mark.kind === 'path')
            .slice(-2)
            .map(boxOfMark);
          const crossed = lines.filter(({ d }) =>
            piecesOf(d).some((piece) => slashes.some((box) => overlaps(piece, box))),
          );
          expect(crossed.map(({ id }) => id)).toEqual([]);
        }
      }
    }),
    { numRuns: 80, examples: [[rowsApart]] },
  );
});

test('K56 no label lies over a symbol, a name or another label', () => {
  fc.assert(
    fc.property(richFamilies({ ordered: true }), (things) => {
      const picture = draw(things);
      const labels = [...picture.backdrop, ...picture.lines.flatMap((line) => line.marks)]
        .filter((mark) => mark.kind === 'text' && mark.text !== '?')
        .map(boxOfMark);
      const covered = picture.nodes.flatMap(({ id }) => coveredBy(picture, id));
      for (const [at, label] of labels.entries()) {
        expect(covered.filter((box) => meet(box, label, 2))).toEqual([]);
        expect(labels.slice(at + 1).filter((box) => meet(box, label, 2))).toEqual([]);
      }
    }),
    { numRuns: 80 },
  );
});
