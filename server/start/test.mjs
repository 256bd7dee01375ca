// `npm test`: from a fresh clone to all tests, browsers included. Extra arguments go to Vitest: `npm test -- tests/sync`.
import { join } from 'node:path';
import { runChecks, staticChecks } from './checks.mjs';
import { ensureClientBuilt } from './client-build.mjs';
import { ensureInstalled } from './install.mjs';
import { environment, main, node, root, run } from './process.mjs';
import { ensureBrowser, ensureDocumentTools } from './test-tools.mjs';

await main(async () => {
  await ensureInstalled();
  const browser = await ensureBrowser();
  await ensureDocumentTools();
  await ensureClientBuilt();
  const checked = await runChecks(staticChecks);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...environment(), CHROME_PATH: browser };
  const tested = await run(node, [vitest, 'run', ...process.argv.slice(2)], { env, forward: true });
  return tested === 0 ? checked : tested;
});
