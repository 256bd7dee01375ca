import { commonSchema } from './define.ts';
import type { Definition, ThingOf, ViewName } from './define.ts';
import { unseenSigns } from './field.ts';
import type { Field } from './field.ts';
import { aanleiding } from './things/aanleiding.ts';
import { afspraak } from './things/afspraak.ts';
import { band } from './things/band.ts';
import { besluit } from './things/besluit.ts';
import { bijeenkomst } from './things/bijeenkomst.ts';
import { dangerStatement } from './things/danger-statement.ts';
import { doel } from './things/doel.ts';
import { eindsituatie } from './things/eindsituatie.ts';
import { factor } from './things/factor.ts';
import { gebeurtenis } from './things/gebeurtenis.ts';
import { huishouden } from './things/huishouden.ts';
import { huisdier } from './things/huisdier.ts';
import { hulp } from './things/hulp.ts';
import { hulpvraag } from './things/hulpvraag.ts';
import { meerling } from './things/meerling.ts';
import { nobeleIntentie } from './things/nobele-intentie.ts';
import { notitie } from './things/notitie.ts';
import { openVraag } from './things/open-vraag.ts';
import { organisatie } from './things/organisatie.ts';
import { ouderKind } from './things/ouder-kind.ts';
import { partnerrelatie } from './things/partnerrelatie.ts';
import { patroonblok } from './things/patroonblok.ts';
import { patroonzin } from './things/patroonzin.ts';
import { persoon } from './things/persoon.ts';
import { reactie } from './things/reactie.ts';
import { relatielijn } from './things/relatielijn.ts';
import { uitspraak } from './things/uitspraak.ts';
import { veiligheidsafspraak } from './things/veiligheidsafspraak.ts';
import { veiligheidsstatus } from './things/veiligheidsstatus.ts';
import { verband } from './things/verband.ts';
import { wens } from './things/wens.ts';
import { zwangerschap } from './things/zwangerschap.ts';

/** Every kind of thing a board can hold. A type that is not here is shown as a placeholder and never stops a board. */
export const definitions = {
  persoon,
  partnerrelatie,
  'ouder-kind': ouderKind,
  zwangerschap,
  meerling,
  relatielijn,
  band,
  huisdier,
  huishouden,
  organisatie,
  gebeurtenis,
  besluit,
  hulp,
  aanleiding,
  hulpvraag,
  wens,
  factor,
  uitspraak,
  notitie,
  veiligheidsstatus,
  veiligheidsafspraak,
  'danger-statement': dangerStatement,
  patroonblok,
  verband,
  patroonzin,
  'nobele-intentie': nobeleIntentie,
  eindsituatie,
  doel,
  afspraak,
  bijeenkomst,
  'open-vraag': openVraag,
  reactie,
} as const;

export type ThingType = keyof typeof definitions;
export type ThingOfType<T extends ThingType> = ThingOf<(typeof definitions)[T]>;
export type Thing = { [T in ThingType]: ThingOfType<T> }[ThingType];
export const thingTypes = Object.keys(definitions) as ThingType[];

export const isThingType = (type: unknown): type is ThingType =>
  typeof type === 'string' && Object.hasOwn(definitions, type);

/** Takes a type, gives its definition in the general form (fields by name). */
export const definitionOf = (type: ThingType): Definition => definitions[type] as unknown as Definition;

/** Takes a type and a field name, gives the field; nothing for a common or unknown field. */
export function fieldOf(type: ThingType, name: string): Field | undefined {
  const { fields } = definitionOf(type);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** True when `value` may stand in that plain field (own or common). Texts are judged by `isText`. */
export function isValue(type: ThingType, name: string, value: unknown): boolean {
  if (name !== 'type' && Object.hasOwn(commonSchema, name)) {
    return commonSchema[name as keyof typeof commonSchema].safeParse(value).success;
  }
  if (name === 'type') return value === type;
  const field = fieldOf(type, name);
  return field?.kind === 'value' && field.schema.safeParse(value).success;
}

/** True when `text` may stand in that text field: within its length, on one line where that is meant, and without signs that nobody sees or types. */
export function isText(type: ThingType, name: string, text: string): boolean {
  const field = fieldOf(type, name);
  if (field?.kind !== 'text' || text.length > field.max || !text.isWellFormed()) return false;
  return text.search(unseenSigns) === -1 && !(field.lines === 1 && text.includes('\n'));
}

/** The ids a plain value points at, with the types they must have (`*` is any). */
export function references(type: ThingType, name: string, value: unknown): { id: string; types: readonly string[] }[] {
  if (name === 'vanWie') return typeof value === 'string' ? [{ id: value, types: ['persoon'] }] : [];
  const field = fieldOf(type, name);
  if (field?.kind !== 'value' || field.refersTo === undefined) return [];
  const ids = Array.isArray(value) ? value : [value];
  const types = field.refersTo;
  return ids.filter((id): id is string => typeof id === 'string').map((id) => ({ id, types }));
}

/** Names of the texts of a type; each is there from the moment the thing is made. */
export const textFields = (type: ThingType): string[] =>
  Object.entries(definitionOf(type).fields).flatMap(([name, field]) => (field.kind === 'text' ? [name] : []));

/** True when the view shows things of this type by itself. */
export const belongsTo = (type: ThingType, view: ViewName): boolean => definitionOf(type).views.includes(view);

/** The text that stands for a thing in a list. */
export function mainText(thing: Thing): string {
  const value = (thing as unknown as Record<string, unknown>)[definitionOf(thing.type).main];
  return typeof value === 'string' ? value : '';
}
