import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import type { Board } from '../board/board.ts';
import { readPlaceKey } from '../board/board.ts';
import { carryOut } from './intent.ts';
import type { Intent } from './intent.ts';
import { metaOf, rootNames, thingsOf } from './form.ts';
import { readBoard } from './read.ts';
import { leftBehind, rebuild } from './rebuild.ts';

const gedeeld = { kind: 'gedeeld' } as const;
const eigen = { kind: 'eigen', owner: 'p123' } as const;
const origins = { tracked: 'me', untracked: 'me-untracked' };
const nobody = (): string | undefined => 'server';
const counter = (): (() => number) => {
  let last = 1000;
  return () => ++last;
};

function rebuilt(
  doc: Y.Doc,
  without: ReadonlySet<string> = new Set(),
  writerOf: (client: number) => string | undefined = nobody,
) {
  const { update, clients } = rebuild(doc, { without, writerOf, newClient: counter(), epoch: 1 });
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, update);
  return { fresh, update, clients };
}

/** What anybody can see: without what is off the table, and without its places. */
function visible({ things, places, ink, unknown }: Board) {
  const there = [...things].filter(([, thing]) => !thing.weg);
  const ids = new Set(there.map(([id]) => id));
  const put = [...places].filter(([key]) => ids.has(readPlaceKey(key)?.id ?? ''));
  const sorted = <T>(entries: (readonly [string, T])[]) => entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [sorted(there), sorted(put), sorted([...ink]), unknown.toSorted((a, b) => (a.id < b.id ? -1 : 1))];
}

const whole = (doc: Y.Doc) => rootNames.map((name) => doc.getMap(name).toJSON());

const ids = ['anna', 'bram', 'chris', 'dora', 'emma'] as const;
const id = fc.constantFrom(...ids);
const step: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ id, tekst: fc.string({ maxLength: 12, unit: 'grapheme' }) }).map((one): Intent => ({
    kind: 'create',
    thing: {
      id: `kaart-${one.id}`,
      type: 'notitie',
      by: 'p123',
      vanWie: one.id,
      values: { over: [one.id] },
      texts: { tekst: one.tekst },
    },
  })),
  id.map((one): Intent => ({ kind: 'create', thing: { id: one, type: 'persoon', by: 'p123', texts: { naam: one } } })),
  fc.record({ at: fc.nat(20), id, insert: fc.string({ maxLength: 9, unit: 'grapheme' }) }).map((one): Intent => ({
    kind: 'editText',
    id: `kaart-${one.id}`,
    field: 'tekst',
    at: one.at,
    remove: '',
    insert: one.insert,
  })),
  id.map((one): Intent => ({ kind: 'remove', id: `kaart-${one}` })),
  id.map((one): Intent => ({ kind: 'remove', id: one })),
  id.map((one): Intent => ({ kind: 'restore', id: one })),
  fc
    .record({ id, over: fc.uniqueArray(id) })
    .map((one): Intent => ({ kind: 'set', id: `kaart-${one.id}`, field: 'over', value: one.over })),
  fc
    .record({ id, x: fc.integer({ min: -99, max: 99 }) })
    .map((one): Intent => ({ kind: 'place', view: 'genogram', id: one.id, at: { x: one.x, y: 0 } })),
  fc.record({ id, x: fc.nat(99), gone: fc.boolean() }).map(({ id: one, x, gone }): Intent => ({
    kind: 'ink',
    id: `streep-${one}`,
    ink: gone ? undefined : { vorm: 'lijn', by: 'p123', view: 'genogram', kleur: 'ink', punten: [0, 0, x, x] },
  })),
);

test('D6 a rebuilt document says all that could be seen before, and the same after a second time', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(gedeeld, eigen), (steps, zone) => {
      const doc = new Y.Doc();
      for (const one of steps) carryOut(doc, one, origins);
      const left = leftBehind(doc, zone);
      const { fresh } = rebuilt(doc, left);
      expect(visible(readBoard(fresh))).toEqual(visible(readBoard(doc)));
      const kept = [...readBoard(doc).things].filter(([one]) => !left.has(one)).map(([one]) => one);
      expect([...readBoard(fresh).things.keys()].toSorted()).toEqual(kept.toSorted());
      expect(rebuilt(fresh, leftBehind(fresh, zone)).update.length).toBeLessThanOrEqual(
        rebuilt(doc, left).update.length,
      );
      expect(leftBehind(fresh, zone).size).toBe(0);
    }),
    { numRuns: 150 },
  );
});

