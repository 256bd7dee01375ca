import { groupOf, isProfessional } from './roles.ts';
import type { Role } from './roles.ts';
import type { TableState } from './state.ts';

/**
 * A zone is one document and the unit of reading (design D2). `tafel` and `tafel:<participant>` are written by the server only.
 */
export type Zone =
  | { readonly kind: 'gedeeld' | 'team' | 'tafel' }
  | { readonly kind: 'eigen' | 'vertrouwd' | 'tafel-van'; readonly owner: string };

/** Takes a zone as it stands in an address (`gedeeld`, `eigen:p123`, `tafel:p123`); nothing when it is none. */
export function readZone(text: string): Zone | undefined {
  if (text === 'gedeeld' || text === 'team' || text === 'tafel') return { kind: text };
  const match = /^(eigen|vertrouwd|tafel):(p[a-z0-9]{2,39})$/.exec(text);
  const [, kind, owner] = match ?? [];
  if (kind === undefined || owner === undefined) return undefined;
  return { kind: kind === 'tafel' ? 'tafel-van' : kind === 'eigen' ? 'eigen' : 'vertrouwd', owner };
}

export function zoneName(zone: Zone): string {
  if (!('owner' in zone)) return zone.kind;
  return `${zone.kind === 'tafel-van' ? 'tafel' : zone.kind}:${zone.owner}`;
}

/** What an invitation opens, as a whole or not at all. With `eigen` comes, for family, the box they share with the professionals they name. */
export const openable = ['gedeeld', 'eigen', 'team'] as const;
export type Openable = (typeof openable)[number];

const always: readonly Openable[] = ['gedeeld', 'eigen'];
/** Of these the case itself is their work: they talk it over among themselves. A hulpverlener does so only where the invitation says it. */
const ofTheTeam: readonly Role[] = ['casusregisseur', 'medewerker-lt', 'medewerker-gi', 'gedragswetenschapper'];

/** What an invitation opens that says nothing else. */
export function usuallyOpens(rol: Role): readonly Openable[] {
  if (rol === 'groot-scherm') return ['gedeeld'];
  return ofTheTeam.includes(rol) ? [...always, 'team'] : always;
}

/** May an invitation of somebody in this role open that? `team` is for professionals, and for whoever reads the table it talks about. */
export function mayBeGiven(rol: Role, opens: readonly Openable[]): boolean {
  if (opens.includes('team') && !(isProfessional(rol) && opens.includes('gedeeld'))) return false;
  return rol !== 'groot-scherm' || opens.every((one) => one === 'gedeeld');
}

/** The participant as the server knows them; nothing here comes from a browser. */
export type Actor = {
  readonly id: string;
  readonly rol: Role;
  /** The `persoon` on the board that this participant is, if any. */
  readonly persoon?: string | undefined;
  readonly opens: readonly Openable[];
  /** The invitation says that this person reads the table at home too, when no meeting is open. */
  readonly thuis?: boolean | undefined;
  /** The participants whose trusted box this professional reads, because they named them. */
  readonly vertrouwdVan?: readonly string[] | undefined;
};

/** Who has a box to share with the professionals they name: family and their people, when they have a box of their own. */
export const hasTrusted = ({ rol, opens }: Pick<Actor, 'rol' | 'opens'>): boolean =>
  groupOf(rol) === 'familie' && opens.includes('eigen');

/** Who can be named: a professional who reads the table. */
export const mayBeTrusted = ({ rol, opens }: Pick<Actor, 'rol' | 'opens'>): boolean =>
  isProfessional(rol) && opens.includes('gedeeld');

/**
 * Does the invitation of this participant open this zone? The big screen can only ever open `gedeeld` and `tafel`. Whether it can be read now depends
 * on the table as well: `mayRead`.
 */
export function mayOpen(actor: Actor, zone: Zone): boolean {
  switch (zone.kind) {
    case 'gedeeld':
    case 'tafel':
      return actor.opens.includes('gedeeld');
    case 'eigen':
      return zone.owner === actor.id && actor.opens.includes('eigen') && actor.rol !== 'groot-scherm';
    case 'tafel-van':
      return zone.owner === actor.id && actor.rol !== 'groot-scherm';
    case 'team':
      return actor.opens.includes('team') && mayBeGiven(actor.rol, actor.opens);
    case 'vertrouwd':
      if (zone.owner === actor.id) return hasTrusted(actor);
      return mayBeTrusted(actor) && actor.vertrouwdVan?.includes(zone.owner) === true;
  }
}

/**
 * May this participant read this zone now? Professionals read the table at any time; family, the big screen and whoever watches read it live while it
 * is open, and at home only when their invitation says so. What stands in `tafel` is about the table and goes with it.
 */
export function mayRead(actor: Actor, zone: Zone, state: TableState): boolean {
  if (!mayOpen(actor, zone)) return false;
  if (zone.kind !== 'gedeeld' && zone.kind !== 'tafel') return true;
  return state.open || isProfessional(actor.rol) || (actor.thuis === true && actor.rol !== 'groot-scherm');
}

/** Zones nobody but the server writes. */
export const isServerZone = (zone: Zone): boolean => zone.kind === 'tafel' || zone.kind === 'tafel-van';

/** The zones that an invitation opens, in the order they are shown. */
export function zonesOf(actor: Actor): Zone[] {
  const trusted = [actor.id, ...(actor.vertrouwdVan ?? []).filter((owner) => owner !== actor.id)];
  const all: Zone[] = [
    { kind: 'gedeeld' },
    { kind: 'team' },
    { kind: 'eigen', owner: actor.id },
    ...trusted.map((owner): Zone => ({ kind: 'vertrouwd', owner })),
    { kind: 'tafel' },
    { kind: 'tafel-van', owner: actor.id },
  ];
  return all.filter((zone) => mayOpen(actor, zone));
}

/** Who takes the lead in the case now; a dated fact, never derived from an organisation. */
export const leads = (actor: Actor): boolean => actor.rol === 'casusregisseur' && isProfessional(actor.rol);
