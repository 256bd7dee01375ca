import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { inkOf, metaOf, placesOf, thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { rebuild } from '@samenbord/shared/document/rebuild.ts';
import type { SocketClass } from './frames.ts';
import { Room } from './room.ts';

const nothing = (): void => undefined;
const events = {
  changed: nothing,
  presence: nothing,
  synced: nothing,
  whole: nothing,
  saved: nothing,
  refused: nothing,
  lost: nothing,
  ended: nothing,
  wholeTooLarge: nothing,
  collided: nothing,
};
const address = { server: 'ws://bord', board: 'b', zone: 'gedeeld', epoch: 1, als: 'p1' };
const origins = { tracked: 'later', untracked: 'later' };

/** A board that a later release wrote: a type, a version, fields, a view and a stroke that this one does not know, beside what it does. */
function boardOfLater(): Y.Doc {
  const doc = new Y.Doc();
  metaOf(doc).set('schema', 99);
  metaOf(doc).set('later', { soort: 'nieuw' });
  const thing = (id: string, type: string, versie: number): void => {
    const map = new Y.Map<unknown>();
    for (const [name, value] of Object.entries({ type, versie, by: 'p2', weg: false, later: ['x', id] }))
      map.set(name, value);
    map.set('tekst', new Y.Text(`woorden van ${id}`));
    map.set('laterTekst', new Y.Text(`later ${id}`));
    thingsOf(doc).set(id, map);
  };
  thing('vreemd', 'soort-van-later', 1);
  thing('nieuwer', 'patroonzin', 99);
  carryOut(
    doc,
    { kind: 'create', thing: { id: 'zin', type: 'patroonzin', by: 'p2', texts: { tekst: 'vaak ruzie' } } },
    origins,
  );
  thingsOf(doc).get('zin')?.set('laterVeld', { a: 1 });
  thingsOf(doc).get('zin')?.set('laterTekst', new Y.Text('ook later'));
  placesOf(doc).set('beeld-van-later:zin', { x: 1, y: 2 });
  placesOf(doc).set('tijdlijn:vreemd', { x: 1, y: 2, diepte: 3 });
  inkOf(doc).set('streek', { vorm: 'van later', by: 'p2' });
  return doc;
}

/** Everything in it that this release cannot read. */
function whatIsLater(doc: Y.Doc): unknown {
  const things = thingsOf(doc);
  const field = (id: string, name: string): unknown => {
    const value: unknown = things.get(id)?.get(name);
    return value instanceof Y.AbstractType ? value.toJSON() : value;
  };
  return {
    meta: { ...metaOf(doc).toJSON(), landed: undefined },
    things: [things.get('vreemd')?.toJSON(), things.get('nieuwer')?.toJSON()],
    fields: [field('zin', 'laterVeld'), field('zin', 'laterTekst')],
    places: [placesOf(doc).get('beeld-van-later:zin'), placesOf(doc).get('tijdlijn:vreemd')],
    ink: inkOf(doc).get('streek'),
  };
}

const deed: fc.Arbitrary<Intent | 'undo' | 'redo' | 'rebuild'> = fc.oneof(
  fc.constantFrom('undo' as const, 'redo' as const, 'rebuild' as const),
  fc.record({
    kind: fc.constant('editText' as const),
    id: fc.constantFrom('zin', 'eigen'),
    field: fc.constant('tekst'),
    at: fc.nat(8),
    remove: fc.constantFrom('', 'vaak', 'r'),
    insert: fc.constantFrom('', 'nooit', ' '),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), id: fc.constantFrom('zin', 'eigen') }),
  fc.record({
    kind: fc.constant('place' as const),
    view: fc.constantFrom('tijdlijn' as const, 'gezinspatroon' as const),
    id: fc.constantFrom('zin', 'eigen'),
    at: fc.option(
      fc.tuple(fc.nat(9), fc.nat(9)).map(([x, y]) => ({ x, y })),
      { nil: undefined },
    ),
  }),
  fc.constant<Intent>({
    kind: 'create',
    thing: { id: 'eigen', type: 'patroonzin', by: 'p1', texts: { tekst: 'vaak' } },
  }),
);

test('D59 what a later release wrote is shown as far as it can be read and is the same after any save, undo and rebuild', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
      const before = boardOfLater();
      const later = whatIsLater(before);
      let room = new Room({ ...address, socket: WebSocket as SocketClass }, false, events);
      Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(before));
      let client = 10;
      for (const each of deeds) {
        if (each === 'undo' || each === 'redo') room.back(each);
        else if (each === 'rebuild') {
          const newClient = (): number => client++;
          const fresh = rebuild(room.doc, { without: new Set(), writerOf: () => undefined, newClient, epoch: 1 });
          room.destroy();
          room = new Room({ ...address, socket: WebSocket as SocketClass }, false, events);
          Y.applyUpdate(room.doc, fresh.update);
        } else room.carry(each);
        const board = readBoard(room.doc);
        expect(board.unknown.map(({ id }) => id).toSorted()).toEqual(['nieuwer', 'vreemd']);
        expect(board.things.get('zin')?.type).toBe('patroonzin');
        expect(whatIsLater(room.doc)).toEqual(later);
      }
      room.destroy();
    }),
    { numRuns: 150 },
  );
});