test('D6 what this version does not know stays as it is, and so does what the server noted', () => {
  const doc = new Y.Doc();
  metaOf(doc).set('schema', 1);
  metaOf(doc).set('merk', { a: [1] });
  const strange = new Y.Map<unknown>();
  strange.set('type', 'hologram');
  strange.set('weg', true);
  strange.set('diep', { b: [null, 'é'] });
  strange.set('tekst', new Y.Text('later leesbaar 😀'));
  thingsOf(doc).set('vreemd', strange);
  const newer = new Y.Map<unknown>();
  for (const [key, value] of Object.entries({ type: 'notitie', versie: 998, by: 'p123', weg: true }))
    newer.set(key, value);
  thingsOf(doc).set('nieuwer', newer);
  for (const zone of [gedeeld, eigen]) {
    const { fresh } = rebuilt(doc, leftBehind(doc, zone));
    expect(whole(fresh)).toEqual(whole(doc));
    expect(thingsOf(fresh).get('vreemd')?.get('tekst')).toBeInstanceOf(Y.Text);
  }
});

test('D7 twenty thousand edits weigh nothing after a rebuild, and no erased word is in it', () => {
  const doc = new Y.Doc();
  const fresh = new Y.Doc();
  const create: Intent = {
    kind: 'create',
    thing: { id: 'kaart', type: 'notitie', by: 'p123', texts: { tekst: 'einde' } },
  };
  for (const one of [doc, fresh]) carryOut(one, create, origins);
  for (let index = 0; index < 10_000; index++) {
    carryOut(
      doc,
      { kind: 'editText', id: 'kaart', field: 'tekst', at: index % 5, remove: '', insert: `GEWIST${index % 7}` },
      origins,
    );
    carryOut(
      doc,
      { kind: 'editText', id: 'kaart', field: 'tekst', at: index % 5, remove: `GEWIST${index % 7}`, insert: '' },
      origins,
    );
  }
  const { update } = rebuilt(doc);
  expect(Array.from(update, (byte) => String.fromCharCode(byte)).join('')).not.toContain('GEWIST');
  expect(update.length).toBeLessThan(Y.encodeStateAsUpdate(fresh).length + 60);
  expect(Y.encodeStateAsUpdate(doc).length).toBeGreaterThan(update.length * 20);
});

test('D8 on the table a card that was taken off waits for its owner, and who took it off is still known', () => {
  const doc = new Y.Doc();
  const create = (thing: Extract<Intent, { kind: 'create' }>['thing']) =>
    carryOut(doc, { kind: 'create', thing }, origins);
  create({ id: 'sanne', type: 'persoon', by: 'pregie', texts: { naam: 'Sanne' } });
  create({ id: 'los', type: 'persoon', by: 'pregie', texts: { naam: 'Los' } });
  create({ id: 'kaart', type: 'notitie', by: 'psanne', values: { over: ['sanne'] }, texts: { tekst: 'van mij' } });
  doc.clientID = 77;
  for (const one of ['sanne', 'los', 'kaart']) carryOut(doc, { kind: 'remove', id: one }, origins);
  expect([...leftBehind(doc, gedeeld)]).toEqual(['los']);
  expect([...leftBehind(doc, eigen)].toSorted()).toEqual(['kaart', 'los', 'sanne']);
  const { fresh, clients } = rebuilt(doc, leftBehind(doc, gedeeld), (client) => (client === 77 ? 'pregie' : undefined));
  expect(readBoard(fresh).things.get('kaart')).toMatchObject({ tekst: 'van mij', weg: true });
  const by = thingsOf(fresh).get('kaart')?._map.get('weg')?.id.client;
  expect(clients).toContainEqual({ client: by, participant: 'pregie' });
  expect(clients).toHaveLength(2);
});

test('D9 of what is erased no reference stays in a list, and nobody’s words become another’s', () => {
  const doc = new Y.Doc();
  const create = (thing: Extract<Intent, { kind: 'create' }>['thing']) =>
    carryOut(doc, { kind: 'create', thing }, origins);
  for (const one of ['sanne', 'mark']) create({ id: one, type: 'persoon', by: 'pregie', texts: { naam: one } });
  create({
    id: 'kaart',
    type: 'notitie',
    by: 'pregie',
    vanWie: 'mark',
    values: { over: ['sanne', 'mark'] },
    texts: { tekst: 'x' },
  });
  carryOut(doc, { kind: 'place', view: 'genogram', id: 'mark', at: { x: 1, y: 1 } }, origins);
  const { fresh } = rebuilt(doc, new Set(['mark']));
  const { things, places } = readBoard(fresh);
  expect([...things.keys()]).toEqual(['sanne', 'kaart']);
  expect(places.size).toBe(0);
  expect(things.get('kaart')).toMatchObject({ over: ['sanne'], vanWie: 'mark', by: 'pregie' });
});
