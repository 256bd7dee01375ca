import { readPlaceKey } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { definitionOf, isThingType, textFields } from '../board/things.ts';
import type { Thing } from '../board/things.ts';
import type { BoardFile } from '../wire/http.ts';
import { renamed, withoutWhatDangles } from './file-things.ts';
import type { FileThing } from './file-things.ts';

/**
 * Takes a board, gives what an export holds: what lies on the table, without who typed it. A reference to a card that was taken off is left out;
 * a card that cannot be without it too, so that every export can be imported again. What does not go along is counted in `weggelaten`.
 */
export function toBoardFile(titel: string, board: Board): BoardFile {
  const onTable = [...board.things.values()].filter(({ weg }) => !weg);
  const things = withoutWhatDangles(onTable.map(fileThingOf));
  const there = new Set(things.map(({ id }) => id));
  const places = [...board.places].flatMap(([key, at]) => {
    const read = readPlaceKey(key);
    return read !== undefined && there.has(read.id) ? [{ ...read, at }] : [];
  });
  const ink = [...board.ink].map(([id, { by: _by, ...stroke }]) => ({ id, stroke }));
  const weggelaten = {
    onbekend: board.unknown.length,
    onvolledig: onTable.length - things.length,
    bevestigd: onTable.filter(({ id, bevestigd }) => bevestigd !== undefined && there.has(id)).length,
    zonderNaam: onTable.filter((thing) => isUnnamed(thing) && there.has(thing.id)).length,
  };
  const versies = Object.fromEntries(
    things.flatMap(({ type }) => (isThingType(type) ? [[type, definitionOf(type).version]] : [])),
  );
  return { soort: 'samenbord-bord', versie: 1, titel, versies, weggelaten, things, places, ink };
}

/** Words of whoever typed them: in a file nobody typed anything, so whoever brings them in again is the one who did. */
function isUnnamed({ type, vanWie }: Thing): boolean {
  const { fields, main } = definitionOf(type);
  return vanWie === undefined && fields[main]?.class === 'woorden';
}

function fileThingOf(thing: Thing): FileThing {
  const all: Readonly<Record<string, unknown>> = thing;
  const names = Object.keys(definitionOf(thing.type).fields);
  const texts = textFields(thing.type);
  const values = names
    .filter((name) => !texts.includes(name) && all[name] !== undefined)
    .map((name) => [name, all[name]]);
  return {
    id: thing.id,
    type: thing.type,
    ...(thing.vanWie !== undefined && { vanWie: thing.vanWie }),
    values: Object.fromEntries(values) as FileThing['values'],
    texts: Object.fromEntries(texts.map((name) => [name, textOf(all[name])])),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The ids of a file that are taken on a board, also by what was taken off the table. */
export function clashes({ things, ink }: Pick<BoardFile, 'things' | 'ink'>, board: Board): string[] {
  const taken = new Set([...board.things.keys(), ...board.unknown.map(({ id }) => id), ...board.ink.keys()]);
  return [...things, ...ink].map(({ id }) => id).filter((id) => taken.has(id));
}

/** The same file, to be put beside what is there: what would clash gets an id of its own, everywhere it is pointed at. */
export function besideWhatIsThere(file: BoardFile, board: Board, newId: () => string): BoardFile {
  const ids = new Map(clashes(file, board).map((id) => [id, newId()]));
  if (ids.size === 0) return file;
  const now = (id: string): string => ids.get(id) ?? id;
  return {
    ...file,
    things: renamed(file.things, ids),
    places: file.places.map((one) => ({ ...one, id: now(one.id) })),
    ink: file.ink.map((one) => ({ ...one, id: now(one.id) })),
  };
}
