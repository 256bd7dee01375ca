import type { RoomStorage } from '@samenbord/server/rooms/ports.ts';
import { StorageError } from '@samenbord/server/storage/storage.ts';
import type { DocumentRow, ParticipantRow } from '@samenbord/server/storage/storage.ts';
import type { Dice } from '../gate-dice.ts';
import type { Schedule } from './schedule.ts';

/** One process as the disk sees it. What a dead one still had under way is answered to nobody. */
export type Life = { alive: boolean };

type Document = { readonly epoch: number; readonly rows: DocumentRow[] };
type Pending = { readonly life: Life; readonly commit: () => void };

const keyOf = (board: string, zone: string): string => `${board} ${zone}`;
const copy = (row: DocumentRow): DocumentRow => ({ ...row, update: row.update.slice(), history: [...row.history] });

/** The disk of the simulation: slow, sometimes full, sometimes lying; what was committed outlives every process. */
export class Disk {
  readonly participants: ParticipantRow[] = [];
  /** Chance in a hundred that a commit or a load fails now. */
  failing = 0;
  slow = false;
  onCommitted: (row: DocumentRow) => void = () => undefined;
  commits = 0;
  readonly #documents = new Map<string, Document>();
  readonly #pending = new Set<Pending>();
  readonly #schedule: Schedule;
  readonly #dice: Dice;

  constructor(schedule: Schedule, dice: Dice) {
    this.#schedule = schedule;
    this.#dice = dice;
  }

  make(board: string, zone: string, first: readonly DocumentRow[]): void {
    this.#documents.set(keyOf(board, zone), { epoch: 1, rows: [] });
    this.#keep(first);
  }

  rows(board: string, zone: string): readonly DocumentRow[] {
    return this.#document(board, zone).rows;
  }

  get zones(): string[] {
    return [...this.#documents.keys()].map((key) => key.slice(key.indexOf(' ') + 1));
  }

  /** The storage as one process has it. */
  for(life: Life): RoomStorage {
    return {
      epoch: (board, zone) => this.#answer(life, () => this.#documents.get(keyOf(board, zone))?.epoch),
      participants: (board) => this.#answer(life, () => this.participants.filter((one) => one.board === board)),
      saveSnapshot: () => this.#answer(life, () => undefined),
      startEpoch: () => Promise.reject(new StorageError('onbereikbaar')),
      loadDocument: (board, zone) =>
        this.#answer(life, () => {
          if (this.#dice.chance(this.failing)) throw new StorageError('onbereikbaar');
          const { epoch, rows } = this.#document(board, zone);
          const clients = rows.flatMap(({ client, by }) =>
            client === undefined || by === undefined ? [] : [{ client, participant: by }],
          );
          return {
            epoch,
            lastSeq: rows.length,
            updates: rows.map((row) => row.update.slice()),
            rows: rows.length,
            clients,
          };
        }),
      append: (rows) => this.#append(life, rows.map(copy)),
    };
  }

  /** A process dies: of what it had under way some landed, and it never heard which. */
  died(life: Life): void {
    for (const pending of this.#pending) {
      if (pending.life !== life) continue;
      this.#pending.delete(pending);
      if (this.#dice.chance(40)) pending.commit();
    }
  }

  #append(life: Life, rows: readonly DocumentRow[]): Promise<void> {
    const pending: Pending = { life, commit: () => this.#keep(rows) };
    this.#pending.add(pending);
    return new Promise((resolve, reject) => {
      this.#schedule.later(this.#delay(), () => {
        if (!this.#pending.delete(pending) || !life.alive) return;
        try {
          const fails = this.#dice.chance(this.failing);
          // Committed, and said to have failed: the log is the truth.
          const lies = fails && this.#dice.chance(30);
          if (!fails || lies) this.#keep(rows);
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
