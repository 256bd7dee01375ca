import { expect, test } from 'vitest';
import { placeOf } from '@samenbord/shared/board/board.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { sociogramWords as s } from '@samenbord/shared/words/sociogram.ts';
import { factWords } from '@samenbord/shared/words/things-facts.ts';
import { canvasTable } from '../support/canvas-harness/seats.ts';
import { sitters } from '../support/canvas-harness/server.ts';
import type { Seat } from '../support/canvas-harness/table.ts';

const { table, sit } = canvasTable();
const band = factWords.band;

/** Sanne is the child it is about, with an animal and a club, and Nadia said something already. */
const more: readonly NewThing[] = [
  { id: 'milan', type: 'persoon', by: 'pkarim', texts: { naam: 'Milan' }, values: { indexkind: true } },
  { id: 'pluis', type: 'huisdier', by: 'pkarim', texts: { naam: 'Pluis', soort: 'hond' }, values: { bij: ['milan'] } },
  {
    id: 'van-nadia',
    type: 'band',
    by: 'pnadia',
    vanWie: 'nadia',
    values: { kind: 'milan', met: 'ruben', nabijheid: 'ver-weg' },
  },
];
const people: readonly NewThing[] = ['Nadia', 'Ruben', 'Sanne'].map((naam) => ({
  id: naam.toLowerCase(),
  type: 'persoon',
  by: 'pkarim',
  texts: { naam },
}));
const press = async (seat: Seat, id: string): Promise<void> => {
  const { x, y, width, height } = await seat.boxOf(id);
  await seat.page.mouse.click(x + width / 2, y + height / 2);
};

test('C86 a tie is drawn from the child to somebody with its questions, moving somebody changes a place and no words, and one looks through the eyes of one person', async () => {
  await table().fresh([...people, ...more], {});
  const karim = await sit(sitters.karim, 'sociogram');
  await karim.tool(w.tools.band);
  await press(karim, 'pluis');
  await karim.page.getByText(w.hints.wrong).first().waitFor();
  await press(karim, 'milan');
  await press(karim, 'pluis');
  await karim.page.getByLabel(band.fields.nabijheid).selectOption('heel-dichtbij');
  await karim.page.getByLabel(band.fields.sterkte).selectOption('sterk');
  await karim.page.getByLabel(band.fields.kan, { exact: true }).fill('naast mij liggen');
  await karim.page.getByLabel(w.fields.volgens).selectOption('milan');
  await karim.page.getByRole('button', { name: w.connect }).click();
  const made = await table().find((board) =>
    [...board.things.values()].find((one) => one.type === 'band' && one.met === 'pluis'),
  );
  expect(made).toMatchObject({ kind: 'milan', nabijheid: 'heel-dichtbij', kan: 'naast mij liggen', vanWie: 'milan' });
  await karim.sees('kan: naast mij liggen');

  await karim.drag('ruben', -60, 90);
  await table().until((board) => placeOf(board, 'sociogram', 'ruben') !== undefined);
  expect((await table().board()).things.get('van-nadia')).toMatchObject({ nabijheid: 'ver-weg' });

  await karim.page.getByLabel(s.doorOgen).selectOption('milan');
  await karim.page
    .locator('.canvas-said p')
    .filter({ hasText: s.ogen('Milan') })
    .waitFor({ state: 'attached' });
  await karim.page.locator('.canvas-said p').filter({ hasText: 'volgens Nadia' }).waitFor({ state: 'detached' });
  await karim.page.getByLabel(s.doorOgen).selectOption('');
  await karim.page.locator('.canvas-said p').filter({ hasText: 'volgens Nadia' }).waitFor({ state: 'attached' });
});
