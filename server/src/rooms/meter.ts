import type { RoomStorage } from './ports.ts';
import { RoomError } from './room-error.ts';

/** What the rooms count for whoever runs the server: numbers and codes, never who or what. */
export type RoomMeter = {
  /** Rows that are on disk, and how long that took. */
  committed(rows: number, seconds: number): void;
  refused(code: string): void;
  closed(code: number): void;
  /** The answer to a question for all of a document, in bytes. */
  answered(bytes: number): void;
  storageFailed(during: 'append' | 'load' | 'snapshot' | 'epoch'): void;
};

/** `held`: rooms, timers and what else is kept for them. `committing`: commits under way. */
export type RoomCounts = {
  readonly rooms: number;
  readonly sockets: number;
  readonly seats: number;
  readonly held: number;
  readonly waitingBytes: number;
  readonly committing: number;
};

export const noMeter: RoomMeter = {
  committed: () => undefined,
  refused: () => undefined,
  closed: () => undefined,
  answered: () => undefined,
  storageFailed: () => undefined,
};

/** The same storage, with what it takes and what it cannot do counted. `busy` says how many commits are under way. */
export function counted(storage: RoomStorage, meter: RoomMeter): { readonly storage: RoomStorage; busy(): number } {
  let busy = 0;
  const told = async <T>(during: Parameters<RoomMeter['storageFailed']>[0], deed: Promise<T>): Promise<T> => {
    try {
      return await deed;
    } catch (error) {
      meter.storageFailed(during);
      throw error;
    }
  };
  return {
    busy: () => busy,
    storage: {
      epoch: (board, zone) => told('load', storage.epoch(board, zone)),
      participants: (board) => told('load', storage.participants(board)),
      loadDocument: (board, zone) => told('load', storage.loadDocument(board, zone)),
      lastGood: (board, zone) =>
        told('load', storage.lastGood?.(board, zone) ?? Promise.reject(new RoomError('onbereikbaar'))),
      saveSnapshot: (...args) => told('snapshot', storage.saveSnapshot(...args)),
      startEpoch: (next) => told('epoch', storage.startEpoch(next)),
      append: async (rows) => {
        const begin = performance.now();
        busy += 1;
        try {
          await told('append', storage.append(rows));
          meter.committed(rows.length, (performance.now() - begin) / 1000);
        } finally {
          busy -= 1;
        }
      },
    },
  };
}
