import { placeOf } from '../board/board.ts';
import type { Board, Place } from '../board/board.ts';
import type { ViewName } from '../board/define.ts';
import { belongsTo } from '../board/things.ts';
import type { ThingType } from '../board/things.ts';
import { cardWords } from '../words/pictures.ts';
import { faceOf, joined } from './face.ts';
import type { CardFace, CardKind, PictureOptions } from './face.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { wrap } from './measure.ts';
import { round, roundedBox } from './paths.ts';
import type { Box, Ink, Mark, PictureNode } from './picture.ts';

export const cardWidth = 240;
const edge = 6;
const inset = 20;
const [textSize, textLine, smallSize, smallLine] = [18, 26, 16, 22];

type Dress = { readonly edge: Ink; readonly ground: Ink; readonly text: Ink; readonly icon: IconName };
const dresses: Readonly<Record<CardKind, Dress>> = {
  kracht: { edge: 'kracht', ground: 'kracht-ground', text: 'kracht-text', icon: 'zon' },
  zorg: { edge: 'zorg', ground: 'zorg-ground', text: 'zorg-text', icon: 'wolk' },
  onbekend: { edge: 'onbekend', ground: 'onbekend-ground', text: 'ink-soft', icon: 'vraagteken' },
  anders: { edge: 'anders', ground: 'anders-ground', text: 'anders', icon: 'ballonnen' },
  veiligheid: { edge: 'veiligheid', ground: 'surface', text: 'veiligheid', icon: 'schild' },
  vraag: { edge: 'action', ground: 'surface', text: 'action', icon: 'ballon' },
  wens: { edge: 'action', ground: 'surface', text: 'action', icon: 'ster' },
  doel: { edge: 'action', ground: 'surface', text: 'action', icon: 'vlag' },
  hulp: { edge: 'ink-soft', ground: 'surface', text: 'ink-soft', icon: 'reddingsboei' },
  besluit: { edge: 'ink', ground: 'surface', text: 'ink', icon: 'stempel' },
  gebeurtenis: { edge: 'line', ground: 'surface', text: 'ink-soft', icon: 'stip' },
  gewoon: { edge: 'line', ground: 'surface', text: 'ink-soft', icon: 'blad' },
};

type CardLines = {
  readonly head: readonly string[];
  readonly text: readonly string[];
  readonly quiet: readonly string[];
  readonly height: number;
};

/** The lines of a card: its head beside the icon, the whole text (never cut off), the quiet line. */
function linesOf(face: CardFace, width: number): CardLines {
  const textWidth = width - inset - 12;
  const head = wrap(joined([face.head, face.word ?? '']), textWidth - 26, smallSize, 600);
  const text = face.text === '' ? [] : wrap(face.text, textWidth, textSize);
  const quiet = face.quiet === '' ? [] : wrap(face.quiet, textWidth, smallSize);
  const height = 12 + head.length * smallLine + 2 + text.length * textLine + quiet.length * smallLine + 12;
  return { head, text, quiet, height };
}

export const cardHeight = (face: CardFace, width = cardWidth): number => linesOf(face, width).height;

/** The marks of a card whose top left corner is given, 240 wide unless said otherwise. Every view and the canvas draw the same card. */
export function cardMarks(face: CardFace, x: number, y: number, width = cardWidth): Mark[] {
  const dress = dresses[face.kind];
  const { head, text, quiet, height } = linesOf(face, width);
  const left = x + inset;
  let baseline = y + 12 - 6;
  const line = (words: string, step: number, style: Omit<Line, 'words' | 'x' | 'y'>, indent = 0): Mark => {
    baseline += step;
    return textMark({ words, x: left + indent, y: baseline, ...style });
  };
  return [
    ...frame({ x, y, width, height }, dress.edge, dress.ground),
    ...icon(dress.icon, { x: left, y: y + 14 }, dress.edge),
    ...head.map((words) => line(words, smallLine, { size: smallSize, weight: 600, color: dress.text }, 26)),
    ...text.map((words) => line(words, textLine, { size: textSize, weight: 400, color: 'ink' })),
    ...quiet.map((words) => line(words, smallLine, { size: smallSize, weight: 400, color: 'ink-soft' })),
  ];
}

