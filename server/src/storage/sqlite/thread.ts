import { Worker } from 'node:worker_threads';
import { StorageError } from '../storage.ts';
import { damagedId, openedId } from './messages.ts';
import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './messages.ts';

type Asked = WorkerRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/** One life of the thread that owns the database. */
export type Thread = {
  /** Rejects with `onbereikbaar` when the thread dies before it answers: whether it was done is then in the log only. */
  ask(request: Asked): Promise<unknown>;
  /** Cuts it off; what it was asked is lost. */
  end(): Promise<void>;
};

type Told = {
  /** It died, whatever it died of. Called once. */
  readonly onGone: () => void;
  /** The database turned out to be damaged: from now on it is read only. */
  readonly onDamaged: () => void;
};

/** Starts the thread and waits until the database is open. Throws the `StorageError` with which that failed. */
export async function startThread(workerData: WorkerOptions, told: Told): Promise<Thread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    name: 'storage',
    // The flags with which the process was started are about its own entry, not about this one.
    execArgv: [],
    // Rows come and go: a small nursery is enough, and by itself it would take three times sixteen megabytes.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: StorageError) => void }>();
  let state: 'opening' | 'open' | 'gone' = 'opening';
  let lastId = openedId;
  const expect = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  const gone = (): void => {
    if (state === 'gone') return;
    const wasOpen = state === 'open';
    state = 'gone';
    for (const { reject } of waiting.values()) reject(new StorageError('onbereikbaar'));
    waiting.clear();
    if (wasOpen) told.onGone();
  };
  const hear = (answer: WorkerAnswer): void => {
    if (answer.id === damagedId) return told.onDamaged();
    const request = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) request?.resolve(answer.value);
    else request?.reject(new StorageError(answer.code));
  };
  worker.on('message', (answers: readonly WorkerAnswer[]) => answers.forEach(hear));
  // What is asked in one turn of the event loop goes over together: a message costs more than what is in it.
  let outbox: WorkerRequest[] = [];
  const post = (request: WorkerRequest): void => {
    outbox.push(request);
    if (outbox.length > 1) return;
    setImmediate(() => {
      const requests = outbox;
      outbox = [];
      try {
        worker.postMessage(requests);
      } catch {
        // Something in them cannot be copied: a mistake of ours, which may not take the process along.
        for (const { id } of requests) hear({ id, ok: false, code: 'onbereikbaar' });
      }
    });
  };
  // An error is followed by the exit; only then has the thread let go of the database.
  worker.on('error', () => undefined);
  worker.on('exit', gone);
  const end = async (): Promise<void> => {
    await worker.terminate();
  };
  await expect(openedId).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  state = 'open';
  return {
    ask: (request) => {
      if (state === 'gone') return Promise.reject(new StorageError('onbereikbaar'));
      lastId += 1;
      const answer = expect(lastId);
      post({ id: lastId, ...request });
      return answer;
    },
    end,
  };
}
