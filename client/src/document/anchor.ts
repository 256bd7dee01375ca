import * as Y from 'yjs';
import { thingsOf } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { landing as landingOf } from '@samenbord/shared/document/rebase.ts';
import type { Landing, TextEdit } from '@samenbord/shared/document/rebase.ts';
import type { Effect } from './effect.ts';

/** A character, by the number that Yjs gave it. The same in every document of one epoch. */
type Sign = { readonly client: number; readonly clock: number };

/** What an edit of a text was put in after. Nothing: it was put in at the beginning. */
export type Anchor = { readonly left: Sign | undefined };

/** Takes an edit that is about to be carried out, gives what it is put in after; nothing for anything else. */
export function anchorOf(doc: Y.Doc, intent: Intent): Anchor | undefined {
  const text = intent.kind === 'editText' ? textIn(doc, intent) : undefined;
  if (text === undefined || intent.kind !== 'editText' || intent.at > text.length) return undefined;
  if (intent.at === 0) return { left: undefined };
  const { item } = Y.createRelativePositionFromTypeIndex(text, intent.at, -1);
  return item === null ? undefined : { left: { client: item.client, clock: item.clock } };
}

/**
 * Where an edit belongs in a document of the same epoch, to the character: after the one it stood after, and what it took away goes as far as it is there. When
 * this document does not know the one it stood after (it was refused), the text it was meant for says where it stood; what goes is known all the same, so that
 * no letters of anybody else go that happen to look like it.
 */
export function exactLanding(doc: Y.Doc, intent: Intent, anchor: Anchor, effect: Effect): Landing | undefined {
  if (intent.kind !== 'editText') return undefined;
  const text = textIn(doc, intent);
  if (text === undefined) return undefined;
  const known = anchor.left === undefined ? 0 : placeOf(doc, text, anchor.left, -1);
  const at = known ?? placeByWords(intent, text.toJSON());
  const removes: { at: number; length: number }[] = [];
  for (const { client, clock, len } of effect.erased) {
    for (let each = clock; each < clock + len; each++) {
      if (Y.getState(doc.store, client) <= each || Y.getItem(doc.store, Y.createID(client, each)).deleted) continue;
      const place = placeOf(doc, text, { client, clock: each }, 0);
      if (place !== undefined) removes.push({ at: place, length: 1 });
    }
  }
  return { removes: removes.toSorted((a, b) => a.at - b.at), at };
}

const placeByWords = (edit: TextEdit & { readonly seen?: string | undefined }, now: string): number =>
  edit.seen === undefined ? Math.min(edit.at, now.length) : landingOf(edit, edit.seen, now).at;

function placeOf(doc: Y.Doc, text: Y.Text, { client, clock }: Sign, side: number): number | undefined {
  const sign = Y.createRelativePositionFromJSON({ item: { client, clock }, assoc: side });
  const place = Y.createAbsolutePositionFromRelativePosition(sign, doc);
  return place?.type === text ? place.index : undefined;
}

function textIn(doc: Y.Doc, { id, field }: { readonly id: string; readonly field: string }): Y.Text | undefined {
  const text: unknown = thingsOf(doc).get(id)?.get(field);
  return text instanceof Y.Text ? text : undefined;
}
