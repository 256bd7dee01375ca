// Vite with its live reload; all that is not a screen goes through to the server, which sees its own address as the origin.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './process.mjs';

const client = join(root, 'client');
const vitePath = createRequire(join(client, 'package.json')).resolve('vite');
const vite = await import(pathToFileURL(vitePath).href);
const target = `http://127.0.0.1:${process.env['PORT'] ?? '8787'}`;
const toServer = { target, changeOrigin: true, headers: { origin: target } };

const screens = await vite.createServer({
  root: client,
  server: {
    port: 5173,
    proxy: {
      '/api': toServer,
      '/healthz': toServer,
      '/metrics': toServer,
      '/sync': { ...toServer, ws: true, rewriteWsOrigin: true },
    },
  },
});
await screens.listen();
screens.printUrls();
