import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sheetWords } from '@samenbord/shared/words/after.ts';
import { stepWords } from '@samenbord/shared/words/agenda.ts';
import {
  agendaPageWords,
  closingWords,
  controlWords,
  openingWords,
  stepCardsWords,
} from '@samenbord/shared/words/controls.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { roundWords } from '@samenbord/shared/words/rounds.ts';
import { screenWords } from '@samenbord/shared/words/screen.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { zoneNames, zonePage } from '@samenbord/shared/words/zones.ts';
import { PhoneHands } from '../support/overleg/phone-hands.ts';
import { names, Six } from '../support/overleg/six.ts';
import type { Marker, Name } from '../support/overleg/six.ts';
import { saw } from '../support/people.ts';

/** A netwerkberaad: the mother and the youth in the room, the father on a phone at home, two professionals, the screen. */
let six: Six;
beforeAll(async () => {
  six = await Six.open('netwerkberaad');
});
afterAll(() => six.close());
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const name of names) await six.picture(`mis-${task.name.slice(0, 3)}`, name);
});

const family = ['nadia', 'ruben', 'sanne'] as const;
const page = (name: Name) => six.person(name).page;
const hands = (name: Name): PhoneHands => new PhoneHands(page(name));
const next = (): Promise<void> =>
  page('karim')
    .getByRole('region', { name: controlWords.bar })
    .getByRole('button', { name: /^Volgende/ })
    .click();

/** Words that each stand in one place. */
const ofMother: Marker = { words: 'MERK-MOEDER-zilverspar', readers: ['nadia'] };
const ofFather: Marker = { words: 'MERK-VADER-kievitsbloem', readers: ['ruben'] };
const ofYouth: Marker = { words: 'MERK-JONGERE-zandloper', readers: ['sanne'] };
const ofTeam: Marker = { words: 'MERK-TEAM-vuurtoren', readers: ['karim', 'marloes'] };
const private_ = [ofMother, ofFather, ofYouth, ofTeam];
const written: Readonly<Record<(typeof family)[number], string>> = {
  nadia: 'RONDE-NADIA dat we weer lachen',
  ruben: 'RONDE-RUBEN vaker samen eten',
  sanne: 'RONDE-SANNE mijn eigen kamer',
};
const agreement = 'Ruben belt elke woensdag na het eten';

test('M34 before the table opens the father at home is asked whether he can talk freely, and nobody of the family gets anything of the table', async () => {
  for (const name of family) await page(name).getByRole('heading', { name: homeWords.nu.shut }).waitFor();
  await page('scherm').getByRole('heading', { name: screenWords.shut }).waitFor();
  await six.look('dicht');
  // What each keeps to themselves.
  for (const { words, readers } of [ofMother, ofFather, ofYouth]) {
    const [name] = readers;
    if (name === undefined) continue;
    await hands(name).keepForMe({ kind: 'Iets anders', text: words });
    await expect.poll(() => saw(six.person(name).sent, words)).toBe(true);
  }
  await writeForTeam(ofTeam.words);
  expect(await six.astray(private_)).toEqual([]);
});

/** The way of the team's own page. */
async function writeForTeam(text: string): Promise<void> {
  const { page: karim } = six.person('karim');
  await karim
    .getByRole('navigation', { name: 'Menu' })
    .getByRole('button', { name: zoneNames.team, exact: true })
    .click();
  await karim
    .getByRole('button', { name: new RegExp(`^${zonePage.add}`) })
    .first()
    .click();
  await karim.getByRole('menuitem', { name: new RegExp(`^${thingWords.notitie.naam}`, 'i') }).click();
  const dialog = karim.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(text);
  await dialog.getByRole('button', { name: zonePage.keepTeam }).click();
  await expect.poll(() => saw(six.person('marloes').received, text)).toBe(true);
}

