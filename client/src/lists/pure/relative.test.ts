import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { ofType } from '@samenbord/shared/board/board.ts';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import type { RelativeRole } from '@samenbord/shared/genogram/relatives.ts';
import { family, person, boardOf } from './board-for-tests.ts';
import { intentFor, isSure, relativeNow } from './relative.ts';
import type { RelativeDraft } from './relative.ts';

const ids = { person: 'nieuw', tie: 'nieuwe-band' };
const made = (of: string, role: RelativeRole, draft: RelativeDraft) =>
  intentFor(family, of, role, draft, ids, 'pkarim');

test('L51 a child from a list: the person and the tie with its parents, as a board takes them, undone in one step', () => {
  const doc = new Y.Doc();
  const undo = new Y.UndoManager([thingsOf(doc)], { trackedOrigins: new Set(['mine']), captureTimeout: 0 });
  const draft: RelativeDraft = { naam: ' Noor ', geslacht: 'vrouw', geboren: '2022~', other: 'joris' };
  const deed = made('nadia', 'kind', draft);
  expect(deed !== undefined && carryOut(doc, deed, { tracked: 'mine', untracked: 'quiet' })).toBe(true);
  const board = readBoard(doc);
  expect(board.unknown).toEqual([]);
  expect(ofType(board, 'persoon')).toMatchObject([
    { id: 'nieuw', naam: 'Noor', geslacht: 'vrouw', geboren: '2022~', by: 'pkarim' },
  ]);
  expect(ofType(board, 'ouder-kind')).toMatchObject([
    { ouders: ['nadia', 'joris'], kind: 'nieuw', soort: 'biologisch' },
  ]);
  undo.undo();
  const after = readBoard(doc);
  expect([ofType(after, 'persoon'), ofType(after, 'ouder-kind')]).toEqual([[], []]);
});

test('L51 a second parent joins the tie that is there; what kind of third parent it is has to be said first', () => {
  const second = { things: [{ type: 'persoon' }], sets: [{ id: 'ok-drie', value: ['ans', 'nieuw'] }] };
  expect(made('nadia', 'ouder', { naam: 'Piet' })).toMatchObject(second);
  expect(made('sanne', 'ouder', { naam: 'Piet' })).toBeUndefined();
  const asked = relativeNow(family, 'sanne', 'ouder', { naam: 'Piet' }, 'nieuw');
  expect(asked && isSure(asked, { naam: 'Piet' })).toBe(false);
  const third = { things: [{}, { values: { ouders: ['nieuw'], kind: 'sanne', soort: 'stief' } }], sets: [] };
  expect(made('sanne', 'ouder', { naam: 'Piet', soort: 'stief' })).toMatchObject(third);
});

test('L51 of two partners it has to be said which one is the other parent, or that it is nobody', () => {
  expect(made('nadia', 'kind', { naam: 'Noor' })).toBeUndefined();
  expect(made('nadia', 'kind', { naam: 'Noor', other: null })).toMatchObject({
    things: [{}, { values: { ouders: ['nadia'] } }],
  });
  expect(made('mark', 'kind', { naam: 'Noor' })).toMatchObject({
    things: [{}, { values: { ouders: ['mark', 'nadia'] } }],
  });
});

test('L51 a brother or sister without a parent makes nothing, and so does somebody who is not on the table', () => {
  expect(intentFor(boardOf(person('kim')), 'kim', 'broer-of-zus', { naam: 'Bo' }, ids, 'pkarim')).toBeUndefined();
  expect(made('niemand', 'kind', { naam: 'Bo' })).toBeUndefined();
});
