import type { TransitSettings } from '../keys/transit.ts';
import type { StorageCode } from '../storage.ts';
import type { OperationName } from '../operations/operations.ts';

/** Between the main thread and the worker that owns the database: several requests in one message, several answers in one. */
export type WorkerOptions = {
  dataDir: string;
  masterKey: string | undefined;
  kms?: TransitSettings | undefined;
  maxBytes: number | undefined;
};
export type WorkerRequest =
  | { id: number; name: OperationName; args: unknown[] }
  | { id: number; name: 'backup'; args: [file: string] }
  | { id: number; name: 'close' };
export type WorkerAnswer = { id: number; ok: true; value: unknown } | { id: number; ok: false; code: StorageCode };
/** The id of the answer that says whether the database was opened. */
export const openedId = 0;
/** Not an answer: the database was found to be damaged. */
export const damagedId = -1;
