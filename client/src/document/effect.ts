import * as Y from 'yjs';
import { landedClock } from '@samenbord/shared/document/landed.ts';

/**
 * What one intent left in a document: enough to see later whether the server took it, though its acknowledgement was lost. Plain numbers, so that it
 * survives that the page is loaded again.
 */
export type Effect = {
  readonly client: number;
  /** Clock after the last inserted item; nothing when it only erased. */
  readonly inserted?: number | undefined;
  readonly erased: readonly { readonly client: number; readonly clock: number; readonly len: number }[];
};

/** Carries something out on a document and gives what it left there; nothing when it changed nothing. */
export function effectOf(doc: Y.Doc, change: () => void): Effect | undefined {
  const before = Y.getState(doc.store, doc.clientID);
  const erased: { client: number; clock: number; len: number }[] = [];
  let updates = 0;
  const onUpdate = (): void => {
    updates += 1;
  };
  const onTransaction = (transaction: Y.Transaction): void => {
    for (const [client, ranges] of transaction.deleteSet.clients) {
      for (const { clock, len } of ranges) erased.push({ client, clock, len });
    }
  };
  doc.on('update', onUpdate);
  doc.on('afterTransaction', onTransaction);
  try {
    change();
  } finally {
    doc.off('update', onUpdate);
    doc.off('afterTransaction', onTransaction);
  }
  const after = Y.getState(doc.store, doc.clientID);
  if (updates === 0) return undefined;
  return { client: doc.clientID, inserted: after > before ? after : undefined, erased };
}

/** True when a document that comes fresh from the server already holds this effect. */
export function holds(doc: Y.Doc, effect: Effect): boolean {
  if (effect.inserted !== undefined) return Y.getState(doc.store, effect.client) >= effect.inserted;
  if (effect.erased.length === 0) return false;
  const gone = Y.createDeleteSetFromStructStore(doc.store);
  return effect.erased.every(({ client, clock, len }) => {
    for (let each = clock; each < clock + len; each++) if (!Y.isDeleted(gone, Y.createID(client, each))) return false;
    return true;
  });
}

/** True when the server says in a document of a later epoch that it had taken this effect. What it cannot know any more was not taken: done twice is better than lost. */
export const landedIn = (doc: Y.Doc, epoch: number, { client, inserted }: Effect): boolean =>
  inserted !== undefined && landedClock(doc, epoch, client) >= inserted;

/** The effect of two pieces of work that go to the server together. */
export const bothEffects = (first: Effect, second: Effect): Effect => ({
  client: second.client,
  inserted: second.inserted ?? first.inserted,
  erased: [...first.erased, ...second.erased],
});
