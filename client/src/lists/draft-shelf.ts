import type { BoardSession } from '../document/session.ts';
import { cardKinds, emptyDraft } from './pure/draft.ts';
import type { Draft } from './pure/draft.ts';

const shelfOf = ({ id, als }: BoardSession): string => `samenbord:schrijft:${id}:${als}`;

/** What was being written in this tab before its page was loaded again. What cannot be read is nothing. */
export function readDrafts(session: BoardSession): Map<string, Draft> {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(shelfOf(session)) ?? '[]');
    return new Map(Array.isArray(read) ? read.flatMap(draftIn) : []);
  } catch {
    return new Map();
  }
}

/** The words, what kind of card, and what it answers: more is asked again. */
function draftIn(entry: unknown): [string, Draft][] {
  if (!Array.isArray(entry)) return [];
  const [key, given]: unknown[] = entry;
  if (typeof key !== 'string' || typeof given !== 'object' || given === null) return [];
  const { tekst, soort, op } = given as Readonly<Record<string, unknown>>;
  if (typeof tekst !== 'string' || tekst.trim() === '') return [];
  const kind = cardKinds.find((each) => each === soort);
  return [[key, { ...emptyDraft, tekst, soort: kind, op: typeof op === 'string' ? op : undefined }]];
}

/**
 * Keeps what is being written for exactly as long as the page is out of sight, as unsent work is kept (decision 0014): a phone may put a page away, or load it again.
 * It stays in this tab, and goes with leaving. What comes back ends it. Watches for as long as the board is open, whatever page of it is shown.
 */
export function guardDrafts(session: BoardSession, drafts: ReadonlyMap<string, Draft>): void {
  const key = shelfOf(session);
  const away = (): void => {
    if (session.closed) return stop();
    const written = [...drafts].filter(([, { tekst }]) => tekst.trim() !== '');
    if (written.length === 0) return sessionStorage.removeItem(key);
    try {
      sessionStorage.setItem(key, JSON.stringify(written));
    } catch {
      sessionStorage.removeItem(key);
    }
  };
  const back = (): void => sessionStorage.removeItem(key);
  const look = (): void => (document.visibilityState === 'hidden' ? away() : back());
  const stop = (): void => {
    back();
    window.removeEventListener('pagehide', away);
    window.removeEventListener('pageshow', back);
    document.removeEventListener('visibilitychange', look);
  };
  back();
  window.addEventListener('pagehide', away);
  window.addEventListener('pageshow', back);
  document.addEventListener('visibilitychange', look);
}
