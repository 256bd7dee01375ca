import * as Y from 'yjs';
import { ink, place, readPlaceKey } from '../board/board.ts';
import type { Board, Ink, Place, Unknown } from '../board/board.ts';
import { commonSchema } from '../board/define.ts';
import { definitionOf, isThingType, isValue } from '../board/things.ts';
import type { Thing, ThingType } from '../board/things.ts';
import { inkOf, placesOf, thingsOf } from './form.ts';

/** Takes a document, gives what is on it as a value. Reading never throws: what it cannot read becomes a placeholder or is left out. */
export function readBoard(doc: Y.Doc): Board {
  const things = new Map<string, Thing>();
  const unknown: Unknown[] = [];
  for (const [id, map] of thingsOf(doc)) {
    const thing = readThing(id, map);
    if (thing === undefined) unknown.push(placeholder(id, map));
    else things.set(id, thing);
  }
  return { things, places: readPlaces(placesOf(doc)), ink: readInk(inkOf(doc)), unknown };
}

/** One thing, brought to the newest version of its type; nothing when the type is unknown here or the thing is not whole. */
export function readThing(id: string, map: unknown): Thing | undefined {
  if (!(map instanceof Y.Map)) return undefined;
  const type: unknown = map.get('type');
  const version: unknown = map.get('versie');
  if (!isThingType(type) || typeof version !== 'number') return undefined;
  const definition = definitionOf(type);
  if (version > definition.version) return undefined;
  const values = migrate(type, version, plainValues(map));
  const thing: Record<string, unknown> = { id };
  for (const name of Object.keys(commonSchema)) {
    if (isValue(type, name, values[name])) thing[name] = values[name];
  }
  thing['weg'] = values['weg'] === true;
  thing['versie'] = definition.version;
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.kind === 'text') {
      const text = map.get(name);
      thing[name] = text instanceof Y.Text ? text.toJSON() : '';
    } else if (isValue(type, name, values[name])) thing[name] = values[name];
  }
  if (definition.required.some((name) => thing[name] === undefined)) return undefined;
  return thing as unknown as Thing;
}

function plainValues(map: Y.Map<unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of map) {
    if (!(value instanceof Y.AbstractType))
      Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

/** Runs the migrations between the version a thing was written in and the newest one. */
export function migrate(type: ThingType, from: number, values: Record<string, unknown>): Record<string, unknown> {
  return definitionOf(type)
    .migrations.slice(from - 1)
    .reduce((older, step) => step(older), values);
}

/** What stands in the place of a thing that cannot be read here. */
export function placeholder(id: string, map: unknown): Unknown {
  const type: unknown = map instanceof Y.Map ? map.get('type') : undefined;
  return { id, type: typeof type === 'string' ? type.slice(0, 40) : 'onbekend' };
}

function readPlaces(map: Y.Map<unknown>): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [key, value] of map) {
    const read = place.safeParse(value);
    if (read.success && readPlaceKey(key) !== undefined) places.set(key, read.data);
  }
  return places;
}

function readInk(map: Y.Map<unknown>): Map<string, Ink> {
  const strokes = new Map<string, Ink>();
  for (const [id, value] of map) {
    const read = ink.safeParse(value);
    if (read.success) strokes.set(id, read.data);
  }
  return strokes;
}
