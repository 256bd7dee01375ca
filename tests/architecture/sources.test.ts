import { expect, test } from 'vitest';
import { read, sourceFiles } from './project.ts';

test('W9 no source is longer than 300 lines', () => {
  const files = sourceFiles();
  expect(files.length).toBeGreaterThan(20);
  const long = files
    .map((file) => ({ file, lines: read(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});
