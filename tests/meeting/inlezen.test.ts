import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { tableWords } from '@samenbord/shared/words/pages.ts';
import { sayRefusal } from '@samenbord/shared/words/exchange.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import type { Browser, Page } from 'playwright-core';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { enter, openBrowser } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { Reach } from '../support/reach.ts';
import { place, press } from '../support/reach-walks.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

const reach = new Reach();
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;
let karim: Person;
let ilse: Person;

const seated = async (name: string, link: RegExp, screen: Screen): Promise<Person> => {
  const one = await enter(browser, name, screen);
  const address = [...server.links].find(([words]) => link.test(words))?.[1] ?? '';
  const { pathname, hash } = new URL(address);
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  return one;
};
/** Only when somebody wants to look at them. */
const savePicture = async (one: Person, name: string): Promise<void> => {
  const folder = process.env['PICTURES'];
  if (folder !== undefined)
    await one.page.screenshot({ path: join(folder, `${name}-${one.name}.png`), fullPage: true });
};
/** The page, afresh, without loading the board again. */
const toPage = async ({ page }: Person): Promise<void> => {
  for (const place of ['', '/inlezen'])
    await page.evaluate((below) => {
      history.pushState(null, '', location.pathname.replace(/^(\/bord\/[^/]+).*$/, `$1${below}`) + location.search);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, place);
  await page.getByRole('heading', { name: words.title, exact: true }).waitFor();
};
type Exported = {
  hash: string;
  things: { type: string; values: Record<string, unknown>; texts: Record<string, string> }[];
};
/** What lies on the table, as the server gives it. */
const onTable = (page: Page): Promise<Exported> =>
  page.evaluate(async () => {
    const [, , id] = location.pathname.split('/');
    const als = new URLSearchParams(location.search).get('als') ?? '';
    const answer = await fetch(`/api/v1/boards/${id}/export?als=${als}`);
    return (await answer.json()) as never;
  });
const names = ({ things }: Exported): string[] =>
  things.flatMap(({ type, texts }) => (type === 'persoon' ? [texts['naam'] ?? ''] : []));
const choose = (page: Page, name: string): Promise<void> =>
  page.locator('label').filter({ hasText: name }).first().click();
const file = (page: Page) => page.locator('input[type=file]');

beforeAll(async () => {
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
  karim = await seated('Karim', /^casusregisseur/, { width: 1440, height: 900 });
  ilse = await seated('Ilse', /^(GI|medewerker|gecertificeerde)/, { width: 390, height: 844, touch: true });
});
afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

test('E15 five rows pasted from a spreadsheet are five people on the genogram, looked at first', async () => {
  const { page } = karim;
  const before = names(await onTable(page));
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Tafel' }).click();
  await page.getByRole('heading', { name: tableWords.title }).waitFor();
  await press(page, words.title);
  await choose(page, words.fromList);
  const rows = [
    ['Naam', 'Geboren', 'Geslacht', 'Relatie'],
    ['Fenna Postma', 'rond 1955', 'vrouw', ''],
    ['Douwe Postma', '1953', 'man', 'getrouwd met Fenna'],
    ['Jelle Postma', '14-3-1981', '', 'zoon van Fenna en Douwe'],
    ['Wietske Postma', '40616', 'vrouw', 'dochter van Fenna en Douwe'],
    ['Sytse', 'mei 2012', 'man', 'pleegzoon van Jelle'],
  ];
  await page.getByLabel(words.paste).fill(rows.map((row) => row.join('\t')).join('\r\n'));
  await page.getByText('Fenna Postma, vrouw, geboren: rond 1955').waitFor();
  await page.getByText(words.doubts.getal).waitFor();
  // It is not said what parents these are: nothing is made of it until it is.
  expect(await page.getByText(words.doubts.soort).count()).toBe(2);
  await reach.look(karim, 'a list, not all clear');
  await savePicture(karim, 'lijst');
  await choose(page, words.parentKinds.biologisch);
  await page.getByText('Jelle Postma, man, geboren: 14 maart 1981, kind van Fenna Postma en Douwe Postma').waitFor();
  expect(names(await onTable(page))).toEqual(before);
  await press(page, words.put(5));
  await page.locator('.notice').getByText(words.done(5)).waitFor();
  const { things } = await onTable(page);
  expect(
    names({ hash: '', things })
      .filter((name) => !before.includes(name))
      .toSorted(),
  ).toEqual(['Douwe Postma', 'Fenna Postma', 'Jelle Postma', 'Sytse', 'Wietske Postma']);
  expect(things.find(({ texts }) => texts['naam'] === 'Wietske Postma')?.values).toEqual({ geslacht: 'vrouw' });
  await press(page, words.toBoard);
  await page.locator('.shell-view').getByText('Wietske').first().waitFor();
  await savePicture(karim, 'genogram');
});

test('E15 a family file is cut to a family, and whoever stands on the board already is asked about', async () => {
  const { page } = karim;
  const before = names(await onTable(page));
  await toPage(karim);
  await choose(page, words.fromFile);
  await file(page).setInputFiles(join(import.meta.dirname, '../families/gedcom/vermeer-70.ged'));
  await page.getByText(words.found(8)).waitFor();
  await choose(page, words.around);
  await page.getByLabel(words.search).fill('wim');
  await choose(page, 'Wim Bos');
  await page.getByRole('table').getByText('Joke Vermeer').waitFor();
  await reach.look(karim, 'a family file');
  const questions = page.getByRole('radiogroup', { name: /^Er staat al een/ });
  const doubles = await questions.count();
  expect(doubles).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: /op tafel$/ }).isDisabled()).toBe(true);
  await savePicture(karim, 'familie');
  for (let nr = 0; nr < doubles; nr++) await questions.nth(nr).locator('label').first().click();
  await press(page, /op tafel$/);
  await page
    .getByRole('status')
    .getByText(/op tafel gezet\.$/)
    .waitFor();
  // Sanne, Nadia and Wim stand there already; only whoever does not comes with the rest of the family.
  const added = names(await onTable(page)).filter((name) => !before.includes(name));
  expect(added.toSorted()).toEqual(['Joke Vermeer', 'Mark Vermeer']);
});

