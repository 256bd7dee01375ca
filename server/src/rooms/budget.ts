import { limits } from '@samenbord/shared/wire/socket.ts';
import type { Change } from './gate/verdict.ts';

/** Far beyond a meeting of typing and drawing, or of hours offline; far less than what fills a disk. Counted per participant, however many sockets. */
const writing = { perSecond: 8 * 1024, burst: 8 * 1024 * 1024 };
/** A whole document for every tab and every bad connection, but not for ever. */
const reading = { perSecond: 1024 * 1024, burst: 64 * 1024 * 1024 };
/** Every answer costs more than the asking, however short it is. */
const askingCost = 64 * 1024;
/** How much is written between two measurements of a document that may be full. */
const measureEvery = 1024 * 1024;

/** What one participant may still take. The last one may be larger than what is left: then it takes longer before there is something again. */
type Purse = { left: number; at: number };
type Pace = { readonly perSecond: number; readonly burst: number };

/** What is left of one document for writing, and for each participant of it for writing and reading. */
export type Budget = {
  mayWrite(participant: string, now: number): boolean;
  mayRead(participant: string, now: number): boolean;
  /** Counts an answer of so many bytes about the whole document, or (nothing given) about who is there. */
  read(participant: string, bytes?: number): void;
  /** Counts what is written, with its rows of history; false (and nothing counted) when the document would be too large. */
  write(participant: string, bytes: number, changes: readonly Change[]): boolean;
};

/** Makes the budget of a document; `measure` gives its size now. */
export function createBudget(measure: () => number): Budget {
  const purses = { writing: new Map<string, Purse>(), reading: new Map<string, Purse>() };
  let size: number | undefined;
  let sinceMeasured = 0;

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

  return {
    mayWrite: (participant, now) => may(purses.writing, writing, participant, now),
    mayRead: (participant, now) => may(purses.reading, reading, participant, now),
    read: (participant, bytes) => {
      // To say what somebody misses, all of it is walked through.
      const walked = bytes === undefined ? 0 : (size ??= measure()) / 4;
      spend(purses.reading, participant, askingCost + walked + (bytes ?? 0));
    },
    write: (participant, bytes, changes) => {
      size ??= measure();
      // What is overwritten goes out of the document, so what was added up is too much: measured again, but not for every frame.
      if (size + bytes > limits.documentBytes && sinceMeasured >= measureEvery) {
        size = measure();
        sinceMeasured = 0;
      }
      if (size + bytes > limits.documentBytes) return false;
      size += bytes;
      sinceMeasured += bytes;
      spend(purses.writing, participant, bytes + historyOf(changes) / 8);
      return true;
    },
  };
}

/** One letter in a text keeps the whole text as a row: a small update can be a large piece of history. */
const historyOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, { value }) => sum + (typeof value === 'string' ? value.length : 0), 0);
