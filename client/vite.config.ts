import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Texts of React Aria in a language that no screen has. */
const otherLanguage = /\/react-(?:aria|stately)\/dist\/private\/intl\/[a-z]+\/(?!nl-NL|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;

/** Leaves those out: a phone should not load thirty languages. `parts/Dutch.tsx` says which one is spoken. */
const onlyDutch = {
  name: 'only-dutch',
  enforce: 'pre' as const,
  load: (id: string) => (otherLanguage.test(id) ? 'export default undefined;' : undefined),
};

// What is built is what people get, also when a test asks for it: never the development form of React.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

/** Everything a screen needs is built into `dist` and served by our own server; nothing is fetched from elsewhere. */
export default defineConfig({
  plugins: [onlyDutch, react()],
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
