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

test('D24 in every state of the lines the mark says what is true, and how much waits', () => {
  const either = [true, false];
  const states: ZoneState[] = either.flatMap((ready) =>
    either.flatMap((online) =>
      either.flatMap((searched) =>
        [0, 2].flatMap((waiting) =>
          ([undefined, 'server', 'gestopt'] as const).flatMap((trouble) =>
            (ready && online ? either : [false]).map((isWhole) => ({
              ready,
              online,
              searched,
              waiting,
              trouble,
              whole: isWhole,
            })),
          ),
        ),
      ),
    ),
  );
  const said = new Set<string>();
  for (const zone of states) {
    for (const lost of [0, 1]) {
      const mark = savedState([whole, zone], lost);
      said.add(mark.kind);
      const isKept = zone.whole && zone.waiting === 0 && zone.trouble === undefined;
      expect([zone, lost, mark.kind === 'opgeslagen']).toEqual([zone, lost, isKept && lost === 0]);
      expect([zone, mark.kind === 'lukt-niet']).toEqual([zone, zone.trouble !== undefined]);
      const isAway = !zone.online && (zone.ready || zone.searched === true);
      expect([zone, mark.kind === 'offline']).toEqual([zone, isAway && zone.trouble === undefined]);
      const counted = 'n' in mark && mark.kind !== 'niet-geplaatst' ? mark.n : zone.waiting;
      expect([zone, counted]).toEqual([zone, zone.waiting]);
      expect([zone, zone.waiting > 0 && ['laden', 'opgeslagen', 'niet-geplaatst'].includes(mark.kind)]).toEqual([
        zone,
        false,
      ]);
    }
  }
  expect(said).toEqual(new Set(['opgeslagen', 'bezig', 'offline', 'lukt-niet', 'niet-geplaatst', 'laden']));
});

test('D24 a stop is said before a server that cannot keep anything, and that before a line that is down', () => {
  const away: ZoneState = { ...whole, online: false, whole: false, waiting: 1 };
  const full: ZoneState = { ...away, trouble: 'server' };
  const stopped: ZoneState = { ...away, trouble: 'gestopt' };
  expect(savedState([away, full, stopped], 3)).toEqual({ kind: 'lukt-niet', waarom: 'gestopt', n: 3 });
  expect(savedState([away, full], 3)).toEqual({ kind: 'lukt-niet', waarom: 'server', n: 2 });
  expect(savedState([away], 3)).toEqual({ kind: 'offline', n: 1 });
});

test('D63 what waits for a table that is shut is said after all that is worse, and is never called kept', () => {
  const whole = { ready: true, whole: true, online: true, waiting: 0 };
  expect(savedState([whole], 0, 2)).toEqual({ kind: 'tafel-dicht', n: 2 });
  expect(savedState([{ ...whole, waiting: 1 }], 0, 2)).toEqual({ kind: 'bezig', n: 3 });
  expect(savedState([{ ...whole, online: false }], 0, 2)).toEqual({ kind: 'offline', n: 2 });
  expect(savedState([whole], 1, 2)).toEqual({ kind: 'niet-geplaatst', n: 1 });
  expect(savedState([], 0, 1)).toEqual({ kind: 'tafel-dicht', n: 1 });
});
