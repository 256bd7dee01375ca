import type { DatabaseSync } from 'node:sqlite';
import type { SheetRow } from '../after.ts';
import type { KeyStore } from '../keys.ts';
import { sheetKeyName } from '../operations/after.ts';
import type { NewVersions, VersionRow } from '../storage.ts';
import type { WorkerRequest } from './messages.ts';

/** What happens in the key store around the transactions of the database. */
export type KeyWork = {
  /**
   * Before a request: the keys that it needs are made and kept, or destroyed. Nothing when it needs none; else it comes into a batch only after this, so that
   * nobody's commit waits for a key service.
   */
  prepare(request: WorkerRequest): Promise<void> | undefined;
  /** Inside a transaction: after its commit, at the latest at the next start, the keys in `doomed_keys` are destroyed. */
  doom(): void;
  /** After a commit: destroys what is doomed. False when that did not go; it is tried again after the next commit and at the next start. */
  finish(): boolean;
};

/** Makes it for a database and its keys. */
export function createKeyWork(database: DatabaseSync, keys: KeyStore): KeyWork {
  let due = true;
  let last: Promise<unknown> = Promise.resolve();
  const deedOf = (request: WorkerRequest): (() => Promise<unknown>) | undefined => {
    switch (request.name) {
      case 'createBoard': {
        const { id } = request.args[0] as { id: string };
        // A key is made only for an id that is free: a board whose key was lost gets no other one.
        return () => (isBoard(database, id) ? Promise.resolve() : keys.create(id));
      }
      case 'addVersion': {
        const { board, id } = request.args[0] as VersionRow;
        return () => keys.createFor(board, id);
      }
      case 'eraseVersions': {
        const { board, successor } = request.args[0] as NewVersions;
        return successor === undefined ? undefined : () => keys.createFor(board, successor.id);
      }
      case 'addSheet':
      case 'replaceSheet': {
        const { board, nummer, keer } = request.args[0] as SheetRow;
        return () => keys.createFor(board, sheetKeyName(nummer, keer));
      }
      case 'rotateKey':
        return () => keys.rotate(request.args[0] as string);
      case 'deleteBoard':
        return async () => keys.destroyBoard(request.args[0] as string);
      default:
        return undefined;
    }
  };
  return {
    prepare: (request) => {
      const deed = deedOf(request);
      if (deed === undefined) return undefined;
      const done = last.then(deed).then(() => undefined);
      last = done.catch(() => undefined);
      return done;
    },
    doom: () => {
      due = true;
    },
    finish: () => {
      if (!due) return true;
      try {
        destroyDoomed(database, keys);
        due = false;
        return true;
      } catch {
        return false;
      }
    },
  };
}

const isBoard = (database: DatabaseSync, id: string): boolean =>
  database.prepare('select 1 from boards where id = ?').get(id) !== undefined;

function destroyDoomed(database: DatabaseSync, keys: KeyStore): void {
  const rows = database.prepare('select board, key_id from doomed_keys').all();
  for (const { board, key_id: id } of rows) {
    keys.destroy(String(board), String(id));
    database.prepare('delete from doomed_keys where board = ? and key_id = ?').run(String(board), String(id));
  }
}
