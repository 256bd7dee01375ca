import { parentPort, workerData } from 'node:worker_threads';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { DatabaseSync } from 'node:sqlite';
import { openKeyFiles } from '../keys.ts';
import { migrate } from '../migrations/migrate.ts';
import type { Context } from '../operations/context.ts';
import { operations } from '../operations/operations.ts';
import type { Tables } from '../tables.ts';
import { createVault } from '../vault.ts';
import { asStorageError, openDatabase } from './database.ts';
import { createScrubber } from './scrub.ts';
import type { Scrubber } from './scrub.ts';
import { sqliteDialect } from './dialect.ts';
import { openedId } from './messages.ts';
import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './messages.ts';

/** The thread that owns the database: nothing else in the process touches it, so the event loop of the rooms never waits for a disk. */
const mostInOneCommit = 256;

type Opened = { readonly database: DatabaseSync; readonly context: Context; readonly scrubber: Scrubber };

async function open(options: WorkerOptions): Promise<Opened> {
  const database = openDatabase(options.dataDir, options.maxBytes);
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    const vault = createVault(openKeyFiles(join(options.dataDir, 'keys'), options.masterKey));
    database.exec('begin immediate');
    await migrate(db);
    database.exec('commit');
    const scrubber = createScrubber(database);
    scrubber.finish();
    const context = { db, vault, now: () => new Date().toISOString(), scrub: () => scrubber.ask() };
    return { database, context, scrubber };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** One request inside the transaction of the batch: it does all it says or nothing, and takes nobody along. */
async function runOne(database: DatabaseSync, context: Context, request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.name === 'close') return { id: request.id, ok: true, value: undefined };
  const operation = operations[request.name] as (context: Context, ...args: unknown[]) => Promise<unknown>;
  database.exec('savepoint request');
  try {
    const value = await operation(context, ...request.args);
    database.exec('release request');
    return { id: request.id, ok: true, value };
  } catch (error) {
    // On a full disk SQLite itself may have ended the whole transaction; then there is nothing to go back to.
    if (!database.isTransaction) throw error;
    database.exec('rollback to request');
    database.exec('release request');
    return { id: request.id, ok: false, code: asStorageError(error).code };
  }
}

/** Group commit: everything that waits goes in one transaction, one sync of the disk. Nobody is told anything before that. */
async function runBatch(
  { database, context, scrubber }: Opened,
  batch: readonly WorkerRequest[],
): Promise<WorkerAnswer[]> {
  try {
    database.exec('begin');
    const answers: WorkerAnswer[] = [];
    for (const request of batch) answers.push(await runOne(database, context, request));
    database.exec('commit');
    if (scrubber.finish()) return answers;
    // Erased and committed, but not yet out of the files: only who asked for that hears that it is not done.
    return answers.map((answer, index) =>
      batch[index]?.name === 'startEpoch' && answer.ok ? { id: answer.id, ok: false, code: 'vol' } : answer,
    );
  } catch (error) {
    const { code } = asStorageError(error);
    if (database.isTransaction) database.exec('rollback');
    return batch.map(({ id }) => ({ id, ok: false, code }));
  }
}

function serve(opened: Opened, port: NonNullable<typeof parentPort>): void {
  const waiting: WorkerRequest[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostInOneCommit);
      const answers = await runBatch(opened, batch);
      const closing = batch.some(({ name }) => name === 'close');
      if (closing) opened.database.close();
      for (const answer of answers) port.postMessage(answer);
      if (closing) {
        port.close();
        return;
      }
      // Requests that came during the commit are still in the port; let them in before the next batch.
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = false;
  };
  port.on('message', (request: WorkerRequest) => {
    waiting.push(request);
    if (running) return;
    running = true;
    setImmediate(() => void run());
  });
}

async function start(): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  try {
    serve(await open(workerData as WorkerOptions), port);
    port.postMessage({ id: openedId, ok: true, value: undefined } satisfies WorkerAnswer);
  } catch (error) {
    port.postMessage({ id: openedId, ok: false, code: asStorageError(error).code } satisfies WorkerAnswer);
  }
}

await start();
