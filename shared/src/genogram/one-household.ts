import { ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { definitionOf, mainText, references } from '../board/things.ts';
import type { Thing, ThingOfType } from '../board/things.ts';
import { boxOfAll } from '../picture/bounds.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { Box, Mark, PictureLine, PictureNode, ViewPicture } from '../picture/picture.ts';
import { cardWords } from '../words/pictures.ts';
import { sayList } from '../words/dates.ts';
import { coverOf, crowdOf } from './crowd.ts';
import { childrenOf, kinOf } from './family.ts';
import { householdMarks } from './households.ts';
import { describe } from './describe.ts';

type Household = ThingOfType<'huishouden'>;

/** Up to this many people are read at once, also from five metres. */
export const mostAtOnce = 15;

/** True when there are too many people to read at once, so that one household at a time helps. */
export const isLargeFamily = (board: Board): boolean => ofType(board, 'persoon').length > mostAtOnce;

/** The households that can be shown alone, each with its name, else the names of who live there. */
export function householdsToShow(board: Board): { readonly id: string; readonly naam: string }[] {
  const people = new Map(ofType(board, 'persoon').map((person) => [person.id, person]));
  return ofType(board, 'huishouden').flatMap((house) => {
    const names = membersOf(house, people).map((id) => {
      const person = people.get(id);
      return (person === undefined ? '' : mainText(person).trim()) || cardWords.naamloos;
    });
    return names.length === 0 ? [] : [{ id: house.id, naam: house.naam.trim() || sayList(names) }];
  });
}

const membersOf = (house: Household, people: ReadonlyMap<string, unknown>): string[] =>
  [...new Set(house.leden ?? [])].filter((id) => people.has(id));

/** Who live in a household, and whom one of them is tied to directly: a partner, a parent, a child, the other parent, the other end of a relation. */
export type Circle = { readonly members: ReadonlySet<string>; readonly tied: ReadonlySet<string> };

/** The circle of a household that lies on the table; nothing when it does not, or when nobody of the board lives there. */
export function circleOf(board: Board, household: string): Circle | undefined {
  const house = ofType(board, 'huishouden').find(({ id }) => id === household);
  const kin = kinOf(board);
  const members = new Set(house === undefined ? [] : membersOf(house, kin.people));
  if (members.size === 0) return undefined;
  const near = new Set<string>();
  for (const family of kin.families) {
    const children = childrenOf(family);
    if (family.parents.some((id) => members.has(id))) for (const id of [...family.parents, ...children]) near.add(id);
    if (children.some((id) => members.has(id))) for (const id of family.parents) near.add(id);
  }
  for (const { van, naar } of ofType(board, 'relatielijn')) {
    if (van === undefined || naar === undefined || !(members.has(van) || members.has(naar))) continue;
    for (const id of [van, naar]) if (kin.people.has(id)) near.add(id);
  }
  return { members, tied: new Set([...near].filter((id) => !members.has(id))) };
}

/**
 * Takes the genogram of a board and a household; gives the part of it that is about who live there and whom they are tied to directly, these lighter.
 * Everything stays exactly where it stands in the whole, so that nobody has to look for anyone and what is moved is moved in the whole too. The whole
 * picture when there is no such household.
 */
export function oneHousehold(
  board: Board,
  whole: ViewPicture,
  household: string,
  options: PictureOptions,
): ViewPicture {
  const house = ofType(board, 'huishouden').find(({ id }) => id === household);
  const circle = circleOf(board, household);
  if (house === undefined || circle === undefined) return whole;
  const { members, tied } = circle;
  const isIn = (id: string): boolean => members.has(id) || tied.has(id);
  const bearing = parentsOf(
    whole.lines.filter(({ ends }) => ends.some((id) => members.has(id))),
    board,
  );
  const lines = whole.lines.flatMap((line): PictureLine[] => {
    const { id: lineId, ends } = line;
    const bears = board.things.get(lineId)?.type === 'partnerrelatie' && bearing.has(coupleOf(ends));
    // The line between parents is there with the line to a child that hangs from it, else that would begin in mid-air.
    if (!bears && !ends.some((id) => members.has(id))) return [];
    if (!ends.every((id) => isIn(id) || isOther(board, id))) return [];
    return [ends.some((id) => tied.has(id)) ? { ...line, marks: line.marks.map(lighter) } : line];
  });
  const ends = new Set(lines.flatMap((line) => line.ends));
  const nodes = whole.nodes.flatMap((node): PictureNode[] => {
    if (tied.has(node.id)) return [{ ...node, marks: node.marks.map(lighter) }];
    return members.has(node.id) || ends.has(node.id) || isAbout(board, node.id, members) ? [node] : [];
  });
  const boxes = new Map(nodes.filter(({ id }) => isIn(id)).map((node): [string, Box] => [node.id, node.box]));
  const backdrop = householdMarks([house], boxes, crowdOf(nodes.map((node) => coverOf(node))));
  const part = partOf(board, isIn, new Set(lines.map(({ id }) => id)));
  return {
    view: whole.view,
    box: boxOfAll(backdrop, lines, nodes),
    backdrop,
    lines,
    nodes,
    description: describe(kinOf(part), [house], ofType(part, 'relatielijn'), options),
  };
}

const coupleOf = (ids: readonly string[]): string => [...ids].sort().join(' ');

/** The couples from whom these lines to children hang. */
const parentsOf = (lines: readonly PictureLine[], board: Board): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ id }) => {
      const link = board.things.get(id);
      return link?.type === 'ouder-kind' && link.ouders?.length === 2 ? [coupleOf(link.ouders)] : [];
    }),
  );

/** Something that is no person: a card or an organisation at the end of a line. */
const isOther = (board: Board, id: string): boolean => board.things.get(id)?.type !== 'persoon';

/** A card that somebody put beside the family, about one of these people or in their words. */
function isAbout(board: Board, id: string, people: ReadonlySet<string>): boolean {
  const thing = board.things.get(id);
  if (thing === undefined || thing.type === 'persoon') return false;
  const values = thing as unknown as Readonly<Record<string, unknown>>;
  return ['vanWie', ...Object.keys(definitionOf(thing.type).fields)].some((name) =>
    references(thing.type, name, values[name]).some((to) => people.has(to.id)),
  );
}

const lineTypes: readonly Thing['type'][] = ['partnerrelatie', 'ouder-kind', 'relatielijn'];

/** The board with these people and lines only, to say in words what is shown. */
function partOf(board: Board, isIn: (id: string) => boolean, lines: ReadonlySet<string>): Board {
  const kept = [...board.things].filter(([id, { type }]) =>
    type === 'persoon' ? isIn(id) : lineTypes.includes(type) && lines.has(id),
  );
  return { ...board, things: new Map(kept) };
}

/** Ink becomes the colour of quiet text and of borders: less, and still to be read. Colours that mean something stay. */
function lighter(mark: Mark): Mark {
  if (mark.kind === 'text') return mark.color === 'ink' ? { ...mark, color: 'ink-soft', weight: 400 } : mark;
  return {
    ...mark,
    ...(mark.stroke === 'ink' && { stroke: 'line' }),
    ...(mark.fill === 'ink' && { fill: 'line' }),
  };
}
