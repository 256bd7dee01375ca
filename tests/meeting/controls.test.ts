import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { CanvasHands } from '../support/overleg/canvas-hands.ts';
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
let karim: Person;
let colleague: Person;
let nadia: Person;

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
  karim = await seated('karim', /casusregisseur/, { width: 1440, height: 900 });
  colleague = await seated('collega', /jeugdbescherming|GI|gecertificeerde/, { width: 1280, height: 720 });
  nadia = await seated('nadia', /ouder \(Nadia\)/, { width: 1280, height: 720 });
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const one of [karim, colleague, nadia]) await picture(one, `mis-${task.name.slice(0, 3)}`);
});

afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

const picture = (one: Person, name: string): Promise<Buffer> =>
  one.page.screenshot({ path: join(folder, `controls-${name}-${one.name}.png`) });
const bar = ({ page }: Person): Locator => page.getByRole('region', { name: 'Deze stap' });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const atStep = (one: Person, title: string): Promise<void> => bar(one).getByRole('heading', { name: title }).waitFor();
const more = async (one: Person, item: string): Promise<void> => {
  await bar(one).getByRole('button', { name: 'Meer', exact: true }).click();
  await one.page.getByRole('menuitem', { name: item }).click();
};
const shown = (one: Person): Promise<string> =>
  one.page.evaluate(() => document.querySelector('.shell-rail [aria-current="page"]')?.textContent ?? '');

