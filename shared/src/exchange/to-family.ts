import { factWords } from '../words/things-facts.ts';
import type { FileThing } from './file-things.ts';
import type { Lines } from './gedcom-lines.ts';
import { choices, oneOf, ourTags } from './tags.ts';
import { said, writeDate, writeOur } from './writing.ts';
import type { Family, People } from './writing.ts';

/** The record of one family. Who is the man and who the woman says their own record; these two places only say that they are two. */
export function writeFamily(out: Lines, { xref, parents, union, children }: Family, people: People): void {
  const { xrefs } = people;
  out.record(xref, 'FAM');
  const [one, two] = inOrder(parents, people);
  for (const [tag, id] of [['HUSB', one] as const, ['WIFE', two] as const]) {
    const to = xrefs.get(id ?? '');
    if (to !== undefined) out.pointer(1, tag, to);
  }
  const seen = new Set<string>();
  for (const { values } of children) {
    const to = xrefs.get(String(values['kind']));
    if (to === undefined || seen.has(to)) continue;
    seen.add(to);
    out.pointer(1, 'CHIL', to);
  }
  if (union !== undefined) writeUnion(out, union);
  else if (parents.length === 2) out.line(1, ourTags.geenPaar, 'Y');
}

/** Other programs still read these two places as man and woman. */
function inOrder(parents: readonly string[], { thingOf }: People): readonly string[] {
  const sexOf = (id: string): unknown => thingOf.get(id)?.values['geslacht'];
  const [one, two] = parents;
  if (one === undefined) return [];
  if (two === undefined) return sexOf(one) === 'vrouw' ? ['', one] : [one];
  return sexOf(one) === 'vrouw' && sexOf(two) === 'man' ? [two, one] : [one, two];
}

function writeUnion(out: Lines, union: FileThing): void {
  writeBegin(out, oneOf(choices.vorm, said(union, 'vorm')), said(union, 'begonnen'));
  writeEnd(out, oneOf(choices.einde, said(union, 'einde')), said(union, 'geeindigd'));
  if (union.values['bloedverwant'] !== undefined)
    out.line(1, ourTags.bloedverwant, union.values['bloedverwant'] === true ? 'Y' : 'N');
  writeOur(out, 1, ourTags.toelichting, said(union, 'toelichting'));
}

type Vorm = (typeof choices.vorm)[number];
type Einde = (typeof choices.einde)[number];

function writeBegin(out: Lines, vorm: Vorm | undefined, begonnen: string | undefined): void {
  if (vorm === undefined && begonnen === undefined) return;
  const tag =
    vorm === 'getrouwd' || vorm === 'geregistreerd-partnerschap' ? 'MARR' : vorm === 'verloofd' ? 'ENGA' : 'EVEN';
  const word = vorm === undefined ? 'relatie' : factWords.partnerrelatie.options.vorm[vorm];
  out.line(1, tag, tag === 'EVEN' ? word : begonnen === undefined ? 'Y' : '');
  if (tag === 'EVEN') out.line(2, 'TYPE', 'relatie');
  if (vorm === 'geregistreerd-partnerschap') out.line(2, 'TYPE', word);
  writeDate(out, 2, begonnen, 'moment');
  if (tag === 'EVEN' || vorm === 'geregistreerd-partnerschap') out.line(2, ourTags.unie, vorm ?? 'onbekend');
}

function writeEnd(out: Lines, einde: Einde | undefined, geeindigd: string | undefined): void {
  if (einde === undefined && geeindigd === undefined) return;
  const tag = einde === 'gescheiden' ? 'DIV' : einde === 'nietig' ? 'ANUL' : 'EVEN';
  const word = einde === undefined ? 'einde' : factWords.partnerrelatie.options.einde[einde];
  out.line(1, tag, tag === 'EVEN' ? word : geeindigd === undefined ? 'Y' : '');
  if (tag === 'EVEN') out.line(2, 'TYPE', 'einde van de relatie');
  writeDate(out, 2, geeindigd, 'moment');
  if (tag === 'EVEN') out.line(2, ourTags.einde, einde ?? 'onbekend');
}
