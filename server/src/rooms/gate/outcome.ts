import * as Y from 'yjs';
import type { Cut } from './canonical.ts';
import type { Checks } from './checks.ts';
import type { Struct } from './decode.ts';
import { firstItem, listAfter } from './order.ts';
import type { Slot, Touched } from './slots.ts';
import { refuse } from './refusal.ts';
import { valueOf } from './store.ts';

/** What becomes of a key: its value after the update, whether that is another than before, and the values the update offers for it. */
export type KeyOutcome = {
  readonly value: unknown;
  readonly changed: boolean;
  readonly offered: readonly unknown[];
  readonly before: unknown;
};

/**
 * Works out which value a key has after the update. What is overwritten by the same update, or loses to a change made at the same time,
 * is deleted everywhere as soon as it arrives, so it loses its content here. Refuses two values in one item.
 */
export function settleKey(touched: Touched, slot: Slot, checks: Checks): KeyOutcome {
  const current = slot.container.type?._map.get(slot.key);
  const before = current === undefined || current.deleted ? undefined : valueOf(current);
  const winner = lastOf(touched, slot, current, checks);
  const offered: unknown[] = [];
  for (const struct of slot.structs) {
    if (struct.content.kind !== 'any') continue;
    if (struct.content.values.length !== 1) refuse('plaats', 'two values in one item');
    offered.push(struct.content.values[0]);
    if (checks.hidden && struct !== winner) struct.content = { kind: 'deleted' };
  }
  if (winner !== undefined) {
    const value = winner.content.kind === 'any' ? winner.content.values[0] : undefined;
    return { value, changed: before !== undefined || value !== undefined, offered, before };
  }
  const removed = slot.cuts.length > 0 && before !== undefined;
  return { value: removed ? undefined : before, changed: removed, offered, before };
}

/** The new struct that stands last under the key, and so is its value; nothing when what stood there stays. */
function lastOf(touched: Touched, slot: Slot, current: Y.Item | undefined, checks: Checks): Struct | undefined {
  if (slot.structs.length === 0) return undefined;
  let client = current?.id.client;
  let clock = current === undefined ? 0 : current.id.clock + current.length - 1;
  let last: Struct | undefined;
  for (const struct of slot.structs) {
    if (struct.origin?.client !== client || (struct.origin?.clock ?? 0) !== clock)
      return lastOfList(touched, slot, checks);
    last = struct;
    client = touched.client;
    clock = struct.clock + struct.length - 1;
  }
  return last;
}

function lastOfList(touched: Touched, slot: Slot, checks: Checks): Struct | undefined {
  let last = listAfter(touched, slot, checks);
  while (last?.next !== undefined) last = last.next;
  return last === undefined || last.owner instanceof Y.Item ? undefined : last.owner;
}

/** Gives the words of a text after the update. */
export function settleText(touched: Touched, slot: Slot, checks: Checks): string {
  const [struct] = slot.structs;
  if (struct === undefined) return words(slot, undefined);
  if (slot.structs.length === 1 && isAdjacent(slot, struct)) return words(slot, struct);
  let text = '';
  for (let node = listAfter(touched, slot, checks); node !== undefined; node = node.next) text += node.text ?? '';
  return text;
}

/** True when nothing lies between the neighbours of a new struct: the common case, and it needs no comparing. */
function isAdjacent(slot: Slot, struct: Struct): boolean {
  const { leftOwner: left, rightOwner: right, origin } = struct;
  const atStart = right === undefined || (right instanceof Y.Item && struct.right?.clock === right.id.clock);
  if (left === undefined || origin === undefined) {
    const first = firstItem(slot);
    return first === undefined ? right === undefined : right === first && atStart;
  }
  if (!(left instanceof Y.Item)) return false;
  const inside = origin.clock + 1 < left.id.clock + left.length;
  if (inside) return right === left && struct.right?.clock === origin.clock + 1;
  return (left.right ?? undefined) === right && atStart;
}

/** Reads a text as it stands, leaves out what is cut and puts the new words after their left neighbour. */
function words(slot: Slot, struct: Struct | undefined): string {
  const cuts = cutsByItem(slot);
  const added = struct?.content.kind === 'text' ? struct.content.text : '';
  let text = struct !== undefined && struct.leftOwner === undefined ? added : '';
  for (let item = firstItem(slot) ?? null; item !== null; item = item.right) {
    const str = !item.deleted && item.content instanceof Y.ContentString ? item.content.str : '';
    const own = cuts.get(item);
    if (item === struct?.leftOwner) {
      const at = (struct.origin?.clock ?? item.id.clock) - item.id.clock + 1;
      text += living(own, str, 0, Math.min(at, str.length)) + added + living(own, str, at, str.length);
    } else text += living(own, str, 0, str.length);
  }
  return text;
}

function cutsByItem(slot: Slot): Map<Y.Item, Cut[]> {
  const cuts = new Map<Y.Item, Cut[]>();
  for (const cut of slot.cuts) {
    const own = cuts.get(cut.item);
    if (own === undefined) cuts.set(cut.item, [cut]);
    else own.push(cut);
  }
  return cuts;
}

/** The part of an item's words between two offsets, without what the update deletes. */
function living(cuts: readonly Cut[] | undefined, str: string, from: number, end: number): string {
  if (cuts === undefined) return str.slice(from, end);
  let text = '';
  let at = from;
  for (const cut of cuts) {
    text += str.slice(at, Math.max(at, Math.min(cut.from - cut.item.id.clock, end)));
    at = Math.max(at, cut.end - cut.item.id.clock);
  }
  return text + str.slice(at, Math.max(at, end));
}
