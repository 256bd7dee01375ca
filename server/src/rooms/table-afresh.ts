import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { emptyDoc } from '@samenbord/shared/document/empty-doc.ts';
import type { Rebuilt } from '@samenbord/shared/document/rebuild.ts';

/** A document that only the server writes (`tafel`, `tafel:<participant>`), as if it had just been written: the newest value of each key and no history. */
export function tableAfresh(doc: Y.Doc, newClient: () => number): Rebuilt {
  const fresh = emptyDoc();
  try {
    const client = newClient();
    fresh.clientID = client;
    fresh.transact(() => {
      for (const [key, value] of doc.getMap('tafel')) fresh.getMap('tafel').set(key, value);
    });
    return { update: Y.encodeStateAsUpdate(fresh), clients: [{ client, participant: 'server' }] };
  } finally {
    fresh.destroy();
  }
}

/** True when both say the same about the table. */
export const isSameTable = (one: Y.Doc, other: Y.Doc): boolean =>
  isDeepStrictEqual(one.getMap('tafel').toJSON(), other.getMap('tafel').toJSON());
