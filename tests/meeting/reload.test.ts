import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { lostWords } from '@samenbord/shared/words/app.ts';
import { pageWords } from '@samenbord/shared/words/pages.ts';
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { enter, openBrowser } from '../support/people.ts';
import type { Person } from '../support/people.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'samenbord-'));
const options = { demo: true, dataDir, env: { TRUST_PROXY: '1' } };
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(options);
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
});

afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function seated(name: string, link: string): Promise<Person> {
  const one = await enter(browser, name, { width: 390, height: 844, touch: true });
  const { pathname, hash } = new URL(server.links.get(link) ?? '');
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  await saved(one.page, 'Opgeslagen');
  return one;
}

const saved = (page: Page, text: string): Promise<void> =>
  page.locator('.saved-mark').filter({ hasText: text }).waitFor();

/** What this tab keeps of a board; nothing while the page is in sight. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('samenbord:')));
const leftOnDevice = (page: Page): Promise<number> => page.evaluate(() => localStorage.length);

/** The whole board as the casusregisseur may take it along. */
const exported = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const [, , id] = location.pathname.split('/');
    const als = new URLSearchParams(location.search).get('als');
    const answer = await fetch(`/api/v1/boards/${id ?? ''}/export?als=${als ?? ''}`);
    return answer.text();
  });

test('C30 a page that was loaded again while the server was away brings its unsaved work back, exactly once', async () => {
  const nadia = await seated('Nadia', 'ouder (Nadia)');
  const karim = await seated('Karim', 'casusregisseur (Karim)');
  const { page } = nadia;
  const address = page.url();
  // The browser asks whether to leave unsaved work behind; she says yes.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    // The page may be gone already when the answer comes.
    dialog.accept().catch(() => undefined);
  });
  const words = 'De buren vingen de jongens op toen de server weg was';
  const hands = new PhoneHands(page);
  await hands.compose({ kind: 'Dit gaat goed', text: words });
  await server.kill();
  await page.getByRole('button', { name: 'Zet op tafel' }).click();
  await saved(page, 'Offline, 1 wijziging wacht');
  await page.reload({ waitUntil: 'commit', timeout: 5000 }).catch(() => undefined);
  expect(asked).toEqual(['beforeunload']);
  // The browser's own page, that says there is nothing there.
  await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
  await page.goto(address, { waitUntil: 'commit', timeout: 5000 }).catch(() => undefined);
  server = await startServer({ ...options, port: server.port });
  await page.goto(address);
  await saved(page, 'Opgeslagen');
  await new PhoneHands(karim.page).sees(words);
  for (const { page: each } of [nadia, karim]) {
    await saved(each, 'Opgeslagen');
    await new PhoneHands(each).place('Bord');
    await each.reload();
    await saved(each, 'Opgeslagen');
    expect(await kept(each)).toEqual([]);
    expect(await leftOnDevice(each)).toBe(0);
  }
  const frames = karim.received.filter((part) => part.includes(words)).length;
  expect(frames).toBeGreaterThan(0);
  const board = await exported(karim.page);
  expect(board.split(words)).toHaveLength(2);
});

test('C31 a page that is too old loads itself again once, with its work; when that does not help it stops and says what to do', async () => {
  const nadia = await seated('Nadia', 'ouder (Nadia)');
  const { page } = nadia;
  let server: 'open' | 'deaf' | 'newer' = 'open';
  const lines = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/sync\//, (line) => {
    if (server === 'newer') return void line.close({ code: closeCode.oldProtocol, reason: 'ververs de pagina' });
    const far = line.connectToServer();
    lines.add(line);
    line.onMessage((message) => {
      if (server === 'open') far.send(message);
    });
    far.onMessage((message) => line.send(message));
  });
  await page.reload();
  await saved(page, 'Opgeslagen');
  const words = 'Geschreven toen de server net vernieuwd werd';
  const hands = new PhoneHands(page);
  await hands.compose({ kind: 'Dit gaat goed', text: words });
  server = 'deaf';
  await page.getByRole('button', { name: 'Zet op tafel' }).click();
  await saved(page, 'Wordt opgeslagen');
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  server = 'newer';
  for (const line of lines) await line.close({ code: closeCode.oldProtocol, reason: 'ververs de pagina' });
  await page.getByText(pageWords.old.again).waitFor();
  expect(loads).toBe(1);
  await page.getByText(lostWords.onlyHere(1)).waitFor();
  await page.waitForTimeout(1500);
  expect(loads).toBe(1);
  server = 'open';
  await page.getByRole('button', { name: pageWords.old.go }).click();
  await saved(page, 'Opgeslagen');
  expect(await kept(page)).toEqual([]);
  const karim = await seated('Karim', 'casusregisseur (Karim)');
  expect((await exported(karim.page)).split(words)).toHaveLength(2);
});

test('C32 a part of the page that does not come in is asked for again; when it takes long that is said, and then it is there', async () => {
  const nadia = await enter(browser, 'Nadia', { width: 390, height: 844, touch: true });
  const { page } = nadia;
  let cut = 0;
  let most = 2;
  await page.route(/\/assets\/Phone-[^/]+\.js$/, (route) =>
    ++cut <= most ? route.abort('connectionreset') : route.continue(),
  );
  const { pathname, hash } = new URL(server.links.get('ouder (Nadia)') ?? '');
  await page.goto(front.origin + pathname + hash);
  await page.waitForURL(/\/bord\//);
  await saved(page, 'Opgeslagen');
  expect(cut).toBeGreaterThan(most);
  [cut, most] = [0, Infinity];
  await page.reload();
  await page.getByText(pageWords.errors.slow).waitFor();
  await page.getByRole('button', { name: pageWords.errors.reload }).waitFor();
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, 'duurt-lang-nadia.png') });
  most = 0;
  await saved(page, 'Opgeslagen');
});

test('C32 a page that breaks says so and is not empty, and what was being written comes back with it', async () => {
  const karim = await seated('Karim', 'casusregisseur (Karim)');
  const { page } = karim;
  const words = 'Nog niet klaar toen de pagina brak';
  const hands = new PhoneHands(page);
  await hands.compose({ kind: 'Dit is moeilijk', text: words });
  await hands.place('Bord');
  await hands.place('Nu');
  const part = /\/assets\/MeetingPanel-[^/]+\.js$/;
  // The names are those of the build, whichever they are.
  const broken =
    'const broken = () => { throw new Error("on purpose"); }; export { broken as n, broken as t, broken as r, broken as i };';
  await page.route(part, (route) => route.fulfill({ contentType: 'text/javascript', body: broken }));
  await page.getByRole('button', { name: 'Agenda en handen' }).click();
  await page.getByText(pageWords.errors.broken).waitFor();
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, 'vastgelopen-karim.png') });
  await page.unroute(part);
  await page.getByRole('button', { name: pageWords.errors.reload }).click();
  await saved(page, 'Opgeslagen');
  await page.getByRole('button', { name: 'Verder schrijven' }).click();
  expect(await page.getByRole('textbox').inputValue()).toBe(words);
});
