import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellWords, viewWords } from '@samenbord/shared/words/app.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import type { Browser, Page } from 'playwright-core';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { CanvasHands } from '../support/overleg/canvas-hands.ts';
import { download, scan } from '../support/overleg/overleg.ts';
import { TableHands } from '../support/overleg/table-hands.ts';
import { enter, openBrowser } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { Keys, narrowest, Reach } from '../support/reach.ts';
import { lists, openPosition, phone, place, press } from '../support/reach-walks.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

/** A personal link, and the code that hangs in the room. */
type Ways = { readonly url: string; readonly room: string };

const reach = new Reach();
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;
let karim: Person;

const address = (link: string): string => {
  const { pathname, hash } = new URL(server.links.get(link) ?? '');
  return front.origin + pathname + hash;
};
const person = async (name: string, screen: Screen): Promise<Person> => {
  const one = await enter(browser, name, screen);
  return one;
};
const seated = async (name: string, link: string, screen: Screen): Promise<Person> => {
  const one = await person(name, screen);
  await one.page.goto(address(link));
  await one.page.waitForURL(/\/bord\//);
  return one;
};
const rail = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name, exact: true }).click();
beforeAll(async () => {
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
  karim = await seated('Karim', 'casusregisseur (Karim)', { width: 1440, height: 900 });
  const ways = await laptop();
  await Promise.all([
    door(ways),
    (async () => phone(reach, await seated('Nadia', 'ouder (Nadia)', { width: 390, height: 844, touch: true })))(),
    (async () => phone(reach, await seated('Sanne', 'jeugdige (Sanne)', { width: 360, height: 640, touch: true })))(),
    (async () => {
      const screen = await seated('Groot scherm', 'groot scherm (Groot scherm)', { width: 1280, height: 720 });
      await screen.page.locator('.canvas-node').first().waitFor();
      await reach.look(screen, 'genogram');
    })(),
  ]);
});

afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

/** Every screen of the casusregisseur; freezes a version and gives the two ways in. */
async function laptop(): Promise<Ways> {
  const { page } = karim;
  const hands = new CanvasHands(page);
  for (const { naam } of Object.values(viewWords)) {
    await hands.view(naam);
    await page.locator('.canvas-node').first().waitFor();
    await reach.look(karim, naam);
  }
  await hands.view('Genogram');
  await hands.tool('Persoon');
  await page.mouse.click(760, 220);
  await page.locator('form.canvas-form').waitFor();
  await reach.look(karim, 'a new person on the canvas');
  await page.keyboard.press('Escape');
  await page.locator('form.canvas-form').waitFor({ state: 'detached' });
  await hands.tap('Sanne');
  await press(page, 'Open details');
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading').first().waitFor();
  await reach.look(karim, 'drawer with a person');
  await rail(page, shellWords.safety);
  await reach.look(karim, 'drawer with safety');
  await rail(page, 'Lijst');
  await lists(reach, karim);
  await forms(page);
  await rail(page, shellWords.ownBox);
  await reach.look(karim, 'own box');
  const table = new TableHands(page);
  await table.open();
  await page
    .getByRole('heading', { name: 'Iemand uitnodigen' })
    .or(page.getByRole('button', { name: 'Iemand uitnodigen' }))
    .first()
    .waitFor();
  await reach.look(karim, 'table');
  await press(page, 'Iemand uitnodigen');
  await reach.look(karim, 'invite', 'dialog');
  await page.keyboard.press('Escape');
  const { url } = await table.invite({ naam: 'Yara', rol: 'groot scherm in de kamer' });
  await press(page, 'Laat de code zien');
  const room = await scan(page.getByRole('dialog').getByRole('img'));
  await reach.look(karim, 'code for the room', 'dialog');
  await page.keyboard.press('Escape');
  await rail(page, 'Analyse');
  await page.getByLabel(/Hoe heet deze versie/).fill('Eerste versie');
  await press(page, 'Leg deze versie vast');
  await openPosition(page);
  await reach.look(karim, 'analysis');
  await paper(page);
  return { url, room };
}

/** The document of the analysis, as it is read in a browser or printed. */
async function paper(page: Page): Promise<void> {
  const path = await page.getByRole('link', { name: /HTML/ }).getAttribute('href');
  const reader = { ...karim, page: await karim.context.newPage() };
  await reader.page.goto('about:blank');
  await reader.page.setContent((await download(karim, path ?? '')).toString());
  await reader.page.getByRole('heading', { level: 1 }).waitFor();
  await reach.look(reader, 'document', 'document');
  await reader.page.close();
}

/** What is filled in beside the canvas: what can be added, a new person, a person that is changed. */
async function forms(page: Page): Promise<void> {
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Genogram/ })
    .click();
  await press(page, listWords.add);
  await page.getByRole('menu').waitFor();
  await reach.look(karim, 'what can be added', 'menu');
  await page.getByRole('menuitem').first().click();
  await page.getByRole('textbox').first().waitFor();
  await reach.look(karim, 'a new thing in the list');
  await press(page, listWords.back);
  await press(page, /^Sanne, geboren/);
  await press(page, listWords.thing.change);
  await page.getByRole('textbox').first().waitFor();
  await reach.look(karim, 'a person that is changed');
}

