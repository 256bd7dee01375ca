import type { Page } from 'playwright-core';

/** What is filled in on the small form of the canvas: label -> text, the label of an option, the names that are ticked, or any text for a box to tick. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Somebody's hands on the canvas: only what a person can see and tap. */
export class CanvasHands {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async view(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name, exact: true }).click();
    await this.page.locator('.tl-canvas').waitFor();
    await this.page.getByRole('toolbar', { name: 'Gereedschap' }).waitFor();
  }

  tool = (name: string): Promise<void> =>
    this.page.getByRole('toolbar', { name: 'Gereedschap' }).getByRole('button', { name, exact: true }).click();

  /** Chooses a tool, taps somewhere free, fills in the form and puts it on the table. */
  async make(tool: string, answers: Answers, at: readonly [number, number] = [760, 220]): Promise<void> {
    await this.tool(tool);
    await this.page.mouse.click(...at);
    await this.#fill(answers, 'Zet op tafel');
  }

  async connect(tool: string, first: string, second: string, answers: Answers = {}): Promise<void> {
    await this.tool(tool);
    await this.tap(first);
    await this.tap(second);
    await this.#fill(answers, 'Verbind');
  }

  /** Taps the symbol or card with these words. */
  async tap(words: string): Promise<void> {
    await this.page.mouse.click(...(await this.#middle(words)));
  }

  /** Opens what has these words, as a double click does. */
  async open(words: string): Promise<void> {
    await this.page.mouse.dblclick(...(await this.#middle(words)));
  }

  /** Where it lies once it lies still: a card grows with its words, and others make room. */
  async #middle(words: string): Promise<[number, number]> {
    const holding = this.page.locator('.canvas-node').filter({ hasText: words });
    await holding.first().waitFor();
    // Who is called so goes before who is only said to have to do with them.
    const named = holding.filter({ has: this.page.locator('text').getByText(words, { exact: true }) });
    const node = (await named.count()) > 0 ? named.first() : holding.first();
    for (let last = '', still = 0, tries = 0; tries < 60; tries++) {
      const box = await node.boundingBox();
      if (box === null) throw new Error(`not on the screen: ${words}`);
      still = JSON.stringify(box) === last ? still + 1 : 0;
      // On a busy machine a screen may stand still for a moment in the middle of moving.
      if (still === 3) return [box.x + box.width / 2, box.y + Math.min(20, box.height / 2)];
      last = JSON.stringify(box);
      await this.page.waitForTimeout(60);
    }
    throw new Error(`never still: ${words}`);
  }

  async #fill(answers: Answers, send: string): Promise<void> {
    const form = this.page.locator('form.canvas-form');
    await form.waitFor();
    for (const [label, answer] of Object.entries(answers)) {
      if (typeof answer !== 'string') {
        for (const name of answer)
          await form.getByRole('group', { name: label }).getByLabel(name, { exact: true }).check();
        continue;
      }
      const field = form.getByLabel(label, { exact: true });
      const kind = await field.evaluate((element) =>
        element instanceof HTMLInputElement ? element.type : element.tagName,
      );
      if (kind === 'checkbox') await field.check();
      else if (kind === 'SELECT') await field.selectOption({ label: answer });
      else await field.fill(answer);
    }
    await form.getByRole('button', { name: send }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** Until these words stand on a symbol or card, or in the sentences that say what is drawn (a line has no card). */
  sees = (words: string): Promise<void> =>
    this.page
      .locator('.canvas-node')
      .filter({ hasText: words })
      .or(this.page.getByText(words))
      .first()
      .waitFor({ state: 'attached', timeout: 20_000 });
}
