import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { allChecks } from '@samenbord/server/rooms/gate/checks.ts';
import type { Checks } from '@samenbord/server/rooms/gate/checks.ts';
import { judgeWith } from '@samenbord/server/rooms/gate/judging.ts';
import { besiege } from '../support/gate-siege.ts';

const runs = Number(process.env['GATE_RUNS'] ?? 60);

test('G22 of many hostile updates none that is accepted harms anybody', { timeout: 3_600_000 }, () => {
  let accepted = 0;
  let tried = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const siege = besiege(seed, 30);
      accepted += siege.accepted;
      tried += siege.tried;
      expect(siege.violations).toEqual([]);
    }),
    { numRuns: runs },
  );
  console.log(`gate, hostile: ${accepted} of ${tried} accepted, no harm`);
  expect(accepted).toBeGreaterThan(tried / 50);
});

/** Where harm was found before, so that it is not looked for from the start every time. */
const harmedBefore: Partial<Record<keyof Checks, number>> = { empty: 144, client: 104, hidden: 73, place: 18, gap: 17 };

/** With the check left out: the first siege in which the oracle sees harm, from where it was seen before. */
function siegeWithHarm(left: keyof Checks): number | undefined {
  const checks: Checks = { ...allChecks, [left]: false };
  const before = harmedBefore[left];
  if (before !== undefined && isHarmed(before, checks)) return before;
  for (let seed = 1; seed <= 200; seed++) if (isHarmed(seed, checks)) return seed;
  return undefined;
}

/** A document that Yjs itself cannot read any more is harm too. */
function isHarmed(seed: number, checks: Checks): boolean {
  try {
    return besiege(seed, 30, (scene, writer, bytes) => judgeWith(scene, writer, bytes, checks)).violations.length > 0;
  } catch {
    return true;
  }
}

test('G23 with any one check left out the same updates do harm, and the oracle sees it', { timeout: 120_000 }, () => {
  const names = Object.keys(allChecks) as (keyof Checks)[];
  const found = Object.fromEntries(names.map((name) => [name, siegeWithHarm(name)]));
  console.log('gate, the siege that does harm without each check:', JSON.stringify(found));
  for (const name of names) expect(found[name], name).toBeDefined();
});
