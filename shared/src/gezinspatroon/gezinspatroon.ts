import { ofType, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { boxOfAll, boxOfMark } from '../picture/bounds.ts';
import { guestCards, label, paragraph } from '../picture/card.ts';
import { closed } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { sayVerband, textsOf, verbandLine } from '../picture/links.ts';
import { arrowHead, polygon } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Mark, PictureLine, PictureNode, ViewPicture } from '../picture/picture.ts';
import { patroonWords } from '../words/pictures.ts';
import { patternOf } from './boxes.ts';
import type { Pattern, PatternBox } from './boxes.ts';
import { boxGround, boxWidth, measureBox, placedBlocks } from './places.ts';

const view = 'gezinspatroon';
const [columnGap, nearGap, rowGap] = [70, 36, 100];

/**
 * Takes a board, gives the pattern as a circle that reads clockwise: the parents above (what they went through outside, what they do
 * inside), the children below the other way round, the problems and the question in the middle, the help on the ring.
 */
export function gezinspatroonPicture(board: Board, options: PictureOptions): ViewPicture {
  const pattern = patternOf(board);
  const drawn = drawBoxes(pattern, board, options);
  const placed = allBoxes(pattern).flatMap((box) => placedBlocks(box, board, options));
  const nodes = [...drawn.nodes, ...placed, ...guestCards(board, view, options)];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const avoid = drawn.ground.flatMap((mark) => (mark.kind === 'text' ? [boxOfMark(mark)] : []));
  const lines = ofType(board, 'verband').flatMap((verband): PictureLine[] => {
    const line = verbandLine(verband, byId, { kind: 'around', avoid });
    return line === undefined ? [] : [line];
  });
  return {
    view,
    box: boxOfAll(drawn.ground, lines, nodes),
    backdrop: drawn.ground,
    lines,
    nodes,
    description: describe(board, pattern),
  };
}

const allBoxes = (pattern: Pattern): PatternBox[] => [
  ...pattern.parents.flatMap(({ development, behaviour }) => [development, behaviour]),
  ...pattern.children.flatMap(({ behaviour, development }) => [behaviour, development]),
  pattern.problems,
  pattern.help,
];

type Drawn = { readonly ground: Mark[]; readonly nodes: PictureNode[] };

function drawBoxes(pattern: Pattern, board: Board, options: PictureOptions): Drawn {
  const ground: Mark[] = [];
  const nodes: PictureNode[] = [];
  /** One row of boxes of equal height, side by side around x; gives its height. */
  const row = (
    boxes: readonly PatternBox[],
    top: (height: number) => number,
    gap = columnGap,
  ): { top: number; height: number } => {
    const measured = boxes.map((box) => measureBox(box, board, options));
    const height = Math.max(...measured.map((box) => box.height));
    const y = top(height);
    const left = -(boxes.length * (boxWidth + gap) - gap) / 2;
    measured.forEach((box, index) => {
      const made = box.draw(left + index * (boxWidth + gap), y, height);
      ground.push(...made.ground);
      nodes.push(...made.nodes);
    });
    return { top: y, height };
  };
  const middle = drawMiddle(pattern, board, options);
  const doing = row(
    pattern.parents.map((parent) => parent.behaviour),
    (height) => -middle.height / 2 - rowGap - height,
  );
  row(
    pattern.parents.map((parent) => parent.development),
    (height) => doing.top - nearGap - height,
  );
  const children = row(
    pattern.children.map((child) => child.behaviour),
    () => middle.height / 2 + rowGap,
  );
  const last = row(
    pattern.children.map((child) => child.development),
    () => children.top + children.height + nearGap,
  );
  const widest = Math.max(pattern.parents.length, pattern.children.length) * (boxWidth + columnGap);
  const ring = ringOf(doing.top + doing.height / 2, children.top + children.height / 2, Math.max(640, widest / 2 - 40));
  const help = measureBox(pattern.help, board, options);
  const helpDrawn = help.draw(-ring.rx - boxWidth / 2 - 40, ring.centre.y - help.height / 2, help.height);
  const sentence = sentenceMarks(board, last.top + last.height + 48);
  return {
    ground: [...ring.marks, ...ground, ...middle.ground, ...helpDrawn.ground, ...sentence],
    nodes: [...nodes, ...middle.nodes, ...helpDrawn.nodes],
  };
}

