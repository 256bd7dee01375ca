import { definitionOf, fieldOf } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';
import type { FieldClass } from '../board/field.ts';
import { groupOf, isProfessional } from './roles.ts';
import { familyFacts, usualOpens } from './state.ts';
import type { DeedSort, TableState } from './state.ts';
import { leads, mayOpen } from './zones.ts';
import type { Actor, Zone } from './zones.ts';

export type { TableState } from './state.ts';

/** Whose a thing is, as it stands in the document before the deed. */
export type Ownership = {
  readonly type: ThingType;
  readonly by?: string | undefined;
  readonly vanWie?: string | undefined;
  readonly bevestigd?: string | undefined;
  /** The participant who took it off the table, where the server knows. */
  readonly wegDoor?: string | undefined;
};

/** One thing somebody wants to do to a document. `field` is an own field or `weg` / `bevestigd`. */
export type Deed =
  | { readonly kind: 'create'; readonly thing: Ownership }
  | { readonly kind: 'change'; readonly thing: Ownership; readonly field: string; readonly value?: unknown }
  | { readonly kind: 'place' }
  | { readonly kind: 'ink'; readonly by: string };

export const denials = [
  'niet-jouw-zone',
  'alleen-kijken',
  'tafel-dicht',
  'tafel-vast',
  'stap-dicht',
  'eerst-alleen',
  'niet-jouw-kaart',
  'alleen-professionals',
  'vast-veld',
  'niet-jouw-naam',
] as const;
export type Denial = (typeof denials)[number];

/**
 * The one readable table of who may do what (design D4). Takes the participant, the zone, the deed and the state of the table;
 * gives nothing when it is allowed, else the reason. Professionals included: nobody changes another's words.
 */
export function may(actor: Actor, zone: Zone, deed: Deed, state: TableState): Denial | undefined {
  if (zone.kind === 'eigen') return zone.owner === actor.id ? mayAtHome(actor, deed) : 'niet-jouw-zone';
  if (zone.kind !== 'gedeeld') return 'niet-jouw-zone';
  if (groupOf(actor.rol) === 'kijker') return 'alleen-kijken';
  return mayAtTable(actor, deed, opensFacts(actor, deed, state)) ?? mayNow(actor, deed, state);
}

function mayAtTable(actor: Actor, deed: Deed, factsToo: boolean): Denial | undefined {
  switch (deed.kind) {
    case 'create':
      return mayCreate(actor, deed.thing, factsToo);
    case 'change':
      return mayChange(actor, deed, factsToo);
    case 'place':
      return undefined;
    case 'ink':
      return deed.by === actor.id || leads(actor) ? undefined : 'niet-jouw-kaart';
  }
}

/**
 * What the state of the table says, whoever asks. Taking something off is left to the rule about whose it is: no step and no freeze keeps words on the
 * table that somebody takes back, or a card that the casusregisseur takes off.
 */
function mayNow(actor: Actor, deed: Deed, state: TableState): Denial | undefined {
  if (isTakingBack(actor, deed)) return undefined;
  if (state.frozen === true) return 'tafel-vast';
  const professional = isProfessional(actor.rol);
  if (!state.open) return professional ? undefined : 'tafel-dicht';
  const sort = sortOf(deed);
  // A field that does not exist, or `bevestigd`: the step has nothing to say about it.
  if (sort === undefined) return undefined;
  if (sort === 'woorden' && state.alone === true) return 'eerst-alleen';
  const forWhom = (state.opens ?? usualOpens)[sort];
  if (forWhom === 'iedereen' || (professional && forWhom === 'professionals')) return undefined;
  return sort === 'feit' && forWhom === 'professionals' ? 'alleen-professionals' : 'stap-dicht';
}

function isTakingBack(actor: Actor, deed: Deed): boolean {
  if (deed.kind !== 'change' || deed.field !== 'weg' || deed.value !== true) return false;
  return leads(actor) || (isWords(deed.thing.type) && mayWrite(actor, deed.thing));
}

function sortOf(deed: Deed): DeedSort | undefined {
  if (deed.kind === 'place') return 'plaats';
  if (deed.kind === 'ink') return 'inkt';
  const { type } = deed.thing;
  const field = deed.kind === 'create' || deed.field === 'weg' ? definitionOf(type).main : deed.field;
  return classOf(type, field);
}

/** Does the step open this fact for family? Then it is changed by everyone at the table. */
function opensFacts(actor: Actor, deed: Deed, { open, opens }: TableState): boolean {
  if (isProfessional(actor.rol)) return true;
  if (deed.kind !== 'create' && deed.kind !== 'change') return false;
  return open && opens?.feit === 'iedereen' && familyFacts.has(deed.thing.type);
}

