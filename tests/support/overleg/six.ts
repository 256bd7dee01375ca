import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { screenWords } from '@samenbord/shared/words/screen.ts';
import { httpsFront } from '../https-front.ts';
import type { HttpsFront } from '../https-front.ts';
import { enter, openBrowser, saw } from '../people.ts';
import type { Person, Screen } from '../people.ts';
import { Reach } from '../reach.ts';
import { startServer } from '../running-server.ts';
import type { RunningServer } from '../running-server.ts';

export type Name = 'karim' | 'marloes' | 'nadia' | 'ruben' | 'sanne' | 'scherm';
/** Who they are on the example board, and before which screen they sit; the father is at home. */
const seats: Readonly<Record<Name, { readonly link: string; readonly id: string; readonly screen: Screen }>> = {
  karim: { link: 'casusregisseur (Karim)', id: 'pkarim', screen: { width: 1440, height: 900 } },
  marloes: { link: 'GI (Marloes)', id: 'pmarloes', screen: { width: 1280, height: 720 } },
  nadia: { link: 'ouder (Nadia)', id: 'pnadia', screen: { width: 390, height: 844, touch: true } },
  ruben: { link: 'ouder (Ruben)', id: 'pruben', screen: { width: 360, height: 640, touch: true, asked: true } },
  sanne: { link: 'jeugdige (Sanne)', id: 'psanne', screen: { width: 390, height: 844, touch: true } },
  scherm: { link: 'groot scherm (Groot scherm)', id: 'pscherm', screen: { width: 1280, height: 720 } },
};
export const names = Object.keys(seats) as Name[];

/** Words that stand in one place, and who may get them. */
export type Marker = { readonly words: string; readonly readers: readonly Name[] };

/** Six people of the example family at one table on https with a name: two laptops, three phones and the screen in the room. */
export class Six {
  readonly reach = new Reach();
  readonly server: RunningServer;
  readonly front: HttpsFront;
  readonly browser: Browser;
  readonly people = new Map<Name, Person>();
  readonly #pictures: string;

  private constructor(pictures: string, server: RunningServer, front: HttpsFront, browser: Browser) {
    this.#pictures = pictures;
    this.server = server;
    this.front = front;
    this.browser = browser;
  }

  /** Everybody with their link open, while the table is shut. `pictures`: what its pictures are called. */
  static async open(pictures: string): Promise<Six> {
    const server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
    const front = await httpsFront(server.port);
    const six = new Six(pictures, server, front, await openBrowser(front));
    await six.enter('karim');
    await six.lead('POST', '/meeting/close');
    await Promise.all(names.filter((name) => name !== 'karim').map((name) => six.enter(name)));
    return six;
  }

