import { doors, packages, rooms, testTools } from './rooms.ts';
import type { Package, Room } from './rooms.ts';

type Pattern = { regex: string; message: string; allowTypeImports?: true };
type Override = {
  files: string[];
  rules: { 'eslint/no-restricted-imports': ['error', { patterns: Pattern[] }] };
};
type Place = { readonly package: Package; readonly room: string; readonly path: string; readonly tests: boolean };

const anyOf = (names: readonly string[]): string => `(${names.map(escape).join('|')})`;

function escape(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** What a place may not import from another package of the project, and never by a path that leaves its own. */
function packagePatterns(own: Package): Pattern[] {
  const all = ['shared', 'server', 'client', 'tests'];
  const closed = all.filter((name) => !packages[own].some((open) => open === name));
  return [
    {
      regex: `^@samenbord/${anyOf(closed)}(/|$)`,
      message: `${own} may import: ${packages[own].join(', ') || 'nobody'}.`,
    },
    { regex: String.raw`^(\.\./)+(shared|server|client|tests)/`, message: 'Another package is imported by its name.' },
  ];
}

/** The rooms of the own package that are closed for this room. `step` is how a path gets from this file to the rooms. */
function roomPatterns(own: Package, name: string, step: string): Pattern[] {
  const room: Room = rooms[own][name] ?? { may: [] };
  const others = Object.keys(rooms[own]).filter((other) => other !== name && !room.may.includes(other));
  const typesOnly = others.filter((other) => room.typesOf?.includes(other));
  const closed = others.filter((other) => !typesOnly.includes(other));
  const message = `${own}/${name} may import: ${room.may.join(', ') || 'no other room'} (decision 0001).`;
  const end = String.raw`(/|\.tsx?$)`;
  return [
    ...(closed.length > 0 ? [{ regex: `^${step}${anyOf(closed)}${end}`, message }] : []),
    ...(typesOnly.length > 0
      ? [
          {
            regex: `^${step}${anyOf(typesOnly)}${end}`,
            message: `Types only. ${message}`,
            allowTypeImports: true as const,
          },
        ]
      : []),
  ];
}

/** Third parties whose door is elsewhere. A test file may use all that its package depends on. */
function doorPatterns(place: Place): Pattern[] {
  if (place.tests) return [];
  const here = `${place.package}/${place.path}`;
  const isOpen = (open: readonly string[]) => open.some((door) => here === door || here.startsWith(`${door}/`));
  const closed = Object.keys(doors).filter((name) => !isOpen(doors[name] ?? []));
  const canvas = isOpen(doors['@tldraw/tldraw'] ?? []) ? [] : ['tldraw', '@tldraw'];
  const node = place.package === 'server' ? [] : [{ regex: '^node:', message: `${place.package} does not know Node.` }];
  return [
    {
      regex: `^${anyOf([...closed, ...canvas, ...testTools])}(/|$)`,
      message: 'The door of this package is another room: see tests/architecture/rooms.ts.',
    },
    ...node,
  ];
}

function override(place: Place): Override {
  const folder = `${place.package}/src/${place.path}`;
  const suffixes = place.tests ? ['.test.{ts,tsx}'] : ['.{ts,tsx}'];
  const deep = folder.endsWith('bridge') ? [`${folder}*/**/*`, `${folder}*`] : [`${folder}/**/*`];
  const patterns = (step: string) => [
    ...packagePatterns(place.package),
    ...roomPatterns(place.package, place.room, step),
    ...doorPatterns(place),
  ];
  return {
    files: deep.flatMap((start) => suffixes.map((suffix) => start + suffix)),
    rules: { 'eslint/no-restricted-imports': ['error', { patterns: patterns(String.raw`(\.\./)+`) }] },
  };
}

/** The same for a room that is one file beside the others (`main.ts`): its way to them starts with `./`. */
function overrideOfFile(place: Place): Override {
  const file = `${place.package}/src/${place.path}`;
  const patterns = [
    ...packagePatterns(place.package),
    ...roomPatterns(place.package, place.room, String.raw`\./`),
    ...doorPatterns(place),
  ];
  return {
    files: place.tests ? [`${file}.test.{ts,tsx}`] : [`${file}.{ts,tsx}`],
    rules: { 'eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

/** Doors that lie deeper than a room, such as `client/canvas/bridge`. */
function deeperPlaces(own: Package, room: string): string[] {
  const start = `${own}/${room}/`;
  const found = Object.values(doors)
    .flat()
    .filter((door) => door.startsWith(start));
  return [...new Set(found)].map((door) => door.slice(own.length + 1));
}

/** Every import rule of the project, as overrides for the linter: sources first, then deeper doors, then test files. */
export function importOverrides(): Override[] {
  const order: Package[] = ['shared', 'server', 'client'];
  const places = order.flatMap((own) =>
    Object.keys(rooms[own]).flatMap((room) => {
      const source = { package: own, room, path: room, tests: false };
      const deeper = deeperPlaces(own, room).map((path) => ({ ...source, path }));
      return [source, ...deeper, { ...source, tests: true }];
    }),
  );
  return places.flatMap((place) => [override(place), overrideOfFile(place)]);
}
