import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts.ts';
import { pdfData } from './pdf-data.ts';
import type { PdfJob, PdfResult } from './pdf.ts';

/** Runs in its own thread: setting a document must never hold up a meeting. */
const fonts = readFonts();
const workspace: unknown = workerData;
const root = typeof workspace === 'string' ? workspace : '/';
const source = readFileSync(new URL('analysis.typ', import.meta.url), 'utf8');
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fonts.blobs] }] });

parentPort?.on('message', ({ id, doc, moment }: PdfJob) => {
  try {
    const pdf = new Uint8Array(compose(pdfData(doc, fonts.covers), moment));
    answer({ id, pdf }, [pdf.buffer]);
  } catch {
    // The message of the compiler quotes what people typed: it stays here.
    answer({ id, pdf: undefined }, []);
  } finally {
    compiler.evictCache(0);
  }
});

function answer(result: PdfResult, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(result, transfer);
}

function compose(data: string, moment: number): Buffer {
  compiler.mapShadow(join(root, 'data.json'), Buffer.from(data));
  const compiled = compiler.compile({ mainFileContent: source });
  if (compiled.result === null) throw new Error('not composed');
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: moment });
}
