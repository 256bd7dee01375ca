import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Page, WebSocket } from 'playwright-core';
import { householdWords, remoteWords, screenWords, sharingWords } from '@samenbord/shared/words/screen.ts';
import { shellWords } from '@samenbord/shared/words/app.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { zonePage } from '@samenbord/shared/words/zones.ts';
import { familyStates } from '../../server/src/demo/family-safety.ts';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { scan } from '../support/overleg/overleg.ts';
import { enter, openBrowser, saw } from '../support/people.ts';
import type { Person } from '../support/people.ts';
import { Reach } from '../support/reach.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

const folder = process.env['PICTURES'];
const reach = new Reach();
const own = 'zeepaardje onder de trap 5520';
/** Stands in the zone of the team and nowhere else. */
const team = String(familyStates[0]?.texts?.['toelichting']);
const secrets = [own, team.slice(0, 20)];
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;
let karim: Person;
let screen: Person;
const sockets: WebSocket[] = [];

const seated = async (name: string, link: string, width: number, height: number): Promise<Person> => {
  const one = await enter(browser, name, { width, height });
  if (name === 'Karim') one.page.on('websocket', (socket) => sockets.push(socket));
  const { pathname, hash } = new URL(server.links.get(link) ?? '');
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  return one;
};
/** What the board's server says to a command of this person, in their own browser. */
const ask = ({ page }: Person, method: string, path: string, body?: object): Promise<unknown> =>
  page.evaluate(
    async ([how, where, what]) => {
      const als = new URLSearchParams(location.search).get('als') ?? '';
      const init =
        what === undefined ? {} : { body: JSON.stringify(what), headers: { 'content-type': 'application/json' } };
      const answer = await fetch(`/api/v1/boards/voorbeeld${where}?als=${als}`, { method: how, ...init });
      if (!answer.ok) throw new Error(`${how} ${where}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? undefined : await answer.json();
    },
    [method, path, body] as const,
  );
const steer = (command: object): Promise<unknown> => ask(karim, 'POST', '/meeting/steer', command);
const picture = async ({ page, name }: Person, what: string): Promise<void> => {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${what}-${name}.png`) });
};
const sizes = async (person: Person, what: string): Promise<void> => {
  if (folder === undefined) return;
  for (const [width, height] of [
    [1440, 900],
    [1920, 1080],
    [1280, 720],
  ] as const) {
    await person.page.setViewportSize({ width, height });
    await person.page.waitForTimeout(700);
    await picture(person, `${what}-${width}`);
  }
};
const words = (page: Page): Promise<string> => page.locator('body').innerText();

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && folder !== undefined)
    for (const one of [karim, screen]) await picture(one, `mis-${task.name.slice(0, 3)}`);
});

beforeAll(async () => {
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
  [karim, screen] = await Promise.all([
    seated('Karim', 'casusregisseur (Karim)', 1440, 900),
    seated('Scherm', 'groot scherm (Groot scherm)', 1280, 720),
  ]);
  // The screen has come in before the table shuts.
  await screen.page.getByRole('heading').first().waitFor();
  await ask(karim, 'POST', '/meeting/close');
});

afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

