import { defaultLimits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import type { Change } from './gate/verdict.ts';

/** How much is written between two measurements of a document that may be full. */
const measureEvery = 1024 * 1024;

/** What one participant may still take. The last one may be larger than what is left: then it takes longer before there is something again. */
type Purse = { left: number; at: number };
type Pace = { readonly perSecond: number; readonly burst: number };

/** How full a document is, in whole per cents: for everybody, and for whoever has used up most of their own share of it. */
export type Fill = { readonly all: number; readonly participant: string; readonly own: number };

/** What is left of one document for writing, and for each participant of it for writing and reading. */
export type Budget = {
  mayWrite(participant: string, now: number): boolean;
  mayRead(participant: string, now: number): boolean;
  /** Counts an answer of so many bytes about the whole document, or (nothing given) about who is there. */
  read(participant: string, bytes?: number): void;
  /**
   * Counts what is written, with its rows of history; false (and nothing counted) when the document would be too large, or when this participant has made
   * their share of its things.
   */
  write(participant: string, bytes: number, changes: readonly Change[]): boolean;
};

export type BudgetPorts = {
  /** The size of the document now. */
  readonly measure: () => number;
  /** Who made each thing that is in the document now, what was taken off included. */
  readonly makers: () => Iterable<string | undefined>;
  /** Told after the first write and whenever it passes the mark from which people are told, in either direction. */
  readonly onFill?: (fill: Fill) => void;
  readonly limits?: Limits;
};

/** Makes the budget of a document. */
export function createBudget({ measure, makers, onFill, limits = defaultLimits }: BudgetPorts): Budget {
  const writing = { perSecond: limits.writePerSecond, burst: limits.writeBurst };
  const reading = { perSecond: limits.readPerSecond, burst: limits.readBurst };
  const purses = { writing: new Map<string, Purse>(), reading: new Map<string, Purse>() };
  const told = new Map<string, string>();
  let size: number | undefined;
  let sinceMeasured = 0;
  let made: { total: number; readonly by: Map<string, number> } | undefined;

  const may = (all: Map<string, Purse>, pace: Pace, participant: string, now: number): boolean => {
    const purse = all.get(participant) ?? { left: pace.burst, at: now };
    purse.left = Math.min(pace.burst, purse.left + (Math.max(0, now - purse.at) / 1000) * pace.perSecond);
    purse.at = now;
    all.set(participant, purse);
    return purse.left > 0;
  };
  const spend = (all: Map<string, Purse>, participant: string, amount: number): void => {
    const purse = all.get(participant);
    if (purse !== undefined) purse.left -= amount;
  };

  const fits = (bytes: number): boolean => {
    size ??= measure();
    // What is overwritten goes out of the document, so what was added up is too much: measured again, but not for every frame.
    if (size + bytes > limits.documentBytes && sinceMeasured >= measureEvery) {
      size = measure();
      sinceMeasured = 0;
    }
    return size + bytes <= limits.documentBytes;
  };
  const tell = (participant: string, own: number): void => {
    const all = percent(Math.max((size ?? 0) / limits.documentBytes, (made?.total ?? 0) / limits.things));
    const share = percent(own / limits.thingsPerParticipant);
    const now = `${all >= limits.warnAtPercent} ${share >= limits.warnAtPercent}`;
    if (told.get(participant) === now) return;
    told.set(participant, now);
    onFill?.({ all, participant, own: share });
  };

  return {
    mayWrite: (participant, now) => may(purses.writing, writing, participant, now),
    mayRead: (participant, now) => may(purses.reading, reading, participant, now),
    read: (participant, bytes) => {
      // To say what somebody misses, all of it is walked through.
      const walked = bytes === undefined ? 0 : (size ??= measure()) / 4;
      spend(purses.reading, participant, limits.askCost + walked + (bytes ?? 0));
    },
    write: (participant, bytes, changes) => {
      const more = newThings(changes);
      made ??= countMakers(makers());
      const own = (made.by.get(participant) ?? 0) + more;
      if (more > 0 && own > limits.thingsPerParticipant) return false;
      if (!fits(bytes)) return false;
      made.total += more;
      made.by.set(participant, own);
      size = (size ?? 0) + bytes;
      sinceMeasured += bytes;
      spend(purses.writing, participant, bytes + historyOf(changes) / 8);
      tell(participant, own);
      return true;
    },
  };
}

const percent = (part: number): number => Math.floor(part * 100);

/** A new thing says its type, once and for all. */
const newThings = (changes: readonly Change[]): number =>
  changes.reduce((sum, { field }) => sum + (field === 'type' ? 1 : 0), 0);

function countMakers(makers: Iterable<string | undefined>): { total: number; readonly by: Map<string, number> } {
  const by = new Map<string, number>();
  let total = 0;
  for (const maker of makers) {
    total += 1;
    if (maker !== undefined) by.set(maker, (by.get(maker) ?? 0) + 1);
  }
  return { total, by };
}

/** One letter in a text keeps the whole text as a row: a small update can be a large piece of history. */
const historyOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, { value }) => sum + (typeof value === 'string' ? value.length : 0), 0);
