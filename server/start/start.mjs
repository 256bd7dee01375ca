// `npm start`: from a fresh clone to a running server. What main.ts says about a port, a disk or a folder is passed on as it is.
import { ensureClientBuilt } from './client-build.mjs';
import { serverEnvironment, serverFlags } from './flags.mjs';
import { ensureInstalled } from './install.mjs';
import { main, node, run } from './process.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureClientBuilt();
  return run(node, [...serverFlags, 'server/src/main.ts'], { forward: true, env: serverEnvironment() });
});