/** A card's ground with the coloured left edge that says its kind. */
export function frame(box: Box, edgeInk: Ink, ground: Ink, radius = 12): Mark[] {
  const { x, y, width, height } = box;
  const inner = { x: x + edge, y, width: width - edge, height };
  return [
    { kind: 'path', d: roundedBox(box, radius), fill: edgeInk },
    { kind: 'path', d: roundedBox(inner, radius), fill: ground },
    { kind: 'path', d: roundedBox({ x: inner.x, y, width: radius, height }, 2), fill: ground },
    { kind: 'path', d: roundedBox(box, radius), stroke: edgeInk, width: 1 },
  ];
}

type Line = { words: string; x: number; y: number; size: number; weight: 400 | 600; color: Ink };
const textMark = ({ words, x, y, size, weight, color }: Line): Mark => ({
  kind: 'text',
  x: round(x),
  y: round(y),
  text: words,
  size,
  weight,
  anchor: 'start',
  color,
});

/** A card as a node, by the middle of its box. */
export function cardNode(id: string, face: CardFace, middle: Place, placed: boolean, width = cardWidth): PictureNode {
  const height = cardHeight(face, width);
  const [x, y] = [middle.x - width / 2, middle.y - height / 2];
  const box = { x, y, width, height };
  return {
    id,
    box,
    placed,
    marks: cardMarks(face, x, y, width),
    label: joined([face.head, face.word ?? '', face.text, face.quiet]),
  };
}

/** Types that are drawn as lines or grounds, so never as a card. */
const neverCards: ReadonlySet<ThingType> = new Set<ThingType>([
  'partnerrelatie',
  'ouder-kind',
  'relatielijn',
  'huishouden',
  'verband',
  'zwangerschap',
  'meerling',
  'band',
]);

/** The cards that are in a view only because somebody put them there, in the order of their ids. */
export function guestCards(
  board: Board,
  view: ViewName,
  options: PictureOptions,
  not: readonly ThingType[] = [],
): PictureNode[] {
  const nodes: PictureNode[] = [];
  for (const thing of board.things.values()) {
    const place = placeOf(board, view, thing.id);
    if (
      place === undefined ||
      thing.weg ||
      belongsTo(thing.type, view) ||
      neverCards.has(thing.type) ||
      not.includes(thing.type)
    )
      continue;
    nodes.push(cardNode(thing.id, faceOf(thing, board, options), place, true));
  }
  for (const { id } of board.unknown) {
    const place = placeOf(board, view, id);
    if (place !== undefined)
      nodes.push(cardNode(id, { kind: 'onbekend', head: '', text: cardWords.onbekendType, quiet: '' }, place, true));
  }
  return nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

type TextStyle = {
  readonly size?: number;
  readonly weight?: 400 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly color?: Ink;
};

/** One line of text as a mark: 16 px, regular, ink, unless said otherwise. */
export const label = (text: string, x: number, y: number, style: TextStyle = {}): Mark => ({
  kind: 'text',
  x: round(x),
  y: round(y),
  text,
  size: style.size ?? 16,
  weight: style.weight ?? 400,
  anchor: style.anchor ?? 'start',
  color: style.color ?? 'ink',
});

/** Text over several lines of at most `width`; gives the marks and the height they take. `y` is the top. */
export function paragraph(
  text: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle = {},
): { marks: Mark[]; height: number } {
  const size = style.size ?? 16;
  const lines = text === '' ? [] : wrap(text, width, size, style.weight ?? 400);
  const step = Math.round(size * 1.4);
  return {
    marks: lines.map((line, index) => label(line, x, y + step * index + size, style)),
    height: lines.length * step,
  };
}
