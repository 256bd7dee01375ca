import { ensureClientBuilt } from './client-build.mjs';
import { ensureInstalled } from './install.mjs';
import { main } from './process.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureClientBuilt();
  return 0;
});
