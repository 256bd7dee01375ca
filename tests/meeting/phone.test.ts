import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeWords } from '@samenbord/shared/words/home.ts';
import type { Page } from 'playwright-core';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { enter, saw } from '../support/people.ts';
import { button, kept, leaderOf, nothing, Phones, picture, saved, small } from '../support/phones.ts';

const { free, leave, plain, put } = homeWords;

let phones: Phones;
beforeAll(async () => {
  phones = await Phones.open();
});
afterAll(() => phones.close());

/** Time goes by while the page is not looked at. */
const sleep = (page: Page, minutes: number): Promise<void> =>
  page.evaluate((ms) => {
    const now = Date.now.bind(Date);
    const show = (state: string): void => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    show('hidden');
    Date.now = () => now() + ms;
    show('visible');
  }, minutes * 60_000);

test('L40 before anything of the board is shown or asked for, a phone of the family asks whether one can talk freely, and again after a long sleep', async () => {
  const one = await phones.at('ouder (Nadia)', { ...small, asked: true });
  const { page } = one;
  await page.getByRole('heading', { name: free.title }).waitFor();
  await picture(page, 'vrij-praten');
  expect(one.asked.filter((url) => url.includes('/sync/') || /\/boards\/[^/?]+\?/.test(url))).toEqual([]);
  expect(await page.locator('main').textContent()).not.toMatch(/Nadia|Sanne|bord/i);
  await button(page, free.no).click();
  await page.getByRole('heading', { name: free.noTitle }).waitFor();
  await page.getByText(homeWords.dangerMore).click();
  await picture(page, 'vrij-nee');
  expect(await page.locator('.danger-lines a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual([
    'tel:112',
    'tel:0301234567',
  ]);
  await button(page, free.back).click();
  await button(page, free.unsure).click();
  await picture(page, 'vrij-onzeker');
  await button(page, free.unsureGo).click();
  await saved(page);
  await new PhoneHands(page).compose({ kind: 'Iets anders', text: 'Half af' });
  await sleep(page, 9);
  await page.getByText('Half af').waitFor();
  await sleep(page, 11);
  await page.getByText(free.again).waitFor();
  await expect.poll(() => page.getByText('Half af').isVisible()).toBe(false);
  await button(page, free.yes).click();
  await page.getByText('Half af').waitFor();
  expect(one.errors).toEqual([]);
  await one.context.close();
});

test('L41 quick exit leaves a page that says nothing, in every tab; back shows no board and nothing is kept on the device', async () => {
  const one = await phones.freely('ouder (Nadia)');
  const { page } = one;
  const other = await one.context.newPage();
  await other.goto(page.url());
  await button(other, free.yes).click();
  await saved(other);
  const hands = new PhoneHands(page);
  await hands.place('Bord');
  await hands.place('Mijn');
  await hands.compose({ kind: 'Iets anders', text: 'Dit mag niemand zien' });
  await button(page, 'Snel weg').click();
  await Promise.all([page, other].map((tab) => tab.waitForURL(/\/weg\.html$/)));
  expect([await page.title(), await other.title()]).toEqual(['Leeg', 'Leeg']);
  expect(await page.locator('link[rel~=icon]').count()).toBe(0);
  await expect.poll(async () => (await one.context.cookies()).length).toBe(0);
  expect(await kept(page)).toEqual(nothing);
  for (let step = 0; step < 3; step++) {
    await page.goBack();
    await page.waitForLoadState();
    await expect.poll(() => page.locator('body').textContent()).not.toMatch(/Nadia|Sanne|Dit mag niemand zien/);
  }
  await page.getByRole('heading', { name: 'Dit bord is hier niet te openen' }).waitFor();
  await one.context.close();
});

test('L42 who stops on a phone is out at the server too, and the browser keeps nothing', async () => {
  const one = await phones.freely('jeugdige (Sanne)');
  const { page } = one;
  const address = page.url();
  await new PhoneHands(page).place('Mijn');
  await button(page, leave.title).click();
  await page.getByRole('dialog').waitFor();
  await picture(page, 'stoppen');
  await button(page, leave.go).click();
  await page.waitForURL(/\/weg\.html$/);
  expect(await one.context.cookies()).toEqual([]);
  expect(await kept(page)).toEqual(nothing);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Dit bord is hier niet te openen' }).waitFor();
  await one.context.close();
});

