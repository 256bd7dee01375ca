import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from '../storage/after.ts';
import type { Storage } from '../storage/storage.ts';
import { describeError } from './log.ts';
import type { Log } from './log.ts';

/** Beside the database and in the log: how long the chain of each board was, and its last hash. */
export const headsFile = (dataDir: string): string => join(dataDir, 'trace-heads.jsonl');
const everyMs = 600_000;

export type Heads = {
  /** Writes down the chains that grew since the last time. Never throws. */
  note(): Promise<void>;
  stop(): void;
};

/**
 * A chain alone does not show that its end was cut off, or that all of it was written anew. So now and then its end is written down outside the database: in a
 * file that only grows, and in the log, which goes to another machine where one collects it.
 */
export function createHeads({ storage, dataDir, log }: { storage: Storage; dataDir: string; log: Log }): Heads {
  const known = new Map<string, number>();
  const note = async (): Promise<void> => {
    try {
      const grown = (await storage.auditHeads()).filter(({ board, lines }) => known.get(board) !== lines);
      if (grown.length === 0) return;
      const text = grown.map((head) => `${JSON.stringify(head)}\n`).join('');
      // A line that was cut off by a death does not take this one along.
      const start = known.size === 0 ? '\n' : '';
      await appendFile(headsFile(dataDir), start + text, { mode: 0o600, flush: true });
      for (const { board, lines, hash } of grown) {
        known.set(board, lines);
        log.info({ board, lines, hash }, 'spoor');
      }
    } catch (error) {
      log.warn(describeError(error), 'einde van het spoor niet opgeschreven');
    }
  };
  const timer = setInterval(() => void note(), everyMs).unref();
  return { note, stop: () => clearInterval(timer) };
}

/** One thing that is wrong with the trace of a board: a code and the number of the line. */
export type TraceFault = {
  readonly board: string;
  readonly code: 'gewijzigd' | 'regels-weg' | 'herschreven' | 'hoofden-onleesbaar';
  readonly line: number;
};

/**
 * Reads the whole trace of all boards, also of those that are gone, and lays it beside the ends that were written down. `gewijzigd`: a line is not what was
 * written, or one is gone from the middle. `regels-weg`: the end is gone. `herschreven`: it fits together, but is not what was there.
 */
export async function verifyTrace(
  storage: Storage,
  dataDir: string,
): Promise<{ boards: number; lines: number; faults: TraceFault[] }> {
  const { heads, unread } = await readHeads(dataDir);
  const boards = new Set([...heads, ...(await storage.auditHeads())].map(({ board }) => board));
  const faults: TraceFault[] = unread.map((line) => ({ board: '', code: 'hoofden-onleesbaar', line }));
  let lines = 0;
  for (const board of boards) {
    const check = await storage.checkAudit(board);
    lines += check.lines;
    if (check.broken !== undefined) faults.push({ board, code: 'gewijzigd', line: check.broken });
    const wrong = heads.find((head) => head.board === board && check.hashes[head.lines - 1] !== head.hash);
    if (wrong === undefined) continue;
    const cut = check.lines < wrong.lines;
    faults.push({ board, code: cut ? 'regels-weg' : 'herschreven', line: cut ? check.lines + 1 : wrong.lines });
  }
  return { boards: boards.size, lines, faults };
}

async function readHeads(dataDir: string): Promise<{ heads: AuditHead[]; unread: number[] }> {
  const text = await readFile(headsFile(dataDir), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const heads: AuditHead[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const head = headOf(line);
    if (head === undefined) unread.push(index + 1);
    else heads.push(head);
  }
  return { heads, unread };
}

function headOf(line: string): AuditHead | undefined {
  try {
    const read = JSON.parse(line) as Partial<AuditHead>;
    const { board, lines, hash } = read;
    if (typeof board !== 'string' || typeof lines !== 'number' || typeof hash !== 'string') return undefined;
    return { board, lines, hash };
  } catch {
    return undefined;
  }
}
