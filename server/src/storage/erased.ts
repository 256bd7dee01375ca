import { createHash } from 'node:crypto';

/** Takes the id of a thing on a document, gives what is kept of it after it was erased for good. */
export const erasedHash = (board: string, zone: string, id: string): string =>
  createHash('sha256')
    .update(JSON.stringify([board, zone, id]))
    .digest('hex');
