import { zoneWords } from '@samenbord/shared/words/app.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import type { Page } from 'playwright-core';
import type { Person } from './people.ts';
import type { Reach } from './reach.ts';

/** Goes to a place of the phone. */
export const place = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: listWords.places.label }).getByRole('button', { name, exact: true }).click();
/** Presses the first button that is called so. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Every instrument as lists. */
export async function lists(reach: Reach, one: Person): Promise<void> {
  const { page } = one;
  for (const { naam } of Object.values(listWords.instruments)) {
    await page
      .getByRole('listitem')
      .getByRole('button', { name: new RegExp(`^${naam}`) })
      .click();
    await page.getByRole('heading', { level: 1, name: naam, exact: true }).waitFor();
    await reach.look(one, `list ${naam}`);
    if (one.touch) await place(page, 'Bord');
  }
}

/** The first part, with a different view and the question who may see it. */
export async function openPosition(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ik zie het anders' }).first().click();
  await page.getByRole('radiogroup').first().waitFor();
}

/** Every screen of somebody on a phone. */
export async function phone(reach: Reach, one: Person): Promise<void> {
  const { page } = one;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await reach.look(one, 'Nu');
  await page.getByText(homeWords.dangerMore).click();
  await reach.look(one, 'Nu, numbers to call');
  await press(page, new RegExp(`^${zoneWords.gedeeld}`));
  await page.getByRole('dialog').waitFor();
  await reach.look(one, 'who can see this', 'dialog');
  await page.keyboard.press('Escape');
  await compose(reach, one);
  await place(page, 'Bord');
  await reach.look(one, 'Bord');
  await lists(reach, one);
  await page.getByRole('button', { name: /^Genogram/ }).click();
  await page.locator('.list-fact').first().click();
  await page.locator('.list-thing').waitFor();
  await reach.look(one, 'a person');
  await place(page, 'Mijn');
  await reach.look(one, 'Mijn');
  await press(page, listWords.mijn.onTable);
  await reach.look(one, 'Mijn, on the table');
  await place(page, 'Bord');
  await press(page, listWords.table);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await reach.look(one, 'table');
  await press(page, 'Terug');
  await place(page, 'Nu');
  await press(page, listWords.nu.versionGo);
  await openPosition(page);
  await reach.look(one, 'analysis');
}

/** The composer up to the preview, and thrown away. */
async function compose(reach: Reach, one: Person): Promise<void> {
  const { page } = one;
  await press(page, listWords.nu.put);
  const preview = page.getByRole('heading', { name: listWords.compose.questions.voorbeeld });
  for (let step = 0; step < 8; step++) {
    const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await reach.look(one, `composer: ${heading}`);
    if (await preview.isVisible()) return;
    if (heading.includes(listWords.compose.questions.soort))
      await page.getByRole('radiogroup').getByText(listWords.compose.kinds.zorg).click();
    if (await page.getByRole('textbox').isVisible()) await page.getByRole('textbox').fill('Het is druk');
    const skip = page.getByRole('button', { name: listWords.compose.skip });
    await ((await skip.isVisible()) ? skip : page.getByRole('button', { name: listWords.compose.next })).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: heading }).waitFor();
  }
  throw new Error('the composer has no end');
}
