import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Where it lies when the test command did not say so: the one without a window first, it does the same with less work. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium, as the test command found or installed it. */
export function startChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? places.find((file) => existsSync(file));
  if (executablePath === undefined) throw new Error('no Chromium: run npm test, or set CHROME_PATH');
  return chromium.launch({ executablePath, args: [...quiet, ...flags] });
}
