import { expect, test } from 'vitest';
import { may } from './may.ts';
import type { Deed } from './may.ts';
import { groupOf, roles } from './roles.ts';
import { changedTo, deedSorts, familyFacts, graceMs, openFor, settledIn, usualOpens } from './state.ts';
import type { DeedSort, OpenFor, TableState } from './state.ts';
import { mayRead, zonesOf } from './zones.ts';
import type { Actor } from './zones.ts';

const actor = (rol: Actor['rol'], more: Partial<Actor> = {}): Actor => ({
  id: 'p123',
  rol,
  persoon: 'nadia',
  opens: ['gedeeld', 'eigen'],
  ...more,
});
const table = { kind: 'gedeeld' } as const;
/** One deed of each sort that this person may do as far as whose it is goes. */
const deeds: Readonly<Record<DeedSort, Deed>> = {
  feit: { kind: 'change', thing: { type: 'persoon', by: 'p123' }, field: 'naam' },
  woorden: { kind: 'create', thing: { type: 'uitspraak', by: 'p123' } },
  samen: { kind: 'change', thing: { type: 'doel', by: 'p999' }, field: 'tekst' },
  plaats: { kind: 'place' },
  inkt: { kind: 'ink', by: 'p123' },
};

test('T7 on each step everybody may exactly what it opens for them, in every state of the table', () => {
  const expected = (rol: Actor['rol'], sort: DeedSort, forWhom: OpenFor, state: TableState): boolean => {
    const group = groupOf(rol);
    if (group === 'kijker' || state.frozen === true) return false;
    if (!state.open) return group === 'professional';
    if (sort === 'woorden' && state.alone === true) return false;
    return forWhom === 'iedereen' || (forWhom === 'professionals' && group === 'professional');
  };
  let looked = 0;
  for (const rol of roles)
    for (const sort of deedSorts)
      for (const forWhom of openFor)
        for (const flags of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const state: TableState = {
            open: (flags & 1) > 0,
            frozen: (flags & 2) > 0,
            alone: (flags & 4) > 0,
            opens: { ...usualOpens, [sort]: forWhom },
          };
          const denial = may(actor(rol), table, deeds[sort], state);
          expect([rol, sort, state, denial === undefined]).toEqual([
            rol,
            sort,
            state,
            expected(rol, sort, forWhom, state),
          ]);
          looked++;
        }
  expect(looked).toBe(12 * 5 * 3 * 8);
});

test('T8 a step that opens facts opens those of the family, and never what is about safety or what was decided', () => {
  const state: TableState = { open: true, opens: { ...usualOpens, feit: 'iedereen' } };
  const mother = actor('ouder-met-gezag');
  const make = (type: Parameters<typeof familyFacts.has>[0]): unknown =>
    may(mother, table, { kind: 'create', thing: { type, by: 'p123' } }, state);
  for (const type of familyFacts) expect([type, make(type)]).toEqual([type, undefined]);
  for (const type of [
    'veiligheidsstatus',
    'veiligheidsafspraak',
    'danger-statement',
    'besluit',
    'aanleiding',
    'organisatie',
  ] as const)
    expect([type, make(type)]).toEqual([type, 'alleen-professionals']);
  expect(make('persoon')).toBeUndefined();
  expect(may(mother, table, { kind: 'create', thing: { type: 'persoon', by: 'p123' } }, { open: true })).toBe(
    'alleen-professionals',
  );
});

test('T8 no step and no freeze keeps words on the table that somebody takes back, or a card that the casusregisseur takes off', () => {
  const closed: TableState = { open: true, frozen: true, alone: true, opens: { ...usualOpens, woorden: 'niemand' } };
  const thing = { type: 'uitspraak', by: 'p999', vanWie: 'nadia' } as const;
  const weg = (who: Actor, value: boolean): unknown =>
    may(who, table, { kind: 'change', thing, field: 'weg', value }, closed);
  expect(weg(actor('jeugdige'), true)).toBeUndefined();
  expect(weg(actor('casusregisseur', { persoon: undefined }), true)).toBeUndefined();
  expect(weg(actor('ouder-met-gezag', { persoon: 'ruben' }), true)).toBe('niet-jouw-kaart');
  expect(weg(actor('jeugdige'), false)).toBe('tafel-vast');
  const fact = { kind: 'change', thing: { type: 'persoon', by: 'p999' }, field: 'weg', value: true } as const;
  expect(may(actor('medewerker-gi'), table, fact, closed)).toBe('tafel-vast');
});

test('T9 family and the big screen read the table while it is open, professionals always, and at home who was told so', () => {
  for (const rol of roles)
    for (const open of [true, false])
      for (const thuis of [true, false])
        for (const opens of [['gedeeld', 'eigen'], ['eigen']] as const) {
          const who = actor(rol, { thuis, opens });
          const readable =
            opens.length === 2 && (open || groupOf(rol) === 'professional' || (thuis && rol !== 'groot-scherm'));
          for (const kind of ['gedeeld', 'tafel'] as const)
            expect([rol, open, thuis, opens, mayRead(who, { kind }, { open })]).toEqual([
              rol,
              open,
              thuis,
              opens,
              readable,
            ]);
          expect(mayRead(who, { kind: 'eigen', owner: 'p123' }, { open })).toBe(rol !== 'groot-scherm');
          expect(mayRead(who, { kind: 'team' }, { open })).toBe(false);
        }
  expect(zonesOf(actor('jeugdige')).map(({ kind }) => kind)).toEqual([
    'gedeeld',
    'eigen',
    'vertrouwd',
    'tafel',
    'tafel-van',
  ]);
});

test('T10 what a table was is known for two seconds, through a row of quick changes, and never for long or without end', () => {
  const states = ['a', 'b', 'c'].map((_, i): TableState => ({ open: true, alone: i > 0, frozen: i > 1 }));
  const [first = { open: true }, second = { open: true }, third = { open: true }] = states;
  const one = changedTo(settledIn(first), second, 1000);
  expect(one).toEqual({ now: second, before: [{ state: first, until: 1000 + graceMs }] });
  const two = changedTo(one, third, 2000);
  expect(two.before.map(({ state, until }) => [state, until])).toEqual([
    [second, 4000],
    [first, 3000],
  ]);
  expect(changedTo(two, first, 3000).before.map(({ state }) => state)).toEqual([third, second]);
  let many = settledIn(first);
  for (let turn = 0; turn < 1000; turn++) many = changedTo(many, turn % 2 === 0 ? second : first, 5000);
  expect(many.before.length).toBeLessThan(10);
});