/**
 * Who may erase a thing for good. On the table that is the casusregisseur, for what was taken off before (so that its owner could have it back); in
 * one's own box oneself.
 */
export function mayErase(actor: Actor, zone: Zone): boolean {
  return zone.kind === 'gedeeld' ? leads(actor) && mayOpen(actor, zone) : zone.kind === 'eigen' && mayOpen(actor, zone);
}

/** In one's own box everything is one's own; only the name under it cannot be another's. */
function mayAtHome(actor: Actor, deed: Deed): Denial | undefined {
  if (deed.kind === 'create') return deed.thing.by === actor.id ? undefined : 'niet-jouw-naam';
  if (deed.kind === 'ink') return deed.by === actor.id ? undefined : 'niet-jouw-kaart';
  if (deed.kind === 'change' && isFixed(deed.field)) return 'vast-veld';
  return undefined;
}

function mayCreate(actor: Actor, thing: Ownership, factsToo: boolean): Denial | undefined {
  if (thing.by !== actor.id) return 'niet-jouw-naam';
  if (thing.bevestigd !== undefined) return 'vast-veld';
  if (definitionOf(thing.type).makers === 'professionals' && !factsToo) return 'alleen-professionals';
  // Facts, and what is written together, others change as well: under somebody's name they would pass for that person's words.
  if (thing.vanWie !== undefined && !isWords(thing.type)) return 'vast-veld';
  // Family write for themselves only; a professional may be the scribe of anyone at the table.
  if (thing.vanWie !== undefined && !isProfessional(actor.rol) && thing.vanWie !== actor.persoon)
    return 'niet-jouw-naam';
  return undefined;
}

function mayChange(
  actor: Actor,
  { thing, field, value }: Deed & { kind: 'change' },
  factsToo: boolean,
): Denial | undefined {
  if (field === 'weg') return mayTakeOff(actor, thing, value);
  if (field === 'bevestigd') return mayConfirm(actor, thing, value);
  if (isFixed(field)) return 'vast-veld';
  switch (classOf(thing.type, field)) {
    case 'feit':
      return factsToo ? undefined : 'alleen-professionals';
    case 'woorden':
      return mayWrite(actor, thing) ? undefined : 'niet-jouw-kaart';
    case 'samen':
      return undefined;
    case undefined:
      return 'vast-veld';
  }
}

const isFixed = (field: string): boolean =>
  field === 'type' || field === 'by' || field === 'vanWie' || field === 'versie';
const isWords = (type: ThingType): boolean => classOf(type, definitionOf(type).main) === 'woorden';
const classOf = (type: ThingType, field: string): FieldClass | undefined => fieldOf(type, field)?.class;

/** Their words are theirs; the scribe who typed them may mend them until they are confirmed. */
export function isOwner(actor: Actor, thing: Ownership): boolean {
  return thing.vanWie === undefined ? thing.by === actor.id : thing.vanWie === actor.persoon;
}

function mayWrite(actor: Actor, thing: Ownership): boolean {
  if (isOwner(actor, thing)) return true;
  return thing.by === actor.id && thing.bevestigd === undefined;
}

/**
 * A card is taken off by whoever may write it; a fact or a shared sentence by professionals; the casusregisseur may take off any card. Words that somebody
 * took back lie on the table again only when they want so: others, scribe and casusregisseur included, undo no more than their own taking off.
 */
function mayTakeOff(actor: Actor, thing: Ownership, value: unknown): Denial | undefined {
  if (typeof value !== 'boolean') return 'vast-veld';
  if (isWords(thing.type)) {
    const takenBack = value === false && thing.wegDoor !== undefined && thing.wegDoor !== actor.id;
    if (takenBack && !isOwner(actor, thing)) return 'niet-jouw-kaart';
    return leads(actor) || mayWrite(actor, thing) ? undefined : 'niet-jouw-kaart';
  }
  if (leads(actor) || mayWrite(actor, thing)) return undefined;
  return isProfessional(actor.rol) ? undefined : 'alleen-professionals';
}

/** "Zo bedoel ik het" is said by the person only; "voorgelezen, akkoord" is recorded by the scribe who read it out. */
function mayConfirm(actor: Actor, thing: Ownership, value: unknown): Denial | undefined {
  if (thing.vanWie === undefined) return 'vast-veld';
  if (isOwner(actor, thing)) return value === 'zelf' || value === undefined ? undefined : 'vast-veld';
  const scribe = thing.by === actor.id && thing.bevestigd === undefined;
  return scribe && value === 'voorgelezen' ? undefined : 'niet-jouw-kaart';
}
