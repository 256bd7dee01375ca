import { expect, test } from 'vitest';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { sitters } from '../support/canvas-harness/server.ts';
import { canvasTable, person } from '../support/canvas-harness/seats.ts';
import type { Seat } from '../support/canvas-harness/table.ts';

const { table, sit } = canvasTable();

/** Twenty years in which something happened, for the family and for Nadia. */
const twentyYears = async (): Promise<void> => {
  const events = Array.from({ length: 40 }, (_, index): NewThing => ({
    id: `ding-${index}`,
    type: 'gebeurtenis',
    by: 'pkarim',
    values: { wanneer: String(2005 + Math.floor(index / 2)), ...(index % 2 === 0 ? {} : { over: ['nadia'] }) },
    texts: { titel: `Wat er gebeurde, nummer ${index}` },
  }));
  await table().fresh([person('nadia', 'Nadia'), ...events], {});
};

/** How large a letter of a card is on the screen. */
const letter = (seat: Seat): Promise<number> =>
  seat.page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>('.canvas-node text')];
    const text = texts.find((one) => one.getBBox().height > 0);
    if (text === undefined) return 0;
    return (Number(text.getAttribute('font-size')) * text.getBoundingClientRect().height) / text.getBBox().height;
  });
const shown = (seat: Seat, rail: 'left' | 'top'): Promise<string[]> =>
  seat.page.locator(`.canvas-rail[data-rail="${rail}"] span:visible`).allTextContents();

test('C23 a tijdlijn of twenty years opens at the newest years, large enough to read; all of it is one button away', async () => {
  await twentyYears();
  const karim = await sit(sitters.karim, 'tijdlijn');
  expect(await letter(karim)).toBeGreaterThan(10);
  const newest = await karim.boxOf('ding-38');
  expect(newest.x > 128 && newest.x + newest.width <= 1440 && newest.y > 30 && newest.y < 500).toBe(true);
  await karim.page.getByRole('button', { name: w.zoom.all }).click();
  const oldest = await karim.boxOf('ding-0');
  expect(oldest.x).toBeGreaterThan(128);
  expect(await letter(karim)).toBeLessThan(10);
});

test('C24 names of lanes and years stay in sight, readable, wherever one looks and at every zoom', async () => {
  await twentyYears();
  const karim = await sit(sitters.karim, 'tijdlijn');
  await karim.page.mouse.move(800, 300);
  await karim.page.mouse.wheel(-300, 120);
  await karim.page.waitForTimeout(200);
  expect(await shown(karim, 'left')).toEqual(['Gezin', 'Nadia', 'Hulp']);
  const years = await shown(karim, 'top');
  expect(years.length).toBeGreaterThan(3);
  expect(years).not.toContain('nu');
  const name = karim.page.locator('.canvas-rail[data-rail="left"] span').nth(1);
  expect((await name.boundingBox())?.x).toBeLessThan(20);
  const before = (await name.boundingBox())?.height;
  await karim.page.getByRole('button', { name: w.zoom.all }).click();
  expect((await name.boundingBox())?.height).toBe(before);
  expect(await shown(karim, 'top')).toContain('nu');
  const size = await name.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
  expect(size).toBeGreaterThanOrEqual(14);
  expect(await karim.page.locator('.canvas-rails').getAttribute('aria-hidden')).toBe('true');
});

const inSight = async (seat: Seat, id: string): Promise<boolean> => {
  const box = await seat.thing(id).boundingBox();
  return box !== null && box.x >= 0 && box.x < 1280 && box.y >= 0 && box.y < 720;
};

test('C25 the screen in the room shows what the casusregisseur looks at, and all of it when nobody does', async () => {
  await twentyYears();
  const scherm = await sit(sitters.scherm, 'tijdlijn', { look: true, size: [1280, 720] });
  expect([await inSight(scherm, 'ding-0'), await inSight(scherm, 'ding-38')]).toEqual([true, true]);
  const marloes = await sit(sitters.marloes, 'tijdlijn');
  await marloes.page.waitForTimeout(600);
  const small = await letter(scherm);
  const karim = await sit(sitters.karim, 'tijdlijn');
  await scherm.until(async () => (await letter(scherm)) > small * 1.15 && inSight(scherm, 'ding-38'));
  await karim.page.mouse.move(800, 300);
  // As far as the oldest years: further lies empty paper, which the screen follows too, and the years only passed by on the way there.
  await karim.page.mouse.wheel(-900, 0);
  await scherm.until(async () => (await inSight(scherm, 'ding-0')) && !(await inSight(scherm, 'ding-38')));
  await karim.leave();
  await scherm.until(async () => (await inSight(scherm, 'ding-0')) && inSight(scherm, 'ding-38'));
  // The browser measures letters in whole steps of its own: the same camera, not the same last decimal.
  expect(await letter(scherm)).toBeCloseTo(small, 4);
});
