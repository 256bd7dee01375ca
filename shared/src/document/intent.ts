import * as Y from 'yjs';
import { placeKey } from '../board/board.ts';
import type { Ink, Place } from '../board/board.ts';
import type { ViewName } from '../board/define.ts';
import { unseenSigns } from '../board/field.ts';
import { definitionOf } from '../board/things.ts';
import { inkOf, placesOf, thingMap, thingsOf } from './form.ts';
import type { NewThing } from './form.ts';
import { landing as landingOf } from './rebase.ts';
import type { Landing, TextEdit } from './rebase.ts';

/**
 * What a person means to do, apart from how Yjs writes it down. Work that the server has not taken yet is kept in this form: after a refusal or a
 * new epoch it is played again on a fresh document.
 */
export type Intent =
  | {
      readonly kind: 'create';
      readonly thing: NewThing;
      readonly place?: { readonly view: ViewName; readonly at: Place } | undefined;
    }
  | {
      /** Things that belong together and what changes with them: they are there all at once, and undone in one step. */
      readonly kind: 'together';
      readonly things: readonly NewThing[];
      readonly sets: readonly { readonly id: string; readonly field: string; readonly value: unknown }[];
      /** Places that the layout gives along with it; these are no part of the step of undo. */
      readonly laid?: { readonly view: ViewName; readonly at: readonly (readonly [string, Place])[] } | undefined;
    }
  | { readonly kind: 'set'; readonly id: string; readonly field: string; readonly value: unknown }
  | {
      readonly kind: 'editText';
      readonly id: string;
      readonly field: string;
      readonly at: number;
      readonly remove: string;
      readonly insert: string;
      /** The text this was meant for: when it has changed since, the edit lands by the words it stood by. */
      readonly seen?: string | undefined;
    }
  | { readonly kind: 'place'; readonly view: ViewName; readonly id: string; readonly at: Place | undefined }
  | {
      readonly kind: 'places';
      readonly view: ViewName;
      /** Many places in one change; `null` takes one away. */
      readonly at: readonly (readonly [id: string, place: Place | null])[];
      /** Laid by the layout along with something else: no step of undo of its own. */
      readonly quiet?: true | undefined;
    }
  | { readonly kind: 'ink'; readonly id: string; readonly ink: Ink | undefined }
  | { readonly kind: 'remove' | 'restore'; readonly id: string };

/** Origins of the transactions; the undo manager follows `tracked` only. */
export type Origins = { readonly tracked: unknown; readonly untracked: unknown };

/**
 * Carries out one intent. Gives false (and changes nothing) when what it is about is not there. `landing` says where an edit of a text belongs, when that
 * is known better than its text can tell.
 * Making a thing is an untracked write with `weg: true` followed by a tracked `weg: false`, so that undo and redo mirror each other
 * and never delete a container in which somebody else may be typing.
 */
export function carryOut(doc: Y.Doc, intent: Intent, origins: Origins, landing?: Landing): boolean {
  switch (intent.kind) {
    case 'create':
      return create(doc, intent.thing, intent.place, origins);
    case 'together':
      return together(doc, intent, origins);
    case 'set':
      return onThing(doc, intent.id, origins, (map) => setValue(map, intent.field, intent.value));
    case 'editText':
      return onThing(doc, intent.id, origins, (map) => editText(map, intent, landing));
    case 'remove':
    case 'restore':
      return onThing(doc, intent.id, origins, (map) => setValue(map, 'weg', intent.kind === 'remove'));
    case 'place':
      doc.transact(() => setValue(placesOf(doc), placeKey(intent.view, intent.id), intent.at), origins.tracked);
      return true;
    case 'places':
      doc.transact(
        () => {
          for (const [id, at] of intent.at) setValue(placesOf(doc), placeKey(intent.view, id), at ?? undefined);
        },
        intent.quiet === true ? origins.untracked : origins.tracked,
      );
      return true;
    case 'ink':
      doc.transact(() => setValue(inkOf(doc), intent.id, intent.ink), origins.tracked);
      return true;
  }
}

function create(doc: Y.Doc, thing: NewThing, at: { view: ViewName; at: Place } | undefined, origins: Origins): boolean {
  const things = thingsOf(doc);
  const known = things.get(thing.id);
  if (known !== undefined && !isHalfMade(known, thing.by)) return false;
  const map = known ?? thingMap(thing, definitionOf(thing.type).version, true);
  if (known === undefined)
    doc.transact(() => {
      things.set(thing.id, map);
    }, origins.untracked);
  doc.transact(() => {
    map.set('weg', false);
    if (at !== undefined) placesOf(doc).set(placeKey(at.view, thing.id), at.at);
  }, origins.tracked);
  return true;
}

