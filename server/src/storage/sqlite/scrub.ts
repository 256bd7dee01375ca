import type { DatabaseSync } from 'node:sqlite';

/** Sees to it that what was deleted is in no file of the database: not in a free page, not in the slack of a page, not in the log. */
export type Scrubber = {
  /** Inside the transaction that deletes: a scrub follows its commit, if need be at the next start. */
  ask(): void;
  /** After a commit: scrubs when that was asked. False when it cannot now; it is tried again at the next erase and at the next start. */
  finish(): boolean;
};

const asked = (database: DatabaseSync): boolean =>
  database.prepare('pragma user_version').get()?.['user_version'] === 1;

function scrub(database: DatabaseSync): void {
  database.exec('vacuum');
  const done = database.prepare('pragma wal_checkpoint(truncate)').get();
  if (done?.['busy'] !== 0) throw new Error('the log is in use');
  database.exec('pragma user_version = 0');
}

/**
 * `secure_delete` wipes what is deleted, but a row that once moved between pages can have left a copy in the slack of its old page. Only
 * writing every page anew (`vacuum`) is sure to leave nothing; then the log, which still holds the old pages, is emptied. That this is to be done
 * stands in the database itself (`user_version`), in the same transaction as the delete.
 */
export function createScrubber(database: DatabaseSync): Scrubber {
  let due = asked(database);
  return {
    ask: () => {
      database.exec('pragma user_version = 1');
      due = true;
    },
    finish: () => {
      if (!due) return true;
      due = false;
      try {
        if (asked(database)) scrub(database);
        return true;
      } catch {
        return false;
      }
    },
  };
}
