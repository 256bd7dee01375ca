import type { Role } from '@samenbord/shared/access/roles.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { ParticipantRow } from '@samenbord/server/storage/storage.ts';

/** Who sits at the simulated table. */
export const board = 'bord';

const both = ['gedeeld', 'eigen'] as const;
export const people = {
  regie: { id: 'pregie', rol: 'casusregisseur', opens: both },
  moeder: { id: 'pmoeder', rol: 'ouder-met-gezag', persoon: 'nadia', opens: both },
  jeugdige: { id: 'psanne', rol: 'jeugdige', persoon: 'sanne', opens: both },
  gi: { id: 'pgi1', rol: 'medewerker-gi', opens: both },
  scherm: { id: 'pscherm', rol: 'groot-scherm', opens: ['gedeeld'] },
} as const satisfies Record<string, Actor>;

/** Somebody who was sent away and is invited again is another participant, about the same person. */
export const again: Readonly<Record<string, Actor>> = {
  pmoeder: { ...people.moeder, id: 'pmoeder2' },
  psanne: { ...people.jeugdige, id: 'psanne2' },
  pgi1: { ...people.gi, id: 'pgi2' },
  pscherm: { ...people.scherm, id: 'pscherm2' },
};

/** What somebody's role may become while they are busy. */
export const falls: Readonly<Record<string, readonly Role[]>> = {
  pregie: ['medewerker-lt'],
  pgi1: ['waarnemer', 'facilitator'],
  pmoeder: ['waarnemer'],
};

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

/** Somebody with the role they have at that moment. */
export type Standing = {
  readonly who: string;
  readonly rol: string;
  /** The role ended; what was judged before that may be kept until then. */
  readonly until?: number;
};

const professionals: readonly string[] = ['casusregisseur', 'medewerker-lt', 'medewerker-gi'];
const watchers: readonly string[] = ['groot-scherm', 'waarnemer', 'facilitator'];
const participantsOf: Readonly<Record<string, readonly string[]>> = {
  nadia: ['pmoeder', 'pmoeder2'],
  sanne: ['psanne', 'psanne2'],
};
const together: readonly string[] = ['patroonzin', 'doel'];

const speaksFor = (who: string, person: string): boolean => participantsOf[person]?.includes(who) ?? false;

/** May these words be changed by this person? Their own, or those they typed for somebody who has not said yet "zo bedoel ik het". */
export function ownsWords(who: string, thing: Owner): boolean {
  const isOwner = thing.vanWie === undefined ? thing.by === who : speaksFor(who, thing.vanWie);
  return isOwner || (thing.by === who && !thing.bevestigd);
}

/**
 * Who may change what, written down once more, for the things that lie on the simulated table, and read by nothing of the gate: an oracle that asks `may()`
 * would agree with every mistake in it. `thing` is how it stood before.
 */
export function allowed(
  { who, rol }: Standing,
  zone: string,
  slot: readonly string[],
  thing: Owner | undefined,
): boolean {
  const [root, id, field] = slot;
  if (root === 'meta') return who === 'server';
  if (zone !== 'gedeeld') return zone === `eigen:${who}`;
  if (watchers.includes(rol) || who === 'server' || id === undefined) return false;
  if (root === 'places') return true;
  if (root === 'ink') return thing === undefined || thing.by === who || rol === 'casusregisseur';
  if (root !== 'things' || thing === undefined) return false;
  return field !== undefined && mayField({ who, rol }, thing, field);
}

function mayField({ who, rol }: Standing, thing: Owner, field: string): boolean {
  if (['type', 'by', 'vanWie', 'versie'].includes(field)) return false;
  const mine = ownsWords(who, thing);
  if (thing.type === 'notitie') return mine || (field === 'weg' && rol === 'casusregisseur');
  if (together.includes(thing.type)) return field !== 'weg' || mine || professionals.includes(rol);
  return professionals.includes(rol);
}

/** What may be made under whose name. */
export function mayMake({ who, rol }: Standing, zone: string, thing: Owner): boolean {
  if (thing.by !== who) return false;
  if (zone !== 'gedeeld') return zone === `eigen:${who}`;
  if (watchers.includes(rol)) return false;
  if (thing.type === 'persoon') return professionals.includes(rol);
  return thing.vanWie === undefined || professionals.includes(rol) || speaksFor(who, thing.vanWie);
}
