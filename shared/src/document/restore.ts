import type * as Y from 'yjs';
import { placeKey, readPlaceKey } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { definitionOf, fieldOf, isText } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import { isOwner, may } from '../access/may.ts';
import type { Deed } from '../access/may.ts';
import type { Actor } from '../access/zones.ts';
import { carryOut } from './intent.ts';
import type { Intent } from './intent.ts';
import { readBoard } from './read.ts';
import { fieldValue, isOn, isSame, textOf, withWhatIsThere } from './restore-plan.ts';
import type { LeftItem, LeftReason, RestoreItem, RestorePlan, RestoreRequest } from './restore-plan.ts';
import { thingsToRestore } from './restore-things.ts';
import { hunksBetween, mergedText } from './restore-text.ts';

/**
 * Takes a request and the board as it is, gives what is done to bring back what was, and what is not. It is a forward edit: only slots that differ between what was seen and
 * what was then, each allowed to this person by `may()`, and nobody's words but their own.
 */
export function planRestore(request: RestoreRequest, now: Board): RestorePlan {
  return new Planning(request, now).plan();
}

/** The same on a document, carried out. */
export function restoreOn(doc: Y.Doc, request: RestoreRequest): RestorePlan {
  const plan = planRestore(request, readBoard(doc));
  const origins = { tracked: 'restore', untracked: 'restore' };
  for (const intent of plan.intents) carryOut(doc, intent, origins);
  return plan;
}

const isOthersWords = (actor: Actor, thing: Thing, field: string): boolean =>
  fieldOf(thing.type, field)?.class === 'woorden' && !isOwner(actor, thing);

class Planning {
  readonly #request: RestoreRequest;
  readonly #now: Board;
  readonly #intents: Intent[] = [];
  readonly #back: RestoreItem[] = [];
  readonly #left: LeftItem[] = [];

  constructor(request: RestoreRequest, now: Board) {
    this.#request = request;
    this.#now = now;
  }

  plan(): RestorePlan {
    const { wanted, seen, about } = this.#request;
    const things = thingsToRestore(this.#request, this.#now);
    this.#intents.push(...things.intents);
    this.#back.push(...things.back);
    this.#left.push(...things.left);
    for (const [id, was] of wanted.things) {
      const is = this.#now.things.get(id);
      const looked = seen.things.get(id);
      if (!isOn(was) || is === undefined || looked === undefined || is.type !== was.type) continue;
      if (about === undefined ? is.weg && !things.on.has(id) : about.thing !== id) continue;
      this.#fields(was, looked, is);
    }
    if (about === undefined) {
      this.#places(things.on);
      this.#ink();
    }
    const removed: Intent[] = things.off.map((id) => ({ kind: 'remove', id }));
    return { intents: [...this.#intents, ...removed], back: this.#back, left: this.#left };
  }

  #fields(was: Thing, looked: Thing, is: Thing): void {
    const only = this.#request.about?.field;
    for (const field of Object.keys(definitionOf(was.type).fields)) {
      if (only !== undefined && only !== field) continue;
      const [then, seen, now] = [was, looked, is].map((thing) => fieldValue(thing, field));
      if (isSame(then, seen) || isSame(then, now)) continue;
      const item: RestoreItem = { kind: 'veld', thing: is.id, field };
      const reason = isOthersWords(this.#request.actor, is, field)
        ? 'woorden'
        : this.#refuses({ kind: 'change', thing: is, field, value: then });
      if (reason !== undefined) this.#leave(item, reason);
      else if (fieldOf(is.type, field)?.kind === 'text') this.#text(item, is, [then, seen, now].map(textOf));
      else if (!isSame(seen, now)) this.#leave(item, 'sindsdien');
      else this.#value(item, is, then);
    }
  }

  #text(item: RestoreItem, is: Thing, [then = '', seen = '', now = '']: readonly string[]): void {
    const { thing: id, field = '' } = item;
    const wanted = now === seen ? then : mergedText(seen, now, then);
    if (!isText(is.type, field, wanted)) return this.#leave(item, 'sindsdien');
    const edits = hunksBetween(now, wanted).toReversed();
    if (edits.length === 0) return;
    this.#intents.push(...edits.map((hunk): Intent => ({ kind: 'editText', id, field, ...hunk })));
    this.#back.push(item);
  }

  #value(item: RestoreItem, is: Thing, then: unknown): void {
    const { thing: id, field = '' } = item;
    const value = withWhatIsThere(is, field, then, (other) => this.#isThere(other));
    const cannotBe = value === undefined && (then !== undefined || definitionOf(is.type).required.includes(field));
    if (cannotBe) return this.#leave(item, 'weg');
    if (isSame(value, fieldValue(is, field))) return;
    this.#intents.push({ kind: 'set', id, field, value });
    this.#back.push(item);
  }

  #isThere = (id: string): boolean => this.#now.things.has(id) || this.#request.elsewhere(id);

  #places(on: ReadonlySet<string>): void {
    const { wanted, seen } = this.#request;
    for (const key of new Set([...wanted.places.keys(), ...seen.places.keys()])) {
      const read = readPlaceKey(key);
      if (read === undefined) continue;
      const [was, looked, is] = [wanted, seen, this.#now].map(({ places }) => places.get(key));
      const stays = on.has(read.id) || (isOn(this.#now.things.get(read.id)) && isOn(wanted.things.get(read.id)));
      if (!stays || isSame(was, looked) || isSame(was, is)) continue;
      const item: RestoreItem = { kind: 'plek', thing: placeKey(read.view, read.id) };
      const reason = isSame(looked, is) ? this.#refuses({ kind: 'place' }) : 'sindsdien';
      if (reason !== undefined) this.#leave(item, reason);
      else {
        this.#intents.push({ kind: 'place', ...read, at: was });
        this.#back.push(item);
      }
    }
  }

  /** Only one's own strokes: one of another, once taken away, could not be drawn again in their name. */
  #ink(): void {
    const { wanted, seen, actor } = this.#request;
    for (const id of new Set([...wanted.ink.keys(), ...seen.ink.keys()])) {
      const [was, looked, is] = [wanted, seen, this.#now].map(({ ink }) => ink.get(id));
      if (isSame(was, looked) || isSame(was, is)) continue;
      const item: RestoreItem = { kind: 'tekening', thing: id };
      const by = (is ?? was)?.by ?? actor.id;
      const refused = by === actor.id ? this.#refuses({ kind: 'ink', by }) : 'tekening';
      const reason = isSame(looked, is) ? refused : 'sindsdien';
      if (reason !== undefined) this.#leave(item, reason);
      else {
        this.#intents.push({ kind: 'ink', id, ink: was });
        this.#back.push(item);
      }
    }
  }

  #refuses(deed: Deed): LeftReason | undefined {
    const { actor, zone, table } = this.#request;
    return may(actor, zone, deed, table) === undefined ? undefined : 'mag-niet';
  }

  #leave(item: RestoreItem, reason: LeftReason): void {
    this.#left.push({ ...item, reason });
  }
}
