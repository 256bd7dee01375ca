import type { DatabaseSync } from 'node:sqlite';

/** Sees to it that what was deleted is in no file of the database: not in a free page, not in the slack of a page, not in the log. */
export type Scrubber = {
  /** Inside the transaction that deletes: a scrub follows its commit, if need be at the next start. */
  ask(): void;
  /**
   * After a commit: scrubs when that was asked and the database is small; a large one is scrubbed when nothing was committed for a moment, or when it
   * has waited long enough. False when it was tried and did not go; it is tried again later and at the next start.
   */
  finish(): boolean;
  /** The same, however large: at the start and at the end. */
  now(): boolean;
};

export type ScrubTimes = {
  /** Up to here everybody can wait for it: about 6 ms for each MB. */
  readonly smallBytes: number;
  /** Nobody writes when nothing was committed for so long. */
  readonly quietMs: number;
  readonly longestMs: number;
};
const usual: ScrubTimes = { smallBytes: 16 * 1024 * 1024, quietMs: 5000, longestMs: 15 * 60_000 };

const pragma = (database: DatabaseSync, name: string): number =>
  Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0);
const asked = (database: DatabaseSync): boolean => pragma(database, 'user_version') === 1;

function scrub(database: DatabaseSync): void {
  database.exec('vacuum');
  const done = database.prepare('pragma wal_checkpoint(truncate)').get();
  if (done?.['busy'] !== 0) throw new Error('the log is in use');
  database.exec('pragma user_version = 0');
}

/**
 * `secure_delete` wipes what is deleted, but a row that once moved between pages can have left a copy in the slack of its old page. Only
 * writing every page anew (`vacuum`) is sure to leave nothing; then the log, which still holds the old pages, is emptied. That this is to be done
 * stands in the database itself (`user_version`), in the same transaction as the delete. Nobody's commit waits long for it (decision 0013).
 */
export function createScrubber(database: DatabaseSync, times: ScrubTimes = usual, clock = Date.now): Scrubber {
  let since = asked(database) ? clock() : undefined;
  let timer: NodeJS.Timeout | undefined;

  const now = (): boolean => {
    clearTimeout(timer);
    if (since === undefined) return true;
    try {
      if (asked(database)) scrub(database);
      since = undefined;
      return true;
    } catch {
      later();
      return false;
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (database.isOpen) void (database.isTransaction ? later() : now());
    }, times.quietMs);
    timer.unref();
  };
  const isSmall = (): boolean => pragma(database, 'page_count') * pragma(database, 'page_size') <= times.smallBytes;
  return {
    ask: () => {
      database.exec('pragma user_version = 1');
      since ??= clock();
    },
    finish: () => {
      if (since === undefined) return true;
      if (isSmall() || clock() - since > times.longestMs) return now();
      later();
      return true;
    },
    now,
  };
}
