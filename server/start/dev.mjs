// `pnpm dev`: the server, started again at each change, and beside it Vite's server for the screens.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './install.mjs';
import { environment, main, node, root } from './process.mjs';

await main(async () => {
  await ensureInstalled();
  const start = (/** @type {string[]} */ ...args) =>
    spawn(node, args, { cwd: root, env: environment(), stdio: 'inherit' });
  const children = [start('--watch', 'server/src/main.ts'), start('server/start/dev-screens.mjs')];
  const stop = () => children.forEach((child) => child.kill('SIGTERM'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const ends = children.map((child) => new Promise((resolve) => child.once('close', resolve)));
  await Promise.race(ends);
  stop();
  await Promise.all(ends);
  return 0;
});
