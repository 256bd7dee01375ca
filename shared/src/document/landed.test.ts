import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { metaOf } from './form.ts';
import { carryOut } from './intent.ts';
import { endedIn, landedClock } from './landed.ts';
import { rebuild } from './rebuild.ts';

const mine = { tracked: 'mine', untracked: 'mine' };

/** Somebody's new document on this one, with one card. Gives their number and how far they came. */
function wrote(doc: Y.Doc, id: string): { client: number; clock: number } {
  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
  carryOut(own, { kind: 'create', thing: { id, type: 'notitie', by: 'p1', texts: { tekst: id } } }, mine);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(own));
  return { client: own.clientID, clock: Y.getState(own.store, own.clientID) };
}

function nextEpoch(doc: Y.Doc, epoch: number, server: ReadonlySet<number> = new Set()): Y.Doc {
  let client = epoch * 10_000;
  const newClient = (): number => (client += 1);
  const writerOf = (each: number): string => (server.has(each) ? 'server' : 'p1');
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, rebuild(doc, { without: new Set(), writerOf, newClient, epoch }).update);
  return fresh;
}

test('D60 a new epoch says of each client how far it had come in each epoch before; numbers only, and nothing of the server', () => {
  const first = new Y.Doc();
  const [one, two] = [wrote(first, 'een'), wrote(first, 'twee')];
  const second = nextEpoch(first, 1, new Set([two.client]));
  const three = wrote(second, 'drie');
  const third = nextEpoch(second, 2);
  for (const doc of [second, third]) {
    expect(landedClock(doc, 1, one.client)).toBe(one.clock);
    expect(landedClock(doc, 1, two.client)).toBe(0);
    expect(landedClock(doc, 2, one.client)).toBe(0);
  }
  expect(landedClock(third, 2, three.client)).toBe(three.clock);
  expect(JSON.stringify(endedIn(third).map(([epoch, vector]) => [epoch, [...vector]]))).toMatch(/^[[\]\d,]*$/);
  expect(metaOf(third).get('schema')).toBe(1);
});

test('D60 that stays small: of a thousand clients and no more, the oldest epochs go first', () => {
  let doc = new Y.Doc();
  const old = wrote(doc, 'oud');
  doc = nextEpoch(doc, 1);
  const crowd = new Map(Array.from({ length: 999 }, (_, index) => [index + 1, 1]));
  metaOf(doc).set('landed', [...endedIn(doc), [0, Y.encodeStateVector(crowd)]]);
  const last = wrote(doc, 'nieuw');
  const next = nextEpoch(doc, 2);
  expect(landedClock(next, 2, last.client)).toBe(last.clock);
  expect(landedClock(next, 1, old.client)).toBe(old.clock);
  const counted = endedIn(next).map(([, vector]) => Y.decodeStateVector(vector).size);
  expect(counted.reduce((sum, each) => sum + each, 0)).toBe(1000);
  expect(Y.encodeStateAsUpdate(next).length).toBeLessThan(10_000);
});

test('D60 what a document says in a form we do not know is as if it said nothing', () => {
  const doc = new Y.Doc();
  for (const strange of ['x', [1, 2], [[1, 'x']], [[1, new Uint8Array([255])]]]) {
    metaOf(doc).set('landed', strange);
    expect(landedClock(doc, 1, 7)).toBe(0);
  }
});
