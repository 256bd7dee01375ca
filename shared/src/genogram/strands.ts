import { distance, round, towards } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box } from '../picture/picture.ts';
import type { Family } from './family.ts';

/** A line of a family as its corners, before it is drawn. Lines of one family may lie on one another; those of two families jump. */
export type Strand = { readonly family: Family; readonly corners: readonly Point[] };

/** Where a piece of a line jumps over others: the number of the piece, and from where to where along it. */
export type Jump = { readonly piece: number; readonly from: number; readonly to: number };

type Piece = {
  readonly strand: number;
  readonly piece: number;
  readonly a: Point;
  readonly b: Point;
  readonly flat: boolean;
};

const [arm, rise] = [7, 8];

/** The same corners without equal neighbours. */
export const cleaned = (corners: readonly Point[]): Point[] =>
  corners.filter((point, index) => {
    const before = corners[index - 1];
    return before === undefined || distance(before, point) > 0.01;
  });

/** Every straight piece of a line as a thin box. */
export const piecesOf = (corners: readonly Point[]): Box[] =>
  corners.slice(1).map((to, index) => {
    const from = corners[index] ?? to;
    return {
      x: Math.min(from.x, to.x) - 1,
      y: Math.min(from.y, to.y) - 1,
      width: Math.abs(to.x - from.x) + 2,
      height: Math.abs(to.y - from.y) + 2,
    };
  });

/**
 * Takes all lines, gives for each where it jumps over a line of another family: the level piece jumps where it has room, else the upright one.
 * Two crossings near one another become one wider jump.
 */
export function jumpsOf(strands: readonly Strand[]): Jump[][] {
  const spots = strands.map((): Map<number, number[]> => new Map());
  const pieces = strands.flatMap(({ corners }, strand) =>
    corners.slice(1).flatMap((b, piece): Piece[] => {
      const a = corners[piece] ?? b;
      if (a.x !== b.x && a.y !== b.y) return [];
      return [{ strand, piece, a, b, flat: a.y === b.y }];
    }),
  );
  const upright = pieces.filter(({ flat }) => !flat).sort((one, other) => one.a.x - other.a.x);
  for (const level of pieces) {
    if (!level.flat) continue;
    const [left, right] = sorted(level.a.x, level.b.x);
    for (let index = firstFrom(upright, left); index < upright.length; index++) {
      const post = upright[index];
      if (post === undefined || post.a.x > right) break;
      if (strands[post.strand]?.family === strands[level.strand]?.family) continue;
      const [top, bottom] = sorted(post.a.y, post.b.y);
      const [x, y] = [post.a.x, level.a.y];
      if (isWithin(x, left, right, arm + 1) && isWithin(y, top, bottom, 1)) note(spots, level, x);
      else if (isWithin(y, top, bottom, arm + 1) && isWithin(x, left, right, 1)) note(spots, post, y);
    }
  }
  return spots.map((byPiece) => [...byPiece].flatMap(([piece, along]) => together(piece, along)));
}

const sorted = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);
const isWithin = (value: number, from: number, to: number, room: number): boolean =>
  value > from + room && value < to - room;

function firstFrom(pieces: readonly Piece[], x: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.a.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function note(spots: readonly Map<number, number[]>[], { strand, piece }: Piece, at: number): void {
  const own = spots[strand];
  own?.set(piece, [...(own.get(piece) ?? []), at]);
}

function together(piece: number, along: readonly number[]): Jump[] {
  const jumps: { piece: number; from: number; to: number }[] = [];
  for (const at of [...along].sort((a, b) => a - b)) {
    const last = jumps.at(-1);
    if (last !== undefined && at - last.to < 2 * arm + 2) last.to = at;
    else jumps.push({ piece, from: at, to: at });
  }
  return jumps;
}

const spot = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** The path of a line: its corners rounded, a small arc where it jumps. */
export function strandPath(corners: readonly Point[], jumps: readonly Jump[] = [], radius = 6): string {
  const [first] = corners;
  if (first === undefined) return '';
  let d = `M${spot(first)}`;
  for (let index = 1; index < corners.length; index++) {
    const [from = first, to = first, after] = corners.slice(index - 1, index + 2);
    d += overPiece(
      from,
      to,
      jumps.filter(({ piece }) => piece === index - 1),
    );
    if (after === undefined) d += `L${spot(to)}`;
    else {
      const into = towards(to, from, Math.min(radius, distance(to, from) / 2));
      const out = towards(to, after, Math.min(radius, distance(to, after) / 2));
      d += `L${spot(into)}Q${spot(to)} ${spot(out)}`;
    }
  }
  return d;
}

function overPiece(from: Point, to: Point, jumps: readonly Jump[]): string {
  const flat = from.y === to.y;
  const ahead = flat ? to.x >= from.x : to.y >= from.y;
  const sign = ahead ? 1 : -1;
  const on = (along: number, side: number): string =>
    flat ? spot({ x: along, y: from.y - side }) : spot({ x: from.x + side, y: along });
  return [...jumps]
    .sort((a, b) => sign * (a.from - b.from))
    .map((jump) => {
      const [start, end] = ahead ? [jump.from, jump.to] : [jump.to, jump.from];
      const across = start === end ? '' : `L${on(end, rise)}`;
      return `L${on(start - sign * arm, 0)}Q${on(start - sign * arm, rise)} ${on(start, rise)}${across}Q${on(end + sign * arm, rise)} ${on(end + sign * arm, 0)}`;
    })
    .join('');
}

/** The same line a little to its side: of two beside one another each is one. For lines with square corners. */
export function besideLine(corners: readonly Point[], side: number): Point[] {
  return corners.map((point, index) => {
    const into = direction(corners[index - 1], point);
    const out = direction(point, corners[index + 1]);
    const same = into.x === out.x && into.y === out.y;
    const [dx, dy] = same ? [-into.y, into.x] : [-(into.y + out.y), into.x + out.x];
    return { x: point.x + dx * side, y: point.y + dy * side };
  });
}

const direction = (from: Point | undefined, to: Point | undefined): Point => {
  if (from === undefined || to === undefined) return { x: 0, y: 0 };
  const length = distance(from, to) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};
