import { expect, test } from 'vitest';
import { lintPlanted, lintProject } from './lint-scratch.ts';
import { read, readManifest, root, roomsOnDisk, sourceFiles } from './project.ts';
import { doors, packages, rooms, testTools } from './rooms.ts';
import type { Package } from './rooms.ts';

const order: Package[] = ['shared', 'server', 'client'];
const fileRooms = new Set(['server/main', 'server/app', 'server/settings', 'client/main']);
const end = (own: string, room: string) => (fileRooms.has(`${own}/${room}`) ? `${room}.ts` : `${room}/x.ts`);

type Line = { readonly from: string; readonly refused: boolean; readonly kind?: 'type' };
type Planted = readonly [file: string, lines: readonly Line[]];

/** Plants one file per place with one import per line, and says which lines the linter must refuse. */
function plant(lines: Readonly<Record<string, readonly Line[]>>) {
  const entries = Object.entries(lines);
  const files = entries.map(([file, imports]) => [
    file,
    imports.map(({ from, kind }, line) => `import ${kind ?? ''} { a${line} } from '${from}';`).join('\n'),
  ]);
  const refused = entries.flatMap(([file, imports]) =>
    imports.flatMap((line, index) => (line.refused ? [`${file}:${index + 1}`] : [])),
  );
  return { files: Object.fromEntries(files) as Record<string, string>, refused };
}

async function expectExactly(planted: ReturnType<typeof plant>): Promise<void> {
  const found = await lintPlanted(planted.files);
  expect(planted.refused.length).toBeGreaterThan(0);
  expect([...new Set(found.places('no-restricted-imports'))].sort()).toEqual([...planted.refused].sort());
}

test('W1 what decision 0001 forbids between packages and rooms makes the linter red, and what it allows does not', async () => {
  await expectExactly(
    plant({
      'server/src/storage/a.ts': [
        { from: '../rooms/room.ts', refused: true },
        { from: '../routes/boards.ts', refused: true },
      ],
      'server/src/rooms/a.ts': [
        { from: '../routes/boards.ts', refused: true },
        { from: '../app.ts', refused: true },
        { from: '../exports/pdf.ts', refused: true },
        { from: '../storage/storage.ts', refused: false },
        { from: '@samenbord/client/document/connect.ts', refused: true },
        { from: '@samenbord/shared/board/things.ts', refused: false },
        { from: '../../../shared/src/board/things.ts', refused: true },
      ],
      'server/src/exports/pdf/a.ts': [{ from: '../../rooms/room.ts', refused: true }],
      'server/src/app.ts': [
        { from: './main.ts', refused: true },
        { from: './routes/boards.ts', refused: false },
      ],
      'client/src/canvas/a.ts': [
        { from: '../lists/phone.tsx', refused: true },
        { from: '../pages/board.tsx', refused: true },
        { from: '../document/connect.ts', refused: false },
        { from: '@samenbord/server/rooms/room.ts', refused: true },
      ],
      'client/src/lists/a.tsx': [
        { from: '../canvas/bridge.ts', refused: true },
        { from: '../parts/button.tsx', refused: false },
      ],
      'client/src/document/a.ts': [
        { from: '../canvas/bridge.ts', refused: true },
        { from: '../parts/saved.tsx', refused: true },
      ],
      'client/src/parts/a.tsx': [
        { from: '../document/connect.ts', refused: false },
        { from: '../pages/start.tsx', refused: true },
      ],
      'shared/src/board/a.ts': [
        { from: '../document/read.ts', refused: true },
        { from: '@samenbord/server/app.ts', refused: true },
      ],
      'shared/src/genogram/a.ts': [
        { from: '../tijdlijn/order.ts', refused: true },
        { from: '../board/things.ts', refused: false },
      ],
      'shared/src/words/a.ts': [
        { from: '../board/things.ts', refused: true },
        { from: '../board/things.ts', refused: false, kind: 'type' },
        { from: '../document/read.ts', refused: true, kind: 'type' },
      ],
      'shared/src/wire/a.test.ts': [{ from: '@samenbord/tests/support/server.ts', refused: true }],
    }),
  );
});

test('W1 every pair of rooms in the table is held to it, at any depth', async () => {
  const planted = order.flatMap((own) =>
    Object.entries(rooms[own]).flatMap(([room, { may, typesOf = [] }]): Planted[] => {
      const others = Object.keys(rooms[own]).filter((other) => other !== room);
      const lines = (step: string) =>
        others.map((other) => ({ from: step + end(own, other), refused: !may.includes(other) }));
      const types = typesOf.map((other) => ({ from: `../${end(own, other)}`, refused: false, kind: 'type' as const }));
      const start = `${own}/src/${room}`;
      if (fileRooms.has(`${own}/${room}`)) return [[`${start}.ts`, lines('./')]];
      return [
        [`${start}/planted.ts`, [...lines('../'), ...types]],
        [`${start}/deep/planted.test.ts`, lines('../../')],
      ];
    }),
  );
  await expectExactly(plant(Object.fromEntries(planted)));
});

