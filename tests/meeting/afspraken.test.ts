import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { enter, openBrowser } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { Reach } from '../support/reach.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

const folder = process.env['PICTURES'] ?? resolve(import.meta.dirname, '../../.cache/pictures');
const reach = new Reach();
let server: RunningServer;
let front: HttpsFront;
let browser: Browser;

const seated = async (name: string, link: RegExp, screen: Screen): Promise<Person> => {
  const one = await enter(browser, name, screen);
  const [, url = ''] = [...server.links].find(([who]) => link.test(who)) ?? [];
  const { pathname, hash } = new URL(url);
  await one.page.goto(front.origin + pathname + hash);
  await one.page.waitForURL(/\/bord\//);
  return one;
};

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
});
afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

const look = async (one: Person, name: string): Promise<void> => {
  await reach.look(one, name);
  await one.page.screenshot({ path: join(folder, `afspraken-${name}-${one.name}.png`), fullPage: true });
};
const to = async (one: Person, place: string, heading: string): Promise<void> => {
  const { pathname, search } = new URL(one.page.url());
  const [, , board = ''] = pathname.split('/');
  const als = new URLSearchParams(search).get('als') ?? '';
  await one.page.goto(`${front.origin}/bord/${board}/${place}?als=${als}`);
  await one.page.getByRole('heading', { name: heading, level: 2 }).waitFor();
};

test('T97 whoever closes the meeting lands on the agreements; the mother who sat there reads them at home on a phone; each reads the trace that is theirs', async () => {
  const karim = await seated('karim', /casusregisseur/, { width: 1440, height: 900 });
  const nadia = await seated('nadia', /ouder \(Nadia\)/, { width: 390, height: 844, touch: true });
  const { page } = karim;
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Gesprek afronden' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sluit de tafel' }).click();
  await page.waitForURL(/\/afspraken\?/);
  await page.getByRole('heading', { level: 3, name: /^Afspraken van \d/ }).waitFor();
  expect(await page.locator('#sheet-aanwezig + ul').innerText()).toContain('Nadia');
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download als PDF' }).click(),
  ]);
  expect(pdf.suggestedFilename()).toMatch(/^afspraken-\d{4}-\d{2}-\d{2}\.pdf$/);
  await look(karim, 'blad');

  await to(nadia, 'afspraken', 'Afspraken van vandaag');
  await nadia.page.getByRole('heading', { level: 3, name: /^Afspraken van \d/ }).waitFor();
  await look(nadia, 'blad');
  await to(nadia, 'mijn-spoor', 'Wat er met mijn gegevens gebeurde');
  await nadia.page.getByText('Je zat aan tafel bij een bijeenkomst.').waitFor();
  await look(nadia, 'mijn-spoor');
  expect(await nadia.page.getByRole('main').innerText()).not.toContain('Ruben');

  await to(karim, 'spoor', 'Wie wat deed');
  await page.getByText('Het spoor is compleet').waitFor();
  await page.getByText('sloot de bijeenkomst').last().waitFor();
  await look(karim, 'spoor');
  await to(karim, 'tafel', 'Aan tafel');
  await page.getByRole('heading', { name: 'Tot wanneer dit bord bestaat' }).waitFor();
  await page.getByRole('button', { name: 'Kies een andere datum' }).click();
  await look(karim, 'einde');
  for (const rule of ['axe', 'koppen', 'breedte', 'maat'] as const) expect(reach.of(rule), rule).toEqual([]);
});
