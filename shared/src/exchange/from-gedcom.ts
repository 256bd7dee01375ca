import { isVagueDate } from '../board/vague-date.ts';
import { bounds } from './bounds.ts';
import { decode } from './decode.ts';
import { fileThing } from './file-things.ts';
import type { FileThing } from './file-things.ts';
import { readFamily, unionsOf } from './from-family.ts';
import type { ReadFamily } from './from-family.ts';
import { readPerson } from './from-person.ts';
import type { ParentLink, ReadPerson } from './from-person.ts';
import { below, plainValue, pointer, recordsOf } from './lines.ts';
import type { Node } from './lines.ts';
import { ourChild, ourTagsIn, tellRest } from './reading.ts';
import type { Reading } from './reading.ts';
import { ExchangeRefusal } from './refusal.ts';
import { choices, oneOf } from './tags.ts';
import { kindOf, Told } from './told.ts';
import type { LeftOut } from './told.ts';

/** What a family file gives: things for a board, what was left out, and how often something was taken as usual because the file says nothing. */
export type ReadFile = {
  /** The version that the file says it is of. */
  readonly version: string;
  readonly things: readonly FileThing[];
  readonly leftOut: readonly LeftOut[];
  /** Children of whom the file does not say what their parents are to them; they stand as born to them. */
  readonly assumedBorn: number;
};

/**
 * Takes the bytes of a GEDCOM file (5.5, 5.5.1 or 7.0) and something that gives ids, gives what of it can stand on a board. A person who is their own ancestor is
 * taken as it is written. Throws an `ExchangeRefusal` and nothing else, in time that grows with the size of the file.
 */
export function fromGedcom(bytes: Uint8Array, newId: () => string): ReadFile {
  const told = new Told();
  const { head, people, families } = sorted(decode(bytes), told);
  const version = versionOf(head);
  const reading: Reading = { told, ours: ourTagsIn(head) };
  const ids = new Map([...people.keys()].map((xref) => [xref, newId()]));
  const persons = [...people].map(([xref, node]) => readPerson(node, xref, ids.get(xref) ?? '', reading));
  const read = [...families].map(([xref, node]) => readFamily(node, xref, (one) => ids.get(one), reading));
  const parentage = parentageOf(persons, read, newId, reading);
  const things = [
    ...persons.map(({ thing }) => thing),
    ...read.flatMap((family) => unionsOf(family, newId, reading)),
    ...parentage.things,
    ...linesOf(persons, ids, newId, reading),
  ];
  return { version, things, leftOut: told.list(), assumedBorn: parentage.assumed };
}

type Sorted = { head: Node; people: Map<string, Node>; families: Map<string, Node> };

/** The records by their kind. The head comes first, or it is no GEDCOM. */
function sorted(text: string, told: Told): Sorted {
  let head: Node | undefined;
  const people = new Map<string, Node>();
  const families = new Map<string, Node>();
  for (const record of recordsOf(text)) {
    if (head === undefined) {
      if (record.tag !== 'HEAD') throw new ExchangeRefusal('geen-gedcom', { line: 1 });
      head = record;
    } else if (record.tag === 'INDI' || record.tag === 'FAM') {
      const all = record.tag === 'INDI' ? people : families;
      // Nothing can point at who has no number; they are taken all the same.
      const xref = record.xref ?? `${all.size} without number`;
      if (all.has(xref)) throw new ExchangeRefusal('dubbel-nummer');
      all.set(xref, record);
      if (people.size > bounds.people || families.size > bounds.families) throw new ExchangeRefusal('te-veel-mensen');
    } else if (record.tag !== 'TRLR') told.add(kindOf(record.tag));
  }
  if (head === undefined) throw new ExchangeRefusal('leeg');
  return { head, people, families };
}

function versionOf(head: Node): string {
  const about = below(head, 'GEDC');
  const version = about && below(about, 'VERS')?.value.trim();
  if (version === undefined || !/^(?:5\.5(?:\.\d)?|7\.\d{1,2}(?:\.\d{1,3})?)$/.test(version))
    throw new ExchangeRefusal(version === undefined ? 'geen-gedcom' : 'versie');
  return version;
}

