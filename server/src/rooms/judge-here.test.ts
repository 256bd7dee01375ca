import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { changedTo, settledIn } from '@samenbord/shared/access/state.ts';
import type { TableState, TableStates } from '@samenbord/shared/access/state.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { documentSchema, metaOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { judge } from './gate/judge.ts';
import { judgeHere } from './judge-here.ts';

const origins = { tracked: 'test', untracked: 'test' };
const mother: Actor = { id: 'pnadia', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld'] };
const card = (): Uint8Array => {
  const doc = new Y.Doc();
  carryOut(doc, { kind: 'create', thing: { id: 'kaart', type: 'notitie', by: 'pnadia' } }, origins);
  return Y.encodeStateAsUpdate(doc);
};

/** What comes of a card of the mother that arrives at a time, on a table with these states. */
function arrives(states: TableStates, at: number, bytes = card()): boolean | string {
  const doc = new Y.Doc();
  metaOf(doc).set('schema', documentSchema);
  const standing = {
    board: 'bord',
    zoneName: 'gedeeld',
    zone: { kind: 'gedeeld' } as const,
    epoch: 1,
    lastSeq: 1,
    doc,
    clients: new Map(),
    erased: new Set<string>(),
  };
  const quiet = { warn: () => undefined, error: () => undefined };
  const ports = {
    judge,
    lookup: () => undefined,
    log: quiet,
    stateOf: () => states,
    clock: { now: () => at, setTimeout: () => () => undefined },
  };
  const verdict = judgeHere(ports, standing, { actor: mother, clientId: undefined }, bytes);
  return verdict.ok || verdict.code;
}

const open: TableState = { open: true };
const frozen: TableState = { open: true, frozen: true };
const shut: TableState = { open: false };

test('T10 an edit under way is judged by the state it was made in for two seconds, through several changes, and not a moment longer', () => {
  for (const closed of [frozen, shut, { open: true, alone: true }] satisfies TableState[]) {
    expect(arrives(settledIn(closed), 10_000)).toBe('recht');
    const states = changedTo(settledIn(open), closed, 10_000);
    expect([10_000, 11_999, 12_000, 90_000].map((at) => arrives(states, at))).toEqual([true, true, 'recht', 'recht']);
    const twice = changedTo(states, shut, 11_500);
    expect([11_900, 12_100].map((at) => arrives(twice, at))).toEqual([true, 'recht']);
  }
  // What the table opens now is taken at once, whatever it was.
  expect(arrives(changedTo(settledIn(shut), open, 10_000), 10_000)).toBe(true);
});

test('T10 a moment ago allows nothing but what the table allowed then', () => {
  const states = changedTo(settledIn(open), frozen, 10_000);
  const doc = new Y.Doc();
  carryOut(doc, { kind: 'create', thing: { id: 'kaart', type: 'notitie', by: 'pander' } }, origins);
  expect(arrives(states, 10_001, Y.encodeStateAsUpdate(doc))).toBe('recht');
  expect(arrives(states, 10_001, new Uint8Array([9, 9, 9]))).not.toBe(true);
});
