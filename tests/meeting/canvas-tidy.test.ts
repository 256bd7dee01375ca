import { expect, test } from 'vitest';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { quickWords as q } from '@samenbord/shared/words/quick.ts';
import { viewToolWords as v } from '@samenbord/shared/words/view-tools.ts';
import { canvasTable, person } from '../support/canvas-harness/seats.ts';
import { sitters } from '../support/canvas-harness/server.ts';
import type { Seat } from '../support/canvas-harness/table.ts';

const { table, sit } = canvasTable();

const child = (kind: string, ...ouders: string[]): NewThing => ({
  id: `kind-${kind}`,
  type: 'ouder-kind',
  by: 'pkarim',
  values: { kind, ouders, soort: 'biologisch' },
});
const pair = (one: string, other: string): NewThing => ({
  id: `paar-${one}`,
  type: 'partnerrelatie',
  by: 'pkarim',
  values: { partners: [one, other] },
});
const placesOf = (board: Board): Record<string, unknown> =>
  Object.fromEntries([...board.places].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Where every symbol stands on somebody's paper, whatever part of it is on their screen. */
const spots = (seat: Seat): Promise<Record<string, string>> =>
  seat.page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.tl-shape[data-shape-type="node"]')].map((shape) => [
        shape.querySelector('[data-thing]')?.getAttribute('data-thing') ?? '',
        // Half a unit is less than a screen can show.
        (shape.style.transform.match(/-?\d+(?:\.\d+)?/g) ?? [])
          .slice(-2)
          .map((one) => Math.round(Number(one)))
          .join(' '),
      ]),
    ),
  );
const sameSpots = async (one: Seat, other: Seat): Promise<void> => {
  await one.until(async () => JSON.stringify(await spots(one)) === JSON.stringify(await spots(other)));
};

test('C64 tidying shows first who would move, leaves who was put by hand, is one change for everybody and taken back in one step', async () => {
  await table().fresh(
    [
      ...['nadia', 'ruben', 'sanne', 'milan', 'noor'].map((id) => person(id, id)),
      pair('nadia', 'ruben'),
      ...['sanne', 'milan', 'noor'].map((id) => child(id, 'nadia', 'ruben')),
    ],
    {
      nadia: { x: 0, y: 0 },
      ruben: { x: 700, y: 60, los: true },
      sanne: { x: -500, y: 420, los: true },
      milan: { x: 500, y: 380, los: true },
      noor: { x: 0, y: 640, los: true },
    },
  );
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  const before = placesOf(await table().board());
  const lay = await spots(karim);
  await karim.page.getByRole('button', { name: v.tidy }).click();
  const dialog = karim.page.getByRole('dialog', { name: v.tidy });
  await dialog.waitFor();
  // Beside the page: a worker under the same content rules.
  expect(karim.page.workers()).toHaveLength(1);
  await karim.until(async () => JSON.stringify(await spots(karim)) !== JSON.stringify(lay));
  expect(await karim.page.locator('.canvas-was .canvas-ghost').count()).toBeGreaterThan(0);
  expect((await spots(karim))['nadia']).toBe(lay['nadia']);
  // Only on this screen, and nothing is written: Escape leaves it as it was.
  expect(await spots(marloes)).toEqual(lay);
  await karim.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await karim.until(async () => JSON.stringify(await spots(karim)) === JSON.stringify(lay));
  expect(placesOf(await table().board())).toEqual(before);

  await karim.page.getByRole('button', { name: v.tidy }).click();
  await karim.page.getByRole('button', { name: v.tidyKeep }).click();
  await table().until((board) => placeOfNoor(board) !== 640);
  await sameSpots(karim, marloes);
  const tidy = placesOf(await table().board());
  expect(tidy['genogram:nadia']).toEqual({ x: 0, y: 0 });
  await karim.paper().focus();
  await karim.page.keyboard.press('Control+z');
  await table().until((board) => placeOfNoor(board) === 640);
  expect(placesOf(await table().board())).toEqual(before);
  await sameSpots(karim, marloes);
});
const placeOfNoor = (board: Board): number | undefined => board.places.get('genogram:noor')?.y;

