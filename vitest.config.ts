import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

const cores = availableParallelism();
/** Half as many again as there are cores: most of what is tested waits now and then, for a disk, a clock or another process. */
const maxWorkers = Math.ceil(cores * 1.5);

// Some hundred processes read the same sources: each is compiled once.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.cache', 'compiled');

/** Before every file: which cases are generated. */
const setupFiles = [join(import.meta.dirname, 'tests/support/same-cases.ts')];

/** A test file beside its source: small, no browser, no server process. */
const beside = (room: string) => ({
  test: {
    name: room,
    root: room,
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node' as const,
    setupFiles,
    // Nothing here waits; on a loaded machine a long property test may.
    testTimeout: 60_000,
    maxWorkers,
    // What is pure leaves nothing behind for the next file; what stands in for a browser does.
    isolate: room === 'client',
  },
});

/** These take hold of the clock and of chance before Yjs does, so nothing may have been loaded before them. */
const ofItsOwn = ['sync/simulator.test.ts', 'sync/decoders.test.ts'];

export default defineConfig({
  test: {
    projects: [
      beside('shared'),
      beside('server'),
      beside('client'),
      {
        test: {
          name: 'tests',
          root: 'tests',
          include: ['**/*.test.ts'],
          exclude: ['meeting/**', '**/node_modules/**', ...ofItsOwn],
          setupFiles,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
          // Each makes its own server, database and folders, and takes them away again.
          isolate: false,
        },
      },
      {
        test: {
          name: 'alone',
          root: 'tests',
          include: ofItsOwn,
          setupFiles,
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        // Whole meetings in real browsers, last: beside them nothing else has to be quick.
        test: {
          name: 'meeting',
          root: 'tests',
          include: ['meeting/**/*.test.ts'],
          // What every meeting begins with is made once.
          globalSetup: [join(import.meta.dirname, 'tests/support/prepare.ts')],
          testTimeout: 240_000,
          // A machine that is busy for a moment makes a browser late. What fails twice is broken; what failed once is told in the report.
          retry: 1,
          expect: { poll: { timeout: 45_000 } },
          hookTimeout: 240_000,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
    passWithNoTests: false,
  },
});
