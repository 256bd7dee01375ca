import * as Y from 'yjs';
import { emptyDoc } from './empty-doc.ts';
import { difference } from './intent.ts';

/** One stretch of a text that becomes another, at a place in the text before any of them. */
export type Hunk = { readonly at: number; readonly remove: string; readonly insert: string };

/** So many steps are looked for; texts that differ more are replaced in one piece. */
const mostSteps = 400;

/**
 * Takes two texts, gives the smallest pieces that turn the first into the second, first to last, on whole characters. Between them the text is not touched, so whoever
 * types there keeps what stands around their words.
 */
export function hunksBetween(before: string, after: string): Hunk[] {
  const whole = difference(before, after);
  if (whole === undefined) return [];
  const from = [...whole.remove];
  const to = [...whole.insert];
  const trail = from.length === 0 || to.length === 0 ? undefined : shortestWay(from, to);
  return trail === undefined ? [whole] : walkBack(trail, from, to, whole.at);
}

type Reach = ReadonlyMap<number, number>;

/** Myers' greedy search: per number of steps, how far each diagonal reaches. Nothing when the texts differ too much. */
function shortestWay(from: readonly string[], to: readonly string[]): Reach[] | undefined {
  const trail: Reach[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= Math.min(mostSteps, from.length + to.length); steps++) {
    trail.push(new Map(reach));
    const next = new Map(reach);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = startOf(reach, diagonal, steps);
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return trail;
    }
    reach = next;
  }
  return undefined;
}

function startOf(reach: Reach, diagonal: number, steps: number): number {
  const below = reach.get(diagonal - 1) ?? -1;
  const above = reach.get(diagonal + 1) ?? -1;
  return diagonal === -steps || (diagonal !== steps && below < above) ? above : below + 1;
}

function walkBack(trail: readonly Reach[], from: readonly string[], to: readonly string[], offset: number): Hunk[] {
  const kept: { x: number; y: number }[] = [];
  let x = from.length;
  let y = to.length;
  for (let steps = trail.length - 1; steps >= 0; steps--) {
    const reach = trail[steps] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = steps === 0 ? 0 : startOf(reach, diagonal, steps);
    while (x > start && y > start - diagonal) kept.push({ x: --x, y: --y });
    if (steps === 0) break;
    const previous =
      start === reach.get(diagonal + 1) && (diagonal === -steps || isAbove(reach, diagonal, steps))
        ? diagonal + 1
        : diagonal - 1;
    x = reach.get(previous) ?? 0;
    y = x - previous;
  }
  return between(kept.reverse(), from, to, offset);
}

const isAbove = (reach: Reach, diagonal: number, steps: number): boolean =>
  diagonal !== steps && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);

/** What lies between the characters that both texts keep. */
function between(
  kept: readonly { x: number; y: number }[],
  from: readonly string[],
  to: readonly string[],
  offset: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y, at] = [0, 0, offset];
  for (const next of [...kept, { x: from.length, y: to.length }]) {
    const remove = from.slice(x, next.x).join('');
    const insert = to.slice(y, next.y).join('');
    if (remove !== '' || insert !== '') hunks.push({ at, remove, insert });
    at += remove.length + (from[next.x] ?? '').length;
    [x, y] = [next.x + 1, next.y + 1];
  }
  return hunks;
}

/**
 * Takes a text as somebody saw it, as it is now and as they want it back; gives what it becomes: as they want it, with what others typed or took out since they looked.
 */
export function mergedText(seen: string, now: string, wanted: string): string {
  const one = emptyDoc();
  const two = emptyDoc();
  one.clientID = 1;
  try {
    one.getText('t').insert(0, seen);
    two.clientID = 2;
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    apply(one.getText('t'), hunksBetween(seen, wanted));
    apply(two.getText('t'), hunksBetween(seen, now));
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    return one.getText('t').toJSON();
  } finally {
    one.destroy();
    two.destroy();
  }
}

/** From the last to the first, so that the places before stay what they are. */
function apply(text: Y.Text, hunks: readonly Hunk[]): void {
  for (const { at, remove, insert } of hunks.toReversed()) {
    if (remove !== '') text.delete(at, remove.length);
    if (insert !== '') text.insert(at, insert);
  }
}