test('W2 every third party is refused outside its door, however it is imported', async () => {
  const places = order.flatMap((own) => Object.keys(rooms[own]).map((room) => `${own}/${room}`));
  const deeper = Object.values(doors)
    .flat()
    .filter((door) => door.split('/').length > 2);
  const isOpen = (place: string, open: readonly string[]) => open.some((door) => `${place}/`.startsWith(`${door}/`));
  const names = [...Object.keys(doors), ...testTools];
  const lines = [...places, ...new Set(deeper)].map((place) => {
    const [own = '', ...rest] = place.split('/');
    const file = fileRooms.has(place) ? `${own}/src/${rest.join('/')}.ts` : `${own}/src/${rest.join('/')}/planted.ts`;
    return [file, names.map((name) => ({ from: name, refused: !isOpen(place, doors[name] ?? []) }))] as const;
  });
  await expectExactly(plant(Object.fromEntries(lines)));
  const found = await lintPlanted({
    'client/src/lists/a.ts': "export const a = await import('@tldraw/tldraw');",
    'client/src/lists/b.ts': "export { Editor } from 'tldraw';",
    'client/src/pages/c.ts': "import '@tldraw/tldraw/tldraw.css';",
    'shared/src/board/d.ts': "import { readFileSync } from 'node:fs';",
  });
  expect(new Set(found.places('no-restricted-imports')).size).toBe(4);
});

test('W2 every dependency of the product has a place in the table of doors, and every door a dependency', () => {
  const listed = order.flatMap((own) => Object.keys(readManifest(`${root}/${own}/package.json`).dependencies ?? {}));
  const thirdParties = listed.filter((name) => !name.startsWith('@samenbord/'));
  const withDoor = Object.keys(doors).filter((name) => !name.startsWith('node:'));
  expect(withDoor.sort()).toEqual([...new Set(thirdParties)].sort());
});

test('W3 the linter reads every source of the project and finds no forbidden import', async () => {
  const found = await lintProject();
  expect(found.files).toBeGreaterThanOrEqual(sourceFiles().length);
  expect(sourceFiles().length).toBeGreaterThan(20);
  expect(found.places('no-restricted-imports')).toEqual([]);
});

test('W3 the other habits of the linter are awake: a lost promise, any, a forgotten case, a clock in shared, a focused test', async () => {
  const found = await lintPlanted({
    'server/src/rooms/a.ts': [
      'async function later(): Promise<void> {}',
      'export function start(kind: "a" | "b", x: any): number {',
      '  later();',
      '  switch (kind) { case "a": return x!; }',
      '  return 0;',
      '}',
    ].join('\n'),
    'shared/src/board/a.ts': 'export const now = () => Date.now() + Math.random();',
    'server/src/rooms/a.test.ts':
      "import { test } from 'vitest';\ntest.only('x', () => undefined);\ntest.skip('y', () => undefined);",
    'shared/src/board/long.ts': 'export {};\n'.repeat(301),
  });
  expect(found.places('no-floating-promises')).toEqual(['server/src/rooms/a.ts:3']);
  expect(found.places('no-explicit-any')).toEqual(['server/src/rooms/a.ts:2']);
  expect(found.places('no-non-null-assertion')).toEqual(['server/src/rooms/a.ts:4']);
  expect(found.places('switch-exhaustiveness-check')).toEqual(['server/src/rooms/a.ts:4']);
  expect(found.places('no-restricted-properties')).toHaveLength(2);
  expect(found.places('no-focused-tests')).toHaveLength(1);
  expect(found.places('no-disabled-tests')).toHaveLength(1);
  expect(found.places('max-lines')).toHaveLength(1);
});

test('W10 shared has no clock: nowhere a date without an argument', () => {
  const sources = sourceFiles().filter((file) => file.startsWith('shared/src/') && !file.includes('.test.'));
  expect(sources.length).toBeGreaterThan(0);
  const clocks = sources.filter((file) => /new Date\(\s*\)|\bDate\(\s*\)/.test(read(file)));
  expect(clocks).toEqual([]);
});

test('W5 every room of the product stands in the table of directions', () => {
  for (const own of order) {
    const { folders, files } = roomsOnDisk(`${own}/src`);
    const found = [...folders, ...files.map((file) => file.replace(/\.tsx?$/, ''))].filter(
      (room) => !room.endsWith('.d'),
    );
    expect(Object.keys(rooms[own])).toEqual(expect.arrayContaining(found));
    expect(packages[own].every((other) => other === 'shared')).toBe(true);
  }
});
