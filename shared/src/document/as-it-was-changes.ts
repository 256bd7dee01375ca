import { isSameCommit, isPlace, madeFrom, writeMoment } from './as-it-was.ts';
import type { HistoryRow, Moment } from './as-it-was.ts';

/**
 * What somebody did to one slot, as people would tell it: everything typed in one go is one change. `thing` is an id, or `view:id` for a place.
 * `since` is the first commit of it and `until` the last.
 */
export type Change = {
  readonly kind: 'gemaakt' | 'veld' | 'weg' | 'terug' | 'bevestigd' | 'plek' | 'tekening';
  readonly thing: string;
  readonly field: string;
  readonly by: string;
  readonly from: string;
  readonly at: string;
  readonly since: Moment;
  readonly until: Moment;
  readonly before: unknown;
  readonly after: unknown;
};

type Open = { -readonly [Key in keyof Change]: Change[Key] };

/** Who goes on within this time is still busy with the same change. */
const oneGoMs = 2 * 60_000;

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Takes the history of a document in order, gives the changes that people can read, oldest first. What somebody changed and changed back in one go is none.
 * A commit named in `apart` (a restore) joins no other.
 */
export function changesOf(rows: readonly HistoryRow[], apart: ReadonlySet<string> = new Set()): Change[] {
  const reading = new Reading(apart);
  let made = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (!isSameCommit(row, rows[index - 1])) made = madeFrom(rows, index);
    if (made.has(row.thing)) reading.make(row);
    else reading.change(row);
  }
  return reading.changes.filter((one) => one.kind === 'gemaakt' || !isSame(one.before, one.after));
}

class Reading {
  readonly changes: Open[] = [];
  readonly #apart: ReadonlySet<string>;
  readonly #now = new Map<string, unknown>();
  /** The change of a slot that its maker may still be busy with. */
  readonly #open = new Map<string, Open>();
  /** Made, and not yet put on the table: the client makes a thing in two steps. */
  readonly #halfMade = new Map<string, string>();

  constructor(apart: ReadonlySet<string>) {
    this.#apart = apart;
  }

  /** A thing with all its fields at once. */
  make(row: HistoryRow): void {
    const { thing, field, value } = row;
    this.#now.set(slotOf(row), value);
    if (field === 'type') this.changes.push({ ...opened(row, 'gemaakt'), before: undefined, after: undefined });
    if (field === 'weg' && value === true) this.#halfMade.set(thing, row.by);
  }

  change(row: HistoryRow): void {
    const slot = slotOf(row);
    const before = this.#now.get(slot);
    this.#now.set(slot, row.value);
    if (isSame(before, row.value)) return;
    if (row.field === 'weg' && this.#halfMade.get(row.thing) === row.by && this.#halfMade.delete(row.thing)) return;
    const kind = kindOf(row);
    const open = this.#open.get(slot);
    if (open !== undefined && this.#goesOn(open, row)) {
      open.at = row.at;
      open.until = { epoch: row.epoch, seq: row.seq };
      open.after = row.value;
      return;
    }
    const change: Open = { ...opened(row, kind), before, after: row.value };
    this.changes.push(change);
    if (kind === 'veld' || kind === 'plek') this.#open.set(slot, change);
  }

  #goesOn(open: Open, row: HistoryRow): boolean {
    const isApart = this.#apart.has(writeMoment(row)) || this.#apart.has(writeMoment(open.until));
    return !isApart && open.by === row.by && Date.parse(row.at) - Date.parse(open.at) <= oneGoMs;
  }
}

const slotOf = ({ thing, field }: HistoryRow): string => `${field} ${thing}`;

function kindOf(row: HistoryRow): Change['kind'] {
  if (isPlace(row)) return 'plek';
  switch (row.field) {
    case 'ink':
      return 'tekening';
    case 'weg':
      return row.value === true ? 'weg' : 'terug';
    case 'bevestigd':
      return 'bevestigd';
    default:
      return 'veld';
  }
}

const opened = ({ thing, field, by, at, epoch, seq }: HistoryRow, kind: Change['kind']) => ({
  kind,
  thing,
  field: kind === 'gemaakt' ? '' : field,
  by,
  from: at,
  at,
  since: { epoch, seq },
  until: { epoch, seq },
});

/** Takes the history, gives the row that last took each thing off the table. What was made and never put there is not among them. */
export function takenOff(rows: readonly HistoryRow[]): ReadonlyMap<string, HistoryRow> {
  const last = new Map<string, HistoryRow>();
  const lay = new Set<string>();
  for (const row of rows) {
    if (row.field !== 'weg') continue;
    if (row.value === true && lay.delete(row.thing)) last.set(row.thing, row);
    else if (row.value === false) lay.add(row.thing);
  }
  return last;
}
