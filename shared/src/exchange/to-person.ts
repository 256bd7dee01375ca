import { sayDate } from '../words/dates.ts';
import { factWords } from '../words/things-facts.ts';
import type { FileThing } from './file-things.ts';
import type { Lines } from './gedcom-lines.ts';
import { choices, oneOf, ourTags } from './tags.ts';
import { said, writeDate, writeOur } from './writing.ts';
import type { Families, People } from './writing.ts';

const letters: Readonly<Record<string, string>> = {
  man: 'M',
  vrouw: 'F',
  'non-binair': 'X',
  intersekse: 'X',
  onbekend: 'U',
};

/** The record of one person: who it is, whose child, whose partner, and the lines that start here. */
export function writePerson(
  out: Lines,
  thing: FileThing,
  xref: string,
  { people, families }: { readonly people: People; readonly families: Families },
): void {
  out.record(xref, 'INDI');
  const naam = said(thing, 'naam');
  // GEDCOM puts a family name between slashes; a slash in a name of ours is none of those.
  if (naam !== undefined) out.line(1, 'NAME', naam.replaceAll('/', '-'));
  if (naam?.includes('/') === true) out.line(2, ourTags.naam, naam);
  const geslacht = said(thing, 'geslacht');
  if (geslacht !== undefined) out.line(1, 'SEX', letters[geslacht] ?? 'U');
  if (letters[geslacht ?? ''] === 'X') out.line(1, ourTags.geslacht, geslacht);
  writeMoment(out, 'BIRT', said(thing, 'geboren'));
  writeMoment(out, 'DEAT', said(thing, 'overleden'));
  for (const [family, link] of families.asChild(thing.id)) writeParents(out, family.xref, link);
  for (const family of families.asParent(thing.id)) out.pointer(1, 'FAMS', family.xref);
  for (const line of people.linesFrom(thing.id)) writeLine(out, line, people);
  const { indexkind } = thing.values;
  if (indexkind !== undefined) out.line(1, ourTags.indexkind, indexkind === true ? 'Y' : 'N');
  writeOur(out, 1, ourTags.kring, said(thing, 'kring'));
  writeOur(out, 1, ourTags.bijzonderheid, said(thing, 'bijzonderheid'));
}

function writeMoment(out: Lines, tag: string, value: string | undefined): void {
  if (value === undefined) return;
  out.line(1, tag);
  writeDate(out, 2, value, 'moment');
}

const pedigree: Readonly<Record<string, string>> = { biologisch: 'BIRTH', adoptie: 'ADOPTED', pleeg: 'FOSTER' };

/** What these parents are to the child. GEDCOM has no dates for it, so a stay is said in words as well. */
function writeParents(out: Lines, family: string, link: FileThing): void {
  const soort = oneOf(choices.soort, said(link, 'soort')) ?? 'biologisch';
  const periode = said(link, 'periode');
  const word = factWords['ouder-kind'].options.soort[soort];
  const usual = pedigree[soort];
  out.pointer(1, 'FAMC', family);
  out.line(2, 'PEDI', usual ?? 'OTHER');
  if (usual === undefined || periode !== undefined)
    out.line(3, 'PHRASE', periode === undefined ? word : `${word}, ${sayDate(periode)}`);
  if (usual === undefined || periode !== undefined) out.line(2, ourTags.soort, soort);
  writeOur(out, 2, ourTags.periode, periode);
  writeOur(out, 2, ourTags.toelichting, said(link, 'toelichting'));
}

/** A line is a statement: what it is, in words that everybody can read, and according to whom. */
function writeLine(out: Lines, line: FileThing, { xrefs }: People): void {
  const soort = oneOf(choices.lijn, said(line, 'soort'));
  const to = xrefs.get(String(line.values['naar']));
  if (soort === undefined || to === undefined) return;
  out.pointer(1, 'ASSO', to);
  out.line(2, 'ROLE', 'OTHER');
  out.line(3, 'PHRASE', factWords.relatielijn.options.soort[soort]);
  out.line(2, ourTags.relatielijn, soort);
  const who = line.vanWie === undefined ? undefined : xrefs.get(line.vanWie);
  if (who !== undefined) out.pointer(2, ourTags.volgens, who);
  writeOur(out, 2, ourTags.toelichting, said(line, 'toelichting'));
}
