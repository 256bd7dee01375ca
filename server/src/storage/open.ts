import { Worker } from 'node:worker_threads';
import { operations } from './operations/operations.ts';
import { openedId } from './sqlite/messages.ts';
import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './sqlite/messages.ts';
import { StorageError } from './storage.ts';
import type { Storage } from './storage.ts';

export type OpenOptions = {
  readonly dataDir: string;
  /** 32 bytes in base64; by default `MASTER_KEY`, and without that a file with mode 600, made in `keys/` of the data directory. */
  readonly masterKey?: string | undefined;
  /** The database does not grow beyond this; then every write says `vol`. */
  readonly maxBytes?: number | undefined;
};

type Waiting = { resolve: (value: unknown) => void; reject: (error: StorageError) => void };

/** Opens (and makes, where needed) the data in `dataDir`. Throws `StorageError`: `in-gebruik`, `geen-toegang`, `vol`, `te-nieuw`, `sleutel`, `beschadigd`. */
export async function openStorage(options: OpenOptions): Promise<Storage> {
  const workerData: WorkerOptions = {
    dataDir: options.dataDir,
    masterKey: options.masterKey ?? process.env['MASTER_KEY'],
    maxBytes: options.maxBytes,
  };
  const worker = new Worker(new URL('./sqlite/worker.ts', import.meta.url), {
    workerData,
    name: 'storage',
    // The flags with which the process was started are about its own entry, not about this one.
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let gone = false;
  let closing: Promise<void> | undefined;

  const failAll = (): void => {
    gone = true;
    const code = closing === undefined ? 'onbereikbaar' : 'gesloten';
    for (const { reject } of waiting.values()) reject(new StorageError(code));
    waiting.clear();
  };
  const expect = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  worker.on('message', (answer: WorkerAnswer) => {
    const request = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) request?.resolve(answer.value);
    else request?.reject(new StorageError(answer.code));
  });
  worker.on('error', failAll);
  worker.on('exit', failAll);
  await expect(openedId).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });

  let lastId = openedId;
  const send = (request: { name: 'close' } | { name: keyof typeof operations; args: unknown[] }): Promise<unknown> => {
    if (gone) return Promise.reject(new StorageError(closing === undefined ? 'onbereikbaar' : 'gesloten'));
    lastId += 1;
    const answer = expect(lastId);
    worker.postMessage({ id: lastId, ...request } satisfies WorkerRequest);
    return answer;
  };
  const close = (): Promise<void> => {
    closing ??= send({ name: 'close' }).then(async () => {
      gone = true;
      await worker.terminate();
    });
    return closing;
  };
  const names = Object.keys(operations) as (keyof typeof operations)[];
  const calls = names.map((name) => [
    name,
    (...args: unknown[]) =>
      closing === undefined ? send({ name, args }) : Promise.reject(new StorageError('gesloten')),
  ]);
  return { ...(Object.fromEntries(calls) as Omit<Storage, 'close'>), close };
}
