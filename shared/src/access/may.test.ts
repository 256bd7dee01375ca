import { expect, test } from 'vitest';
import { definitionOf, thingTypes } from '../board/things.ts';
import { may } from './may.ts';
import { roles } from './roles.ts';
import { mayOpen, readZone } from './zones.ts';
import type { Actor } from './zones.ts';

const actor = (rol: Actor['rol'], persoon?: string, id = 'p123'): Actor => ({
  id,
  rol,
  persoon,
  opens: ['gedeeld', 'eigen'],
});
const open = { open: true };
const table = { kind: 'gedeeld' } as const;
const words = { type: 'uitspraak', by: 'p999', vanWie: 'nadia' } as const;

test('B1 nobody but the person and their unconfirmed scribe changes words, professionals included', () => {
  const change = { kind: 'change', thing: words, field: 'tekst' } as const;
  for (const rol of roles) expect(may(actor(rol), table, change, open)).not.toBeUndefined();
  expect(may(actor('ouder-met-gezag', 'nadia'), table, change, open)).toBeUndefined();
  const scribe = actor('casusregisseur', undefined, 'p999');
  expect(may(scribe, table, change, open)).toBeUndefined();
  const confirmed = { ...words, bevestigd: 'zelf' } as const;
  expect(may(scribe, table, { ...change, thing: confirmed }, open)).toBe('niet-jouw-kaart');
  expect(may(actor('ouder-met-gezag', 'nadia'), table, { ...change, thing: confirmed }, open)).toBeUndefined();
});

test('B2 facts are changed by professionals, what is written together by everyone at the table, and nothing by who only looks', () => {
  const fact = { kind: 'change', thing: { type: 'persoon', by: 'p999' }, field: 'geboren' } as const;
  const together = { kind: 'change', thing: { type: 'patroonzin', by: 'p999' }, field: 'tekst' } as const;
  expect(may(actor('medewerker-gi'), table, fact, open)).toBeUndefined();
  expect(may(actor('jeugdige', 'sanne'), table, fact, open)).toBe('alleen-professionals');
  expect(may(actor('jeugdige', 'sanne'), table, together, open)).toBeUndefined();
  for (const rol of ['facilitator', 'groot-scherm', 'waarnemer'] as const)
    expect(may(actor(rol), table, together, open)).toBe('alleen-kijken');
});

test('B3 nobody writes under another name or changes who made a thing', () => {
  const create = (by: string, vanWie?: string) => ({ kind: 'create', thing: { type: 'notitie', by, vanWie } }) as const;
  expect(may(actor('jeugdige', 'sanne'), table, create('p999'), open)).toBe('niet-jouw-naam');
  expect(may(actor('jeugdige', 'sanne'), table, create('p123', 'nadia'), open)).toBe('niet-jouw-naam');
  expect(may(actor('jeugdige', 'sanne'), table, create('p123', 'sanne'), open)).toBeUndefined();
  expect(may(actor('casusregisseur'), table, create('p123', 'nadia'), open)).toBeUndefined();
  for (const field of ['type', 'by', 'vanWie', 'versie', 'nonsense']) {
    expect(
      may(actor('casusregisseur'), table, { kind: 'change', thing: { type: 'notitie', by: 'p123' }, field }, open),
    ).toBe('vast-veld');
  }
});

test('B4 only the person says "zo bedoel ik het"; the scribe records "voorgelezen"', () => {
  const confirm = (value: string) => ({ kind: 'change', thing: words, field: 'bevestigd', value }) as const;
  expect(may(actor('ouder-met-gezag', 'nadia'), table, confirm('zelf'), open)).toBeUndefined();
  expect(may(actor('casusregisseur', undefined, 'p999'), table, confirm('zelf'), open)).not.toBeUndefined();
  expect(may(actor('casusregisseur', undefined, 'p999'), table, confirm('voorgelezen'), open)).toBeUndefined();
  expect(may(actor('casusregisseur'), table, confirm('voorgelezen'), open)).toBe('niet-jouw-kaart');
});

test('B7 only words carry a name: what others may change never passes for what somebody said', () => {
  const mother = actor('ouder-met-gezag', 'nadia');
  for (const type of thingTypes) {
    const { main, fields, makers } = definitionOf(type);
    if (makers === 'professionals') continue;
    const denial = may(mother, table, { kind: 'create', thing: { type, by: 'p123', vanWie: 'nadia' } }, open);
    expect([type, denial]).toEqual([type, fields[main]?.class === 'woorden' ? undefined : 'vast-veld']);
  }
  const scribe = actor('casusregisseur');
  for (const type of ['doel', 'gebeurtenis', 'persoon'] as const)
    expect(may(scribe, table, { kind: 'create', thing: { type, by: 'p123', vanWie: 'nadia' } }, open)).toBe(
      'vast-veld',
    );
});

test('B8 words that somebody took back are put on the table again by that person only', () => {
  const putBack = (who: Actor, wegDoor: string) =>
    may(who, table, { kind: 'change', thing: { ...words, wegDoor }, field: 'weg', value: false }, open);
  const mother = actor('ouder-met-gezag', 'nadia');
  const scribe = actor('medewerker-gi', undefined, 'p999');
  const lead = actor('casusregisseur', undefined, 'p555');
  expect(putBack(mother, 'p123')).toBeUndefined();
  expect(putBack(scribe, 'p123')).toBe('niet-jouw-kaart');
  expect(putBack(lead, 'p123')).toBe('niet-jouw-kaart');
  // Who took it off themselves may undo that.
  expect(putBack(lead, 'p555')).toBeUndefined();
  expect(putBack(scribe, 'p999')).toBeUndefined();
  expect(putBack(scribe, 'p555')).toBe('niet-jouw-kaart');
  const fact = { type: 'persoon', by: 'p999', wegDoor: 'p123' } as const;
  expect(may(lead, table, { kind: 'change', thing: fact, field: 'weg', value: false }, open)).toBeUndefined();
});

test('B5 an own box is read and written by its owner only; the big screen opens the table and nothing else', () => {
  const box = { kind: 'eigen', owner: 'p123' } as const;
  for (const rol of roles) {
    const other = actor(rol, undefined, 'p999');
    expect(mayOpen(other, box)).toBe(false);
    expect(may(other, box, { kind: 'place' }, open)).toBe('niet-jouw-zone');
    for (const kind of ['team'] as const) expect(mayOpen(other, { kind })).toBe(false);
  }
  expect(mayOpen(actor('jeugdige'), box)).toBe(true);
  const screen = actor('groot-scherm');
  expect([mayOpen(screen, table), mayOpen(screen, box), mayOpen(screen, { kind: 'tafel-van', owner: 'p123' })]).toEqual(
    [true, false, false],
  );
  expect(readZone('eigen:p123')).toEqual(box);
  expect(['eigen', 'eigen:', 'eigen:x', 'gedeeld:p123', 'constructor', '__proto__'].map(readZone)).toEqual(
    Array(6).fill(undefined),
  );
});