test('E16 a broken or hostile file is refused with its sentence, and the board is as it was', async () => {
  const { page } = karim;
  await toPage(karim);
  const before = (await onTable(page)).hash;
  await choose(page, words.fromFile);
  const give = (name: string, text: string) =>
    file(page).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const head = '0 HEAD\n1 GEDC\n2 VERS 7.0\n';
  const cases: readonly (readonly [text: string, sentence: string])[] = [
    [`${head}0 @I1@ INDI\nzomaar iets\n`, sayRefusal('regel', 5)],
    [`${head}${Array.from({ length: 200 }, (_, level) => `${level} X`).join('\n')}`, sayRefusal('te-diep', 104)],
    ['x'.repeat(11 * 1024 * 1024), sayRefusal('te-groot')],
    ['{"soort":"samenbord-bord"}', words.notOurs],
    [`${head}0 TRLR\n`, words.nobody],
  ];
  for (const [text, sentence] of cases) {
    await give('familie.ged', text);
    await page.getByText(sentence).waitFor();
  }
  await savePicture(karim, 'geweigerd');
  expect((await onTable(page)).hash).toBe(before);
});

test('E16 the board and its families are downloaded, with what a family file cannot hold said before', async () => {
  const { page } = karim;
  await toPage(karim);
  await page.getByText(words.notCarried).click();
  await page.getByText(/huishoudens?$/).waitFor();
  for (const [button, ending] of [
    [words.downloadOwn, /\.json$/],
    [words.downloadGedcom, /\.ged$/],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(ending);
  }
});

test('E17 on a phone, with the keyboard or a screen reader, people come on the table the same way', async () => {
  const { page } = ilse;
  await place(page, 'Bord');
  await press(page, listWords.table);
  await press(page, words.title);
  await page.getByRole('heading', { name: words.title, exact: true }).waitFor();
  await reach.look(ilse, 'in and out');
  await savePicture(ilse, 'inlezen');
  await choose(page, words.fromList);
  await page.getByLabel(words.paste).fill('Tjitske, 2009, dochter van Niemand\n06 12345678');
  await page.getByText('Tjitske, vrouw, geboren: 2009').waitFor();
  await page.getByText(words.nothing).waitFor();
  await reach.look(ilse, 'a list on a phone');
  await savePicture(ilse, 'lijst');
  await press(page, words.put(1));
  await page.locator('.notice').getByText(words.done(1)).waitFor();
  expect(names(await onTable(page))).toContain('Tjitske');
  expect(reach.findings).toEqual([]);
  // What was asked and not waited for when the page went on is nobody's loss.
  expect([...karim.errors, ...ilse.errors].filter((error) => error !== 'Failed to fetch')).toEqual([]);
});
