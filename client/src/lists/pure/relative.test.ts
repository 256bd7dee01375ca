import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { ofType } from '@samenbord/shared/board/board.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import type { RelativeRole } from '@samenbord/shared/genogram/relatives.ts';
import { family, person, boardOf } from './board-for-tests.ts';
import { intentsFor, isSure, relativeNow } from './relative.ts';
import type { RelativeDraft } from './relative.ts';

const ids = { person: 'nieuw', tie: 'nieuwe-band' };
const made = (of: string, role: RelativeRole, draft: RelativeDraft) =>
  intentsFor(family, of, role, draft, ids, 'pkarim');

test('L51 a child from a list: the person, and the tie with its parents, as a board takes them', () => {
  const doc = new Y.Doc();
  const origins = { tracked: 'tracked', untracked: 'untracked' };
  const draft: RelativeDraft = { naam: ' Noor ', geslacht: 'vrouw', geboren: '2022~', other: 'joris' };
  for (const intent of made('nadia', 'kind', draft)) expect(carryOut(doc, intent, origins)).toBe(true);
  const board = readBoard(doc);
  expect(board.unknown).toEqual([]);
  expect(ofType(board, 'persoon')).toMatchObject([
    { id: 'nieuw', naam: 'Noor', geslacht: 'vrouw', geboren: '2022~', by: 'pkarim' },
  ]);
  expect(ofType(board, 'ouder-kind')).toMatchObject([
    { ouders: ['nadia', 'joris'], kind: 'nieuw', soort: 'biologisch' },
  ]);
});

test('L51 a second parent joins the tie that is there; what kind of third parent it is has to be said first', () => {
  expect(made('nadia', 'ouder', { naam: 'Piet' }).map(({ kind }) => kind)).toEqual(['create', 'set']);
  expect(made('sanne', 'ouder', { naam: 'Piet' })).toEqual([]);
  const asked = relativeNow(family, 'sanne', 'ouder', { naam: 'Piet' }, 'nieuw');
  expect(asked && isSure(asked, { naam: 'Piet' })).toBe(false);
  expect(made('sanne', 'ouder', { naam: 'Piet', soort: 'stief' }).map(({ kind }) => kind)).toEqual([
    'create',
    'create',
  ]);
});

test('L51 of two partners it has to be said which one is the other parent, or that it is nobody', () => {
  expect(made('nadia', 'kind', { naam: 'Noor' })).toEqual([]);
  expect(made('nadia', 'kind', { naam: 'Noor', other: null })).toHaveLength(2);
  expect(made('mark', 'kind', { naam: 'Noor' })).toMatchObject([
    {},
    { thing: { values: { ouders: ['mark', 'nadia'] } } },
  ]);
});

test('L51 a brother or sister without a parent makes nothing, and so does somebody who is not on the table', () => {
  expect(intentsFor(boardOf(person('kim')), 'kim', 'broer-of-zus', { naam: 'Bo' }, ids, 'pkarim')).toEqual([]);
  expect(made('niemand', 'kind', { naam: 'Bo' })).toEqual([]);
});
