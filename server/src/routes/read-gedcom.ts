import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { newThingId } from '@samenbord/shared/board/field.ts';
import { withNewIds } from '@samenbord/shared/exchange/file-things.ts';
import type { ReadFile } from '@samenbord/shared/exchange/from-gedcom.ts';
import type { RefusalReason } from '@samenbord/shared/exchange/refusal.ts';
import { sayRefusal } from '@samenbord/shared/words/exchange.ts';
import { Refusal } from '../sign-in/refusal.ts';

/** What the thread answers: what is in the file, or why it is not taken. */
export type GedcomAnswer =
  | { readonly ok: true; readonly file: ReadFile }
  | {
      readonly ok: false;
      readonly reason: RefusalReason | undefined;
      readonly line: number | undefined;
      readonly encoding: string | undefined;
    };

const program = new URL('gedcom-thread.ts', import.meta.url);
const limitMs = 10_000;
const memory = { maxOldGenerationSizeMb: 256 };

let busy: Promise<unknown> = Promise.resolve();

/**
 * Takes the bytes of a family file, gives what is in it, with ids that nobody has. It is read in a thread of its own, one file after the other, with an end to its time
 * and memory: whatever is in it, no meeting waits for it. Refuses (`familiebestand-klopt-niet`) with the sentence that says what and where.
 */
export function readGedcom(bytes: Uint8Array): Promise<ReadFile> {
  const next = busy.then(() => inThread(bytes));
  busy = next.catch(() => undefined);
  return next;
}

async function inThread(bytes: Uint8Array): Promise<ReadFile> {
  const answer = await new Promise<GedcomAnswer>((resolve) => {
    const failed = { ok: false, reason: undefined, line: undefined, encoding: undefined } as const;
    const worker = new Worker(program, {
      workerData: bytes,
      name: 'gedcom',
      // The flags with which the process was started are about its own entry, not about this one.
      execArgv: [],
      resourceLimits: memory,
    });
    const timer = setTimeout(() => done(failed), limitMs);
    const done = (value: GedcomAnswer): void => {
      clearTimeout(timer);
      resolve(value);
      void worker.terminate();
    };
    worker.once('message', done);
    worker.once('error', () => done(failed));
    worker.once('exit', () => done(failed));
  });
  if (answer.ok) return { ...answer.file, things: withNewIds(answer.file.things, () => newThingId(randomBytes(16))) };
  const { reason = 'geen-gedcom', line, encoding } = answer;
  throw new Refusal('familiebestand-klopt-niet', { detail: sayRefusal(reason, line, encoding) });
}
