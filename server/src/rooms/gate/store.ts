import * as Y from 'yjs';
import type { Id } from './decode.ts';
import { refuse } from './refusal.ts';

type Stored = Y.Item | Y.GC;

/** The first clock of this client that the document does not know. */
export function knownUntil(doc: Y.Doc, client: number): number {
  const last = doc.store.clients.get(client)?.at(-1);
  return last === undefined ? 0 : last.id.clock + last.length;
}

/** Where in a sorted row of structs the one lies that holds this clock; the caller has made sure there is one. */
export function indexOf(structs: readonly Stored[], clock: number): number {
  let low = 0;
  let high = structs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The struct of the document that holds this id; nothing when the document has not seen it. */
export function stored(doc: Y.Doc, id: Id): Stored | undefined {
  const structs = doc.store.clients.get(id.client);
  const last = structs?.at(-1);
  if (structs === undefined || last === undefined || id.clock >= last.id.clock + last.length) return undefined;
  return id.clock >= last.id.clock ? last : structs[indexOf(structs, id.clock)];
}

/**
 * Refuses a boundary between the two halves of a character: Yjs would cut the item there and destroy it.
 * `offset` counts from the start of the text.
 */
export function refuseCutting(text: string, offset: number): void {
  if (offset <= 0 || offset >= text.length) return;
  const code = text.charCodeAt(offset - 1);
  if (code >= 0xd800 && code <= 0xdbff) refuse('verwijzing', 'inside a character');
}

/** The same for an item of the document, deleted or not. */
export function refuseCuttingItem(item: Y.Item, clock: number): void {
  if (item.content instanceof Y.ContentString) refuseCutting(item.content.str, clock - item.id.clock);
}

/** The value that an item of a map stands for, as Y.Map reads it. */
export const valueOf = (item: Y.Item): unknown => (item.content.getContent() as unknown[])[item.length - 1];

/** The plain value under a key; nothing when there is none or it is deleted. */
export function plainValue(map: Y.AbstractType<unknown> | undefined, key: string): unknown {
  const item = map?._map.get(key);
  return item === undefined || item.deleted || !(item.content instanceof Y.ContentAny) ? undefined : valueOf(item);
}
