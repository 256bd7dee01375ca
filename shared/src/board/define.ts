import * as z from 'zod';
import { participantId, thingId } from './field.ts';
import { cardRole, prepared } from './marks.ts';
import type { CardRole, Prepared } from './marks.ts';
import type { Field, Fields, FieldValue } from './field.ts';

export const viewNames = ['genogram', 'sociogram', 'tijdlijn', 'caf-driehoek', 'gezinspatroon'] as const;
export type ViewName = (typeof viewNames)[number];

/** What every thing carries besides its own fields. Only `weg` and `bevestigd` may change after it was made. */
export const commonSchema = {
  type: z.string().max(40),
  versie: z.int().min(1).max(999),
  /** The participant who typed it; checked by the gate. */
  by: participantId,
  /** The person whose words or card it is, where that is not the one who typed. */
  vanWie: thingId,
  /** Off the table: hidden everywhere, kept until a rebuild. */
  weg: z.boolean(),
  /** "Zo bedoel ik het" by the person, or "voorgelezen, akkoord" recorded by the scribe. Ends the scribe's right to edit. */
  bevestigd: z.enum(['zelf', 'voorgelezen']),
  /** The round it was written for, in one's own box, or came out of, on the table. */
  ronde: thingId,
  /** Revealed under a role instead of a name. */
  namens: cardRole,
  /** The question that was answered at home. */
  voorbereid: prepared,
  /** Its owner wants to bring it to the table. */
  mee: z.boolean(),
} as const;
export type CommonField = keyof typeof commonSchema;

export type Common = {
  readonly id: string;
  readonly versie: number;
  readonly by?: string | undefined;
  readonly vanWie?: string | undefined;
  readonly weg: boolean;
  readonly bevestigd?: 'zelf' | 'voorgelezen' | undefined;
  readonly ronde?: string | undefined;
  readonly namens?: CardRole | undefined;
  readonly voorbereid?: Prepared | undefined;
  readonly mee?: boolean | undefined;
};

/** One step from a version to the next: old plain fields in, new plain fields out. Texts migrate by name only. */
export type Migration = (values: Readonly<Record<string, unknown>>) => Record<string, unknown>;

export type Definition<T extends string = string, F extends Fields = Fields> = {
  readonly type: T;
  readonly version: number;
  /** `migrations[0]` brings version 1 to version 2, and so on. */
  readonly migrations: readonly Migration[];
  /** Who may make it: everyone at the table, or professionals (the facts of the table). */
  readonly makers: 'iedereen' | 'professionals';
  /** The views that show it by themselves, without a place. Other cards appear in a view only where somebody put them. */
  readonly views: readonly ViewName[];
  /** The text that stands for the thing in a list. */
  readonly main: string;
  readonly required: readonly string[];
  readonly fields: F;
};

type Spec<T extends string, F extends Fields> = {
  type: T;
  version?: number;
  migrations?: readonly Migration[];
  makers?: 'iedereen' | 'professionals';
  views?: readonly ViewName[];
  main: keyof F & string;
  required?: readonly (keyof F & string)[];
  fields: F;
};

/** Takes the description of one kind of thing, fills in the defaults. */
export function define<const T extends string, const F extends Record<string, Field>>(
  spec: Spec<T, F>,
): Definition<T, F> {
  return { version: 1, migrations: [], makers: 'iedereen', views: [], required: [], ...spec };
}

export type ThingOf<D> =
  D extends Definition<infer T, infer F>
    ? Common & { readonly type: T } & { readonly [K in keyof F]: FieldValue<F[K]> }
    : never;
