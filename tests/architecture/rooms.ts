/**
 * Who may import whom. One table for the linter (`oxlint.config.ts`) and for the tests that prove the linter sees it.
 * A room is a first-level folder of a package's `src`, or a file that stands there alone (`main`, `app`, `settings`).
 * Decision 0001 says why.
 */
export type Package = 'shared' | 'server' | 'client';

/** For each room the rooms of its own package that it may import, and those of which it may import types only. */
export type Room = { readonly may: readonly string[]; readonly typesOf?: readonly string[] };

const kernel: Room = { may: ['board', 'picture', 'words'] };
const besideEachOther: Room = { may: ['storage', 'audit', 'settings', 'limits'] };

export const rooms: Readonly<Record<Package, Readonly<Record<string, Room>>>> = {
  shared: {
    words: { may: [], typesOf: ['board', 'access', 'wire', 'exchange'] },
    board: { may: ['words'] },
    access: { may: ['board', 'words'] },
    meeting: { may: ['access', 'board', 'words'] },
    picture: { may: ['board', 'words'] },
    genogram: kernel,
    // The same people with the same symbols as in the genogram.
    sociogram: { may: [...kernel.may, 'genogram'] },
    // Births, unions, separations and deaths come from the genogram by themselves.
    tijdlijn: { may: [...kernel.may, 'genogram'] },
    'caf-driehoek': kernel,
    gezinspatroon: kernel,
    'picture-of': { may: ['board', 'picture', 'genogram', 'sociogram', 'tijdlijn', 'caf-driehoek', 'gezinspatroon'] },
    'verklarende-analyse': {
      may: [
        'board',
        'access',
        'picture',
        'picture-of',
        'genogram',
        'sociogram',
        'tijdlijn',
        'caf-driehoek',
        'gezinspatroon',
        'words',
      ],
    },
    document: { may: ['board', 'access', 'words'] },
    // Reads and writes files; what a file of our own looks like is a contract of the wire.
    exchange: { may: ['board', 'words'], typesOf: ['wire'] },
    wire: { may: ['board', 'access', 'meeting', 'words'], typesOf: ['verklarende-analyse'] },
  },
  server: {
    main: {
      may: [
        'app',
        'routes',
        'rooms',
        'meetings',
        'sign-in',
        'storage',
        'analyses',
        'exports',
        'audit',
        'demo',
        'settings',
      ],
    },
    app: { may: ['routes', 'rooms', 'sign-in', 'storage', 'analyses', 'exports', 'audit', 'settings', 'limits'] },
    routes: { may: ['rooms', 'meetings', 'sign-in', 'storage', 'analyses', 'exports', 'audit', 'settings', 'limits'] },
    demo: { may: ['rooms', 'meetings', 'sign-in', 'storage', 'analyses', 'audit', 'settings'] },
    rooms: besideEachOther,
    meetings: { may: ['sign-in', 'storage'] },
    'sign-in': besideEachOther,
    analyses: besideEachOther,
    exports: besideEachOther,
    audit: { may: ['storage', 'settings'] },
    storage: { may: ['settings'] },
    settings: { may: ['limits'] },
    limits: { may: [] },
  },
  client: {
    main: { may: ['pages', 'parts', 'document'] },
    pages: { may: ['canvas', 'lists', 'steps', 'document', 'parts'] },
    canvas: { may: ['document', 'parts'] },
    lists: { may: ['document', 'parts'] },
    steps: { may: ['document', 'parts'] },
    document: { may: [] },
    parts: { may: ['document'] },
  },
};

/** Which packages of the project a package may import besides itself: tests -> client -> shared <- server <- tests. */
export const packages: Readonly<Record<Package, readonly Package[]>> = {
  shared: [],
  server: ['shared'],
  client: ['shared'],
};

/**
 * One door per third party: the places that may import it, as `package/room` or as a path below `src`.
 * Test files may use whatever their package depends on. What is not in this table may not be imported at all.
 */
export const doors: Readonly<Record<string, readonly string[]>> = {
  zod: ['shared', 'server/routes', 'server/app', 'server/settings'],
  yjs: ['shared/document', 'client/document', 'client/canvas/bridge', 'server/rooms'],
  'y-websocket': ['client/document'],
  lib0: ['shared/document', 'client/document', 'server/rooms'],
  '@tldraw/tldraw': ['client/canvas'],
  react: ['client'],
  'react-dom': ['client/main', 'client/parts', 'client/canvas'],
  'react-aria-components': ['client/parts'],
  'lucide-react': ['client/parts'],
  '@fontsource/atkinson-hyperlegible-next': ['client/main', 'client/parts', 'client/pages'],
  ws: ['server/rooms', 'server/app', 'server/main'],
  hono: ['server/routes', 'server/app', 'server/main', 'server/sign-in'],
  '@hono/node-server': ['server/app', 'server/main', 'server/routes'],
  '@hono/zod-openapi': ['server/routes', 'server/app'],
  kysely: ['server/storage'],
  'node:sqlite': ['server/storage'],
  '@myriaddreamin/typst-ts-node-compiler': ['server/exports'],
  '@expo-google-fonts/atkinson-hyperlegible-next': ['server/exports'],
  '@expo-google-fonts/noto-emoji': ['server/exports'],
  '@expo-google-fonts/noto-sans': ['server/exports'],
  '@expo-google-fonts/noto-sans-arabic': ['server/exports'],
  '@expo-google-fonts/noto-sans-math': ['server/exports'],
  canonicalize: ['server/analyses', 'server/exports', 'server/rooms', 'server/storage'],
  pino: ['server/main', 'server/app', 'server/audit'],
  'prom-client': ['server/app', 'server/routes', 'server/main'],
  uqr: ['client/parts', 'server/routes', 'server/main', 'server/demo'],
};

/** What only tests and tools import; in a source of the product it is refused. */
export const testTools: readonly string[] = [
  'vitest',
  'fast-check',
  'playwright-core',
  'axe-core',
  'vite',
  '@vitejs/plugin-react',
];
