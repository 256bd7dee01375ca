import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { agendaPageWords } from '@samenbord/shared/words/controls.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { prepareWords, roundWords } from '@samenbord/shared/words/rounds.ts';
import { screenWords } from '@samenbord/shared/words/screen.ts';
import { names, Six } from '../support/overleg/six.ts';
import type { Marker, Name } from '../support/overleg/six.ts';
import { saw } from '../support/people.ts';

/** The evening before at home on a phone, and the reveal at the table the next day. */
let six: Six;
beforeAll(async () => {
  six = await Six.open('thuis');
});
afterAll(() => six.close());
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const name of names) await six.picture(`mis-${task.name.slice(0, 3)}`, name);
});

const family = ['nadia', 'ruben', 'sanne'] as const;
const page = (name: Name) => six.person(name).page;
const question = (name: Name, which: keyof typeof prepareWords.questions): Locator =>
  page(name).getByRole('region', { name: prepareWords.questions[which] });
const choice = (inside: Locator, label: string): Locator => inside.locator('.choice').filter({ hasText: label });

/** Answers one question at home; `who` is the label of who may read it. */
async function answer(
  name: Name,
  which: keyof typeof prepareWords.questions,
  words: string,
  who: string,
): Promise<void> {
  const part = question(name, which);
  await part.getByRole('textbox').fill(words);
  expect(saw(six.person(name).sent, words), 'typing sends nothing').toBe(false);
  await choice(part, who).click();
  await part.getByRole('button', { name: prepareWords.save }).click();
  await expect.poll(() => saw(six.person(name).sent, words)).toBe(true);
}

const brought: Marker = { words: 'MEE-NADIA elke dag samen eten', readers: ['nadia'] };
const broughtToo: Marker = { words: 'MEE-RUBEN de kinderen lachen weer', readers: ['ruben'] };
const kept: readonly Marker[] = [
  { words: 'NOOIT-NADIA zeeschuim', readers: ['nadia'] },
  { words: 'VERTROUWD-SANNE bosuil', readers: ['sanne', 'karim'] },
  { words: 'TABBLAD-RUBEN grutto', readers: [] },
];
const alone: Marker = { words: 'ALLEEN-SANNE mijn eigen kamer', readers: ['sanne'] };

test('M38 the evening before each answers four questions on a phone: what goes along, what is for one trusted professional and what is for nobody else reaches nobody else', async () => {
  for (const name of family) {
    await page(name)
      .getByRole('button', { name: new RegExp(`^${homeWords.nu.prepare}`) })
      .click();
    await page(name).getByRole('heading', { name: prepareWords.title, exact: true }).waitFor();
  }
  await six.look('leeg', family);
  await answer('nadia', 'wil', brought.words, prepareWords.toTable);
  expect(await choice(question('nadia', 'niet-op-tafel'), prepareWords.toTable).count()).toBe(0);
  await answer('nadia', 'niet-op-tafel', kept[0]?.words ?? '', prepareWords.onlyMe);
  await answer('ruben', 'goed', broughtToo.words, prepareWords.toTable);
  await answer('sanne', 'moeilijk', kept[1]?.words ?? '', prepareWords.onlyFor('Karim'));
  await question('ruben', 'moeilijk')
    .getByRole('textbox')
    .fill(kept[2]?.words ?? '');
  await six.look('ingevuld', family);
  await expect.poll(() => saw(six.person('karim').received, kept[1]?.words ?? '')).toBe(true);
  await six.askEverything();
  // What he typed and did not keep is in his own page, and went nowhere.
  expect(await question('ruben', 'moeilijk').getByRole('textbox').inputValue()).toBe(kept[2]?.words);
  for (const name of names)
    for (const bytes of [six.person(name).sent, six.person(name).received])
      expect([name, saw(bytes, kept[2]?.words ?? '')]).toEqual([name, false]);
  expect(await six.astray([...kept.slice(0, 2), brought, broughtToo])).toEqual([]);
});

test('M39 when the table opens each brings their answer into the round themselves, and the reveal lays it before everybody at once, without a name and joined to nobody', async () => {
  await six.lead('PUT', '/meeting', { soort: 'vrij' });
  await six.lead('POST', '/meeting/open');
  // Who was getting ready is left where they are until they are done.
  for (const name of family) {
    const nu = page(name)
      .getByRole('navigation', { name: 'Waar wil' })
      .getByRole('button', { name: 'Nu', exact: true });
    await nu.click();
    await page(name).locator('.phone-step').waitFor();
  }
  for (const name of ['nadia', 'ruben'] as const)
    await page(name).getByRole('heading', { name: prepareWords.broughtTitle }).waitFor();
  await six.look('meegenomen', family);
  const karim = page('karim');
  await karim.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: agendaPageWords.rail }).click();
  await karim.getByRole('button', { name: roundWords.begin }).first().click();
  await choice(karim.getByRole('dialog'), roundWords.wayHints.naamloos).click();
  await karim.getByRole('dialog').getByRole('button', { name: roundWords.start }).click();
  for (const name of ['nadia', 'ruben'] as const) {
    await page(name).getByRole('button', { name: roundWords.alongPut }).first().click();
    await page(name).getByText(roundWords.kept).first().waitFor();
  }
  await page('sanne').getByRole('textbox', { name: roundWords.write }).fill(alone.words);
  await page('sanne').getByRole('button', { name: roundWords.put }).click();
  await page('sanne').getByText(roundWords.kept).first().waitFor();
  await expect.poll(() => saw(six.person('sanne').sent, alone.words)).toBe(true);
  await page('scherm').getByText(screenWords.alone).waitFor();
  await six.look('alleen');
  await six.askEverything();
  expect(await six.astray([...kept.slice(0, 2), brought, broughtToo, alone])).toEqual([]);

  await karim.getByRole('button', { name: roundWords.reveal }).first().click();
  await karim.getByRole('dialog').getByRole('button', { name: roundWords.reveal }).click();
  const cards = [brought, broughtToo, alone];
  for (const name of names) for (const { words } of cards) await page(name).getByText(words).first().waitFor();
  await six.look('onthuld');
  // No answer to anybody says whose an unnamed card was, and it is not in a box any more.
  const { things } = JSON.parse(await six.lead('GET', '/export')) as { things: Record<string, unknown>[] };
  const laid = things.filter((thing) => cards.some(({ words }) => JSON.stringify(thing).includes(words)));
  expect(laid).toHaveLength(3);
  for (const thing of laid) expect([thing['by'], thing['vanWie']]).toEqual([undefined, undefined]);
  expect(await six.astray(kept.slice(0, 2))).toEqual([]);
  expect(six.barriers()).toEqual([]);
  expect(six.errors()).toEqual([]);
});
