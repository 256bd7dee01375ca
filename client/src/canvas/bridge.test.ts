import { createShapeId, createTLStore } from '@tldraw/tldraw';
import type { Editor, TLRecord, TLStore } from '@tldraw/tldraw';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyBoard, placeKey } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { ViewPicture } from '@samenbord/shared/picture/picture.ts';
import { Bridge, isSound } from './bridge.ts';
import { shapeUtils } from './editor-setup.ts';
import { guard } from './guard.ts';
import { recordOf } from './shapes/records.ts';

// What happens on the next frame is seen in a browser (tests/meeting/canvas.test.ts), not here.
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

type Page = Extract<TLRecord, { typeName: 'page' }>;

/** As much of an editor as the bridge and the guard touch: tldraw's own store, with a page in it. */
function stage(): { store: TLStore; editor: Editor; handlers: string[] } {
  const store = createTLStore({ shapeUtils, bindingUtils: [] });
  // The editor does this when it starts; the method is there, but not in tldraw's types.
  (store as unknown as { ensureStoreIsUsable: () => void }).ensureStoreIsUsable();
  const page = store.allRecords().find((record): record is Page => record.typeName === 'page');
  const handlers: string[] = [];
  const keep = (type: string): void => void handlers.push(type);
  const editor = {
    store,
    sideEffects: store.sideEffects,
    getCurrentPageId: () => page?.id,
    registerExternalContentHandler: keep,
    registerExternalAssetHandler: keep,
  };
  return { store, editor: editor as unknown as Editor, handlers };
}

/** Cards of 100 by 60 where they were put, in a row when nobody did. */
function draw(board: Board): ViewPicture {
  const nodes = [...board.things.values()].map(({ id }, index) => {
    const { x, y } = board.places.get(placeKey('genogram', id)) ?? { x: index * 200, y: 0 };
    return { id, box: { x: x - 50, y: y - 30, width: 100, height: 60 }, placed: false, marks: [], label: id };
  });
  return {
    view: 'genogram',
    box: { x: 0, y: 0, width: 1, height: 1 },
    backdrop: [],
    lines: [],
    nodes,
    description: [],
  };
}

const boardOf = (...ids: string[]): Board => ({
  ...emptyBoard,
  things: new Map(ids.map((id) => [id, { id, type: 'notitie', weg: false, versie: 1, tekst: '' } as unknown as Thing])),
});
const shapes = (store: TLStore) => store.allRecords().filter((record) => record.typeName === 'shape');

test('C19 the store follows the board as if it came from elsewhere, and holds no words', () => {
  const { store, editor } = stage();
  const sources: string[] = [];
  store.listen(({ source }) => void sources.push(source));
  const bridge = new Bridge(editor, 'genogram', draw);
  bridge.setBoard(boardOf('aaa', 'bbb'));
  expect(shapes(store).map(({ id }) => id)).toEqual(['shape:node:aaa', 'shape:node:bbb']);
  expect(Object.keys(shapes(store)[0]?.props ?? {}).sort()).toEqual(['h', 'points', 'ref', 'w']);
  bridge.setBoard(boardOf('bbb'));
  expect(shapes(store).map(({ id }) => id)).toEqual(['shape:node:bbb']);
  bridge.stop();
  expect(sources.every((source) => source === 'remote')).toBe(true);
});

test('C19 while something is held it is shown there, letting go shows the board as it is by then', () => {
  const { store, editor } = stage();
  const bridge = new Bridge(editor, 'genogram', draw);
  bridge.setBoard(boardOf('aaa'));
  bridge.hold(new Map([['aaa', { x: 500, y: 400 }]]));
  bridge.setBoard({ ...boardOf('aaa', 'bbb'), places: new Map([[placeKey('genogram', 'bbb'), { x: 9, y: 9 }]]) });
  expect(shapes(store)[0]).toMatchObject({ x: 450, y: 370 });
  bridge.letGo();
  expect(shapes(store).map(({ x, y }) => [x, y])).toEqual([
    [-50, -30],
    [-41, -21],
  ]);
  bridge.stop();
});

test('C19 each record is tried alone: a bad one is refused, and says nothing about the others', () => {
  const { editor } = stage();
  const spec = {
    id: 'shape:node:aaa',
    type: 'node',
    x: 0,
    y: 0,
    index: 'c000',
    props: { w: 10, h: 10, ref: 'aaa', points: [] },
  } as const;
  const page = editor.getCurrentPageId();
  expect(isSound(editor, recordOf(spec, page))).toBe(true);
  expect(isSound(editor, recordOf({ ...spec, index: 'c00' }, page))).toBe(false);
  expect(isSound(editor, recordOf({ ...spec, props: { ...spec.props, w: -1 } }, page))).toBe(false);
  expect(isSound(editor, recordOf({ ...spec, x: Number.NaN }, page))).toBe(false);
});

test('C19 what does not come from the bridge cannot change, remove or add a shape, nor bring a file', () => {
  const { store, editor, handlers } = stage();
  const end = guard(editor);
  const bridge = new Bridge(editor, 'genogram', draw);
  bridge.setBoard(boardOf('aaa'));
  const [shape] = shapes(store);
  if (shape === undefined) throw new Error('no shape');
  store.put([{ ...shape, x: 999 }]);
  expect(shapes(store)[0]).toEqual(shape);
  store.remove([shape.id]);
  store.put([{ ...shape, id: createShapeId('vreemd') }]);
  expect(shapes(store).map(({ id }) => id)).toEqual(['shape:node:aaa']);
  expect(handlers.sort()).toEqual([
    'embed',
    'excalidraw',
    'file',
    'file-replace',
    'files',
    'svg-text',
    'text',
    'tldraw',
    'url',
    'url',
  ]);
  bridge.setBoard(boardOf());
  expect(shapes(store)).toEqual([]);
  end();
  bridge.stop();
});
