import { definitionOf, fieldOf } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';
import type { FieldClass } from '../board/field.ts';
import { groupOf, isProfessional } from './roles.ts';
import { standsIn } from './standing.ts';
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
  | {
      readonly kind: 'change';
      readonly thing: Ownership;
      readonly field: string;
      readonly value?: unknown;
      /** The server takes it out of this zone: it goes off and leaves no text behind. */
      readonly moved?: boolean | undefined;
    }
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
  'hoort-hier-niet',
  'alleen-verplaatsen',
] as const;
export type Denial = (typeof denials)[number];

/**
 * The one readable table of who may do what (design D4). Takes the participant, the zone, the deed and the state of the table;
 * gives nothing when it is allowed, else the reason. Professionals included: nobody changes another's words.
 */
export function may(actor: Actor, zone: Zone, deed: Deed, state: TableState): Denial | undefined {
  if (deed.kind === 'change' && deed.moved === true) return mayMoveOut(actor, zone, deed);
  return mayIn(actor, zone, deed, state) ?? standsHere(zone, deed);
}

function mayIn(actor: Actor, zone: Zone, deed: Deed, state: TableState): Denial | undefined {
  switch (zone.kind) {
    case 'eigen':
      return zone.owner === actor.id ? mayAtHome(actor, deed) : 'niet-jouw-zone';
    case 'gedeeld':
      if (groupOf(actor.rol) === 'kijker') return 'alleen-kijken';
      return mayTogether(actor, zone, deed, opensFacts(actor, deed, state)) ?? mayNow(actor, deed, state);
    case 'team':
    case 'vertrouwd':
      if (isOwnAnswer(actor, zone, deed)) return undefined;
      // The rules of the table, whatever step the table is at.
      return mayOpen(actor, zone) ? mayTogether(actor, zone, deed, isProfessional(actor.rol)) : 'niet-jouw-zone';
    case 'tafel':
    case 'tafel-van':
      return 'niet-jouw-zone';
  }
}

/** Whose box it is says which question at home their card answers. */
const isOwnAnswer = (actor: Actor, zone: Zone, deed: Deed): boolean =>
  zone.kind === 'vertrouwd' &&
  zone.owner === actor.id &&
  deed.kind === 'change' &&
  deed.field === 'voorbereid' &&
  isOwner(actor, deed.thing) &&
  mayOpen(actor, zone);

/** What stands in the wrong place may go off, and nothing else. */
function standsHere(zone: Zone, deed: Deed): Denial | undefined {
  if (deed.kind !== 'create' && deed.kind !== 'change') return undefined;
  if (standsIn(deed.thing.type, zone)) return undefined;
  return deed.kind === 'change' && deed.field === 'weg' && deed.value === true ? undefined : 'hoort-hier-niet';
}

/** Whose it is takes it to other readers; the casusregisseur takes any card off the table, back to whose it is. */
function mayMoveOut(actor: Actor, zone: Zone, { thing, field, value }: Deed & { kind: 'change' }): Denial | undefined {
  if (!mayOpen(actor, zone)) return 'niet-jouw-zone';
  if (field === 'weg' ? value !== true : value !== '') return 'vast-veld';
  if (mayMove(actor, zone, thing) || (zone.kind === 'gedeeld' && leads(actor))) return undefined;
  return 'niet-jouw-kaart';
}

/** Only its owner moves a card to readers it did not have. In one's own box everything is one's own. */
export function mayMove(actor: Actor, zone: Zone, thing: Ownership): boolean {
  return mayOpen(actor, zone) && (zone.kind === 'eigen' || isOwner(actor, thing));
}

function mayTogether(actor: Actor, zone: Zone, deed: Deed, factsToo: boolean): Denial | undefined {
  switch (deed.kind) {
    case 'create':
      return mayCreate(actor, deed.thing, factsToo);
    case 'change':
      return mayChange(actor, zone, deed, factsToo);
    case 'place':
      return undefined;
    case 'ink':
      return deed.by === actor.id || takesAny(actor, zone) ? undefined : 'niet-jouw-kaart';
  }
}

/** On the table and among professionals whoever has the regie keeps order; in a trusted box nobody does. */
const takesAny = (actor: Actor, zone: Zone): boolean => zone.kind !== 'vertrouwd' && leads(actor);

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
 * Who may erase a thing for good. On the table and in `team` that is the casusregisseur, and in a trusted box whose box it is, for what was taken off before (so that
 * its owner could have it back); in one's own box oneself.
 */
export function mayErase(actor: Actor, zone: Zone): boolean {
  if (!mayOpen(actor, zone)) return false;
  if (zone.kind === 'gedeeld' || zone.kind === 'team') return leads(actor);
  return (zone.kind === 'eigen' || zone.kind === 'vertrouwd') && zone.owner === actor.id;
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
  zone: Zone,
  { thing, field, value }: Deed & { kind: 'change' },
  factsToo: boolean,
): Denial | undefined {
  if (field === 'weg') return mayTakeOff(actor, zone, thing, value);
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
 * A card is taken off by whoever may write it; a fact or a shared sentence by professionals; the casusregisseur may take off any card. Putting words back is for whoever
 * took them off and may write them: what another took off goes back to its owner, who alone brings it to the table again, by moving it.
 */
function mayTakeOff(actor: Actor, zone: Zone, thing: Ownership, value: unknown): Denial | undefined {
  if (typeof value !== 'boolean') return 'vast-veld';
  if (isWords(thing.type)) {
    const byAnother = thing.wegDoor !== undefined && thing.wegDoor !== actor.id;
    if (value === false && byAnother) return isOwner(actor, thing) ? 'alleen-verplaatsen' : 'niet-jouw-kaart';
    return takesAny(actor, zone) || mayWrite(actor, thing) ? undefined : 'niet-jouw-kaart';
  }
  if (takesAny(actor, zone) || mayWrite(actor, thing)) return undefined;
  return isProfessional(actor.rol) ? undefined : 'alleen-professionals';
}

/** "Zo bedoel ik het" is said by the person only; "voorgelezen, akkoord" is recorded by the scribe who read it out. */
function mayConfirm(actor: Actor, thing: Ownership, value: unknown): Denial | undefined {
  if (thing.vanWie === undefined) return 'vast-veld';
  if (isOwner(actor, thing)) return value === 'zelf' || value === undefined ? undefined : 'vast-veld';
  const scribe = thing.by === actor.id && thing.bevestigd === undefined;
  return scribe && value === 'voorgelezen' ? undefined : 'niet-jouw-kaart';
}
