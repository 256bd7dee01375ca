import { expect, test } from 'vitest';
import { savedState } from './saved.ts';
import type { ZoneState } from './saved.ts';

const whole: ZoneState = { ready: true, whole: true, online: true, waiting: 0 };

test('D24 the mark never says "opgeslagen" while anything waits, is away, or is being replaced', () => {
  expect(savedState([whole, whole], 0)).toEqual({ kind: 'opgeslagen' });
  const notKept: ZoneState[] = [
    { ...whole, waiting: 1 },
    { ...whole, online: false, whole: false },
    { ...whole, whole: false },
    { ...whole, ready: false, whole: false },
  ];
  for (const zone of notKept) {
    expect(savedState([whole, zone], 0).kind).not.toBe('opgeslagen');
    expect(savedState([zone, whole], 0).kind).not.toBe('opgeslagen');
  }
  expect(savedState([whole], 1)).toEqual({ kind: 'niet-geplaatst', n: 1 });
  expect(
    savedState(
      [
        { ...whole, online: false, whole: false, waiting: 2 },
        { ...whole, waiting: 1 },
      ],
      1,
    ),
  ).toEqual({ kind: 'offline', n: 3 });
});
