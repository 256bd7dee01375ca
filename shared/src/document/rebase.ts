/** A replacement in one text: at this place these words go and those come. */
export type TextEdit = { readonly at: number; readonly remove: string; readonly insert: string };

/** A stretch that differs between two texts: `[from, to)` of the older one became `[start, end)` of the newer one. */
type Hunk = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };

/** Where an edit belongs in what a text has become: these stretches go, last one first, and then the words come in. */
export type Landing = {
  readonly removes: readonly { readonly at: number; readonly length: number }[];
  readonly at: number;
};

/**
 * Words and single signs, each with the white space after it: nothing is ever put inside one of these that the writer had not seen. White space alone is
 * everywhere the same, so it would be taken for that of others.
 */
const tokens = /(?:[\p{L}\p{M}\p{N}'’]+|\S)\s*|\s+/gsu;
/** Beyond this many comparisons what lies between the ends that are equal counts as one stretch. */
const mostCells = 4_000_000;

/**
 * Takes an edit, the text it was meant for and the text as it is now; gives where it belongs. What others wrote since stays whole: the words land beside
 * it, by the words they stood by. Of what had to go only that goes which still stands as it was seen.
 */
export function landing({ at, remove }: TextEdit, seen: string, now: string): Landing {
  if (seen === now)
    return { removes: remove === '' ? [] : [{ at, length: remove.length }], at: Math.min(at, now.length) };
  const hunks = hunksBetween(seen, now);
  const removes: { at: number; length: number }[] = [];
  const end = at + remove.length;
  let [from, start] = [0, 0];
  for (const hunk of [...hunks, { from: seen.length, to: seen.length, start: now.length, end: now.length }]) {
    // Up to here the two texts are the same.
    const [low, high] = [Math.max(at, from), Math.min(end, hunk.from)];
    if (low < high) removes.push({ at: low - from + start, length: high - low });
    if (remove !== '') removes.push(...removedInside(hunk, at, end, seen, now));
    [from, start] = [hunk.to, hunk.end];
  }
  return { removes, at: placeIn(hunks, at, seen, now) };
}

/** Two edits in a row as one, when they touch; nothing when there is untouched text between them. */
export function joined(first: TextEdit, seen: string, second: TextEdit): TextEdit | undefined {
  const middle = first.at + first.insert.length;
  const secondEnd = second.at + second.remove.length;
  if (second.at > middle || secondEnd < first.at) return undefined;
  const at = Math.min(first.at, second.at);
  const beyond = Math.max(0, secondEnd - middle);
  const firstEnd = first.at + first.remove.length;
  const between = edited(seen, first);
  return {
    at,
    remove: seen.slice(at, firstEnd + beyond),
    insert: between.slice(at, second.at) + second.insert + between.slice(secondEnd, Math.max(middle, secondEnd)),
  };
}

/** The text after an edit that was meant for it. */
export const edited = (text: string, { at, remove, insert }: TextEdit): string =>
  text.slice(0, at) + insert + text.slice(at + remove.length);

/**
 * In a stretch where others only added or only took away, what was to be removed can still be told apart. Not when all of it was to go and it became longer: then
 * that is as well another word that has the same letters at its ends.
 */
function removedInside(hunk: Hunk, at: number, end: number, seen: string, now: string): Landing['removes'] {
  const { head, tail } = shared(hunk, seen, now);
  const isAnother = at <= hunk.from && end >= hunk.to && hunk.end - hunk.start > hunk.to - hunk.from;
  if (isAnother || !isSimple(hunk, head, tail)) return [];
  const parts = [
    { from: hunk.from, to: hunk.from + head, start: hunk.start },
    { from: hunk.to - tail, to: hunk.to, start: hunk.end - tail },
  ];
  return parts.flatMap(({ from, to, start }) => {
    const [low, high] = [Math.max(at, from), Math.min(end, to)];
    return low < high ? [{ at: low - from + start, length: high - low }] : [];
  });
}

/** Others only added to this stretch, or only took from it. */
const isSimple = ({ from, to, start, end }: Hunk, head: number, tail: number): boolean =>
  head + tail === Math.min(to - from, end - start);

function shared({ from, to, start, end }: Hunk, seen: string, now: string): { head: number; tail: number } {
  const most = Math.min(to - from, end - start);
  let head = 0;
  while (head < most && seen[from + head] === now[start + head]) head++;
  if (isInside(now, start + head) || isInside(seen, from + head)) head--;
  let tail = 0;
  while (tail < most - head && seen[to - 1 - tail] === now[end - 1 - tail]) tail++;
  if (isInside(now, end - tail) || isInside(seen, to - tail)) tail--;
  return { head, tail };
}

/** Between the two halves of an emoji? */
const isInside = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));

function placeIn(hunks: readonly Hunk[], at: number, seen: string, now: string): number {
  let moved = 0;
  for (const hunk of hunks) {
    if (at < hunk.from) break;
    if (at <= hunk.to) return placeInside(hunk, at, seen, now);
    moved = hunk.end - hunk.to;
  }
  return at + moved;
}

/** Words that stood at the beginning of a stretch stay there; inside it they keep to what is left of it, else they come after it. */
function placeInside(hunk: Hunk, at: number, seen: string, now: string): number {
  const { from, to, start, end } = hunk;
  const { head, tail } = shared(hunk, seen, now);
  if (isSimple(hunk, head, tail)) {
    if (at - from <= head) return start + (at - from);
    if (to - at <= tail) return end - (to - at);
    return start + head;
  }
  return at === from ? start : end;
}

/** What differs between two texts, by whole words. */
function hunksBetween(seen: string, now: string): Hunk[] {
  const [old, fresh] = [seen.match(tokens) ?? [], now.match(tokens) ?? []];
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const left = old.slice(head, old.length - tail);
  const right = fresh.slice(head, fresh.length - tail);
  const before = old.slice(0, head).join('').length;
  return stretches(left, right).map(({ from, to, start, end }) => ({
    from: before + from,
    to: before + to,
    start: before + start,
    end: before + end,
  }));
}

/** Longest common row of words; what lies between its words are the stretches. */
function stretches(left: readonly string[], right: readonly string[]): Hunk[] {
  const width = right.length + 1;
  const isLarge = left.length * right.length > mostCells;
  const rows = isLarge ? undefined : new Uint16Array((left.length + 1) * width);
  const cell = (i: number, j: number): number => rows?.[i * width + j] ?? 0;
  if (rows !== undefined) {
    for (let i = left.length - 1; i >= 0; i--)
      for (let j = right.length - 1; j >= 0; j--)
        rows[i * width + j] = left[i] === right[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
  }
  const found: Hunk[] = [];
  let [from, to, start, end] = [0, 0, 0, 0];
  const finish = (): void => {
    if (to > from || end > start) found.push({ from, to, start, end });
  };
  for (let [i, j] = [0, 0]; i < left.length || j < right.length;) {
    const [a, b] = [left[i], right[j]];
    if (a !== undefined && a === b && !isLarge) {
      finish();
      [from, start] = [to + a.length, end + a.length];
      [to, end] = [from, start];
      [i, j] = [i + 1, j + 1];
    } else if (a !== undefined && (b === undefined || isLarge || cell(i + 1, j) >= cell(i, j + 1))) {
      to += a.length;
      i += 1;
    } else {
      end += b?.length ?? 0;
      j += 1;
    }
  }
  finish();
  return found;
}
