import * as Y from 'yjs';
import { graceMs } from '@samenbord/shared/access/state.ts';
import type { DocumentRow, NewEpoch } from '@samenbord/server/storage/storage.ts';
import { leftOut, tokensEverIn } from './epochs.ts';
import { again, allowed, mayMake, people } from './people.ts';
import type { Owner, Standing } from './people.ts';
import { touchedBy } from './slots.ts';
import { tokensOf } from './tokens.ts';

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
  | 'erased'
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

/** What was judged before a role fell may wait this long for a slow disk. */
const longestCommit = 8000;
/** Between processes, word of a new epoch takes a moment. */
const longestWake = 1000;

/** Watches the log and every frame, and knows nothing of the rooms but what comes out of them. */
export class Referee {
  readonly alarms: Alarm[] = [];
  readonly tokens = new Map<string, Token>();
  readonly revoked = new Set<string>();
  readonly owners = new Map<string, Owner>();
  /** Whose role fell. */
  readonly fallen = new Set<string>();
  /** When the table was closed for some or for all. */
  readonly closings: { readonly from: number; until: number }[] = [];
  /** A clock of the server was set: then the grace may have been shorter. */
  jumped = false;
  #closedAt: number | undefined;
  /** Things that left a document by a new epoch, by zone. */
  readonly #gone = new Map<string, Set<string>>();
  /** Who took each thing off the table: what another took off comes back in no way that is played here. */
  readonly #takers = new Map<string, Set<string>>();
  /** Words and ids that were erased for good, and when. */
  readonly #erased = new Map<string, number>();
  readonly #roles = new Map<string, Standing[]>(Object.values(people).map(({ id, rol }) => [id, [{ who: id, rol }]]));
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

  /** From now on somebody is less than they were. */
  roleFell(who: string, rol: string, now: number): void {
    this.fallen.add(who);
    const [before] = this.#roles.get(who) ?? [];
    const old = before === undefined ? [] : [{ ...before, until: now + longestCommit }];
    this.#roles.set(who, [{ who, rol }, ...old]);
  }

  /** The table closes for all or for some, or opens again. `frozen`: it takes nothing but what is taken back. */
  tableIs(open: boolean, frozen: boolean, now: number): void {
    const last = this.closings.at(-1);
    if (open && last?.until === Infinity) last.until = now;
    // Closed for some and then for others counts as one.
    if (!open && last?.until !== Infinity) this.closings.push({ from: now, until: Infinity });
    this.#closedAt = frozen ? (this.#closedAt ?? now) : undefined;
  }

  /** Has a new epoch left something behind in this zone? */
  isGone(zone: string, id: string): boolean {
    return this.#gone.get(zone)?.has(id) ?? false;
  }
  hasGone(zone: string): boolean {
    return this.#gone.has(zone);
  }

  tookOff(id: string, who: string): boolean {
    return [...(this.#takers.get(id) ?? [])].some((taker) => taker !== who);
  }

  #mayBe(who: string, now: number): Standing[] {
    const known = this.#roles.get(who) ?? [{ who, rol: roleAgain(who) }];
    return known.filter(({ until }) => until === undefined || now <= until);
  }

  /** The log of a document begins again. Nothing but what was erased, and what nobody can reach, may be missing in it. */
  startedEpoch(next: NewEpoch, now: number): void {
    const { zone, erased } = next;
    const old = this.replica(zone);
    const fresh = new Y.Doc({ gc: false });
    Y.applyUpdate(fresh, next.update);
    const { gone, wrong } = leftOut(old, fresh, zone, erased);
    for (const what of wrong) this.alarm('lost', what);
    if (fresh.store.pendingStructs !== null) this.alarm('broken', `a new epoch of ${zone} is not whole`);
    const all = this.#gone.get(zone) ?? new Set();
    for (const id of gone) {
      this.#gone.set(zone, all.add(id));
      for (const word of tokensEverIn(old, id)) this.#leaves(word, id === erased ? now : undefined);
      if (id !== erased) this.owners.delete(id);
    }
    old.destroy();
    this.#replicas.set(zone, fresh);
    if (erased !== undefined) this.#sees(next.update, now + longestWake + 1, `a new epoch of ${zone}`);
  }

  #leaves(word: string, erasedAt: number | undefined): void {
    const token = this.tokens.get(word);
    if (token !== undefined) token.gone = true;
    if (erasedAt !== undefined) this.#erased.set(word, erasedAt);
  }

