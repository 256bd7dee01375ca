import * as Y from 'yjs';
import type { DocumentRow } from '@samenbord/server/storage/storage.ts';
import { allowed, mayMake } from './people.ts';
import type { Owner } from './people.ts';

/** Which promise was broken. */
export type Oracle =
  | 'saved-early'
  | 'told-early'
  | 'lost'
  | 'doubled'
  | 'unequal'
  | 'right'
  | 'leak'
  | 'revoked'
  | 'refused'
  | 'stuck'
  | 'broken';
export type Alarm = { readonly oracle: Oracle; readonly what: string };

/** A word that exists once, so that it can be found again anywhere. */
export type Token = {
  readonly id: string;
  readonly author: string;
  readonly zone: string;
  /** Nobody may ever get to see this: it was written where its author may not, or after the author was sent away. */
  readonly forbidden: boolean;
  committed: boolean;
  saved: boolean;
  seen: boolean;
  /** Somebody who may took it away, or the server said it was not placed. */
  gone: boolean;
};

const tokenForm = /a\d{4,}z/g;
export const tokensIn = (text: string): string[] => text.match(tokenForm) ?? [];

/** Also words in the middle of which somebody else's words were put: they have a beginning and an end, so they are found from the inside out. */
export function allTokensIn(text: string): string[] {
  const found: string[] = [];
  for (let left = text.replaceAll(/[ éx]|😀/g, ''); ; left = left.replaceAll(tokenForm, '')) {
    const here = tokensIn(left);
    if (here.length === 0) return found;
    found.push(...here);
  }
}

const tokensOf = (bytes: Uint8Array): string[] =>
  tokensIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

/** Watches the log and every frame, and knows nothing of the rooms but what comes out of them. */
export class Referee {
  readonly alarms: Alarm[] = [];
  readonly tokens = new Map<string, Token>();
  readonly revoked = new Set<string>();
  readonly owners = new Map<string, Owner>();
  readonly #replicas = new Map<string, Y.Doc>();
  #count = 1000;

  alarm(oracle: Oracle, what: string): void {
    // Ten of each: one promise that is broken all the time must not hide another.
    if (this.alarms.filter((alarm) => alarm.oracle === oracle).length < 10) this.alarms.push({ oracle, what });
  }

  token(author: string, zone: string, forbidden = false): Token {
    const id = `a${this.#count++}z`;
    const token = {
      id,
      author,
      zone,
      forbidden: forbidden || this.revoked.has(author),
      committed: false,
      saved: false,
      seen: false,
      gone: false,
    };
    this.tokens.set(id, token);
    return token;
  }

  replica(zone: string): Y.Doc {
    const known = this.#replicas.get(zone);
    if (known !== undefined) return known;
    const doc = new Y.Doc({ gc: false });
    this.#replicas.set(zone, doc);
    return doc;
  }

  /** A frame that leaves the server for this participant in this document. */
  told(reader: string, zone: string, bytes: Uint8Array): void {
    if (this.revoked.has(reader)) this.alarm('revoked', `${reader} got a frame of ${zone}`);
    for (const id of tokensOf(bytes)) {
      const token = this.tokens.get(id);
      if (token === undefined) continue;
      if (token.zone !== 'gedeeld' && (token.zone !== zone || token.author !== reader))
        this.alarm('leak', `${id} of ${token.zone} went to ${reader} in ${zone}`);
      if (token.forbidden) this.alarm('right', `${id} of ${token.author} went to ${reader}`);
      if (token.author === reader) continue;
      if (this.#isSeen(token)) token.seen = true;
      if (!token.committed) this.alarm('told-early', `${id} went to ${reader} before it was committed`);
    }
  }

  /** The first half of making a thing is not seen by anybody yet. */
  #isSeen({ id, zone }: Token): boolean {
    const thing = this.replica(zone).getMap<Y.Map<unknown>>('things').get(id);
    return !(thing instanceof Y.Map) || thing.get('weg') === false;
  }

  /** The author's screen says that this is kept. */
  savedShown(token: Token): void {
    token.saved = true;
    if (!token.committed && !token.gone) this.alarm('saved-early', `${token.id} of ${token.author}`);
  }

  committed(row: DocumentRow): void {
    for (const id of tokensOf(row.update)) {
      const token = this.tokens.get(id);
      if (token === undefined) continue;
      token.committed = true;
      if (token.forbidden) this.alarm('right', `${id} of ${token.author} was committed`);
    }
    this.#judgeRow(row);
  }

  #judgeRow(row: DocumentRow): void {
    const doc = this.replica(row.zone);
    const by = row.by ?? '';
    const slots = touchedBy(doc, row.update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      this.alarm('broken', `row ${row.seq} of ${row.zone} leaves something pending`);
    const made = new Set<string>();
    for (const { slot } of slots.filter(({ slot }) => slot.length === 2)) {
      const [root, id = ''] = slot;
      const known = this.owners.get(id);
      const now = ownerNow(doc, root ?? '', id);
      if (root === 'things' && known === undefined && now !== undefined) {
        made.add(id);
        if (!mayMake(by, row.zone, now)) this.alarm('right', `${by} made ${id} in ${row.zone}`);
      } else if (root === 'ink' && now !== undefined && known === undefined && now.by !== by) {
        this.alarm('right', `${by} drew ${id} as ${now.by}`);
      } else if (!allowed(by, row.zone, slot, known)) this.alarm('right', `${by} changed ${slot.join('/')}`);
    }
    for (const { slot } of slots.filter(({ slot }) => slot.length !== 2)) {
      if (made.has(slot[1] ?? '')) continue;
      if (!allowed(by, row.zone, slot, this.owners.get(slot[1] ?? '')))
        this.alarm('right', `${by} changed ${slot.join('/')} in ${row.zone}`);
    }
    for (const { slot } of slots) {
      const [root, id = ''] = slot;
      const now = ownerNow(doc, root ?? '', id);
      if (now !== undefined) this.owners.set(id, now);
    }
  }
}

type Touched = { readonly slot: readonly string[] };

/** Every place that an update writes in or takes from. */
function touchedBy(doc: Y.Doc, update: Uint8Array): Touched[] {
  const found = new Map<string, Touched>();
  const keep = (item: Y.Item | Y.GC): void => {
    if (!(item instanceof Y.Item)) return;
    const slot = slotOf(doc, item);
    found.set(slot.join('/'), { slot });
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

function slotOf(doc: Y.Doc, item: Y.Item): string[] {
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

function ownerNow(doc: Y.Doc, root: string, id: string): Owner | undefined {
  if (root === 'ink') {
    const ink = doc.getMap<{ by: string }>('ink').get(id);
    return ink === undefined ? undefined : { type: 'ink', by: ink.by, vanWie: undefined, bevestigd: false };
  }
  if (root !== 'things') return undefined;
  const thing = doc.getMap<Y.Map<unknown>>('things').get(id);
  if (!(thing instanceof Y.Map)) return undefined;
  const vanWie: unknown = thing.get('vanWie');
  return {
    type: String(thing.get('type')),
    by: String(thing.get('by')),
    vanWie: typeof vanWie === 'string' ? vanWie : undefined,
    bevestigd: thing.get('bevestigd') !== undefined,
  };
}
