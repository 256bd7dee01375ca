import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, run, StartError } from './process.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const sources = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'client/package.json',
  'shared/src',
  'pnpm-lock.yaml',
];

/** Builds the client, unless the build that lies there was made of exactly these sources. */
export async function ensureClientBuilt() {
  const hash = hashOf(sources);
  const dist = join(root, 'client', 'dist');
  const complete = ['index.html', join('.vite', 'manifest.json')].every((file) => existsSync(join(dist, file)));
  if (complete && isStamped('client-built', hash)) return;
  console.log('Samenbord: de schermen worden gebouwd.');
  const vite = join(root, 'client', 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await run(node, [vite, 'build', '--manifest'], { cwd: join(root, 'client') });
  if (code !== 0)
    throw new StartError(`het bouwen van de schermen is niet gelukt (code ${code}): lees de melding hierboven.`);
  stamp('client-built', hash);
}
