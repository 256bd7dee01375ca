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
    await this.page.getByRole('button', { name: /^(Iets op tafel leggen|Iets opschrijven)/ }).click();
    await this.page.getByRole('radiogroup').getByText(card.kind).click();
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

  /** The questions that may be skipped: about whom, and where it belongs. What the card says must be asked. */
  async #skipTo(card: Card): Promise<void> {
    const preview = this.page.getByRole('heading', { name: 'Zo komt het eruit te zien' });
    const left = new Set([card.about, card.where].filter((answer) => answer !== undefined));
    for (let step = 0; step < 5 && !(await preview.isVisible()); step++) {
      const heading = (await this.page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      const answer = heading.includes('Over wie')
        ? card.about
        : heading.includes('Waar hoort')
          ? card.where
          : undefined;
      if (answer !== undefined) {
        await this.page.getByRole('main').getByText(answer, { exact: true }).click();
        left.delete(answer);
      }
      const skip = this.page.getByRole('button', { name: 'Overslaan' });
      await ((await skip.isVisible()) ? skip : this.page.getByRole('button', { name: 'Verder' })).click();
      await this.page.getByRole('heading', { level: 1 }).filter({ hasNotText: heading }).waitFor();
    }
    await preview.waitFor();
    if (left.size > 0) throw new Error(`nobody asked for ${[...left].join(', ')}`);
  }

  /** Waits until these words stand anywhere on this screen. */
  sees = (words: string): Promise<void> => this.page.getByText(words).first().waitFor({ state: 'attached' });
}
