import { expect, test } from 'vitest';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { canvasTable, note } from '../support/canvas-harness/seats.ts';
import type { Seat } from '../support/canvas-harness/table.ts';
import { sitters } from '../support/canvas-harness/server.ts';

const { table, sit } = canvasTable();

async function makeNote(seat: Seat, tekst: string, x: number, y: number): Promise<string> {
  await seat.tool('Notitie');
  await seat.clickPaper(x, y);
  await seat.page.getByLabel(w.fields.tekst).fill(tekst);
  await seat.page.getByRole('button', { name: w.put }).click();
  const isIt = (one: { type: string; tekst?: string }): boolean => one.type === 'notitie' && one.tekst === tekst;
  const id = await table().find((board) => [...board.things.values()].find(isIt)?.id);
  await seat.thing(id).waitFor();
  return id;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
const middleOf = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
const apart = (one: Box, other: Box): boolean =>
  one.x + one.width <= other.x ||
  other.x + other.width <= one.x ||
  one.y + one.height <= other.y ||
  other.y + other.height <= one.y;
const boxOf = async (seat: Seat, selector: string): Promise<Box> => {
  const box = await seat.page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  return box;
};

test('C21 on an empty table the first card lies where it was put, and nothing moves when one or another makes something', async () => {
  await table().fresh([], {});
  const karim = await sit(sitters.karim, 'genogram');
  const first = await makeNote(karim, 'De eerste', 420, 240);
  const home = await karim.boxOf(first);
  expect(Math.abs(middleOf(home).x - 420)).toBeLessThan(4);
  expect(Math.abs(middleOf(home).y - 240)).toBeLessThan(4);
  const marloes = await sit(sitters.marloes, 'genogram');
  const second = await makeNote(karim, 'De tweede', 1000, 560);
  const third = await makeNote(marloes, 'Van Marloes', 200, 150);
  await karim.thing(third).waitFor({ state: 'attached' });
  await karim.page.waitForTimeout(400);
  expect(await karim.boxOf(first)).toEqual(home);
  expect(Math.abs(middleOf(await karim.boxOf(second)).x - 1000)).toBeLessThan(4);
});

test('C21 what lands out of sight comes in sight, above the toolbar', async () => {
  const karim = await sit(sitters.karim, 'tijdlijn');
  await karim.page.mouse.move(700, 400);
  await karim.page.mouse.wheel(0, 2500);
  await karim.page.waitForTimeout(200);
  await karim.page.getByRole('button', { name: 'Gebeurtenis' }).press('Enter');
  await karim.page.getByLabel(w.fields.titel).fill('Verhuisd');
  await karim.page.getByLabel(w.fields.wanneer).fill('maart 2014');
  await karim.page.getByRole('button', { name: w.put }).click();
  const id = await table().find((board) => [...board.things.values()].find((one) => one.type === 'gebeurtenis')?.id);
  const bar = await boxOf(karim, '.canvas-toolbar');
  const inSight = async (): Promise<boolean> => {
    const { y, height } = await karim.boxOf(id);
    return y >= 0 && y + height <= bar.y;
  };
  await karim.until(inSight);
  await karim.page.waitForTimeout(300);
  expect(await inSight()).toBe(true);
});

test('C21 all in sight means in the free part of the paper, whatever its size', async () => {
  const far = { links: { x: -1400, y: -300 }, rechts: { x: 1500, y: 900 }, hoek: { x: -1400, y: 900 } };
  await table().fresh(
    Object.keys(far).map((id) => note(id, 'pkarim', `Kaart ${id}`)),
    far,
  );
  for (const size of [
    [1440, 900],
    [1024, 768],
    [560, 700],
  ] as const) {
    const karim = await sit(sitters.karim, 'genogram', { size });
    await karim.page.getByRole('button', { name: w.zoom.all }).click();
    const taken = await Promise.all(['.canvas-toolbar', '.canvas-zoom'].map((one) => boxOf(karim, one)));
    for (const id of Object.keys(far)) {
      const box = await karim.boxOf(id);
      expect([size, id, taken.every((part) => apart(box, part))]).toEqual([size, id, true]);
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= size[0] && box.y + box.height <= size[1]).toBe(true);
    }
  }
});

test('C22 on a tablet and beside an open drawer every tool can be reached, and Terug and Opnieuw are in sight', async () => {
  for (const [width, height] of [
    [1024, 768],
    [768, 1024],
    [520, 700],
    [360, 700],
  ] as const) {
    const karim = await sit(sitters.karim, 'gezinspatroon', { size: [width, height] });
    const reached = await karim.page.evaluate(() => {
      const onTop = (node: Element): boolean => {
        const { x, y, width: wide, height: high } = node.getBoundingClientRect();
        return node.contains(document.elementFromPoint(x + wide / 2, y + high / 2));
      };
      const steps = [...document.querySelectorAll('.canvas-steps button')].map(onTop);
      const tools = [...document.querySelectorAll('.canvas-tools button')].map((tool) => {
        tool.scrollIntoView();
        return onTop(tool);
      });
      const zoom = [...document.querySelectorAll('.canvas-zoom button')].map(onTop);
      return { steps, tools, zoom };
    });
    expect([width, reached.steps]).toEqual([width, [true, true]]);
    expect([width, reached.tools.length > 8, reached.tools.every(Boolean)]).toEqual([width, true, true]);
    expect([width, reached.zoom]).toEqual([width, [true, true, true]]);
    const mark = await boxOf(karim, 'button[title="made with tldraw"]');
    expect([width, apart(mark, await boxOf(karim, '.canvas-toolbar'))]).toEqual([width, true]);
  }
});