/** The problems in the family and, beside them, the family's own question. */
function drawMiddle(
  pattern: Pattern,
  board: Board,
  options: PictureOptions,
): { ground: Mark[]; nodes: PictureNode[]; height: number } {
  const problems = measureBox(pattern.problems, board, options);
  const questions = ofType(board, 'hulpvraag').filter((question) => placeOf(board, view, question.id) === undefined);
  const texts =
    questions.length === 0 ? [patroonWords.leeg.hulpvraag] : questions.map((question) => `“${question.tekst}”`);
  const [x, width] = [20, boxWidth - 28];
  const write = (top: number): { marks: Mark[]; height: number } => {
    const marks: Mark[] = [];
    let y = top + 14;
    for (const [index, text] of [patroonWords.hulpvraag, ...texts].entries()) {
      const title =
        index === 0
          ? ({ size: 18, weight: 600 } as const)
          : questions.length === 0
            ? ({ color: 'ink-soft' } as const)
            : ({ size: 18 } as const);
      const part = paragraph(text, x + 14, y, width, title);
      marks.push(...part.marks);
      y += part.height + 10;
    }
    return { marks, height: y + 4 - top };
  };
  const height = Math.max(problems.height, write(0).height);
  const drawn = problems.draw(-boxWidth - 20, -height / 2, height);
  const ground = [
    ...drawn.ground,
    ...boxGround({ x, y: -height / 2, width: boxWidth, height }),
    ...write(-height / 2).marks,
  ];
  return { ground, nodes: drawn.nodes, height };
}

/** The ring of the help, with arrows that read clockwise. */
function ringOf(top: number, bottom: number, rx: number): { marks: Mark[]; centre: Point; rx: number } {
  const centre = { x: 0, y: (top + bottom) / 2 };
  const ry = (bottom - top) / 2;
  const at = (degrees: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    return { x: centre.x + rx * Math.cos(angle), y: centre.y + ry * Math.sin(angle) };
  };
  const points = Array.from({ length: 120 }, (_, index) => at(index * 3));
  const arrows = [-28, 28, 152, 208].map((degrees): Mark => ({
    kind: 'path',
    d: arrowHead(at(degrees - 2), at(degrees + 1), 20),
    fill: 'line',
  }));
  return {
    marks: [
      { kind: 'path', d: polygon(points), stroke: 'household-3', width: 28 },
      { kind: 'path', d: polygon(points), stroke: 'line', width: 1.5 },
      ...arrows,
    ],
    centre,
    rx,
  };
}

function sentenceMarks(board: Board, top: number): Mark[] {
  const sentences = ofType(board, 'patroonzin').filter(
    (sentence) => placeOf(board, view, sentence.id) === undefined && sentence.tekst !== '',
  );
  const text =
    sentences.length === 0 ? patroonWords.leeg.patroonzin : sentences.map((sentence) => sentence.tekst).join(' ');
  const style =
    sentences.length === 0
      ? ({ size: 18, anchor: 'middle', color: 'ink-soft' } as const)
      : ({ size: 24, weight: 600, anchor: 'middle' } as const);
  return [
    label(patroonWords.patroonzin, 0, top + 16, { color: 'ink-soft', anchor: 'middle' }),
    ...paragraph(text, 0, top + 32, 900, style).marks,
  ];
}

function describe(board: Board, pattern: Pattern): string[] {
  const boxes = allBoxes(pattern).flatMap((box) =>
    box.blocks.length === 0
      ? []
      : [
          closed(
            `${box.title}${box.title.endsWith('?') ? '' : ':'} ${box.blocks.map((block) => block.tekst).join('; ')}`,
          ),
        ],
  );
  const links = ofType(board, 'verband').flatMap((verband) => {
    const texts = textsOf(board, verband);
    const inView = board.things.get(verband.van ?? '')?.type === 'patroonblok';
    return texts === undefined || !inView ? [] : [closed(sayVerband(texts[0], texts[1], verband.omdat))];
  });
  const questions = ofType(board, 'hulpvraag').map((question) =>
    closed(`${patroonWords.hulpvraag}: ${question.tekst}`),
  );
  const sentences = ofType(board, 'patroonzin').map((sentence) =>
    closed(`${patroonWords.patroonzin}: ${sentence.tekst}`),
  );
  return [...boxes, ...questions, ...links, ...sentences];
}
