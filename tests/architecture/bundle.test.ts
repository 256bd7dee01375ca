import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClientBuilt } from '@samenbord/server/start/client-build.mjs';
import { beforeAll, expect, test } from 'vitest';
import { compressedSize, dist, loadedByPhone, loadedWith, readBuilt } from './built-client.ts';
import type { Chunk, Manifest } from './built-client.ts';

/** All pages of a phone together, those of the casusregisseur and the reading of family files (24 kB) included: nobody loads them all at once. */
const mostForPhone = 420_000;

/** These words stand in tldraw's own code and survive minification: its version mark, and the class of its outer element. */
const holdsTldraw = (chunk: Chunk): boolean => {
  if (!chunk.file.endsWith('.js')) return false;
  const code = readFileSync(join(dist, chunk.file), 'utf8');
  return code.includes('@tldraw/editor') || code.includes('tl-container');
};

const filesOf = (manifest: Manifest, names: Iterable<string>) =>
  [...new Set([...names].flatMap((name) => manifest[name]?.file ?? []))].filter((file) => file.endsWith('.js'));

beforeAll(ensureClientBuilt);

test('W7 nothing that the entry loads at once holds tldraw, while the canvas does', () => {
  const { manifest } = readBuilt();
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const atOnce = [...loadedWith(manifest, entries)].flatMap((name) => manifest[name] ?? []);
  expect(entries.length).toBeGreaterThan(0);
  expect(atOnce.filter(holdsTldraw).map((chunk) => chunk.file)).toEqual([]);
  expect(Object.values(manifest).filter(holdsTldraw).length).toBeGreaterThan(0);
});

test(`W7 all pages of a phone together stay within ${mostForPhone / 1000} kB compressed`, () => {
  const { manifest } = readBuilt();
  const files = filesOf(manifest, loadedByPhone(manifest, holdsTldraw));
  const size = compressedSize(files);
  console.log(`a phone loads ${files.length} scripts, ${(size / 1000).toFixed(0)} kB compressed`);
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(mostForPhone);
});

/**
 * Where an address is fetched from as it stands. An address elsewhere in a script is no request: tldraw carries those of its own
 * asset server as defaults, which we replace by ours, and libraries name their manuals in messages. Whether a browser really asks
 * nobody else is seen by the meeting tests, which log every request.
 */
const fetchedFrom: Readonly<Record<string, RegExp>> = {
  html: /<(?:script|link|img|iframe|source|base)\b[^>]*\b(?:src|srcset|href)\s*=\s*["']?(?:https?:)?\/\//gi,
  css: /(?:url\(\s*["']?|@import\s+["'])(?:https?:)?\/\//gi,
  js: /(?:\bimport\s*\(?|\bfetch\(|\bnew (?:Shared)?Worker\(|\.src\s*=)\s*["'`](?:https?:)?\/\//g,
};

const foreign = (kind: string, text: string): string[] => text.match(fetchedFrom[kind] ?? /$^/g) ?? [];

test('W14 no built screen fetches from another origin', () => {
  const { files } = readBuilt();
  const read = files.filter((file) => /\.(html|css|js)$/.test(file));
  expect(read.length).toBeGreaterThan(2);
  const found = read.flatMap((file) =>
    foreign(file.split('.').at(-1) ?? '', readFileSync(join(dist, file), 'utf8')).map((place) => `${file}: ${place}`),
  );
  expect(found).toEqual([]);
});

test('W14 a foreign address is seen in a page, a style and a script', () => {
  expect(foreign('html', '<link rel=stylesheet href="//unpkg.com/x.css">')).toHaveLength(1);
  expect(foreign('css', '@font-face{src:url(https://cdn.example/a.woff2)}')).toHaveLength(1);
  expect(foreign('js', 'x.src="https://cdn.example/a.png";import("https://cdn.example/b.js")')).toHaveLength(2);
  expect(foreign('js', 'throw Error("see https://react.dev/errors/1")')).toEqual([]);
});
