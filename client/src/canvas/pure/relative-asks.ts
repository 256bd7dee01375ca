import { find, ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import { relativeOf, relativeRoles } from '@samenbord/shared/genogram/relatives.ts';
import type { RelativeRole } from '@samenbord/shared/genogram/relatives.ts';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { quickWords as w } from '@samenbord/shared/words/quick.ts';
import type { Ask } from '../tools/tool-list.ts';

/** Who comes beside somebody by a handle or a key. */
export type Relative = RelativeRole;

/** The letter that asks for each, with somebody chosen. */
export const relativeKeys: Readonly<Record<Relative, string>> = {
  partner: 'p',
  kind: 'k',
  ouder: 'o',
  'broer-of-zus': 'b',
};
export const relatives = relativeRoles;
/** The letter that opens the longer list. */
export const moreKey = 'm';

/** A set of parents of somebody. */
export type Parents = ThingOfType<'ouder-kind'>;

export const nameOf = (board: Board, id: string | undefined): string => {
  const naam = find(board, 'persoon', id)?.naam.trim() ?? '';
  return naam === '' ? w.noName : naam;
};

/** The parents of somebody who are on the table, birth parents first. */
export function parentsOf(board: Board, id: string): Parents[] {
  const all = ofType(board, 'ouder-kind').filter((link) => link.kind === id && parentIds(board, link).length > 0);
  return all.sort((a, b) => Number(b.soort === 'biologisch') - Number(a.soort === 'biologisch'));
}

export const parentIds = (board: Board, link: Parents): string[] =>
  (link.ouders ?? []).filter((id) => find(board, 'persoon', id) !== undefined);

/** Birth children of whom this person is the only known parent. */
export function childrenAlone(board: Board, parent: string, without?: string): Parents[] {
  return ofType(board, 'ouder-kind').filter((link) => {
    const { kind, soort } = link;
    const ids = parentIds(board, link);
    const isAlone = ids.length === 1 && ids[0] === parent && soort === 'biologisch';
    return isAlone && kind !== without && find(board, 'persoon', kind) !== undefined;
  });
}

const { fields: f, options: o } = canvasWords;
const unions = { samen: w.togetherOpen, ...o.vorm };
const person: readonly Ask[] = [
  { field: 'naam', label: w.name, as: 'line', hint: w.nameHint },
  { field: 'geslacht', label: f.geslacht, as: 'choice', options: o.geslacht, half: true },
  { field: 'geboren', label: f.geboren, as: 'date', half: true },
];
const together: Ask = {
  field: 'vorm',
  label: w.together,
  as: 'choice',
  options: unions,
  nobody: w.notTogether,
  half: true,
};
const otherName: Ask = { field: 'andereNaam', label: w.otherParentName, as: 'line' };

/** The questions of the small form, and what is filled in beforehand. A wrong guess would be a wrong fact: only what is sure is. */
export type Form = {
  readonly title: string;
  readonly asks: readonly Ask[];
  readonly first: Readonly<Record<string, string | readonly string[]>>;
};

/** Takes whom somebody comes beside, and as what; gives the form. */
export function formFor(board: Board, relative: Relative, of: string): Form {
  switch (relative) {
    case 'partner':
      return partnerForm(board, of);
    case 'kind':
      return childForm(board, of);
    case 'ouder':
      return parentForm(board, of);
    case 'broer-of-zus':
      return siblingForm(board, of);
  }
}

const childrenAsk = (board: Board, links: readonly Parents[]): Ask[] =>
  links.length === 0
    ? []
    : [
        {
          field: 'ookVan',
          label: w.alsoParentOf,
          as: 'choices',
          options: Object.fromEntries(links.map((link) => [link.id, nameOf(board, link.kind)])),
        },
      ];

function partnerForm(board: Board, of: string): Form {
  const vorm: Ask = { field: 'vorm', label: f.vorm, as: 'choice', options: o.vorm, half: true };
  const asks = [...person, vorm, ...childrenAsk(board, childrenAlone(board, of))];
  return { title: w.title.partner(nameOf(board, of)), asks, first: {} };
}

function childForm(board: Board, of: string): Form {
  const child = relativeOf(board, of, 'kind', '');
  const others = child?.kind === 'made' ? child.others : [];
  const [tie] = child?.kind === 'made' ? child.ties : [];
  const only = tie?.type === 'ouder-kind' ? tie.values.ouders[1] : undefined;
  const other: Ask = {
    field: 'andere',
    label: w.otherParent,
    as: 'choice',
    options: Object.fromEntries(others.map((id) => [id, nameOf(board, id)])),
    nobody: w.noOther,
    half: true,
  };
  const kind: Ask = {
    field: 'soort',
    label: w.kindOfChild,
    as: 'choice',
    required: true,
    options: w.childKinds,
    half: true,
  };
  const names = [of, ...(only === undefined ? [] : [only])].map((id) => nameOf(board, id));
  return {
    title: w.title.kind(sayList(names)),
    asks: [...person, ...(others.length > 0 ? [other] : []), kind],
    first: { soort: 'biologisch', ...(only === undefined ? {} : { andere: only }) },
  };
}

function parentForm(board: Board, of: string): Form {
  const parent = relativeOf(board, of, 'ouder', '');
  const [join] = parent?.kind === 'made' ? parent.joins : [];
  const [tie] = parent?.kind === 'made' ? parent.ties : [];
  const kind: Ask = {
    field: 'soort',
    label: w.kindOfParent,
    as: 'choice',
    required: true,
    options: w.parentKinds,
    half: true,
  };
  const title = w.title.ouder(nameOf(board, of));
  const known = join?.value.find((id) => id !== '');
  if (known === undefined) {
    const soort = tie?.type === 'ouder-kind' ? tie.values.soort : undefined;
    const first = { vorm: 'samen', ...(soort === undefined ? {} : { soort }) };
    return { title, asks: [...person, otherName, together, kind], first };
  }
  const siblings = childrenAlone(board, known, of);
  // A parent who has no name yet came along with a brother or sister: who is known now is a parent of them all.
  const all = find(board, 'persoon', known)?.naam === '' ? siblings.map(({ id }) => id) : [];
  return {
    title,
    asks: [
      ...person,
      { ...together, label: w.togetherWith(nameOf(board, known)) },
      ...childrenAsk(board, siblings),
      kind,
    ],
    first: { vorm: 'samen', soort: 'biologisch', ookVan: all },
  };
}

/** Of whom a new brother or sister can be a child: a whole set of parents, or one of the two. */
export function sharedParents(
  board: Board,
  of: string,
): Map<string, { readonly link: Parents; readonly ids: readonly string[] }> {
  const found = new Map<string, { link: Parents; ids: readonly string[] }>();
  for (const link of parentsOf(board, of)) {
    const ids = parentIds(board, link);
    found.set(link.id, { link, ids });
    if (ids.length > 1) for (const id of ids) found.set(`${link.id} ${id}`, { link, ids: [id] });
  }
  return found;
}

function siblingForm(board: Board, of: string): Form {
  const title = w.title['broer-of-zus'](nameOf(board, of));
  const sets = sharedParents(board, of);
  const [first] = sets.keys();
  const kind: Ask = {
    field: 'soort',
    label: w.kindOfChild,
    as: 'choice',
    required: true,
    options: w.childKinds,
    half: true,
  };
  if (first === undefined) {
    const parent: Ask = { field: 'andereNaam', label: w.parentName, as: 'line', hint: w.parentNote };
    return { title, asks: [...person, parent, kind], first: { soort: 'biologisch' } };
  }
  const options = Object.fromEntries(
    [...sets].map(([key, { ids }]) => {
      const names = sayList(ids.map((id) => nameOf(board, id)));
      return [key, key.includes(' ') ? w.onlyOf(names) : w.bothOf(names)] as const;
    }),
  );
  const whose: Ask = { field: 'ouders', label: w.parentsOf, as: 'choice', required: true, options, half: true };
  const soort = sets.get(first)?.link.soort ?? 'biologisch';
  return { title, asks: [...person, ...(sets.size > 1 ? [whose] : []), kind], first: { ouders: first, soort } };
}
