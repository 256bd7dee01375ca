import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { kinOf } from './family.ts';
import type { ChildLink, Union } from './family.ts';

/** Whom one adds to somebody with one press. Losses and violence are never among them: those stand in the longer list. */
export const relativeRoles = ['partner', 'kind', 'ouder', 'broer-of-zus'] as const;
export type RelativeRole = (typeof relativeRoles)[number];

/** What was chosen already. What is not chosen takes the safest value, and `asks` says that it can be asked. */
export type RelativeChoice = {
  /** The other parent of a new child: somebody of `others`, or null for nobody. */
  readonly other?: string | null | undefined;
  readonly soort?: ChildLink['soort'] | undefined;
  readonly vorm?: Union['vorm'] | undefined;
};

/** The tie that comes into being together with the new person; the caller gives it an id. */
export type NewTie =
  | {
      readonly type: 'partnerrelatie';
      readonly values: { readonly partners: [string, string]; readonly vorm?: Union['vorm'] };
    }
  | {
      readonly type: 'ouder-kind';
      readonly values: { readonly ouders: string[]; readonly kind: string; readonly soort?: ChildLink['soort'] };
    };

export type Relative =
  | {
      readonly kind: 'made';
      readonly ties: readonly NewTie[];
      /** A tie that is there already and takes the new person in. */
      readonly joins: readonly { readonly id: string; readonly field: 'ouders'; readonly value: string[] }[];
      /** What a form does well to ask. `soort` without a value in the tie is needed before it can be kept. */
      readonly asks: readonly ('vorm' | 'soort' | 'andere-ouder')[];
      /** Who can be the other parent of a new child: every partner, the one it takes by itself first. */
      readonly others: readonly string[];
    }
  /** A brother or sister is somebody with the same parents: there has to be a parent first. */
  | { readonly kind: 'needs-parent' };

/**
 * Takes a board, somebody on it, a role and the id that the new person will have; gives the ties to make along with that person, or undefined
 * when `of` is not on the table. Nothing is guessed: a child gets the partner as its other parent only when there is one
 * partner and no secret in it; a parent joins the birth parent who stands alone; who has two gets a second set, of a kind that is asked.
 */
export function relativeOf(
  board: Board,
  of: string,
  role: RelativeRole,
  id: string,
  choice: RelativeChoice = {},
): Relative | undefined {
  if (find(board, 'persoon', of) === undefined) return undefined;
  switch (role) {
    case 'partner':
      return made(
        { type: 'partnerrelatie', values: { partners: [of, id], ...(choice.vorm && { vorm: choice.vorm }) } },
        ['vorm'],
      );
    case 'kind':
      return newChild(board, of, id, choice);
    case 'ouder':
      return newParent(board, of, id, choice);
    case 'broer-of-zus':
      return newSibling(board, of, id, choice);
  }
}

type Asks = Extract<Relative, { kind: 'made' }>['asks'];
const made = (tie: NewTie, asks: Asks, others: readonly string[] = []): Relative => ({
  kind: 'made',
  ties: [tie],
  joins: [],
  asks,
  others,
});

const childTie = (ouders: string[], kind: string, soort: ChildLink['soort']): NewTie => ({
  type: 'ouder-kind',
  values: { ouders, kind, ...(soort && { soort }) },
});

function newChild(board: Board, of: string, id: string, { other, soort }: RelativeChoice): Relative {
  const others = partnersOf(board, of);
  const itself = others.length === 1 && !isHidden(board, of, others[0]) ? others[0] : undefined;
  const chosen = other === undefined ? itself : others.find((partner) => partner === other);
  const ouders = chosen === undefined ? [of] : [of, chosen];
  return made(
    childTie(ouders, id, soort ?? 'biologisch'),
    others.length === 0 ? ['soort'] : ['andere-ouder', 'soort'],
    others,
  );
}

/** Everybody this person has or had a union with, each once; who is a partner now first. */
function partnersOf(board: Board, of: string): string[] {
  const unions = unionsOf(board, of).sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  const partners = unions.flatMap(({ partners: both = [] }) => both.filter((partner) => partner !== of));
  return [...new Set(partners)].filter((partner) => find(board, 'persoon', partner) !== undefined);
}

const unionsOf = (board: Board, of: string): Union[] =>
  ofType(board, 'partnerrelatie').filter(({ partners = [] }) => partners.includes(of));
const isOver = ({ einde, geeindigd }: Union): boolean => einde !== undefined || geeindigd !== undefined;

/** With an affair or a secret it is not said by itself who the other parent is. */
const isHidden = (board: Board, of: string, partner: string | undefined): boolean =>
  unionsOf(board, of)
    .filter(({ partners = [] }) => partner !== undefined && partners.includes(partner))
    .every(({ vorm }) => vorm === 'affaire' || vorm === 'geheim');

function newParent(board: Board, of: string, id: string, { soort }: RelativeChoice): Relative {
  const born = ofType(board, 'ouder-kind').filter((link) => link.kind === of && link.soort === 'biologisch');
  const parents = new Set(born.flatMap(({ ouders = [] }) => ouders).filter(onTable(board)));
  const [alone] = born.filter(({ ouders = [] }) => ouders.filter(onTable(board)).length === 1);
  if (parents.size === 0) return made(childTie([id], of, soort ?? 'biologisch'), ['soort']);
  if (parents.size > 1 || alone === undefined) return made(childTie([id], of, soort), ['soort']);
  if (soort !== undefined && soort !== 'biologisch') return made(childTie([id], of, soort), ['soort']);
  return {
    kind: 'made',
    ties: [],
    joins: [{ id: alone.id, field: 'ouders', value: [...parents, id] }],
    asks: ['soort'],
    others: [],
  };
}

function newSibling(board: Board, of: string, id: string, { soort }: RelativeChoice): Relative {
  const home = kinOf(board).home.get(of);
  const own = home?.links.find(({ child }) => child === of)?.link.soort;
  return home === undefined
    ? { kind: 'needs-parent' }
    : made(childTie([...home.parents], id, soort ?? own ?? 'biologisch'), ['soort']);
}

const onTable =
  (board: Board) =>
  (id: string): boolean =>
    find(board, 'persoon', id) !== undefined;
