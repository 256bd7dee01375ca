import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCanvasPage } from './canvas-harness/build.ts';
import { sayPrepared } from './prepared.ts';
import { startServer } from './running-server.ts';

/** Vitest calls it before the first meeting, and what it gives after the last: makes the example board and the page of the canvas once. */
export default async function prepare(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-prepared-'));
  const [server] = await Promise.all([
    startServer({ dataDir: join(folder, 'example'), demo: true }),
    buildCanvasPage(join(folder, 'canvas')),
  ]);
  await server.stop();
  sayPrepared(folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
