import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appWords } from '@samenbord/shared/words/app.ts';
import { eraseWords, erasedVersionWords } from '@samenbord/shared/words/erase.ts';
import { asItWasWords } from '@samenbord/shared/words/history.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { analysisPageWords } from '@samenbord/shared/words/pages.ts';
import { moveWords } from '@samenbord/shared/words/zones.ts';
import type { Browser, Page } from 'playwright-core';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { enter, openBrowser, saw } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { press } from '../support/reach-walks.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';
import { allFiles, valuesWith } from '../support/sealed-values.ts';

const mark = 'zeester-onder-de-brug 5512';
const kept = 'Wij lezen samen voor het slapen';
const dataDir = mkdtempSync(join(tmpdir(), 'samenbord-wissen-'));
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ dataDir, demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
});
afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const seated = async (name: string, link: string, screen: Screen): Promise<Person> => {
  const one = await enter(browser, name, screen);
  const { pathname, hash } = new URL(server.links.get(link) ?? '');
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  return one;
};
const rail = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name, exact: true }).click();
/** Only when somebody wants to look at them. */
const savePicture = async (one: Person, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await one.page.screenshot({ path: join(folder, `${name}-${one.name}.png`) });
};
const openTriangle = async (phone: PhoneHands): Promise<void> => {
  await phone.place('Bord');
  await press(phone.page, /^Driehoek/);
};
/** The beginnings of what holds the words, to know it by. */
const withMark = (parts: readonly Buffer[]): string[] =>
  parts.filter((part) => saw([part], mark)).map((part) => part.toString('latin1', 0, 120));
/** Where the words can be pressed: what was said to a screen reader a moment ago is not a card. */
const cards = ({ page }: Person) => page.getByRole('button', { name: new RegExp(mark) });
/** The epochs of the table that this browser opened a socket for. */
const epochs = ({ asked }: Person): string[] =>
  asked.flatMap((url) => /\/sync\/[^/]+\/gedeeld\/(\d+)/.exec(url)?.[1] ?? []);

