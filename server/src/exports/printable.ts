import type { Covers } from './fonts.ts';

/** Stands where a character has no shape in our fonts; PDF/UA refuses a document that would show an empty box. */
const unknownSign = '\uFFFD';
const clusters = new Intl.Segmenter('nl', { granularity: 'grapheme' });
/** A byte order mark that was pasted along and the variation signs of Mongolian: without a shape, and PDF/UA takes none of them. */
const unsettable = /\uFEFF|[\u180B-\u180F]/g;
/** The longest row of characters without a place to break a line. */
const longest = 24;

/**
 * Takes typed text and what the fonts cover, gives text that can be set: whole characters (an emoji of seven parts is one) that no font covers become
 * one sign, control characters go, and very long words get invisible places to break. Says through `lost` how many characters were replaced.
 */
export function printable(text: string, covers: Covers, lost: { count: number }): string {
  let run = 0;
  let made = '';
  const plain = text
    .toWellFormed()
    .replaceAll(unsettable, '')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  for (const { segment } of clusters.segment(plain)) {
    if (segment === '\n' || segment === ' ') {
      run = 0;
      made += segment;
      continue;
    }
    if (/^[\p{Cc}\p{Cs}]$/u.test(segment)) continue;
    if (++run > longest) {
      run = 1;
      made += '\u200B';
    }
    made += shaped(segment, covers, lost);
  }
  return made;
}

/** A mark with nothing under it (an accent at the start of a line) is set on a space: without one there are fonts that cannot set it. */
const mark = /^\p{M}/u;

function shaped(cluster: string, covers: Covers, lost: { count: number }): string {
  const settable = mark.test(cluster) ? `\u00A0${cluster}` : cluster;
  if (covers(settable)) return settable;
  lost.count++;
  return unknownSign;
}
