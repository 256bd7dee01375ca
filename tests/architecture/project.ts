import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const notSources = new Set(['node_modules', 'dist', 'data', '.git', 'fixtures']);

/** Every file in a folder, as paths from that folder with forward slashes; no packages, builds or data. */
export function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return notSources.has(entry.name) ? [] : filesIn(folder, path);
    return [path.split(sep).join('/')];
  });
}

/** The same for a folder of the project, as paths from the root of the project. */
export const filesBelow = (path: string): string[] => filesIn(root, path);

/** All TypeScript that people wrote: sources and tests. */
export function sourceFiles(): string[] {
  return ['shared', 'server', 'client', 'tests'].flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file));
}

/** The text of a file, given from the root of the project. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The first-level rooms of a package: folders and single files of its `src`, test files left out. */
export function roomsOnDisk(path: string): { folders: string[]; files: string[] } {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !notSources.has(entry.name));
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name));
  return { folders: folders.map((entry) => entry.name), files: files.map((entry) => entry.name) };
}

/** A package.json as far as these tests look into it. */
export type Manifest = {
  readonly name?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export function readManifest(file: string): Manifest {
  const value: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  return value;
}
