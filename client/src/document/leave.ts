import type { LostItem } from './lost.ts';
import type { BoardSession } from './session.ts';
import type { KeptWork } from './waiting.ts';

/** What a tab keeps of a board while its page is away (decision 0014). It dies with the tab, and with leaving. */
export type Shelf = {
  readonly work: Readonly<Record<string, readonly KeptWork[]>>;
  readonly lost: readonly Omit<LostItem, 'id'>[];
};

/** `wacht`: for the page that opens next. `opzij`: while others see this screen, work that has nothing to do with the table. */
type ShelfName = 'wacht' | 'opzij';
const shelfOf = (board: string, als: string, name: ShelfName = 'wacht'): string => `samenbord:${name}:${board}:${als}`;
const reloadedOf = (board: string, als: string): string => `samenbord:ververst:${board}:${als}`;

/** Puts what the server does not have, and what is still to be offered back, on the shelf of this tab. Does nothing for a session that was closed. */
export function shelve(session: BoardSession): void {
  if (session.closed) return;
  writeShelf(session.id, session.als, {
    work: session.pack(),
    lost: session.offered().map(({ id: _, ...item }) => item),
  });
}

/** Puts this on a shelf in place of what stood there. */
export function writeShelf(board: string, als: string, shelf: Shelf, name?: ShelfName): void {
  const key = shelfOf(board, als, name);
  if (Object.keys(shelf.work).length === 0 && shelf.lost.length === 0) return sessionStorage.removeItem(key);
  try {
    sessionStorage.setItem(key, JSON.stringify(shelf));
  } catch {
    // More than a browser keeps for a tab: the question before leaving is all there is, and it was asked.
    sessionStorage.removeItem(key);
  }
}

/** What stands on the shelf; it stays there until `clearShelf`, because the page may fail to open. What cannot be read is nothing. */
export function readShelf(board: string, als: string, name?: ShelfName): Shelf {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(shelfOf(board, als, name)) ?? 'null');
    return isShelf(read) ? read : { work: {}, lost: [] };
  } catch {
    return { work: {}, lost: [] };
  }
}

function isShelf(value: unknown): value is Shelf {
  if (typeof value !== 'object' || value === null || !('work' in value) || !('lost' in value)) return false;
  const { work, lost } = value;
  if (typeof work !== 'object' || work === null || !Array.isArray(lost)) return false;
  const all = [...Object.values(work), lost];
  return all.every((items) => Array.isArray(items) && items.every(hasIntent));
}

const hasIntent = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'intent' in item && typeof item.intent === 'object';

export const clearShelf = (board: string, als: string, name?: ShelfName): void =>
  sessionStorage.removeItem(shelfOf(board, als, name));

/** Loads the page again and brings unsent work along: an old page was told so by the server. */
export function reloadWithWork(session: BoardSession): void {
  shelve(session);
  sessionStorage.setItem(reloadedOf(session.id, session.als), 'ja');
  session.close();
  location.reload();
}

/** Was the page already loaded again by itself, and has it not worked since? Then once more would be a circle. */
export const wasReloaded = (board: string, als: string): boolean =>
  sessionStorage.getItem(reloadedOf(board, als)) !== null;

/** The board opened: a later refusal is a new one. */
export const reloadWorked = (board: string, als: string): void => sessionStorage.removeItem(reloadedOf(board, als));

/**
 * Keeps a tab from losing work by closing, loading again, or being put aside by a phone: the browser asks before it leaves work behind, and work
 * stands on the shelf for exactly as long as the page is out of sight. What comes back ends it.
 */
export function guardWork(session: BoardSession): () => void {
  const hasWork = (): boolean => Object.keys(session.keep()).length > 0 || session.offered().length > 0;
  const warn = (event: BeforeUnloadEvent): void => {
    if (session.state !== 'ingetrokken' && hasWork()) event.preventDefault();
  };
  const away = (): void => shelve(session);
  // Back in sight: the work is in memory, and a copy of this tab must not bring it along as well.
  const back = (): void => {
    if (!session.closed) clearShelf(session.id, session.als);
  };
  const look = (): void => (document.visibilityState === 'hidden' ? away() : back());
  const onRevoked = session.listeners.add(() => {
    if (session.state !== 'ingetrokken') return;
    clearShelf(session.id, session.als);
    clearShelf(session.id, session.als, 'opzij');
  });
  window.addEventListener('beforeunload', warn);
  window.addEventListener('pagehide', away);
  window.addEventListener('pageshow', back);
  document.addEventListener('visibilitychange', look);
  return () => {
    onRevoked();
    window.removeEventListener('beforeunload', warn);
    window.removeEventListener('pagehide', away);
    window.removeEventListener('pageshow', back);
    document.removeEventListener('visibilitychange', look);
  };
}
