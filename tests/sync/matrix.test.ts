import { expect, test } from 'vitest';
import { may, mayErase } from '@samenbord/shared/access/may.ts';
import type { Deed, Ownership } from '@samenbord/shared/access/may.ts';
import { role, roles } from '@samenbord/shared/access/roles.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import { mayRead, usuallyOpens } from '@samenbord/shared/access/zones.ts';
import type { Actor, Zone } from '@samenbord/shared/access/zones.ts';
import { agendaKinds, ways } from '@samenbord/shared/meeting/agenda.ts';
import { close, open, steer } from '@samenbord/shared/meeting/commands.ts';
import type { Outcome } from '@samenbord/shared/meeting/commands.ts';
import { prepared, tableOf } from '@samenbord/shared/meeting/meeting.ts';
import type { Meeting } from '@samenbord/shared/meeting/meeting.ts';
import { readyMade } from '@samenbord/shared/meeting/ready-made.ts';
import { startRound } from '@samenbord/shared/meeting/rounds-lead.ts';
import { deeds, everybody, states, written, zones } from './matrix-table.ts';

const by = { by: 'pregie', now: 1000 };
const done = (outcome: Outcome): Meeting => {
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.meeting;
};

/** Every state that any table comes in: each step of each agenda, with and without family, frozen or not, with a round or not; and before, after and without a meeting. */
function everyState(): Map<string, TableState> {
  const found = new Map<string, TableState>();
  const note = (meeting: Meeting | undefined): void => {
    const state = tableOf(meeting);
    found.set(JSON.stringify(state), state);
  };
  note(undefined);
  for (const soort of agendaKinds)
    for (const jeugdige of [true, false])
      for (const familie of [true, false])
        for (const begin of ['zorg', 'eigen-kijk', 'hulp'] as const) {
          const agenda = readyMade({ soort, jeugdige, familie, begin, instrument: 'tijdlijn' });
          const made = prepared({ id: 'een-gesprek', nummer: 1, agenda, familie, regie: by.by });
          note(made);
          const opened = done(open(made, by));
          note(done(close(opened, by)));
          for (const { id } of agenda.stappen) {
            const there = done(steer(opened, { doe: 'ga-naar', stap: id }, by));
            note(there);
            note(done(steer(there, { doe: 'vast', vast: true }, by)));
            const round = startRound(there, { id: 'ronde-een', stap: id, vraag: 'Wat wil je?', wijze: 'naam' }, by);
            if (round.ok) note(round.meeting);
          }
        }
  return found;
}

/** The name under which a state is written down. */
function nameOf(state: TableState): string {
  if (!state.open) return state.frozen === true ? 'dicht-vast' : 'dicht';
  if (state.frozen === true) return 'vast';
  const way = Object.entries(ways).find(([, opens]) => JSON.stringify(opens) === JSON.stringify(state.opens))?.[0];
  return `${state.alone === true ? 'alleen-' : ''}${way ?? 'onbekend'}`;
}

/** What the code of access says, in the letters of the table. */
function said(who: string, zoneName: string, state: TableState): string {
  const [rolName = '', more] = who.split('+');
  const rol = role.parse(rolName);
  const opens = more === 'team' ? [...usuallyOpens(rol), 'team' as const] : usuallyOpens(rol);
  const actor: Actor = { id: 'pmij', rol, opens, thuis: more === 'thuis', vertrouwdVan: ['pnoemt'] };
  const zone = zonesByName[zoneName];
  if (zone === undefined || !mayRead(actor, zone, state)) return '-';
  const note = (of: string): Ownership => ({ type: 'notitie', by: of });
  const all: Readonly<Record<string, Deed>> = {
    w: { kind: 'create', thing: note('pmij') },
    e: { kind: 'change', thing: note('pmij'), field: 'tekst' },
    f: { kind: 'create', thing: { type: 'persoon', by: 'pmij' } },
    s: { kind: 'create', thing: { type: 'patroonzin', by: 'pmij' } },
    p: { kind: 'place' },
    t: { kind: 'change', thing: note('pmij'), field: 'weg', value: true },
    a: { kind: 'change', thing: note('piemand'), field: 'tekst' },
    n: { kind: 'change', thing: note('piemand'), field: 'weg', value: true },
    v: { kind: 'create', thing: { type: 'veiligheidsstatus', by: 'pmij' } },
  };
  const allowed = (letter: string): boolean => {
    const deed = all[letter];
    if (deed === undefined) return letter === 'l' || (letter === 'x' && mayErase(actor, zone));
    return may(actor, zone, deed, state) === undefined;
  };
  return deeds.split('').filter(allowed).join('');
}
const zonesByName: Readonly<Record<string, Zone>> = {
  gedeeld: { kind: 'gedeeld' },
  tafel: { kind: 'tafel' },
  team: { kind: 'team' },
  'eigen-mij': { kind: 'eigen', owner: 'pmij' },
  'eigen-ander': { kind: 'eigen', owner: 'piemand' },
  'vertrouwd-mij': { kind: 'vertrouwd', owner: 'pmij' },
  'vertrouwd-noemt-mij': { kind: 'vertrouwd', owner: 'pnoemt' },
  'vertrouwd-ander': { kind: 'vertrouwd', owner: 'piemand' },
  'tafel-mij': { kind: 'tafel-van', owner: 'pmij' },
  'tafel-ander': { kind: 'tafel-van', owner: 'piemand' },
};

test('M30 every role, zone and state of a table is written down by hand once, none is missing and none is too many', () => {
  expect(new Set([...everyState().values()].map(nameOf))).toEqual(new Set(states));
  expect(new Set(everybody.map((who) => who.split('+')[0]))).toEqual(new Set(roles));
  expect(new Set(zones)).toEqual(new Set(Object.keys(zonesByName)));
  // Family and who watches may be let to read at home; of the professionals one is asked for the team.
  const usual = roles.filter((rol) => !usuallyOpens(rol).includes('team') && rol !== 'hulpverlener');
  expect(everybody.filter((who) => who.includes('+'))).toEqual([
    'hulpverlener+team',
    ...usual.map((rol) => `${rol}+thuis`),
  ]);
  let cells = 0;
  for (const who of everybody)
    for (const zone of zones) for (const state of states) cells += written(who, zone, state).length > 0 ? 1 : 0;
  expect(cells).toBe(everybody.length * zones.length * states.length);
  expect(() => written('burgemeester', 'gedeeld', 'gewoon')).toThrow('nobody wrote');
  expect(() => written('jeugdige', 'gedeeld', 'morgen')).toThrow('nobody wrote');
});

test('M31 the code of access says in every state what was written down by hand', () => {
  const wrong: string[] = [];
  for (const state of everyState().values())
    for (const who of everybody)
      for (const zone of zones) {
        const [code, hand] = [said(who, zone, state), written(who, zone, nameOf(state))];
        if (code !== hand) wrong.push(`${who}, ${zone}, ${nameOf(state)}: the code says ${code}, by hand ${hand}`);
      }
  expect(wrong).toEqual([]);
});
