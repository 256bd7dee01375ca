import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { ParticipantRow } from '@samenbord/server/storage/storage.ts';

/** Who sits at the simulated table. */
export const board = 'bord';

export const people = {
  regie: { id: 'pregie', rol: 'casusregisseur', opens: ['gedeeld', 'eigen'] },
  moeder: { id: 'pmoeder', rol: 'ouder-met-gezag', persoon: 'nadia', opens: ['gedeeld', 'eigen'] },
  jeugdige: { id: 'psanne', rol: 'jeugdige', persoon: 'sanne', opens: ['gedeeld', 'eigen'] },
  gi: { id: 'pgi1', rol: 'medewerker-gi', opens: ['gedeeld', 'eigen'] },
  scherm: { id: 'pscherm', rol: 'groot-scherm', opens: ['gedeeld'] },
} as const satisfies Record<string, Actor>;

export type Who = keyof typeof people;

export const rowOf = (actor: Actor): ParticipantRow => ({
  board,
  id: actor.id,
  naam: `Naam van ${actor.id}`,
  rol: actor.rol,
  persoon: actor.persoon,
  opent: actor.opens,
  grondslag: 'betrokkene-zelf',
  geinformeerd: 'gevraagd',
  tot: '2099-12-31',
  createdAt: '2026-03-01T10:00:00.000Z',
});

/** Whose a thing is, as the log tells it. */
export type Owner = {
  readonly type: string;
  readonly by: string;
  readonly vanWie: string | undefined;
  readonly bevestigd: boolean;
};

const professionals: readonly string[] = ['pregie', 'pgi1'];
const participantOf: Readonly<Record<string, string>> = { nadia: 'pmoeder', sanne: 'psanne' };
const together: readonly string[] = ['patroonzin', 'doel'];

/** May these words be changed by this person? Their own, or those they typed for somebody who has not said yet "zo bedoel ik het". */
export function ownsWords(who: string, thing: Owner): boolean {
  const owner = thing.vanWie === undefined ? thing.by : participantOf[thing.vanWie];
  return owner === who || (thing.by === who && !thing.bevestigd);
}

/**
 * Who may change what, written down once more, for the things that lie on the simulated table, and read by nothing of the gate: an oracle that asks `may()`
 * would agree with every mistake in it. `thing` is how it stood before.
 */
export function allowed(who: string, zone: string, slot: readonly string[], thing: Owner | undefined): boolean {
  const [root, id, field] = slot;
  if (root === 'meta') return who === 'server';
  if (zone !== 'gedeeld') return zone === `eigen:${who}`;
  if (who === 'pscherm' || who === 'server' || id === undefined) return false;
  if (root === 'places') return true;
  if (root === 'ink') return thing === undefined || thing.by === who || who === 'pregie';
  if (root !== 'things' || thing === undefined) return false;
  return field !== undefined && mayField(who, thing, field);
}

function mayField(who: string, thing: Owner, field: string): boolean {
  if (['type', 'by', 'vanWie', 'versie'].includes(field)) return false;
  const mine = ownsWords(who, thing);
  if (thing.type === 'notitie') return mine || (field === 'weg' && who === 'pregie');
  if (together.includes(thing.type)) return field !== 'weg' || mine || professionals.includes(who);
  return professionals.includes(who);
}

/** What may be made under whose name. */
export function mayMake(who: string, zone: string, thing: Owner): boolean {
  if (thing.by !== who) return false;
  if (zone !== 'gedeeld') return zone === `eigen:${who}`;
  if (who === 'pscherm') return false;
  if (thing.type === 'persoon') return professionals.includes(who);
  return thing.vanWie === undefined || professionals.includes(who) || participantOf[thing.vanWie] === who;
}
