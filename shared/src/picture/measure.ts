import { fontRuns } from './font-metrics.ts';

export type Weight = 400 | 600;

/** For letters that our font does not have (another script, an emoji): wide enough for the fonts that stand in. */
const fallback = 1100;

const tables: Readonly<Record<Weight, ReadonlyMap<number, number>>> = { 400: tableOf(400), 600: tableOf(600) };

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  return new Map(
    fontRuns[weight].flatMap(([from, widths]) => widths.map((width, step) => [from + step, width] as const)),
  );
}

/** Takes a text, a size and a weight, gives its width in canvas units, without kerning. */
export function measure(text: string, size: number, weight: Weight = 400): number {
  const table = tables[weight];
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isMark(code)) continue;
    width += table.get(code) ?? fallback;
  }
  return (width * size) / 1000;
}

/** Accents that stand on the letter before them, joiners and variation selectors take no room of their own. */
const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);

/**
 * Takes a text, gives its lines of at most `width`. Breaks at spaces and where the writer broke a line; a word that is too long
 * is broken between letters. Nothing is lost but the spaces at which a line breaks; an empty text is one empty line.
 */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, size, weight));
}

function wrapParagraph(paragraph: string, width: number, size: number, weight: Weight): string[] {
  const fits = (candidate: string): boolean => measure(candidate, size, weight) <= width;
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of paragraph.split(' ')) {
    const joined: string = line === undefined ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line !== undefined) lines.push(line);
    const pieces = fits(word) ? [word] : breakWord(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line ?? ''];
}

/** A letter with the marks that stand on it stays whole; each piece has at least one letter. */
function breakWord(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word.match(/\P{M}(?:\p{M}|\u200d)*|\p{M}+/gu) ?? []) {
    if (piece === '' || fits(piece + letter)) piece += letter;
    else {
      pieces.push(piece);
      piece = letter;
    }
  }
  return [...pieces, piece];
}
