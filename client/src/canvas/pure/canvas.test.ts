import { createTLSchema, T } from '@tldraw/tldraw';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBoard, placeKey } from '@samenbord/shared/board/board.ts';
import type { Board, Ink, Place } from '@samenbord/shared/board/board.ts';
import { ink as inkSchema } from '@samenbord/shared/board/board.ts';
import { genogramPicture } from '@samenbord/shared/genogram/genogram.ts';
import type { Box, PictureNode, ViewPicture } from '@samenbord/shared/picture/picture.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { diffSpecs } from './diff.ts';
import { followDrags, patience } from './far-drags.ts';
import type { FarDrags } from './far-drags.ts';
import { indexKey } from './index-key.ts';
import { neighbour, readingOrder } from './order.ts';
import { pathPoints } from './path-points.ts';
import { middle, shifted, standing, withPlaces } from './places.ts';
import { specsOf } from './records.ts';
import { simplified, strokePath } from './stroke.ts';
import { tidied } from './tidied.ts';

const node = (id: string, x: number, y: number, width = 100, height = 60): PictureNode => ({
  id,
  box: { x, y, width, height },
  placed: false,
  marks: [],
  label: id,
});
const picture = (nodes: readonly PictureNode[], lines: ViewPicture['lines'] = []): ViewPicture => ({
  view: 'genogram',
  box: { x: 0, y: 0, width: 1000, height: 1000 },
  backdrop: [],
  lines,
  nodes,
  description: [],
});
const line = (id: string, d: string) => ({ id, ends: [], marks: [], d, label: id });

test('C1 an index belongs to one rank only, sorts as ranks do, and is one that tldraw takes', () => {
  const schema = createTLSchema({ shapes: { node: { props: { w: T.number } } }, bindings: {} });
  const validator = schema.types.shape;
  const record = {
    typeName: 'shape',
    id: 'shape:a',
    type: 'node',
    parentId: 'page:page',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { w: 1 },
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 238_327 }), fc.integer({ min: 0, max: 238_327 }), (a, b) => {
      expect(Math.sign(a - b)).toBe(indexKey(a) < indexKey(b) ? -1 : indexKey(a) > indexKey(b) ? 1 : 0);
      expect(() => validator.validate({ ...record, index: indexKey(a) })).not.toThrow();
    }),
  );
  expect(() => indexKey(238_328)).toThrow(RangeError);
});

test('C2 every node, line and stroke is one shape with an id and an index of its own, also when a thing is drawn twice', () => {
  const stroke: Ink = { by: 'pkarim', view: 'genogram', kleur: 'ink', vorm: 'pen', punten: [5, 5, 25, 45] };
  const specs = specsOf(
    picture([node('a', 0, 0), node('b', 200, 0)], [line('r', 'M0 0L10 10'), line('r', 'M5 5H40')]),
    new Map([['s', stroke]]),
  );
  expect(specs.map(({ id }) => id)).toEqual([
    'shape:line:r',
    'shape:line:r:2',
    'shape:node:a',
    'shape:node:b',
    'shape:ink:s',
  ]);
  expect(new Set(specs.map(({ index }) => index)).size).toBe(5);
  expect(specs.at(-1)).toMatchObject({ x: 5, y: 5, props: { w: 20, h: 40, ref: 's', points: [0, 0, 20, 40] } });
  const elsewhere = new Map([['s', { ...stroke, view: 'tijdlijn' as const }]]);
  expect(specsOf(picture([]), elsewhere)).toEqual([]);
});

test('C2 what has no readable box is left out and takes nothing else with it', () => {
  const bad: Box[] = [
    { x: Number.NaN, y: 0, width: 1, height: 1 },
    { x: 0, y: Number.POSITIVE_INFINITY, width: 1, height: 1 },
    { x: 0, y: 0, width: -4, height: 1 },
  ];
  const nodes = [node('good', 0, 0), ...bad.map((box, index) => ({ ...node(`bad${index}`, 0, 0), box }))];
  const specs = specsOf(picture(nodes, [line('torn', 'M0 0 nonsense'), line('short', 'M1 1')]), new Map());
  expect(specs.map(({ props }) => props.ref)).toEqual(['good']);
});

test('C2 a line can be hit along all of its path', () => {
  expect(pathPoints('M0 0H10V20L5 25Z')).toEqual([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 20 },
    { x: 5, y: 25 },
    { x: 0, y: 0 },
  ]);
  expect(pathPoints('M0 0 10 0 10 10')).toHaveLength(3);
  expect(pathPoints('M0 0Q50 100 100 0').some(({ x, y }) => Math.hypot(x - 50, y - 50) < 0.01)).toBe(true);
  expect(pathPoints('M0 0C0 40 100 40 100 0').at(-1)).toEqual({ x: 100, y: 0 });
  expect(pathPoints('M0 0A50 50 0 0 1 100 0').every(({ y }) => y <= 0)).toBe(true);
  expect(pathPoints('M0 0L10')).toEqual([]);
});

test('C3 only what changed is written again', () => {
  const before = specsOf(picture([node('a', 0, 0), node('b', 200, 0)]), new Map());
  const now = new Map(before.map((spec) => [spec.id, spec]));
  expect(diffSpecs(now, specsOf(picture([node('a', 0, 0), node('b', 200, 0)]), new Map()))).toEqual({
    put: [],
    remove: [],
  });
  const after = diffSpecs(now, specsOf(picture([node('a', 0, 0), node('b', 240, 0)]), new Map()));
  expect(after.put.map(({ id }) => id)).toEqual(['shape:node:b']);
  expect(diffSpecs(now, specsOf(picture([node('a', 0, 0)]), new Map())).remove).toEqual(['shape:node:b']);
});

