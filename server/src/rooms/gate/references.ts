import * as Y from 'yjs';
import type { Canonical } from './canonical.ts';
import type { Checks } from './checks.ts';
import type { Id, Struct } from './decode.ts';
import { refuse } from './refusal.ts';
import { containerOf, rootContainer, slotOf, slotOfItem } from './slots.ts';
import type { Container, Slot, Touched } from './slots.ts';
import { refuseCutting, refuseCuttingItem, stored } from './store.ts';

/**
 * Finds for each struct and each delete the slot it lands in. Refuses neighbours and parents that are unknown, later, collected or in
 * different lists; a boundary inside a character; and any content in a place where the form of a board has none.
 */
export function resolve(touched: Touched, form: Canonical, checks: Checks): void {
  for (const struct of form.structs) {
    const slot = findSlot(touched, struct, checks);
    checkContent(touched, slot, struct, checks);
    struct.slot = slot;
    slot.structs.push(struct);
  }
  for (const cut of form.cuts) {
    if (checks.container && cut.item.content instanceof Y.ContentType) refuse('plaats', 'deletes a container');
    slotOfItem(touched, cut.item).cuts.push(cut);
  }
}

function findSlot(touched: Touched, struct: Struct, checks: Checks): Slot {
  const { origin, right } = struct;
  if (origin === undefined && right === undefined) return slotOfParent(touched, struct);
  const left = origin === undefined ? undefined : neighbour(touched, struct, origin, origin.clock + 1, checks);
  const after = right === undefined ? undefined : neighbour(touched, struct, right, right.clock, checks);
  struct.leftOwner = left?.owner;
  struct.rightOwner = after?.owner;
  const slot = left?.slot ?? after?.slot;
  if (slot === undefined) return refuse('verwijzing', 'no neighbour');
  if (checks.list && left !== undefined && after !== undefined && left.slot !== after.slot)
    refuse('verwijzing', 'neighbours in two lists');
  if (right !== undefined && slot.container.kind !== 'text') refuse('verwijzing', 'right neighbour in a map');
  return slot;
}

/** `boundary` is the clock before which Yjs would cut the neighbour in two. */
function neighbour(
  touched: Touched,
  struct: Struct,
  id: Id,
  boundary: number,
  checks: Checks,
): { owner: Y.Item | Struct; slot: Slot } {
  const own = ownStruct(touched, id);
  if (own !== undefined) {
    if (own.clock >= struct.clock || own.slot === undefined) refuse('verwijzing', 'neighbour not earlier');
    if (checks.character && own.content.kind === 'text') refuseCutting(own.content.text, boundary - own.clock);
    return { owner: own, slot: own.slot };
  }
  const item = stored(touched.doc, id);
  if (item === undefined) return refuse('verwijzing', 'unknown neighbour');
  if (!(item instanceof Y.Item)) return refuse('verwijzing', 'collected neighbour');
  if (checks.character) refuseCuttingItem(item, boundary);
  return { owner: item, slot: slotOfItem(touched, item) };
}

/** The struct of this update that holds an id, when it is one of the writer's new ones. */
export function ownStruct(touched: Touched, id: Id): Struct | undefined {
  const { structs, client } = touched;
  const first = structs[0];
  if (first === undefined || id.client !== client || id.clock < first.clock) return undefined;
  let low = 0;
  let high = structs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((structs[middle]?.clock ?? 0) <= id.clock) low = middle;
    else high = middle - 1;
  }
  const found = structs[low];
  return found !== undefined && id.clock < found.clock + found.length
    ? found
    : refuse('verwijzing', 'own id that does not come');
}

function slotOfParent(touched: Touched, struct: Struct): Slot {
  const { parent, key } = struct;
  if (parent === undefined) return refuse('verwijzing', 'no parent');
  const container = 'root' in parent ? rootContainer(touched, parent.root) : parentById(touched, struct, parent.id);
  if ((key === undefined) !== (container.kind === 'text')) refuse('plaats', 'list where a map is, or a key in a text');
  return slotOf(container, key ?? '');
}

function parentById(touched: Touched, struct: Struct, id: Id): Container {
  const own = ownStruct(touched, id);
  if (own !== undefined) {
    if (own.clock >= struct.clock) refuse('verwijzing', 'parent not earlier');
    return own.made ?? refuse('plaats', 'parent is no container');
  }
  const item = stored(touched.doc, id);
  if (item === undefined) return refuse('verwijzing', 'unknown parent');
  if (!(item instanceof Y.Item) || item.deleted) return refuse('verwijzing', 'collected parent');
  if (!(item.content instanceof Y.ContentType)) return refuse('plaats', 'parent is no container');
  return containerOf(touched, item.content.type as Y.AbstractType<unknown>);
}

/** The table of what may stand where. */
function checkContent(touched: Touched, slot: Slot, struct: Struct, checks: Checks): void {
  const { container } = slot;
  const { content } = struct;
  if (container.kind === 'text') {
    if (checks.place && content.kind !== 'text' && content.kind !== 'deleted')
      refuse('plaats', 'a text holds words only');
    return;
  }
  if (checks.place && content.kind === 'text') refuse('plaats', 'words outside a text');
  if (content.kind === 'type') makeContainer(touched, slot, struct, content.of);
  else if (checks.container && holdsContainer(slot)) refuse('plaats', 'replaces a container');
  else if (checks.place && container.kind === 'root' && container.name === 'things')
    refuse('plaats', 'a thing is a map');
}

function makeContainer(touched: Touched, slot: Slot, struct: Struct, of: 'map' | 'text'): void {
  const { container, key } = slot;
  const isThing = of === 'map' && container.kind === 'root' && container.name === 'things';
  const isText = of === 'text' && container.kind === 'thing' && container.type === undefined;
  if (!isThing && !isText) refuse('plaats', 'container out of place');
  if (slot.structs.length > 0 || container.type?._map.has(key) === true) refuse('plaats', 'container made twice');
  struct.made = { kind: isThing ? 'thing' : 'text', name: key, above: container, type: undefined, slots: new Map() };
  if (isThing) touched.made.set(key, struct.made);
}

function holdsContainer(slot: Slot): boolean {
  const item = slot.container.type?._map.get(slot.key);
  return slot.structs[0]?.made !== undefined || (item !== undefined && item.content instanceof Y.ContentType);
}
