import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { readOptions } from './options.ts';

/** `npm run chaos -- --rounds 200`: the real server as a process of its own, killed in the middle of edits and started again, over and over on the same data. */
const { rounds } = readOptions({ rounds: 200 });
const root = resolve(import.meta.dirname, '../../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const began = performance.now();
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'tests', 'tests/sync/kill.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, KILL_ROUNDS: String(rounds) },
});
const seconds = (performance.now() - began) / 1000;
console.log(`chaos: ${rounds} rounds of kill -9, ${status === 0 ? 'nothing lost' : 'FAILED'}, ${seconds.toFixed(0)} s`);
process.exitCode = status ?? 1;