test('C50 the screen in the room waits without a name while the table is shut, and follows the steps by itself when it opens', async () => {
  const { page } = screen;
  await page.getByRole('heading', { name: screenWords.shut }).waitFor();
  expect(await words(page)).toBe(screenWords.shut);
  expect(await page.title()).toBe(screenWords.title);
  expect(await page.getByRole('button').count()).toBe(0);
  await reach.look(screen, 'dicht');
  await sizes(screen, 'dicht');

  await ask(karim, 'PUT', '/meeting', { soort: 'netwerkberaad', jeugdige: true });
  await ask(karim, 'POST', '/meeting/open');
  await page.getByRole('heading', { name: 'Welkom' }).waitFor();
  expect(await page.locator('.qr').count()).toBe(0);
  await ask(karim, 'POST', '/waiting-room');
  await page.locator('.qr').waitFor();
  expect(await scan(page.locator('.qr'))).toMatch(/\/wachtkamer#/);
  await reach.look(screen, 'welkom');
  await sizes(screen, 'welkom');

  await steer({ doe: 'ga-naar', stap: 'doelen' });
  await page.locator('.screen-cards .card').first().waitFor();
  expect(await page.locator('.qr').count()).toBe(0);
  const size = await page
    .locator('.screen-cards .card-text')
    .first()
    .evaluate((node) => getComputedStyle(node).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(28);
  await steer({ doe: 'tijd-start', stap: 'doelen' });
  await page.getByText('Nog 20 minuten').waitFor();
  await reach.look(screen, 'kaarten');
  await sizes(screen, 'kaarten');

  await steer({ doe: 'ga-naar', stap: 'instrument' });
  await page.locator('.canvas-node:visible').first().waitFor();
  // The mark of tldraw's maker is theirs; nothing else can be pressed.
  expect(await page.locator('button:not([class*="watermark"] *)').count()).toBe(0);
  await reach.look(screen, 'tijdlijn');
  await sizes(screen, 'tijdlijn');
  await steer({ doe: 'hierheen', na: 0, kijk: { view: 'genogram', x: -300, y: -300, width: 600, height: 600 } });
  await page.getByRole('region', { name: 'Genogram' }).waitFor();
  await page.locator('.canvas-node:visible').first().waitFor();
  await sizes(screen, 'genogram');
});

test('C54 in the room a large family is shown one household at a time, when who leads chooses it for everybody', async () => {
  const names = async (page: Page): Promise<string[]> =>
    page.locator('.canvas-node').evaluateAll((all) => all.map((node) => node.getAttribute('data-thing') ?? '').sort());
  await expect.poll(() => names(screen.page)).toContain('mirjam');
  await karim.page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Genogram' }).click();
  await karim.page.getByRole('region', { name: householdWords.label }).getByRole('button').click();
  await picture(karim, 'kies-huishouden');
  await karim.page.getByRole('menuitem', { name: 'Bij Anneke en Paul' }).click();
  await karim.page.getByText(householdWords.lighter).waitFor();
  for (const { page } of [screen, karim]) {
    await expect.poll(() => names(page)).not.toContain('mirjam');
    expect(await names(page)).toEqual(expect.arrayContaining(['anneke', 'milan', 'nadia', 'paul']));
  }
  await screen.page.locator('.canvas-node:visible').first().waitFor();
  await sizes(screen, 'huishouden');
  await picture(karim, 'huishouden');
  // Nothing of the picture lies under the choice that stands in its corner.
  const choice = await karim.page.getByRole('region', { name: householdWords.label }).boundingBox();
  const name = await karim.page.locator('.canvas-page text', { hasText: 'Bij Anneke en Paul' }).boundingBox();
  expect(name?.y).toBeGreaterThan((choice?.y ?? Infinity) + (choice?.height ?? 0));
  await steer({ doe: 'huishouden', ding: null });
  await expect.poll(() => names(screen.page)).toContain('mirjam');
});

test('C52 one key makes the screen blank, or one tap of who leads; only holding the key, or a second answer, brings the table back', async () => {
  const { page } = screen;
  const isBlank = async (): Promise<boolean> =>
    (await words(page)).trim() === '' && (await page.locator('.screen-picture').count()) === 1;
  await page.keyboard.press('b');
  await expect.poll(isBlank).toBe(true);
  await page.keyboard.press('b');
  await page.reload();
  await expect.poll(isBlank).toBe(true);
  await reach.look(screen, 'leeg', 'menu');
  await picture(screen, 'leeg');
  await page.keyboard.down('b');
  await page.locator('.canvas-node:visible').first().waitFor();
  await page.keyboard.up('b');

  const remote = karim.page;
  await remote.getByRole('button', { name: remoteWords.blank }).click();
  await expect.poll(isBlank).toBe(true);
  await remote.getByRole('button', { name: remoteWords.show }).click();
  expect(await isBlank()).toBe(true);
  await remote.getByRole('button', { name: remoteWords.yes }).click();
  await page.locator('.canvas-node:visible').first().waitFor();
});

test('C53 "Ik deel dit scherm" closes every zone but the table: sockets, memory and page hold nothing else, also after loading again, until two answers', async () => {
  const { page } = karim;
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: shellWords.ownBox }).click();
  await page.getByRole('button', { name: zonePage.add }).click();
  await page.getByRole('menuitem', { name: thingWords.notitie.naam }).click();
  await page.getByRole('dialog').getByRole('textbox').first().fill(own);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Bewaar/ })
    .click();
  await page.getByText(own).first().waitFor();
  expect(saw(karim.received, team.slice(0, 20))).toBe(true);
  expect(await holds(page, secrets)).toEqual(secrets);
  await picture(karim, 'voor-delen');

  const [asked, received, before] = [karim.asked.length, karim.received.length, sockets.length];
  await page.keyboard.press('F8');
  await page.getByText(sharingWords.seen).waitFor();
  await page.locator('.canvas-node:visible').first().waitFor();
  await clean();
  expect(await holds(page, secrets)).toEqual([]);
  await reach.look(karim, 'delen');
  await sizes(karim, 'delen');
  await page.setViewportSize({ width: 1440, height: 900 });

  // Whoever leads goes on from here.
  await steer({ doe: 'ga-naar', stap: 'doelen' });
  await page.locator('.screen-cards .card').first().waitFor();
  await sizes(karim, 'delen-kaarten');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Volgende' }).click();
  await page.locator('.canvas-node:visible').first().waitFor();

  await page.reload();
  await page.getByText(sharingWords.seen).waitFor();
  await page.locator('.canvas-node:visible').first().waitFor();
  await clean();

  await page.getByRole('button', { name: sharingWords.stop }).click();
  const answer = page.getByRole('button', { name: sharingWords.stopYes });
  expect(await answer.isDisabled()).toBe(true);
  await reach.look(karim, 'stoppen', 'dialog');
  await picture(karim, 'stoppen');
  await page.getByRole('button', { name: sharingWords.stay }).click();
  await clean();
  await page.getByRole('button', { name: sharingWords.stop }).click();
  await answer.click();
  await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  await expect.poll(() => ofKarim().some((url) => url.includes('/team/'))).toBe(true);

  /** What this tab asked for, got and holds since it began to share. */
  async function clean(): Promise<void> {
    await expect.poll(() => ofKarim().filter((url) => !/\/sync\/voorbeeld\/(gedeeld|tafel)\//.test(url))).toEqual([]);
    const since = sockets.slice(before).map((socket) => socket.url());
    expect(since.length).toBeGreaterThanOrEqual(2);
    for (const url of since) expect(url).toMatch(/\/sync\/voorbeeld\/(gedeeld|tafel)\//);
    for (const url of karim.asked.slice(asked))
      expect(decodeURIComponent(url)).not.toMatch(/\/(eigen|vertrouwd|team|tafel:)/);
    const html = await page.content();
    for (const words of secrets) {
      expect(saw(karim.received.slice(received), words)).toBe(false);
      expect(html).not.toContain(words);
    }
    for (const kept of ['eigen:p', 'vertrouwd:p', '"zone":"team"'])
      expect(saw(karim.received.slice(received), kept), kept).toBe(false);
  }
});

test('C55 axe finds nothing on any of these screens, and each has one main part and a name', () => {
  expect(reach.screens.length).toBeGreaterThanOrEqual(6);
  expect(reach.of('axe')).toEqual([]);
  expect(reach.of('koppen')).toEqual([]);
  // tldraw asks for the mark of its maker; the pages refuse that.
  expect([...karim.errors, ...screen.errors].filter((error) => error !== 'Failed to fetch')).toEqual([]);
});

/** The sockets of Karim that are open now, as the wire before the server has them. */
const ofKarim = (): string[] => front.sockets().filter((url) => url.includes('als=pkarim'));

/** Which of these words stand in the memory of the scripts of this page, after what nobody holds was let go. */
async function holds(page: Page, what: readonly string[]): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const parts: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  const all = parts.join('');
  return what.filter((words) => all.includes(words));
}
