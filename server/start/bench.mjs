// `npm run bench`: measures the server beside its peers and writes tests/bench/FIGURES.md. Options (--runs, --only, --quick, --out) go on to it.
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { main, node, root, run } from './process.mjs';

await main(async () => {
  await ensureInstalled();
  return run(node, [join(root, 'tests', 'bench', 'run.ts'), ...process.argv.slice(2)]);
});
