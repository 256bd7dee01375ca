import type { CafSide } from '../board/things/factor.ts';
import type { Box } from '../picture/picture.ts';

/** Cards of one dimension that stand together under one heading. */
export type Group = {
  readonly key: string;
  readonly title: string;
  readonly cards: readonly { readonly id: string; readonly height: number }[];
};
export type Sides = Readonly<Record<CafSide, readonly Group[]>>;
export type Triangle = { readonly top: number; readonly half: number; readonly height: number };
export type Placed = {
  readonly triangle: Triangle;
  readonly cards: ReadonlyMap<string, Box>;
  readonly titles: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
  }[];
};

const [width, gap, away, titleHeight, groupGap] = [240, 16, 44, 30, 22];
const least = { height: 620, half: 380 };
/** Room above the first group for the name of the side. */
const headRoom = 76;

/** Where the slanted edge of the left side is at a height; the right side is its mirror. */
const edgeAt = (triangle: Triangle, y: number): number =>
  -(triangle.half * Math.min(Math.max(y - triangle.top, 0), triangle.height)) / triangle.height;

/**
 * Puts the cards of each side outside the triangle, by dimension: left and right in rows that grow outward, below in columns that
 * grow downward. The triangle grows with its longest side, so nothing overlaps however many cards there are.
 */
export function placeCards(sides: Sides): Placed {
  const height = Math.max(least.height, headRoom + heightOf(sides.kind), headRoom + heightOf(sides.opvoeding));
  const columns = Math.max(1, sides.omgeving.length);
  const half = Math.max(least.half, height * 0.58, (columns * (width + gap) - gap) / 2);
  const triangle = { top: 0, half, height };
  const cards = new Map<string, Box>();
  const titles: Placed['titles'][number][] = [];
  for (const side of ['kind', 'opvoeding'] as const)
    placeBeside(side === 'kind' ? -1 : 1, sides[side], triangle, cards, titles);
  placeBelow(sides.omgeving, triangle, cards, titles);
  return { triangle, cards, titles };
}

type Titles = Placed['titles'][number][];
const perRow = (count: number): number => (count > 6 ? 3 : 2);

/** The cards of a group in rows. */
function rowsOf(group: Group): { readonly cards: Group['cards']; readonly height: number }[] {
  const across = perRow(group.cards.length);
  const rows = Math.ceil(group.cards.length / across);
  return Array.from({ length: rows }, (_, row) => {
    const cards = group.cards.slice(row * across, (row + 1) * across);
    return { cards, height: Math.max(...cards.map((card) => card.height)) };
  });
}

const heightOf = (groups: readonly Group[]): number =>
  groups.reduce(
    (sum, group) => sum + titleHeight + groupGap + rowsOf(group).reduce((all, row) => all + row.height + gap, 0),
    0,
  );

function placeBeside(
  sign: -1 | 1,
  groups: readonly Group[],
  triangle: Triangle,
  cards: Map<string, Box>,
  titles: Titles,
): void {
  let y = triangle.top + headRoom;
  for (const group of groups) {
    const rows = rowsOf(group);
    const bottom = y + titleHeight + rows.reduce((sum, row) => sum + row.height + gap, 0);
    const inner = -edgeAt(triangle, bottom) + away;
    titles.push({ text: group.title, x: sign * inner, y: y + 20, anchor: sign < 0 ? 'end' : 'start' });
    y += titleHeight;
    for (const row of rows) {
      row.cards.forEach((card, index) => {
        const near = inner + index * (width + gap);
        cards.set(card.id, { x: sign < 0 ? -near - width : near, y, width, height: card.height });
      });
      y += row.height + gap;
    }
    y += groupGap;
  }
}

function placeBelow(groups: readonly Group[], triangle: Triangle, cards: Map<string, Box>, titles: Titles): void {
  const start = -(groups.length * (width + gap) - gap) / 2;
  groups.forEach((group, index) => {
    const x = start + index * (width + gap);
    let y = triangle.top + triangle.height + headRoom + 8;
    titles.push({ text: group.title, x, y: y + 20, anchor: 'start' });
    y += titleHeight;
    for (const card of group.cards) {
      cards.set(card.id, { x, y, width, height: card.height });
      y += card.height + gap;
    }
  });
}
