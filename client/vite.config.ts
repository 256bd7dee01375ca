import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything a screen needs is built into `dist` and served by our own server; nothing is fetched from elsewhere. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    manifest: true,
    sourcemap: false,
    target: 'es2023',
    // No assets as data: addresses: the Content-Security-Policy of all pages but the canvas refuses those.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      // The server takes changes from its own origin only: both hosts stay what the browser sees.
      '/api': { target: 'http://127.0.0.1:8787', changeOrigin: false },
      '/sync': { target: 'http://127.0.0.1:8787', ws: true, changeOrigin: false },
    },
  },
});
