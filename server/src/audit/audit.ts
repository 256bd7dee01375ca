import type { Storage } from '../storage/storage.ts';

/** What is written down about a board. The first six are about people, the rest about what left or changed. */
export type AuditAction =
  | 'bord-gemaakt'
  | 'uitgenodigd'
  | 'nieuwe-link'
  | 'binnengekomen'
  | 'binnengelaten'
  | 'geweigerd'
  | 'ingetrokken'
  | 'feiten-gewijzigd'
  | 'versie-bevroren'
  | 'positie-gegeven'
  | 'analyse-geopend'
  | 'bord-uitgevoerd'
  | 'bord-ingevoerd'
  | 'wachtkamer-geopend'
  | 'definitief-gewist'
  | 'bijeenkomst-voorbereid'
  | 'bijeenkomst-geopend'
  | 'bijeenkomst-gesloten'
  | 'regie-overgenomen'
  | 'familie-aan-tafel'
  | 'ronde-begonnen'
  | 'ronde-onthuld'
  | 'ronde-gestopt'
  | 'versie-gewist'
  | 'bord-gewist'
  | 'teruggezet'
  | 'vertrouwd-gewijzigd'
  | 'verplaatst'
  | 'van-tafel-gehaald'
  | 'veiligheid-voorop';

export type AuditNote = {
  readonly board: string;
  readonly participant?: string | undefined;
  readonly action: AuditAction;
  /** An id of who or what it is about. */
  readonly object?: string | undefined;
  /** The ground of an invitation. */
  readonly ground?: string | undefined;
};
export type Audit = (note: AuditNote) => Promise<void>;

/** Append-only and chained by the storage; ids and codes only, never what somebody wrote. Resolves when it is on disk. */
export function createAudit(storage: Storage, clock: () => number): Audit {
  return (note) => storage.addAudit({ ...note, at: new Date(clock()).toISOString() });
}
