import * as Y from 'yjs';
import type { Checks } from './checks.ts';
import type { Id, Struct } from './decode.ts';
import { ownStruct } from './references.ts';
import { refuse } from './refusal.ts';
import type { Slot, Touched } from './slots.ts';
import { stored } from './store.ts';

/** A piece of an item of the document or of a new struct, in a copy of one list. */
export type Node = {
  readonly owner: Y.Item | Struct;
  readonly client: number;
  readonly clock: number;
  length: number;
  readonly origin: Id | undefined;
  readonly right: Id | undefined;
  /** Living words. */
  text: string | undefined;
  prev: Node | undefined;
  next: Node | undefined;
  /** The next piece of the same owner, where it was cut. */
  rest: Node | undefined;
};
type List = { first: Node | undefined; readonly nodes: Map<Y.Item | Struct, Node> };

/** More comparing of neighbours than honest work ever needs; beyond it an update is made to stall the server. */
const maxSteps = 500_000;

/** Gives the list of a slot as it stands after the update, worked out on a copy the way Yjs integrates. Refuses neighbours in the wrong order. */
export function listAfter(touched: Touched, slot: Slot, checks: Checks): Node | undefined {
  const list = copy(touched, slot);
  for (const struct of slot.structs) {
    const node = nodeOf(touched, struct);
    const left = struct.leftOwner === undefined ? undefined : endAt(touched, list, struct.leftOwner, struct.origin);
    const right = struct.rightOwner === undefined ? undefined : startAt(touched, list, struct.rightOwner, struct.right);
    if (checks.list) refuseCrossed(touched, struct, left, right);
    integrate(touched, list, node, left, right);
  }
  for (const cut of slot.cuts) {
    const start = startAt(touched, list, cut.item, { client: cut.item.id.client, clock: cut.from });
    endAt(touched, list, cut.item, { client: cut.item.id.client, clock: cut.end - 1 });
    for (let node = start; node !== undefined && node.clock < cut.end; node = node.rest) node.text = undefined;
  }
  return list.first;
}

function step(touched: Touched): void {
  touched.steps++;
  if (touched.steps > maxSteps) refuse('te-groot', 'too much to compare');
}

/** The first item of a slot's list in the document. */
export function firstItem(slot: Slot): Y.Item | undefined {
  const { type } = slot.container;
  if (slot.container.kind === 'text') return type?._start ?? undefined;
  let item = type?._map.get(slot.key);
  for (let left = item?.left; left instanceof Y.Item; left = left.left) item = left;
  return item;
}

function copy(touched: Touched, slot: Slot): List {
  const list: List = { first: undefined, nodes: new Map() };
  let last: Node | undefined;
  for (let item = firstItem(slot) ?? null; item !== null; item = item.right) {
    step(touched);
    const { client, clock } = item.id;
    const text = !item.deleted && item.content instanceof Y.ContentString ? item.content.str : undefined;
    const node: Node = {
      owner: item,
      client,
      clock,
      length: item.length,
      origin: item.origin ?? undefined,
      right: item.rightOrigin ?? undefined,
      text,
      prev: last,
      next: undefined,
      rest: undefined,
    };
    if (last === undefined) list.first = node;
    else last.next = node;
    list.nodes.set(item, node);
    last = node;
  }
  return list;
}

const nodeOf = (touched: Touched, struct: Struct): Node => ({
  owner: struct,
  client: touched.client,
  clock: struct.clock,
  length: struct.length,
  origin: struct.origin,
  right: struct.right,
  text: struct.content.kind === 'text' ? struct.content.text : undefined,
  prev: undefined,
  next: undefined,
  rest: undefined,
});

/** The piece of an owner that holds a clock. */
function pieceAt(touched: Touched, list: List, owner: Y.Item | Struct, clock: number): Node | undefined {
  let node = list.nodes.get(owner);
  while (node !== undefined && clock >= node.clock + node.length) {
    step(touched);
    node = node.rest;
  }
  return node;
}

function endAt(touched: Touched, list: List, owner: Y.Item | Struct, id: Id | undefined): Node | undefined {
  const node = id === undefined ? undefined : pieceAt(touched, list, owner, id.clock);
  if (node !== undefined && id !== undefined && id.clock + 1 < node.clock + node.length) split(node, id.clock + 1);
  return node;
}

function startAt(touched: Touched, list: List, owner: Y.Item | Struct, id: Id | undefined): Node | undefined {
  const node = id === undefined ? undefined : pieceAt(touched, list, owner, id.clock);
  return node !== undefined && id !== undefined && id.clock > node.clock ? split(node, id.clock) : node;
}

function split(node: Node, clock: number): Node {
  const offset = clock - node.clock;
  const rest: Node = {
    ...node,
    clock,
    length: node.length - offset,
    origin: { client: node.client, clock: clock - 1 },
    text: node.text?.slice(offset),
    prev: node,
  };
  node.length = offset;
  node.text = node.text?.slice(0, offset);
  if (node.next !== undefined) node.next.prev = rest;
  node.next = rest;
  node.rest = rest;
  return rest;
}

const same = (a: Id | undefined, b: Id | undefined): boolean => a?.client === b?.client && a?.clock === b?.clock;

/** The left neighbour must lie before the right one, or replicas would not agree on the order. */
function refuseCrossed(touched: Touched, struct: Struct, left: Node | undefined, right: Node | undefined): void {
  if (left === undefined || right === undefined) return;
  // Finding the right neighbour cut the left one: then it lies within it, before its end.
  if (struct.origin?.clock !== left.clock + left.length - 1) refuse('verwijzing', 'neighbours in the wrong order');
  if (left.next === right) return;
  // Words typed one after the other: what held for the struct before it holds for this one.
  if (!(left.owner instanceof Y.Item) && same(left.owner.right, struct.right)) return;
  for (let node = left.next; node !== right; node = node.next) {
    if (node === undefined) return refuse('verwijzing', 'neighbours in the wrong order');
    step(touched);
  }
}

/** The order that Yjs gives (YATA): the same comparisons in the same sequence as its `Item.integrate`. */
function integrate(touched: Touched, list: List, node: Node, origin: Node | undefined, right: Node | undefined): void {
  let left = origin;
  if (
    (left === undefined && (right === undefined || right.prev !== undefined)) ||
    (left !== undefined && left.next !== right)
  ) {
    let other = left === undefined ? list.first : left.next;
    const conflicting = new Set<Node>();
    const before = new Set<Node>();
    while (other !== undefined && other !== right) {
      step(touched);
      before.add(other);
      conflicting.add(other);
      if (same(node.origin, other.origin)) {
        if (other.client < node.client) {
          left = other;
          conflicting.clear();
        } else if (same(node.right, other.right)) break;
      } else {
        const from = other.origin === undefined ? undefined : nodeById(touched, list, other.origin);
        if (from === undefined || !before.has(from)) break;
        if (!conflicting.has(from)) {
          left = other;
          conflicting.clear();
        }
      }
      other = other.next;
    }
  }
  const after = left === undefined ? list.first : left.next;
  node.prev = left;
  node.next = after;
  if (left === undefined) list.first = node;
  else left.next = node;
  if (after !== undefined) after.prev = node;
  if (!(node.owner instanceof Y.Item)) list.nodes.set(node.owner, node);
}

function nodeById(touched: Touched, list: List, id: Id): Node | undefined {
  const owner = ownStruct(touched, id) ?? stored(touched.doc, id);
  return owner === undefined || owner instanceof Y.GC ? undefined : pieceAt(touched, list, owner, id.clock);
}
