import { expect, test } from 'vitest';
import { readRuns } from '@samenbord/server/start/font-metrics.ts';
import { fontRuns } from '@samenbord/shared/picture/font-metrics.ts';

test.each([400, 600] as const)('K1 the table of widths at weight %i is what stands in the font', (weight) => {
  const runs = readRuns(weight).map(({ from, widths }) => [from, widths]);
  expect(runs.length).toBeGreaterThan(10);
  expect(fontRuns[weight]).toEqual(runs);
});
