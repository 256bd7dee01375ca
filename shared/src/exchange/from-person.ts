import { exchangeWords } from '../words/exchange.ts';
import { fileThing } from './file-things.ts';
import type { FileThing } from './file-things.ts';
import { below, plainValue, pointer } from './lines.ts';
import type { Node } from './lines.ts';
import { dateOf, ourChild, tellRest, yesOrNo } from './reading.ts';
import type { Reading } from './reading.ts';
import { choices, oneOf } from './tags.ts';

/** Which parents a person says they have, before the families are known. */
export type ParentLink = {
  readonly family: string;
  readonly pedi: Node | undefined;
  readonly node: Node;
  /** An event says that it is an adoption. */
  readonly adopted: boolean;
  /** The file says that it is not so. */
  readonly disproven: boolean;
};
/** A line of ours to another, who may come later in the file. */
export type LineLink = { readonly to: string; readonly soort: string; readonly node: Node };

export type ReadPerson = {
  readonly xref: string;
  readonly thing: FileThing;
  readonly parents: readonly ParentLink[];
  readonly lines: readonly LineLink[];
};

const nameParts = new Set(['NPFX', 'GIVN', 'SPFX', 'SURN', 'NSFX', 'TYPE']);
const used = new Set(['NAME', 'SEX', 'BIRT', 'DEAT', 'FAMC', 'FAMS', 'ASSO', 'ADOP']);
const none = new Set<string>();

/** Takes the record of a person, gives the person. Everything in it that has no place on a board is told. */
export function readPerson(record: Node, xref: string, id: string, reading: Reading): ReadPerson {
  tellRest(record, used, reading);
  const all = (tag: string): Node[] => record.children.filter((one) => one.tag === tag);
  for (const node of all('FAMS')) tellRest(node, none, reading);
  const naam = nameOf(all('NAME'), reading);
  const [birth, ...otherBirths] = all('BIRT');
  const [death, ...otherDeaths] = all('DEAT');
  reading.told.add('gebeurtenis', otherBirths.length + otherDeaths.length);
  const geboren = birth && dateOf(birth, reading);
  const overleden = death && dateOf(death, reading);
  const died = death !== undefined && (death.value.trim() !== '' || death.children.length > 0);
  const own = (name: 'indexkind' | 'kring' | 'bijzonderheid'): string | undefined =>
    textOf(ourChild(record, name, reading));
  const values = {
    geslacht: sexOf(record, all('SEX'), reading),
    geboren,
    overleden,
    indexkind: yesOrNo(own('indexkind')),
    kring: oneOf(choices.kring, own('kring')),
  };
  const bijzonderheid = own('bijzonderheid') ?? (died && overleden === undefined ? exchangeWords.diedUndated : '');
  return {
    xref,
    thing: fileThing('persoon', id, values, { naam, bijzonderheid }),
    parents: parentsOf(all('FAMC'), all('ADOP'), reading),
    lines: linesOf(all('ASSO'), reading),
  };
}

const textOf = (node: Node | undefined): string | undefined => node && plainValue(node);

/** The first name is the one that its maker wants to see; the family name stands between slashes. */
function nameOf([first, ...others]: readonly Node[], reading: Reading): string {
  reading.told.add('andere-naam', others.length);
  if (first === undefined) return '';
  tellRest(first, nameParts, reading);
  const exact = textOf(ourChild(first, 'naam', reading));
  if (exact !== undefined) return exact;
  const written = plainValue(first).replaceAll('/', ' ');
  const parts = ['GIVN', 'SPFX', 'SURN'].map((tag) => textOf(below(first, tag)) ?? '').join(' ');
  const naam = (written.trim() === '' ? parts : written).replaceAll(/\s+/g, ' ').trim();
  if (naam.length > 80) reading.told.add('lange-naam');
  return naam;
}

/** Of whoever is neither, GEDCOM does not say what; a file of ours does. */
function sexOf(record: Node, [sex, ...others]: readonly Node[], reading: Reading): string | undefined {
  reading.told.add('geslacht', others.length);
  if (sex !== undefined) tellRest(sex, none, reading);
  const exact = oneOf(choices.geslacht, textOf(ourChild(record, 'geslacht', reading)));
  if (exact !== undefined || sex === undefined) return exact;
  const letter = sex.value.trim().toUpperCase();
  const known = { M: 'man', F: 'vrouw', U: 'onbekend' }[letter];
  if (known === undefined) reading.told.add('geslacht');
  return known ?? 'onbekend';
}

const inLink = new Set(['PEDI']);
const inDisproven = new Set(['PEDI', 'STAT']);
const inAdoption = new Set(['FAMC']);

function parentsOf(links: readonly Node[], adoptions: readonly Node[], reading: Reading): ParentLink[] {
  const families = new Set(links.map(pointer));
  const adopted = new Set<string>();
  for (const event of adoptions) {
    const link = below(event, 'FAMC');
    const family = link && pointer(link);
    // Without parents that this person has, an adoption is an event like others.
    if (family === undefined || !families.has(family)) reading.told.add('gebeurtenis');
    else {
      adopted.add(family);
      tellRest(event, inAdoption, reading);
    }
  }
  return links.flatMap((node) => {
    const family = pointer(node);
    if (family === undefined) {
      reading.told.add('niet-gevonden');
      return [];
    }
    const disproven = below(node, 'STAT')?.value.trim().toUpperCase() === 'DISPROVEN';
    tellRest(node, disproven ? inDisproven : inLink, reading);
    return [{ family, pedi: below(node, 'PEDI'), node, adopted: adopted.has(family), disproven }];
  });
}

function linesOf(nodes: readonly Node[], reading: Reading): LineLink[] {
  return nodes.flatMap((node) => {
    const soort = oneOf(choices.lijn, ourChild(node, 'relatielijn', reading)?.value);
    const to = pointer(node);
    if (soort !== undefined && to !== undefined) return [{ to, soort, node }];
    reading.told.add('verband');
    return [];
  });
}
