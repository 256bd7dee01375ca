import { boxOfMark } from '../picture/bounds.ts';
import { middleOf } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { PictureNode } from '../picture/picture.ts';
import type { Crowd } from './labels.ts';
import type { End } from './relation-paper.ts';

const covers = new WeakMap<PictureNode, End>();

/** What a node covers: a symbol that reaches so far from its middle, and the words under it one by one; a card is one whole. */
export function coverOf(node: PictureNode, symbol?: { readonly at: Point; readonly reach: number }): End {
  const known = covers.get(node);
  if (known !== undefined) return known;
  const cover = symbol === undefined ? wholeOf(node) : withWords(node, symbol.at, symbol.reach);
  covers.set(node, cover);
  return cover;
}

const wholeOf = ({ box }: PictureNode): End => ({ middle: middleOf(box), symbol: box, words: [] });

const withWords = ({ marks }: PictureNode, at: Point, reach: number): End => ({
  middle: at,
  symbol: { x: at.x - reach, y: at.y - reach, width: 2 * reach, height: 2 * reach },
  words: marks.filter((mark) => mark.kind === 'text' && mark.y > at.y + reach).map(boxOfMark),
});

/** Everything that these cover, for labels and ties to keep off. */
export const crowdOf = (ends: Iterable<End>): Crowd => ({
  solid: [...ends].flatMap(({ symbol, words }) => [symbol, ...words]),
  thin: [],
});
