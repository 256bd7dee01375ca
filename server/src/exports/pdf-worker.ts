import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { sheetPdfData } from './agreements-pdf.ts';
import { readFonts } from './fonts.ts';
import { pdfData } from './pdf-data.ts';
import type { PdfJob, PdfResult, PdfWork } from './pdf.ts';

/** Runs in a process of its own: setting a document must never hold up a meeting, and a fault in native code must never end one. */
const fonts = readFonts();
/** No folder of the machine: the compiler sees what is put here by name and nothing else. */
const root = '/samenbord-documents';
const sourceOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const sources = { analyse: sourceOf('analysis.typ'), afspraken: sourceOf('agreements.typ') } as const;
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fonts.blobs] }] });

process.on('disconnect', () => process.exit());
process.on('message', ({ id, work }: PdfJob) => {
  try {
    answer({ id, pdf: new Uint8Array(compose(work)) });
  } catch {
    // The message of the compiler quotes what people typed: it stays here.
    answer({ id, pdf: undefined });
  } finally {
    compiler.evictCache(0);
  }
});

function answer(result: PdfResult): void {
  process.send?.(result);
}

function compose(work: PdfWork): Buffer {
  const data = work.kind === 'analyse' ? pdfData(work.doc, fonts.covers) : sheetPdfData(work.doc, fonts.covers);
  compiler.mapShadow(`${root}/data.json`, Buffer.from(data));
  const compiled = compiler.compile({ mainFileContent: sources[work.kind] });
  if (compiled.result === null) throw new Error('not composed');
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: work.moment });
}
