import { ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { nameOf } from '../picture/face.ts';
import { sayList } from '../words/dates.ts';
import { checkWords } from '../words/family-checks.ts';
import type { CheckCode } from '../words/family-checks.ts';
import type { ChildLink, Union } from './family.ts';
import { lastingOf } from './lasting.ts';
import { overlap } from './lived-where.ts';
import { isSurelyBefore, yearsBetween } from './surely.ts';

/** Something that can hardly be: what it stands in (what to mend first), who it is about, and one question. */
export type Check = {
  readonly code: CheckCode;
  readonly ids: readonly string[];
  readonly people: readonly string[];
  readonly question: string;
};

const { questions } = checkWords;
/** Younger than this nobody becomes a biological parent; older than that a man or a woman hardly ever. */
const youngest = 12;
const oldest = { vrouw: 58, other: 85 };
/** Who was conceived before a parent died is born within this time. */
const pregnancy = 300;

/**
 * Takes a board, gives what can hardly be in its family, as questions, the same order each time. Only what is sure counts: a vague date is given the
 * benefit of the doubt. It never stops anybody; a question is gone when what it asks about was mended.
 */
export function checksOf(board: Board): Check[] {
  const links = ofType(board, 'ouder-kind');
  return [
    ...ownAncestors(board, links),
    ...ofType(board, 'persoon')
      .filter(({ geboren, overleden }) => isSurelyBefore(overleden, geboren))
      .map(({ id }) => check('dood-voor-geboorte', [id], [id], questions['dood-voor-geboorte'](nameOf(board, id)))),
    ...links.flatMap((link) => ages(board, link)),
    ...manyParents(board, links),
    ...fosterStays(board, links),
    ...ofType(board, 'partnerrelatie').flatMap((union) => unionDates(board, union)),
    ...twins(board),
  ];
}

/** The questions about one person or one tie. */
export const checksAbout = (checks: readonly Check[], id: string): Check[] =>
  checks.filter(({ ids, people }) => ids.includes(id) || people.includes(id));

const check = (code: CheckCode, ids: readonly string[], people: readonly string[], question: string): Check => ({
  code,
  ids,
  people,
  question,
});

const personOf = (board: Board, id: string) => ofPerson(board.things.get(id));
const ofPerson = (thing: ReturnType<Board['things']['get']>) =>
  thing?.type === 'persoon' && !thing.weg ? thing : undefined;
const namesOf = (board: Board, ids: readonly string[]): string => sayList(ids.map((id) => nameOf(board, id)));
const known = (board: Board, ids: readonly string[] | undefined): string[] =>
  [...new Set(ids ?? [])].filter((id) => personOf(board, id) !== undefined);

/** One question per ring of parents, about the first of its people. */
function ownAncestors(board: Board, links: readonly ChildLink[]): Check[] {
  const above = new Map<string, string[]>();
  for (const { kind, ouders } of links) {
    if (kind !== undefined) above.set(kind, [...(above.get(kind) ?? []), ...known(board, ouders)]);
  }
  const asked = new Set<string>();
  return known(board, [...above.keys()].sort()).flatMap((id) => {
    const before = ancestorsOf(id, above);
    if (!before.has(id) || asked.has(id)) return [];
    const ring = [...before].filter((other) => other === id || ancestorsOf(other, above).has(id));
    for (const other of ring) asked.add(other);
    const ties = links.filter(
      ({ kind, ouders = [] }) => ring.includes(kind ?? '') && ouders.some((one) => ring.includes(one)),
    );
    return [
      check(
        'eigen-voorouder',
        [...ties.map((tie) => tie.id), id],
        ring.sort(),
        questions['eigen-voorouder'](nameOf(board, id)),
      ),
    ];
  });
}

function ancestorsOf(id: string, above: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(above.get(id) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...(above.get(at) ?? []));
  }
  return found;
}

