import type { Field } from '@samenbord/shared/board/field.ts';
import { definitionOf } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { cafDimensions } from '@samenbord/shared/board/things/factor.ts';

/** Fields that are asked later, behind "meer": they help the report, not the talk. */
const later = new Set([
  'bron',
  'onderbouwing',
  'soort',
  'over',
  'instrument',
  'verantwoordelijk',
  'prioriteit',
  'doorbreekt',
  'compenseert',
  'ookAanwezig',
  'advies',
  'gevolgd',
  'waaromNiet',
  'bijzonderheid',
  'kring',
]);

/** Fields of a type in the order they are asked: what is needed and the main text first, the rest behind "meer". */
export function formOrder(type: ThingType): { first: string[]; more: string[] } {
  const definition = definitionOf(type);
  const names = Object.keys(definition.fields);
  // What somebody means to a child is asked as one talks about it: who, how near, what for, and then what they can do.
  if (type === 'band') return { first: names, more: [] };
  const isFirst = (name: string): boolean =>
    name === definition.main || definition.required.includes(name) || !later.has(name);
  const rank = (name: string): number =>
    definition.required.includes(name) && choosesWhat(definition.fields[name]) ? 0 : name === definition.main ? 1 : 2;
  const first = names.filter(isFirst).sort((a, b) => rank(a) - rank(b));
  return { first, more: names.filter((name) => !isFirst(name)) };
}

/** A choice that decides what the rest is about (which box, which side) comes before the words. */
const choosesWhat = (field: Field | undefined): boolean =>
  field?.kind === 'value' && field.refersTo === undefined && optionsOf(field) !== undefined;

/** The options of a choice; nothing when it is another kind of field. */
export function optionsOf(field: Field): readonly string[] | undefined {
  if (field.kind !== 'value') return undefined;
  const { options } = field.schema as unknown as { options?: unknown };
  return Array.isArray(options) && options.every((option) => typeof option === 'string') ? options : undefined;
}

/** The options that make sense beside what was already chosen: dimensions of one side of the triangle only. */
export function fittingOptions(
  type: ThingType,
  name: string,
  options: readonly string[],
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (type !== 'factor' || name !== 'dimensie') return options;
  const side = values['kant'];
  return side === 'kind' || side === 'opvoeding' || side === 'omgeving' ? cafDimensions[side] : [];
}

/** How many ids may stand in a list of references; nothing when it takes one. */
export function mostOf(field: Field): number | undefined {
  if (field.kind !== 'value' || field.refersTo === undefined) return undefined;
  if (field.schema.safeParse([]).success) return field.schema.safeParse(ids(30)).success ? 30 : 20;
  if (field.schema.safeParse(ids(30)).success) return 30;
  if (field.schema.safeParse(ids(2)).success) return 2;
  return undefined;
}

const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => `aaa${index}`);
export type FieldShape = 'text' | 'choice' | 'yes-no' | 'number' | 'date' | 'day' | 'one' | 'many';

/** How a field is asked. */
export function shapeOf(field: Field): FieldShape {
  if (field.kind === 'text') return 'text';
  if (field.refersTo !== undefined) return mostOf(field) === undefined ? 'one' : 'many';
  if (optionsOf(field) !== undefined) return 'choice';
  const takes = (value: unknown): boolean => field.schema.safeParse(value).success;
  if (takes(true)) return 'yes-no';
  if (takes(5)) return 'number';
  return takes('2014') ? 'date' : 'day';
}
