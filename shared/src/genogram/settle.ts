import { gently } from './fit.ts';
import { slot } from './spread.ts';

/** A stretch of a row that is taken by somebody who never moves: its middle, and half of its width. */
export type Block = { readonly x: number; readonly half: number };

type Window = { readonly from: number; readonly to: number };

/**
 * Takes where people of one row would like to stand, from left to right, and what is taken; gives where they stand: in that order, a slot
 * apart, beside what is taken, so that whoever has to move furthest moves as little as can be.
 */
export function settle(wanted: readonly number[], blocks: readonly Block[]): number[] {
  const windows = windowsBetween(blocks);
  if (windows.length === 1) return inWindow(wanted, windows[0] ?? everywhere) ?? [...wanted];
  const near = nearest(wanted, windows);
  return near !== undefined && worst(wanted, near) <= slot / 2 ? near : best(wanted, windows);
}

const everywhere: Window = { from: -Infinity, to: Infinity };

/** How far the one who moves furthest moves. */
export const worst = (wanted: readonly number[], found: readonly number[]): number =>
  found.reduce((most, x, index) => Math.max(most, Math.abs(x - (wanted[index] ?? x))), 0);

/** Where somebody's middle may lie: between two blocks, with room for names at most. */
function windowsBetween(blocks: readonly Block[]): Window[] {
  const windows: Window[] = [];
  let from = -Infinity;
  for (const { x, half } of [...blocks].sort((a, b) => a.x - a.half - (b.x - b.half))) {
    const to = x - half - slot / 2;
    if (to >= from) windows.push({ from, to });
    from = Math.max(from, x + half + slot / 2);
  }
  return [...windows, { from, to: Infinity }];
}

const inWindow = (wanted: readonly number[], { from, to }: Window): number[] | undefined =>
  gently(
    wanted,
    wanted.map((_, index) => (index === 0 ? 0 : slot)),
    from,
    to,
  );

/** Everybody in the window that is nearest to them, as far as that keeps the order and there is room. */
function nearest(wanted: readonly number[], windows: readonly Window[]): number[] | undefined {
  const outside = ({ from, to }: Window, x: number): number => Math.max(from - x, x - to, 0);
  let least = 0;
  const chosen = wanted.map((x) => {
    for (let at = least + 1; at < windows.length; at++)
      if (outside(windows[at] ?? everywhere, x) < outside(windows[least] ?? everywhere, x)) least = at;
    return least;
  });
  const parts = windows.map((window, index) =>
    inWindow(
      wanted.filter((_, at) => chosen[at] === index),
      window,
    ),
  );
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

type Part = { readonly most: number; readonly sum: number; readonly x: readonly number[] };

/** Of all ways to divide people over the windows in their order, the one in which nobody moves further than needed. */
function best(wanted: readonly number[], windows: readonly Window[]): number[] {
  let parts: (Part | undefined)[] = [{ most: 0, sum: 0, x: [] }];
  for (const window of windows) {
    const next: (Part | undefined)[] = [];
    for (let until = 0; until <= wanted.length; until++) {
      for (let from = 0; from <= until; from++) {
        const before = parts[from];
        if (before === undefined) continue;
        const x = inWindow(wanted.slice(from, until), window);
        if (x === undefined) continue;
        const moves = x.map((spot, index) => Math.abs(spot - (wanted[from + index] ?? spot)));
        const most = Math.max(before.most, ...moves);
        const sum = moves.reduce((all, move) => all + move, before.sum);
        const known = next[until];
        if (known === undefined || most < known.most - 1e-6 || (most < known.most + 1e-6 && sum < known.sum - 1e-6))
          next[until] = { most, sum, x: [...before.x, ...x] };
      }
    }
    parts = next;
  }
  return [...(parts[wanted.length]?.x ?? wanted)];
}
