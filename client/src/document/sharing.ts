import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';
import { clearShelf, readShelf, shelve, writeShelf } from './leave.ts';
import type { Shelf } from './leave.ts';
import { Listeners } from './listeners.ts';
import { boardPath } from './server.ts';
import type { BoardSession } from './session.ts';

/**
 * "Ik deel dit scherm": others see what is on this screen. Then this tab opens the table and nothing else: no socket, no document and no name of another
 * zone is in it, so that nothing can come in sight by accident. It stays so when the page is loaded again, until somebody ends it on purpose.
 */
const sharesOf = (board: string, als: string): string => `samenbord:deelt:${board}:${als}`;
const changed = new Listeners();

/** Told when sharing begins or ends in this tab. */
export const onSharing: (tell: () => void) => () => void = changed.add;

/** Between the moment that somebody shares and a page that never held anything else. */
let switching = false;

/** Do others see the screen of this tab? `wisselt`: yes, and nothing may be shown yet. */
export const sharing = (board: string, als: string): 'nee' | 'wisselt' | 'ja' =>
  sessionStorage.getItem(sharesOf(board, als)) === null ? 'nee' : switching ? 'wisselt' : 'ja';

/**
 * From now on others see this screen. All of this session is closed and taken off the page at once; what the server does not have yet waits unseen in this tab.
 * Then the page is loaded again, so that nothing is left in the memory of its scripts either. Without the server that cannot be done: then this page goes on.
 */
export async function startSharing(session: BoardSession): Promise<void> {
  const { id, als } = session;
  if (sharing(id, als) !== 'nee') return;
  shelve(session);
  sessionStorage.setItem(sharesOf(id, als), 'ja');
  session.close();
  switching = true;
  changed.tell();
  const there = await fetch(boardPath(id, '?alleen=gedeeld', als), { credentials: 'same-origin' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (there) return location.reload();
  switching = false;
  changed.tell();
}

/** Nobody else looks any more: this tab opens again all that its participant may open. */
export function stopSharing(session: BoardSession): void {
  shelve(session);
  sessionStorage.removeItem(sharesOf(session.id, session.als));
  session.close();
  changed.tell();
}

const isTable = (zone: string): boolean => zone === 'gedeeld' || zone === 'tafel';

/** Takes what a participant may open, gives the part of it that everybody at the table knows. */
export const tableOnly = (answer: BoardAnswer): BoardAnswer => ({
  ...answer,
  zones: answer.zones.filter(({ zone }) => isTable(zone)),
});

/**
 * What waits on the shelf of this tab for the session that opens now. For a session of the table alone the rest is laid aside, and stays there, also when the
 * page is loaded again, until the whole board is opened. `clearWork` comes when the board is open.
 */
export function takeWork(board: string, als: string, onlyTable: boolean): Shelf {
  const here = readShelf(board, als);
  const aside = readShelf(board, als, 'opzij');
  if (!onlyTable) return joined(aside, here);
  const hidden = part(here, (zone) => !isTable(zone));
  if (isEmpty(hidden)) return here;
  const table = part(here, isTable);
  writeShelf(board, als, joined(aside, hidden), 'opzij');
  writeShelf(board, als, table);
  return table;
}

/** The board is open: what `takeWork` gave is in memory again. */
export function clearWork(board: string, als: string, onlyTable: boolean): void {
  clearShelf(board, als);
  if (!onlyTable) clearShelf(board, als, 'opzij');
}

const isEmpty = ({ work, lost }: Shelf): boolean => Object.keys(work).length === 0 && lost.length === 0;

const part = ({ work, lost }: Shelf, isIn: (zone: string) => boolean): Shelf => ({
  work: Object.fromEntries(Object.entries(work).filter(([zone]) => isIn(zone))),
  lost: lost.filter(({ zone }) => isIn(zone)),
});

function joined(first: Shelf, second: Shelf): Shelf {
  const zones = new Set([...Object.keys(first.work), ...Object.keys(second.work)]);
  const both = [...zones].map((zone) => [zone, [...(first.work[zone] ?? []), ...(second.work[zone] ?? [])]] as const);
  return { work: Object.fromEntries(both), lost: [...first.lost, ...second.lost] };
}
