import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { mayUndoDelete } from '@samenbord/shared/document/undo.ts';
import { limits } from '@samenbord/shared/wire/socket.ts';
import { applyJudged, judge } from '@samenbord/server/rooms/gate/judge.ts';
import { actors, gateRoom, origins } from '../support/gate-room.ts';
import type { Seat } from '../support/gate-room.ts';
import { setTable } from '../support/gate-table.ts';
import { shownIn } from '../support/oracle.ts';
import { takeApart, rawUpdate, write } from '../support/updates.ts';
import type { RawId, RawStruct } from '../support/updates.ts';

/** Does something without sending it. */
function aside(seat: Seat, ...intents: readonly Intent[]): Uint8Array {
  const before = Y.encodeStateVector(seat.doc);
  for (const intent of intents) carryOut(seat.doc, intent, origins);
  return Y.encodeStateAsUpdate(seat.doc, before);
}

const undoOf = ({ doc }: Seat): Y.UndoManager =>
  new Y.UndoManager([thingsOf(doc)], {
    trackedOrigins: new Set([origins.tracked]),
    captureTimeout: 0,
    deleteFilter: mayUndoDelete,
  });

test('G21 two people set the same key at the same moment: both pass, and all see the same', () => {
  for (const attackerFirst of [true, false]) {
    const table = setTable();
    const seats = attackerFirst ? [table.attacker, table.victim] : [table.victim, table.attacker];
    const at = (x: number): Intent => ({ kind: 'place', view: 'tijdlijn', id: 'kaart-h', at: { x, y: 7 } });
    const updates = seats.map((seat, index) => ({ writer: seat.writer, bytes: aside(seat, at(index)) }));
    expect(updates.map(({ writer, bytes }) => table.room.submit(writer, bytes).ok)).toEqual([true, true]);
    for (const seat of seats) seat.pull();
    expect(shownIn(table.attacker.doc)).toEqual(shownIn(table.room.doc));
    expect(shownIn(table.victim.doc)).toEqual(shownIn(table.room.doc));
  }
});

test("G21 undo of one's own words after another typed between them passes and leaves the other's words", () => {
  const table = setTable();
  const undo = undoOf(table.attacker);
  table.attacker.act({ kind: 'editText', id: 'zin', field: 'tekst', at: 5, remove: '', insert: 'EIGEN' });
  table.victim.pull();
  table.victim.act({ kind: 'editText', id: 'zin', field: 'tekst', at: 7, remove: '', insert: '(ander)' });
  table.attacker.pull();
  const before = Y.encodeStateVector(table.attacker.doc);
  undo.undo();
  expect(table.room.submit(table.writer, Y.encodeStateAsUpdate(table.attacker.doc, before))).toMatchObject({
    ok: true,
    changes: [{ value: 'samen(ander) 😀 hier' }],
  });
  const undone = Y.encodeStateVector(table.attacker.doc);
  undo.redo();
  expect(table.room.submit(table.writer, Y.encodeStateAsUpdate(table.attacker.doc, undone))).toMatchObject({
    ok: true,
    changes: [{ value: expect.stringContaining('(ander)') as unknown }],
  });
});

