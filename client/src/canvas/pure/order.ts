import type { PictureNode } from '@samenbord/shared/picture/picture.ts';

const rowHeight = 48;

/**
 * The nodes in reading order: rows from above, in a row from the left. Nodes whose tops lie within one row of each other are one row, counted from
 * the topmost of that row, so that a symbol a few units higher does not come first.
 */
export function readingOrder(nodes: readonly PictureNode[]): string[] {
  const byTop = [...nodes].sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1));
  const rows: PictureNode[][] = [];
  for (const node of byTop) {
    const row = rows.at(-1);
    const top = row?.[0]?.box.y;
    if (row !== undefined && top !== undefined && node.box.y - top < rowHeight) row.push(node);
    else rows.push([node]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x).map(({ id }) => id));
}

/** The next (or previous) of an order; nothing at its end, so that Tab can leave the canvas. Without a current one, the first (or last). */
export function neighbour(order: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : order.indexOf(current);
  if (at === -1) return step === 1 ? order[0] : order.at(-1);
  return order[at + step];
}
