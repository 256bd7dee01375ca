import { boundsOf } from '../board/vague-date.ts';
import { fileThing } from './file-things.ts';
import type { FileThing } from './file-things.ts';
import { plainValue, pointer } from './lines.ts';
import type { Node } from './lines.ts';
import { dateOf, ourChild, tellRest, yesOrNo } from './reading.ts';
import type { Reading } from './reading.ts';
import { choices, oneOf } from './tags.ts';
import { kindOf } from './told.ts';

/** The record of a family with the ids of who is in it. */
export type ReadFamily = {
  readonly xref: string;
  readonly node: Node;
  readonly parents: readonly string[];
  readonly children: readonly string[];
};

/** Two people together, from one beginning to one end. */
type Union = {
  readonly vorm?: string | undefined;
  readonly begonnen?: string | undefined;
  readonly einde?: string | undefined;
  readonly geeindigd?: string | undefined;
};
/** Something that began or ended, in the order of the file. */
type Turn = { readonly is: 'begin' | 'einde'; readonly what: string | undefined; readonly date: string | undefined };

const used = new Set(['HUSB', 'WIFE', 'CHIL', 'MARR', 'DIV', 'ANUL', 'ENGA', 'EVEN']);
const none = new Set<string>();

/** Takes the record of a family, gives who is in it; `idOf` knows the people of the file. A child or partner who is not there is told. */
export function readFamily(
  node: Node,
  xref: string,
  idOf: (xref: string) => string | undefined,
  reading: Reading,
): ReadFamily {
  tellRest(node, used, reading);
  const people = (...tags: string[]): string[] => {
    const found = new Set<string>();
    for (const child of node.children) {
      if (!tags.includes(child.tag)) continue;
      tellRest(child, none, reading);
      const to = pointer(child);
      const id = to === undefined ? undefined : idOf(to);
      if (id === undefined || found.has(id)) reading.told.add('niet-gevonden');
      else found.add(id);
    }
    return [...found];
  };
  const [one, two, ...more] = people('HUSB', 'WIFE');
  reading.told.add('verband', more.length);
  const parents = [one, two].filter((id) => id !== undefined);
  return { xref, node, parents, children: people('CHIL') };
}

/**
 * The unions of a couple. A marriage that is dated after a divorce is a second one; what else the file says twice is told. A couple of whom it says nothing has one
 * union, of which it is not known what it was; a file of ours says when two parents were never a couple.
 */
export function unionsOf({ node, parents }: ReadFamily, newId: () => string, reading: Reading): FileThing[] {
  const turns = node.children.flatMap((event) => turnOf(event, reading));
  if (parents.length !== 2 || ourChild(node, 'geenPaar', reading) !== undefined) {
    reading.told.add('gebeurtenis', turns.length);
    return [];
  }
  const bloedverwant = yesOrNo(ourChild(node, 'bloedverwant', reading)?.value);
  const words = ourChild(node, 'toelichting', reading);
  const toelichting = words === undefined ? '' : plainValue(words);
  return (inTurn(turns) ?? [asOne(turns, reading)]).map((union, place) =>
    fileThing(
      'partnerrelatie',
      newId(),
      { partners: [...parents], ...union, bloedverwant },
      { toelichting: place === 0 ? toelichting : '' },
    ),
  );
}

const inUnion = new Set(['DATE', 'TYPE']);
const ends: Readonly<Record<string, string>> = { DIV: 'gescheiden', ANUL: 'nietig' };
const begins: Readonly<Record<string, string>> = { MARR: 'getrouwd', ENGA: 'verloofd' };

function turnOf(event: Node, reading: Reading): Turn[] {
  const unie = ourChild(event, 'unie', reading)?.value;
  const einde = ourChild(event, 'einde', reading)?.value;
  const [begin, end] = [begins[event.tag], ends[event.tag]];
  if (unie === undefined && einde === undefined && begin === undefined && end === undefined) {
    if (event.tag === 'EVEN') reading.told.add(kindOf(event.tag));
    return [];
  }
  // What kind of event it is stands in words beside ours.
  const date = dateOf(event, reading, unie === undefined && einde === undefined ? undefined : inUnion);
  if (einde !== undefined || end !== undefined)
    return [{ is: 'einde', what: oneOf(choices.einde, einde) ?? end, date }];
  return [{ is: 'begin', what: oneOf(choices.vorm, unie) ?? begin, date }];
}

/** More than one union, when every turn is dated and they follow each other: begin, end, begin. Nothing otherwise. */
function inTurn(turns: readonly Turn[]): Union[] | undefined {
  if (turns.filter(({ is, what }) => is === 'begin' && what !== 'verloofd').length < 2) return undefined;
  const dated = turns.flatMap((turn) =>
    turn.date === undefined ? [] : [{ ...turn, at: boundsOf(turn.date).earliest }],
  );
  const sorted = dated.toSorted((one, other) => one.at - other.at);
  const inOrder = sorted.every(({ is }, place) => is === (place % 2 === 0 ? 'begin' : 'einde'));
  if (dated.length < turns.length || !inOrder) return undefined;
  return sorted.filter(({ is }) => is === 'begin').map((begin, place) => unionOf(begin, sorted[place * 2 + 1]));
}

/** One union: a wedding goes before an engagement, and of two of a kind the first counts. */
function asOne(turns: readonly Turn[], { told }: Reading): Union {
  const starts = turns.filter(({ is }) => is === 'begin');
  const wedding = starts.find(({ what }) => what !== 'verloofd');
  const begin = wedding ?? starts[0];
  const end = turns.find(({ is }) => is === 'einde');
  told.add('tweede-huwelijk', starts.filter((one) => one !== begin && one.what !== 'verloofd').length);
  told.add('gebeurtenis', starts.filter((one) => one !== begin && one.what === 'verloofd').length);
  told.add('gebeurtenis', turns.filter((one) => one.is === 'einde' && one !== end).length);
  return unionOf(begin, end);
}

const unionOf = (begin: Turn | undefined, end: Turn | undefined): Union => ({
  vorm: begin?.what,
  einde: end?.what,
  begonnen: begin?.date,
  geeindigd: end?.date,
});
