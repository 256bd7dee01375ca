import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const client = fileURLToPath(new URL('../../../client/', import.meta.url));

/** Builds the harness page into a folder: the product's own canvas, with Vite as the client has it. */
export async function buildCanvasPage(outDir: string): Promise<void> {
  const require = createRequire(join(client, 'package.json'));
  const load = async (name: string): Promise<Record<string, unknown>> =>
    import(pathToFileURL(require.resolve(name)).href);
  const { build } = (await load('vite')) as { build: (config: object) => Promise<unknown> };
  const { default: react } = (await load('@vitejs/plugin-react')) as { default: () => unknown };
  const own = (name: string) => ({
    find: new RegExp(`^${name}(?=/|$)`),
    replacement: join(client, 'node_modules', name),
  });
  // As it is served: under the name a test runner gives it (`test`) Vite takes the React for developers, which is several times slower.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    plugins: [react()],
    resolve: { alias: ['react', 'react-dom', '@fontsource/atkinson-hyperlegible-next'].map(own) },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2023',
      reportCompressedSize: false,
    },
  }).finally(() => {
    process.env['NODE_ENV'] = before;
  });
}