  /** Somebody comes in with their own link, on a device that was not here before. */
  async enter(name: Name, screen: Screen = seats[name].screen): Promise<Person> {
    const one = await enter(this.browser, name, screen);
    this.people.set(name, one);
    const { pathname, hash } = new URL(this.server.links.get(seats[name].link) ?? '');
    await one.page.goto(this.front.origin + pathname + hash);
    await one.page.waitForURL(/\/bord\//);
    if (screen.asked === true) await one.page.getByRole('button', { name: homeWords.free.yes }).click();
    return one;
  }

  person(name: Name): Person {
    const found = this.people.get(name);
    if (found === undefined) throw new Error(`${name} is not here`);
    return found;
  }

  /** What the server answers to this person, asked in their own browser. */
  ask(name: Name, method: string, below: string, body?: object): Promise<{ status: number; text: string }> {
    const path = `/api/v1/boards/voorbeeld${below}`;
    return this.person(name).page.evaluate(
      async ([how, where, what]) => {
        const init =
          what === undefined ? {} : { body: JSON.stringify(what), headers: { 'content-type': 'application/json' } };
        const answer = await fetch(where, { method: how, ...init });
        return { status: answer.status, text: await answer.text() };
      },
      [method, path, body] as const,
    );
  }

  /** A command of who leads; fails when it is refused. */
  async lead(method: string, below: string, body?: object, who: Name = 'karim'): Promise<string> {
    const { status, text } = await this.ask(who, method, below, body);
    if (status >= 300) throw new Error(`${method} ${below}: ${status} ${text}`);
    return text;
  }

  /** Until the name of this step stands on all these screens. */
  async atStep(title: string, who: readonly Name[] = names): Promise<void> {
    // On a laptop its number stands before it, on a phone elsewhere that it is now.
    const whole = new RegExp(`(^|\\d ?|: )${title.replaceAll(/[?.]/g, String.raw`\$&`)}$`);
    await Promise.all(
      who.map(async (name) => {
        const { page } = this.person(name);
        await page.getByText(whole).and(page.locator(':visible')).first().waitFor();
      }),
    );
  }

  /** Looks with axe at the screens of these people, and takes a picture of each where somebody wants to look at them. */
  async look(what: string, who: readonly Name[] = names, over?: 'dialog'): Promise<void> {
    await Promise.all(
      who.map(async (name) => {
        await this.picture(what, name);
        await this.reach.look(this.person(name), `${this.#pictures} ${what}`, over);
      }),
    );
  }

  async picture(what: string, name: Name): Promise<void> {
    const folder = process.env['PICTURES'];
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await this.person(name).page.screenshot({ path: join(folder, `${this.#pictures}-${what}-${name}.png`) });
  }

  /** Asks for everybody all that can be asked, of their own zones and of those of everybody else, so that it is among what they received. */
  async askEverything(): Promise<void> {
    const zones = ['gedeeld', 'team', ...Object.values(seats).flatMap(({ id }) => [`eigen:${id}`, `vertrouwd:${id}`])];
    const plain =
      ' /participants /meeting /meeting/preview /versions /vertrouwd /export /since /trace /trace/mine /trace.csv /sheets /sheets/1.json' +
      ' /sheets/1.html /sheets/2.json /sheets/2.txt /sheets/2.html /end /waiting /history/off?zone=gedeeld /history/moments';
    const below = [...plain.split(' '), ...zones.flatMap((zone) => [`/zones/${zone}`, `/history?zone=${zone}`])];
    for (const name of names) {
      const one = this.person(name);
      const texts = await one.page.evaluate(
        (paths) => Promise.all(paths.map(async (path) => (await fetch(`/api/v1/boards/voorbeeld${path}`)).text())),
        below,
      );
      one.received.push(...texts.map((text) => Buffer.from(text)));
    }
  }

  /** Where words came that should not: everything that each browser received, shows and keeps, and the log. Also who never got what they may read. */
  async astray(markers: readonly Marker[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const name of names) {
      const one = this.person(name);
      const shown = await one.page.evaluate(() =>
        [
          document.title,
          document.documentElement.outerHTML,
          location.href,
          JSON.stringify([sessionStorage, localStorage].map((kept) => Object.entries(kept))),
        ].join('\n'),
      );
      for (const { words, readers } of markers) {
        const got = saw(one.received, words);
        if (readers.includes(name)) {
          // Words that nobody could have got prove nothing.
          if (!got && !saw(one.sent, words)) wrong.push(`${name} never got ${words}`);
          continue;
        }
        if (got) wrong.push(`${name} received ${words}`);
        if (shown.includes(words)) wrong.push(`${name} holds ${words}`);
      }
      if (!['Samenbord', screenWords.title].includes(await one.page.title()))
        wrong.push(`${name}: a title that says something`);
    }
    for (const { words } of markers) if (this.server.output().includes(words)) wrong.push(`the log holds ${words}`);
    return wrong;
  }

  /** What was in anybody's way on the screens that were looked at. The screen in the room has a neutral title of its own. */
  barriers = (): string[] =>
    this.reach.findings
      .filter(({ screen, what }) => !(screen.startsWith('scherm') && what === `title ${screenWords.title}`))
      .map(({ rule, screen, what }) => `${rule}, ${screen}: ${what}`);

  /** What went wrong in any of the browsers. */
  errors(): string[] {
    // The canvas SDK tries to greet its maker; our policy stops that before it leaves (decision 0007).
    return [...this.people.values()].flatMap(({ name, errors }) =>
      errors.filter((error) => error !== 'Failed to fetch').map((error) => `${name}: ${error}`),
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.front.stop();
    await this.server.stop();
  }
}
