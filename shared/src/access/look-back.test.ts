import { expect, test } from 'vitest';
import { mayReadGone, mayReadHistory, mayTurnBack } from './look-back.ts';
import { roles } from './roles.ts';
import { shut } from './state.ts';
import type { Actor } from './zones.ts';

const table = { kind: 'gedeeld' } as const;
const actor = (rol: Actor['rol'], more: Partial<Actor> = {}): Actor => ({
  id: 'p123',
  rol,
  opens: ['gedeeld', 'eigen'],
  ...more,
});

test('J50 who may not read the table now reads nothing of its history either, and a screen never does', () => {
  for (const rol of roles) {
    const open = mayReadHistory(actor(rol), table, { open: true });
    expect(open, rol).toBe(rol !== 'groot-scherm');
    expect(mayReadHistory(actor(rol, { opens: ['eigen'] }), table, { open: true }), rol).toBe(false);
    for (const zone of [{ kind: 'eigen', owner: 'p999' }, { kind: 'team' }, { kind: 'tafel' }] as const)
      expect(mayReadHistory(actor(rol), zone, { open: true }), rol).toBe(false);
  }
  expect(mayReadHistory(actor('jeugdige'), table, shut)).toBe(false);
  expect(mayReadHistory(actor('jeugdige', { thuis: true }), table, shut)).toBe(true);
  expect(mayReadHistory(actor('medewerker-gi'), table, shut)).toBe(true);
  expect(mayReadHistory(actor('jeugdige'), { kind: 'eigen', owner: 'p123' }, shut)).toBe(true);
});

test('J51 what is gone is read back by whose it is and who leads, and nobody else turns back a board', () => {
  const card = { type: 'notitie', by: 'p123', vanWie: 'nadia' } as const;
  for (const rol of roles) {
    const leads = rol === 'casusregisseur';
    expect(mayTurnBack(actor(rol), table), rol).toBe(leads);
    // The scribe who typed it is not whose words they are.
    expect(mayReadGone(actor(rol), table, card), rol).toBe(leads);
    expect(mayReadGone(actor(rol, { persoon: 'nadia' }), table, card), rol).toBe(true);
    expect(mayTurnBack(actor(rol), { kind: 'eigen', owner: 'p999' }), rol).toBe(false);
  }
});
