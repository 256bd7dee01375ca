import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { exactLanding } from './anchor.ts';

const origins = { tracked: 'own', untracked: 'own' };

/** What the server has, where it never took the word that was taken away nor the one before it. */
function withGoal(tekst: string): Y.Doc {
  const doc = new Y.Doc();
  const thing = { id: 'doel', type: 'doel', by: 'pkarim', texts: { tekst } } as const;
  carryOut(doc, { kind: 'create', thing }, origins);
  return doc;
}

test('D51 taking away an own word that was refused takes no letters of a word that looks like it', () => {
  const doc = withGoal('xMarloes komt mee');
  const edit: Intent = {
    kind: 'editText',
    id: 'doel',
    field: 'tekst',
    at: 1,
    remove: 'Marjan',
    insert: '',
    seen: 'xMarjan en Marloes komt mee',
  };
  const refused = doc.clientID + 1;
  const anchor = { left: { client: refused, clock: 0 } };
  const effect = { client: refused, inserted: 12, erased: [{ client: refused, clock: 1, len: 6 }] };
  const landing = exactLanding(doc, edit, anchor, effect);
  expect(landing?.removes).toEqual([]);
  expect(carryOut(doc, edit, origins, landing)).toBe(true);
  expect(String(thingsOf(doc).get('doel')?.get('tekst'))).toBe('xMarloes komt mee');
});

test('D51 what is put in after a refused word lands where that stood, and what was there is taken away to the letter', () => {
  const doc = withGoal('Wij eten samen.');
  const text = thingsOf(doc).get('doel')?.get('tekst');
  if (!(text instanceof Y.Text)) throw new Error('no text');
  const { item } = Y.createRelativePositionFromTypeIndex(text, 9, 0);
  if (item === null) throw new Error('no letter');
  const refused = doc.clientID + 1;
  const edit: Intent = {
    kind: 'editText',
    id: 'doel',
    field: 'tekst',
    at: 13,
    remove: 'samen',
    insert: 'thuis',
    seen: 'Wij eten nog samen.',
  };
  const effect = { client: refused, inserted: 20, erased: [{ client: item.client, clock: item.clock, len: 5 }] };
  const landing = exactLanding(doc, edit, { left: { client: refused, clock: 3 } }, effect);
  expect(carryOut(doc, edit, origins, landing)).toBe(true);
  expect(text.toJSON()).toBe('Wij eten thuis.');
});
