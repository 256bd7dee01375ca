import * as Y from 'yjs';

/**
 * What is in a document, read from the structs of Yjs and from nothing of the gate: what is shown, and what lies hidden below it.
 */
export type Sight = {
  /** Slot -> what is shown there. A slot is `things/<id>/<field>`, `places/<key>`, `ink/<id>`, `meta/<key>`. */
  readonly shown: ReadonlyMap<string, string>;
  /** Slot -> everything that its items hold, deleted or not, by client and clock. */
  readonly held: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly roots: readonly string[];
};

/** Takes a document (best one that collects nothing), gives all that stands in it by slot. */
export function look(doc: Y.Doc): Sight {
  const shown = new Map<string, string>();
  const held = new Map<string, Map<string, string>>();
  for (const structs of doc.store.clients.values()) {
    for (const item of structs) {
      const slot = item instanceof Y.Item ? slotOfItem(doc, item) : 'collected';
      const entries = held.get(slot) ?? new Map<string, string>();
      held.set(slot, entries);
      hold(entries, item);
    }
  }
  for (const [name, root] of doc.share) {
    for (const [key, item] of root._map) if (!item.deleted) show(shown, `${name}/${key}`, item);
  }
  return { shown, held, roots: [...doc.share.keys()].sort() };
}

function show(shown: Map<string, string>, slot: string, item: Y.Item): void {
  const { content } = item;
  if (!(content instanceof Y.ContentType)) {
    shown.set(slot, JSON.stringify(content.getContent().at(-1)));
    return;
  }
  const type: unknown = content.type;
  shown.set(slot, type instanceof Y.Text ? `text ${JSON.stringify(type.toDelta())}` : 'container');
  for (const [key, below] of content.type._map) if (!below.deleted) show(shown, `${slot}/${key}`, below);
}

/** Unit by unit, so that it does not matter how Yjs cuts and joins its items. */
function hold(entries: Map<string, string>, item: Y.Item | Y.GC): void {
  const parts = item instanceof Y.Item && !(item.content instanceof Y.ContentDeleted) ? item.content.getContent() : [];
  for (let offset = 0; offset < item.length; offset++) {
    const part: unknown = parts[offset];
    const text = part instanceof Y.AbstractType ? 'container' : part === undefined ? '' : JSON.stringify(part);
    entries.set(`${item.id.client}:${item.id.clock + offset}`, `${item.deleted ? '-' : '+'}${text}`);
  }
}

function slotOfItem(doc: Y.Doc, item: Y.Item): string {
  const path: string[] = [];
  let at: Y.Item | null = item;
  while (at !== null) {
    if (at.parentSub !== null) path.unshift(at.parentSub);
    const parent: unknown = at.parent;
    if (!(parent instanceof Y.AbstractType)) return 'lost';
    if (parent._item === null) path.unshift([...doc.share].find(([, root]) => root === parent)?.[0] ?? 'lost');
    at = parent._item;
  }
  return path.join('/');
}

/** Words that the document holds and does not show, in what came after `before` (client -> first unknown clock). */
export function hiddenSince(doc: Y.Doc, before: ReadonlyMap<number, number>): string[] {
  const hidden: string[] = [];
  for (const [client, structs] of doc.store.clients) {
    for (const item of structs) {
      if (
        item.id.clock < (before.get(client) ?? 0) ||
        !(item instanceof Y.Item) ||
        item.content instanceof Y.ContentDeleted
      )
        continue;
      const isShown = !item.deleted && (item.parentSub === null || (item.right === null && item.length === 1));
      if (!isShown) hidden.push(slotOfItem(doc, item));
    }
  }
  return hidden;
}

/** Slots in which anything shown or held differs between two sights. */
export function differences(before: Sight, after: Sight): string[] {
  const slots = new Set<string>();
  for (const slot of new Set([...before.shown.keys(), ...after.shown.keys()]))
    if (before.shown.get(slot) !== after.shown.get(slot)) slots.add(slot);
  for (const slot of new Set([...before.held.keys(), ...after.held.keys()])) {
    const [then, now] = [before.held.get(slot), after.held.get(slot)];
    if (then?.size !== now?.size || [...(now ?? [])].some(([id, text]) => then?.get(id) !== text)) slots.add(slot);
  }
  if (before.roots.join() !== after.roots.join()) slots.add('roots');
  return [...slots].sort();
}

/** True when Yjs waits for something that has not come: then the document will change when nobody expects it. */
export const isPending = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;

/** A document made from scratch from what this one would send. */
export function freshReplica(doc: Y.Doc): Y.Doc {
  const replica = new Y.Doc({ gc: false });
  for (const name of ['meta', 'things', 'places', 'ink']) replica.getMap(name);
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  return replica;
}

/** What somebody sees, as a value that can be compared. */
export const shownIn = (doc: Y.Doc): Record<string, string> =>
  Object.fromEntries([...look(doc).shown].sort(([a], [b]) => (a < b ? -1 : 1)));
