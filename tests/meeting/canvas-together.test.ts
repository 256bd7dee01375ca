import { expect, test } from 'vitest';
import { placeOf } from '@samenbord/shared/board/board.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { canvasTable, note, person, wordsOf } from '../support/canvas-harness/seats.ts';
import { sitters } from '../support/canvas-harness/server.ts';

const { table, sit } = canvasTable();

test('C13 undo takes back one’s own move only: what a colleague wrote meanwhile in the same card stays', async () => {
  await table().fresh([note('kaart', 'pmarloes', 'Begin')], { kaart: { x: 0, y: 0 } });
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  await karim.drag('kaart', 150, 0);
  await table().until((board) => (placeOf(board, 'genogram', 'kaart')?.x ?? 0) > 100);
  await marloes.open('kaart');
  await marloes.page.keyboard.type(' van Marloes');
  await table().until((board) => wordsOf(board, 'kaart') === 'Begin van Marloes');
  await karim.sees('Begin van Marloes');
  await karim.page.keyboard.press('Control+z');
  await table().until((board) => placeOf(board, 'genogram', 'kaart')?.x === 0);
  expect(wordsOf(await table().board(), 'kaart')).toBe('Begin van Marloes');
  await karim.sees('Begin van Marloes');
  await karim.page.keyboard.press('Control+Shift+z');
  await table().until((board) => (placeOf(board, 'genogram', 'kaart')?.x ?? 0) > 100);
});

test('C14 Escape in the middle of a drag writes nothing, and what a colleague changed meanwhile is simply there', async () => {
  await table().fresh([note('kaart', 'pmarloes', 'Begin')], { kaart: { x: 0, y: 0 } });
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  const home = await karim.boxOf('kaart');
  await karim.grab('kaart', 140, 90);
  await marloes.page.getByText(w.moves('Karim')).waitFor();
  const shown = await karim.boxOf('kaart');
  expect(shown.x - home.x).toBeGreaterThan(100);
  await marloes.open('kaart');
  await marloes.page.keyboard.type(' van Marloes');
  await karim.sees('Begin van Marloes');
  expect((await karim.boxOf('kaart')).x - home.x).toBeGreaterThan(100);
  await karim.page.keyboard.press('Escape');
  await karim.page.mouse.up();
  await karim.until(async () => Math.abs((await karim.boxOf('kaart')).x - home.x) < 2);
  await karim.sees('Begin van Marloes');
  const after = await table().board();
  expect(placeOf(after, 'genogram', 'kaart')).toEqual({ x: 0, y: 0 });
  expect(wordsOf(after, 'kaart')).toBe('Begin van Marloes');
});

test('C14 a colleague sees a drag while it goes on and never sees it jump back', async () => {
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  const home = await marloes.boxOf('sanne');
  await karim.grab('sanne', 200, 0);
  await marloes.until(async () => (await marloes.boxOf('sanne')).x - home.x > 150);
  expect(placeOf(await table().board(), 'genogram', 'sanne')).toEqual({ x: 150, y: 250 });
  await marloes.watch('sanne');
  await karim.watch('sanne');
  await karim.page.mouse.up();
  await table().until((board) => (placeOf(board, 'genogram', 'sanne')?.x ?? 0) > 300);
  await marloes.page.waitForTimeout(400);
  expect(Math.min(...(await marloes.watched())) - home.x).toBeGreaterThan(150);
  expect(Math.min(...(await karim.watched())) - home.x).toBeGreaterThan(150);
});

test('C5 under a finger the rest of the table stands still, and nothing jumps when it is taken hold of', async () => {
  const tie = (id: string, kind: string): NewThing => ({
    id,
    type: 'ouder-kind',
    by: 'pkarim',
    values: { ouders: ['nadia', 'ruben'], kind, soort: 'biologisch' },
  });
  const pair: NewThing = { id: 'paar', type: 'partnerrelatie', by: 'pkarim', values: { partners: ['nadia', 'ruben'] } };
  await table().fresh(
    [
      person('nadia', 'Nadia'),
      person('ruben', 'Ruben'),
      person('sanne', 'Sanne'),
      person('milan', 'Milan'),
      pair,
      tie('kind-1', 'sanne'),
      tie('kind-2', 'milan'),
    ],
    {},
  );
  const karim = await sit(sitters.karim, 'genogram');
  const all = ['nadia', 'ruben', 'sanne', 'milan'];
  const before = await Promise.all(all.map((id) => karim.boxOf(id)));
  await karim.grab('milan', 160, 60);
  await karim.page.waitForTimeout(150);
  const during = await Promise.all(all.map((id) => karim.boxOf(id)));
  for (const [index, id] of all.entries()) {
    const dx = (during[index]?.x ?? 0) - (before[index]?.x ?? 0);
    expect([id, Math.round(dx / 4) * 4]).toEqual([id, id === 'milan' ? 160 : 0]);
  }
  await karim.page.mouse.up();
});

test('C20 three hundred cards are all there, and one of them goes with the finger', async () => {
  const notes = Array.from({ length: 300 }, (_, index) =>
    note(`kaart-${index}`, 'pkarim', `Kaart nummer ${index} met een paar woorden erop`),
  );
  await table().fresh(
    notes,
    Object.fromEntries(notes.map(({ id }, index) => [id, { x: (index % 20) * 280, y: Math.floor(index / 20) * 160 }])),
  );
  const karim = await sit(sitters.karim, 'genogram');
  await karim.page.waitForFunction(() => document.querySelectorAll('.canvas-node').length === 300);
  await karim.watch('kaart-0');
  await karim.grab('kaart-0', 200, 100);
  const seen = await karim.watched();
  const steps = new Set(seen.map((x) => Math.round(x))).size;
  expect(steps).toBeGreaterThanOrEqual(4);
  expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(180);
  await karim.page.mouse.up();
  await table().until((board) => (placeOf(board, 'genogram', 'kaart-0')?.x ?? 0) > 180);
});
