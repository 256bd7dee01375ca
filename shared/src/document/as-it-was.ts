import * as Y from 'yjs';
import { emptyDoc } from './empty-doc.ts';
import { readPlaceKey } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { isThingType, references, textFields } from '../board/things.ts';
import type { Zone } from '../access/zones.ts';
import { inkOf, placesOf, thingsOf } from './form.ts';
import { readBoard } from './read.ts';
import { withoutReferences } from './rebuild.ts';

/** One slot that one commit changed. `thing` is an id, or `view:id` for a place; `field` is `places` or `ink` there; no `value` is taken away. */
export type HistoryRow = {
  readonly epoch: number;
  readonly seq: number;
  readonly by: string;
  readonly at: string;
  readonly thing: string;
  readonly field: string;
  readonly value?: unknown;
};

/** Just after one commit. Epochs and their commits are in order of time. */
export type Moment = { readonly epoch: number; readonly seq: number };

/** Before the first commit. */
export const theBeginning: Moment = { epoch: 0, seq: 0 };

export const compareMoments = (a: Moment, b: Moment): number => a.epoch - b.epoch || a.seq - b.seq;

/** As it stands in an address: `3.120`. */
export const writeMoment = ({ epoch, seq }: Moment): string => `${epoch}.${seq}`;

/** Takes what `writeMoment` gave; nothing when it is no moment. */
export function readMoment(text: string): Moment | undefined {
  const [, epoch, seq] = /^(\d{1,9})\.(\d{1,12})$/.exec(text) ?? [];
  return epoch === undefined || seq === undefined ? undefined : { epoch: Number(epoch), seq: Number(seq) };
}

/** Takes rows in order and an instant, gives the last commit that was there then. */
export function momentAt(rows: readonly HistoryRow[], instant: string): Moment {
  const time = Date.parse(instant);
  const after = rows.findIndex(({ at }) => Date.parse(at) > time);
  const last = after === -1 ? rows.at(-1) : rows[after - 1];
  return last === undefined ? theBeginning : { epoch: last.epoch, seq: last.seq };
}

type Slots = Map<string, unknown>;
type Replayed = { readonly things: Map<string, Slots>; readonly places: Slots; readonly ink: Slots };

/**
 * Takes the history of a document in order and a moment, gives the board as it was then. What was erased for good is in no history and so in no earlier board
 * either; references to it are gone as they went from the document. A thing that was taken off may be in it, off the table, after a
 * rebuild left it behind.
 */
export function boardAt(rows: readonly HistoryRow[], moment: Moment, zone: Zone): Board {
  const replayed = replay(rows, moment);
  const doc = emptyDoc();
  try {
    doc.transact(() => write(doc, replayed, zone));
    return readBoard(doc);
  } finally {
    doc.destroy();
  }
}

function replay(rows: readonly HistoryRow[], moment: Moment): Replayed {
  const board: Replayed = { things: new Map(), places: new Map(), ink: new Map() };
  let made = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (compareMoments(row, moment) > 0) break;
    if (!isSameCommit(row, rows[index - 1])) made = madeFrom(rows, index);
    const { thing, field, value } = row;
    if (isPlace(row)) put(board.places, thing, value);
    else if (field === 'ink') put(board.ink, thing, value);
    else {
      // Made again after a rebuild left it behind: nothing of what it was before.
      if (made.delete(thing)) board.things.set(thing, new Map());
      put(slotsOf(board.things, thing), field, value);
    }
  }
  return board;
}

export const isPlace = ({ thing, field }: HistoryRow): boolean =>
  field === 'places' && readPlaceKey(thing) !== undefined;

export const isSameCommit = (a: Moment, b: Moment | undefined): boolean =>
  b !== undefined && compareMoments(a, b) === 0;

/** The things that the commit which begins here makes: those whose type it says. */
export function madeFrom(rows: readonly HistoryRow[], from: number): Set<string> {
  const ids = new Set<string>();
  for (let at = from; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined || !isSameCommit(row, rows[from])) break;
    if (row.field === 'type') ids.add(row.thing);
  }
  return ids;
}

function slotsOf(things: Map<string, Slots>, id: string): Slots {
  const known = things.get(id);
  if (known !== undefined) return known;
  const slots: Slots = new Map();
  things.set(id, slots);
  return slots;
}

const put = (slots: Slots, key: string, value: unknown): void => {
  if (value === undefined) slots.delete(key);
  else slots.set(key, value);
};

function write(doc: Y.Doc, { things, places, ink }: Replayed, zone: Zone): void {
  const gone = zone.kind === 'gedeeld' ? pointedAtNothing(things) : new Set<string>();
  for (const [id, slots] of things) thingsOf(doc).set(id, mapOf(slots, gone));
  for (const [key, value] of places) if (things.has(readPlaceKey(key)?.id ?? '')) placesOf(doc).set(key, value);
  for (const [id, value] of ink) inkOf(doc).set(id, value);
}

function mapOf(slots: Slots, gone: ReadonlySet<string>): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  const type = slots.get('type');
  const texts = isThingType(type) ? textFields(type) : [];
  for (const [name, value] of slots) {
    if (texts.includes(name)) map.set(name, new Y.Text(typeof value === 'string' ? value : ''));
    else {
      const kept = isThingType(type) ? withoutReferences(type, name, value, gone) : value;
      if (kept !== undefined) map.set(name, kept);
    }
  }
  return map;
}

/** On the table everything that is pointed at lay there: what the history does not know was erased. */
function pointedAtNothing(things: ReadonlyMap<string, Slots>): Set<string> {
  const gone = new Set<string>();
  for (const slots of things.values()) {
    const type = slots.get('type');
    if (!isThingType(type)) continue;
    for (const [name, value] of slots)
      for (const { id } of references(type, name, value)) if (!things.has(id)) gone.add(id);
  }
  return gone;
}
