import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { agendaPageWords } from '@samenbord/shared/words/controls.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { prepareWords, roundWords, sinceWords } from '@samenbord/shared/words/rounds.ts';
import { enter, saw } from '../support/people.ts';
import type { Person, Screen } from '../support/people.ts';
import { button, Phones, saved, small } from '../support/phones.ts';
import { Reach } from '../support/reach.ts';

const laptop = { width: 1440, height: 900 };
const reach = new Reach();
let phones: Phones;
let karim: Person;
let nadia: Person;
let sanne: Person;

async function seated(link: string, screen: Screen): Promise<Person> {
  const one = await enter(phones.browser, link, screen);
  await one.page.goto(phones.link(link));
  await one.page.waitForURL(/\/bord\//);
  await saved(one.page);
  return one;
}

beforeAll(async () => {
  phones = await Phones.open();
  [karim, nadia, sanne] = await Promise.all([
    seated('casusregisseur (Karim)', laptop),
    seated('ouder (Nadia)', small),
    seated('jeugdige (Sanne)', small),
  ]);
});
afterAll(() => phones.close());

async function picture({ page }: Person, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/ronde-${name}.png` });
}
/** A request of whoever leads, as their page would make it. */
const lead = (method: string, below: string, body: object = {}): Promise<unknown> =>
  karim.page.evaluate(
    async ([how, path, text]) => {
      const [, , board] = location.pathname.split('/');
      const headers = { 'Content-Type': 'application/json' };
      const address = `/api/v1/boards/${board ?? ''}${path}${location.search}`;
      const answer = await fetch(address, { method: how, headers, ...(text === '{}' ? {} : { body: text }) });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as unknown;
    },
    [method, below, JSON.stringify(body)] as const,
  );
/** The agenda of the meeting, from where a round begins at any step. */
const toAgenda = (): Promise<void> =>
  karim.page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: agendaPageWords.rail }).click();
const others = (): Person[] => [karim, sanne];
const heardNothing = (words: string): void => {
  for (const one of others()) expect([one.name, saw(one.received, words)]).toEqual([one.name, false]);
};
const choice = (scope: Locator, label: string): Locator => scope.locator('.choice').filter({ hasText: label });
const question = (page: Page, name: string) => page.getByRole('region', { name });

test('L30 at home, on one page, four short questions: who reads an answer is chosen per answer, and what is not kept leaves this tab in no way', async () => {
  const { page } = nadia;
  await lead('POST', '/meeting/close');
  await button(page, new RegExp(homeWords.nu.prepare)).click();
  await page.getByRole('heading', { name: prepareWords.title, exact: true }).waitFor();
  await picture(nadia, 'voorbereiden-leeg');
  const want = question(page, prepareWords.questions.wil);
  await want.getByRole('textbox').fill('NADIA-WIL-RUST');
  expect(saw(nadia.sent, 'NADIA-WIL')).toBe(false);
  await choice(want, prepareWords.toTable).click();
  await picture(nadia, 'voorbereiden-kiezen');
  await reach.look(nadia, 'voorbereiden');
  await want.getByRole('button', { name: prepareWords.save }).click();
  await want.getByText(prepareWords.stands.tafel).waitFor();
  const never = question(page, prepareWords.questions['niet-op-tafel']);
  await never.getByRole('textbox').fill('NADIA-GEHEIM');
  expect(await choice(never, prepareWords.onlyMe).count()).toBe(1);
  expect(await choice(never, prepareWords.toTable).count()).toBe(0);
  await choice(never, prepareWords.onlyMe).click();
  await never.getByRole('button', { name: prepareWords.save }).click();
  await never.getByText(prepareWords.stands.eigen, { exact: true }).waitFor();
  // What is not kept yet is still there after a look elsewhere, in this tab.
  const hard = question(page, prepareWords.questions.moeilijk);
  await hard.getByRole('textbox').fill('NADIA-NOG-NIET');
  await page.getByRole('navigation').getByRole('button', { name: 'Mijn' }).click();
  await page.goBack();
  expect(await hard.getByRole('textbox').inputValue()).toBe('NADIA-NOG-NIET');
  await saved(page);
  expect(saw(nadia.sent, 'NADIA-NOG-NIET')).toBe(false);
  expect(saw(nadia.sent, 'NADIA-GEHEIM')).toBe(true);
  await picture(nadia, 'voorbereiden-bewaard');
  await reach.look(nadia, 'voorbereid');
  heardNothing('NADIA');
});

test('L31 everyone writes alone on their own screen, nobody else gets a byte, and the reveal lays all of it on every screen at once, as promised', async () => {
  await lead('PUT', '/meeting', { soort: 'vrij' });
  await lead('POST', '/meeting/open');
  await nadia.page.goto(phones.link('ouder (Nadia)'));
  await nadia.page.locator('.phone-step').waitFor();
  await nadia.page.getByRole('heading', { name: prepareWords.broughtTitle }).waitFor();
  await picture(nadia, 'meegenomen');
  await toAgenda();
  await button(karim.page, roundWords.begin).first().click();
  const dialog = karim.page.getByRole('dialog');
  await choice(dialog, roundWords.wayHints.naamloos).click();
  await picture(karim, 'beginnen');
  await reach.look(karim, 'ronde beginnen', 'dialog');
  await dialog.getByRole('button', { name: roundWords.start }).click();
  for (const [one, text] of [
    [nadia, 'NADIA-SCHRIJFT'],
    [sanne, 'SANNE-SCHRIJFT'],
  ] as const) {
    const { page } = one;
    await page.getByText(roundWords.everyone).first().waitFor();
    await page.getByRole('textbox', { name: roundWords.write }).fill(text);
    expect(saw(one.sent, text)).toBe(false);
    await picture(one, `alleen-${text.slice(0, 5)}`);
    await button(page, roundWords.put).click();
    await page.getByText(roundWords.kept).first().waitFor();
    await saved(page);
  }
  await reach.look(nadia, 'alleen schrijven');
  await picture(nadia, 'alleen-bewaard');
  await picture(karim, 'alleen-laptop');
  await reach.look(karim, 'alleen schrijven');
  heardNothing('NADIA');
  expect(saw(nadia.received, 'SANNE-SCHRIJFT')).toBe(false);
  expect(await karim.page.getByRole('textbox', { name: roundWords.write }).count()).toBe(1);
  await button(karim.page, roundWords.reveal).first().click();
  await picture(karim, 'onthullen');
  await karim.page.getByRole('dialog').getByRole('button', { name: roundWords.reveal }).click();
  for (const one of [karim, nadia, sanne]) {
    await one.page.getByText('NADIA-SCHRIJFT').first().waitFor();
    await one.page.getByText('SANNE-SCHRIJFT').first().waitFor();
    await one.page.getByText(roundWords.unnamed).first().waitFor();
  }
  for (const { page } of [nadia, sanne]) {
    await saved(page);
    await page.waitForFunction((said) => !document.body.innerText.includes(said), roundWords.late);
  }
  await picture(karim, 'onthuld-laptop');
  await picture(sanne, 'onthuld-telefoon');
  await reach.look(sanne, 'onthuld');
  await reach.look(karim, 'onthuld');
  heardNothing('NADIA-GEHEIM');
});

test('L32 what somebody without a line wrote does not go along, is not lost, and they are told', async () => {
  await toAgenda();
  await button(karim.page, roundWords.begin).first().click();
  const dialog = karim.page.getByRole('dialog');
  await choice(dialog, roundWords.ways.rol).click();
  await dialog.getByRole('button', { name: roundWords.start }).click();
  await nadia.page.getByText(roundWords.asRole(roundWords.namens.ouder)).waitFor();
  await nadia.context.setOffline(true);
  await nadia.page.getByRole('textbox', { name: roundWords.write }).fill('NADIA-TE-LAAT');
  await button(nadia.page, roundWords.put).click();
  await button(karim.page, roundWords.reveal).first().click();
  await karim.page.getByRole('dialog').getByRole('button', { name: roundWords.reveal }).click();
  await sanne.page.getByText(roundWords.revealedNone).waitFor();
  await nadia.context.setOffline(false);
  await nadia.page.getByText(roundWords.late).waitFor();
  await saved(nadia.page);
  expect(await nadia.page.getByText('NADIA-TE-LAAT').count()).toBeGreaterThan(0);
  await picture(nadia, 'te-laat');
  await reach.look(nadia, 'te laat');
  heardNothing('NADIA-TE-LAAT');
});

test('L33 who comes back reads in plain words what is new on the table since the last time they sat there', async () => {
  await lead('POST', '/meeting/close');
  await nadia.page.getByRole('heading', { name: homeWords.nu.shut }).waitFor();
  const things = [{ id: 'nieuwe-kaart', type: 'notitie', values: {}, texts: { tekst: 'Erbij gekomen' } }];
  await lead('POST', '/import', { soort: 'samenbord-bord', versie: 1, titel: 'x', things, places: [], ink: [] });
  await lead('PUT', '/meeting', { soort: 'vrij' });
  await lead('POST', '/meeting/open');
  await nadia.page.goto(phones.link('ouder (Nadia)'));
  const since = nadia.page.locator('.since').filter({ hasText: sinceWords.title });
  await since.waitFor();
  await since.locator('summary').click();
  await since.getByText('Erbij gekomen').waitFor();
  expect(await since.getByRole('listitem').count()).toBe(1);
  await picture(nadia, 'sinds');
  await reach.look(nadia, 'sinds de vorige keer');
  await button(nadia.page, sinceWords.seen).click();
  await since.waitFor({ state: 'detached' });
});

test('L34 every screen of a round and of getting ready is without violations, fits a narrow phone, and nothing went wrong in a browser', () => {
  expect(reach.screens.length).toBeGreaterThan(8);
  for (const rule of ['axe', 'breedte', 'maat', 'koppen'] as const) expect(reach.of(rule)).toEqual([]);
  for (const one of [karim, nadia, sanne])
    expect([one.name, one.errors.filter((error) => error !== 'Failed to fetch')]).toEqual([one.name, []]);
});