test('G21 who comes back after hours sends everything in one update, part of it known already, and nothing is lost', () => {
  const table = setTable();
  const { attacker, room } = table;
  const acknowledged = aside(attacker, {
    kind: 'editText',
    id: 'kaart-h',
    field: 'tekst',
    at: 0,
    remove: '',
    insert: 'eerst ',
  });
  expect(room.submit(table.writer, acknowledged)).toMatchObject({ ok: true });
  // The text grows into the same struct, so the update begins before what the room knows.
  for (let hour = 0; hour < 300; hour++) {
    aside(attacker, {
      kind: 'editText',
      id: 'kaart-h',
      field: 'tekst',
      at: 6 + hour,
      remove: '',
      insert: hour % 9 === 0 ? '😀'.slice(0, 2) : 'x',
    });
    if (hour % 7 === 0)
      aside(attacker, { kind: 'editText', id: 'kaart-h', field: 'tekst', at: 6, remove: 'x', insert: '' });
    if (hour % 5 === 0) aside(attacker, { kind: 'place', view: 'tijdlijn', id: 'kaart-h', at: { x: hour, y: 0 } });
  }
  aside(
    attacker,
    { kind: 'create', thing: { id: 'thuis', type: 'wens', by: 'pmoeder', texts: { tekst: 'rust' } } },
    { kind: 'remove', id: 'thuis' },
  );
  const verdict = room.submit(table.writer, Y.encodeStateAsUpdate(attacker.doc));
  expect(verdict).toMatchObject({ ok: true });
  expect(shownIn(room.doc)).toEqual(shownIn(attacker.doc));
  expect(room.submit(table.writer, Y.encodeStateAsUpdate(attacker.doc))).toMatchObject({
    ok: true,
    update: undefined,
    changes: [],
  });
});

test('G21 a thing is made, taken away and brought back by undo while another types in it', () => {
  const room = gateRoom();
  const regie = room.seat(actors.regie, 50);
  const gi = room.seat(actors.gi, 60);
  const undo = undoOf(regie);
  const sync = (): void => {
    expect(room.submit(regie.writer, Y.encodeStateAsUpdate(regie.doc, Y.encodeStateVector(room.doc)))).toMatchObject({
      ok: true,
    });
    regie.pull();
    gi.pull();
  };
  carryOut(
    regie.doc,
    { kind: 'create', thing: { id: 'samen', type: 'doel', by: 'pregie', texts: { tekst: 'begin' } } },
    origins,
  );
  sync();
  undo.undo();
  gi.act({ kind: 'editText', id: 'samen', field: 'tekst', at: 5, remove: '', insert: ' en meer' });
  sync();
  expect(thingsOf(room.doc).get('samen')?.get('weg')).toBe(true);
  undo.redo();
  sync();
  expect(thingsOf(room.doc).get('samen')?.toJSON()).toMatchObject({ weg: false, tekst: 'begin en meer' });
});

test('G21 the second keystroke passes before the first is committed', () => {
  const table = setTable();
  const keys = ['a', 'b', 'c'].map((insert, at) =>
    aside(table.attacker, { kind: 'editText', id: 'kaart-h', field: 'tekst', at, remove: '', insert }),
  );
  expect(keys.map((bytes) => table.room.submit(table.writer, bytes).ok)).toEqual([true, true, true]);
  expect(thingsOf(table.room.doc).get('kaart-h')?.toJSON()).toMatchObject({ tekst: 'abcmijn woorden' });
});

test('G21 undo of a choice that a colleague made at the same moment leaves a value, and is not refused', () => {
  const room = gateRoom();
  const regie = room.seat(actors.regie, 50);
  regie.act({ kind: 'create', thing: { id: 'kracht', type: 'persoon', by: 'pregie' } });
  const gi = room.seat(actors.gi, 60);
  const undo = undoOf(gi);
  const theirs = aside(regie, { kind: 'remove', id: 'kracht' });
  expect(gi.act({ kind: 'remove', id: 'kracht' })).toMatchObject([{ ok: true }]);
  expect(room.submit(regie.writer, theirs)).toMatchObject({ ok: true });
  gi.pull();
  const before = Y.encodeStateVector(gi.doc);
  undo.undo();
  expect(room.submit(gi.writer, Y.encodeStateAsUpdate(gi.doc, before))).toMatchObject({ ok: true });
  expect(thingsOf(room.doc).get('kracht')?.get('weg')).toBe(true);
});

