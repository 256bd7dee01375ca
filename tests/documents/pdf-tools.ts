import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What readers from outside say about a PDF: poppler and qpdf, as the test command found or installed them. */
export type PdfSeen = {
  readonly text: string;
  readonly info: string;
  readonly check: string;
  readonly raw: string;
  readonly structure: string;
};

export function lookInto(pdf: Uint8Array): PdfSeen {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-pdf-'));
  const file = join(folder, 'analyse.pdf');
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    writeFileSync(file, pdf);
    return {
      text: run('pdftotext', '-enc', 'UTF-8', file, '-'),
      info: run('pdfinfo', file),
      check: run('qpdf', '--check', file),
      raw: Buffer.from(pdf).toString('latin1'),
      structure: run('pdfinfo', '-struct', file),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same without the line at the foot of each page, which would cut a text that runs over two pages. */
export const withoutFooters = (text: string): string =>
  text.replaceAll(/Versie \d+ · SHA-256 [0-9a-f]{64}\s+Bladzijde \d+ van \d+/g, '');

/** Text without what setting it may change: spaces, line ends, and the invisible places where a long word may break. */
export const bare = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