test('M35 the table opens and everybody goes with the steps: the youth first, alone and then together, what each wrote on no other screen before the reveal', async () => {
  const karim = page('karim');
  await karim.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: agendaPageWords.rail }).click();
  await karim.getByText(agendaPageWords.youth).click();
  await six.look('kies', ['karim']);
  await karim.getByRole('button', { name: agendaPageWords.choose }).click();
  await karim.getByRole('button', { name: agendaPageWords.toOpening }).click();
  await karim.getByRole('button', { name: openingWords.open }).click();
  await six.atStep(stepWords.welkom.titel);
  await six.look('1-welkom');

  await next();
  await six.atStep(stepWords['wens-jongere'].titel);
  await six.look('2-wens');
  await karim.getByRole('button', { name: roundWords.begin }).first().click();
  const dialog = karim.getByRole('dialog');
  await dialog.locator('.choice').filter({ hasText: roundWords.wayHints.naam }).click();
  await six.look('2-beloven', ['karim'], 'dialog');
  await dialog.getByRole('button', { name: roundWords.start }).click();
  for (const name of family) {
    const theirs = page(name);
    await theirs.getByRole('textbox', { name: roundWords.write }).fill(written[name]);
    await theirs.getByRole('button', { name: roundWords.put }).click();
    await theirs.getByText(roundWords.kept).first().waitFor();
    await expect.poll(() => saw(six.person(name).sent, written[name])).toBe(true);
  }
  await six.look('2-alleen');
  await six.askEverything();
  const unrevealed = family.map((name): Marker => ({ words: written[name], readers: [name] }));
  expect(await six.astray([...private_, ...unrevealed])).toEqual([]);
  await karim.getByRole('button', { name: roundWords.reveal }).first().click();
  await karim.getByRole('dialog').getByRole('button', { name: roundWords.reveal }).click();
  for (const name of names)
    for (const words of Object.values(written)) await page(name).getByText(words).first().waitFor();
  await six.look('2-onthuld');
});

test('M36 every step has a screen without barriers for everybody at the table, up to what was agreed, which each of them reads when the table is shut', async () => {
  const karim = page('karim');
  const order = [
    'nog-een-zes',
    'doelen',
    'instrument',
    'wie-doet-wat',
    'bereikbaar',
    'volgende-keer',
    'hoe-was-het',
  ] as const;
  for (const [at, step] of order.entries()) {
    await next();
    await six.atStep(stepWords[step].titel);
    if (step === 'instrument') {
      await page('scherm').locator('.canvas-node:visible').first().waitFor();
      // The father at home sees no screen in the room: one press shows him what they look at.
      await page('ruben')
        .getByRole('button', { name: homeWords.nu.view('Tijdlijn') })
        .click();
      await page('ruben').getByRole('heading', { level: 1, name: 'Tijdlijn' }).waitFor();
      await six.look('5-vader', ['ruben']);
      await hands('ruben').place('Nu');
    }
    if (step === 'wie-doet-wat') {
      await karim.getByRole('button', { name: stepCardsWords.addKind(thingWords.afspraak.naam) }).click();
      await karim.getByRole('dialog').getByRole('textbox').first().fill(agreement);
      await six.look('6-afspraak', ['karim'], 'dialog');
      await karim
        .getByRole('dialog')
        .getByRole('button', { name: /^Zet op tafel/ })
        .click();
      for (const name of ['karim', 'scherm', 'marloes'] as const)
        await page(name).getByText(agreement).first().waitFor();
    }
    // The screens of somebody on a laptop and of two phones differ in size only where nothing but the words of the step does.
    await six.look(
      `${at + 3}-${step}`,
      step === 'instrument' || step === 'wie-doet-wat' ? names : ['karim', 'ruben', 'scherm'],
    );
  }
  await karim.getByRole('button', { name: controlWords.last }).first().click();
  await karim.getByRole('button', { name: closingWords.close }).click();
  await karim.getByRole('heading', { name: sheetWords.title }).first().waitFor();
  await karim.getByText(agreement).first().waitFor();
  await six.look('10-afspraken', ['karim']);
  for (const name of family) await page(name).getByRole('heading', { name: homeWords.nu.shut }).waitFor();
  await six.look('10-dicht', ['ruben', 'scherm']);
  expect(six.barriers()).toEqual([]);
});

test('M37 of what the mother, the father, the youth and the team keep to themselves nobody else received a frame, an answer or an export, and no title, page, storage or log holds it', async () => {
  await six.askEverything();
  expect(await six.astray(private_)).toEqual([]);
  expect(await six.astray([{ words: agreement, readers: [] }]), 'the search itself works').not.toEqual([]);
  expect(six.barriers()).toEqual([]);
  expect(six.reach.screens.length).toBeGreaterThan(30);
  expect(six.errors()).toEqual([]);
});
