import { afterAll, beforeAll, expect, test } from 'vitest';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { moveWords } from '@samenbord/shared/words/zones.ts';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { enter, saw } from '../support/people.ts';
import { button, leaderOf, Phones, picture, small } from '../support/phones.ts';

let phones: Phones;
beforeAll(async () => {
  phones = await Phones.open();
});
afterAll(() => phones.close());

test('L46 the step stands on Nu with its question; the phone goes along with whoever leads, may look around and comes back; a hand and a pause', async () => {
  const [karim, nadia] = [
    await phones.seated('casusregisseur (Karim)', { width: 1280, height: 720 }),
    await phones.seated('ouder (Nadia)'),
  ];
  const { page } = nadia;
  const lead = leaderOf(karim);
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
});

test('L6 a card of the own box goes to the table by a move: first it is said who sees it for the first time, then it lies in one place', async () => {
  const [nadia, ruben] = [await phones.seated('ouder (Nadia)'), await phones.seated('ouder (Ruben)')];
  const { page } = nadia;
  const hands = new PhoneHands(page);
  const words = 'Ik slaap slecht sinds de zomer';
  await hands.keepForMe({ kind: 'Dit is moeilijk', text: words });
  await page.locator('.notice').filter({ hasText: homeWords.put.box.done }).waitFor();
  await hands.place('Mijn');
  await page.getByText(words).click();
  await button(page, moveWords.move).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(moveWords.to.gedeeld).click();
  await dialog.getByText(/voor het eerst/).waitFor();
  await picture(page, 'verplaatsen');
  expect(saw(ruben.received, words)).toBe(false);
  await dialog.getByRole('button', { name: moveWords.go.gedeeld }).click();
  await new PhoneHands(ruben.page).sees(words);
  await hands.place('Mijn');
  await expect.poll(() => page.getByText(words).count()).toBe(0);
  await button(page, 'Mijn kaarten op tafel').click();
  await page.getByText(words).first().waitFor();
  await Promise.all([nadia, ruben].map(({ context }) => context.close()));
});

test('L49 a name at the door is cut, shown as text, and marked when it looks like that of a professional', async () => {
  const karim = await phones.seated('casusregisseur (Karim)', { width: 1280, height: 720 });
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
    const guest = await enter(phones.browser, naam, small);
    await guest.page.goto(phones.front.origin + room);
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
});
