import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goTo, jumpTo, stepsOut, placeOfScreen, replaceBy, shownOf, startAt, zoneOfScreen } from './navigation.ts';
import type { Screen } from './navigation.ts';

const nu: Screen = { kind: 'nu' };
const list: Screen = { kind: 'lijst', instrument: 'tijdlijn' };
const card: Screen = { kind: 'ding', zone: 'gedeeld', id: 'aaa' };

test('L12 back leads to where one was, and never to a form that is done', () => {
  const there = goTo(goTo(startAt(nu), list), { kind: 'nieuw', zone: 'gedeeld', type: 'gebeurtenis' });
  const done = replaceBy(there, card);
  expect(shownOf(done)).toEqual(card);
  expect(shownOf(jumpTo(done, done.at - 1))).toEqual(list);
  expect(goTo(jumpTo(done, 0), { kind: 'bord' }).screens).toEqual([nu, { kind: 'bord' }]);
});

test('L12 whatever the browser asks for, something is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(nu, list, card), { maxLength: 6 }),
      fc.double({ noNaN: true }),
      (screens, at) => {
        const trail = jumpTo(screens.reduce(goTo, startAt(nu)), at);
        expect(trail.screens[trail.at]).toBeDefined();
      },
    ),
  );
});

test('L12 the place at the bottom is the last of the three one came through; the zone is that of what is shown', () => {
  const trail = goTo(goTo(startAt(nu), { kind: 'bord' }), list);
  expect([placeOfScreen(trail), placeOfScreen(goTo(trail, card)), placeOfScreen(startAt(card))]).toEqual([
    'bord',
    'bord',
    'nu',
  ]);
  const zones = [
    nu,
    card,
    { kind: 'mijn', tab: 'eigen' } as const,
    { kind: 'prepare' } as const,
    { kind: 'compose' } as const,
  ].map((screen) => zoneOfScreen(screen, 'eigen:pmoe'));
  expect(zones).toEqual(['gedeeld', 'gedeeld', 'eigen:pmoe', 'eigen:pmoe', undefined]);
});

test('L12 what was put somewhere leads back to before it was composed, in one go', () => {
  const trail = [
    { kind: 'compose' } as const,
    { kind: 'compose', at: 1 } as const,
    { kind: 'compose', at: 2 } as const,
  ].reduce(goTo, goTo(startAt(nu), list));
  expect(shownOf(jumpTo(trail, trail.at - stepsOut(trail)))).toEqual(list);
  expect([stepsOut(startAt({ kind: 'compose' })), stepsOut(startAt(nu))]).toEqual([0, 0]);
});
