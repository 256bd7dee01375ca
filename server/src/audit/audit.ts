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
  | 'familie-uitgevoerd'
  | 'familie-ingevoerd'
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
  | 'veiligheid-voorop'
  | 'gelezen'
  | 'aan-tafel'
  | 'afspraken-gelezen'
  | 'spoor-gelezen'
  | 'spoor-uitgevoerd'
  | 'veel-gelezen'
  | 'herhaald'
  | 'einddatum-gezet'
  | 'bord-verlopen';

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

/** The very same act, by the same person on the same object, is written so often in an hour; after that one line says that it went on. */
const mostTheSame = 20;
const hourMs = 3_600_000;
/** Acts that are remembered to be counted; beyond it the oldest is forgotten, and simply written again. */
const mostRemembered = 20_000;

/**
 * Append-only and chained by the storage; ids and codes only, never what somebody wrote. Resolves when it is on disk. Nobody fills the disk, or hides a deed in
 * a crowd of others, by doing one thing over and over: what is left out is always a repetition of a line that stands there.
 */
export function createAudit(storage: Storage, clock: () => number): Audit {
  const counts = new Map<string, { since: number; count: number }>();
  const timesBefore = (key: string, now: number): number => {
    const known = counts.get(key);
    const fresh = known === undefined || now - known.since >= hourMs || now < known.since;
    const next = fresh ? { since: now, count: 1 } : { ...known, count: known.count + 1 };
    counts.delete(key);
    counts.set(key, next);
    const [oldest] = counts.keys();
    if (counts.size > mostRemembered && oldest !== undefined) counts.delete(oldest);
    return next.count - 1;
  };
  return async (note) => {
    const now = clock();
    const { board, participant, action, object } = note;
    const before = timesBefore(JSON.stringify([board, participant, action, object]), now);
    if (before > mostTheSame) return;
    const at = new Date(now).toISOString();
    if (before === mostTheSame) return storage.addAudit({ board, participant, action: 'herhaald', object: action, at });
    return storage.addAudit({ ...note, at });
  };
}