test('M20 a card is erased for good from the table: who looks on follows at once, who comes back from offline keeps other work and brings nothing of it back, and the copy in an own box is erased by whose it is', async () => {
  const karim = await seated('karim', 'casusregisseur (Karim)', { width: 1440, height: 900 });
  const nadia = await seated('nadia', 'ouder (Nadia)', { width: 390, height: 844, touch: true });
  const sanne = await seated('sanne', 'jeugdige (Sanne)', { width: 390, height: 844, touch: true });
  const [atNadia, atSanne] = [new PhoneHands(nadia.page), new PhoneHands(sanne.page)];
  await atSanne.putOnTable({ kind: 'Dit is moeilijk', text: mark, about: 'Sanne', where: 'bij het opvoeden' });
  await openTriangle(atNadia);
  await atNadia.sees(mark);
  const { page } = karim;
  await rail(page, 'Analyse');
  await page.getByLabel(analysisPageWords.freezeName).fill('Voor het wissen');
  await press(page, analysisPageWords.freeze);
  await page.getByText(mark).first().waitFor({ state: 'attached' });

  // Sanne loses her connection, changes the card and writes another one.
  await sanne.context.setOffline(true);
  await openTriangle(atSanne);
  await press(sanne.page, new RegExp(mark));
  await press(sanne.page, listWords.thing.adjust);
  await sanne.page.getByRole('textbox').first().fill(`${mark} en nog iets erbij`);
  await press(sanne.page, listWords.thing.ready);
  await atSanne.putOnTable({ kind: 'Dit gaat goed', text: kept, about: 'Sanne', where: 'bij het opvoeden' });
  await savePicture(sanne, 'wissen-offline');

  await rail(page, 'Lijst');
  await page
    .getByRole('navigation', { name: listWords.lists })
    .getByRole('button', { name: /^Driehoek/ })
    .click();
  await savePicture(karim, 'wissen-lijst');
  await press(page, new RegExp(mark));
  await press(page, appWords.takeOff);
  await page.getByRole('dialog').getByText(moveWords.offText('Sanne')).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: appWords.takeOff }).click();
  await cards(nadia).first().waitFor({ state: 'detached' });
  await rail(page, asItWasWords.short);
  // Her words are hers again: here stands what kind of card it was, whose, when and who took it off.
  const line = page
    .getByRole('listitem')
    .filter({ hasText: / van Sanne/ })
    .filter({ hasText: 'Weggehaald door Karim' });
  await line.getByText(asItWasWords.wentBack('Sanne')).waitFor();
  expect(await line.innerText()).not.toContain(mark);
  await line.getByRole('button', { name: eraseWords.erase }).click();
  for (const sentence of [eraseWords.versions, eraseWords.theirs, eraseWords.files])
    await page.getByRole('dialog').getByText(sentence).waitFor();
  await savePicture(karim, 'wissen-vraag');
  // What was asked before is in, so that what comes in from here on was sent after.
  await Promise.all(karim.reading);
  const before = [karim, nadia].map(({ received }) => received.length);
  await page.getByRole('dialog').getByRole('button', { name: eraseWords.erase }).click();
  await line.waitFor({ state: 'detached' });

  // Who looks on: the next epoch, by itself, and not a byte of it any more.
  await expect.poll(() => epochs(nadia)).toEqual(['1', '2']);
  await expect.poll(() => epochs(karim)).toContain('2');
  await openTriangle(atNadia);
  expect(await cards(nadia).count()).toBe(0);

  await sanne.context.setOffline(false);
  await atNadia.sees(kept);
  await expect.poll(() => epochs(sanne).at(-1)).toBe('2');
  await openTriangle(atSanne);
  await sanne.page.getByText(kept).first().waitFor();
  expect(await cards(nadia).count()).toBe(0);
  await savePicture(sanne, 'wissen-terug');
  for (const [index, one] of [karim, nadia].entries())
    expect(withMark(one.received.slice(before[index])), one.name).toEqual([]);

  await rail(page, 'Analyse');
  await page
    .getByText(erasedVersionWords.instead(2))
    .or(page.getByText(/in de plaats gekomen van versie/))
    .first()
    .waitFor();
  await savePicture(karim, 'wissen-opvolger');
  await press(page, /Versie 1/);
  await page.getByText(erasedVersionWords.instead(2)).waitFor();
  await savePicture(karim, 'wissen-versie');
  await press(page, erasedVersionWords.open(2));
  await page.getByText(/in de plaats gekomen van versie 1/).waitFor();
  expect(await page.getByText(mark).count()).toBe(0);

  // Her own copy, in her own box, is hers: only she erases it.
  expect(await valuesWith(dataDir, mark, 'eigen'), 'on the table, in its history and its versions').toBe(0);
  expect(await valuesWith(dataDir, mark)).toBeGreaterThan(0);
  await atSanne.place('Mijn');
  await press(sanne.page, new RegExp(mark));
  await press(sanne.page, eraseWords.erase);
  await sanne.page.getByRole('dialog').getByText(eraseWords.ownBox).waitFor();
  // Under a question nothing can be pressed, so that the card is gone from there says nothing yet.
  const erased = sanne.page.waitForResponse((answer) => answer.url().includes('/erase'));
  await sanne.page.getByRole('dialog').getByRole('button', { name: eraseWords.erase }).click();
  expect((await erased).status()).toBe(204);
  await sanne.page.getByRole('dialog').waitFor({ state: 'detached' });
  await cards(sanne).first().waitFor({ state: 'detached' });

  await server.stop();
  expect(await valuesWith(dataDir, mark)).toBe(0);
  expect(await valuesWith(dataDir, kept)).toBeGreaterThan(0);
  expect(allFiles(dataDir).includes(mark)).toBe(false);
});