test('C4 reading goes by rows from the left, small differences in height aside, and ends so that Tab can leave', () => {
  const order = readingOrder([node('c', 0, 200), node('b', 300, 5), node('a', 10, 20), node('d', 150, 230)]);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
  expect(neighbour(order, undefined, 1)).toBe('a');
  expect(neighbour(order, undefined, -1)).toBe('d');
  expect(neighbour(order, 'a', 1)).toBe('b');
  expect(neighbour(order, 'd', 1)).toBeUndefined();
  expect(neighbour(order, 'a', -1)).toBeUndefined();
});

const person = (id: string, naam: string): Thing =>
  ({ id, type: 'persoon', versie: 1, weg: false, by: 'pkarim', naam, bijzonderheid: '' }) as unknown as Thing;
const boardOf = (things: readonly Thing[], places: readonly (readonly [string, Place])[] = []): Board => ({
  ...emptyBoard,
  things: new Map(things.map((thing) => [thing.id, thing])),
  places: new Map(places.map(([id, at]) => [placeKey('genogram', id), at])),
});

test('C5 taking hold of something does not move it, whether somebody placed it before or not', () => {
  const draw = (board: Board): ViewPicture => genogramPicture(board, { today: 20_000 });
  const board = boardOf(
    [person('sanne', 'Sanne met een heel lange naam die breed is'), person('milan', 'Milan')],
    [['milan', { x: 400, y: 300 }]],
  );
  const before = draw(board);
  const start = standing(board, before, draw, ['sanne', 'milan', 'nobody']);
  expect([...start.keys()].sort()).toEqual(['milan', 'sanne']);
  const held = draw(withPlaces(board, 'genogram', start));
  for (const id of start.keys()) {
    const [was, is] = [before, held].map(
      ({ nodes }) => nodes.find((one) => one.id === id)?.box ?? { x: 0, y: 0, width: 0, height: 0 },
    );
    expect(middle(is as Box).x).toBeCloseTo(middle(was as Box).x, 0);
    expect(middle(is as Box).y).toBeCloseTo(middle(was as Box).y, 0);
  }
  expect(board.places.size).toBe(1);
  expect(withPlaces(board, 'genogram', new Map([['nobody', { x: 1, y: 1 }]])).places.size).toBe(1);
});

test('C5 what is moved stays on the table and on whole units', () => {
  const far = shifted(new Map([['a', { x: 98_000, y: 3.4 }]]), { x: 9000, y: 0.3 });
  expect(far.get('a')).toEqual({ x: 99_000, y: 4 });
});

test('C6 what a colleague lets go of stays where it is until the change is here, and goes back when it never comes', () => {
  const board = boardOf([person('sanne', 'Sanne')], [['sanne', { x: 0, y: 0 }]]);
  const none: FarDrags = new Map();
  const held = followDrags(none, [{ id: 'sanne', x: 50, y: 60 }], board, 'genogram', 1000);
  expect(held.get('sanne')?.at).toEqual({ x: 50, y: 60 });
  const released = followDrags(held, [], board, 'genogram', 1100);
  expect(released.get('sanne')?.at).toEqual({ x: 50, y: 60 });
  const arrived = boardOf([person('sanne', 'Sanne')], [['sanne', { x: 51, y: 60 }]]);
  expect(followDrags(released, [], arrived, 'genogram', 1200).size).toBe(0);
  expect(followDrags(released, [], board, 'genogram', 1000 + patience).size).toBe(0);
});

test('C7 a stroke has as few points as look the same, and always fits the schema of ink', () => {
  const straight = Array.from({ length: 500 }, (_, index) => [index, index * 2]).flat();
  expect(simplified(straight, 0.5)).toEqual([0, 0, 499, 998]);
  expect(simplified([7, 8], 0.5)).toEqual([7, 8, 7.5, 8]);
  expect(simplified([], 0.5)).toEqual([]);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -200_000, max: 200_000, noNaN: true }), { minLength: 2, maxLength: 6000 }),
      (values) => {
        const punten = simplified(values.length % 2 === 0 ? values : values.slice(1), 0.5);
        const read = inkSchema.safeParse({ by: 'pkarim', view: 'genogram', kleur: 'ink', vorm: 'pen', punten });
        expect(read.success).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
  expect(strokePath([0, 0, 10, 0, 10, 10])).toBe('M0 0Q10 0 10 5L10 10');
});

test('C64 tidied as a whole a family stays where it lies; whoever is held keeps the rest where the layout has it', () => {
  const at = (x: number, y: number): Place => ({ x, y, los: true });
  const stand = new Map([
    ['oma', at(0, 0)],
    ['ma', at(0, 200)],
    ['kind', at(60, 400)],
  ]);
  const wanted = new Map([
    ['oma', at(1000, -400)],
    ['ma', at(1000, -200)],
    ['kind', at(1000, 0)],
  ]);
  expect([...tidied(wanted, stand, false)]).toEqual([['kind', at(0, 400)]]);
  expect(tidied(wanted, stand, true).size).toBe(3);
  expect(tidied(new Map(), stand, false).size).toBe(0);
  expect(tidied(wanted, new Map(), false).size).toBe(0);
});
