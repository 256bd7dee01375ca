import { parentPort, workerData } from 'node:worker_threads';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { DatabaseSync } from 'node:sqlite';
import { openKeyFolder } from '../keys/open-keys.ts';
import { migrate, newestSchema } from '../migrations/migrate.ts';
import type { Context } from '../operations/context.ts';
import { removeBoard } from '../operations/keys.ts';
import { operations } from '../operations/operations.ts';
import type { Tables } from '../tables.ts';
import { StorageError } from '../storage.ts';
import type { StorageCode } from '../storage.ts';
import { createVault } from '../vault.ts';
import { copyTo } from './backup.ts';
import { asStorageError, openDatabase } from './database.ts';
import { demandSchema, isWhole, makeReadOnly, setAsideDamagedWal } from './health.ts';
import { createKeyWork } from './key-work.ts';
import type { KeyWork } from './key-work.ts';
import { createScrubber } from './scrub.ts';
import type { Scrubber } from './scrub.ts';
import { createRun, sqliteDialect } from './dialect.ts';
import type { SqliteRun } from './dialect.ts';
import { damagedId, openedId } from './messages.ts';
import type { WorkerAnswer, WorkerOptions, WorkerRequest } from './messages.ts';

/** The thread that owns the database: nothing else in the process touches it, so the event loop of the rooms never waits for a disk. */
const mostInOneCommit = 256;
/** Who asks these is told only when it is out of the files too. */
const erasing: ReadonlySet<string> = new Set([
  'startEpoch',
  'eraseVersions',
  'replaceSheet',
  'deleteBoard',
  'dropOldKeys',
]);

type Opened = {
  readonly database: DatabaseSync;
  readonly context: Context;
  readonly run: SqliteRun;
  readonly scrubber: Scrubber;
  readonly damage: Damage;
  readonly keyWork: KeyWork;
};

/** Once found, damage stays until somebody repairs it: the database is read only, so that nothing good is written over. */
type Damage = { found: boolean; find(): void };

async function open(options: WorkerOptions): Promise<Opened> {
  const cutLog = setAsideDamagedWal(options.dataDir);
  const database = openDatabase(options.dataDir, options.maxBytes);
  try {
    const damage: Damage = {
      found: false,
      find: () => {
        if (damage.found) return;
        damage.found = true;
        makeReadOnly(database);
        parentPort?.postMessage([{ id: damagedId, ok: true, value: undefined }] satisfies WorkerAnswer[]);
      },
    };
    if (cutLog || !isWhole(database)) damage.find();
    const run = createRun(database);
    const db = new Kysely<Tables>({ dialect: sqliteDialect(run) });
    const keys = await openKeyFolder(join(options.dataDir, 'keys'), options);
    const keyWork = createKeyWork(database, keys);
    if (damage.found) demandSchema(database, newestSchema);
    else await upToDate(database, db);
    const scrubber = createScrubber(database);
    if (!damage.found) scrubber.now();
    const now = () => new Date().toISOString();
    const context: Context = {
      db,
      run,
      vault: createVault(keys),
      now,
      scrub: () => scrubber.ask(),
      doom: () => keyWork.doom(),
      isReadOnly: () => damage.found,
    };
    const opened = { database, context, run, scrubber, damage, keyWork };
    if (!damage.found) await finishDeletions(opened, keys.deleted());
    return opened;
  } catch (error) {
    database.close();
    throw error;
  }
}

async function upToDate(database: DatabaseSync, db: Kysely<Tables>): Promise<void> {
  database.exec('begin immediate');
  await migrate(db);
  database.exec('commit');
  // A new log from here: frames of an earlier life in it could not be told from damage.
  database.exec('pragma wal_checkpoint(truncate)');
}

/** A board whose keys are destroyed is gone: what is left of it here (a death in between, a copy of before that was put back) goes too. */
async function finishDeletions(
  { database, context, scrubber, keyWork }: Opened,
  deleted: readonly string[],
): Promise<void> {
  database.exec('begin immediate');
  for (const board of deleted) {
    if ((await operations.board(context, board).catch(() => true)) !== undefined) await removeBoard(context, board);
  }
  database.exec('commit');
  keyWork.finish();
  scrubber.now();
}