/** Who are whose parents: said by the child, by the family, or by both. */
function parentageOf(
  persons: readonly ReadPerson[],
  families: readonly ReadFamily[],
  newId: () => string,
  reading: Reading,
): { readonly things: FileThing[]; readonly assumed: number } {
  const { told } = reading;
  const byXref = new Map(families.map((family) => [family.xref, family]));
  const said = new Map<string, ParentLink[]>();
  for (const { thing, parents } of persons) {
    for (const link of parents) {
      const family = byXref.get(link.family);
      if (family === undefined) told.add('niet-gevonden');
      else add(said, `${thing.id} ${family.xref}`, link);
    }
  }
  const things: FileThing[] = [];
  let assumed = 0;
  const put = (family: ReadFamily, kind: string, link: ParentLink | undefined): void => {
    const soort = link === undefined ? undefined : soortOf(link, reading);
    if (soort === 'niet') return told.add('ouderschap');
    if (family.parents.length === 0) return told.add('ouders-onbekend');
    if (soort === undefined) assumed += 1;
    things.push(parenthood(family, kind, soort ?? 'biologisch', link, newId, reading));
  };
  for (const family of families) {
    for (const kind of family.children) {
      const key = `${kind} ${family.xref}`;
      for (const link of said.get(key) ?? [undefined]) put(family, kind, link);
      said.delete(key);
    }
  }
  // Only the child says it: the family left it out.
  for (const [key, links] of said) {
    const family = byXref.get(links[0]?.family ?? '');
    if (family !== undefined) for (const link of links) put(family, key.slice(0, key.indexOf(' ')), link);
  }
  return { things, assumed };
}

function add(all: Map<string, ParentLink[]>, key: string, link: ParentLink): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, [link]);
  else known.push(link);
}

const inPedi = new Set(['PHRASE']);

/** What parents are to a child: nothing when the file does not say it, `niet` when it says what a board cannot, or that it is not so. */
function soortOf({ pedi, node, adopted, disproven }: ParentLink, reading: Reading): string | undefined {
  const exact = oneOf(choices.soort, ourChild(node, 'soort', reading)?.value);
  const word = pedi?.value.trim().toUpperCase();
  const usual = { BIRTH: 'biologisch', ADOPTED: 'adoptie', FOSTER: 'pleeg' }[word ?? ''];
  const soort = exact ?? usual ?? (word === undefined || word === '' ? (adopted ? 'adoptie' : undefined) : 'niet');
  // The words beside ours say the same in a sentence; those of another program are told.
  if (pedi !== undefined && soort !== 'niet') tellRest(pedi, exact === undefined ? new Set() : inPedi, reading);
  return disproven ? 'niet' : soort;
}

function parenthood(
  family: ReadFamily,
  kind: string,
  soort: string,
  link: ParentLink | undefined,
  newId: () => string,
  reading: Reading,
): FileThing {
  const periode = link && ourChild(link.node, 'periode', reading)?.value;
  const words = link && ourChild(link.node, 'toelichting', reading);
  return fileThing(
    'ouder-kind',
    newId(),
    {
      ouders: [...family.parents],
      kind,
      soort,
      periode: periode !== undefined && isVagueDate(periode) ? periode : undefined,
    },
    { toelichting: words === undefined ? '' : plainValue(words) },
  );
}

const inLine = new Set(['ROLE']);

/** Lines between people, of a file of ours: who sees it so comes along, whether they said "zo bedoel ik het" does not. */
function linesOf(
  persons: readonly ReadPerson[],
  ids: ReadonlyMap<string, string>,
  newId: () => string,
  reading: Reading,
): FileThing[] {
  return persons.flatMap(({ thing, lines }) =>
    lines.flatMap(({ to, soort, node }) => {
      const naar = ids.get(to);
      if (naar === undefined) {
        reading.told.add('niet-gevonden');
        return [];
      }
      tellRest(node, inLine, reading);
      const who = ourChild(node, 'volgens', reading);
      const words = ourChild(node, 'toelichting', reading);
      const values = { van: thing.id, naar, soort };
      const texts = { toelichting: words === undefined ? '' : plainValue(words) };
      return [fileThing('relatielijn', newId(), values, texts, who && ids.get(pointer(who) ?? ''))];
    }),
  );
}
