import type { Page } from 'playwright-core';

export type Guest = {
  readonly naam: string;
  /** As the list of roles says it. */
  readonly rol: string;
  readonly organisatie?: string;
  readonly persoon?: string;
};
export type Link = { readonly url: string; readonly code: string };

/** What the casusregisseur does at the table: invites, one form for each person. */
export class TableHands {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  open = (): Promise<void> =>
    this.page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Tafel', exact: true }).click();

  /** Gives the personal link and the six digits, which go another way. */
  async invite(guest: Guest): Promise<Link> {
    await this.page.getByRole('button', { name: 'Iemand uitnodigen' }).click();
    await this.#fillIn(guest);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Maak de link' }).click();
    return this.#shownLink(guest.naam);
  }

  /** Says who somebody in the waiting room is: somebody new at this table. */
  async admit(guest: Guest): Promise<void> {
    const form = this.page.getByRole('dialog');
    await form.getByRole('combobox').first().selectOption({ label: 'Iemand anders: nodig uit' });
    await this.#fillIn(guest);
    await form.getByRole('button', { name: /Laat binnen/ }).click();
    await form.waitFor({ state: 'detached' });
  }

  async #fillIn(guest: Guest): Promise<void> {
    const form = this.page.getByRole('dialog');
    await form.getByLabel('Naam (nodig)').fill(guest.naam);
    await form.getByLabel('Rol (nodig)').selectOption({ label: guest.rol });
    if (guest.organisatie !== undefined) await form.getByLabel('Organisatie').fill(guest.organisatie);
    if (guest.persoon !== undefined) {
      await form
        .getByRole('radiogroup', { name: 'Welke persoon op het bord is dit?' })
        .getByText(guest.persoon, { exact: true })
        .click();
    }
    await form.getByLabel('Waarom mag deze persoon meedoen?').selectOption({
      label: guest.persoon === undefined ? 'direct betrokken bij dezelfde hulp' : 'het gaat over deze persoon zelf',
    });
    await form.getByRole('radiogroup', { name: 'Weet het gezin' }).getByText('geïnformeerd', { exact: true }).click();
  }

  async #shownLink(naam: string): Promise<Link> {
    const shown = this.page.getByRole('dialog', { name: `De link voor ${naam}` });
    await shown.waitFor();
    const text =
      (await shown.innerText()) +
      (await shown
        .locator('input')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join(' ')));
    const url = /https:\/\/\S+#[\w-]+/.exec(text)?.[0];
    const code = /\b(\d{3} ?\d{3})\b/.exec(text)?.[1]?.replace(' ', '');
    if (url === undefined || code === undefined) throw new Error('no link or no digits to be seen');
    await this.page.keyboard.press('Escape');
    await shown.waitFor({ state: 'detached' });
    return { url, code };
  }
}

/** A guest opens the link and fills in the digits. */
export async function comeIn(page: Page, link: Link): Promise<void> {
  await page.goto(link.url);
  await page.getByLabel('Zes cijfers').fill(link.code);
  await page.getByRole('button', { name: 'Naar het bord' }).click();
  await page.waitForURL(/\/bord\//);
}