/** One request inside the transaction of the batch: it does all it says or nothing, and takes nobody along. */
async function runOne(opened: Opened, request: WorkerRequest): Promise<WorkerAnswer> {
  const { database, run, damage } = opened;
  run('savepoint request', []);
  try {
    const answer = await carryOut(opened, request);
    run('release request', []);
    return answer;
  } catch (error) {
    // On a full disk SQLite itself may have ended the whole transaction; then there is nothing to go back to.
    if (!database.isTransaction) throw error;
    run('rollback to request', []);
    run('release request', []);
    return { id: request.id, ok: false, code: codeOf(error, damage) };
  }
}

async function carryOut({ context }: Opened, request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.name === 'close' || request.name === 'backup') return { id: request.id, ok: true, value: undefined };
  const operation = operations[request.name] as (context: Context, ...args: unknown[]) => Promise<unknown>;
  return { id: request.id, ok: true, value: await operation(context, ...request.args) };
}

/** A page that cannot be read makes the whole database read only; after that a write is refused because of the damage, whatever SQLite calls it. */
function codeOf(error: unknown, damage: Damage): StorageCode {
  const { code } = asStorageError(error);
  if (!(error instanceof StorageError) && code === 'beschadigd') damage.find();
  return damage.found && code === 'geen-toegang' ? 'beschadigd' : code;
}

/** Group commit: everything that waits goes in one transaction, one sync of the disk. Nobody is told anything before that. */
async function runBatch(opened: Opened, batch: readonly WorkerRequest[]): Promise<WorkerAnswer[]> {
  const { database, run, scrubber, damage, keyWork } = opened;
  const [only] = batch;
  try {
    run('begin', []);
    const answers: WorkerAnswer[] = [];
    // One alone is the whole transaction.
    if (only !== undefined && batch.length === 1) answers.push(await carryOut(opened, only));
    else for (const request of batch) answers.push(await runOne(opened, request));
    run('commit', []);
    const keysDone = keyWork.finish();
    if (damage.found || (scrubber.finish() && keysDone)) return answers;
    // Erased and committed, but not yet out of the files: only who asked for that hears that it is not done.
    return answers.map((answer, index) =>
      erasing.has(batch[index]?.name ?? '') && answer.ok ? { id: answer.id, ok: false, code: 'vol' } : answer,
    );
  } catch (error) {
    const code = codeOf(error, damage);
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
      if (closing) {
        if (!opened.damage.found) opened.scrubber.now();
        opened.database.close();
      }
      port.postMessage(answers);
      if (closing) {
        port.close();
        return;
      }
      // Requests that came during the commit are still in the port; let them in before the next batch.
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = false;
  };
  const take = (request: WorkerRequest): void => {
    waiting.push(request);
    if (running) return;
    running = true;
    setImmediate(() => void run());
  };
  const receive = (request: WorkerRequest): void => {
    // Beside the batches: a copy takes as long as it takes.
    if (request.name === 'backup') return void backup(opened.database, port, request.id, request.args[0]);
    const ready = opened.keyWork.prepare(request);
    if (ready === undefined) return take(request);
    ready.then(
      () => take(request),
      (error: unknown) =>
        port.postMessage([{ id: request.id, ok: false, code: asStorageError(error).code }] satisfies WorkerAnswer[]),
    );
  };
  port.on('message', (requests: readonly WorkerRequest[]) => requests.forEach(receive));
}

async function backup(
  database: DatabaseSync,
  port: NonNullable<typeof parentPort>,
  id: number,
  file: string,
): Promise<void> {
  const answer = await copyTo(database, file).then(
    (): WorkerAnswer => ({ id, ok: true, value: undefined }),
    (error: unknown): WorkerAnswer => ({ id, ok: false, code: asStorageError(error).code }),
  );
  port.postMessage([answer]);
}

async function start(): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  try {
    serve(await open(workerData as WorkerOptions), port);
    port.postMessage([{ id: openedId, ok: true, value: undefined }] satisfies WorkerAnswer[]);
  } catch (error) {
    port.postMessage([{ id: openedId, ok: false, code: asStorageError(error).code }] satisfies WorkerAnswer[]);
  }
}

await start();
