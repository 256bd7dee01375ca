import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { roles } from '@samenbord/shared/access/roles.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import { definitionOf, textFields } from '@samenbord/shared/board/things.ts';
import { thingMap } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import { refusalCodes } from '@samenbord/shared/wire/socket.ts';
import { refusalWords } from '@samenbord/shared/words/refusals.ts';
import { judge } from '@samenbord/server/rooms/gate/judge.ts';
import { expectRefused, harm } from '../support/gate-attack.ts';
import { actors, emptyDoc, gateRoom, origins } from '../support/gate-room.ts';
import { setTable } from '../support/gate-table.ts';
import type { Table } from '../support/gate-table.ts';
import { rawUpdate, write } from '../support/updates.ts';
import type { RawStruct } from '../support/updates.ts';

type Fields = Readonly<Record<string, unknown>>;
const note: Fields = { type: 'notitie', versie: 1, by: 'pmoeder', weg: true, tekst: 2 };

/** A new thing by hand: a number stands for the kind of a container. */
function newThing(table: Table, id: string, fields: Fields): Uint8Array {
  const clock = table.next();
  const below = Object.entries(fields).map(([key, value]): RawStruct => {
    const content = key === 'tekst' && typeof value === 'number' ? { type: value } : { any: [value] };
    return { parent: [10, clock], key, content };
  });
  return write(10, clock, [{ parent: 'things', key: id, content: { type: 1 } }, ...below]);
}

const without = (key: string): Fields => Object.fromEntries(Object.entries(note).filter(([name]) => name !== key));

test('G14 a new thing that is not complete, not new, of another version or under another name is refused', () => {
  const table = setTable();
  for (const key of Object.keys(note)) {
    const bytes = newThing(table, 'nieuw', without(key));
    expect(harm(table, bytes).slots).not.toEqual([]);
    expectRefused(table, bytes, key === 'by' ? 'recht' : 'plaats');
  }
  expectRefused(table, newThing(table, 'kaart-v', note), 'plaats');
  expectRefused(table, newThing(table, 'constructor', note), 'plaats');
  expectRefused(table, newThing(table, '__proto__', note), 'plaats');
  expectRefused(table, newThing(table, 'NIET GOED', note), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, versie: 2 }), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, type: 'hologram' }), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, type: 'factor' }), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, extra: 1 }), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, tekst: 1 }), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, tekst: 'plat' }), 'plaats');
  expectRefused(table, newThing(table, 'nieuw', { ...note, by: 'psanne' }), 'recht');
  expectRefused(table, newThing(table, 'nieuw', { ...note, vanWie: 'sanne' }), 'recht');
  expectRefused(table, newThing(table, 'nieuw', { ...note, bevestigd: 'voorgelezen', vanWie: 'nadia' }), 'recht');
  expectRefused(table, newThing(table, 'nieuw', { ...note, type: 'persoon', naam: 2 }), 'recht');
  const twice = [newThing(table, 'nieuw', note), newThing(table, 'nieuw', { ...note, weg: false })];
  const [first, second] = twice.map((bytes) => table.room.submit(table.writer, bytes));
  expect(first).toMatchObject({
    ok: true,
    changes: [
      { field: 'type' },
      { field: 'versie' },
      { field: 'by' },
      { field: 'weg', value: true },
      { field: 'tekst', value: '' },
    ],
  });
  expect(second).toMatchObject({ ok: true, update: undefined });
  expect(table.room.submit(table.writer, newThing(table, 'nieuw', note))).toMatchObject({ ok: false, code: 'plaats' });
  expect(table.room.submit(table.writer, newThing(table, 'zichtbaar', { ...note, weg: false }))).toMatchObject({
    ok: true,
  });
});

test('G14 an id that a deleted thing had is not used again', () => {
  const table = setTable();
  table.room.doc.getMap('things').delete('kaart-h');
  const bytes = newThing(table, 'kaart-h', note);
  expect(table.room.submit(table.writer, bytes)).toMatchObject({ ok: false, code: 'plaats' });
});

