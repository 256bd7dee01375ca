import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { thingsOf } from './form.ts';
import { carryOut, difference } from './intent.ts';
import type { Intent } from './intent.ts';
import { readBoard } from './read.ts';
import { watchBoard } from './watch.ts';

const mine = { tracked: 'mine', untracked: 'mine-untracked' };
const theirs = { tracked: 'theirs', untracked: 'theirs-untracked' };
const card = (id: string, tekst: string): Intent => ({
  kind: 'create',
  thing: { id, type: 'notitie', by: 'p123', texts: { tekst } },
});

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
}

test('D1 two people who change different fields of one thing both keep their change', () => {
  const a = new Y.Doc();
  const b = new Y.Doc();
  carryOut(a, { kind: 'create', thing: { id: 'sanne', type: 'persoon', by: 'p123', texts: { naam: 'Sanne' } } }, mine);
  exchange(a, b);
  carryOut(a, { kind: 'set', id: 'sanne', field: 'geboren', value: '2011-05' }, mine);
  carryOut(b, { kind: 'editText', id: 'sanne', field: 'naam', at: 5, remove: '', insert: ' de Wit' }, theirs);
  carryOut(b, { kind: 'place', view: 'genogram', id: 'sanne', at: { x: 10, y: 20 } }, theirs);
  exchange(a, b);
  for (const doc of [a, b]) {
    const board = readBoard(doc);
    expect(board.things.get('sanne')).toMatchObject({ naam: 'Sanne de Wit', geboren: '2011-05', weg: false });
    expect(board.places.get('genogram:sanne')).toEqual({ x: 10, y: 20 });
  }
});

test('D2 undo of making a card hides it, redo brings it back, and what another typed meanwhile is still there', () => {
  const a = new Y.Doc();
  const b = new Y.Doc();
  const undo = new Y.UndoManager([thingsOf(a)], { trackedOrigins: new Set(['mine']), captureTimeout: 0 });
  carryOut(a, card('kaart', 'hallo'), mine);
  exchange(a, b);
  carryOut(b, { kind: 'editText', id: 'kaart', field: 'tekst', at: 5, remove: '', insert: ' allemaal' }, theirs);
  exchange(a, b);
  undo.undo();
  expect(readBoard(a).things.get('kaart')?.weg).toBe(true);
  undo.redo();
  exchange(a, b);
  expect(readBoard(b).things.get('kaart')).toMatchObject({ weg: false, tekst: 'hallo allemaal' });
});

test('D3 an unknown type or a newer version is a placeholder and the rest is read', () => {
  const doc = new Y.Doc();
  carryOut(doc, card('kaart', 'leesbaar'), mine);
  const strange = new Y.Map<unknown>();
  strange.set('type', 'hologram');
  strange.set('versie', 1);
  thingsOf(doc).set('vreemd', strange);
  carryOut(doc, card('later', 'x'), mine);
  thingsOf(doc).get('later')?.set('versie', 99);
  const board = readBoard(doc);
  expect([...board.things.keys()]).toEqual(['kaart']);
  expect(board.unknown.map(({ id }) => id).sort()).toEqual(['later', 'vreemd']);
});

test('D4 the difference of two texts, carried out, gives the second and never cuts an emoji', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', ' ', '😀', '👍', 'é'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const doc = new Y.Doc();
      carryOut(doc, card('kaart', before), mine);
      const edit = difference(before, after);
      if (edit !== undefined) carryOut(doc, { kind: 'editText', id: 'kaart', field: 'tekst', ...edit }, mine);
      expect(readBoard(doc).things.get('kaart')).toMatchObject({ tekst: after });
      expect(edit?.insert.isWellFormed() ?? true).toBe(true);
    }),
  );
});

test('D5 following a board gives the same value as reading it whole', () => {
  const doc = new Y.Doc();
  const { board, stop } = watchBoard(doc, () => undefined);
  const ids = ['een', 'twee', 'drie'];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...ids), fc.nat(50)), { maxLength: 20 }), (steps) => {
      for (const [kind, id, n] of steps) {
        if (kind === 0) carryOut(doc, card(id, 'x'), mine);
        if (kind === 1) carryOut(doc, { kind: 'editText', id, field: 'tekst', at: n, remove: '', insert: 'y' }, mine);
        if (kind === 2) carryOut(doc, { kind: 'place', view: 'tijdlijn', id, at: { x: n, y: 1 } }, mine);
        if (kind === 3) carryOut(doc, { kind: n % 2 ? 'remove' : 'restore', id }, mine);
      }
      expect(board()).toEqual(readBoard(doc));
    }),
  );
  stop();
});
