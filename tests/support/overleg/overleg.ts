import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as jsqr from 'jsqr';
import type { Browser, Locator } from 'playwright-core';
import { httpsFront } from '../https-front.ts';
import type { HttpsFront } from '../https-front.ts';
import { enter, openBrowser } from '../people.ts';
import type { Person } from '../people.ts';
import { startServer } from '../running-server.ts';
import type { RunningServer } from '../running-server.ts';
import { CanvasHands } from './canvas-hands.ts';
import { PhoneHands } from './phone-hands.ts';

const folder = process.env['PICTURES'] ?? resolve(import.meta.dirname, '../../../.cache/pictures');
// The package gives its function as the module itself, which its types do not say.
const jsQR = createRequire(import.meta.url)('jsqr') as typeof jsqr.default.default;
const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844, touch: true };

/** Six people and the big screen, each with a browser, at one table, on https with a name, on the real server. */
export class Overleg {
  readonly server: RunningServer;
  readonly front: HttpsFront;
  readonly #browser: Browser;
  readonly people: Readonly<Record<'karim' | 'marloes' | 'jolanda' | 'kim' | 'dennis' | 'greet' | 'scherm', Person>>;
  /** How long each change took to be seen by somebody else, in ms. */
  readonly delays: number[] = [];

  private constructor(server: RunningServer, front: HttpsFront, browser: Browser, people: Overleg['people']) {
    this.server = server;
    this.front = front;
    this.#browser = browser;
    this.people = people;
  }

  static async open(): Promise<Overleg> {
    mkdirSync(folder, { recursive: true });
    const server = await startServer({ env: { TRUST_PROXY: '1' } });
    const front = await httpsFront(server.port);
    const browser = await openBrowser(front);
    return new Overleg(server, front, browser, {
      karim: await enter(browser, 'karim', laptop),
      marloes: await enter(browser, 'marloes', laptop),
      jolanda: await enter(browser, 'jolanda', phone),
      kim: await enter(browser, 'kim', phone),
      dennis: await enter(browser, 'dennis', { width: 360, height: 640, touch: true }),
      greet: await enter(browser, 'greet', { width: 360, height: 640, touch: true }),
      scherm: await enter(browser, 'scherm', { width: 1280, height: 720 }),
    });
  }

  everyone = (): Person[] => Object.values(this.people);
  /** Who sits at the table beside this person; Greet is still at the door. */
  others = (than: Person): Person[] => this.everyone().filter((one) => one !== than && one !== this.people.greet);
  canvas = (person: Person): CanvasHands => new CanvasHands(person.page);
  phone = (person: Person): PhoneHands => new PhoneHands(person.page);

  async picture(person: Person, name: string): Promise<void> {
    await person.page.screenshot({ path: join(folder, `${name}-${person.name}.png`) });
  }

  /** Waits until each of these people has these words on the screen. */
  async seenBy(words: string, who: readonly Person[]): Promise<void> {
    const from = performance.now();
    await Promise.all(
      who.map(async (person) => {
        await (person.touch ? this.phone(person) : this.canvas(person)).sees(words);
        this.delays.push(performance.now() - from);
      }),
    );
  }

  /** Opens the analysis on a phone and says where one stands on a part. */
  async position(person: Person, letter: string, choice: string, why?: string): Promise<void> {
    await this.phone(person).place('Nu');
    await person.page.getByRole('button', { name: /Lees en zeg/ }).click();
    const part = person.page.getByRole('region', { name: new RegExp(`^${letter}\\.`) });
    await part.getByRole('button', { name: choice }).click();
    if (why !== undefined) await part.getByRole('textbox').fill(why);
    await part.getByText('iedereen die dit leest').click();
    await part.getByRole('button', { name: /Bewaar/ }).click();
    await part.getByText(/antwoord:/).waitFor();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.front.stop();
    await this.server.stop();
  }
}

/** The casusregisseur opens a meeting on the board that is on their screen: family read the table only then. */
export async function openMeeting({ page }: Person): Promise<void> {
  const board = /\/bord\/([^/?#]+)/.exec(new URL(page.url()).pathname)?.[1] ?? '';
  await page.evaluate(async (path) => {
    const ask = async (method: string, url: string, body?: object): Promise<void> => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body), headers }) });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
    };
    await ask('PUT', path, { soort: 'vrij' });
    await ask('POST', `${path}/open`);
  }, `/api/v1/boards/${board}/meeting`);
}

/** A file as this person's own browser gets it. */
export async function download(person: Person, path: string): Promise<Buffer> {
  const encoded = await person.page.evaluate(async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, path);
  return Buffer.from(encoded, 'base64');
}

/** What a phone reads when it is held before this code. The pixels are those of the screen. */
export async function scan(code: Locator): Promise<string> {
  const shot = (await code.screenshot()).toString('base64');
  const blank = await code.page().context().newPage();
  const { width, height, pixels } = await blank.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const paper = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    paper?.drawImage(bitmap, 0, 0);
    const data = paper?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, pixels: [...data] };
  }, shot);
  await blank.close();
  const read = jsQR(Uint8ClampedArray.from(pixels), width, height);
  if (read === null) throw new Error('a phone cannot read this code');
  return read.data;
}
