import type { FileThing } from './file-things.ts';
import type { Lines } from './gedcom-lines.ts';
import { toGedcomDate } from './gedcom-date.ts';
import { ourTags } from './tags.ts';

/** The people of a board with their numbers in the file. */
export type People = {
  readonly records: readonly (readonly [thing: FileThing, xref: string])[];
  readonly xrefs: ReadonlyMap<string, string>;
  readonly thingOf: ReadonlyMap<string, FileThing>;
  /** The lines that go along, by whom they start from. */
  readonly linesFrom: (id: string) => readonly FileThing[];
};

/** One record of a family: a union of two, or parents who never were one, with their children. */
export type Family = {
  readonly xref: string;
  readonly parents: readonly string[];
  readonly union: FileThing | undefined;
  readonly children: FileThing[];
};

export type Families = {
  readonly all: readonly Family[];
  /** In which family somebody is a partner or a parent. */
  readonly asParent: (id: string) => readonly Family[];
  /** The parents of a child, each with the thing that says it. */
  readonly asChild: (id: string) => readonly (readonly [family: Family, link: FileThing])[];
};

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Each union is a family; children hang under the first union of their parents, or under a family of parents who are no couple. */
export function familiesOf(things: readonly FileThing[], { xrefs }: People): Families {
  const all: Family[] = [];
  const byParents = new Map<string, Family>();
  const make = (parents: readonly string[], union: FileThing | undefined): Family => {
    const family: Family = { xref: `F${all.length + 1}`, parents, union, children: [] };
    all.push(family);
    const key = keyOf(parents);
    if (!byParents.has(key)) byParents.set(key, family);
    return family;
  };
  for (const thing of things) if (thing.type === 'partnerrelatie') make(idsIn(thing.values['partners']), thing);
  const children = new Map<string, (readonly [Family, FileThing])[]>();
  for (const thing of things) {
    if (thing.type !== 'ouder-kind') continue;
    const parents = idsIn(thing.values['ouders']).filter((id) => xrefs.has(id));
    const kind = String(thing.values['kind']);
    const family = byParents.get(keyOf(parents)) ?? make(parents, undefined);
    family.children.push(thing);
    const known = children.get(kind);
    if (known === undefined) children.set(kind, [[family, thing]]);
    else known.push([family, thing]);
  }
  const parents = new Map<string, Family[]>();
  for (const family of all) {
    for (const id of family.parents) {
      const known = parents.get(id);
      if (known === undefined) parents.set(id, [family]);
      else known.push(family);
    }
  }
  return { all, asParent: (id) => parents.get(id) ?? [], asChild: (id) => children.get(id) ?? [] };
}

const keyOf = (parents: readonly string[]): string => parents.toSorted().join(' ');

/** A text or value of a thing; nothing when it is empty. */
export function said(thing: FileThing, name: string): string | undefined {
  const value = thing.texts[name] ?? thing.values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A date below its event, also as it is kept here where GEDCOM says less. */
export function writeDate(out: Lines, level: number, value: string | undefined, sort: 'moment' | 'period'): void {
  if (value === undefined) return;
  const { text, exact } = toGedcomDate(value, sort);
  out.line(level, 'DATE', text);
  if (!exact) out.line(level + 1, ourTags.datum, value);
}

/** An extension of ours, when there is something to say. */
export function writeOur(out: Lines, level: number, tag: string, value: string | undefined): void {
  if (value !== undefined && value !== '') out.line(level, tag, value);
}
