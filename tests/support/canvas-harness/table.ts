import type { Browser, Locator, Page } from 'playwright-core';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { startChromium } from '../chromium.ts';
import { sitters, startCanvas } from './server.ts';
import type { CanvasServer } from './server.ts';

type Sitter = (typeof sitters)[keyof typeof sitters];
type Box = { x: number; y: number; width: number; height: number };
type SitOptions = { readonly look?: boolean; readonly touch?: boolean; readonly size?: readonly [number, number] };

/** Asks again until the answer is there; says what it was about when it never comes. */
async function eventually<T>(what: string, ask: () => Promise<T | undefined | false>, ms = 20_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** One table with real rooms and gate, and browsers that sit down at it. */
export class CanvasTable {
  readonly #server: CanvasServer;
  readonly #browser: Browser;
  #count = 0;

  constructor(server: CanvasServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(): Promise<CanvasTable> {
    const server = await startCanvas();
    return new CanvasTable(server, await startChromium());
  }

  get origin(): string {
    return this.#server.origin;
  }
  board = (): Promise<Board> => this.#server.board();

  /** A new board with these things, made by who they say made them. */
  async fresh(things: readonly NewThing[], places: Readonly<Record<string, Place>>): Promise<void> {
    this.#count += 1;
    await this.#server.fresh(`bord${this.#count}`);
    for (const thing of things) {
      const maker = Object.values(sitters).find(({ id }) => id === thing.by) ?? sitters.karim;
      await this.#server.write(maker, [{ kind: 'create', thing }]);
    }
    const lay = Object.entries(places).map(([id, at]) => ({
      kind: 'place' as const,
      view: 'genogram' as const,
      id,
      at,
    }));
    await this.#server.write(sitters.karim, lay);
  }

  until = async (holds: (board: Board) => boolean): Promise<void> => {
    await eventually(`board: ${holds.toString()}`, async () => holds(await this.board()));
  };
  find = <T>(pick: (board: Board) => T | undefined): Promise<T> =>
    eventually(`board: ${pick.toString()}`, async () => pick(await this.board()));

  async sit(sitter: Sitter, view: ViewName, options: SitOptions = {}): Promise<Seat> {
    const [width, height] = options.size ?? [1440, 900];
    const page = await this.#browser.newPage({ viewport: { width, height }, hasTouch: options.touch === true });
    const seat = new Seat(page);
    await page.goto(`${this.origin}/?als=${sitter.id}&view=${view}${options.look === true ? '&kijk' : ''}`);
    await page.locator('.tl-canvas').waitFor();
    await page.waitForFunction(() => document.querySelector('.canvas-node, .canvas-empty') !== null);
    await page.locator('button[title="made with tldraw"]').waitFor();
    return seat;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}

const doubleClickMs = 600;

/** Somebody behind a screen. */
export class Seat {
  readonly page: Page;
  readonly problems: string[] = [];
  readonly requests: string[] = [];
  #chose = -Infinity;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => void this.problems.push(String(error)));
    page.on('console', (message) => {
      // tldraw asks React to hold back a touch, which React cannot; it changes nothing.
      if (message.type() === 'error' && !message.text().startsWith('Unable to preventDefault'))
        this.problems.push(message.text());
    });
    page.on('request', (request) => void this.requests.push(request.url()));
  }

  paper = (): Locator => this.page.locator('.tl-container');
  thing = (id: string): Locator => this.page.locator(`[data-thing="${id}"]`);
  onPaper = (): Promise<boolean> =>
    this.page.evaluate(() => document.activeElement?.classList.contains('tl-container') ?? false);
  until = async (holds: () => Promise<boolean>): Promise<void> => void (await eventually(holds.toString(), holds));
  tool = (name: string): Promise<void> =>
    this.page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();

  async boxOf(id: string): Promise<Box> {
    await this.thing(id).waitFor();
    const box = await this.thing(id).boundingBox();
    if (box === null) throw new Error(`${id} is not on the screen`);
    return box;
  }
  async #middle(id: string): Promise<[number, number]> {
    const { x, y, width } = await this.boxOf(id);
    return [x + width / 2, y + 20];
  }

  clickPaper = (x: number, y: number): Promise<void> => this.page.mouse.click(x, y);
  /** Never so soon after the time before that two clicks are a double one. */
  async choose(id: string): Promise<void> {
    await this.page.waitForTimeout(Math.max(0, this.#chose + doubleClickMs - performance.now()));
    await this.page.mouse.click(...(await this.#middle(id)));
    this.#chose = performance.now();
    await this.page.waitForFunction((one) => (window as unknown as { chosen?: string[] }).chosen?.includes(one), id);
  }
  async tap(id: string): Promise<void> {
    await this.page.touchscreen.tap(...(await this.#middle(id)));
  }
  async open(id: string): Promise<void> {
    await this.page.mouse.dblclick(...(await this.#middle(id)));
    await this.page.locator('.canvas-form textarea, .canvas-tell').first().waitFor();
  }
  /** Takes hold of something and moves it; the finger stays down. */
  async grab(id: string, dx: number, dy: number): Promise<void> {
    const [x, y] = await this.#middle(id);
    await this.stroke(x, y, x + dx, y + dy, false);
  }
  async drag(id: string, dx: number, dy: number): Promise<void> {
    await this.grab(id, dx, dy);
    await this.page.mouse.up();
  }
  async stroke(x: number, y: number, toX: number, toY: number, lift = true): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(toX, toY, { steps: 12 });
    await this.page.waitForTimeout(60);
    if (lift) await this.page.mouse.up();
  }

  sees = (text: string): Promise<void> =>
    this.page.locator('.canvas-node').filter({ hasText: text }).first().waitFor({ state: 'attached' });
  misses = (id: string): Promise<void> => this.thing(id).waitFor({ state: 'detached' });
  hears = (text: string): Promise<void> =>
    this.page.locator('output.canvas-said').filter({ hasText: text }).first().waitFor({ state: 'attached' });

  /** Keeps in the page where something is, frame after frame. */
  async watch(id: string): Promise<void> {
    await this.page.evaluate((one) => {
      const seen: number[] = [];
      Object.assign(window, { seen });
      const look = (): void => {
        const node = document.querySelector(`[data-thing="${one}"]`);
        if (node !== null) seen.push(node.getBoundingClientRect().x);
        requestAnimationFrame(look);
      };
      look();
    }, id);
  }
  watched = (): Promise<number[]> => this.page.evaluate(() => (window as unknown as { seen: number[] }).seen);

  paste = (data: Readonly<Record<string, string>>): Promise<void> => this.#transfer('paste', data);
  drop = (data: Readonly<Record<string, string>>): Promise<void> => this.#transfer('drop', data);
  async #transfer(kind: 'paste' | 'drop', data: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate(
      ([what, values]) => {
        const moved = new DataTransfer();
        for (const [type, value] of Object.entries(values)) moved.setData(type, value);
        moved.items.add(new File(['<svg/>'], 'plaatje.svg', { type: 'image/svg+xml' }));
        const paper = document.querySelector('.tl-canvas');
        const event =
          what === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: moved, bubbles: true, cancelable: true })
            : new DragEvent('drop', {
                dataTransfer: moved,
                bubbles: true,
                cancelable: true,
                clientX: 300,
                clientY: 300,
              });
        paper?.dispatchEvent(event);
      },
      [kind, data] as const,
    );
  }

  leave = (): Promise<void> => this.page.close();
}
