import type { Covers } from './fonts.ts';

/** Stands where a character has no shape in our fonts; PDF/UA refuses a document that would show an empty box. */
const unknownSign = '\uFFFD';
const clusters = new Intl.Segmenter('nl', { granularity: 'grapheme' });
/** The longest row of characters without a place to break a line. */
const longest = 24;

/**
 * Takes typed text and what the fonts cover, gives text that can be set: whole characters (an emoji of seven parts is one) that no font covers become
 * one sign, control characters go, and very long words get invisible places to break. Says through `lost` how many characters were replaced.
 */
export function printable(text: string, covers: Covers, lost: { count: number }): string {
  let run = 0;
  let made = '';
  for (const { segment } of clusters.segment(text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n'))) {
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

function shaped(cluster: string, covers: Covers, lost: { count: number }): string {
  if (covers(cluster)) return cluster;
  lost.count++;
  return unknownSign;
}
