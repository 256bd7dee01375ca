import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stepWords } from '@samenbord/shared/words/agenda.ts';
import { controlWords, handWords, leadWords } from '@samenbord/shared/words/controls.ts';
import { names, Six } from '../support/overleg/six.ts';
import type { Name } from '../support/overleg/six.ts';

/** The laptop of the casusregisseur dies in the middle of a meeting. */
let six: Six;
beforeAll(async () => {
  six = await Six.open('uitval');
});
afterAll(() => six.close());
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const name of names) await six.picture(`mis-${task.name.slice(0, 3)}`, name);
});

const page = (name: Name) => six.person(name).page;
const rest = names.filter((name) => name !== 'karim');
type Shown = {
  readonly bijeenkomst: {
    readonly stap: string;
    readonly regie: string;
    readonly tijden: unknown;
    readonly handen: unknown;
  };
};
const meeting = async (who: Name): Promise<Shown> =>
  JSON.parse(await six.lead('GET', '/meeting', undefined, who)) as Shown;

test('M40 when the laptop of whoever leads dies the step, the time and the hands stay on every screen, and a professional takes over, nobody of the family', async () => {
  await six.lead('PUT', '/meeting', { soort: 'netwerkberaad', jeugdige: true });
  await six.lead('POST', '/meeting/open');
  await six.lead('POST', '/meeting/steer', { doe: 'ga-naar', stap: 'doelen' });
  await six.lead('POST', '/meeting/steer', { doe: 'tijd-start', stap: 'doelen' });
  await six.atStep(stepWords.doelen.titel);
  await page('nadia').getByRole('button', { name: handWords.up }).click();
  await page('nadia').getByRole('button', { name: handWords.down }).waitFor();
  const before = (await meeting('marloes')).bijeenkomst;

  await six.person('karim').context.setOffline(true);
  await page('karim').close();
  const takeOver = page('marloes').getByRole('button', { name: leadWords.takeOver });
  await takeOver.waitFor({ timeout: 90_000 });
  const after = (await meeting('marloes')).bijeenkomst;
  expect([after.stap, after.regie, after.tijden, after.handen]).toEqual([
    before.stap,
    'pkarim',
    before.tijden,
    before.handen,
  ]);
  await six.atStep(stepWords.doelen.titel, rest);
  await six.look('weggevallen', rest);
  for (const name of ['nadia', 'ruben', 'sanne', 'scherm'] as const) {
    expect([name, await page(name).getByRole('button', { name: leadWords.takeOver }).count()]).toEqual([name, 0]);
    const { status } = await six.ask(name, 'POST', '/meeting/lead');
    expect([name, status]).toEqual([name, 403]);
  }
  await takeOver.click();
  await page('marloes')
    .getByRole('region', { name: controlWords.bar })
    .getByRole('button', { name: /^Volgende/ })
    .click();
  await six.atStep(stepWords.instrument.titel, rest);
  await six.look('overgenomen', rest);
});

test('M41 whoever was away comes back on another device at the step where the table is, as a colleague, and leads again when that was agreed', async () => {
  await six.person('karim').context.close();
  const { page: back } = await six.enter('karim', { width: 1280, height: 720 });
  await six.atStep(stepWords.instrument.titel, ['karim']);
  await back.getByText(leadWords.other('Marloes')).first().waitFor();
  expect(
    await back
      .getByRole('region', { name: controlWords.bar })
      .getByRole('button', { name: /^Volgende/ })
      .count(),
  ).toBe(0);
  await six.look('terug', ['karim', 'marloes']);
  // Who does not lead does not steer, however they ask.
  const { status } = await six.ask('karim', 'POST', '/meeting/steer', { doe: 'volgende', van: 'instrument' });
  expect(status).toBe(409);
  expect((await meeting('karim')).bijeenkomst.stap).toBe('instrument');
  await back.getByRole('button', { name: leadWords.takeBack }).click();
  await six.look('terugvragen', ['karim'], 'dialog');
  await back.getByRole('button', { name: leadWords.takeBackYes }).click();
  await back
    .getByRole('region', { name: controlWords.bar })
    .getByRole('button', { name: /^Volgende/ })
    .click();
  await six.atStep(stepWords['wie-doet-wat'].titel);
  await page('nadia').getByRole('button', { name: handWords.down }).waitFor();
  // No ghost of the laptop that died sits at the table.
  const table = JSON.parse(await six.lead('GET', '/participants')) as { deelnemers: { naam: string }[] };
  expect(table.deelnemers.filter(({ naam }) => naam === 'Karim')).toHaveLength(1);
  expect(six.barriers()).toEqual([]);
  expect(six.errors()).toEqual([]);
});
