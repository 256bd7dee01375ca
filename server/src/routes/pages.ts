import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Refusal } from '../sign-in/refusal.ts';
import { canvasRules, pageRules } from './headers.ts';

/** The pages of the client. Any other path is not found: the client has no page for it. */
const pages = /^\/(?:kom-binnen|wachtkamer|nieuw|mijn|bord\/[a-z0-9-]{1,40}(?:\/[a-z0-9/-]{0,200})?)?\/?$/;
const canvasPage = /^\/bord\//;

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};
const worthPacking = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
const pack = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

/**
 * Serves the built client. Takes the path of a GET with its headers, gives the file or the page; a person in a browser who asks for a page that is not
 * there gets the page that says so, anything else gets nothing.
 */
export type Pages = (path: string, headers: Headers) => Promise<Response | undefined>;

/**
 * Knows the files of `folder` by name from the start, so that no path can lead out of it. Names with a hash are kept for ever by browsers, the rest never.
 */
export async function createPages(folder: string): Promise<Pages> {
  const files = await listFiles(folder);
  const packed = new Map<string, Promise<Buffer>>();

  const read = async (name: string, coding: 'br' | 'gzip' | undefined): Promise<Buffer> => {
    const load = async () => {
      const bytes = await readFile(join(folder, name));
      return coding === undefined ? bytes : pack[coding](bytes);
    };
    // A page that was built again while we run (`pnpm dev`) must not be served from memory.
    if (coding === undefined || !isHashed(name)) return load();
    const key = `${coding}:${name}`;
    const known = packed.get(key) ?? load();
    packed.set(key, known);
    known.catch(() => packed.delete(key));
    return known;
  };

  const give = async (path: string, acceptEncoding: string): Promise<Response | undefined> => {
    const isPage = pages.test(path);
    const name = isPage ? 'index.html' : path.slice(1);
    const known = files.has(name) || (isPage && (await exists(join(folder, name))));
    if (!known) {
      if (isPage) throw new Refusal('scherm-ontbreekt');
      return undefined;
    }
    const kind = kinds[extname(name)] ?? 'application/octet-stream';
    const coding = worthPacking.test(kind) ? codingOf(acceptEncoding) : undefined;
    const headers = new Headers({ 'Content-Type': kind, Vary: 'Accept-Encoding' });
    if (coding !== undefined) headers.set('Content-Encoding', coding);
    if (isHashed(name)) headers.set('Cache-Control', 'public, max-age=31536000, immutable');
    if (name.endsWith('.html')) headers.set('Content-Security-Policy', canvasPage.test(path) ? canvasRules : pageRules);
    return new Response(new Uint8Array(await read(name, coding)), { headers });
  };

  return async (path, headers) => {
    const coding = headers.get('accept-encoding') ?? '';
    const found = await give(path, coding);
    if (found !== undefined || path.startsWith('/api/') || !(headers.get('accept') ?? '').includes('text/html'))
      return found;
    const start = await give('/', coding);
    return start === undefined ? undefined : new Response(start.body, { status: 404, headers: start.headers });
  };
}

const isHashed = (name: string): boolean => name.startsWith('assets/');

function codingOf(accepted: string): 'br' | 'gzip' | undefined {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  if (!(await exists(folder))) return new Set();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Set(
    names.map((name) =>
      name
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    ),
  );
}
