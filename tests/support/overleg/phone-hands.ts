import type { Page } from 'playwright-core';

export type Card = {
  /** As it stands on the screen: "Dit is moeilijk". */
  readonly kind: string;
  readonly text: string;
  /** Where it belongs: a choice of the last question, or skipped. */
  readonly where?: string;
  readonly about?: string;
};

/** Somebody's thumb on a phone. */
export class PhoneHands {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  place = (name: 'Nu' | 'Bord' | 'Mijn'): Promise<void> =>
    this.page.getByRole('navigation', { name: 'Waar wil' }).getByRole('button', { name, exact: true }).click();

  /** Writes a card, one question at a time, up to the preview. */
  async compose(card: Card): Promise<void> {
    await this.place('Nu');
    await this.page.getByRole('button', { name: 'Iets op tafel leggen' }).click();
    await this.page.getByRole('radio', { name: card.kind }).check({ force: true });
    await this.next();
    await this.page.getByRole('textbox').fill(card.text);
    await this.next();
    await this.#skipTo(card);
  }

  async putOnTable(card: Card): Promise<void> {
    await this.compose(card);
    await this.page.getByRole('button', { name: 'Zet op tafel' }).click();
  }

  async keepForMe(card: Card): Promise<void> {
    await this.compose(card);
    await this.page.getByRole('button', { name: 'Bewaar alleen voor mij' }).click();
  }

  next = (): Promise<void> => this.page.getByRole('button', { name: 'Verder' }).click();

  /** The questions that may be skipped: about whom, and where it belongs. */
  async #skipTo(card: Card): Promise<void> {
    const preview = this.page.getByRole('heading', { name: 'Zo komt het eruit te zien' });
    for (let step = 0; step < 4; step++) {
      if (await preview.isVisible()) return;
      const heading = await this.page.getByRole('heading', { level: 1 }).textContent();
      if (card.about !== undefined && heading?.includes('Over wie') === true) await this.page.getByLabel(card.about, { exact: true }).check({ force: true });
      if (card.where !== undefined && heading?.includes('Waar hoort') === true) await this.page.getByRole('radio', { name: card.where }).check({ force: true });
      const skip = this.page.getByRole('button', { name: 'Overslaan' });
      await ((await skip.isVisible()) ? skip : this.page.getByRole('button', { name: 'Verder' })).click();
      await this.page.waitForTimeout(50);
    }
    await preview.waitFor({ timeout: 3000 });
  }

  /** Waits until these words stand anywhere on this screen. */
  sees = (words: string): Promise<void> => this.page.getByText(words).first().waitFor({ state: 'attached', timeout: 5000 });
}
