import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesIn, root } from './project.ts';

/** A line of Vite's manifest, as far as we read it. Imports name other lines; dynamic ones are loaded only when asked for. */
export type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
export type Manifest = Readonly<Record<string, Chunk>>;

export const dist = join(root, 'client', 'dist');

export function readBuilt(): { manifest: Manifest; files: string[] } {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  return { manifest, files: filesIn(dist) };
}

/** All lines that a browser loads together with these: their imports, and theirs. */
export function loadedWith(manifest: Manifest, names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    manifest[name]?.imports?.forEach(visit);
  };
  names.forEach(visit);
  return seen;
}

/**
 * What a phone may come to load: all that the entry needs, and every page behind a dynamic import that does not need the canvas.
 * @param isCanvas whether a chunk holds tldraw
 */
export function loadedByPhone(manifest: Manifest, isCanvas: (chunk: Chunk) => boolean): Set<string> {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const phone = loadedWith(manifest, entries);
  for (const name of phone) {
    for (const page of manifest[name]?.dynamicImports ?? []) {
      const needed = loadedWith(manifest, [page]);
      const holdsCanvas = [...needed].some((other) => manifest[other] !== undefined && isCanvas(manifest[other]));
      // A Set grows while it is walked through: what a page loads in its turn is looked at as well.
      if (!holdsCanvas) needed.forEach((other) => phone.add(other));
    }
  }
  return phone;
}

/** Bytes after compression, as they go over the line. */
export function compressedSize(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).byteLength, 0);
}
