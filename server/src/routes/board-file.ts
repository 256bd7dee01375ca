import { createHash } from 'node:crypto';
import { ink as inkSchema, placeKey } from '@samenbord/shared/board/board.ts';
import type { Board, Ink } from '@samenbord/shared/board/board.ts';
import { definitionOf, isText, isThingType, isValue, references } from '@samenbord/shared/board/things.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { standsIn } from '@samenbord/shared/access/standing.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { migrate } from '@samenbord/shared/document/read.ts';
import { pointersAt, pointsAt, withoutGone } from '@samenbord/shared/exchange/file-things.ts';
import type { FileThing } from '@samenbord/shared/exchange/file-things.ts';
import { canonicalJson } from '@samenbord/shared/verklarende-analyse/canonical.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { Refusal } from '../sign-in/refusal.ts';

/** SHA-256 over what lies in a file: shows that it is as it was when it was taken out. */
export const hashOfFile = ({ things, places, ink }: Pick<BoardFile, 'things' | 'places' | 'ink'>): string =>
  createHash('sha256').update(canonicalJson({ things, places, ink }), 'utf8').digest('hex');

/**
 * Takes a file that somebody brings, gives it as it would be written today. Refuses one that was changed since it was taken out (`import-beschadigd`) and one of
 * a newer Samenbord (`import-nieuwer`).
 */
export function asOfToday(file: BoardFile): BoardFile {
  if (file.hash !== undefined && file.hash !== hashOfFile(file)) throw new Refusal('import-beschadigd');
  const { versies = {} } = file;
  const things = file.things.map((thing) => {
    const { type, values } = thing;
    if (!isThingType(type) || !Object.hasOwn(versies, type)) return thing;
    const from = versies[type] ?? 1;
    if (from > definitionOf(type).version) throw new Refusal('import-nieuwer');
    return { ...thing, values: migrate(type, from, values) };
  });
  return { ...file, things };
}

/**
 * A file of before may hold what stands among professionals only: that is taken out of what goes on the table, with what pointed at it, and given apart.
 */
export function apartFromTable(file: BoardFile): { readonly table: BoardFile; readonly team: readonly FileThing[] } {
  const isForTeam = ({ type }: FileThing): boolean => isThingType(type) && !standsIn(type, { kind: 'gedeeld' });
  const team = file.things.filter(isForTeam);
  if (team.length === 0) return { table: file, team };
  const away = new Set(team.map(({ id }) => id));
  const things = file.things.filter((thing) => !isForTeam(thing));
  const places = file.places.filter(({ id }) => !away.has(id));
  return { table: { ...file, things: withoutGone(things, (id) => !away.has(id)), places }, team };
}

/** What of a file goes to the team, in ids of its own; it points at the table as it will be with the rest of the file. Refuses what does not fit, as below. */
export function toTeam(
  { table, team }: ReturnType<typeof apartFromTable>,
  board: Board,
  actor: Actor,
  newId: () => string,
): Intent[] {
  const types = new Map(
    [...board.things.values(), ...table.things].map(({ id, type }): [string, string] => [id, type]),
  );
  return team.map((thing) => ({ kind: 'create', thing: newThing({ ...thing, id: newId() }, types, actor) }));
}

/**
 * Takes a file and the board it goes onto, gives what is to be done, all on the name of `actor`. Refuses (`import-klopt-niet`) whatever does not fit the
 * schema of a thing or points at nothing, and (`staat-er-al`) an id that is taken.
 */
export function fromBoardFile(file: BoardFile, board: Board, actor: Actor): Intent[] {
  const types = new Map<string, string>([...board.things].map(([id, { type }]) => [id, type]));
  for (const { id, type } of file.things) {
    if (types.has(id) || board.unknown.some((one) => one.id === id)) throw new Refusal('staat-er-al');
    types.set(id, type);
  }
  const things = inOrder(file.things, (thing) => newThing(thing, types, actor));
  const places = file.places.map((one): Intent => {
    if (!types.has(one.id) || board.places.has(placeKey(one.view, one.id))) throw new Refusal('import-klopt-niet');
    return { kind: 'place', ...one };
  });
  const ink = file.ink.map(({ id, stroke }): Intent => {
    if (board.ink.has(id)) throw new Refusal('staat-er-al');
    return { kind: 'ink', id, ink: strokeOf(stroke, actor) };
  });
  return [...things.map((thing): Intent => ({ kind: 'create', thing })), ...places, ...ink];
}

function newThing(thing: FileThing, types: ReadonlyMap<string, string>, actor: Actor): NewThing {
  const { id, type, vanWie, values, texts } = thing;
  if (!isThingType(type)) throw new Refusal('import-klopt-niet');
  const definition = definitionOf(type);
  if (definition.makers === 'professionals' && !isProfessional(actor.rol)) throw new Refusal('import-klopt-niet');
  const wellMade =
    Object.entries(values).every(
      ([name, value]) => Object.hasOwn(definition.fields, name) && isValue(type, name, value),
    ) &&
    Object.entries(texts).every(([name, text]) => isText(type, name, text)) &&
    definition.required.every((name) => Object.hasOwn(values, name) || Object.hasOwn(texts, name));
  const pointed = [...Object.entries(values), ['vanWie', vanWie] as const].flatMap(([name, value]) =>
    references(type, name, value),
  );
  const wellPointed = pointed.every(
    (one) => one.types.some((allowed) => allowed === '*' || allowed === types.get(one.id)) && types.has(one.id),
  );
  if (!wellMade || !wellPointed) throw new Refusal('import-klopt-niet');
  return { id, type, by: actor.id, vanWie, values, texts };
}

/** What others point at comes first. Of a circle nothing can: such cards come last, and are judged with what they point at. */
function inOrder(things: readonly FileThing[], made: (thing: FileThing) => NewThing): NewThing[] {
  const fresh = new Map(things.map((thing) => [thing.id, thing]));
  const pointers = pointersAt(things);
  const waits = new Map(things.map((thing) => [thing.id, pointsAt(thing).filter((id) => fresh.has(id)).length]));
  const ordered = things.filter(({ id }) => waits.get(id) === 0);
  // Grows while it is walked: a card comes after the last that it points at.
  for (const { id } of ordered) {
    for (const pointer of pointers.get(id) ?? []) {
      const left = (waits.get(pointer) ?? 0) - 1;
      waits.set(pointer, left);
      const ready = left === 0 ? fresh.get(pointer) : undefined;
      if (ready !== undefined) ordered.push(ready);
    }
  }
  const placed = new Set(ordered.map(({ id }) => id));
  return [...ordered, ...things.filter(({ id }) => !placed.has(id))].map(made);
}

function strokeOf(stroke: BoardFile['ink'][number]['stroke'], actor: Actor): Ink {
  const read = inkSchema.safeParse({ ...stroke, by: actor.id });
  if (!read.success) throw new Refusal('import-klopt-niet');
  return read.data;
}
