import * as Y from 'yjs';
import type { RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { erasedHash } from '@samenbord/server/storage/erased.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { DocumentRow, LoadedDocument, NewEpoch, ParticipantRow } from '@samenbord/server/storage/storage.ts';
import type { Dice } from '../gate-dice.ts';
import type { Schedule } from './schedule.ts';

/** One process as the disk sees it. What a dead one still had under way is answered to nobody. */
export type Life = { alive: boolean };

type Document = {
  readonly epoch: number;
  readonly rows: DocumentRow[];
  /** Clients that came with the epoch, not with a row. */
  readonly clients: NewEpoch['clients'];
  snapshot: { readonly seq: number; readonly update: Uint8Array } | undefined;
  readonly erased: readonly string[];
};
type Pending = { readonly life: Life; readonly commit: () => void };

const keyOf = (board: string, zone: string): string => `${board} ${zone}`;
const copy = (row: DocumentRow): DocumentRow => ({ ...row, update: row.update.slice(), history: [...row.history] });

/** The disk of the simulation: slow, sometimes full, sometimes lying; what was committed outlives every process. */
export class Disk {
  readonly participants: ParticipantRow[] = [];
  /** Chance in a hundred that a commit or a load fails now. */
  failing = 0;
  slow = false;
  /** Nothing can be written; reading goes on. */
  full = false;
  onCommitted: (row: DocumentRow) => void = () => undefined;
  onEpoch: (next: NewEpoch) => void = () => undefined;
  commits = 0;
  epochs = 0;
  snapshots = 0;
  readonly #documents = new Map<string, Document>();
  readonly #pending = new Set<Pending>();
  readonly #schedule: Schedule;
  readonly #dice: Dice;

  constructor(schedule: Schedule, dice: Dice) {
    this.#schedule = schedule;
    this.#dice = dice;
  }

  make(board: string, zone: string, first: readonly DocumentRow[]): void {
    this.#documents.set(keyOf(board, zone), { epoch: 1, rows: [], clients: [], snapshot: undefined, erased: [] });
    this.#keep(first);
  }

  /** The rows of the present epoch. */
  rows(board: string, zone: string): readonly DocumentRow[] {
    return this.#document(board, zone).rows;
  }

  /** What a database without an order of rows would do; for a planted mistake only. */
  overwrite(row: DocumentRow): void {
    const { rows } = this.#document(row.board, row.zone);
    if (row.seq <= rows.length + 1) rows[row.seq - 1] = copy(row);
  }

  epochOf(board: string, zone: string): number {
    return this.#document(board, zone).epoch;
  }

  get zones(): string[] {
    return [...this.#documents.keys()].map((key) => key.slice(key.indexOf(' ') + 1));
  }

  /** The storage as one process has it. */
  for(life: Life): RoomStorage {
    return {
      epoch: (board, zone) => this.#answer(life, () => this.#documents.get(keyOf(board, zone))?.epoch),
      participants: (board) => this.#answer(life, () => this.participants.filter((one) => one.board === board)),
      saveSnapshot: (board, zone, epoch, seq, update) =>
        this.#write(life, () => this.#keepSnapshot(board, zone, epoch, { seq, update: update.slice() })),
      startEpoch: (next) => this.#write(life, () => this.#startEpoch({ ...next, update: next.update.slice() })),
      loadDocument: (board, zone) =>
        this.#answer(life, () => {
          if (this.#dice.chance(this.failing)) throw new StorageError('onbereikbaar');
          return this.#load(board, zone);
        }),
      append: (rows) => {
        const own = rows.map(copy);
        return this.#write(life, () => this.#keep(own));
      },
    };
  }

  /** A process dies: of what it had under way some landed, and it never heard which. */
  died(life: Life): void {
    for (const pending of this.#pending) {
      if (pending.life !== life) continue;
      this.#pending.delete(pending);
      if (!this.#dice.chance(40)) continue;
      try {
        pending.commit();
      } catch {
        // Another process was first: refused, and nobody hears it.
      }
    }
  }

  #load(board: string, zone: string): LoadedDocument {
    const { epoch, rows, clients, snapshot, erased } = this.#document(board, zone);
    const after = rows.filter(({ seq }) => seq > (snapshot?.seq ?? 0));
    const written = rows.flatMap(({ client, by }) =>
      client === undefined || by === undefined ? [] : [{ client, participant: by }],
    );
    return {
      epoch,
      lastSeq: rows.length,
      updates: [...(snapshot === undefined ? [] : [snapshot.update]), ...after.map(({ update }) => update)].map((one) =>
        one.slice(),
      ),
      rows: after.length,
      clients: [...clients, ...written],
      ...(erased.length === 0 ? {} : { erased }),
    };
  }

  #write(life: Life, commit: () => void): Promise<void> {
    const pending: Pending = { life, commit };
    this.#pending.add(pending);
    return new Promise((resolve, reject) => {
      this.#schedule.later(this.#delay(), () => {
        if (!this.#pending.delete(pending) || !life.alive) return;
        try {
          if (this.full) throw new StorageError('vol');
          const fails = this.#dice.chance(this.failing);
          // Committed, and said to have failed: the log is the truth.
          const lies = fails && this.#dice.chance(30);
          if (!fails || lies) commit();
          if (fails) throw new StorageError(lies ? 'onbereikbaar' : 'vol');
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #keep(rows: readonly DocumentRow[]): void {
    const next = new Map<string, number>();
    for (const { board, zone, epoch, seq } of rows) {
      const document = this.#document(board, zone);
      const expected = next.get(keyOf(board, zone)) ?? document.rows.length + 1;
      if (epoch !== document.epoch || seq !== expected) throw new StorageError('volgorde');
      next.set(keyOf(board, zone), seq + 1);
    }
    for (const row of rows) {
      this.#document(row.board, row.zone).rows.push(row);
      this.commits += 1;
      this.onCommitted(row);
    }
  }

  #keepSnapshot(board: string, zone: string, epoch: number, snapshot: { seq: number; update: Uint8Array }): void {
    const document = this.#document(board, zone);
    if (document.epoch !== epoch || snapshot.seq > document.rows.length) throw new StorageError('volgorde');
    // Read back before it counts, as the contract says.
    new Y.Doc().transact((transaction) => Y.applyUpdate(transaction.doc, snapshot.update));
    this.snapshots += 1;
    document.snapshot = snapshot;
  }

  #startEpoch(next: NewEpoch): void {
    const { board, zone, from, update, clients, erased } = next;
    const document = this.#document(board, zone);
    if (document.epoch !== from.epoch || document.rows.length !== from.seq) throw new StorageError('volgorde');
    const gone = erased === undefined ? [] : [erasedHash(board, zone, erased)];
    this.#documents.set(keyOf(board, zone), {
      epoch: from.epoch + 1,
      rows: [{ board, zone, epoch: from.epoch + 1, seq: 1, update, history: [] }],
      clients,
      snapshot: undefined,
      erased: [...document.erased, ...gone],
    });
    this.epochs += 1;
    this.onEpoch(next);
  }

  #document(board: string, zone: string): Document {
    const document = this.#documents.get(keyOf(board, zone));
    if (document === undefined) throw new StorageError('onbekend');
    return document;
  }

  #answer<T>(life: Life, read: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#schedule.later(this.#dice.below(this.slow ? 500 : 5), () => {
        if (!life.alive) return;
        try {
          resolve(read());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #delay(): number {
    if (this.slow) return 200 + this.#dice.below(1800);
    return this.#dice.chance(5) ? this.#dice.below(400) : 1 + this.#dice.below(8);
  }
}
