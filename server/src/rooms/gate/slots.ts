import * as Y from 'yjs';
import type { Cut } from './canonical.ts';
import type { Struct } from './decode.ts';
import { refuse } from './refusal.ts';

type Root = 'things' | 'places' | 'ink';

/** Something that holds entries: a root map, the map of a thing, or one text. `type` is missing while only this update knows it. */
export type Container = {
  readonly kind: 'root' | 'thing' | 'text';
  /** The name of the root, the id of the thing, the field of the text. */
  readonly name: string;
  readonly above: Container | undefined;
  readonly type: Y.AbstractType<unknown> | undefined;
  readonly slots: Map<string, Slot>;
};

/** One thing that can be changed: a key of a map, or the whole of a text (key `''`), with all that the update does to it. */
export type Slot = {
  readonly container: Container;
  readonly key: string;
  readonly structs: Struct[];
  readonly cuts: Cut[];
};

/** What one judgement has touched so far. */
export type Touched = {
  readonly doc: Y.Doc;
  readonly client: number;
  readonly structs: readonly Struct[];
  readonly containers: Map<Y.AbstractType<unknown>, Container>;
  readonly roots: Map<string, Container>;
  /** Things and texts that were there before, and roots, in the order in which they were touched. */
  readonly known: Container[];
  /** Things that this update makes. */
  readonly made: Map<string, Container>;
  /** Steps of comparing neighbours so far. */
  steps: number;
};

export const touchedBy = (doc: Y.Doc, client: number, structs: readonly Struct[]): Touched => ({
  doc,
  client,
  structs,
  containers: new Map(),
  roots: new Map(),
  known: [],
  made: new Map(),
  steps: 0,
});

const isRoot = (name: string): name is Root => name === 'things' || name === 'places' || name === 'ink';

/** Gives the root map of that name; refuses every name a participant does not write in. */
export function rootContainer(touched: Touched, name: string): Container {
  const known = touched.roots.get(name);
  if (known !== undefined) return known;
  if (!isRoot(name)) refuse('plaats', 'unknown root');
  // Never doc.get: that would make the root.
  const type = touched.doc.share.get(name) as Y.AbstractType<unknown> | undefined;
  const container: Container = { kind: 'root', name, above: undefined, type, slots: new Map() };
  touched.roots.set(name, container);
  touched.known.push(container);
  return container;
}

/** Gives the container that a type of the document is; refuses one that stands where none belongs. */
export function containerOf(touched: Touched, type: Y.AbstractType<unknown>): Container {
  const known = touched.containers.get(type);
  if (known !== undefined) return known;
  const container = type._item === null ? rootOf(touched, type) : belowRoot(touched, type, type._item);
  touched.containers.set(type, container);
  return container;
}

function rootOf(touched: Touched, type: Y.AbstractType<unknown>): Container {
  for (const name of ['things', 'places', 'ink'])
    if (touched.doc.share.get(name) === type) return rootContainer(touched, name);
  return refuse('plaats', 'unknown root');
}

function belowRoot(touched: Touched, type: Y.AbstractType<unknown>, item: Y.Item): Container {
  const parent: unknown = item.parent;
  if (item.deleted || item.parentSub === null || !(parent instanceof Y.AbstractType))
    return refuse('plaats', 'container out of place');
  const above = containerOf(touched, parent);
  const isThing = above.kind === 'root' && above.name === 'things' && isA(type, Y.Map);
  const isText = above.kind === 'thing' && isA(type, Y.Text);
  if (!isThing && !isText) refuse('plaats', 'container out of place');
  const container: Container = {
    kind: isThing ? 'thing' : 'text',
    name: item.parentSub,
    above,
    type,
    slots: new Map(),
  };
  touched.known.push(container);
  return container;
}

const isA = (type: unknown, kind: typeof Y.Map | typeof Y.Text): boolean => type instanceof kind;

export function slotOf(container: Container, key: string): Slot {
  const known = container.slots.get(key);
  if (known !== undefined) return known;
  const slot: Slot = { container, key, structs: [], cuts: [] };
  container.slots.set(key, slot);
  return slot;
}

/** The slot in which an item of the document lies. */
export function slotOfItem(touched: Touched, item: Y.Item): Slot {
  const parent: unknown = item.parent;
  if (!(parent instanceof Y.AbstractType)) return refuse('verwijzing', 'no parent');
  const container = containerOf(touched, parent);
  if ((item.parentSub === null) !== (container.kind === 'text')) refuse('plaats', 'list where a map is');
  return slotOf(container, item.parentSub ?? '');
}
