import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { BoardSession } from './session.ts';

/** Where unsent work waits while the page of this tab is loaded again. It dies with the tab. */
const shelf = (board: string, als: string): string => `samenbord:wacht:${board}:${als}`;

/** Loads the page again and brings unsent work along (an old page was told so by the server). */
export function reloadWithWork(session: BoardSession): void {
  const work = session.keep();
  if (Object.keys(work).length > 0) sessionStorage.setItem(shelf(session.id, session.als), JSON.stringify(work));
  session.close();
  location.reload();
}

/** Takes the work that was brought along from the shelf; it is there once. */
export function takeKept(board: string, als: string): Record<string, Intent[]> {
  const key = shelf(board, als);
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (kept === null) return {};
  try {
    return JSON.parse(kept) as Record<string, Intent[]>;
  } catch {
    return {};
  }
}

/** Asks the browser to warn before the tab closes with work in it that is not kept yet. What comes back ends it. */
export function warnOnLeave(session: BoardSession): () => void {
  const warn = (event: BeforeUnloadEvent): void => {
    if (session.state === 'open' && (Object.keys(session.keep()).length > 0 || session.lost().length > 0))
      event.preventDefault();
  };
  window.addEventListener('beforeunload', warn);
  return () => window.removeEventListener('beforeunload', warn);
}
