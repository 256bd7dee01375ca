import type { DocumentRow } from '../storage/storage.ts';
import { RoomError } from './room-error.ts';
import type { Kept } from './row.ts';
import type { Meet } from './two-rooms.ts';

/** One step in the queue: a row to commit, or only something to do after everything before it is committed. */
export type Step = {
  readonly row?: DocumentRow;
  readonly done: () => void;
  readonly failed?: (error: RoomError) => void;
  /** Its row is committed together with that of another document. */
  readonly meet?: Meet | undefined;
};

export type CommitPorts = {
  readonly append: (rows: readonly DocumentRow[]) => Promise<Kept>;
  /** After the steps of one commit are done. */
  readonly onTold: () => void;
  /** Nothing waits any more. */
  readonly onEmpty: () => void;
  /** A commit failed: the document in memory is ahead of the log for good. */
  readonly onFailed: (why: Exclude<Kept, 'kept'>) => void;
};

/** Persist, then tell: steps happen in order, each after the commit of every row before it. What waits is committed together. */
export class CommitQueue {
  readonly #ports: CommitPorts;
  #steps: Step[] = [];
  #bytes = 0;
  #busy = false;
  #failed = false;
  #running: Promise<void> = Promise.resolve();

  constructor(ports: CommitPorts) {
    this.#ports = ports;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Bytes of updates that are not committed yet. */
  get waitingBytes(): number {
    return this.#bytes;
  }

  /** Resolves when nothing waits any more. Never rejects. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#running;
  }

  /** Without anything before it, a step without a row is done at once. */
  add(step: Step): void {
    if (this.#failed) return step.failed?.(new RoomError('onbereikbaar'));
    this.#steps.push(step);
    this.#bytes += step.row?.update.length ?? 0;
    if (this.#busy) return;
    this.#busy = true;
    this.#running = this.#run();
  }

  /** Like `add`; resolves after the commit. */
  committed(row?: DocumentRow, done?: () => void, meet?: Meet): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        done?.();
        resolve();
      };
      const failed = (error: RoomError): void => {
        meet?.fail();
        reject(error);
      };
      this.add({ ...(row === undefined ? {} : { row }), done: finish, failed, meet });
    });
  }

  /** Takes no more steps; those that wait fail. A commit that is under way is still waited for, and told if it succeeds. */
  fail(steps: readonly Step[] = [], why: Exclude<Kept, 'kept'> = 'onbereikbaar'): void {
    const waiting = this.#steps;
    this.#failed = true;
    this.#steps = [];
    for (const { failed } of [...steps, ...waiting]) failed?.(new RoomError(why));
  }

  /** What is committed together: all that waits, up to what meets another document; that alone. */
  #next(): Step[] {
    const meets = this.#steps.findIndex(({ meet }) => meet !== undefined);
    return this.#steps.splice(0, meets === -1 ? this.#steps.length : Math.max(meets, 1));
  }

  #keep([first]: readonly Step[], rows: readonly DocumentRow[]): Promise<Kept> {
    const { meet, row } = first ?? {};
    if (meet === undefined || row === undefined) return this.#ports.append(rows);
    return meet.arrive(row, (both) => this.#ports.append(both));
  }

  async #run(): Promise<void> {
    while (this.#steps.length > 0) {
      const batch = this.#next();
      const rows = batch.flatMap(({ row }) => row ?? []);
      const kept = rows.length === 0 ? 'kept' : await this.#keep(batch, rows);
      this.#bytes -= rows.reduce((sum, { update }) => sum + update.length, 0);
      if (kept !== 'kept') {
        this.fail(batch, kept);
        this.#ports.onFailed(kept);
      } else {
        for (const { done } of batch) done();
        this.#ports.onTold();
      }
    }
    this.#busy = false;
    this.#ports.onEmpty();
  }
}
