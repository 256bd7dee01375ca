import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeWords } from '@samenbord/shared/words/home.ts';
import type { Browser, Page } from 'playwright-core';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { enter, openBrowser, saw } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

const { free, leave, plain, put } = homeWords;
const small = { width: 390, height: 844, touch: true };
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;

beforeAll(async () => {
  const HELP_LINES = '112|bij direct gevaar|112;Huisartsenpost|avond en nacht|0301234567';
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1', HELP_LINES } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const saved = (page: Page, text = 'Opgeslagen'): Promise<void> =>
  page.locator('.saved-mark').filter({ hasText: text }).waitFor();

/** Somebody with their link open, as far as the first screen. */
async function at(link: string, screen: Screen = small): Promise<Person> {
  const one = await enter(browser, link, screen);
  one.context.setDefaultTimeout(15_000);
  const { pathname, hash } = new URL(server.links.get(link) ?? '');
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  return one;
}

async function seated(link: string, screen: Screen = small): Promise<Person> {
  const one = await at(link, screen);
  await saved(one.page);
  return one;
}

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/telefoon-${name}.png` });
};

/** The same, with the question answered by hand: then nothing stands in the tab but what a real answer leaves there. */
async function freely(link: string): Promise<Person> {
  const one = await at(link, { ...small, asked: true });
  await button(one.page, free.yes).click();
  await saved(one.page);
  return one;
}

/** Runs in the page: all that a browser could have kept of us. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    tab: Object.keys(sessionStorage),
    local: localStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const nothing = { tab: [], local: 0, databases: 0, caches: 0, workers: 0 };

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
  const one = await at('ouder (Nadia)', { ...small, asked: true });
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
}, 60_000);

test('L41 quick exit leaves a page that says nothing, in every tab; back shows no board and nothing is kept on the device', async () => {
  const one = await freely('ouder (Nadia)');
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
  await button(page, free.yes).click();
  await page.getByRole('heading', { name: 'Dit bord is hier niet te openen' }).waitFor();
  await one.context.close();
}, 60_000);

test('L42 who stops on a phone is out at the server too, and the browser keeps nothing', async () => {
  const one = await freely('jeugdige (Sanne)');
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
  await button(page, free.yes).click();
  await page.getByRole('heading', { name: 'Dit bord is hier niet te openen' }).waitFor();
  await one.context.close();
}, 60_000);

test('L43 where no socket comes through, one is told so, reads on with what changes, and cannot write', async () => {
  const nadia = await enter(browser, 'nadia', small);
  // The address of sockets leads nowhere, as with a proxy that does not know them.
  await nadia.context.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(String(url).replace('/sync/', '/dicht/'), protocols);
      }
    };
  });
  nadia.context.setDefaultTimeout(25_000);
  const { page } = nadia;
  const { pathname, hash } = new URL(server.links.get('ouder (Nadia)') ?? '');
  await page.goto(front.origin + pathname + hash);
  await page.getByText(plain.title).waitFor();
  await page.locator('.saved-mark').filter({ hasText: plain.mark }).waitFor();
  await picture(page, 'alleen-lezen');
  expect(await button(page, 'Iets op tafel leggen').count()).toBe(0);
  const ruben = await seated('ouder (Ruben)');
  await new PhoneHands(ruben.page).putOnTable({ kind: 'Dit gaat goed', text: 'Zonder vaste lijn te lezen' });
  await new PhoneHands(page).place('Bord');
  await button(page, /^Driehoek/).click();
  await page.getByText('Zonder vaste lijn te lezen').first().waitFor();
  expect(nadia.errors).toEqual([]);
  await Promise.all([nadia, ruben].map(({ context }) => context.close()));
}, 90_000);

test('L44 a card stands on the table when the server has it, and until then says that it is on its way', async () => {
  const one = await enter(browser, 'nadia', small);
  let holds = false;
  const held: (() => void)[] = [];
  const { page } = one;
  await page.routeWebSocket(/\/sync\//, (line) => {
    const far = line.connectToServer();
    line.onMessage((message) => (holds ? void held.push(() => far.send(message)) : far.send(message)));
    far.onMessage((message) => line.send(message));
  });
  const { pathname, hash } = new URL(server.links.get('ouder (Nadia)') ?? '');
  await page.goto(front.origin + pathname + hash);
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
}, 60_000);

test('L45 what somebody was writing is still there after the page was loaded again, in this tab only', async () => {
  const one = await seated('ouder (Nadia)');
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
}, 60_000);

test('L46 the step stands on Nu with its question; the phone goes along with whoever leads, may look around and comes back; a hand and a pause', async () => {
  const [karim, nadia] = [
    await seated('casusregisseur (Karim)', { width: 1280, height: 720 }),
    await seated('ouder (Nadia)'),
  ];
  const { page } = nadia;
  const [, , board] = new URL(karim.page.url()).pathname.split('/');
  const lead = (method: string, below: string, body: object = {}): Promise<{ bijeenkomst: { stap: string } }> =>
    karim.page.evaluate(
      async ([how, path, text]) => {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(path, { method: how, headers, ...(text === '{}' ? {} : { body: text }) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as { bijeenkomst: { stap: string } };
      },
      [method, `/api/v1/boards/${board ?? ''}/meeting${below}`, JSON.stringify(body)] as const,
    );
  await lead('POST', '/close');
  await page.getByRole('heading', { name: homeWords.nu.shut }).waitFor();
  await picture(page, 'tafel-dicht');
  await lead('PUT', '', { soort: 'netwerkberaad', jeugdige: true, familie: true });
  await lead('POST', '/open');
  await page.locator('.phone-step').waitFor();
  await picture(page, 'stap');
  await page.setViewportSize({ width: 360, height: 640 });
  await picture(page, 'stap-klein');
  const first = (await page.locator('.phone-step h2').textContent()) ?? '';
  const hands = new PhoneHands(page);
  await hands.place('Bord');
  await page.locator('.step-strip').filter({ hasText: first }).waitFor();
  await picture(page, 'rondkijken');
  await page.locator('.step-strip').click();
  await button(page, 'Hand opsteken').click();
  await button(page, 'Hand omlaag').waitFor();
  await button(page, homeWords.nu.pause).click();
  await page.getByRole('dialog').waitFor();
  await picture(page, 'pauze');
  await page.keyboard.press('Escape');
  await hands.place('Bord');
  const { bijeenkomst } = await lead('GET', '');
  await lead('POST', '/steer', { doe: 'volgende', van: bijeenkomst.stap });
  await page.locator('.phone-step').waitFor();
  expect(await page.locator('.phone-step h2').textContent()).not.toBe(first);
  // Whoever writes is left where they are.
  await hands.compose({ kind: 'Iets anders', text: 'Ik schrijf nog' });
  const next = await lead('GET', '');
  await lead('POST', '/steer', { doe: 'volgende', van: next.bijeenkomst.stap });
  await page.locator('.step-strip').filter({ hasText: 'Jullie zijn verder' }).waitFor();
  await page.getByText('Ik schrijf nog').first().waitFor();
  expect(nadia.errors).toEqual([]);
  await Promise.all([karim, nadia].map(({ context }) => context.close()));
}, 90_000);

test('L49 a name at the door is cut, shown as text, and marked when it looks like that of a professional', async () => {
  const karim = await seated('casusregisseur (Karim)', { width: 1280, height: 720 });
  const { page } = karim;
  await page.goto(page.url().replace('?', '/tafel?'));
  const room = await page.evaluate(async (address) => {
    const url = new URL(address);
    const [, , board] = url.pathname.split('/');
    const answer = await fetch(`/api/v1/boards/${board ?? ''}/waiting-room${url.search}`, { method: 'POST' });
    return ((await answer.json()) as { pad: string }).pad;
  }, page.url());
  const names = ['КАRIМ  ', '<img src=x onerror=alert(1)>', 'Oma '.repeat(125)];
  for (const naam of names) {
    const guest = await enter(browser, naam, small);
    await guest.page.goto(front.origin + room);
    await guest.page.getByRole('textbox').fill(naam);
    await button(guest.page, 'Ik ben er').click();
    await guest.page.getByText('Je bent gezien').waitFor();
  }
  const list = page.getByRole('listitem').filter({ has: button(page, /wie is dit/i) });
  await expect.poll(() => list.count()).toBe(3);
  const shown = await list.allInnerTexts();
  expect(shown.some((text) => text.includes(homeWords.look.alike('Karim').slice(0, 17)))).toBe(true);
  expect(shown.filter((text) => text.includes('Let op')).length).toBe(1);
  expect(shown.some((text) => text.includes('<img src=x onerror=alert(1)>'))).toBe(true);
  expect(Math.max(...shown.map((text) => text.length))).toBeLessThan(200);
  expect(karim.errors.filter((error) => error !== 'Failed to fetch')).toEqual([]);
  await karim.context.close();
}, 60_000);