/** The same for several things that speak of each other: written out of sight first, then all in sight in one change. */
function together(doc: Y.Doc, intent: Extract<Intent, { kind: 'together' }>, origins: Origins): boolean {
  const things = thingsOf(doc);
  const fresh = intent.things.filter(({ id, by }) => {
    const known = things.get(id);
    return known === undefined || isHalfMade(known, by);
  });
  const made = fresh.flatMap((thing) =>
    things.has(thing.id) ? [] : [[thing.id, thingMap(thing, definitionOf(thing.type).version, true)] as const],
  );
  if (intent.things.length > 0 && fresh.length === 0) return false;
  doc.transact(() => {
    for (const [id, map] of made) things.set(id, map);
    const { view, at } = intent.laid ?? { view: 'genogram', at: [] };
    for (const [id, place] of at) if (things.has(id)) setValue(placesOf(doc), placeKey(view, id), place);
  }, origins.untracked);
  doc.transact(() => {
    for (const { id } of fresh) things.get(id)?.set('weg', false);
    for (const { id, field, value } of intent.sets) {
      const map = things.get(id);
      if (map !== undefined) setValue(map, field, value);
    }
  }, origins.tracked);
  return true;
}

/** The line broke between the two writes of `create`: the thing is there, and was never put on the table nor taken off it. */
function isHalfMade(map: Y.Map<unknown>, by: string): boolean {
  return map.get('by') === by && map.get('weg') === true && map._map.get('weg')?.left === null;
}

function onThing(doc: Y.Doc, id: string, origins: Origins, change: (map: Y.Map<unknown>) => boolean | void): boolean {
  const map = thingsOf(doc).get(id);
  if (!(map instanceof Y.Map)) return false;
  let done = true;
  doc.transact(() => {
    done = change(map) !== false;
  }, origins.tracked);
  return done;
}

function setValue(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === undefined) takeAway(map, key);
  else if (map.get(key) !== value) map.set(key, value);
}

/**
 * Yjs numbers what is put in and not what is taken away, so of work that only takes away nobody could tell later whether it arrived. That is why such work puts
 * in a sign as well, which is gone again at once: it is numbered, and nobody ever sees it.
 */
function takeAway(map: Y.Map<unknown>, key: string): void {
  if (!map.has(key)) return;
  map.set(key, null);
  map.delete(key);
}

function mark(text: Y.Text, at: number): void {
  text.insert(at, ' ');
  text.delete(at, 1);
}

/** The same for an undo, which takes away what was put in: to be called in its transaction, before this item is taken away. */
export function markBeside(item: Y.Item): void {
  const { parent, parentSub } = item;
  if (parent instanceof Y.Map && parentSub !== null) takeAway(parent, parentSub);
  if (!(parent instanceof Y.Text)) return;
  let at = 0;
  for (let left = item.left; left !== null; left = left.left) if (!left.deleted && left.countable) at += left.length;
  mark(parent, at);
}

/** A text of a thing as it stands; nothing when it is not there. */
export function textOf(doc: Y.Doc, id: string, field: string): string | undefined {
  const text: unknown = thingsOf(doc).get(id)?.get(field);
  return text instanceof Y.Text ? text.toJSON() : undefined;
}

/** One edit of one text, where it belongs in what that text is now. */
function editText(
  map: Y.Map<unknown>,
  edit: TextEdit & { readonly field: string; readonly seen?: string | undefined },
  known: Landing | undefined,
): boolean {
  const text = map.get(edit.field);
  if (!(text instanceof Y.Text)) return false;
  const now = text.toJSON();
  const { removes, at } = known ?? (edit.seen === undefined ? foundAgain(edit, now) : landingOf(edit, edit.seen, now));
  const insert = edit.insert.replaceAll(unseenSigns, '');
  const [first] = removes;
  for (const gone of removes.toReversed()) text.delete(gone.at, gone.length);
  if (insert === '' && first !== undefined) mark(text, first.at);
  const before = removes.reduce((sum, gone) => sum + Math.max(0, Math.min(gone.length, at - gone.at)), 0);
  if (insert !== '') text.insert(atBoundary(now, at) - before, insert);
  return true;
}

/** Without the text it was meant for: the removed words are looked for; when they are gone, only the new words are put in. */
function foundAgain(edit: TextEdit, now: string): Landing {
  const at = Math.min(edit.at, now.length);
  const found = edit.remove === '' ? undefined : nearest(now, edit.remove, at);
  if (found === undefined) return { removes: [], at };
  return { removes: [{ at: found, length: edit.remove.length }], at: found };
}

function nearest(text: string, words: string, at: number): number | undefined {
  if (text.startsWith(words, at)) return at;
  const after = text.indexOf(words, at);
  const before = text.lastIndexOf(words, at);
  if (after === -1) return before === -1 ? undefined : before;
  return before === -1 || after - at <= at - before ? after : before;
}

/** Never between the two halves of an emoji: the gate refuses that, and Yjs would destroy the emoji. */
function atBoundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** The smallest single replacement that turns one text into another, on whole characters. */
export function difference(before: string, after: string): { at: number; remove: string; insert: string } | undefined {
  if (before === after) return undefined;
  const from = [...before];
  const to = [...after];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail++;
  return {
    at: from.slice(0, head).join('').length,
    remove: from.slice(head, from.length - tail).join(''),
    insert: to.slice(head, to.length - tail).join(''),
  };
}
