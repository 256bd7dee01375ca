import type { Connection } from './connection.ts';
import { readFrame, step2Frame } from './frames.ts';
import type { Clock } from './ports.ts';

/** A document as it lies in the storage: the whole of it in one update, committed. */
export type AsKept = { readonly epoch: number; readonly update: Uint8Array };

/** Hears what a document was kept as, before it is built in memory. True when somebody was answered with it. */
export type OnKept = (kept: AsKept) => boolean;

/** Frames that wait until the document is there. `answered` is what was sent meanwhile, in bytes. */
export type Waiting = { waiting: (Uint8Array | undefined)[]; answered?: number };

/**
 * Answers somebody who asks for everything with the bytes as they were kept: they have the board while the server still builds it. Their question is taken out
 * of what waits, so nothing is sent twice. Who comes for another epoch gets nothing. False when there was no such question.
 */
export function answerEarly(connection: Connection, entry: Waiting, { epoch, update }: AsKept): boolean {
  if (connection.closed || connection.ending || epoch !== connection.request.epoch) return false;
  const at = entry.waiting.findIndex(asksForAll);
  if (at === -1) return false;
  const answer = step2Frame(update);
  entry.waiting.splice(at, 1);
  entry.answered = answer.length;
  connection.send(answer);
  return true;
}

function asksForAll(bytes: Uint8Array | undefined): boolean {
  // The state vector of an empty document is one zero; anything longer says what they have.
  if (bytes === undefined || bytes.length > 8) return false;
  const frame = readFrame(bytes);
  return frame?.kind === 'step1' && frame.stateVector.length === 1 && frame.stateVector[0] === 0;
}

/** Who waits for documents that are being read, by document. */
export type EarlyListeners = {
  /** `listen` hears what is kept, as long as it is being read. */
  add(key: string, listen: OnKept): void;
  /** Tells everybody who waits, and lets go of the thread once, so that what they got leaves before the work goes on. */
  tell(key: string, kept: AsKept): Promise<void>;
  forget(key: string): void;
};

/** Nobody listens yet. */
export function createEarlyListeners(clock: Clock): EarlyListeners {
  const all = new Map<string, OnKept[]>();
  return {
    add: (key, listen) => void all.set(key, [...(all.get(key) ?? []), listen]),
    tell: async (key, kept) => {
      const told = (all.get(key) ?? []).filter((listen) => listen(kept));
      if (told.length > 0) await new Promise<void>((resolve) => void clock.setTimeout(resolve, 0));
    },
    forget: (key) => void all.delete(key),
  };
}