function ages(board: Board, link: ChildLink): Check[] {
  const child = link.kind === undefined ? undefined : personOf(board, link.kind);
  if (child?.geboren === undefined) return [];
  return known(board, link.ouders).flatMap((id): Check[] => {
    const parent = personOf(board, id);
    if (parent === undefined || id === child.id) return [];
    const names = [nameOf(board, id), nameOf(board, child.id)] as const;
    const asks = (code: CheckCode, question: string): Check =>
      check(code, [id, child.id, link.id], [id, child.id], question);
    if (isSurelyBefore(child.geboren, parent.geboren))
      return [asks('ouder-jonger', questions['ouder-jonger'](...names))];
    if ((link.soort ?? 'biologisch') !== 'biologisch') return [];
    const died = isSurelyBefore(parent.overleden, child.geboren, pregnancy)
      ? [asks('kind-na-overlijden', questions['kind-na-overlijden'](names[1], names[0]))]
      : [];
    const age = yearsBetween(parent.geboren, child.geboren);
    if (age === undefined) return died;
    const limit = parent.geslacht === 'vrouw' ? oldest.vrouw : oldest.other;
    if (age.most < youngest)
      return [...died, asks('ouder-heel-jong', questions['ouder-heel-jong'](...names, age.most))];
    if (age.least > limit) return [...died, asks('ouder-heel-oud', questions['ouder-heel-oud'](...names, age.least))];
    return died;
  });
}

function manyParents(board: Board, links: readonly ChildLink[]): Check[] {
  const born = Map.groupBy(
    links.filter(
      ({ soort, kind }) => soort === 'biologisch' && kind !== undefined && personOf(board, kind) !== undefined,
    ),
    ({ kind }) => kind ?? '',
  );
  return [...born].flatMap(([kind, sets]) => {
    const parents = known(
      board,
      sets.flatMap(({ ouders = [] }) => ouders),
    );
    if (parents.length < 3) return [];
    const question = questions['meer-dan-twee-ouders'](nameOf(board, kind), namesOf(board, parents));
    return [check('meer-dan-twee-ouders', [...sets.map(({ id }) => id), kind], [kind, ...parents], question)];
  });
}

/** Two stays that share a day, with different people. What has no dates says nothing about it. */
function fosterStays(board: Board, links: readonly ChildLink[]): Check[] {
  const stays = links.filter(
    ({ soort, periode, kind }) => soort === 'pleeg' && periode !== undefined && kind !== undefined,
  );
  return stays.flatMap((one, index) =>
    stays.slice(index + 1).flatMap((other): Check[] => {
      const [first, second] = [known(board, one.ouders), known(board, other.ouders)];
      const same = first.some((id) => second.includes(id)) || first.length === 0 || second.length === 0;
      if (one.kind !== other.kind || same || !overlap(lastingOf(one.periode), lastingOf(other.periode))) return [];
      const kind = one.kind ?? '';
      if (personOf(board, kind) === undefined) return [];
      const question = questions['pleeg-tegelijk'](nameOf(board, kind), namesOf(board, first), namesOf(board, second));
      return [check('pleeg-tegelijk', [one.id, other.id], [kind, ...first, ...second], question)];
    }),
  );
}

function unionDates(board: Board, union: Union): Check[] {
  const { id, begonnen, geeindigd } = union;
  const both = known(board, union.partners);
  const names = namesOf(board, both);
  const over = isSurelyBefore(geeindigd, begonnen)
    ? [check('relatie-voorbij-voor-begin', [id], both, questions['relatie-voorbij-voor-begin'](names))]
    : [];
  return [
    ...over,
    ...both.flatMap((partner): Check[] => {
      const person = personOf(board, partner);
      const name = nameOf(board, partner);
      if (isSurelyBefore(begonnen, person?.geboren))
        return [check('relatie-voor-geboorte', [id, partner], both, questions['relatie-voor-geboorte'](names, name))];
      if (isSurelyBefore(person?.overleden, begonnen))
        return [check('relatie-na-overlijden', [id, partner], both, questions['relatie-na-overlijden'](names, name))];
      return [];
    }),
  ];
}

/** Children of one birth are born within a day of one another, or nearly. */
function twins(board: Board): Check[] {
  return ofType(board, 'meerling').flatMap(({ id, kinderen }) => {
    const children = known(board, kinderen);
    const births = children.map((child) => personOf(board, child)?.geboren);
    const differ = births.some((one) => births.some((other) => isSurelyBefore(one, other, 1)));
    return differ
      ? [
          check(
            'meerling-andere-dag',
            [id, ...children],
            children,
            questions['meerling-andere-dag'](namesOf(board, children)),
          ),
        ]
      : [];
  });
}
