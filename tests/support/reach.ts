import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { screenWords } from '@samenbord/shared/words/screen.ts';
import type * as Axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import type { Person } from './people.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
declare global {
  interface Window {
    axe: typeof Axe;
  }
}

export type Rule = 'axe' | 'breedte' | 'maat' | 'koppen';
export type Finding = { readonly rule: Rule; readonly screen: string; readonly what: string };

/** The smallest side of what a thumb must hit, in CSS pixels, and the width on which everything must be readable without scrolling sideways. */
export const smallestTarget = 44;
export const narrowest = 320;

/** What everybody can reach: walks along with people through their screens and writes down what is in somebody's way. */
export class Reach {
  readonly findings: Finding[] = [];
  readonly screens: string[] = [];
  /** How many targets were measured: a measure that finds nothing to measure shows nothing. */
  targets = 0;

  of = (rule: Rule): string[] =>
    this.findings.filter((one) => one.rule === rule).map(({ screen, what }) => `${screen}: ${what}`);

  /** Looks at what is on this person's screen now. `over`: what stands over the page, and is all that can be reached meanwhile; a document has a title of its own. */
  async look(person: Person, name: string, over?: 'dialog' | 'menu' | 'document'): Promise<void> {
    const screen = `${person.name}, ${name}`;
    this.screens.push(screen);
    // A page that still comes has nothing to reach.
    if (over === undefined) await person.page.locator('main:visible').first().waitFor();
    const found = (rule: Rule, all: readonly string[]): void => {
      this.findings.push(...all.map((what) => ({ rule, screen, what })));
    };
    found('axe', await violations(person.page));
    if (over === undefined || over === 'dialog')
      found('koppen', await person.page.evaluate(readHeadings, [over === 'dialog', quietTitles] as const));
    if (!person.touch) return;
    const sizes = await person.page.evaluate(readTargets, smallestTarget);
    this.targets += sizes.measured;
    found('maat', sizes.small);
    await this.narrow(person, name);
  }

  /** The same screen on the narrowest width. */
  async narrow(person: Person, name: string): Promise<void> {
    const { page } = person;
    const before = page.viewportSize() ?? { width: 390, height: 844 };
    await page.setViewportSize({ width: narrowest, height: before.height });
    const wide = await page.evaluate(readWidth, narrowest);
    this.findings.push(...wide.map((what) => ({ rule: 'breedte' as const, screen: `${person.name}, ${name}`, what })));
    await page.setViewportSize(before);
  }
}

/** By way of the debugger: the pages allow no scripts of others. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    const { violations: all } = await window.axe.run({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html, any }) =>
        [id, target.join(' '), html.slice(0, 160), any[0]?.message ?? ''].join(' | '),
      ),
    );
  }, wcag);
}

/** Titles that say nothing about anybody: the product, and the screen in the room, which says that it is one. */
const quietTitles: readonly string[] = ['Samenbord', screenWords.title];

/** Runs in the page. The language, a title that is one of these, one main part, one name of the page at the top. */
function readHeadings([dialog, titles]: readonly [boolean, readonly string[]]): string[] {
  const wrong: string[] = [];
  if (document.documentElement.lang !== 'nl') wrong.push(`language ${document.documentElement.lang}`);
  if (!titles.includes(document.title)) wrong.push(`title ${document.title}`);
  const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const inside: ParentNode = dialog
    ? (document.querySelector('[role=dialog]') ?? document.createElement('p'))
    : document;
  const levels = [...inside.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(seen);
  const first = levels[0];
  if (first === undefined || !['H1', 'H2'].includes(first.tagName))
    wrong.push(`begins with ${first?.tagName ?? 'nothing'}`);
  if (dialog) return wrong;
  const mains = [...document.querySelectorAll('main')].filter(seen);
  if (mains.length !== 1) wrong.push(`${mains.length} main parts`);
  const names = levels.filter(({ tagName }) => tagName === 'H1');
  if (names.length !== 1) wrong.push(`${names.length} names at the top`);
  levels.forEach((heading, at) => {
    const [now, before] = [Number(heading.tagName[1]), Number(levels[at - 1]?.tagName[1] ?? 1)];
    if (now > before + 1) wrong.push(`h${before} then h${now}: ${heading.textContent}`);
  });
  return wrong;
}

/** Runs in the page. What a thumb must hit and is too small; a link in a running sentence may be as high as its line. */
function readTargets(smallest: number): { measured: number; small: string[] } {
  const all = document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [role=radio], [role=checkbox], [role=menuitem], [role=option], [role=switch]',
  );
  const small: string[] = [];
  let measured = 0;
  for (const element of all) {
    if (element.closest('[inert], [aria-hidden=true]') !== null) continue;
    const inLabel = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') : null;
    const target = inLabel ?? element;
    if (!target.checkVisibility({ visibilityProperty: true })) continue;
    const inSentence = element.matches('p a, li a') && getComputedStyle(element).display === 'inline';
    const { width, height } = target.getBoundingClientRect();
    // The way out of a dialog that is only there for a screen reader.
    const onlyHeard = (element.parentElement?.getBoundingClientRect().width ?? 0) <= 1;
    if (inSentence || onlyHeard || width === 0) continue;
    measured += 1;
    if (Math.min(width, height) < smallest - 0.5)
      small.push(
        `${Math.round(width)}x${Math.round(height)} ${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`,
      );
  }
  return { measured, small };
}

/** Runs in the page. What stands outside the width; a table of data and a picture may scroll in a frame of their own. */
function readWidth(width: number): string[] {
  const wide: string[] = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > width) wide.push(`the page is ${scrollWidth} wide`);
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.table-wide, .only-heard, svg, [aria-hidden=true]') !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true }) || getComputedStyle(element).clipPath !== 'none')
      continue;
    const { left, right, width: own } = element.getBoundingClientRect();
    if (own > 1 && (right > width + 1 || left < -1))
      wide.push(
        `${Math.round(left)} to ${Math.round(right)} ${element.tagName} ${String(element.className)} ${element.textContent.slice(0, 40)}`,
      );
  }
  return wide.slice(0, 5);
}

/** Somebody without a mouse. */
export class Keys {
  readonly page: Page;
  stops = 0;
  /** Where the focus could not be seen. */
  readonly unseen: string[] = [];
  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on, stop by stop, until this has the focus. */
  async to(
    role: 'button' | 'textbox' | 'radio',
    name: string | RegExp,
    key: 'Tab' | 'Shift+Tab' = 'Tab',
  ): Promise<void> {
    const wanted: Locator = this.page.getByRole(role, { name, exact: true }).first();
    await wanted.waitFor();
    for (let stop = 0; stop < 90; stop++) {
      await this.page.keyboard.press(key);
      this.stops += 1;
      const hidden = await this.page.evaluate(readFocus);
      if (hidden !== undefined) this.unseen.push(hidden);
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`the keyboard does not come to ${name}`);
  }
}

/** Runs in the page. What has the focus, when that is not to be seen: an edge around it, or around the label of a box to tick. */
function readFocus(): string | undefined {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return undefined;
  const shown = focused.matches('input[type=radio], input[type=checkbox]') ? focused.closest('label') : focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown ?? focused);
  const { width, height, bottom, right } = (shown ?? focused).getBoundingClientRect();
  const inSight = width > 1 && height > 1 && bottom > 0 && right > 0;
  if (focused.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && inSight)
    return undefined;
  return `${focused.tagName} ${focused.className} ${focused.textContent.slice(0, 40)}: ${outlineStyle} ${outlineWidth}`;
}
