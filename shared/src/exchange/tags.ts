import { definitions } from '../board/things.ts';

/**
 * What of ours GEDCOM has no tag for, as extension tags. A file says in its head which tag stands for which of these, so that the tags of another program are
 * never taken for ours.
 */
export const ourTags = {
  naam: '_NAAM',
  geslacht: '_GESLACHT',
  indexkind: '_INDEXKIND',
  kring: '_KRING',
  bijzonderheid: '_BIJZONDERHEID',
  datum: '_DATUM',
  unie: '_UNIE',
  einde: '_EINDE',
  bloedverwant: '_BLOEDVERWANT',
  toelichting: '_TOELICHTING',
  geenPaar: '_GEENPAAR',
  soort: '_SOORT',
  periode: '_PERIODE',
  relatielijn: '_RELATIELIJN',
  volgens: '_VOLGENS',
} as const;
export type OurTag = keyof typeof ourTags;

/** The address of what a tag means, as `HEAD.SCHMA.TAG` wants it. */
export const addressOf = (tag: OurTag): string => `urn:samenbord:gedcom:${tag.toLowerCase()}`;

export const tagNames = Object.keys(ourTags) as OurTag[];

type Choice = { readonly schema: { readonly options: readonly string[] } };
const options = <T extends string>({ schema }: { readonly schema: { readonly options: readonly T[] } }): readonly T[] =>
  schema.options;

/** The values that a choice of ours can have. */
export const choices = {
  geslacht: options(definitions.persoon.fields.geslacht),
  kring: options(definitions.persoon.fields.kring),
  vorm: options(definitions.partnerrelatie.fields.vorm),
  einde: options(definitions.partnerrelatie.fields.einde),
  soort: options(definitions['ouder-kind'].fields.soort),
  lijn: options(definitions.relatielijn.fields.soort),
} satisfies Readonly<Record<string, Choice['schema']['options']>>;

/** A value when it is one of these. */
export const oneOf = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
  all.find((one) => one === value);

/** Lines about violence never leave in a file that other programs read. */
export const staysHere: ReadonlySet<string> = new Set(['emotioneel-geweld', 'lichamelijk-geweld', 'seksueel-geweld']);
