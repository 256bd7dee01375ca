import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { expectAlive, expectRefused, harm } from '../support/gate-attack.ts';
import { setTable } from '../support/gate-table.ts';
import { differences, look } from '../support/oracle.ts';
import { rawUpdate, write } from '../support/updates.ts';

const words = 'things/kaart-v/tekst';

test('G1 an own change whose right neighbour lies inside an emoji of somebody else is refused', () => {
  const table = setTable();
  const bytes = write(10, table.next(), [{ right: table.letter('kaart-v', 'tekst', 5), content: { deleted: 1 } }]);
  expect(harm(table, bytes).shown[words]).toContain('�');
  expectRefused(table, bytes, 'verwijzing');
  const together = write(10, table.next(), [{ right: table.letter('zin', 'tekst', 7), content: { text: 'x' } }]);
  expect(harm(table, together).shown['things/zin/tekst']).toContain('�');
  expectRefused(table, together, 'verwijzing');
  const left = write(10, table.next(), [{ origin: table.letter('zin', 'tekst', 6), content: { text: 'x' } }]);
  expect(harm(table, left).shown['things/zin/tekst']).toContain('�');
  expectRefused(table, left, 'verwijzing');
});

test('G2 a delete of no length inside an emoji does nothing, and a delete of half an emoji is refused', () => {
  const table = setTable();
  const [client, clock] = table.letter('kaart-v', 'tekst', 5);
  const empty = rawUpdate([], [[client, clock, 0]]);
  expect(harm(table, empty).shown[words]).toContain('�');
  const verdict = table.room.submit(table.writer, empty);
  expect(verdict).toMatchObject({ ok: true, update: undefined });
  expectAlive(table);
  const [other, half] = table.letter('zin', 'tekst', 7);
  const bytes = rawUpdate([], [[other, half, 1]]);
  expect(harm(table, bytes).shown['things/zin/tekst']).toContain('�');
  expectRefused(table, bytes, 'verwijzing');
});

test('G3 two sections for one client are refused', () => {
  const table = setTable();
  const clock = table.next();
  const mine = {
    client: 10,
    clock,
    structs: [
      {
        origin: table.letter('kaart-h', 'tekst', 1),
        right: table.letter('kaart-h', 'tekst', 2),
        content: { text: 'x' },
      },
    ],
  };
  const theirs = {
    client: 10,
    clock,
    structs: [
      {
        origin: table.letter('kaart-v', 'tekst', 1),
        right: table.letter('kaart-v', 'tekst', 2),
        content: { text: 'x' },
      },
    ],
  };
  const bytes = rawUpdate([mine, theirs]);
  expect(harm(table, bytes).slots).toEqual([words]);
  expectRefused(table, bytes, 'vorm');
});

test('G4 a struct that overlaps a known clock and names another parent lands only in the text it already stood in', () => {
  const table = setTable();
  table.attacker.act({ kind: 'editText', id: 'zin', field: 'tekst', at: 0, remove: '', insert: 'ja' });
  table.attacker.act({ kind: 'editText', id: 'kaart-h', field: 'tekst', at: 0, remove: '', insert: 'ok' });
  const known = table.next();
  const bytes = write(10, known - 2, [
    { parent: table.entry('things', 'kaart-v', 'tekst'), content: { text: 'okERBIJ' } },
  ]);
  const plain = harm(table, bytes);
  expect(plain.slots).toContain(words);
  const before = look(table.plain());
  const verdict = table.room.submit(table.writer, bytes);
  expect(verdict).toMatchObject({
    ok: true,
    changes: [{ thing: 'kaart-h', field: 'tekst', value: 'okERBIJmijn woorden' }],
  });
  expect(differences(before, look(table.plain()))).toEqual(['things/kaart-h/tekst']);
  expectAlive(table);
});

test('G5 a struct between a living neighbour and a collected one is refused', () => {
  // A container was dropped on the server, so what was in it is collected there; a client with undo history still has it.
  const table = setTable();
  table.victim.act({ kind: 'editText', id: 'kaart-v', field: 'tekst', at: 0, remove: '', insert: 'geheim ' });
  const hidden = table.letter('kaart-v', 'tekst', 3);
  const doc = table.room.doc;
  thingsOf(doc).delete('kaart-v');
  const bytes = write(10, table.next(), [
    { origin: table.letter('kaart-h', 'tekst', 11), right: hidden, content: { text: 'x' } },
  ]);
  const [server, client] = [table.plain(), table.victim.doc];
  Y.applyUpdate(server, bytes);
  Y.applyUpdate(client, bytes);
  expect(server.toJSON()).toMatchObject({ things: { 'kaart-h': { tekst: 'mijn woorden' } } });
  expect(client.toJSON()).not.toMatchObject({ things: { 'kaart-h': { tekst: 'mijn woorden' } } });
  expect(Y.encodeStateVector(client)).toEqual(Y.encodeStateVector(server));
  expect(table.room.submit(table.writer, bytes)).toMatchObject({
    ok: false,
    code: 'verwijzing',
    reason: 'collected neighbour',
  });
  expect(
    table.attacker.act({ kind: 'editText', id: 'kaart-h', field: 'tekst', at: 0, remove: '', insert: 'o' }),
  ).toMatchObject([{ ok: true }]);
});

test('G6 containers are never deleted or replaced, not even one of their own', () => {
  const table = setTable();
  table.attacker.act({
    kind: 'create',
    thing: { id: 'kaart-x', type: 'notitie', by: 'pmoeder', texts: { tekst: 'weg' } },
  });
  for (const entry of [table.entry('things', 'kaart-x'), table.entry('things', 'kaart-x', 'tekst')]) {
    const bytes = rawUpdate([], [[entry[0], entry[1], 1]]);
    expect(harm(table, bytes).shown['things/kaart-x/tekst']).toBeUndefined();
    expectRefused(table, bytes, 'plaats');
  }
  const replaceText = write(10, table.next(), [
    { origin: table.entry('things', 'kaart-x', 'tekst'), content: { any: ['plat'] } },
  ]);
  expect(harm(table, replaceText).shown['things/kaart-x/tekst']).toBe('"plat"');
  expectRefused(table, replaceText, 'plaats');
  const replaceThing = write(10, table.next(), [{ origin: table.entry('things', 'kaart-v'), content: { type: 1 } }]);
  expect(harm(table, replaceThing).shown[words]).toBeUndefined();
  expectRefused(table, replaceThing, 'plaats');
  const whole = write(
    10,
    table.next(),
    [{ parent: 'things', key: 'nieuw', content: { type: 1 } }],
    [[10, table.next(), 1]],
  );
  expectRefused(table, whole, 'plaats');
});

test('G7 content of no length is refused', () => {
  const table = setTable();
  const bytes = write(10, table.next(), [{ origin: table.entry('things', 'sanne', 'geboren'), content: { any: [] } }]);
  const plain = harm(table, bytes);
  expect(plain.shown['things/sanne/geboren']).not.toBe('"2011"');
  expectRefused(table, bytes, 'vorm');
  expectRefused(
    table,
    write(10, table.next(), [{ origin: table.letter('kaart-h', 'tekst', 1), content: { text: '' } }]),
    'vorm',
  );
  expectRefused(
    table,
    write(10, table.next(), [{ origin: table.letter('kaart-h', 'tekst', 1), content: { deleted: 0 } }]),
    'vorm',
  );
});
