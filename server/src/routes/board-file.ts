import { ink as inkSchema, placeKey, readPlaceKey } from '@samenbord/shared/board/board.ts';
import type { Board, Ink } from '@samenbord/shared/board/board.ts';
import { definitionOf, isText, isThingType, isValue, references, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { standsIn } from '@samenbord/shared/access/standing.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { BoardFile } from '@samenbord/shared/wire/http.ts';
import { Refusal } from '../sign-in/refusal.ts';

type FileThing = BoardFile['things'][number];

/**
 * Takes a board, gives what an export holds: what lies on the table, without who typed it. A reference to a card that was taken off is left out;
 * a card that cannot be without it too, so that every export can be imported again.
 */
export function toBoardFile(titel: string, board: Board): BoardFile {
  const things = withoutWhatDangles([...board.things.values()].filter(({ weg }) => !weg).map(fileThing));
  const there = new Set(things.map(({ id }) => id));
  const places = [...board.places].flatMap(([key, at]) => {
    const read = readPlaceKey(key);
    return read !== undefined && there.has(read.id) ? [{ ...read, at }] : [];
  });
  const ink = [...board.ink].map(([id, { by: _by, ...stroke }]) => ({ id, stroke }));
  return { soort: 'samenbord-bord', versie: 1, titel, things, places, ink };
}

function fileThing(thing: Thing): FileThing {
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

/** Leaves out what points at what is not there, until nothing does. Each card is looked at again only when something it points at went. */
function withoutWhatDangles(all: readonly FileThing[]): FileThing[] {
  const there = new Set(all.map(({ id }) => id));
  return withoutGone(all, (id) => there.has(id));
}

/** The same, where `isThere` says what can be pointed at; what is left out on the way no longer can. */
function withoutGone(all: readonly FileThing[], isThere: (id: string) => boolean): FileThing[] {
  const left = new Map(all.map((thing) => [thing.id, thing]));
  const gone = new Set<string>();
  const pointers = pointersAt(all);
  const open = [...left.keys()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const thing = left.get(id);
    if (thing === undefined) continue;
    const kept = withoutDangling(thing, (one) => isThere(one) && !gone.has(one));
    if (kept !== undefined) left.set(id, kept);
    else {
      left.delete(id);
      gone.add(id);
      open.push(...(pointers.get(id) ?? []));
    }
  }
  return [...left.values()];
}

/** By id, the cards that point at it. */
function pointersAt(all: readonly (Pointing & { readonly id: string })[]): ReadonlyMap<string, readonly string[]> {
  const pointers = new Map<string, string[]>();
  for (const thing of all) {
    for (const id of pointsAt(thing)) {
      const known = pointers.get(id);
      if (known === undefined) pointers.set(id, [thing.id]);
      else known.push(thing.id);
    }
  }
  return pointers;
}

function withoutDangling(thing: FileThing, isThere: (id: string) => boolean): FileThing | undefined {
  const { type } = thing;
  if (!isThingType(type)) return undefined;
  if (thing.vanWie !== undefined && !isThere(thing.vanWie)) return undefined;
  const kept: FileThing['values'] = {};
  for (const [name, value] of Object.entries(thing.values)) {
    const left = Array.isArray(value)
      ? value.filter((one) => references(type, name, [one]).every(({ id }) => isThere(id)))
      : value;
    const whole = Array.isArray(value) || references(type, name, value).every(({ id }) => isThere(id));
    if (whole && isValue(type, name, left)) kept[name] = left;
  }
  const needs = definitionOf(type).required.filter((name) => Object.hasOwn(thing.values, name));
  return needs.every((name) => Object.hasOwn(kept, name)) ? { ...thing, values: kept } : undefined;
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
  const things = inOrder(file.things.map((thing) => newThing(thing, types, actor)));
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

/** What others point at comes first. A circle of references cannot be drawn up; it is refused. */
function inOrder(things: readonly NewThing[]): NewThing[] {
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
  if (ordered.length < things.length) throw new Refusal('import-klopt-niet');
  return ordered;
}

type Pointing = {
  readonly type: string;
  readonly vanWie?: string | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
};

const pointsAt = ({ type, values, vanWie }: Pointing): string[] =>
  isThingType(type)
    ? [...Object.entries(values ?? {}), ['vanWie', vanWie] as const].flatMap(([name, value]) =>
        references(type, name, value).map(({ id }) => id),
      )
    : [];

function strokeOf(stroke: BoardFile['ink'][number]['stroke'], actor: Actor): Ink {
  const read = inkSchema.safeParse({ ...stroke, by: actor.id });
  if (!read.success) throw new Refusal('import-klopt-niet');
  return read.data;
}