test("G15 what is not the participant's own is refused, by writing, overwriting, deleting or as one of many", () => {
  const table = setTable();
  const clock = table.next();
  const ownEdit = { origin: table.letter('kaart-h', 'tekst', 11), content: { text: '!' } };
  const victimText = {
    origin: table.letter('kaart-v', 'tekst', 0),
    right: table.letter('kaart-v', 'tekst', 1),
    content: { text: 'x' },
  };
  const geboren = table.entry('things', 'sanne', 'geboren');
  const [client, letter] = table.letter('kaart-v', 'tekst', 0);
  const attacks: readonly [string, Uint8Array][] = [
    ['words of somebody else', write(10, clock, [victimText])],
    ['one of many', write(10, clock, [ownEdit, victimText])],
    ['letters of somebody else', rawUpdate([], [[client, letter, 2]])],
    ['a fact', write(10, clock, [{ origin: geboren, content: { any: ['1999'] } }])],
    ['a fact, by overwriting it with nothing', write(10, clock, [{ origin: geboren, content: { deleted: 1 } }])],
    ['a fact, by deleting it', rawUpdate([], [[...geboren, 1]])],
    [
      'the card itself',
      write(10, clock, [{ origin: table.entry('things', 'kaart-v', 'weg'), content: { any: [true] } }]),
    ],
    [
      'whose it is',
      write(10, clock, [{ origin: table.entry('things', 'kaart-h', 'by'), content: { any: ['psanne'] } }]),
    ],
    ['its type', write(10, clock, [{ origin: table.entry('things', 'kaart-h', 'type'), content: { any: ['wens'] } }])],
    ['its version', write(10, clock, [{ origin: table.entry('things', 'kaart-h', 'versie'), content: { any: [1] } }])],
    [
      'for whom it speaks',
      write(10, clock, [{ parent: table.entry('things', 'kaart-h'), key: 'vanWie', content: { any: ['nadia'] } }]),
    ],
    ['ink of somebody else', rawUpdate([], [[...table.entry('ink', 'inkt-v'), 1]])],
    [
      'ink under another name',
      write(10, clock, [
        {
          parent: 'ink',
          key: 'inkt-h',
          content: { any: [{ by: 'psanne', view: 'genogram', kleur: 'ink', vorm: 'lijn', punten: [0, 0, 1, 1] }] },
        },
      ]),
    ],
  ];
  for (const [name, bytes] of attacks) {
    expect(harm(table, bytes).slots, name).not.toEqual([]);
    expectRefused(table, bytes, 'recht');
  }
});

test('G15 who only looks writes nothing, a closed table takes nothing, and an own box takes its owner only', () => {
  const make = (by: string): Uint8Array => {
    const doc = emptyDoc(true, 7);
    carryOut(doc, { kind: 'create', thing: { id: 'kaart', type: 'notitie', by } }, origins);
    return Y.encodeStateAsUpdate(doc);
  };
  const attempt = (actor: Actor, zone: Zone, open = true): unknown => {
    const verdict = gateRoom({ zone, table: { open } }).submit({ actor, clientId: 7 }, make(actor.id));
    return verdict.ok || verdict.reason;
  };
  for (const rol of roles) {
    const looks = ['facilitator', 'groot-scherm', 'waarnemer'].includes(rol);
    expect(attempt({ id: 'pwie', rol, opens: ['gedeeld'] }, { kind: 'gedeeld' })).toBe(looks ? 'alleen-kijken' : true);
    expect(attempt({ id: 'pwie', rol, opens: ['eigen'] }, { kind: 'eigen', owner: 'pander' })).toBe('niet-jouw-zone');
    expect(attempt({ id: 'pwie', rol, opens: ['gedeeld'] }, { kind: 'tafel' })).toBe('niet-jouw-zone');
  }
  expect(attempt(actors.moeder, { kind: 'gedeeld' }, false)).toBe('tafel-dicht');
  expect(attempt(actors.regie, { kind: 'gedeeld' }, false)).toBe(true);
  expect(attempt(actors.moeder, { kind: 'eigen', owner: 'pmoeder' }, false)).toBe(true);
});

