import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { hostName } from './https-front.ts';
import type { HttpsFront } from './https-front.ts';

/** Chromium, for which the server's name leads to this machine. */
export function openBrowser(front: HttpsFront): Promise<Browser> {
  return startChromium([
    '--ignore-certificate-errors',
    `--host-resolver-rules=MAP ${hostName}:443 127.0.0.1:${front.port}`,
  ]);
}

/** One person with a browser of their own, and everything that browser asked for and received. */
export type Person = {
  readonly name: string;
  /** On a phone: lists under a thumb instead of the canvas. */
  readonly touch: boolean;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that was asked for, sockets included. */
  readonly asked: string[];
  /** Every byte that came in: bodies and socket frames. */
  readonly received: Buffer[];
  /** What was asked and is not among the received yet. */
  readonly reading: Set<Promise<void>>;
  /** Every byte that went out over sockets, and bodies of requests. */
  readonly sent: Buffer[];
  readonly errors: string[];
};

export type Screen = {
  readonly width: number;
  readonly height: number;
  readonly touch?: boolean;
  /** Is asked on a phone whether they can talk freely; otherwise they said so before. */
  readonly asked?: boolean;
};

/** Opens a browser window of this size for somebody. */
export async function enter(browser: Browser, name: string, screen: Screen): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    hasTouch: screen.touch === true,
    isMobile: screen.touch === true,
    ignoreHTTPSErrors: true,
    locale: 'nl-NL',
    reducedMotion: 'reduce',
  });
  // Long enough for a machine that carries ten browsers: what never comes still fails.
  context.setDefaultTimeout(45_000);
  if (screen.asked !== true) await context.addInitScript(saysFree);
  const page = await context.newPage();
  const person: Person = {
    name,
    touch: screen.touch === true,
    page,
    context,
    asked: [],
    received: [],
    reading: new Set(),
    sent: [],
    errors: [],
  };
  context.on('page', (other) => listen(person, other));
  listen(person, page);
  return person;
}

/** Runs in the page: the answer to "Kun je nu vrij praten?" stands in the tab. */
function saysFree(): void {
  if (location.protocol === 'https:') sessionStorage.setItem('samenbordVrij', String(Date.now()));
}

/** What came in for this; nothing for a redirect and for a page that closed. */
const bodyOf = async (request: Request): Promise<Buffer> => {
  try {
    return (await (await request.response())?.body()) ?? Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
};

/** What was built: the same for everybody, with nothing of anybody in it. */
const built = /^\/assets\/[^/]+$/;

function listen(person: Person, page: Page): void {
  page.on('request', (request) => {
    person.asked.push(request.url());
    const body = request.postDataBuffer();
    if (body !== null) person.sent.push(body);
    if (built.test(new URL(request.url()).pathname)) return;
    const read = bodyOf(request).then((answer) => void person.received.push(answer));
    person.reading.add(read);
    void read.finally(() => person.reading.delete(read));
  });
  page.on('websocket', (socket) => {
    person.asked.push(socket.url());
    socket.on('framereceived', ({ payload }) => person.received.push(Buffer.from(payload)));
    socket.on('framesent', ({ payload }) => person.sent.push(Buffer.from(payload)));
  });
  page.on('pageerror', (error) => person.errors.push(error.message));
}

/** True when these words came in somewhere in what this browser received, or went out. */
export const saw = (bytes: readonly Buffer[], words: string): boolean => bytes.some((part) => part.includes(words));
