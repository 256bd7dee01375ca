import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkWords } from '@samenbord/shared/words/family-checks.ts';
import { relativeWords } from '@samenbord/shared/words/family-entry.ts';
import { dateSliderWords } from '@samenbord/shared/words/family-time.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { personText } from '@samenbord/shared/words/person-text.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import type { Page } from 'playwright-core';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { enter } from '../support/people.ts';
import type { Person } from '../support/people.ts';
import { button, Phones, picture, saved, small } from '../support/phones.ts';
import { Reach } from '../support/reach.ts';

let phones: Phones;
let karim: Person;
let nadia: Person;
const reach = new Reach();
beforeAll(async () => {
  phones = await Phones.open();
  karim = await seated('casusregisseur (Karim)');
  nadia = await seated('ouder (Nadia)');
});
afterAll(() => phones.close());

/** With what measures a screen brought in before the page comes. */
async function seated(link: string): Promise<Person> {
  const one = await enter(phones.browser, link, small);
  await one.page.goto(phones.link(link));
  await saved(one.page);
  return one;
}

const family = async ({ page }: Person): Promise<void> => {
  await new PhoneHands(page).place('Bord');
  await button(page, new RegExp(`^${listWords.instruments.genogram.naam}`)).click();
  await page.getByRole('heading', { level: 1, name: listWords.instruments.genogram.naam }).waitFor();
};
const title = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.textContent ?? null);

test('L51 a child is added from a parent on a phone, in one step; the new person is shown, has the focus, and is there for others', async () => {
  const { page } = karim;
  await family(karim);
  await button(page, /^Nadia,/).click();
  await title(page, 'Nadia');
  await picture(page, 'familie-persoon');
  await reach.look(karim, 'a person');
  await button(page, relativeWords.add.kind).click();
  await title(page, relativeWords.of.kind('Nadia'));
  expect(await focused(page)).toBe(relativeWords.of.kind('Nadia'));
  await picture(page, 'familie-kind-erbij');
  await reach.look(karim, 'a child');
  await page.getByRole('textbox', { name: relativeWords.name }).fill('Yara');
  await page.getByRole('radio', { name: 'Erik' }).check({ force: true });
  await button(page, relativeWords.keep).click();
  await title(page, 'Yara');
  await expect.poll(() => focused(page)).toBe('Yara');
  await saved(page);
  await button(page, /^Yara is kind van Nadia en Erik/).waitFor();
  await family(nadia);
  await button(nadia.page, /^Yara$/).waitFor();
  await button(page, relativeWords.add['broer-of-zus']).waitFor();
  expect([karim.errors, nadia.errors]).toEqual([[], []]);
});

test('L53 a person is read in sentences, by family as well', async () => {
  const { page } = nadia;
  await family(nadia);
  await button(page, /^Milan,/).click();
  await title(page, 'Milan');
  await page.getByText(personText.title).click();
  await page.getByText('Milan woont met Anneke en Paul (Bij Anneke en Paul), sinds maart 2025.').waitFor();
  await picture(page, 'familie-in-zinnen');
  // Family does not change the facts of the table, unless a step opens them.
  expect(await button(page, relativeWords.add.kind).count()).toBe(0);
});

test('L50 one looks back along the days on which the family changed, by button and by slider, and comes back to now', async () => {
  const { page } = nadia;
  await family(nadia);
  await page.getByText(dateSliderWords.open).click();
  const slider = page.getByRole('slider');
  expect(await slider.getAttribute('aria-valuetext')).toBe(dateSliderWords.isNow);
  await page.getByText('Noor, geboren').waitFor();
  await picture(page, 'terugkijken-nu');
  const [, most] = await slider.evaluate((input: HTMLInputElement) => [input.min, input.max]);
  await slider.fill('1');
  await expect.poll(() => page.getByText('Noor, geboren').count()).toBe(0);
  await button(page, dateSliderWords.next).click();
  expect(await slider.inputValue()).toBe('2');
  await slider.fill(String(Number(most) - 6));
  await picture(page, 'terugkijken');
  await reach.look(nadia, 'looking back');
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/\d{4}\. .*\d{4}\.$/);
  await button(page, 'Nu').last().waitFor();
  await page.locator('.date-slider').getByRole('button', { name: dateSliderWords.now, exact: true }).click();
  await page.getByText('Noor, geboren').waitFor();
  expect(await slider.inputValue()).toBe(most);
});

test('L52 what can hardly be is asked of a professional, not of family, leads to what can be mended, and is gone when it is', async () => {
  const { page } = karim;
  await family(karim);
  await button(page, /^Yara$/).click();
  await title(page, 'Yara');
  await button(page, listWords.thing.change).click();
  const year = page.getByRole('textbox', { name: 'Jaar' }).first();
  await year.fill('1980');
  const asks = 'Klopt het dat Nadia jonger is dan Yara?';
  await button(page, listWords.thing.ready).click();
  await page.getByRole('heading', { name: checkWords.title }).waitFor();
  await saved(page);
  await family(karim);
  const question = button(page, asks);
  await question.scrollIntoViewIfNeeded();
  await picture(page, 'klopt-dit');
  await reach.look(karim, 'klopt dit');
  await family(nadia);
  await button(nadia.page, /^Yara, geboren 1980/).waitFor();
  expect(await nadia.page.getByText(asks).count()).toBe(0);
  await question.click();
  await title(page, 'Nadia');
  await family(karim);
  await button(page, /^Yara, /).click();
  await button(page, listWords.thing.change).click();
  await year.fill('2021');
  await button(page, listWords.thing.ready).click();
  await expect.poll(() => page.getByText(asks).count()).toBe(0);
});

test('L54 before a loss is written down it is said who will read it; the quick ones hold neither loss nor violence', async () => {
  const { page } = karim;
  await family(karim);
  await button(page, listWords.add).click();
  await page.getByRole('menuitem', { name: new RegExp(thingWords.zwangerschap.naam, 'i') }).click();
  const readers = page.getByRole('heading', { name: listWords.compose.whoSeesTable });
  await readers.waitFor();
  const [above, below] = [await readers.boundingBox(), await page.locator('.thing-form').boundingBox()];
  expect(above?.y ?? 0).toBeLessThan(below?.y ?? 0);
  await picture(page, 'zwangerschap');
  const quick = Object.values(relativeWords.add).join(' ').toLowerCase();
  expect(quick).not.toMatch(/zwanger|miskraam|geweld/);
  for (const rule of ['axe', 'breedte', 'maat', 'koppen'] as const) expect(reach.of(rule), rule).toEqual([]);
});
