import { expect, test } from 'vitest';
import { thingTypes } from '../board/things.ts';
import { may, mayMove } from './may.ts';
import type { Deed } from './may.ts';
import { groupOf, isProfessional, roles } from './roles.ts';
import type { Role } from './roles.ts';
import { standsIn } from './standing.ts';
import { mayBeGiven, mayOpen, mayRead, usuallyOpens, zoneName, zonesOf } from './zones.ts';
import type { Actor, Openable, Zone } from './zones.ts';

const nadia: Actor = { id: 'pnadia', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] };
const karim: Actor = {
  id: 'pkarim',
  rol: 'casusregisseur',
  opens: ['gedeeld', 'eigen', 'team'],
  vertrouwdVan: ['pnadia'],
};
const ilse: Actor = { id: 'pilse', rol: 'gedragswetenschapper', opens: ['gedeeld', 'eigen', 'team'] };
const box: Zone = { kind: 'vertrouwd', owner: 'pnadia' };
const team: Zone = { kind: 'team' };
const states = [{ open: false }, { open: true }, { open: true, frozen: true }, { open: true, alone: true }];

test('T30 the team opens for professionals whose invitation says so, usually for those whose work the case is, and for nobody else', () => {
  const inTeam: Role[] = ['casusregisseur', 'medewerker-lt', 'medewerker-gi', 'gedragswetenschapper'];
  for (const rol of roles) {
    expect([rol, usuallyOpens(rol).includes('team')]).toEqual([rol, inTeam.includes(rol)]);
    expect(mayBeGiven(rol, usuallyOpens(rol))).toBe(true);
    expect([rol, mayBeGiven(rol, ['gedeeld', 'eigen', 'team'])]).toEqual([rol, isProfessional(rol)]);
    // Who talks about a table reads it.
    expect(mayBeGiven(rol, ['eigen', 'team'])).toBe(false);
    for (const opens of [['gedeeld', 'team'], ['gedeeld'], ['team']] as const satisfies Openable[][])
      for (const state of states)
        expect([rol, opens, mayRead({ id: 'p1a', rol, opens }, team, state)]).toEqual([
          rol,
          opens,
          isProfessional(rol) && opens.length === 2,
        ]);
  }
});

test('T31 a trusted box opens for its owner and for the professionals they named, in every state of the table', () => {
  for (const rol of roles) {
    const named: Actor = { id: 'p1a', rol, opens: ['gedeeld', 'eigen'], vertrouwdVan: ['pnadia'] };
    const owner: Actor = { id: 'pnadia', rol, opens: ['gedeeld', 'eigen'] };
    for (const state of states) {
      expect([rol, mayRead(named, box, state)]).toEqual([rol, isProfessional(rol)]);
      expect(mayRead({ ...named, vertrouwdVan: ['pruben'] }, box, state)).toBe(false);
      expect(mayRead({ ...named, vertrouwdVan: undefined }, box, state)).toBe(false);
      expect([rol, mayRead(owner, box, state)]).toEqual([rol, groupOf(rol) === 'familie']);
    }
    expect(mayOpen({ ...owner, opens: ['gedeeld'] }, box)).toBe(false);
  }
  expect(zonesOf(karim).map(zoneName)).toContain('vertrouwd:pnadia');
  expect(zonesOf(ilse).map(zoneName)).not.toContain('vertrouwd:pnadia');
});

test('T32 in the team and in a trusted box words are as much their own as at the table, whatever step the table is at', () => {
  const create = (by: string, vanWie?: string): Deed => ({ kind: 'create', thing: { type: 'notitie', by, vanWie } });
  const change = (by: string, vanWie?: string): Deed => ({
    kind: 'change',
    thing: { type: 'notitie', by, vanWie },
    field: 'tekst',
    value: 'x',
  });
  for (const state of states) {
    expect(may(karim, team, create('pkarim'), state)).toBeUndefined();
    expect(may(karim, team, create('pilse'), state)).toBe('niet-jouw-naam');
    expect(may(karim, team, change('pilse'), state)).toBe('niet-jouw-kaart');
    expect(may(nadia, team, create('pnadia'), state)).toBe('niet-jouw-zone');
    expect(may(nadia, box, create('pnadia', 'nadia'), state)).toBeUndefined();
    // A professional writes for her, until she says it is so; her words stay hers.
    expect(may(karim, box, create('pkarim', 'nadia'), state)).toBeUndefined();
    expect(may(karim, box, change('pnadia'), state)).toBe('niet-jouw-kaart');
    expect(may(nadia, box, change('pkarim'), state)).toBe('niet-jouw-kaart');
    expect(may(nadia, box, change('pkarim', 'nadia'), state)).toBeUndefined();
    expect(may(ilse, box, create('pilse'), state)).toBe('niet-jouw-zone');
    const off: Deed = { kind: 'change', thing: { type: 'notitie', by: 'pnadia' }, field: 'weg', value: true };
    // On the table the regie takes off any card; out of somebody's trusted box nobody takes their words.
    expect(may(karim, box, off, state)).toBe('niet-jouw-kaart');
    expect(may(nadia, box, off, state)).toBeUndefined();
  }
});

