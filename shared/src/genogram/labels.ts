import { label } from '../picture/card.ts';
import { measure } from '../picture/measure.ts';
import type { Box, Mark } from '../picture/picture.ts';

/** Where a label may stand: the middle of its line of text. */
export type Spot = { readonly x: number; readonly y: number };

/** What labels keep off: symbols and words wholly, lines where that can be. What was put down is kept off by what comes later. */
export type Crowd = { readonly solid: Box[]; readonly thin: Box[] };

const [size, height] = [16, 21];

/** The box of a label whose middle is given. */
export function labelBox(text: string, spot: Spot): Box {
  const width = measure(text, size);
  return { x: spot.x - width / 2, y: spot.y - height / 2, width, height };
}

const shared = (a: Box, b: Box, gap: number): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + gap;
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + gap;
  return width > 0 && height > 0 ? Math.min(width, 400) * Math.min(height, 400) : 0;
};

/**
 * Puts a label on the first of these places where it covers no symbol and no words; a line under it counts too, but less. When every place is
 * taken it moves up or down from the first one, at last half its width aside, until it is free.
 */
export function putLabel(text: string, spots: readonly Spot[], crowd: Crowd): Mark[] {
  if (text === '' || spots.length === 0) return [];
  const [first = { x: 0, y: 0 }] = spots;
  const aside = measure(text, size) / 2 + 12;
  const further = [0, -aside, aside].flatMap((dx) =>
    Array.from({ length: 32 }, (_, step): Spot => ({
      x: first.x + dx,
      y: first.y + (step % 2 === 0 ? -1 : 1) * (Math.floor(step / 2) + 1) * 14,
    })),
  );
  let best = { spot: first, cost: Infinity };
  [...spots, ...further].forEach((spot, turn) => {
    const box = labelBox(text, spot);
    const over = crowd.solid.reduce((sum, each) => sum + shared(box, each, 2), 0);
    const lines = crowd.thin.reduce((sum, each) => sum + Number(shared(box, each, 0) > 0), 0);
    const cost = over * 1000 + lines * 8 + turn * 3;
    if (cost < best.cost) best = { spot, cost };
  });
  const { spot } = best;
  crowd.solid.push(labelBox(text, spot));
  return [label(text, spot.x, spot.y + 5.5, { color: 'ink-soft', anchor: 'middle' })];
}
