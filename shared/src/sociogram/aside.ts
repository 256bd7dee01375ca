import { overlaps } from '../picture/paths.ts';
import type { Box, PictureNode } from '../picture/picture.ts';
import type { Figure } from './nodes.ts';

const [cellGap, inset, head, leastHeight, leastWidth] = [12, 16, 72, 420, 300];
type Strip = { readonly x: number; readonly y: number; readonly height: number };
export type Aside = { readonly nodes: readonly PictureNode[]; readonly box: Box | undefined };

/** Puts figures in columns beside the rings, from the top left of a strip, around what was put there by hand. */
export function placeAside(figures: readonly Figure[], strip: Strip, obstacles: readonly Box[]): Aside {
  const nodes: PictureNode[] = [];
  if (figures.length === 0) return { nodes, box: undefined };
  const wide = Math.max(...figures.map(({ width }) => width));
  const bottom = strip.y + Math.max(leastHeight, strip.height);
  const top = strip.y + head;
  let [x, y, low] = [strip.x + inset, top, top];
  for (const figure of figures) {
    for (;;) {
      if (y > top && y + figure.height > bottom - inset) [x, y] = [x + wide + cellGap, top];
      const box = { x, y, width: figure.width, height: figure.height };
      const hit = obstacles.find((other) => overlaps(box, other, cellGap - 1));
      if (hit === undefined) break;
      y = hit.y + hit.height + cellGap;
    }
    nodes.push(figure.draw({ x: x + figure.width / 2, y: y + figure.height / 2 }, false, false));
    y += figure.height + cellGap;
    low = Math.max(low, y);
  }
  const width = Math.max(x + wide + inset - strip.x, leastWidth);
  return { nodes, box: { x: strip.x, y: strip.y, width, height: low - cellGap + inset - strip.y } };
}
