import { join } from 'node:path';
import { node, root, run } from './process.mjs';

/** @typedef {{ name: string, commands: readonly (readonly string[])[] }} Check */

/** @param {...string} path */
const bin = (...path) => join(root, 'node_modules', ...path);
const tsc = bin('typescript', 'bin', 'tsc');

/** All that can be said about the sources without running them. @type {readonly Check[]} */
export const staticChecks = [
  { name: 'types', commands: ['shared', 'server', 'client', 'tests'].map((name) => [tsc, '-p', name]) },
  { name: 'lint', commands: [[bin('oxlint', 'bin', 'oxlint')]] },
  { name: 'format', commands: [[bin('oxfmt', 'bin', 'oxfmt'), '--check']] },
  { name: 'dead code', commands: [[bin('knip', 'bin', 'knip.js'), '--no-progress']] },
];

/** The tests that lie beside their sources: no browser, no server process. @type {Check} */
export const unitTests = {
  name: 'unit tests',
  commands: [[bin('vitest', 'vitest.mjs'), 'run', '--project', 'shared', '--project', 'server', '--project', 'client']],
};

/**
 * Runs checks one after the other and goes on after a red one, so that one run shows everything. Gives 0 when all are green.
 * @param {readonly Check[]} checks
 */
export async function runChecks(checks) {
  /** @type {string[]} */
  const red = [];
  for (const check of checks) {
    const begin = Date.now();
    const green = await isGreen(check);
    if (!green) red.push(check.name);
    console.log(`${green ? 'ok ' : 'RED'}  ${check.name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  }
  if (red.length > 0) console.error(`Samenbord: not in order: ${red.join(', ')}.`);
  return red.length > 0 ? 1 : 0;
}

/** @param {Check} check */
async function isGreen(check) {
  let green = true;
  for (const args of check.commands) {
    let output = '';
    const code = await run(node, args, { collect: (text) => (output += text) });
    if (code === 0) continue;
    green = false;
    console.error(output);
  }
  return green;
}
