import { existsSync } from 'node:fs';
import { findCommand, isExecutable, run, StartError } from './process.mjs';

/** Chromium without a window: the same pages, for a third less work. */
const shell = 'chromium-headless-shell';
const browserNames = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macBrowser = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A Chromium for the browser tests: `CHROME_PATH`, else the one without a window (from Debian's packages when it is missing), else the one of this machine. Gives its path. */
export async function ensureBrowser() {
  const wanted = process.env['CHROME_PATH'];
  if (wanted && !isExecutable(wanted)) {
    throw new StartError(
      `CHROME_PATH wijst naar ${wanted}, en daar staat geen programma: verbeter het pad of haal het weg.`,
    );
  }
  if (wanted) return wanted;
  if (!findCommand(shell)) await tryShell();
  const found = findBrowser();
  if (found) return found;
  await installFromDebian(['chromium'], 'Chromium, voor de tests in de browser');
  const installed = findBrowser();
  if (!installed) throw new StartError('Chromium is na het installeren niet gevonden: zet het pad in CHROME_PATH.');
  return installed;
}

/** Where packages can be had. Not every Debian has this one, and the other Chromium will do. */
async function tryShell() {
  if (!canInstall()) return;
  console.log('Samenbord: Chromium zonder venster, voor de tests in de browser, wordt geïnstalleerd.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['install', '-y', '--no-install-recommends', shell];
  if ((await run('apt-get', packages, { env })) === 0) return;
  if ((await run('apt-get', ['update'], { env })) === 0) await run('apt-get', packages, { env });
}

function findBrowser() {
  const found = browserNames.map(findCommand).find(Boolean);
  return found ?? (existsSync(macBrowser) ? macBrowser : undefined);
}

/** The readers with which the tests look into a PDF from the outside, and what makes a certificate for one run. */
export async function ensureDocumentTools() {
  const missing = [
    ...(findCommand('pdftotext') && findCommand('pdfinfo') ? [] : ['poppler-utils']),
    ...(findCommand('qpdf') ? [] : ['qpdf']),
    ...(findCommand('openssl') ? [] : ['openssl']),
  ];
  if (missing.length > 0) await installFromDebian(missing, `${missing.join(' en ')}, voor de tests`);
}

/**
 * @param {string[]} packages
 * @param {string} what
 */
async function installFromDebian(packages, what) {
  if (!canInstall()) {
    throw new StartError(
      `nodig is ${what}: installeer ${packages.join(' en ')} (voor Chromium mag ook CHROME_PATH) en probeer het opnieuw.`,
    );
  }
  console.log(`Samenbord: ${what}, wordt geïnstalleerd.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  if ((await install()) === 0) return;
  await run('apt-get', ['update'], { env });
  if ((await install()) !== 0)
    throw new StartError(`het installeren van ${what} is niet gelukt: lees de melding hierboven.`);
}

const canInstall = () => process.getuid?.() === 0 && Boolean(findCommand('apt-get'));