test('T70 a meeting is closed with one question, prepared with a ready-made agenda, changed by keyboard and opened after looking what each one will see', async () => {
  const { page } = karim;
  await atStep(karim, 'Open tafel');
  await more(karim, 'Gesprek afronden');
  await reach.look(karim, 'close', 'dialog');
  await page.getByRole('button', { name: 'Sluit de tafel' }).click();
  // Closing leads to what was agreed; from there one goes on.
  await page.waitForURL(/\/afspraken\?/);
  await press(page, 'Terug');
  await bar(karim).waitFor({ state: 'detached' });
  // The table is shut for family: their screen says so without being loaded again.
  await bar(nadia).waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Gesprek' }).click();
  await page.getByRole('heading', { name: 'Een gesprek voorbereiden' }).waitFor();
  await page.getByText('Er is een kind of jongere bij').click();
  await picture(karim, 'kies');
  await reach.look(karim, 'choose an agenda');
  await press(page, 'Maak de agenda');
  const steps = page.getByRole('list').filter({ has: page.getByRole('heading', { name: 'Eerst jouw wens' }) });
  await steps.waitFor();
  const titles = (): Promise<string[]> => steps.getByRole('heading', { level: 4 }).allInnerTexts();
  expect((await titles()).slice(0, 3)).toEqual(['Welkom', 'Eerst jouw wens', 'Is het nog een 6?']);
  // By keyboard alone: one place later, and another name.
  await page.getByRole('button', { name: 'Eerst jouw wens later' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.step-list h4')[2]?.textContent === 'Eerst jouw wens');
  await page.getByRole('button', { name: 'Eerst jouw wens eerder' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('.step-list h4')[1]?.textContent === 'Eerst jouw wens');
  await page.getByRole('button', { name: 'Verander Welkom' }).click();
  await page.getByLabel(/Hoe heet de stap/).fill('Welkom allemaal');
  await reach.look(karim, 'change a step');
  await picture(karim, 'stap');
  await press(page, 'Bewaar de stap');
  await page.getByRole('heading', { name: 'Welkom allemaal' }).waitFor();
  await picture(karim, 'stappen');
  await press(page, 'Verder: de tafel openen');
  await page.getByRole('heading', { name: 'De tafel openen' }).waitFor();
  await page
    .getByText(/Dit ziet .* voor het eerst|Ziet niets nieuws|Er is niemand/)
    .first()
    .waitFor();
  await picture(karim, 'openen');
  await reach.look(karim, 'open the table');
  await press(page, 'Open de tafel');
  for (const one of [karim, colleague, nadia]) await atStep(one, 'Welkom allemaal');
});

test('T71 everybody follows the step on their own screen, somebody looks around and comes back, and what the step closes is off with the reason', async () => {
  await press(karim.page, /^Volgende/);
  for (const one of [karim, colleague, nadia]) await atStep(one, 'Eerst jouw wens');
  await colleague.page.getByText('Wat wil jij? En waar loop je tegenaan?').last().waitFor();
  await picture(karim, 'kaarten');
  await picture(nadia, 'kaarten');
  await reach.look(karim, 'step with cards');
  await new CanvasHands(colleague.page).view('Genogram');
  await bar(colleague).getByRole('button', { name: 'Terug naar de stap' }).waitFor();
  await picture(colleague, 'rondkijken');
  await colleague.page.keyboard.press('Alt+Shift+R');
  await bar(colleague).getByRole('button', { name: 'Terug naar de stap' }).waitFor({ state: 'detached' });
  // The step of the instrument: everybody is at the tijdlijn, the one who looked around too.
  await karim.page.keyboard.press('Alt+Shift+G');
  await karim.page
    .getByRole('listitem')
    .filter({ has: karim.page.getByRole('heading', { name: 'Samen aan het bord' }) })
    .getByRole('button', { name: 'Ga naar deze stap' })
    .click();
  await picture(karim, 'agenda');
  await reach.look(karim, 'agenda beside the board');
  for (const one of [karim, colleague, nadia]) {
    await atStep(one, 'Samen aan het bord');
    await one.page.locator('.canvas-node:visible').first().waitFor();
    expect(await shown(one)).toBe('Tijdlijn');
  }
  // A freeze: tools stay in sight and say why they do nothing.
  await more(karim, 'Leg het bord even stil');
  const tools = nadia.page.getByRole('toolbar', { name: 'Gereedschap' });
  await tools.getByText(/om samen te lezen/).waitFor();
  await expect(tools.getByRole('button', { name: 'Notitie' }).getAttribute('aria-disabled')).resolves.toBe('true');
  await picture(nadia, 'stil');
  await reach.look(nadia, 'frozen');
  await more(karim, 'Maak het bord weer los');
  await tools.getByText(/om samen te lezen/).waitFor({ state: 'detached' });
});

test('T72 the time of a step runs on every screen, hands are an ordered list, the turn is given, and a pause is heard by one', async () => {
  await karim.page.keyboard.press('Alt+Shift+K');
  for (const one of [karim, colleague, nadia]) await bar(one).getByText('Nog 30 minuten').waitFor();
  await bar(karim).getByRole('button', { name: '5 minuten erbij' }).click();
  await bar(nadia).getByText('Nog 35 minuten').waitFor();
  await bar(karim).getByRole('button', { name: 'Zet de tijd stil' }).click();
  await bar(nadia).getByText('Nog 35 minuten (staat stil)').waitFor();
  await bar(nadia).getByRole('button', { name: 'Hand opsteken' }).click();
  await bar(karim).getByRole('button', { name: '1 hand' }).waitFor();
  await colleague.page.keyboard.press('Alt+Shift+H');
  await bar(karim).getByRole('button', { name: '2 handen' }).waitFor();
  await karim.page
    .getByRole('button', { name: /^Geef de beurt aan/ })
    .first()
    .waitFor();
  const order = await karim.page.locator('.step-hands li > span').allInnerTexts();
  expect(order[0]).toBe('Nadia');
  expect(order).toHaveLength(2);
  await picture(karim, 'handen');
  await karim.page.getByRole('button', { name: 'Geef de beurt aan Nadia' }).click();
  await nadia.page.getByText('Jij bent aan de beurt').waitFor();
  await colleague.page.getByText('Nadia is aan de beurt').waitFor();
  await picture(nadia, 'beurt');
  await press(karim.page, 'Beurt klaar');
  await nadia.page.getByText('Jij bent aan de beurt').waitFor({ state: 'detached' });
  await more(nadia, 'Pauze vragen');
  await nadia.page.getByRole('dialog').getByRole('radio').first().waitFor();
  await picture(nadia, 'pauze');
  await reach.look(nadia, 'pause', 'dialog');
  await nadia.page.getByRole('button', { name: 'Vraag om een pauze' }).click();
  await karim.page.getByText(/Nadia vraagt om een pauze/).waitFor();
  expect(await colleague.page.getByText(/om een pauze/).count()).toBe(0);
  await picture(karim, 'pauze');
  await press(karim.page, 'Gezien');
  await karim.page.getByText(/Nadia vraagt om een pauze/).waitFor({ state: 'detached' });
});

test('T73 everybody comes to what the leader looks at, what is lit has a ring on every screen, and who is writing is not moved', async () => {
  await new CanvasHands(karim.page).view('Genogram');
  const [first] = await karim.page.locator('.canvas-node').allInnerTexts();
  expect(first).toBeDefined();
  await new CanvasHands(karim.page).tap('Sanne');
  await press(karim.page, 'Licht uit');
  await nadia.page.getByText(/^Uitgelicht: Sanne/).waitFor();
  await press(karim.page, 'Iedereen hierheen');
  await nadia.page.waitForFunction(() => document.querySelector('.canvas-lit') !== null);
  expect(await shown(nadia)).toBe('Genogram');
  await picture(nadia, 'uitgelicht');
  await picture(karim, 'uitgelicht');
  await more(karim, 'Aanwijzen');
  await karim.page.mouse.move(700, 420);
  await karim.page.mouse.move(720, 430);
  await nadia.page.waitForFunction(() => document.querySelector('.canvas-cursor[data-points="true"]') !== null);
  await picture(nadia, 'aanwijzen');
  // Nadia writes a note while the step goes on.
  const hands = new CanvasHands(nadia.page);
  await hands.tool('Notitie');
  await nadia.page.mouse.click(640, 400);
  await nadia.page.locator('form.canvas-form textarea').first().fill('Ik ben nog bezig');
  await press(karim.page, /^Volgende/);
  await atStep(nadia, 'Wie doet wat?');
  await nadia.page.getByText(/jouw scherm bleef staan/).waitFor();
  await expect(nadia.page.locator('form.canvas-form textarea').first().inputValue()).resolves.toBe('Ik ben nog bezig');
  await nadia.page.keyboard.press('Escape');
  await press(nadia.page, 'Terug naar de stap');
  await nadia.page.getByText('Wie doet wat, en wanneer is het klaar?').last().waitFor();
});

test('T74 when the laptop of whoever leads dies the step stays, a colleague takes over after a while, and the old one asks it back', async () => {
  const address = karim.page.url();
  await karim.context.setOffline(true);
  await karim.page.close();
  const takeOver = colleague.page.getByRole('button', { name: 'Neem het gesprek over' });
  await takeOver.waitFor({ timeout: 60_000 });
  await picture(colleague, 'overnemen');
  await reach.look(colleague, 'take over');
  await takeOver.click();
  await bar(colleague)
    .getByRole('button', { name: /^Volgende/ })
    .waitFor();
  await atStep(colleague, 'Wie doet wat?');
  await picture(colleague, 'leidt');
  expect(await nadia.page.getByRole('button', { name: 'Neem het gesprek over' }).count()).toBe(0);
  await karim.context.setOffline(false);
  const page = await karim.context.newPage();
  karim = { ...karim, page };
  await page.goto(address);
  await atStep(karim, 'Wie doet wat?');
  await page.getByText(/leidt nu het gesprek/).waitFor();
  await picture(karim, 'terug');
  await press(page, 'Vraag het gesprek terug');
  await reach.look(karim, 'ask it back', 'dialog');
  await page.getByRole('button', { name: 'Dat is afgesproken, ik leid weer' }).click();
  await bar(karim)
    .getByRole('button', { name: /^Volgende/ })
    .waitFor();
  await bar(colleague)
    .getByRole('button', { name: /^Volgende/ })
    .waitFor({ state: 'detached' });
});

test('T76 a professional leads on a phone as well: the next step, the time, the agenda and the hands', async () => {
  const { page } = karim;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('heading', { name: 'Wie doet wat?' }).waitFor();
  await picture(karim, 'telefoon');
  await reach.look(karim, 'leading on a phone');
  await reach.narrow(karim, 'leading on a phone, narrow');
  await press(page, 'Volgende');
  await atStep(nadia, 'Elkaar bereiken');
  await press(page, 'Agenda en handen');
  await page.getByRole('dialog').getByText('Hier zijn jullie nu').waitFor();
  const here = page.getByRole('dialog').locator('[aria-current="step"]');
  expect(await here.getByRole('heading').innerText()).toBe('Elkaar bereiken');
  await picture(karim, 'telefoon-agenda');
  await reach.look(karim, 'agenda on a phone', 'dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press(page, 'Vorige');
  await atStep(nadia, 'Wie doet wat?');
  await page.setViewportSize({ width: 1440, height: 900 });
  await atStep(karim, 'Wie doet wat?');
});

test('T75 one key puts the safety of the children first for professionals only, the keys are listed, and no screen has a barrier', async () => {
  await colleague.page.keyboard.press('Alt+Shift+V');
  await karim.page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('heading', { name: /Veilig/ })
    .first()
    .waitFor();
  await picture(karim, 'veiligheid');
  expect(await nadia.page.getByRole('complementary', { name: 'Details' }).count()).toBe(0);
  await more(karim, 'Sneltoetsen');
  await karim.page
    .getByRole('dialog')
    .getByText('Iedereen hierheen')
    .or(karim.page.getByText('Volgende stap'))
    .first()
    .waitFor();
  await picture(karim, 'toetsen');
  await reach.look(karim, 'keys', 'dialog');
  await karim.page.keyboard.press('Escape');
  expect(reach.screens.length).toBeGreaterThan(9);
  expect(reach.findings).toEqual([]);
});
