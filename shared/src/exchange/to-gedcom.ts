import { isThingType } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';
import type { BoardFile } from '../wire/http.ts';
import type { FileThing } from './file-things.ts';
import { Lines } from './gedcom-lines.ts';
import { writeFamily } from './to-family.ts';
import { writePerson } from './to-person.ts';
import { familiesOf } from './writing.ts';
import type { People } from './writing.ts';
import { addressOf, ourTags, staysHere, tagNames } from './tags.ts';

/** What a family file has no place for: kinds of things, and four sorts of other things. */
export const otherKinds = ['geboortegeslacht', 'geweldslijnen', 'lijnen-met-anderen', 'plekken', 'tekeningen'] as const;
export type NotCarriedKind = ThingType | (typeof otherKinds)[number];
export type NotCarried = { readonly kind: NotCarriedKind; readonly count: number };

/** What of a board goes into a family file. */
export type BoardPart = Pick<BoardFile, 'things' | 'places' | 'ink'>;

const carried: ReadonlySet<string> = new Set(['persoon', 'partnerrelatie', 'ouder-kind', 'relatielijn']);

/**
 * Takes what lies on a board, gives it as a GEDCOM 7.0 file with the list of what that could not carry. People, couples and parents go whole, what GEDCOM has no
 * word for as extension tags; how long somebody lived with foster parents stands in a phrase as well. Lines about violence never leave in such a file.
 */
export function toGedcom(board: BoardPart): { readonly text: string; readonly notCarried: readonly NotCarried[] } {
  const people = numbered(board.things);
  const families = familiesOf(board.things, people);
  const out = new Lines();
  writeHead(out);
  for (const [thing, xref] of people.records) writePerson(out, thing, xref, { people, families });
  for (const family of families.all) writeFamily(out, family, people);
  out.line(0, 'TRLR');
  return { text: out.text(), notCarried: notCarriedOf(board, people) };
}

function writeHead(out: Lines): void {
  out.line(0, 'HEAD');
  out.line(1, 'GEDC');
  out.line(2, 'VERS', '7.0');
  out.line(1, 'SCHMA');
  for (const tag of tagNames) out.line(2, 'TAG', `${ourTags[tag]} ${addressOf(tag)}`);
  out.line(1, 'SOUR', 'SAMENBORD');
  out.line(2, 'NAME', 'Samenbord');
  out.line(1, 'LANG', 'nl');
}

function numbered(things: readonly FileThing[]): People {
  const records = things
    .filter(({ type }) => type === 'persoon')
    .map((thing, place): readonly [FileThing, string] => [thing, `I${place + 1}`]);
  const xrefs = new Map(records.map(([{ id }, xref]) => [id, xref]));
  const lines = new Map<string, FileThing[]>();
  for (const thing of things) {
    if (!isCarriedLine(thing, xrefs)) continue;
    const van = String(thing.values['van']);
    const known = lines.get(van);
    if (known === undefined) lines.set(van, [thing]);
    else known.push(thing);
  }
  const thingOf = new Map(records.map(([thing]) => [thing.id, thing]));
  return { records, xrefs, thingOf, linesFrom: (id) => lines.get(id) ?? [] };
}

const isCarriedLine = ({ type, values }: FileThing, xrefs: ReadonlyMap<string, string>): boolean =>
  type === 'relatielijn' &&
  !staysHere.has(String(values['soort'])) &&
  xrefs.has(String(values['van'])) &&
  xrefs.has(String(values['naar']));

/** Counts what stays behind, by kind. */
function notCarriedOf({ things, places, ink }: BoardPart, { xrefs }: People): NotCarried[] {
  const counts = new Map<NotCarriedKind, number>();
  const add = (kind: NotCarriedKind, count = 1): void => {
    if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  };
  for (const thing of things) {
    const { type, values } = thing;
    if (!isThingType(type)) continue;
    if (!carried.has(type)) add(type);
    if (type === 'persoon' && values['geboortegeslacht'] !== undefined) add('geboortegeslacht');
    if (type !== 'relatielijn' || isCarriedLine(thing, xrefs)) continue;
    add(staysHere.has(String(values['soort'])) ? 'geweldslijnen' : 'lijnen-met-anderen');
  }
  add('plekken', places.length);
  add('tekeningen', ink.length);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
