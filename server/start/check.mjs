// `pnpm check`: types, lint, format, dead code, unit tests. Quick enough for every commit; the browser tests are in `npm test`.
import { runChecks, staticChecks, unitTests } from './checks.mjs';
import { ensureInstalled } from './install.mjs';
import { main } from './process.mjs';

await main(async () => {
  await ensureInstalled();
  return runChecks([...staticChecks, unitTests]);
});
