import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { expectAlive, expectRefused, harm } from '../support/gate-attack.ts';
import { actors, gateRoom } from '../support/gate-room.ts';
import { setTable } from '../support/gate-table.ts';
import { shownIn } from '../support/oracle.ts';
import { rawUpdate, write } from '../support/updates.ts';

const words = 'things/kaart-v/tekst';

test('G8 nothing stands where the form of a board has no place for it', () => {
  const table = setTable();
  const clock = table.next();
  const place = table.entry('places', 'tijdlijn:kaart-h');
  const own = table.entry('things', 'kaart-h');
  const text = table.letter('kaart-h', 'tekst', 11);
  const at = { x: 1, y: 1 };
  const attacks: readonly [string, Uint8Array][] = [
    ['two values in one item', write(10, clock, [{ origin: place, content: { any: ['verborgen', at] } }])],
    ['list item in a root map', write(10, clock, [{ parent: 'places', content: { any: ['verborgen'] } }])],
    ['list item in a thing', write(10, clock, [{ parent: own, content: { any: ['verborgen'] } }])],
    ['words in a root map', write(10, clock, [{ parent: 'places', content: { text: 'verborgen' } }])],
    [
      'attribute on a text',
      write(10, clock, [
        { parent: table.entry('things', 'kaart-h', 'tekst'), key: 'verborgen', content: { any: ['x'] } },
      ]),
    ],
    ['value in a text', write(10, clock, [{ origin: text, content: { any: ['verborgen'] } }])],
    ['new root', write(10, clock, [{ parent: 'verborgen', key: 'x', content: { any: ['x'] } }])],
    ['meta', write(10, clock, [{ parent: 'meta', key: 'schema', content: { any: [9] } }])],
    ['plain value as thing', write(10, clock, [{ parent: 'things', key: 'nieuw', content: { any: ['x'] } }])],
    ['map in a thing', write(10, clock, [{ parent: own, key: 'over', content: { type: 1 } }])],
    ['text in a thing that is there', write(10, clock, [{ parent: own, key: 'extra', content: { type: 2 } }])],
    ['text as place', write(10, clock, [{ parent: 'places', key: 'genogram:kaart-h', content: { type: 2 } }])],
    ['field that is not there', write(10, clock, [{ parent: own, key: 'verborgen', content: { any: ['x'] } }])],
  ];
  for (const [name, bytes] of attacks) {
    expect(harm(table, bytes).slots, name).not.toEqual([]);
    expectRefused(table, bytes, 'plaats');
  }
  const kinds = [
    { format: ['verborgen', '"x"'] },
    { embed: '"verborgen"' },
    { json: ['"verborgen"'] },
    { bytes: new Uint8Array([1]) },
  ] as const;
  for (const content of kinds) {
    const bytes = write(10, clock, [{ origin: text, content }]);
    expect(harm(table, bytes).slots).not.toEqual([]);
    expectRefused(table, bytes, 'vorm');
  }
  for (const type of [0, 4, 6])
    expectRefused(table, write(10, clock, [{ parent: own, key: 'tekst', content: { type } }]), 'vorm');
});

test('G9 an update that claims far more than its bytes hold is refused at once', () => {
  const table = setTable();
  const collected = write(10, table.next(), [{ content: { collected: 2 ** 45 } }]);
  const plain = table.plain();
  Y.applyUpdate(plain, collected);
  expect(Y.getState(plain.store, 10)).toBeGreaterThan(2 ** 44);
  expectRefused(table, collected, 'te-groot');
  expectRefused(table, write(10, table.next(), [{ content: { collected: 5 } }]), 'vorm');
  expectRefused(table, write(10, table.next(), [{ content: { skip: 5 } }]), 'vorm');
  expectRefused(table, rawUpdate([{ client: 10, clock: table.next(), structs: [], claim: 2 ** 25 }]), 'onleesbaar');
  expectRefused(
    table,
    write(10, table.next(), [{ origin: table.letter('kaart-h', 'tekst', 1), content: { deleted: 2 ** 40 } }]),
    'te-groot',
  );
});

test('G10 a neighbour or parent that is the struct itself, comes later or never comes is refused', () => {
  const table = setTable();
  const clock = table.next();
  const self = write(10, clock, [{ origin: [10, clock], content: { text: 'x' } }]);
  expect(harm(table, self).threw).toBe(true);
  expectRefused(table, self, 'verwijzing');
  const future = write(10, clock, [
    { origin: [10, clock + 1], content: { text: 'x' } },
    { origin: table.letter('kaart-h', 'tekst', 1), content: { text: 'y' } },
  ]);
  expect(harm(table, future).threw).toBe(true);
  expectRefused(table, future, 'verwijzing');
  for (const ghost of [
    [99, 0],
    [30, 5000],
    [10, clock + 7],
  ] as const) {
    for (const struct of [{ origin: ghost }, { right: ghost }, { parent: ghost, key: 'over' }]) {
      expectRefused(table, write(10, clock, [{ ...struct, content: { any: ['x'] } }]), 'verwijzing');
    }
  }
  const gap = write(10, clock + 3, [{ origin: table.letter('kaart-h', 'tekst', 1), content: { text: 'x' } }]);
  expect(harm(table, gap).pending).toBe(true);
  expectRefused(table, gap, 'verwijzing');
});

