import { existsSync } from 'node:fs';
import { node, root, run, StartError } from './process.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const pnpm = 'pnpm@10.34.9';
const decides = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].concat(
  ['shared', 'server', 'client', 'tests'].map((name) => `${name}/package.json`),
);

/** Installs the packages of the lockfile, and the pinned Node with them, unless that was already done for this lockfile. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new StartError(
      `Node ${process.versions.node} is te oud: installeer Node 18 of nieuwer en probeer het opnieuw.`,
    );
  }
  const hash = hashOf(decides);
  if (existsSync(node) && isStamped('installed', hash)) return;
  console.log('Samenbord: de pakketten worden geïnstalleerd. De eerste keer duurt dat één tot enkele minuten.');
  const code = await run('npx', ['-y', pnpm, 'install', ...installOptions()], {
    env: process.env,
    shell: process.platform === 'win32',
  });
  if (code === 127)
    throw new StartError('npm (met npx) is niet gevonden: installeer Node met npm en probeer het opnieuw.');
  if (code !== 0 || !existsSync(node)) {
    throw new StartError(
      `het installeren is niet gelukt (code ${code}): lees de melding hierboven, kijk of er verbinding en schijfruimte is in ${root}, en probeer het opnieuw.`,
    );
  }
  stamp('installed', hash);
}

/**
 * The lockfile decides, nothing is asked. In a terminal pnpm shows a moving line; elsewhere each step is a line of its own,
 * so that a log shows progress too.
 */
function installOptions() {
  const options = ['--frozen-lockfile', '--config.confirmModulesPurge=false'];
  return process.stdout.isTTY ? options : [...options, '--reporter=append-only'];
}
