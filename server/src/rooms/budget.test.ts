import { expect, test } from 'vitest';
import { defaultLimits as limits } from '../limits.ts';
import { createBudget } from './budget.ts';

const MB = 1024 * 1024;
const portsFor = (measure: () => number) => ({ measure, makers: () => [] });
const text = (length: number) => [{ thing: 'kaart', field: 'tekst', value: 'x'.repeat(length) }];

test('R32 one participant writes so much and then waits; the others do not', () => {
  const budget = createBudget(portsFor(() => 0));
  let written = 0;
  for (; budget.mayWrite('p-een', 0); written += 0.25 * MB) expect(budget.write('p-een', 0.25 * MB, [])).toBe(true);
  expect(written).toBe(8 * MB);
  expect(budget.mayWrite('p-twee', 0)).toBe(true);
  expect(budget.mayWrite('p-een', 1000)).toBe(true);
});

test('R32 a small change of a long text counts as the history that it makes', () => {
  const budget = createBudget(portsFor(() => 0));
  let frames = 0;
  for (; budget.mayWrite('p-een', 0); frames++)
    budget.write('p-een', 20, text(1000).concat(...Array(999).fill(text(1000))));
  expect(frames).toBeLessThan(80);
});

test('R33 a document takes no more than its limit, and what was overwritten makes room again', () => {
  let real = 0;
  let measured = 0;
  const budget = createBudget(
    portsFor(() => {
      measured++;
      return real;
    }),
  );
  const write = (): boolean => budget.mayWrite('p-een', 0) !== undefined && budget.write('p-een', 0.5 * MB, []);
  for (let sum = 0.5 * MB; sum <= limits.documentBytes; sum += 0.5 * MB) expect(write()).toBe(true);
  expect(write()).toBe(true);
  real = limits.documentBytes;
  while (write()) expect(measured).toBeLessThan(20);
  const before = measured;
  for (let index = 0; index < 100; index++) expect(write()).toBe(false);
  expect(measured).toBe(before);
});

test('R34 who asks for the whole document on and on is stopped, in proportion to what it takes', () => {
  const budget = createBudget(portsFor(() => 8 * MB));
  const asked = (bytes: number | undefined, who: string): number => {
    let count = 0;
    for (; budget.mayRead(who, 0) && count < 5000; count++) budget.read(who, bytes);
    return count;
  };
  expect(asked(8 * MB, 'p-een')).toBeLessThan(10);
  expect(asked(100, 'p-twee')).toBeLessThan(50);
  expect(asked(undefined, 'p-drie')).toBeLessThan(1100);
  expect(budget.mayRead('p-een', 20_000)).toBe(true);
});

test('R65 one participant makes so many things of a document and no more; what is taken away in between still counts', () => {
  const made = (count: number) =>
    Array.from({ length: count }, () => ({ thing: 'k', field: 'type', value: 'notitie' }));
  const told: unknown[] = [];
  const makers = () => Array.from({ length: 3998 }, (_, index) => (index === 0 ? 'p-twee' : 'p-een'));
  const budget = createBudget({ measure: () => 0, makers, onFill: (fill) => told.push(fill) });
  expect(budget.write('p-een', 10, made(2))).toBe(true);
  expect(told).toEqual([{ all: 66, participant: 'p-een', own: 79 }]);
  expect(budget.write('p-een', 10, made(1))).toBe(true);
  expect(told.slice(1)).toEqual([{ all: 66, participant: 'p-een', own: 80 }]);
  expect(budget.write('p-een', 10, made(1000))).toBe(true);
  expect(budget.write('p-een', 10, made(1))).toBe(false);
  expect(budget.write('p-een', 10, text(3))).toBe(true);
  expect(budget.write('p-twee', 10, made(1))).toBe(true);
  expect(told.slice(2)).toEqual([
    { all: 83, participant: 'p-een', own: 100 },
    { all: 83, participant: 'p-twee', own: 0 },
  ]);
});
