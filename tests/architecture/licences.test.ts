import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifest, root } from './project.ts';

/**
 * Licences under which a library or a font may be part of a work that is itself under EUPL-1.2: the permissive ones, and those
 * whose duties stay with their own files (MPL) or with the font itself (OFL).
 */
const goesWithEupl = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'EUPL-1.2',
]);

/** The one exception (decision 0007): free to use with its watermark, but not open source. publiccode.yml and README say so. */
const isTldraw = (name: string) => name === 'tldraw' || name.startsWith('@tldraw/');

type Found = { readonly name: string; readonly licence: string };

/** A package as Node would find it from a folder: in the nearest `node_modules` above. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const here = join(folder, 'node_modules', name);
    if (existsSync(join(here, 'package.json'))) return realpathSync(here);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Every package that the product runs on: the dependencies of the three packages, and theirs. */
function productionPackages(): Found[] {
  const found = new Map<string, Found>();
  const visit = (folder: string): void => {
    if (found.has(folder)) return;
    const manifest = readManifest(join(folder, 'package.json'));
    found.set(folder, { name: manifest.name ?? folder, licence: manifest.license ?? 'none' });
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      const below = find(name, folder);
      if (below) visit(below);
    }
  };
  for (const name of ['shared', 'server', 'client']) visit(join(root, name));
  return [...found.values()];
}

/** `A OR B` is fine when one of them is; `A AND B` when both are. */
function isAllowed(licence: string): boolean {
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => goesWithEupl.has(one.trim())));
}

test('W8 every package that the product runs on goes with the EUPL-1.2, tldraw excepted', () => {
  const packages = productionPackages();
  expect(packages.length).toBeGreaterThan(50);
  expect(packages.filter(({ name, licence }) => !isTldraw(name) && !isAllowed(licence))).toEqual([]);
  expect(packages.filter(({ name }) => isTldraw(name)).length).toBeGreaterThan(0);
});

test('W8 an unknown or closed licence is refused', () => {
  expect(
    ['UNLICENSED', 'none', 'SEE LICENSE IN LICENSE.md', 'GPL-3.0-only', 'MIT AND SSPL-1.0'].filter(isAllowed),
  ).toEqual([]);
  expect(isAllowed('(MIT OR GPL-3.0-only)')).toBe(true);
});
