import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rails } from '@samenbord/shared/picture/picture.ts';
import { railSize, railsOnScreen } from './rails.ts';

const years = Array.from({ length: 20 }, (_, index) => ({
  from: index * 200,
  to: (index + 1) * 200,
  text: String(2006 + index),
  rank: index % 5 === 4 ? 0 : 1,
}));
const rails: Rails = {
  left: [
    { from: 0, to: 500, text: 'Gezin', rank: 0 },
    { from: 500, to: 540, text: 'Ruben', rank: 0 },
    { from: 540, to: 1200, text: 'Milan', rank: 0 },
  ],
  top: years,
  now: { x: 3900, text: 'nu' },
  corner: { x: -10, y: -24 },
  drawn: { width: 142, height: 46 },
};
const screen = { w: 1000, h: 600 };
type Spot = readonly [at: number, size: number];

test('C24 names in the picture that are in sight and large enough are enough', () => {
  expect(railsOnScreen(rails, { x: 200, y: 100, z: 1 }, screen)).toMatchObject({ left: undefined, top: undefined });
  expect(railsOnScreen(rails, { x: 200, y: 100, z: 0.3 }, screen).left?.size).toBe(railSize.left);
});

test('C24 what one is in the middle of is named at the edge, until its end pushes it out', () => {
  const at = railsOnScreen(rails, { x: -1300, y: -300, z: 1 }, screen);
  expect(at.left).toMatchObject({ from: 0, at: [railSize.top, 200, 240] });
  expect(at.top?.at[7]).toBe(railSize.left);
  expect(at.top?.at[8]).toBe(300);
  expect(railsOnScreen(rails, { x: -1300, y: -480, z: 1 }, screen).left?.at[0]).toBeUndefined();
  expect(railsOnScreen(rails, { x: -1450, y: -300, z: 1 }, screen).top?.at[7]).toBeUndefined();
});

test('C24 at a small zoom the name of a high lane makes room for that of the slim lane above it', () => {
  expect(railsOnScreen(rails, { x: 1000, y: 1000, z: 0.2 }, screen).left?.at).toEqual([200, 293, 315]);
});

test('C24 no name lies over another or off the screen, however the paper lies', () => {
  const far = fc.integer({ min: -5000, max: 5000 });
  fc.assert(
    fc.property(far, far, fc.double({ min: 0.1, max: 3, noNaN: true }), (x, y, z) => {
      const { left, top, now } = railsOnScreen(rails, { x, y, z }, screen);
      const spots = (top?.at ?? []).flatMap((at): Spot[] => (at === undefined ? [] : [[at, 44]]));
      if (now !== undefined) spots.push([now - 14, 28]);
      const down = (left?.at ?? []).flatMap((at): Spot[] => (at === undefined ? [] : [[at, 22]]));
      for (const row of [spots, down]) {
        const sorted = row.toSorted(([one], [other]) => one - other);
        for (const [index, [at, size]] of sorted.entries())
          expect(at + size - 4).toBeLessThanOrEqual(sorted[index + 1]?.[0] ?? Infinity);
      }
      for (const [at] of spots) expect(at > -14 && at < screen.w).toBe(true);
      for (const [at] of down) expect(at >= 0 && at < screen.h).toBe(true);
    }),
  );
});
