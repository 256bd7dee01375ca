import { homeWords } from '@samenbord/shared/words/home.ts';
import type { Browser, Locator, Page } from 'playwright-core';
import { httpsFront } from './https-front.ts';
import type { HttpsFront } from './https-front.ts';
import { enter, openBrowser } from './people.ts';
import type { Person, Screen } from './people.ts';
import { startServer } from './running-server.ts';
import type { RunningServer } from './running-server.ts';

export const small = { width: 390, height: 844, touch: true };
/** What a server was told to say about whom to call. */
const HELP_LINES = '112|bij direct gevaar|112;Huisartsenpost|avond en nacht|0301234567';

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
export const saved = (page: Page, text = 'Opgeslagen'): Promise<void> =>
  page.locator('.saved-mark').filter({ hasText: text }).waitFor();

/** A picture of a phone, for whoever looks at them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/telefoon-${name}.png` });
}

/** The example board on https with a name, and whoever comes to it with a link. */
export class Phones {
  readonly front: HttpsFront;
  readonly browser: Browser;
  readonly #server: RunningServer;

  private constructor(server: RunningServer, front: HttpsFront, browser: Browser) {
    this.#server = server;
    this.front = front;
    this.browser = browser;
  }

  static async open(): Promise<Phones> {
    const server = await startServer({ demo: true, env: { TRUST_PROXY: '1', HELP_LINES } });
    const front = await httpsFront(server.port);
    return new Phones(server, front, await openBrowser(front));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.front.stop();
    await this.#server.stop();
  }

  /** The personal link of somebody, as the server prints it. */
  link(name: string): string {
    const { pathname, hash } = new URL(this.#server.links.get(name) ?? '');
    return this.front.origin + pathname + hash;
  }

  /** Somebody with their link open, as far as the first screen. */
  async at(link: string, screen: Screen = small): Promise<Person> {
    const one = await enter(this.browser, link, screen);
    await one.page.goto(this.link(link));
    await one.page.waitForURL(/\/bord\//);
    return one;
  }

  async seated(link: string, screen: Screen = small): Promise<Person> {
    const one = await this.at(link, screen);
    await saved(one.page);
    return one;
  }

  /** The same, with the question answered by hand: then nothing stands in the tab but what a real answer leaves there. */
  async freely(link: string): Promise<Person> {
    const one = await this.at(link, { ...small, asked: true });
    await button(one.page, homeWords.free.yes).click();
    await saved(one.page);
    return one;
  }
}

/** Runs in the page: all that a browser could have kept of us. */
export const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    tab: Object.keys(sessionStorage),
    local: localStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
export const nothing = { tab: [], local: 0, databases: 0, caches: 0, workers: 0 };

type Led = { readonly bijeenkomst: { readonly stap: string } };
/** What whoever leads asks of the meeting, in their own browser. */
export const leaderOf =
  ({ page }: Person) =>
  (method: string, below: string, body: object = {}): Promise<Led> => {
    const [, , board] = new URL(page.url()).pathname.split('/');
    return page.evaluate(
      async ([how, path, text]) => {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(path, { method: how, headers, ...(text === '{}' ? {} : { body: text }) });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()) as Led;
      },
      [method, `/api/v1/boards/${board ?? ''}/meeting${below}`, JSON.stringify(body)] as const,
    );
  };
