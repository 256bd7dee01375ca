import { measure } from './measure.ts';
import { round } from './paths.ts';
import type { Box, Mark, PathMark, PictureLine, PictureNode } from './picture.ts';

/** The smallest box that holds all boxes; an empty one at the origin when there are none. */
export function boxAround(boxes: readonly Box[], margin = 0): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const [x, y] = [round(left - margin), round(top - margin)];
  return { x, y, width: round(right + margin - x), height: round(bottom + margin - y) };
}

/** Takes a mark, gives the box that holds it. Curves are held by their control points, which is never too small. */
export function boxOfMark(mark: Mark): Box {
  if (mark.kind === 'path') return boxOfPath(mark);
  const width = measure(mark.text, mark.size, mark.weight);
  const x = mark.anchor === 'start' ? mark.x : mark.anchor === 'middle' ? mark.x - width / 2 : mark.x - width;
  return { x, y: mark.y - mark.size, width, height: mark.size * 1.3 };
}

function boxOfPath(mark: PathMark): Box {
  const margin = mark.stroke === undefined ? 0 : (mark.width ?? 1) / 2;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const hold = (x: number, y: number, reach: number): void => {
    left = Math.min(left, x - reach);
    top = Math.min(top, y - reach);
    right = Math.max(right, x + reach);
    bottom = Math.max(bottom, y + reach);
  };
  for (const piece of mark.d.split(/(?=[A-Z])/)) {
    const numbers = piece.match(/-?\d+(?:\.\d+)?/g) ?? [];
    // Of an arc only its end is a point of the path; it reaches no further from there than across its circle.
    if (piece.startsWith('A')) hold(Number(numbers[5] ?? 0), Number(numbers[6] ?? 0), Number(numbers[0] ?? 0));
    else
      for (let index = 0; index + 1 < numbers.length; index += 2)
        hold(Number(numbers[index]), Number(numbers[index + 1]), 0);
  }
  return left === Infinity
    ? boxAround([])
    : boxAround([{ x: left, y: top, width: right - left, height: bottom - top }], margin);
}

const known = new WeakMap<object, Box>();

/** The same for a picture that is drawn again and again: a part that stayed the same object is not measured again. */
export function boxOfParts(
  backdrop: readonly Mark[],
  lines: readonly PictureLine[],
  nodes: readonly PictureNode[],
  margin = 40,
): Box {
  const boxOf = (part: PictureLine | PictureNode): Box[] => {
    const boxes = [...part.marks.map(boxOfMark), ...('box' in part ? [part.box] : [])];
    return boxes.length === 0 ? [] : [boxAround(boxes)];
  };
  const parts = [...lines, ...nodes].flatMap((part) => {
    const before = known.get(part);
    if (before !== undefined) return [before];
    const own = boxOf(part);
    if (own[0] !== undefined) known.set(part, own[0]);
    return own;
  });
  return boxAround([...backdrop.map(boxOfMark), ...parts], margin);
}

/** The box of a whole picture: everything that is drawn, with a margin. */
export function boxOfAll(
  backdrop: readonly Mark[],
  lines: readonly PictureLine[],
  nodes: readonly PictureNode[],
  margin = 40,
): Box {
  const marks = [...backdrop, ...lines.flatMap((line) => line.marks), ...nodes.flatMap((node) => node.marks)];
  return boxAround([...marks.map(boxOfMark), ...nodes.map((node) => node.box)], margin);
}
