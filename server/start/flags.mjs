import { join } from 'node:path';
import { environment, root } from './process.mjs';

/** With a small nursery the server needs a third less memory; what lives long is the documents, and those it keeps anyway. */
export const serverFlags = ['--max-semi-space-size=4'];

/** Sources are compiled once and not at every start: it starts sooner, and the translator of TypeScript stays out of memory. */
export const serverEnvironment = () => ({
  ...environment(),
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules', '.cache', 'compiled'),
});
