import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SheetDocument } from '@samenbord/shared/meeting/sheet-document.ts';
import type { Analysis } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { documentOf } from './document.ts';
import type { AnalysisDocument, ExportMeta } from './document.ts';

/** What is to be set, each by its own template, and the moment that the file says it was made. */
export type PdfWork = { readonly moment: number } & (
  | { readonly kind: 'analyse'; readonly doc: AnalysisDocument }
  | { readonly kind: 'afspraken'; readonly doc: SheetDocument }
);
export type PdfJob = { readonly id: number; readonly work: PdfWork };
export type PdfResult = { readonly id: number; readonly pdf: Uint8Array | undefined };

export type PdfErrorCode = 'pdf-mislukt' | 'pdf-te-lang';

/** The message never holds content. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;
  constructor(code: PdfErrorCode) {
    super(
      code === 'pdf-te-lang'
        ? 'De PDF was niet op tijd klaar: probeer het nog een keer, of neem de HTML-versie.'
        : 'De PDF kon niet gemaakt worden: neem de HTML-versie.',
    );
    this.name = 'PdfError';
    this.code = code;
  }
}

type Waiting = {
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (error: PdfError) => void;
  readonly timer: NodeJS.Timeout;
};

/** One worker at a time, started at the first document and stopped when it hangs; the server may end while it waits. */
const state: { worker: ChildProcess | undefined; last: number } = { worker: undefined, last: 0 };
const waiting = new Map<number, Waiting>();
const program = fileURLToPath(new URL('pdf-worker.ts', import.meta.url));

const limitMs = 20_000;

/**
 * The analysis as a PDF (PDF/UA-1: tagged, Dutch, with a title, headings, lists, tables with headers and described pictures), made by Typst in a
 * process of its own. Throws `PdfError` when it cannot be made or takes longer than `timeoutMs`.
 */
export function toPdf(analysis: Analysis, meta: ExportMeta, { timeoutMs = limitMs } = {}): Promise<Uint8Array> {
  const moment = Math.floor(Date.parse(analysis.gemaakt) / 1000);
  return setAsPdf({ kind: 'analyse', doc: documentOf(analysis, meta), moment }, timeoutMs);
}

/** The agreements of a meeting as a PDF of the same kind: one A4, and a second page that says so when they do not fit. Throws `PdfError` as above. */
export function sheetToPdf(doc: SheetDocument, dag: string): Promise<Uint8Array> {
  return setAsPdf({ kind: 'afspraken', doc, moment: Math.floor(Date.parse(dag) / 1000) }, limitMs);
}

function setAsPdf(work: PdfWork, timeoutMs: number): Promise<Uint8Array> {
  const job: PdfJob = { id: ++state.last, work };
  return new Promise((done, failed) => {
    const timer = setTimeout(() => stopWorker('pdf-te-lang'), timeoutMs);
    waiting.set(job.id, { done, failed, timer });
    const worker = (state.worker ??= startWorker());
    hold(worker, true);
    worker.send(job);
  });
}

function startWorker(): ChildProcess {
  const worker = fork(program, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    execArgv: ['--max-old-space-size=256'],
  });
  worker.on('message', ({ id, pdf }: PdfResult) => {
    settle(id, (one) => (pdf === undefined ? one.failed(new PdfError('pdf-mislukt')) : one.done(pdf)));
    if (waiting.size === 0) hold(worker, false);
  });
  const broken = (): void => {
    if (state.worker === worker) stopWorker('pdf-mislukt');
  };
  worker.on('error', broken);
  worker.on('exit', broken);
  return worker;
}

/** While somebody waits the worker keeps the server alive; otherwise it does not. */
function hold(worker: ChildProcess, held: boolean): void {
  if (held) worker.ref();
  else worker.unref();
  if (held) worker.channel?.ref();
  else worker.channel?.unref();
}

function settle(id: number, how: (one: Waiting) => void): void {
  const one = waiting.get(id);
  if (one === undefined) return;
  waiting.delete(id);
  clearTimeout(one.timer);
  how(one);
}

/** Ends a worker that hangs or broke; everything that waited for it is told. */
function stopWorker(code: PdfErrorCode): void {
  const { worker } = state;
  state.worker = undefined;
  for (const id of waiting.keys()) settle(id, (one) => one.failed(new PdfError(code)));
  worker?.kill('SIGKILL');
}
