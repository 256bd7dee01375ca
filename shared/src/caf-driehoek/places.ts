import type { CafSide } from '../board/things/factor.ts';
import type { Box } from '../picture/picture.ts';
import type { Channel, Channels } from '../picture/routes.ts';

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
    readonly anchor: 'start';
  }[];
  /** The empty strips in which links may run: beside and below every row, and through the triangle. */
  readonly channels: Channels;
};

const [width, gap, columnGap, away, titleHeight, groupGap] = [240, 16, 32, 48, 30, 20];
const least = { height: 380, half: 250 };
/** Room above the first group for the name of the side; the name of the side below stands in the triangle, on its base. */
const [headRoom, underRoom] = [84, 24];
/** Beside the triangle a side grows outward before it grows higher than this, below it at most so many columns wide. */
const [goodHeight, mostBeside, mostBelow] = [800, 4, 7];
/** At most so many cards of one dimension stand below one another; the others begin beside them. */
const mostStacked = 2;

/** Where the slanted edge of the right side is at a height; the left side is its mirror. */
const edgeAt = (triangle: Triangle, y: number): number =>
  (triangle.half * Math.min(Math.max(y - triangle.top, 0), triangle.height)) / triangle.height;

/**
 * Puts the cards of each side outside the triangle, by dimension: left and right in rows of two or more that grow outward, below in
 * rows that grow downward. The triangle is as high as its longest side, so nothing overlaps however many cards there are.
 */
export function placeCards(sides: Sides): Placed {
  const [kind, opvoeding] = [besideRows(sides.kind), besideRows(sides.opvoeding)];
  const height = Math.max(least.height, headRoom + heightOf(kind), headRoom + heightOf(opvoeding));
  const triangle = { top: 0, half: Math.max(least.half, height * 0.44), height };
  const into: Into = { cards: new Map(), titles: [], down: [], across: [] };
  placeBeside(-1, kind, triangle, into);
  placeBeside(1, opvoeding, triangle, into);
  placeBelow(sides.omgeving, triangle, into);
  const inside = { half: 20, from: headRoom, to: height + underRoom };
  const down = [...into.down, ...[-0.62, 0.62].map((part): Channel => ({ at: part * triangle.half, ...inside }))];
  return { triangle, cards: into.cards, titles: into.titles, channels: { down, across: into.across } };
}

type Into = {
  readonly cards: Map<string, Box>;
  readonly titles: Placed['titles'][number][];
  readonly down: Channel[];
  readonly across: Channel[];
};
type Row = { readonly cells: readonly Group[]; readonly height: number };

/** A dimension with many cards as several cells that stand side by side. */
const cellsOf = (groups: readonly Group[]): Group[] =>
  groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.cards.length / mostStacked) }, (_, index) => ({
      ...group,
      cards: group.cards.slice(index * mostStacked, (index + 1) * mostStacked),
    })),
  );

const cellHeight = (cell: Group): number => titleHeight + cell.cards.reduce((sum, card) => sum + card.height + gap, 0);

function rowsOf(cells: readonly Group[], across: number): Row[] {
  return Array.from({ length: Math.ceil(cells.length / across) }, (_, row) => {
    const own = cells.slice(row * across, (row + 1) * across);
    return { cells: own, height: Math.max(...own.map(cellHeight)) };
  });
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height + groupGap, 0);

/** The narrowest block that is not too high. */
function besideRows(groups: readonly Group[]): Row[] {
  const cells = cellsOf(groups);
  for (let across = 1; across < mostBeside; across++) {
    const rows = rowsOf(cells, across);
    if (heightOf(rows) <= (across === 1 ? least.height - headRoom : goodHeight)) return rows;
  }
  return rowsOf(cells, mostBeside);
}

function placeBeside(sign: -1 | 1, rows: readonly Row[], triangle: Triangle, into: Into): void {
  let y = triangle.top + headRoom;
  for (const row of rows) {
    const inner = edgeAt(triangle, y + row.height) + away;
    const step = width + columnGap;
    row.cells.forEach((cell, index) => {
      const near = inner + index * step;
      placeCell(cell, sign < 0 ? -near - width : near, y, into);
      into.down.push(stripDown(sign * (near - (index === 0 ? away : columnGap) / 2), y, row));
    });
    into.down.push(stripDown(sign * (inner + row.cells.length * step - columnGap / 2), y, row));
    into.across.push(stripBelow(y, row));
    y += row.height + groupGap;
  }
}

function placeBelow(groups: readonly Group[], triangle: Triangle, into: Into): void {
  const cells = cellsOf(groups);
  const rows = Math.max(1, Math.ceil(cells.length / mostBelow));
  let y = triangle.top + triangle.height + underRoom;
  into.across.push({ at: y - 10, half: 0, ...endless });
  for (const row of rowsOf(cells, Math.max(1, Math.ceil(cells.length / rows)))) {
    const step = width + columnGap;
    const start = -(row.cells.length * step - columnGap) / 2;
    row.cells.forEach((cell, index) => {
      placeCell(cell, start + index * step, y, into);
      into.down.push(stripDown(start + index * step - columnGap / 2, y, row));
    });
    into.down.push(stripDown(start + row.cells.length * step - columnGap / 2, y, row));
    into.across.push(stripBelow(y, row));
    y += row.height + groupGap;
  }
}

const endless = { from: -1e6, to: 1e6 };
const stripDown = (at: number, top: number, row: Row): Channel => ({
  at,
  half: columnGap / 2 - 4,
  from: top - groupGap - gap,
  to: top + row.height + groupGap + underRoom,
});
const stripBelow = (top: number, row: Row): Channel => ({
  at: top + row.height + (groupGap - gap) / 2,
  half: (groupGap + gap) / 2 - 6,
  ...endless,
});

/** The name of the dimension with its cards below it. */
function placeCell(cell: Group, x: number, top: number, { cards, titles }: Into): void {
  titles.push({ text: cell.title, x, y: top + 20, anchor: 'start' });
  let y = top + titleHeight;
  for (const card of cell.cards) {
    cards.set(card.id, { x, y, width, height: card.height });
    y += card.height + gap;
  }
}
