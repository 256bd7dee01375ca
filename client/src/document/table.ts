import type * as Y from 'yjs';
import { tableParticipant } from '@samenbord/shared/wire/http.ts';
import type { TableParticipant } from '@samenbord/shared/wire/http.ts';

/** What every reader of the table may know; only the server writes it. */
export type Table = {
  readonly deelnemers: readonly TableParticipant[];
  /** The newest frozen version. */
  readonly versie: { readonly id: string; readonly nummer: number; readonly titel: string } | undefined;
};

export const emptyTable: Table = { deelnemers: [], versie: undefined };

/** Reads the document `tafel`. What it cannot read is left out. */
export function readTable(doc: Y.Doc): Table {
  const root = doc.getMap('tafel');
  const people: unknown = root.get('deelnemers');
  const versie: unknown = root.get('versie');
  return {
    deelnemers: (Array.isArray(people) ? people : []).flatMap((entry) => {
      const read = tableParticipant.safeParse(entry);
      return read.success ? [read.data] : [];
    }),
    versie: isVersion(versie) ? { id: versie.id, nummer: versie.nummer, titel: versie.titel } : undefined,
  };
}

function isVersion(value: unknown): value is { id: string; nummer: number; titel: string } {
  if (typeof value !== 'object' || value === null) return false;
  const version = value as { id?: unknown; nummer?: unknown; titel?: unknown };
  return typeof version.id === 'string' && typeof version.nummer === 'number' && typeof version.titel === 'string';
}

/** How many people wait at the door, as the casusregisseur's own document says. */
export function readWaiting(doc: Y.Doc): number {
  const waiting: unknown = doc.getMap('tafel').get('wachtenden');
  return typeof waiting === 'number' ? waiting : 0;
}

/** Is the table open for me now, as my own document says? */
export function readOpen(doc: Y.Doc): boolean {
  const meeting: unknown = doc.getMap('tafel').get('bijeenkomst');
  return typeof meeting === 'object' && meeting !== null && (meeting as { open?: unknown }).open === true;
}

/** Whose trusted boxes I read, as my own document says; one text to compare. */
export function readBoxes(doc: Y.Doc): string {
  return JSON.stringify(doc.getMap('tafel').get('vakken') ?? []);
}
