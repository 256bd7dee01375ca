import { wrap } from '@samenbord/shared/picture/measure.ts';
import type { Rail, Rails } from '@samenbord/shared/picture/picture.ts';

/** What an edge with names takes of the screen, in pixels. */
export const railSize = { left: 128, top: 30 } as const;
/** On narrow paper the names get less. */
export const railWidth = (screenWidth: number): number => (screenWidth < 700 ? 96 : railSize.left);

const [textSize, lineHeight, textEdges, yearWidth, nowWidth] = [16, 22, 16, 44, 28];
/** From here on the names in the picture itself are as large as ours. */
const readable = 0.85;

type Camera = { readonly x: number; readonly y: number; readonly z: number };
type Screen = { readonly w: number; readonly h: number };
/** The strip an edge takes, and where each name stands along it; a name without a place is not shown now. */
type Edge = { readonly from: number; readonly size: number; readonly at: readonly (number | undefined)[] };
export type OnScreen = {
  readonly left: Edge | undefined;
  readonly top: Edge | undefined;
  readonly now: number | undefined;
};

/**
 * Takes the names along a picture and how the paper lies, gives where they stand on the screen: at their own place, and at the edge as long as what they name goes on.
 * An edge without strip is one whose own names are in sight and large enough.
 */
export function railsOnScreen(rails: Rails, { x, y, z }: Camera, { w, h }: Screen): OnScreen {
  const [right, bottom] = [(rails.corner.x + x) * z, (rails.corner.y + y) * z];
  const left = edge(right, rails.drawn.width * z, railWidth(w), z);
  const top = edge(bottom, rails.drawn.height * z, railSize.top, z);
  const [across, down] = [left === undefined ? 0 : left.from + left.size, top === undefined ? 0 : top.from + top.size];
  const nowAt = (rails.now.x + x) * z;
  const now = nowAt > across && nowAt < w ? nowAt : undefined;
  const taken = now === undefined ? [] : [[now - nowWidth, now + nowWidth] as const];
  return {
    now: top === undefined ? undefined : now,
    left: left && {
      ...left,
      at: stand(rails.left, { by: y, z, from: down, to: h, size: heightIn(left.size), middle: true }, []),
    },
    top: top && {
      ...top,
      at: stand(rails.top, { by: x, z, from: across, to: w, size: () => yearWidth, middle: false }, taken),
    },
  };
}

const heightIn =
  (width: number) =>
  ({ text }: Rail): number =>
    lineHeight * wrap(text, width - textEdges, textSize, 600).length;

/** A strip sticks to the picture, and to the edge of the screen when the picture goes on beyond it. */
function edge(end: number, drawn: number, least: number, z: number): { from: number; size: number } | undefined {
  if (z >= readable && end - drawn >= 0) return undefined;
  const size = Math.max(least, drawn);
  return { from: Math.max(0, end - size), size: end >= size ? size : Math.max(least, end) };
}

type Along = {
  readonly by: number;
  readonly z: number;
  readonly from: number;
  readonly to: number;
  readonly size: (one: Rail) => number;
  /** A stretch shorter than its name has the name over its middle. */
  readonly middle: boolean;
};

function stand(
  all: readonly Rail[],
  { by, z, from, to, size, middle }: Along,
  taken: readonly (readonly [number, number])[],
): (number | undefined)[] {
  const wanted = all.flatMap((one, index) => {
    const [start, end, own] = [(one.from + by) * z, (one.to + by) * z, size(one)];
    const at = middle && end - start < own ? (start + end - own) / 2 : start;
    const rest = { index, own, last: middle ? end - own : at };
    if (at >= from) return at < to ? [{ ...rest, at, rank: one.rank }] : [];
    // At the edge as long as there is room left; where one is in the middle of something, its name goes first.
    return end - from >= own ? [{ ...rest, at: from, rank: -1 }] : [];
  });
  const full = [...taken];
  const over = (at: number, own: number) => full.find((spot) => at < spot[1] - 2 && spot[0] < at + own - 2);
  const found = all.map((): number | undefined => undefined);
  for (const { index, own, at, last } of wanted.sort(
    (one, other) => one.rank - other.rank || one.index - other.index,
  )) {
    // A lane that is high enough has its name below that of the lane above.
    const next = over(at, own)?.[1] ?? at;
    if (next > Math.max(at, last) || next >= to || over(next, own) !== undefined) continue;
    full.push([next, next + own]);
    found[index] = next;
  }
  return found;
}