/** Start, a new board, the six digits of a link, the waiting room and what it says when there is no link. */
async function door({ url, room }: Ways): Promise<void> {
  const guest = await person('gast', { width: 390, height: 844, touch: true });
  const { page } = guest;
  const shows = async (path: string, name: string, words: string | RegExp): Promise<void> => {
    await page.goto(path);
    await page.getByText(words).first().waitFor();
    await reach.look(guest, name);
  };
  await shows(`${front.origin}/`, 'start', 'Samenbord');
  await shows(`${front.origin}/nieuw`, 'new board', /Hoe heet het bord/);
  await shows(url, 'six digits', 'Zes cijfers');
  await shows(`${front.origin}/kom-binnen`, 'a link that does not work', 'Samenbord');
  await shows(`${front.origin}/bord/geen-bord`, 'a board that is not there', 'Samenbord');
  await shows(room, 'waiting room', 'Ik ben er');
  await page.getByRole('textbox').fill('Yara');
  await press(page, 'Ik ben er');
  await page.getByText(/Wacht nog even/).waitFor();
  await reach.look(guest, 'waiting room, waits');
}

test('A1 axe finds nothing on any screen of the laptop, two phones and the big screen', async () => {
  expect(reach.screens.length).toBeGreaterThan(60);
  expect(new Set(reach.screens).size).toBe(reach.screens.length);
  expect(reach.of('axe')).toEqual([]);
  const measure = new Reach();
  await karim.page.evaluate(() => document.documentElement.removeAttribute('lang'));
  await measure.look(karim, 'a page without a language');
  expect([measure.of('axe').length, measure.of('koppen').length], 'the measures themselves work').toEqual([1, 1]);
  await karim.page.evaluate(() => document.documentElement.setAttribute('lang', 'nl'));
});

test('A2 nothing stands outside a width of 320 pixels', async () => {
  expect(reach.of('breedte')).toEqual([]);
  const { page } = karim;
  await page.setViewportSize({ width: narrowest, height: 800 });
  await page.getByRole('button', { name: 'Terug' }).waitFor();
  await reach.narrow(karim, 'analysis, narrow');
  await press(page, 'Terug');
  await place(page, 'Bord');
  await press(page, listWords.table);
  await page.getByRole('button', { name: 'Iemand uitnodigen' }).waitFor();
  await reach.narrow(karim, 'table, narrow');
  await press(page, 'Terug');
  await place(page, 'Bord');
  await page.getByRole('button', { name: /^Tijdlijn/ }).click();
  await page.getByRole('heading', { name: 'Tijdlijn' }).waitFor();
  await reach.narrow(karim, 'list, narrow');
  expect(reach.of('breedte')).toEqual([]);
  const measure = new Reach();
  await page.evaluate(() => document.querySelector('h1')?.style.setProperty('min-width', '400px'));
  await measure.narrow(karim, 'a heading that is too wide');
  expect(measure.of('breedte').length, 'the measure itself works').toBeGreaterThan(0);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('A3 what a thumb must hit on a phone is at least 44 pixels wide and high', () => {
  expect(reach.targets).toBeGreaterThan(500);
  expect(reach.of('maat')).toEqual([]);
});

test('A4 every page is Dutch, has one main part and one name at the top, and its title says nothing about anybody', () => {
  expect(reach.of('koppen')).toEqual([]);
});

test('A5 with the keyboard alone somebody opens a person in the list, changes a fact and comes back, and always sees where they are', async () => {
  const { page } = karim;
  await page.reload();
  await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  const keys = new Keys(page);
  await keys.to('button', shellWords.list);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Genogram' }).waitFor();
  await keys.to('button', /^Sanne/);
  await page.keyboard.press('Enter');
  await keys.to('button', listWords.thing.change);
  await page.keyboard.press('Enter');
  // Who asks to change it is at once where one types.
  await page.getByRole('textbox', { name: 'Naam', exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type(' Roos');
  await keys.to('radio', 'vrouw');
  await page.keyboard.press('ArrowDown');
  await keys.to('button', listWords.thing.ready);
  await page.keyboard.press('Enter');
  await page.getByText('Sanne Roos').first().waitFor();
  await page.getByRole('definition').getByText('non-binair').waitFor();
  await keys.to('button', listWords.back, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Genogram' }).waitFor();
  await page.getByRole('button', { name: /^Sanne Roos, geboren/ }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Genogram');
  expect(keys.stops).toBeGreaterThan(20);
  expect(keys.unseen).toEqual([]);
  await page
    .getByRole('button', { name: shellWords.list, exact: true })
    .evaluate((button) => button.style.setProperty('outline', 'none'));
  await keys.to('button', shellWords.list, 'Shift+Tab');
  expect(keys.unseen.length, 'the measure itself works').toBe(1);
});
