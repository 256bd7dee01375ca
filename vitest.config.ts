import { defineConfig } from 'vitest/config';

/** A test file beside its source: small, no browser, no server process. */
const beside = (room: string) => ({
  test: { name: room, root: room, include: ['src/**/*.test.{ts,tsx}'], environment: 'node' as const },
});

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
          exclude: ['meeting/**', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Whole meetings in real browsers: five of them at once is all two cores carry, so one file after the other, last.
        test: {
          name: 'meeting',
          root: 'tests',
          include: ['meeting/**/*.test.ts'],
          testTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    reporters: ['default'],
    passWithNoTests: false,
  },
});
