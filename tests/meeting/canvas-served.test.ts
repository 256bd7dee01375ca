import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { viewToolWords as v } from '@samenbord/shared/words/view-tools.ts';
import { httpsFront } from '../support/https-front.ts';
import type { HttpsFront } from '../support/https-front.ts';
import { enter, openBrowser } from '../support/people.ts';
import { startServer } from '../support/running-server.ts';
import type { RunningServer } from '../support/running-server.ts';

let server: RunningServer;
let front: HttpsFront;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ demo: true, env: { TRUST_PROXY: '1' } });
  front = await httpsFront(server.port);
  browser = await openBrowser(front);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await front.stop();
  await server.stop();
});

test('C74 on https under the content rules of the product the layout is worked out in a worker of our own origin, and the example family is kept as a picture', async () => {
  const karim = await enter(browser, 'karim', { width: 1440, height: 900 });
  const { pathname, hash } = new URL(server.links.get('casusregisseur (Karim)') ?? '');
  await karim.page.goto(front.origin + pathname + hash);
  await karim.page.waitForURL(/\/bord\//);
  await karim.page.locator('.canvas-node').first().waitFor();
  const complaints: string[] = [];
  karim.page.on('console', (message) => {
    if (/Content Security Policy|worker/i.test(message.text())) complaints.push(message.text());
  });
  await karim.page.getByRole('button', { name: v.tidy }).click();
  await karim.page.locator('.canvas-tidy, .canvas-tell').first().waitFor();
  const [worker, more] = karim.page.workers();
  expect(more).toBeUndefined();
  expect(worker?.url().startsWith(`${front.origin}/assets/`)).toBe(true);
  await karim.page.keyboard.press('Escape');
  await karim.page.getByRole('button', { name: v.keep }).click();
  const [file] = await Promise.all([
    karim.page.waitForEvent('download'),
    karim.page.getByRole('button', { name: v.png }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^samenbord-genogram-[\d-]+\.png$/);
  expect(complaints).toEqual([]);
});
