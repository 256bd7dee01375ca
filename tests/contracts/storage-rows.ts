import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { DocumentRow } from '@samenbord/server/storage/storage.ts';
import { createdAt, people } from '../support/room-server.ts';

const { regie } = people;

/** One row of the document `gedeeld`, as a room would hand it in. */
export const row = (seq: number, extra: Partial<DocumentRow> = {}): DocumentRow => ({
  board: 'bord',
  zone: 'gedeeld',
  epoch: 1,
  seq,
  update: new Uint8Array([seq, 1, 2, 3]),
  history: [{ by: regie.id, at: createdAt, thing: 'kaart-1', field: 'tekst', value: `waarde ${seq}` }],
  ...extra,
});

/** How a call ended: the code of its error, or `done`. */
export const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StorageError ? error.code : error),
  );
