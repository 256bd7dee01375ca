import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewNames } from '@samenbord/shared/board/define.ts';
import { belongsTo } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import { boxOfMark } from '@samenbord/shared/picture/bounds.ts';
import type { Mark, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { toSvg } from '@samenbord/shared/picture/to-svg.ts';
import { boards, household } from './boards.ts';
import { boardOf, families, middleOf, overlapping, thing, today } from './families.ts';
import { readXml } from './xml.ts';

const anyBoard = fc.oneof(boards, families({ ordered: false, most: 9 }));
const anyView = fc.constantFrom(...viewNames);
const marksOf = (picture: ViewPicture): Mark[] => [
  ...picture.backdrop,
  ...[...picture.lines, ...picture.nodes].flatMap((part) => part.marks),
];

test('K3 an SVG is well-formed whatever people wrote, says its title and sentences, and refers to nothing outside', () => {
  fc.assert(
    fc.property(anyBoard, anyView, fc.string({ unit: 'binary' }), (things, view, title) => {
      const picture = pictureOf(view, boardOf(things), { today });
      const svg = readXml(toSvg(picture, { title }));
      expect(svg.name).toBe('svg');
      expect(new Set(svg.children.map((each) => each.name))).toEqual(
        new Set(['title', 'desc', ...marksOf(picture).map((mark) => mark.kind)]),
      );
      expect(svg.names.filter((name) => /href|src|style|^on/i.test(name))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

test('K3 signs with a meaning in XML come back as they were written', () => {
  const nasty = '</text><script>alert("1")</script> & \'x\'';
  const board = boardOf([thing('notitie', 'note', { tekst: nasty })], [['genogram', 'note', { x: 0, y: 0 }]]);
  const svg = readXml(toSvg(pictureOf('genogram', board, { today }), { title: nasty }));
  expect(svg.children.find((each) => each.name === 'title')?.text).toBe(nasty);
  const lines = svg.children.filter((each) => each.name === 'text').map((each) => each.text);
  expect(lines.join('').replaceAll(' ', '')).toBe(nasty.replaceAll(' ', ''));
});

test('K9 the same board gives the same picture, in whatever order its things arrived', () => {
  fc.assert(
    fc.property(anyBoard, anyView, (things, view) => {
      const [one, other] = [things, things.toReversed()].map((each) => pictureOf(view, boardOf(each), { today }));
      expect(other).toEqual(one);
    }),
    { numRuns: 80 },
  );
});

test('K9 every number of a picture is finite and its box holds everything that is drawn', () => {
  fc.assert(
    fc.property(anyBoard, anyView, (things, view) => {
      const picture = pictureOf(view, boardOf(things), { today });
      expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity|:null/);
      const { box } = picture;
      for (const held of [...marksOf(picture).map(boxOfMark), ...picture.nodes.map((node) => node.box)]) {
        expect(
          held.x >= box.x &&
            held.y >= box.y &&
            held.x + held.width <= box.x + box.width &&
            held.y + held.height <= box.y + box.height,
        ).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

test('K12 nothing lies over anything in any view, and every thing of the view is there once', () => {
  fc.assert(
    fc.property(boards, anyView, (things, view) => {
      const picture = pictureOf(view, boardOf(things), { today });
      expect(overlapping(picture)).toEqual([]);
      const own = things.filter(
        (each) => belongsTo(each.type, view) && !['verband', 'partnerrelatie', 'ouder-kind'].includes(each.type),
      );
      expect(picture.nodes.map((node) => node.id).sort()).toEqual(own.map((each) => each.id).sort());
    }),
    { numRuns: 150 },
  );
});

test('K8 a card that was put somewhere by hand stands there; on the tijdlijn a date keeps it at its time', () => {
  const free: Thing[] = [
    thing('factor', 'factor-1', { kant: 'kind', waarde: 'zorg', tekst: 'slaapt slecht' }),
    thing('patroonblok', 'blok-1', { vak: 'hulp', tekst: 'stopt te vroeg' }),
    thing('gebeurtenis', 'ding-1', { titel: 'verhuisd', wanneer: '2019' }),
    thing('notitie', 'note', { tekst: 'x' }),
  ];
  const place = { x: 333, y: -444 };
  const board = boardOf(
    [...household, ...free],
    viewNames.flatMap((view) => free.map(({ id }) => [view, id, place] as const)),
  );
  const before = pictureOf('tijdlijn', boardOf([...household, ...free]), { today });
  expect(middleOf(pictureOf('caf-driehoek', board, { today }), 'factor-1')).toEqual(place);
  expect(middleOf(pictureOf('gezinspatroon', board, { today }), 'blok-1')).toEqual(place);
  expect(middleOf(pictureOf('tijdlijn', board, { today }), 'ding-1')).toEqual({
    x: middleOf(before, 'ding-1').x,
    y: place.y,
  });
  for (const view of viewNames) {
    const picture = pictureOf(view, board, { today });
    expect(middleOf(picture, 'note')).toEqual(place);
    expect(picture.nodes.every((node) => !free.some(({ id }) => id === node.id) || node.placed)).toBe(true);
  }
});

test('K16 a note is in a view only where somebody put it; a thing this version does not know is a placeholder there', () => {
  const note = thing('notitie', 'note', { tekst: 'x' });
  const board = {
    ...boardOf(
      [note, { ...note, id: 'gone', weg: true }],
      [
        ['tijdlijn', 'gone', { x: 0, y: 0 }],
        ['caf-driehoek', 'later', { x: 9, y: 9 }],
      ],
    ),
    unknown: [{ id: 'later', type: 'hologram' }],
  };
  expect(viewNames.map((view) => pictureOf(view, board, { today }).nodes.map((node) => node.id))).toEqual([
    [],
    [],
    [],
    ['later'],
    [],
  ]);
});
