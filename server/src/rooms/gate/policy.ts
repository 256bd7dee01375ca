import { ink, place, readPlaceKey } from '@samenbord/shared/board/board.ts';
import { commonSchema } from '@samenbord/shared/board/define.ts';
import { thingId } from '@samenbord/shared/board/field.ts';
import { isPrivateMark } from '@samenbord/shared/board/marks.ts';
import {
  definitionOf,
  fieldOf,
  isText,
  isThingType,
  isValue,
  references,
  textFields,
} from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { may } from '@samenbord/shared/access/may.ts';
import type { Deed, Ownership } from '@samenbord/shared/access/may.ts';
import { limits } from '@samenbord/shared/wire/socket.ts';
import type { Checks } from './checks.ts';
import { settleKey, settleText } from './outcome.ts';
import type { KeyOutcome } from './outcome.ts';
import { refuse } from './refusal.ts';
import { rootContainer, slotOf } from './slots.ts';
import type { Container, Slot, Touched } from './slots.ts';
import { plainValue } from './store.ts';
import type { Change, Scene, Writer } from './verdict.ts';

/** All that one judgement of rights and values needs. */
type Case = {
  readonly scene: Scene;
  readonly writer: Writer;
  readonly touched: Touched;
  readonly checks: Checks;
  readonly changes: Change[];
};

const never: ReadonlySet<string> = new Set(['type', 'versie', 'by', 'vanWie', 'weg']);

/**
 * Judges every slot that the update touches, once, on the state before it: may this participant, and does the value fit? Things made in the
 * update come first, since others may point at them. Gives the rows for the history.
 */
export function judgeSlots(scene: Scene, writer: Writer, touched: Touched, checks: Checks): readonly Change[] {
  const inquiry: Case = { scene, writer, touched, checks, changes: [] };
  for (const thing of touched.made.values()) judgeNewThing(inquiry, thing);
  countThings(touched);
  for (const container of touched.known) {
    if (container.kind === 'thing') judgeThing(inquiry, container);
    else if (container.kind === 'text') judgeText(inquiry, container);
    else if (container.name === 'places') judgePlaces(inquiry, container);
    else if (container.name === 'ink') judgeInk(inquiry, container);
  }
  return inquiry.changes;
}

function countThings(touched: Touched): void {
  if (touched.made.size === 0) return;
  const already = rootContainer(touched, 'things').type?._map.size ?? 0;
  if (already + touched.made.size > limits.things) refuse('te-groot', 'too many things');
}

function demand(inquiry: Case, deed: Deed): void {
  const { scene, writer, checks } = inquiry;
  const asked = scene.moved === true && deed.kind === 'change' ? { ...deed, moved: true } : deed;
  const denial = may(writer.actor, scene.zone, asked, scene.table);
  if (denial !== undefined && checks.policy) refuse('recht', denial);
}

