import * as z from 'zod';

/**
 * Who may change a field (design D4): a fact of the table, somebody's own words, or something written together.
 */
export type FieldClass = 'feit' | 'woorden' | 'samen';

/** A text that merges by character: a Y.Text in the document, a string everywhere else. */
export type TextField = {
  readonly kind: 'text';
  readonly class: FieldClass;
  readonly max: number;
  readonly lines: 1 | 4;
};

/** One plain value, replaced as a whole. `refersTo` names the types whose ids stand in it. */
export type ValueField<S extends z.ZodType = z.ZodType> = {
  readonly kind: 'value';
  readonly class: FieldClass;
  readonly schema: S;
  readonly refersTo?: readonly string[];
};
export type Field = TextField | ValueField;
export type Fields = Readonly<Record<string, Field>>;

/**
 * Control characters other than a line break, and signs that turn the direction of what follows: they make a name or a sentence look like another
 * than it is. The marks that Arabic and Hebrew need inside a sentence are not among them.
 */
export const unseenSigns = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Ids are made by the writer from random bytes; readable ones are allowed for examples. */
export const thingId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,39}$/)
  .refine((id) => id !== 'constructor' && id !== 'prototype');

export const participantId = z.string().regex(/^p[a-z0-9]{2,39}$/);

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Takes at least 16 random bytes, gives a thing id of 16 letters and digits (80 bits). */
export function newThingId(randomBytes: Uint8Array): string {
  let id = '';
  for (const byte of randomBytes.subarray(0, 16)) id += alphabet[byte & 31];
  if (id.length < 16) throw new RangeError('16 random bytes needed');
  return id;
}

/** The constructors of fields, bound to the class that most fields of a thing have. */
export function fieldsOf<C extends FieldClass>(fieldClass: C) {
  return {
    line: (max = 120): TextField => ({ kind: 'text', class: fieldClass, max, lines: 1 }),
    text: (max = 1000): TextField => ({ kind: 'text', class: fieldClass, max, lines: 4 }),
    value: <S extends z.ZodType>(schema: S): ValueField<S> => ({ kind: 'value', class: fieldClass, schema }),
    choice: <const O extends readonly [string, ...string[]]>(...options: O) => ({
      kind: 'value' as const,
      class: fieldClass as FieldClass,
      schema: z.enum(options),
    }),
    ref: (...types: string[]) => ({
      kind: 'value' as const,
      class: fieldClass as FieldClass,
      schema: thingId,
      refersTo: types as readonly string[],
    }),
    refs: (min: number, max: number, ...types: string[]) => ({
      kind: 'value' as const,
      class: fieldClass as FieldClass,
      schema: z.array(thingId).min(min).max(max),
      refersTo: types as readonly string[],
    }),
  };
}

export type FieldValue<F extends Field> = F extends TextField
  ? string
  : F extends ValueField<infer S>
    ? z.infer<S> | undefined
    : never;
