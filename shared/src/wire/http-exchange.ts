import * as z from 'zod';

const generations = z.int().min(0).max(10);

/** POST /boards/:id/import/gedcom : a family file as base64, and around whom a family is cut out of it. */
export const gedcomRequest = z.strictObject({
  bestand: z.base64().min(1),
  rond: z
    .strictObject({
      /** The place of this person among the people of the file, from 1. */
      nummer: z.int().min(1),
      terug: generations,
      vooruit: generations,
      zijtakken: z.boolean(),
      partners: z.boolean(),
    })
    .optional(),
});
/** With `proef=1` nothing changes. */
export const gedcomQuery = z.object({ als: z.string().optional(), proef: z.literal('1').optional() });
export const gedcomAnswer = z.object({
  inBestand: z.int(),
  mensen: z.int(),
  relaties: z.int(),
  ouders: z.int(),
  weggelaten: z.array(z.object({ soort: z.string().max(40), aantal: z.int() })),
  /** Children of whom the file does not say what their parents are to them; they stand as born to them. */
  aangenomen: z.int(),
});