test('G16 a value that does not fit, or points at nothing or at the wrong thing, is refused', () => {
  const table = setTable();
  const clock = table.next();
  const own = table.entry('things', 'kaart-h');
  const text = table.letter('kaart-h', 'tekst', 11);
  const place = (value: unknown): RawStruct => ({
    origin: table.entry('places', 'tijdlijn:kaart-h'),
    content: { any: [value] },
  });
  const over = (value: unknown): RawStruct => ({ parent: own, key: 'over', content: { any: [value] } });
  const bad: readonly RawStruct[] = [
    place({ x: 1 }),
    place({ x: 1, y: 2, z: 3 }),
    place({ x: 1e9, y: 2 }),
    place('<script>'),
    place(null),
    place(undefined),
    over('sanne'),
    over(['nergens']),
    over(['kaart-v']),
    over(['sanne', 'sanne', { id: 'sanne' }]),
    { origin: table.entry('things', 'kaart-h', 'weg'), content: { any: ['nee'] } },
    { origin: text, content: { text: 'a\u0000b' } },
    { origin: text, content: { text: 'x'.repeat(1000) } },
  ];
  for (const struct of bad) {
    const bytes = write(10, clock, [struct]);
    expect(harm(table, bytes).slots).not.toEqual([]);
    const verdict = table.room.submit(table.writer, bytes);
    expect(verdict.ok).toBe(false);
    expect(verdict).toMatchObject({
      code: struct.key === undefined && 'any' in struct.content && struct.content.any[0] === 'nee' ? 'recht' : 'waarde',
    });
  }
  for (const value of [Number.NaN, Infinity, 12n, new Uint8Array(3)])
    expect(table.room.submit(table.writer, write(10, clock, [place({ x: value, y: 1 })])).ok).toBe(false);
  const polluted = write(10, clock, [place(JSON.parse('{"__proto__":{"x":1},"x":1,"y":2}'))]);
  expectRefused(table, polluted, 'vorm');
  expectRefused(
    table,
    write(10, clock, [{ parent: 'places', key: 'tijdlijn:nergens', content: { any: [{ x: 1, y: 1 }] } }]),
    'plaats',
  );
  expectRefused(
    table,
    write(10, clock, [{ parent: 'places', key: 'nergens:kaart-h', content: { any: [{ x: 1, y: 1 }] } }]),
    'plaats',
  );
  let deep: unknown = 1;
  for (let level = 0; level < 5000; level++) deep = [deep];
  expectRefused(table, write(10, clock, [place(deep)]), 'te-groot');
  expect(table.room.submit(table.writer, write(10, clock, [over(['sanne', 'nadia'])]))).toMatchObject({ ok: true });
  expect(table.room.submit(table.writer, write(10, table.next(), [place({ x: -3, y: 4.5 })]))).toMatchObject({
    ok: true,
  });
});

test('G16 a required field is not taken away, and what another document holds may be pointed at when its readers may read it', () => {
  const table = setTable();
  const waarde = table.entry('things', 'kracht-v', 'waarde');
  const bytes = rawUpdate([], [[...waarde, 1]]);
  const victim = { actor: actors.jeugdige, clientId: 30 };
  expect(table.room.submit(victim, bytes)).toMatchObject({ ok: false, code: 'waarde' });
  const elsewhere = new Map([['sanne', 'persoon' as const]]);
  for (const [lookup, ok] of [
    [elsewhere, true],
    [new Map(), false],
  ] as const) {
    const room = gateRoom({ zone: { kind: 'eigen', owner: 'pmoeder' }, elsewhere: lookup });
    const seat = room.seat(actors.moeder, 10);
    const [verdict] = seat.act({
      kind: 'create',
      thing: { id: 'thuis', type: 'notitie', by: 'pmoeder', values: { over: ['sanne'] } },
    });
    expect(verdict?.ok).toBe(ok);
  }
});

test('G19 every reason for a refusal has one plain sentence', () => {
  for (const code of refusalCodes) expect(refusalWords[code]).toMatch(/^[A-Z][^!]{20,140}\.$/);
});

test('G24 a large write of the server, thousands of structs in one update, is judged as one', () => {
  const doc = emptyDoc(true, 4_000_000_000);
  const by = 'pregie';
  doc.transact(() => {
    const things = doc.getMap('things');
    for (let index = 0; index < 600; index++) {
      const persoon = {
        id: `persoon-${index}`,
        type: 'persoon',
        by,
        texts: { naam: `Naam ${index} 😀` },
        values: { geboren: '2001' },
      } as const;
      things.set(persoon.id, thingMap(persoon, definitionOf('persoon').version, index % 2 === 0));
      const gebeurtenis = {
        id: `gebeurtenis-${index}`,
        type: 'gebeurtenis',
        by,
        texts: { titel: 'x' },
        values: { wanneer: '2010', over: [`persoon-${599 - index}`] },
      } as const;
      things.set(gebeurtenis.id, thingMap(gebeurtenis, 1, false));
      doc.getMap('places').set(`genogram:persoon-${index}`, { x: index, y: 0 });
    }
  });
  const room = gateRoom();
  const bytes = Y.encodeStateAsUpdate(doc);
  const verdict = judge(room.scene, { actor: actors.regie, clientId: undefined }, bytes);
  expect(verdict).toMatchObject({ ok: true, clientId: 4_000_000_000 });
  if (!verdict.ok) return;
  const perPerson = 4 + 1 + textFields('persoon').length;
  expect(verdict.changes.filter(({ thing }) => thing === 'persoon-7')).toHaveLength(perPerson);
  Y.applyUpdate(room.doc, verdict.update ?? new Uint8Array());
  expect(room.doc.toJSON()).toEqual(doc.toJSON());
});