test('C65 two people build one family from two machines: they add, connect, move and tidy, and end with the same board and the same picture', async () => {
  await table().fresh([person('sanne', 'Sanne')], {});
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  const add = async (seat: Seat, of: string, key: string, line: string): Promise<string> => {
    await seat.choose(of);
    await seat.page.keyboard.press(key);
    await seat.page.keyboard.insertText(line);
    await seat.page.keyboard.press('Enter');
    const [naam] = line.split(',');
    return table().find((board) => ofType(board, 'persoon').find((one) => one.naam === naam)?.id);
  };
  const nadia = await add(karim, 'sanne', 'o', 'Nadia, v, 1985');
  await marloes.thing(nadia).waitFor();
  // At the same moment, each beside somebody else.
  const [ruben, oma] = await Promise.all([
    add(karim, 'sanne', 'o', 'Ruben, m, 1983'),
    add(marloes, nadia, 'o', 'Fatma, v, 1958'),
  ]);
  await Promise.all([add(karim, ruben, 'b', 'Joris, m, 1986'), add(marloes, 'sanne', 'b', 'Milan, m, 2014')]);
  await marloes.tool('Huishouden');
  for (const id of [nadia, 'sanne']) await marloes.page.mouse.click(...(await middle(marloes, id)));
  await marloes.page.getByRole('button', { name: w.done }).click();
  await marloes.page.getByLabel(w.fields.huishouden).fill('Bij Nadia');
  await marloes.page.getByRole('button', { name: w.connect }).click();
  await karim.drag(oma, 160, -60);
  await table().until((board) => board.places.get(`genogram:${oma}`)?.los === undefined);
  await marloes.page.getByRole('button', { name: v.tidy }).click();
  await marloes.until(async () => (await marloes.page.locator('.canvas-tidy, .canvas-tell').count()) > 0);
  const keep = marloes.page.getByRole('button', { name: v.tidyKeep });
  if (await keep.isVisible()) await keep.click();
  await table().until((board) => ofType(board, 'persoon').length === 7 && ofType(board, 'ouder-kind').length === 5);
  await sameSpots(karim, marloes);
  expect(ofType(await table().board(), 'huishouden')[0]?.leden).toEqual([nadia, 'sanne']);
  const held = (await table().board()).places.get(`genogram:${oma}`);
  expect(held?.los).toBeUndefined();
  // What was built is what a fresh screen shows.
  const late = await sit(sitters.nadia, 'genogram');
  await sameSpots(late, karim);
});

async function middle(seat: Seat, id: string): Promise<[number, number]> {
  const { x, y, width } = await seat.boxOf(id);
  return [x + width / 2, y + 20];
}

test('C66 taking back what a handle made takes back all of that, and nothing of a colleague; nobody moves', async () => {
  await table().fresh([person('nadia', 'Nadia'), person('sanne', 'Sanne'), child('sanne', 'nadia')], {});
  const karim = await sit(sitters.karim, 'genogram');
  const marloes = await sit(sitters.marloes, 'genogram');
  await karim.choose('sanne');
  await karim.page.getByRole('button', { name: q.handle(q.kinds['broer-of-zus'], 'B') }).click();
  await karim.page.keyboard.type('Milan');
  await karim.page.keyboard.press('Enter');
  await table().until((board) => ofType(board, 'ouder-kind').length === 2);
  await marloes.choose('nadia');
  await marloes.page.keyboard.press('p');
  await marloes.page.keyboard.type('Ruben');
  await marloes.page.keyboard.press('Enter');
  await table().until((board) => ofType(board, 'partnerrelatie').length === 1);
  await karim.sees('Ruben');
  const lay = await spots(karim);
  await karim.paper().focus();
  await karim.page.keyboard.press('Control+z');
  await table().until((board) => ofType(board, 'persoon').length === 3 && ofType(board, 'ouder-kind').length === 1);
  const board = await table().board();
  expect(
    ofType(board, 'persoon')
      .map(({ naam }) => naam)
      .toSorted(),
  ).toEqual(['Nadia', 'Ruben', 'Sanne']);
  expect(ofType(board, 'partnerrelatie')).toHaveLength(1);
  await sameSpots(karim, marloes);
  const left = await spots(karim);
  for (const id of ['nadia', 'sanne']) expect([id, left[id]]).toEqual([id, lay[id]]);
});
