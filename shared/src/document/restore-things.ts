import type { Board } from '../board/board.ts';
import { definitionOf, fieldOf, references, textFields } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import { isOwner, may } from '../access/may.ts';
import type { Deed } from '../access/may.ts';
import type { NewThing } from './form.ts';
import type { Intent } from './intent.ts';
import { fieldValue, isOn, textsOf, withWhatIsThere } from './restore-plan.ts';
import type { LeftItem, LeftReason, RestoreItem, RestoreRequest } from './restore-plan.ts';

/** Which things come back on the table (`on`) and which go off it (`off`, still to be done), beside what is done for it. */
export type ThingsPlan = {
  readonly intents: readonly Intent[];
  readonly on: ReadonlySet<string>;
  readonly off: readonly string[];
  readonly back: readonly RestoreItem[];
  readonly left: readonly LeftItem[];
};

/** Takes a request and the board as it is, gives what becomes of whole things. A card of somebody else that was made since stays. */
export function thingsToRestore(request: RestoreRequest, now: Board): ThingsPlan {
  const back: RestoreItem[] = [];
  const left: LeftItem[] = [];
  const intents: Intent[] = [];
  const on = new Set<string>();
  const decide = (item: RestoreItem, reason: LeftReason | undefined): boolean => {
    if (reason === undefined) back.push(item);
    else left.push({ ...item, reason });
    return reason === undefined;
  };
  const off: string[] = [];
  const anew: Thing[] = [];
  for (const id of new Set([...request.wanted.things.keys(), ...request.seen.things.keys()])) {
    if (!isAsked(request, id)) continue;
    const [was, looked, is] = [request.wanted, request.seen, now].map(({ things }) => things.get(id));
    if (isOn(was) === isOn(looked) || isOn(was) === isOn(is)) continue;
    if (isOn(was) && is === undefined) anew.push(was);
    else if (isOn(was) && is !== undefined) {
      if (!decide({ kind: 'terug', thing: id }, whyNotBack(request, is))) continue;
      intents.push({ kind: 'restore', id });
      on.add(id);
    } else if (isOn(is)) {
      const reason = whyNotOff(request, was, is);
      if (reason === undefined) off.push(id);
      else left.push({ kind: 'van-tafel', thing: id, reason });
    }
  }
  for (const [thing, made] of makeAnew(request, now, anew)) {
    if (!decide({ kind: 'opnieuw', thing: thing.id }, made === undefined ? whyNotAnew(request, thing) : undefined))
      continue;
    if (made !== undefined) intents.push({ kind: 'create', thing: made });
    on.add(thing.id);
  }
  const free = withoutUsed(now, off, on);
  for (const id of off) decide({ kind: 'van-tafel', thing: id }, free.has(id) ? undefined : 'in-gebruik');
  return { intents, on, off: [...free], back, left };
}

const isAsked = ({ about }: RestoreRequest, id: string): boolean =>
  about === undefined || (about.thing === id && (about.field === undefined || about.field === 'weg'));

const refuses = ({ actor, zone, table }: RestoreRequest, deed: Deed): LeftReason | undefined =>
  may(actor, zone, deed, table) === undefined ? undefined : 'mag-niet';

const isWords = (thing: Thing): boolean => fieldOf(thing.type, definitionOf(thing.type).main)?.class === 'woorden';

function whyNotBack(request: RestoreRequest, is: Thing): LeftReason | undefined {
  const wegDoor = request.takenOffBy(is.id);
  const refused = refuses(request, { kind: 'change', thing: { ...is, wegDoor }, field: 'weg', value: false });
  const byItself = wegDoor !== undefined && wegDoor !== request.actor.id && !isOwner(request.actor, is);
  return refused !== undefined && isWords(is) && byItself ? 'zelf-terug' : refused;
}

/**
 * The casusregisseur may take off any card, but turning back the board is no reason to take away what somebody said. Only a card that lay off the table then, by this
 * same hand, goes off again: so a restore can be undone.
 */
function whyNotOff(request: RestoreRequest, was: Thing | undefined, is: Thing): LeftReason | undefined {
  const byMe = was !== undefined && request.takenOffBy(is.id) === request.actor.id;
  if (isWords(is) && !isOwner(request.actor, is) && !byMe) return 'woorden';
  return refuses(request, { kind: 'change', thing: is, field: 'weg', value: true });
}

function whyNotAnew(request: RestoreRequest, was: Thing): LeftReason {
  if (isWords(was) && !isOwner(request.actor, was)) return 'woorden';
  return refuses(request, { kind: 'create', thing: makerOf(request, was) }) ?? 'weg';
}

/** What is made again is made by who does it now. */
const makerOf = (
  { actor }: RestoreRequest,
  was: Thing,
): { type: Thing['type']; by: string; vanWie?: string | undefined } => ({
  type: was.type,
  by: actor.id,
  ...(was.vanWie !== undefined && { vanWie: was.vanWie }),
});

/** What a rebuild left behind is made anew, each after what it points at. Without a thing to make: it cannot be. */
function makeAnew(request: RestoreRequest, now: Board, things: readonly Thing[]): Map<Thing, NewThing | undefined> {
  const there = new Set(now.things.keys());
  const result = new Map<Thing, NewThing | undefined>();
  const waiting = new Set(things);
  const coming = new Set(things.map(({ id }) => id));
  const isThere = (id: string): boolean => there.has(id) || request.elsewhere(id);
  const isReady = (thing: Thing): boolean => pointsAt(thing).every((id) => isThere(id) || !coming.has(id));
  for (let round = 0; round <= things.length && waiting.size > 0; round++) {
    for (const thing of [...waiting].filter(isReady)) {
      waiting.delete(thing);
      const made = newThing(request, thing, isThere);
      result.set(thing, made);
      coming.delete(thing.id);
      if (made !== undefined) there.add(thing.id);
    }
  }
  for (const thing of waiting) result.set(thing, undefined);
  return result;
}

function newThing(request: RestoreRequest, was: Thing, isThere: (id: string) => boolean): NewThing | undefined {
  const maker = makerOf(request, was);
  const isAnothers = isWords(was) && !isOwner(request.actor, was);
  const knowsWhose = was.vanWie === undefined || isThere(was.vanWie);
  if (isAnothers || !knowsWhose || refuses(request, { kind: 'create', thing: maker }) !== undefined) return undefined;
  const { fields, required } = definitionOf(was.type);
  const texts = textFields(was.type);
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (texts.includes(name)) continue;
    const value = withWhatIsThere(was, name, fieldValue(was, name), isThere);
    if (value !== undefined) values[name] = value;
    else if (required.includes(name)) return undefined;
  }
  return { id: was.id, ...maker, values, texts: textsOf(was) };
}

const pointsAt = (thing: Thing): string[] =>
  Object.entries(thing).flatMap(([name, value]) => references(thing.type, name, value).map(({ id }) => id));

/** Of what would go off the table, what nothing that stays points at. */
function withoutUsed(now: Board, off: readonly string[], on: ReadonlySet<string>): Set<string> {
  const free = new Set(off);
  let stays = [...now.things.values()].filter(({ id, weg }) => (!weg || on.has(id)) && !free.has(id));
  while (stays.length > 0) {
    const used = new Set(stays.flatMap(pointsAt).filter((id) => free.has(id)));
    for (const id of used) free.delete(id);
    stays = [...used].flatMap((id) => now.things.get(id) ?? []);
  }
  return free;
}