  /** Nothing of what was erased comes back. */
  #sees(bytes: Uint8Array, now: number, where: string): void {
    if (this.#erased.size === 0) return;
    for (const id of tokensOf(bytes)) {
      const since = this.#erased.get(id);
      if (since !== undefined && now > since + longestWake) this.alarm('erased', `${id} came back in ${where}`);
    }
  }

  /** A frame that leaves the server for this participant in this document. */
  told(reader: string, zone: string, bytes: Uint8Array, now: number): void {
    if (this.revoked.has(reader)) this.alarm('revoked', `${reader} got a frame of ${zone}`);
    this.#sees(bytes, now, `a frame of ${zone} to ${reader}`);
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

  committed(row: DocumentRow, now: number): void {
    this.#sees(row.update, now + longestWake + 1, `row ${row.seq} of ${row.zone}`);
    for (const id of tokensOf(row.update)) {
      const token = this.tokens.get(id);
      if (token === undefined) continue;
      token.committed = true;
      if (token.forbidden) this.alarm('right', `${id} of ${token.author} was committed`);
    }
    this.#judgeRow(row, now);
  }

  #judgeRow(row: DocumentRow, now: number): void {
    const doc = this.replica(row.zone);
    const slots = touchedBy(doc, row.update);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      this.alarm('broken', `row ${row.seq} of ${row.zone} leaves something pending`);
    if (row.zone === 'gedeeld' && now > (this.#closedAt ?? Infinity) + graceMs + longestCommit)
      for (const slot of slots)
        if (slot[2] !== 'weg') this.alarm('right', `${row.by ?? ''} changed ${slot.join('/')} on a closed table`);
    const found = this.#mayBe(row.by ?? '', now).map((standing) => this.#wrongs(standing, row, doc, slots));
    // Judged while the role was still another: then it may be right by that.
    if (found.every(({ length }) => length > 0)) for (const what of found[0] ?? []) this.alarm('right', what);
    for (const [root, id = '', field] of slots) {
      if (field === 'weg') this.#takers.set(id, (this.#takers.get(id) ?? new Set()).add(row.by ?? ''));
      const owner = ownerNow(doc, root ?? '', id);
      if (owner !== undefined) this.owners.set(id, owner);
    }
  }

  #wrongs(standing: Standing, row: DocumentRow, doc: Y.Doc, slots: readonly string[][]): string[] {
    const by = `${standing.who}, ${standing.rol},`;
    const wrong: string[] = [];
    const made = new Set<string>();
    for (const slot of slots.filter(({ length }) => length === 2)) {
      const [root, id = ''] = slot;
      const known = this.owners.get(id);
      const owner = ownerNow(doc, root ?? '', id);
      if (root === 'things' && known === undefined && owner !== undefined) {
        made.add(id);
        if (!mayMake(standing, row.zone, owner)) wrong.push(`${by} made ${id} in ${row.zone}`);
      } else if (root === 'ink' && owner !== undefined && known === undefined && owner.by !== standing.who) {
        wrong.push(`${by} drew ${id} as ${owner.by}`);
      } else if (!allowed(standing, row.zone, slot, known)) wrong.push(`${by} changed ${slot.join('/')}`);
    }
    for (const slot of slots.filter(({ length }) => length !== 2)) {
      if (made.has(slot[1] ?? '')) continue;
      if (!allowed(standing, row.zone, slot, this.owners.get(slot[1] ?? '')))
        wrong.push(`${by} changed ${slot.join('/')} in ${row.zone}`);
    }
    return wrong;
  }
}

const roleAgain = (who: string): string => Object.values(again).find(({ id }) => id === who)?.rol ?? who;

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
