import type * as Y from 'yjs';
import { participant } from '@samenbord/shared/wire/http.ts';
import type { Participant } from '@samenbord/shared/wire/http.ts';

/** What every reader of the table may know; only the server writes it. */
export type Table = { readonly deelnemers: readonly Participant[]; readonly versie: string | number | undefined };

export const emptyTable: Table = { deelnemers: [], versie: undefined };

/** Reads the document `tafel`. What it cannot read is left out. */
export function readTable(doc: Y.Doc): Table {
  const root = doc.getMap('tafel');
  const people: unknown = root.get('deelnemers');
  const list = Array.isArray(people) ? people : Object.values(typeof people === 'object' && people !== null ? people : {});
  const versie: unknown = root.get('versie');
  return {
    deelnemers: list.flatMap((entry) => {
      const read = participant.safeParse(entry);
      return read.success ? [read.data] : [];
    }),
    versie: typeof versie === 'string' || typeof versie === 'number' ? versie : undefined,
  };
}