test('L43 where no socket comes through, one is told so, reads on with what changes, and cannot write', async () => {
  const nadia = await enter(phones.browser, 'nadia', small);
  // The address of sockets leads nowhere, as with a proxy that does not know them.
  await nadia.context.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(String(url).replace('/sync/', '/dicht/'), protocols);
      }
    };
  });
  const { page } = nadia;
  await page.goto(phones.link('ouder (Nadia)'));
  await page.getByText(plain.title).waitFor();
  await page.locator('.saved-mark').filter({ hasText: plain.mark }).waitFor();
  await picture(page, 'alleen-lezen');
  expect(await button(page, 'Iets op tafel leggen').count()).toBe(0);
  const ruben = await phones.seated('ouder (Ruben)');
  await new PhoneHands(ruben.page).putOnTable({ kind: 'Dit gaat goed', text: 'Zonder vaste lijn te lezen' });
  await new PhoneHands(page).place('Bord');
  await button(page, /^Driehoek/).click();
  await page.getByText('Zonder vaste lijn te lezen').first().waitFor();
  // The table that shuts and opens again is followed in the same way.
  const karim = await phones.seated('casusregisseur (Karim)', { width: 1280, height: 720 });
  const lead = leaderOf(karim);
  await lead('POST', '/close');
  await new PhoneHands(page).place('Nu');
  await page.getByRole('heading', { name: homeWords.nu.shut }).waitFor();
  await lead('PUT', '', { soort: 'vrij' });
  await lead('POST', '/open');
  await page.locator('.phone-step').waitFor();
  expect(nadia.errors).toEqual([]);
  await Promise.all([nadia, ruben, karim].map(({ context }) => context.close()));
});

test('L44 a card stands on the table when the server has it, and until then says that it is on its way', async () => {
  const one = await enter(phones.browser, 'nadia', small);
  let holds = false;
  const held: (() => void)[] = [];
  const { page } = one;
  await page.routeWebSocket(/\/sync\//, (line) => {
    const far = line.connectToServer();
    line.onMessage((message) => (holds ? void held.push(() => far.send(message)) : far.send(message)));
    far.onMessage((message) => line.send(message));
  });
  await page.goto(phones.link('ouder (Nadia)'));
  await saved(page);
  await new PhoneHands(page).compose({ kind: 'Iets anders', text: 'Onderweg naar de tafel' });
  holds = true;
  await button(page, 'Zet op tafel').click();
  await page.locator('.notice').filter({ hasText: put.table.busy }).waitFor();
  expect(await page.getByText(put.table.done).count()).toBe(0);
  holds = false;
  for (const send of held) send();
  await page.locator('.notice').filter({ hasText: put.table.done }).waitFor();
  await one.context.close();
});

test('L45 what somebody was writing is still there after the page was loaded again, in this tab only', async () => {
  const one = await phones.seated('ouder (Nadia)');
  const { page } = one;
  await new PhoneHands(page).compose({ kind: 'Dit is moeilijk', text: 'Nog niet klaar: postcode 3511 AB' });
  await page.getByText('een postcode').waitFor();
  await picture(page, 'gevoelig');
  await page.reload();
  await saved(page);
  await button(page, 'Verder schrijven').click();
  expect(await page.getByRole('textbox').inputValue()).toBe('Nog niet klaar: postcode 3511 AB');
  await page.getByText(homeWords.nobodyReads).waitFor();
  await picture(page, 'schrijven');
  expect(await kept(page)).toEqual({ ...nothing, tab: ['samenbordVrij'] });
  const other = await one.context.newPage();
  await other.goto(page.url());
  await saved(other);
  expect(await button(other, 'Verder schrijven').count()).toBe(0);
  expect(saw(one.sent, 'Nog niet klaar')).toBe(false);
  await one.context.close();
});
