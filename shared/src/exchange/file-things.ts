import { definitionOf, isThingType, isValue, references, textFields } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';
import { unseenSigns } from '../board/field.ts';
import type { BoardFile } from '../wire/http.ts';

/** One thing as it stands in a file of our own: without who typed it. */
export type FileThing = BoardFile['things'][number];

/** Makes a thing of a file, with all its texts; a text is brought to what its field can hold. */
export function fileThing(
  type: ThingType,
  id: string,
  values: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, string>> = {},
  vanWie?: string,
): FileThing {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    id,
    type,
    ...(vanWie !== undefined && { vanWie }),
    values: Object.fromEntries(kept),
    texts: Object.fromEntries(textFields(type).map((name) => [name, fitting(type, name, texts[name] ?? '')])),
  };
}

function fitting(type: ThingType, name: string, text: string): string {
  const field = definitionOf(type).fields[name];
  const most = field?.kind === 'text' ? field.max : 0;
  const clean = text.replaceAll(unseenSigns, '').toWellFormed();
  const line = field?.kind === 'text' && field.lines === 1 ? clean.replaceAll(/\s+/g, ' ').trim() : clean;
  return line
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}

type Pointing = Pick<FileThing, 'type' | 'vanWie' | 'values'>;

/** The ids that a thing points at. */
export const pointsAt = ({ type, values, vanWie }: Pointing): string[] =>
  isThingType(type)
    ? [...Object.entries(values), ['vanWie', vanWie] as const].flatMap(([name, value]) =>
        references(type, name, value).map(({ id }) => id),
      )
    : [];

/** By id, the things that point at it. */
export function pointersAt(all: readonly FileThing[]): ReadonlyMap<string, readonly string[]> {
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

/** Leaves out what points at what is not there, until nothing does. Each thing is looked at again only when something it points at went. */
export function withoutWhatDangles(all: readonly FileThing[]): FileThing[] {
  const there = new Set(all.map(({ id }) => id));
  return withoutGone(all, (id) => there.has(id));
}

/** The same, where `isThere` says what can be pointed at; what is left out on the way no longer can. */
export function withoutGone(all: readonly FileThing[], isThere: (id: string) => boolean): FileThing[] {
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

/** The same things with an id of their own each. */
export const withNewIds = (all: readonly FileThing[], newId: () => string): FileThing[] =>
  renamed(all, new Map(all.map(({ id }) => [id, newId()])));

/** The same things under other ids, also where they point at each other; an id that is not in the map stays. */
export function renamed(all: readonly FileThing[], ids: ReadonlyMap<string, string>): FileThing[] {
  const now = (id: string): string => ids.get(id) ?? id;
  return all.map((thing) => {
    const { type } = thing;
    if (!isThingType(type)) return thing;
    const other = (name: string, value: unknown): unknown => {
      if (references(type, name, value).length === 0) return value;
      return Array.isArray(value) ? value.map((one) => now(String(one))) : now(String(value));
    };
    const values = Object.entries(thing.values).map(([name, value]) => [name, other(name, value)]);
    return {
      ...thing,
      id: now(thing.id),
      ...(thing.vanWie !== undefined && { vanWie: now(thing.vanWie) }),
      values: Object.fromEntries(values) as FileThing['values'],
    };
  });
}
