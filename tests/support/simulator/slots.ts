import * as Y from 'yjs';

/** Applies an update to a document; gives every place that it writes in or takes from, as the path to it. */
export function touchedBy(doc: Y.Doc, update: Uint8Array): string[][] {
  const found = new Map<string, string[]>();
  const keep = (item: Y.Item | Y.GC): void => {
    if (!(item instanceof Y.Item)) return;
    const slot = slotOf(item);
    found.set(slot.join('/'), slot);
  };
  const follow = (transaction: Y.Transaction): void => {
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, keep);
    for (const [client, clock] of transaction.afterState) {
      const from = transaction.beforeState.get(client) ?? 0;
      if (from === clock) continue;
      const items = doc.store.clients.get(client) ?? [];
      for (const item of items.slice(Y.findIndexSS(items, from))) keep(item);
    }
  };
  doc.on('afterTransaction', follow);
  Y.applyUpdate(doc, update);
  doc.off('afterTransaction', follow);
  return [...found.values()];
}

export function slotOf(item: Y.Item): string[] {
  const path: string[] = [];
  for (let at: Y.Item | null = item; at !== null;) {
    if (at.parentSub !== null) path.unshift(at.parentSub);
    const parent: unknown = at.parent;
    if (!(parent instanceof Y.AbstractType)) return ['lost'];
    if (parent._item === null) path.unshift(Y.findRootTypeKey(parent));
    at = parent._item;
  }
  return path;
}
