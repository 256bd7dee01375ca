import * as Y from 'yjs';

/** What one intent left in a document: enough to see later whether the server took it, though its acknowledgement was lost. */
export type Effect = {
  readonly client: number;
  /** Clock after the last inserted item; nothing when it only erased. */
  readonly inserted: number | undefined;
  readonly erased: readonly { readonly client: number; readonly clock: number }[];
};

/** Carries something out on a document and gives what it left there; nothing when it changed nothing. */
export function effectOf(doc: Y.Doc, change: () => void): Effect | undefined {
  const before = Y.getState(doc.store, doc.clientID);
  const erased: { client: number; clock: number }[] = [];
  let updates = 0;
  const onUpdate = (): void => {
    updates += 1;
  };
  const onTransaction = (transaction: Y.Transaction): void => {
    for (const [client, ranges] of transaction.deleteSet.clients) {
      for (const range of ranges) erased.push({ client, clock: range.clock });
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
  return effect.erased.every(({ client, clock }) => Y.isDeleted(gone, Y.createID(client, clock)));
}
