import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { ofType } from '@samenbord/shared/board/board.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { dateSliderWords } from '@samenbord/shared/words/family-time.ts';
import { moreWords as m } from '@samenbord/shared/words/more-tools.ts';
import { quickWords as q } from '@samenbord/shared/words/quick.ts';
import { viewToolWords as v } from '@samenbord/shared/words/view-tools.ts';
import { canvasTable, person } from '../support/canvas-harness/seats.ts';
import { sitters } from '../support/canvas-harness/server.ts';
import type { Seat } from '../support/canvas-harness/table.ts';

const { table, sit } = canvasTable();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in what is around the paper and on it. */
async function findings(seat: Seat): Promise<string[]> {
  await seat.page.evaluate(axeSource);
  return seat.page.evaluate(async () => {
    type Axe = {
      run: (where: Element, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    };
    const { axe } = window as unknown as { axe: Axe };
    const page = document.querySelector('.canvas-page') ?? document.body;
    const { violations } = await axe.run(page, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

test('C69 with the keyboard alone somebody gets family with names, a vague birth and the kind of tie; Escape leaves nothing behind', async () => {
  await table().fresh([person('sanne', 'Sanne')], {});
  const karim = await sit(sitters.karim, 'genogram');
  const { keyboard } = karim.page;
  await karim.paper().focus();
  await keyboard.press('Tab');
  await karim.hears('Sanne');
  await keyboard.press('o');
  await karim.page.getByRole('form', { name: q.title.ouder('Sanne') }).waitFor();
  expect(await findings(karim)).toEqual([]);
  await keyboard.type('Fatma');
  await keyboard.press('Escape');
  await karim.until(async () => karim.onPaper());
  await keyboard.press('o');
  await keyboard.type('Fatma');
  await keyboard.press('Tab');
  await keyboard.type('Vr');
  await keyboard.press('Tab');
  await keyboard.type('rond 1980');
  for (let step = 0; step < 3; step++) await keyboard.press('Tab');
  await keyboard.type('Pl');
  await keyboard.press('Enter');
  const made = await table().find((board) => ofType(board, 'persoon').find(({ naam }) => naam === 'Fatma'));
  expect(made).toMatchObject({ geslacht: 'vrouw', geboren: '1980~' });
  const board = await table().board();
  expect(ofType(board, 'persoon')).toHaveLength(2);
  expect(ofType(board, 'ouder-kind').map(({ kind, soort }) => `${kind} ${soort}`)).toEqual(['sanne pleeg']);
  await karim.hears('Fatma');
  // The longer list is one letter away and has the handles in words.
  await keyboard.press('m');
  await karim.page.getByRole('region', { name: m.title('Fatma') }).waitFor();
  expect(await findings(karim)).toEqual([]);
  await keyboard.press('Escape');
  await karim.until(async () => karim.onPaper());
});

test('C70 what is tender says by name who will read it before anything is asked, and nothing is written when that is not right', async () => {
  await table().fresh([person('nadia', 'Nadia'), person('ruben', 'Ruben')], {
    nadia: { x: 0, y: 0 },
    ruben: { x: 300, y: 0 },
  });
  const karim = await sit(sitters.karim, 'genogram');
  await karim.choose('nadia');
  await karim.page.getByRole('button', { name: m.open, exact: true }).click();
  await karim.page.getByRole('button', { name: w.tools.verlies }).click();
  const readers = karim.page.locator('.canvas-readers');
  await readers.filter({ hasText: 'Karim' }).waitFor();
  expect(await karim.page.locator('.canvas-form select').count()).toBe(0);
  await karim.page.getByRole('button', { name: w.cancel }).click();
  expect((await table().board()).things.size).toBe(2);
  // She is still chosen; a second tap so soon would be a double one.
  await karim.page.getByRole('button', { name: m.open, exact: true }).click();
  await karim.page.getByRole('button', { name: w.tools.verlies }).click();
  await karim.page.getByRole('button', { name: m.goOn }).click();
  await karim.page.getByLabel(m.lossWhat).selectOption('miskraam');
  await karim.page.getByRole('button', { name: w.put }).click();
  const loss = await table().find((board) => ofType(board, 'zwangerschap')[0]);
  expect(loss).toMatchObject({ soort: 'miskraam', ouders: ['nadia'] });
  await karim.choose('nadia');
  await karim.page.keyboard.press('m');
  await karim.page.getByRole('button', { name: w.tools.geweld, exact: true }).click();
  await karim.page.mouse.click(...(await middle(karim, 'ruben')));
  await karim.page.getByRole('button', { name: m.goOn }).click();
  await karim.page.getByLabel(w.fields.volgens).selectOption({ label: 'Nadia' });
  await karim.page.getByLabel(m.violence).selectOption('lichamelijk-geweld');
  await karim.page.getByRole('button', { name: w.connect }).click();
  const line = await table().find((board) => ofType(board, 'relatielijn')[0]);
  expect(line).toMatchObject({ van: 'nadia', naar: 'ruben', vanWie: 'nadia' });
});

async function middle(seat: Seat, id: string): Promise<[number, number]> {
  const { x, y, width } = await seat.boxOf(id);
  return [x + width / 2, y + 20];
}

test('C71 who never puts people on a board has no handles and no letters; a finger presses them; the screen in the room shows none', async () => {
  const nadia = await sit(sitters.nadia, 'genogram');
  await nadia.choose('sanne');
  expect(await nadia.page.locator('.canvas-handle').count()).toBe(0);
  await nadia.page.keyboard.press('k');
  expect(await nadia.page.locator('.canvas-form').count()).toBe(0);
  const scherm = await sit(sitters.scherm, 'genogram', { look: true });
  expect(await scherm.page.locator('.canvas-handle, .canvas-view-bar').count()).toBe(0);
  const karim = await sit(sitters.karim, 'genogram', { touch: true, size: [1024, 768] });
  await karim.tap('sanne');
  const handle = karim.page.getByRole('button', { name: q.handle(q.kinds.kind, 'K') });
  const box = await handle.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await handle.tap();
  await karim.page.keyboard.type('Lina');
  await karim.page.getByRole('button', { name: w.put }).tap();
  await table().until((board) => ofType(board, 'ouder-kind').some(({ ouders }) => ouders?.includes('sanne') === true));
});

test('C72 looking back shows the family of that day on this screen only, changes nothing, and is left with one press', async () => {
  const born = (id: string, naam: string, geboren: string) => ({ ...person(id, naam), values: { geboren } });
  await table().fresh([born('nadia', 'Nadia', '1985'), born('sanne', 'Sanne', '2014')], {});
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  await karim.page.getByRole('button', { name: v.past }).click();
  await karim.page.getByRole('button', { name: dateSliderWords.previous }).click();
  await karim.page.getByRole('button', { name: dateSliderWords.previous }).click();
  await karim.misses('sanne');
  await karim.page.getByText(v.inPast).waitFor();
  await karim.page.locator('.canvas-page[data-past="true"]').waitFor();
  await karim.choose('nadia');
  expect(await karim.page.locator('.canvas-handle').count()).toBe(0);
  await karim.drag('nadia', 100, 0);
  await marloes.thing('sanne').waitFor();
  expect((await table().board()).places.size).toBe(0);
  await karim.page.getByRole('button', { name: v.past }).click();
  await karim.thing('sanne').waitFor();
});

test('C73 a picture to keep holds the words in our letters, asks nothing of another origin, and has nobody in its name', async () => {
  const karim = await sit(sitters.karim, 'genogram');
  const keep = async (kind: string): Promise<{ name: string; bytes: Buffer }> => {
    await karim.page.getByRole('button', { name: v.keep }).click();
    const [file] = await Promise.all([
      karim.page.waitForEvent('download'),
      karim.page.getByRole('button', { name: kind }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const svg = await keep(v.svg);
  expect(svg.name).toMatch(/^samenbord-genogram-\d{4}-\d{2}-\d{2}\.svg$/);
  const text = svg.bytes.toString('utf8');
  for (const naam of ['Nadia', 'Ruben', 'Sanne']) expect(text).toContain(naam);
  expect(text).toContain('data:font/woff2;base64,');
  expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toContain('http');
  const png = await keep(v.png);
  expect(png.name).toMatch(/^samenbord-genogram-\d{4}-\d{2}-\d{2}\.png$/);
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
  expect(Math.min(width, height)).toBeGreaterThan(300);
  expect(
    karim.requests.every((url) => url.startsWith(table().origin) || url.startsWith('blob:') || url.startsWith('data:')),
  ).toBe(true);
});
