import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWasWords as words, historyWords } from '@samenbord/shared/words/history.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import type { Browser, Page } from 'playwright-core';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { enter, openBrowser } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { Keys, Reach } from '../support/reach.ts';
import { place, press } from '../support/reach-walks.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

const reach = new Reach();
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;
let karim: Person;
let nadia: Person;

const seated = async (name: string, link: string, screen: Screen): Promise<Person> => {
  const one = await enter(browser, name, screen);
  const { pathname, hash } = new URL(server.links.get(link) ?? '');
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  return one;
};
/** Only when somebody wants to look at them. */
const savePicture = async (one: Person, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await one.page.screenshot({ path: join(folder, `${name}-${one.name}.png`) });
};
const rail = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name, exact: true }).click();
const named = (page: Page, name: RegExp) => page.locator('.list-words').filter({ hasText: name });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const sanne = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^Genogram/ })
    .first()
    .click();
  await press(page, /^Sanne/);
};

beforeAll(async () => {
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
  karim = await seated('Karim', 'casusregisseur (Karim)', { width: 1440, height: 900 });
  nadia = await seated('Nadia', 'ouder (Nadia)', { width: 390, height: 844, touch: true });
});
afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

test('L20 on the page of a thing stands who changed it and what stood there before, and a field is put back by whoever may change it', async () => {
  const { page } = karim;
  await rail(page, 'Lijst');
  await press(page, /^Sanne, geboren/);
  await press(page, listWords.thing.change);
  await page.getByRole('textbox', { name: 'Naam' }).fill('Sanne Roos');
  await press(page, listWords.thing.ready);
  await page.getByText('Sanne Roos').first().waitFor();
  await page.getByText(historyWords.who).click();
  await page.getByText('Karim heeft ‘Naam’ veranderd.').waitFor();
  await page.locator('.history-words').getByText('Sanne Roos').waitFor();
  await reach.look(karim, 'who changed a person');
  await savePicture(karim, 'wie-veranderde');
  await page.getByRole('button', { name: historyWords.putBackField }).first().click();
  await page.getByText(historyWords.restored).waitFor();
  await named(page, /^Sanne, /).waitFor();
  await press(page, historyWords.undo);
  await page.getByText(historyWords.undone).waitFor();
  await named(page, /^Sanne Roos, /).waitFor();
  const phone = nadia.page;
  await place(phone, 'Bord');
  await sanne(phone);
  await phone.getByText(historyWords.who).click();
  await phone.getByText('Karim heeft ‘Naam’ veranderd.').first().waitFor();
  expect(await phone.getByRole('button', { name: historyWords.putBackField }).count()).toBe(0);
  await reach.look(nadia, 'who changed a person');
  await phone.getByText(historyWords.who).scrollIntoViewIfNeeded();
  await savePicture(nadia, 'wie-veranderde');
});

test('L21 the casusregisseur looks at the board as it was, sees what would come back and what not, puts it back for everybody and undoes that', async () => {
  const { page } = karim;
  await rail(page, words.short);
  await page.getByRole('heading', { name: words.title }).waitFor();
  const changes = section(page, words.changes);
  // The change before the new name: the family as it was made.
  const made = changes.getByRole('listitem').filter({ hasText: 'heeft dit gemaakt' }).first();
  await made.getByRole('button', { name: words.showThen }).click();
  const back = page.locator('summary').filter({ hasText: 'Dit komt terug' });
  await back.waitFor();
  await page.getByRole('img', { name: 'Genogram' }).getByText('Sanne', { exact: true }).waitFor();
  await page.locator('.as-it-was-then li').filter({ hasText: '‘Naam’' }).first().waitFor();
  await reach.look(karim, 'the board as it was');
  await savePicture(karim, 'bord-toen');
  await press(page, words.asList);
  await page.locator('.as-it-was-then').getByText('Sanne', { exact: false }).first().waitFor();
  await reach.look(karim, 'the board as it was, as a list');
  await press(page, words.restore);
  await page.getByRole('dialog').getByRole('button', { name: words.restore }).waitFor();
  await reach.look(karim, 'put back?', 'dialog');
  await page.getByRole('dialog').getByRole('button', { name: words.restore }).click();
  await page.getByText(historyWords.restored).waitFor();
  await named(nadia.page, /^Sanne, /).waitFor();
  await reach.look(karim, 'put back');
  await savePicture(karim, 'teruggezet');
  await press(page, historyWords.undo);
  await page.getByText(historyWords.undone).waitFor();
  await named(nadia.page, /^Sanne Roos, /).waitFor();
  await press(page, words.ready);
  await changes.getByText('teruggezet zoals het was').first().waitFor();
  await page.getByText('Nadat Karim iets terugzette').nth(3).waitFor();
  expect(await page.getByText('Nadat Karim iets terugzette').count()).toBe(4);
});

test('L22 what was taken off the table stands in a list, and what one took off oneself goes back with one press', async () => {
  const { page } = karim;
  await rail(page, 'Lijst');
  await press(page, /^Sanne Roos, geboren/);
  await press(page, listWords.thing.takeOff);
  await page.getByRole('dialog').getByRole('button', { name: listWords.thing.takeOff }).click();
  await page.getByRole('button', { name: /^Sanne Roos, geboren/ }).waitFor({ state: 'detached' });
  await rail(page, words.short);
  const off = section(page, words.off);
  const line = off.getByRole('listitem').filter({ hasText: 'Sanne Roos' });
  await line.getByText(/Weggehaald door Karim, vandaag om/).waitFor();
  await reach.look(karim, 'taken off');
  await off.scrollIntoViewIfNeeded();
  await savePicture(karim, 'van-tafel');
  await line.getByRole('button', { name: words.putBack }).click();
  await off.getByText(words.putBackDone).waitFor();
  await line.waitFor({ state: 'detached' });
  expect(await off.getByText(words.offNone).isVisible()).toBe(true);
});

test('L23 the same page on a phone, and with the keyboard alone; nothing stands in anybody’s way', async () => {
  const { page } = karim;
  await page.reload();
  await page.getByRole('heading', { name: words.title }).waitFor();
  const keys = new Keys(page);
  await keys.to('button', /^Zoals het nu is/);
  await page.keyboard.press('Enter');
  await page.getByText(words.same).waitFor();
  await keys.to('button', words.previous, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Het bord: Nadat Karim/ }).waitFor();
  expect([keys.unseen, keys.stops > 5]).toEqual([[], true]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('heading', { name: words.title }).waitFor();
  await page.locator('.as-it-was-moment').first().click();
  await page.getByRole('img', { name: 'Genogram' }).waitFor();
  await savePicture(karim, 'bord-toen-telefoon');
  await reach.narrow(karim, 'the board as it was, narrow');
  expect(reach.screens.length).toBeGreaterThan(6);
  for (const rule of ['axe', 'koppen', 'maat', 'breedte'] as const) expect(reach.of(rule), rule).toEqual([]);
});
