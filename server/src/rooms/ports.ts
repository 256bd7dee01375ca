import type { DocumentRow, LastGood, LoadedDocument, NewEpoch, ParticipantRow } from '../storage/storage.ts';

/** Time as the rooms know it, so that a simulator can own it. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `run` once after `ms`; what comes back calls it off. */
  setTimeout(run: () => void, ms: number): () => void;
};

/** What happens on a socket. The room sets one listener and never looks at the socket's own events. */
export type WireListener = {
  /** One frame; `undefined` for a text frame, which nobody should send. */
  message(bytes: Uint8Array | undefined): void;
  /** An answer to a ping. */
  alive(): void;
  closed(): void;
};

/** One socket, whatever carries it. Nothing here throws, also not on a socket that is gone. */
export type Wire = {
  send(bytes: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Cuts the connection without a word. */
  terminate(): void;
  ping(): void;
  /** Bytes that were sent but have not left yet. */
  bufferedAmount(): number;
  listen(listener: WireListener): void;
};

/** A document that has new rows in the log, up to and including `seq`. */
export type Wake = { readonly board: string; readonly zone: string; readonly epoch: number; readonly seq: number };

/** Between processes on the same data. It only wakes: the log is the truth. */
export type Bus = {
  publish(wake: Wake): void;
  /** What comes back ends it. */
  subscribe(listener: (wake: Wake) => void): () => void;
};

/** Where the rooms say what happened. Never content, never names: ids, codes and numbers. */
export type RoomLog = {
  warn(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(fields: Readonly<Record<string, string | number>>, message: string): void;
};

/** The part of the storage that the rooms use. */
export type RoomStorage = {
  epoch(board: string, zone: string): Promise<number | undefined>;
  loadDocument(board: string, zone: string): Promise<LoadedDocument>;
  /** What can still be had of a damaged document; without it such a document is not available. */
  lastGood?(board: string, zone: string): Promise<LastGood>;
  append(rows: readonly DocumentRow[]): Promise<void>;
  saveSnapshot(board: string, zone: string, epoch: number, seq: number, update: Uint8Array): Promise<void>;
  startEpoch(next: NewEpoch): Promise<void>;
  participants(board: string): Promise<ParticipantRow[]>;
};

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The bus of a single process: everybody who listens hears it at once. */
export function createLocalBus(): Bus {
  const listeners = new Set<(wake: Wake) => void>();
  return {
    publish: (wake) => {
      for (const listener of listeners) listener(wake);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
