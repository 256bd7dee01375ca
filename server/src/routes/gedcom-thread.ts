import { parentPort, workerData } from 'node:worker_threads';
import { fromGedcom } from '@samenbord/shared/exchange/from-gedcom.ts';
import { ExchangeRefusal } from '@samenbord/shared/exchange/refusal.ts';
import type { GedcomAnswer } from './read-gedcom.ts';

/** Runs in a thread of its own: one file, one answer. */
function answerTo(bytes: Uint8Array): GedcomAnswer {
  let last = 0;
  try {
    return { ok: true, file: fromGedcom(bytes, () => `in-dit-bestand-${++last}`) };
  } catch (error) {
    const known = error instanceof ExchangeRefusal ? error : undefined;
    return { ok: false, reason: known?.reason, line: known?.line, encoding: known?.encoding };
  }
}

parentPort?.postMessage(answerTo(workerData as Uint8Array));
