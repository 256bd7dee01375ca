import * as z from 'zod';

/** Where in the documents of the server it says that something is nearly full. */
export const fullKeys = {
  /** In `tafel`: the table itself. */
  table: 'bijnaVol',
  /** In `tafel:<participant>`: their own box. */
  box: 'eigenBijnaVol',
  /** In `tafel:<participant>`: their share of the table. */
  self: 'deelBijnaVol',
  /** In `tafel:<participant>` of a casusregisseur: the participants who used up most of their share. */
  others: 'bijnaVolBij',
} as const;

/** Ids of participants in a document of the server. */
export const tableIds = z.array(z.string());

/** What is nearly full, for one participant. */
export type NearlyFull = {
  readonly table: boolean;
  readonly box: boolean;
  readonly self: boolean;
  readonly others: readonly string[];
};