test('T33 how safe a child is stands among professionals only; everything else may stand anywhere', () => {
  const zones: Zone[] = [{ kind: 'gedeeld' }, { kind: 'eigen', owner: 'pkarim' }, team, box];
  for (const type of thingTypes)
    for (const zone of zones)
      expect([type, zone.kind, standsIn(type, zone)]).toEqual([
        type,
        zone.kind,
        type !== 'veiligheidsstatus' || zone.kind === 'team',
      ]);
  const thing = { type: 'veiligheidsstatus', by: 'pkarim' } as const;
  for (const state of states)
    for (const zone of zones) {
      const denial = zone.kind === 'team' ? undefined : 'hoort-hier-niet';
      expect([zone.kind, may(karim, zone, { kind: 'create', thing }, state) === undefined]).toEqual([
        zone.kind,
        denial === undefined,
      ]);
      const back: Deed = { kind: 'change', thing, field: 'weg', value: false };
      expect(may(karim, zone, back, { open: true })).toBe(denial);
      expect(may(karim, zone, { ...back, value: true }, { open: true })).toBeUndefined();
    }
});

test('T34 words that another took off come back by a move of their owner and in no other way', () => {
  const table: Zone = { kind: 'gedeeld' };
  const back = (wegDoor: string | undefined): Deed => ({
    kind: 'change',
    thing: { type: 'notitie', by: 'pnadia', wegDoor },
    field: 'weg',
    value: false,
  });
  const open = { open: true };
  expect(may(nadia, table, back('pnadia'), open)).toBeUndefined();
  expect(may(nadia, table, back('pkarim'), open)).toBe('alleen-verplaatsen');
  expect(may(nadia, table, back('server'), open)).toBe('alleen-verplaatsen');
  expect(may(karim, table, back('pnadia'), open)).toBe('niet-jouw-kaart');
  expect(may(karim, table, back('server'), open)).toBe('niet-jouw-kaart');
});

test('T35 the server takes out of a zone what its owner moves, and off the table what the regie takes off; nothing else, and it leaves no text', () => {
  const moved = (field: string, value: unknown, by = 'pnadia'): Deed => ({
    kind: 'change',
    thing: { type: 'notitie', by },
    field,
    value,
    moved: true,
  });
  for (const state of states) {
    expect(may(nadia, { kind: 'gedeeld' }, moved('weg', true), state)).toBeUndefined();
    expect(may(nadia, { kind: 'gedeeld' }, moved('tekst', ''), state)).toBeUndefined();
    expect(may(nadia, { kind: 'gedeeld' }, moved('tekst', 'iets'), state)).toBe('vast-veld');
    expect(may(nadia, { kind: 'gedeeld' }, moved('weg', false), state)).toBe('vast-veld');
    expect(may(nadia, { kind: 'gedeeld' }, moved('weg', true, 'pruben'), state)).toBe('niet-jouw-kaart');
    expect(may(karim, { kind: 'gedeeld' }, moved('weg', true), state)).toBeUndefined();
    expect(may(karim, box, moved('weg', true), state)).toBe('niet-jouw-kaart');
    expect(may(karim, team, moved('weg', true, 'pilse'), state)).toBe('niet-jouw-kaart');
    expect(may(ilse, { kind: 'gedeeld' }, moved('weg', true), state)).toBe('niet-jouw-kaart');
  }
  expect(mayMove(nadia, box, { type: 'notitie', by: 'pkarim', vanWie: 'nadia' })).toBe(true);
  expect(mayMove(karim, box, { type: 'notitie', by: 'pkarim', vanWie: 'nadia' })).toBe(false);
});
