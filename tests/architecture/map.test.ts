import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, readManifest, root, roomsOnDisk } from './project.ts';

/** The map is the table under `## The map`: each row begins with a path between backticks, a folder ending in a slash. */
function pathsOfMap(): string[] {
  const section =
    read('README.md')
      .split(/^## /m)
      .find((part) => part.startsWith('The map')) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((found) => found[1] ?? '');
}

test('W4 every path on the map exists', () => {
  const paths = pathsOfMap();
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('W4 every file that README links to exists', () => {
  const links = [...read('README.md').matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map((found) => found[1] ?? '');
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('W5 every room is on the map', () => {
  const paths = new Set(pathsOfMap());
  const missing = ['shared/src', 'server/src', 'client/src', 'tests'].flatMap((place) =>
    roomsOnDisk(place)
      .folders.map((room) => `${place}/${room}/`)
      .filter((room) => !paths.has(room)),
  );
  expect(missing).toEqual([]);
});

test('W15 every dependency stands in README with a reason', () => {
  const section =
    read('README.md')
      .split(/^## /m)
      .find((part) => part.startsWith('What it stands on')) ?? '';
  const cells = [...section.matchAll(/^\| (`[^|]+) \| \S/gm)].map((found) => found[1] ?? '');
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? ''));
  const manifests = ['.', 'shared', 'server', 'client', 'tests'].map((name) =>
    readManifest(join(root, name, 'package.json')),
  );
  const used = manifests.flatMap((manifest) => Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
  const thirdParties = new Set(used.filter((name) => !name.startsWith('@samenbord/')));
  expect([...new Set(named)].sort()).toEqual([...thirdParties].sort());
});
