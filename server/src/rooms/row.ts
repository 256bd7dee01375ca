import type { DocumentRow } from '../storage/storage.ts';
import type { Change } from './gate/verdict.ts';

/** What was accepted, before it has its place in a log. */
export type Accepted = {
  readonly update: Uint8Array;
  readonly by: string;
  readonly client: number | undefined;
  readonly changes: readonly Change[];
  /** The moment, an instant with `Z`. */
  readonly at: string;
};

/** The row for the log of what was accepted, with its history. */
export const rowOf = (
  place: Pick<DocumentRow, 'board' | 'zone' | 'epoch' | 'seq'>,
  { update, by, client, changes, at }: Accepted,
): DocumentRow => ({
  ...place,
  update,
  by,
  ...(client === undefined ? {} : { client }),
  history: changes.map(({ thing, field, value }) => ({ by, at, thing, field, value })),
});