/** A new thing is complete: its type, the newest version, who made it, every text, all required fields, and nothing that its type does not have. */
function judgeNewThing(inquiry: Case, thing: Container): void {
  const { touched, checks } = inquiry;
  if (!thingId.safeParse(thing.name).success) refuse('plaats', 'no thing id');
  if (inquiry.scene.isErased?.(thing.name) === true) refuse('plaats', 'erased for good');
  const outcomes = new Map<string, KeyOutcome>();
  for (const slot of thing.slots.values())
    if (slot.structs[0]?.made === undefined) outcomes.set(slot.key, settleKey(touched, slot, checks));
  const valueAt = (key: string): unknown => outcomes.get(key)?.value;
  const type = valueAt('type');
  if (!isThingType(type)) {
    if (checks.complete) refuse('plaats', 'incomplete thing');
    return;
  }
  const { version, required } = definitionOf(type);
  const isWhole =
    valueAt('versie') === version &&
    typeof valueAt('weg') === 'boolean' &&
    required.every((key) => valueAt(key) !== undefined);
  if (checks.complete && !isWhole) refuse('plaats', 'incomplete thing');
  const maker: Ownership = { type, by: textOf(valueAt('by')), vanWie: textOf(valueAt('vanWie')) };
  demand(inquiry, { kind: 'create', thing: maker });
  for (const [key, outcome] of outcomes) {
    // What only a box knows about its cards is no field of the table, on a new thing neither.
    const again = key === 'bevestigd' || isPrivateMark(key) || (thing.slots.get(key)?.structs.length ?? 0) > 1;
    judgeValue(inquiry, { thing: maker, id: thing.name, key, outcome, isChange: again });
    if (outcome.value !== undefined) inquiry.changes.push({ thing: thing.name, field: key, value: outcome.value });
  }
  judgeNewTexts(inquiry, thing, type);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function judgeNewTexts(inquiry: Case, thing: Container, type: ThingType): void {
  const { touched, checks } = inquiry;
  const fields = textFields(type);
  for (const field of fields) {
    const text = thing.slots.get(field)?.structs[0]?.made;
    if (text === undefined) {
      if (checks.complete) refuse('plaats', 'incomplete thing');
      continue;
    }
    const value = settleText(touched, slotOf(text, ''), checks);
    if (checks.value && !isText(type, field, value)) refuse('waarde', 'text does not fit');
    inquiry.changes.push({ thing: thing.name, field, value });
  }
  for (const slot of thing.slots.values()) {
    if (slot.structs[0]?.made !== undefined && !fields.includes(slot.key))
      refuse('plaats', 'text that the type does not have');
  }
}

type ValueCase = {
  readonly thing: Ownership;
  readonly id: string;
  readonly key: string;
  readonly outcome: KeyOutcome;
  readonly isChange: boolean;
};

/** One plain field: who may, whether each value that is offered fits, and whether what it points at is there. */
function judgeValue(inquiry: Case, { thing, key, outcome, isChange }: ValueCase): void {
  const { type } = thing;
  if (!Object.hasOwn(commonSchema, key) && fieldOf(type, key)?.kind !== 'value')
    refuse('plaats', 'field that the type does not have');
  const isRemoved = outcome.changed && outcome.value === undefined;
  const values = isRemoved || outcome.offered.length === 0 ? [...outcome.offered, outcome.value] : outcome.offered;
  if (isChange) for (const value of values) demand(inquiry, { kind: 'change', thing, field: key, value });
  if (!inquiry.checks.value) return;
  if (isRemoved && (never.has(key) || definitionOf(type).required.includes(key)))
    refuse('waarde', 'required field removed');
  for (const value of outcome.offered) {
    if (!isValue(type, key, value)) refuse('waarde', 'value does not fit');
    for (const { id, types } of references(type, key, value)) {
      const found = typeOf(inquiry, id);
      if (inquiry.checks.target && (found === undefined || !(types.includes('*') || types.includes(found))))
        refuse('waarde', 'points at what is not there');
    }
  }
}

/** The type of a thing, made by this update, in this document, or in one that all its readers may read. */
function typeOf(inquiry: Case, id: string): string | undefined {
  const { touched, scene } = inquiry;
  const made = touched.made.get(id)?.slots.get('type')?.structs.at(-1)?.content;
  if (made?.kind === 'any') return textOf(made.values[0]);
  const type = plainValue(thingMap(touched, id), 'type');
  return typeof type === 'string' ? type : scene.lookup(id);
}

function thingMap(touched: Touched, id: string): Container['type'] {
  const item = rootContainer(touched, 'things').type?._map.get(id);
  const [map] = item === undefined || item.deleted ? [] : (item.content.getContent() as unknown[]);
  return map as Container['type'];
}

/** Whose a thing of the document is. Refuses one of another version than this server knows: it is read, not changed. */
function ownershipOf({ scene }: Case, thing: Container | undefined): Ownership {
  const type = plainValue(thing?.type, 'type');
  if (!isThingType(type) || plainValue(thing?.type, 'versie') !== definitionOf(type).version)
    return refuse('plaats', 'thing of an unknown kind');
  const read = (key: string): string | undefined => textOf(plainValue(thing?.type, key));
  const taken = plainValue(thing?.type, 'weg') === true ? thing?.type?._map.get('weg') : undefined;
  const wegDoor = taken && scene.writerOf?.(taken.id.client);
  return { type, by: read('by'), vanWie: read('vanWie'), bevestigd: read('bevestigd'), wegDoor };
}

function judgeThing(inquiry: Case, container: Container): void {
  if (container.slots.size === 0) return;
  const thing = ownershipOf(inquiry, container);
  for (const slot of container.slots.values()) {
    const outcome = settleKey(inquiry.touched, slot, inquiry.checks);
    if (isPassedBy(inquiry, slot)) continue;
    judgeValue(inquiry, { thing, id: container.name, key: slot.key, outcome, isChange: true });
    note(inquiry, container.name, slot.key, outcome);
  }
}

/** Only in a test that leaves this check out: nothing is put there, something is taken away. */
const isPassedBy = ({ checks }: Case, { structs }: Slot): boolean => !checks.deletes && structs.length === 0;

function note(inquiry: Case, thing: string, field: string, outcome: KeyOutcome): void {
  if (outcome.changed) inquiry.changes.push({ thing, field, value: outcome.value });
}

function judgeText(inquiry: Case, container: Container): void {
  const slot = container.slots.get('');
  const field = container.name;
  if (slot === undefined || slot.structs.length + slot.cuts.length === 0 || isPassedBy(inquiry, slot)) return;
  const thing = ownershipOf(inquiry, container.above);
  if (fieldOf(thing.type, field)?.kind !== 'text') refuse('plaats', 'text that the type does not have');
  const value = settleText(inquiry.touched, slot, inquiry.checks);
  demand(inquiry, { kind: 'change', thing, field, value });
  // Taking words away is always a step towards a text that fits.
  const adds = slot.structs.some(({ content }) => content.kind === 'text');
  if (adds && inquiry.checks.value && !isText(thing.type, field, value)) refuse('waarde', 'text does not fit');
  inquiry.changes.push({ thing: container.above?.name ?? '', field, value });
}

function judgePlaces(inquiry: Case, container: Container): void {
  for (const slot of container.slots.values()) {
    demand(inquiry, { kind: 'place' });
    const outcome = settleKey(inquiry.touched, slot, inquiry.checks);
    const key = readPlaceKey(slot.key);
    if (key === undefined || typeOf(inquiry, key.id) === undefined || isElsewhere(inquiry, key.id))
      refuse('plaats', 'place of what is not there');
    if (inquiry.checks.value && !outcome.offered.every((value) => place.safeParse(value).success))
      refuse('waarde', 'no place');
    note(inquiry, slot.key, 'places', outcome);
  }
}

/** A place is for a thing of this document only. */
const isElsewhere = ({ touched }: Case, id: string): boolean =>
  !touched.made.has(id) && thingMap(touched, id) === undefined;

function judgeInk(inquiry: Case, container: Container): void {
  for (const slot of container.slots.values()) judgeStroke(inquiry, slot);
}

/** A stroke says who drew it. Whoever leads may take away or move another's, and then it keeps its name. */
function judgeStroke(inquiry: Case, slot: Slot): void {
  const { writer, checks } = inquiry;
  if (isPassedBy(inquiry, slot)) return;
  if (!thingId.safeParse(slot.key).success) refuse('plaats', 'no ink id');
  const outcome = settleKey(inquiry.touched, slot, checks);
  if (inquiry.scene.isErased?.(slot.key) === true && outcome.value !== undefined) refuse('plaats', 'erased for good');
  const before = ink.safeParse(outcome.before);
  demand(inquiry, { kind: 'ink', by: before.success ? before.data.by : writer.actor.id });
  for (const value of outcome.offered) {
    const stroke = ink.safeParse(value);
    if (checks.value && !stroke.success) refuse('waarde', 'no ink');
    if (!stroke.success || (before.success && before.data.by === stroke.data.by)) continue;
    if (checks.policy && stroke.data.by !== writer.actor.id) refuse('recht', 'niet-jouw-naam');
  }
  note(inquiry, slot.key, 'ink', outcome);
}