test('G17 any bytes get an answer, a refusal changes nothing, and judging alone never does', () => {
  const table = setTable();
  const before = Y.encodeStateAsUpdate(table.room.doc);
  const roots = [...table.room.doc.share.keys()];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(typeof judge(table.room.scene, table.writer, bytes).ok).toBe('boolean');
    }),
    { numRuns: 3000 },
  );
  const real = aside(table.attacker, {
    kind: 'editText',
    id: 'kaart-h',
    field: 'tekst',
    at: 4,
    remove: 'n',
    insert: '😀',
  });
  for (let end = 0; end < real.length; end++)
    expect(judge(table.room.scene, table.writer, real.subarray(0, end)).ok).toBe(false);
  expect(judge(table.room.scene, table.writer, Uint8Array.from([...real, 0]))).toMatchObject({
    ok: false,
    code: 'onleesbaar',
  });
  // Half a character, as bytes that no honest encoder writes.
  const half = write(10, table.next(), [{ origin: table.letter('kaart-h', 'tekst', 11), content: { text: 'QQQ' } }]);
  half.set([0xed, 0xa0, 0xbd], half.indexOf(81));
  expect(judge(table.room.scene, table.writer, half)).toMatchObject({ ok: false, code: 'onleesbaar' });
  expect(judge(table.room.scene, table.writer, real).ok).toBe(true);
  expect(Y.encodeStateAsUpdate(table.room.doc)).toEqual(before);
  expect([...table.room.doc.share.keys()]).toEqual(roots);
});

test('G17 what is stored is written by the gate, also when the bytes say the same in another way', () => {
  const table = setTable();
  const real = aside(table.attacker, {
    kind: 'editText',
    id: 'kaart-h',
    field: 'tekst',
    at: 4,
    remove: 'n',
    insert: 'NN',
  });
  const { sections, deletes } = takeApart(real);
  // A flag for a key that is not there, ranges twice and empty, and all that the document has deleted before.
  const flagged = sections.map((section) => ({
    ...section,
    structs: section.structs.map((struct) => ({ ...struct, key: 'verborgen' })),
  }));
  const messy = rawUpdate(flagged, [...deletes, ...deletes, [30, 3, 0]]);
  const [one, two] = [judge(table.room.scene, table.writer, real), judge(table.room.scene, table.writer, messy)];
  expect(messy).not.toEqual(real);
  expect(two).toEqual(one);
  const stored = one.ok ? takeApart(one.update ?? new Uint8Array()) : undefined;
  expect(stored).toEqual({ sections, deletes: [[10, 9, 1]] });
  expect(() => applyJudged(table.room.doc, write(10, 5000, [{ origin: [10, 4999], content: { text: 'x' } }]))).toThrow(
    'pending',
  );
});

/** Words that each say they belong right after the same letter, before another one each: Yjs compares every one with all the others. */
function crowd(origin: RawId, clock: number, count: number): RawStruct[] {
  const structs: RawStruct[] = [{ origin, content: { deleted: 1 } }];
  for (let index = 1; index < count; index++)
    structs.push({ origin, right: [10, clock + index - 1], content: { deleted: 1 } });
  for (let index = 0; index < count; index++)
    structs.push({ origin, right: [10, clock + index], content: { deleted: 1 } });
  return structs;
}

test('G18 an update made to be compared without end is refused after so many steps, and a small crowd is not', () => {
  const table = setTable();
  const clock = table.next();
  const origin = table.letter('kaart-h', 'tekst', 11);
  const verdictOn = (count: number) => {
    const bytes = write(10, clock, crowd(origin, clock, count));
    expect(bytes.length).toBeLessThan(limits.frameBytes);
    return judge(table.room.scene, table.writer, bytes);
  };
  // Three times the bytes, nine times the work: a frame of half a megabyte would hold up every board for half a minute.
  expect(verdictOn(400)).toMatchObject({ ok: true });
  for (const count of [3000, 20_000])
    expect(verdictOn(count)).toMatchObject({ ok: false, code: 'te-groot', reason: 'too much to compare' });
});