test('G11 a client id that is not the one of this connection is refused, and known work of others passes', () => {
  const table = setTable();
  const clock = Y.getState(table.room.doc.store, 30);
  const forged = write(30, clock, [
    { origin: table.letter('zin', 'tekst', 1), right: table.letter('zin', 'tekst', 2), content: { text: 'x' } },
  ]);
  // The victim writes its own struct at that clock: two documents that never agree again, with equal state vectors.
  const [one, two] = [table.plain(), table.plain()];
  const real = write(30, clock, [
    { origin: table.letter('kaart-v', 'tekst', 1), right: table.letter('kaart-v', 'tekst', 2), content: { text: 'y' } },
  ]);
  for (const bytes of [forged, real]) Y.applyUpdate(one, bytes);
  for (const bytes of [real, forged]) Y.applyUpdate(two, bytes);
  expect(Y.encodeStateVector(one)).toEqual(Y.encodeStateVector(two));
  expect(shownIn(one)).not.toEqual(shownIn(two));
  expectRefused(table, forged, 'recht');
  const everything = Y.encodeStateAsUpdate(table.room.doc);
  expect(table.room.submit(table.writer, everything)).toMatchObject({ ok: true, update: undefined });
  const unbound = { actor: actors.moeder, clientId: undefined };
  const first = write(77, 0, [
    { origin: table.letter('zin', 'tekst', 1), right: table.letter('zin', 'tekst', 2), content: { text: 'x' } },
  ]);
  expect(table.room.submit(unbound, first)).toMatchObject({ ok: true, clientId: 77 });
  const struct = { origin: table.letter('zin', 'tekst', 0), content: { text: 'x' } };
  const two2 = rawUpdate([
    { client: 78, clock: 0, structs: [struct] },
    { client: 79, clock: 0, structs: [struct] },
  ]);
  expect(table.room.submit(unbound, two2)).toMatchObject({ ok: false, code: 'vorm' });
});

test('G12 deletes of what nobody has seen yet are refused', () => {
  const table = setTable();
  const clock = Y.getState(table.room.doc.store, 30);
  for (const bytes of [
    rawUpdate([], [[30, clock, 100]]),
    rawUpdate([], [[31, 0, 5]]),
    rawUpdate([], [[10, table.next(), 3]]),
  ]) {
    expect(harm(table, bytes).pending).toBe(true);
    expectRefused(table, bytes, 'verwijzing');
  }
  const plain = table.plain();
  Y.applyUpdate(plain, rawUpdate([], [[30, clock, 100]]));
  Y.applyUpdate(
    plain,
    write(30, clock, [
      {
        origin: table.letter('kaart-v', 'tekst', 0),
        right: table.letter('kaart-v', 'tekst', 1),
        content: { text: 'NIEUW' },
      },
    ]),
  );
  expect(shownIn(plain)[words]).not.toContain('NIEUW');
});

test('G13 words that the same update takes away again are stored and sent without their letters', () => {
  const table = setTable();
  const clock = table.next();
  const bytes = write(
    10,
    clock,
    [{ origin: table.letter('kaart-h', 'tekst', 11), content: { text: 'abGEHEIMcd' } }],
    [[10, clock + 2, 6]],
  );
  const verdict = table.room.submit(table.writer, bytes);
  expect(verdict).toMatchObject({
    ok: true,
    changes: [{ thing: 'kaart-h', field: 'tekst', value: 'mijn woordenabcd' }],
  });
  const stored = Buffer.concat(table.room.log).toString('latin1');
  expect(stored).toContain('ab');
  expect(stored).not.toContain('GEHEIM');
  const overwritten = write(10, table.next(), [
    { origin: table.entry('places', 'tijdlijn:kaart-h'), content: { any: [{ x: 5, y: 5 }] } },
    { origin: [10, table.next()], content: { any: [{ x: 6, y: 6 }] } },
  ]);
  expect(table.room.submit(table.writer, overwritten)).toMatchObject({
    ok: true,
    changes: [{ thing: 'tijdlijn:kaart-h', field: 'places', value: { x: 6, y: 6 } }],
  });
  expect(
    Y.decodeUpdate(table.room.log.at(-1) ?? new Uint8Array()).structs.map(({ length, constructor }) => [
      length,
      constructor === Y.Item,
    ]),
  ).toEqual([
    [1, true],
    [1, true],
  ]);
  const replica = gateRoom().doc;
  for (const update of table.room.log) Y.applyUpdate(replica, update);
  expect(shownIn(replica)).toEqual(shownIn(table.room.doc));
  expectAlive(table);
});
