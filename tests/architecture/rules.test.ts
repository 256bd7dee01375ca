import { expect, test } from 'vitest';
import { read, sourceFiles } from './project.ts';

const ruleLine = /^- ([A-Z]\d+) \S/gm;
const title = /\b(?:test|it)(?:\.[a-z]+)*(?:\([^()]*\))?\(\s*(['"`])([A-Z]\d+)\b/g;

/** The numbers of all promises, in the order in which they stand, doubles included. */
function promised(): string[] {
  return [...read('tests/rules.md').matchAll(ruleLine)].map((found) => found[1] ?? '');
}

/**
 * The numbers with which titles of tests begin. A table test (`test.each`) counts by its own title. A contract is a suite that is run on each
 * implementation, so its tests stand outside the test files.
 */
function tested(): Set<string> {
  const files = sourceFiles().filter(
    (file) => /\.test\.tsx?$|^tests\/contracts\//.test(file) && file !== 'tests/architecture/rules.test.ts',
  );
  return new Set(['W6', ...files.flatMap((file) => [...read(file).matchAll(title)].map((found) => found[2] ?? ''))]);
}

test('W6 no number is given twice', () => {
  const numbers = promised();
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number, place) => numbers.indexOf(number) !== place)).toEqual([]);
});

test('W6 every promise has a test', () => {
  const shown = tested();
  expect(promised().filter((number) => !shown.has(number))).toEqual([]);
});

test('W6 every number in a title is a promise', () => {
  const numbers = new Set(promised());
  expect([...tested()].filter((number) => !numbers.has(number))).toEqual([]);
});

test('W6 titles are recognised in every form in which a test can be written', () => {
  const forms = ["test('Q1 a')", 'it("Q2 b")', "test.each([1])('Q3 c')", "test(\n  'Q4 d'", 'test.for(rows)(`Q5 e`)'];
  expect(forms.map((form) => [...form.matchAll(title)][0]?.[2])).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
  expect([..."const test = 'W1 no'".matchAll(title)]).toEqual([]);
});
