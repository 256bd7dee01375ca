import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { nameOf, peopleByBirth } from '../picture/face.ts';
import { patroonWords } from '../words/pictures.ts';

export type Patroonblok = ThingOfType<'patroonblok'>;
export type Vak = NonNullable<Patroonblok['vak']>;

/** One box of the pattern: what it is about, its title in names, and the lines in it. */
export type PatternBox = {
  readonly vak: Vak;
  readonly persoon?: string;
  readonly title: string;
  readonly blocks: readonly Patroonblok[];
};
export type Pattern = {
  readonly parents: readonly { readonly development: PatternBox; readonly behaviour: PatternBox }[];
  readonly children: readonly { readonly development: PatternBox; readonly behaviour: PatternBox }[];
  readonly problems: PatternBox;
  readonly help: PatternBox;
};

/**
 * Takes a board, gives the boxes: two for each parent and each child the pattern is about, the problems, the help. The children
 * are the index children and whoever has a line in a child's box; the parents likewise. A line about nobody has a box of its own.
 */
export function patternOf(board: Board): Pattern {
  const blocks = ofType(board, 'patroonblok');
  const children = peopleOf(board, blocks, 'kind', indexChildren(board));
  const parents = peopleOf(board, blocks, 'ouder', parentsOf(board, indexChildren(board)));
  const box = (vak: Vak, persoon: string | undefined, title: string): PatternBox => ({
    vak,
    ...(persoon === undefined ? {} : { persoon }),
    title,
    blocks: blocks.filter(
      (block) =>
        vakOf(block) === vak &&
        (vak === 'hulp' || vak === 'problemen-in-het-gezin' || personOf(board, block) === persoon),
    ),
  });
  const pair = (who: 'ouder' | 'kind') => (persoon: string | undefined) => {
    const name = persoon === undefined ? patroonWords[who] : nameOf(board, persoon);
    return {
      development: box(`ontwikkeling-${who}`, persoon, patroonWords.ontwikkeling(name)),
      behaviour: box(`gedrag-${who}`, persoon, patroonWords.gedrag(name)),
    };
  };
  return {
    parents: parents.map(pair('ouder')),
    children: children.map(pair('kind')),
    problems: box('problemen-in-het-gezin', undefined, patroonWords.problemen),
    help: box('hulp', undefined, patroonWords.hulp),
  };
}

/** A line whose box is not known stands with the problems in the family. */
export const vakOf = (block: Patroonblok): Vak => block.vak ?? 'problemen-in-het-gezin';

const personOf = (board: Board, block: Patroonblok): string | undefined => find(board, 'persoon', block.persoon)?.id;

const indexChildren = (board: Board): string[] =>
  peopleByBirth(board).flatMap((person) => (person.indexkind === true ? [person.id] : []));

/** Birth and adoptive parents always have their boxes; step and foster parents as soon as somebody writes about them. */
const isRaising = (soort: ThingOfType<'ouder-kind'>['soort']): boolean => soort === 'biologisch' || soort === 'adoptie';

function parentsOf(board: Board, children: readonly string[]): string[] {
  const links = children.flatMap((child) =>
    ofType(board, 'ouder-kind').filter((link) => link.kind === child && isRaising(link.soort)),
  );
  return links.flatMap((link) => link.ouders ?? []).filter((id) => find(board, 'persoon', id) !== undefined);
}

/** Those who always have boxes, then those with a line, each once; nobody in particular last; at least one. */
function peopleOf(
  board: Board,
  blocks: readonly Patroonblok[],
  who: 'ouder' | 'kind',
  always: readonly string[],
): (string | undefined)[] {
  const written = blocks.filter((block) => vakOf(block).endsWith(`-${who}`)).map((block) => personOf(board, block));
  const known = [...new Set([...always, ...written])].filter((id) => id !== undefined);
  return known.length === 0 || written.includes(undefined) ? [...known, undefined] : known;
}
