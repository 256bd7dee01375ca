import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { extract } from '@samenbord/shared/verklarende-analyse/extract.ts';
import { toHtml } from '@samenbord/server/exports/html.ts';
import { startChromium } from '../support/chromium.ts';
import { freezeBoard, readerOf } from './frozen.ts';

test('X4 in a browser on a phone the HTML fits the screen, asks the network for nothing, and axe finds no barrier', async () => {
  const browser = await startChromium();
  try {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(toHtml(extract(freezeBoard().value, [], readerOf('pnadia')), { hash: 'a'.repeat(64) }));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.addScriptTag({ content: axe });
    const barriers: unknown = await page.evaluate('axe.run().then((found) => found.violations.map((one) => one.id))');
    expect(barriers).toEqual([]);
    expect(asked).toEqual([]);
  } finally {
    await browser.close();
  }
});
