import { ofType, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { boxOfAll, boxOfMark } from '../picture/bounds.ts';
import { guestCards, label, paragraph } from '../picture/card.ts';
import { closed, nameOf, speakerOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { sayVerband, textsOf, verbandLine } from '../picture/links.ts';
import { arrowHead, roundedBox } from '../picture/paths.ts';
import type { Mark, PictureLine, ViewPicture } from '../picture/picture.ts';
import { routerThrough } from '../picture/routes.ts';
import { patroonWords } from '../words/pictures.ts';
import { patternOf } from './boxes.ts';
import type { Pattern, PatternBox } from './boxes.ts';
import { drawSpots, layOut } from './layout.ts';
import type { Laid } from './layout.ts';
import { boxGround, placedBlocks } from './places.ts';
import type { MeasuredBox } from './places.ts';

const view = 'gezinspatroon';

/**
 * Takes a board, gives the pattern as a circle that reads clockwise: the parents above (what they went through outside, what they do
 * inside), the children below, and on the ring between them the help, the problems and the question of the family.
 */
export function gezinspatroonPicture(board: Board, options: PictureOptions): ViewPicture {
  const pattern = patternOf(board);
  const laid = layOut(pattern, (width) => questionBox(board, options, width), board, options);
  const drawn = drawSpots(laid.spots);
  const ground = [...ringOf(laid), ...drawn.ground, ...sentenceMarks(board, laid)];
  const placed = allBoxes(pattern).flatMap((box) => placedBlocks(box, board, options));
  const nodes = [...drawn.nodes, ...placed, ...guestCards(board, view, options)];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const words = ground.flatMap((mark) => (mark.kind === 'text' ? [boxOfMark(mark)] : []));
  const router = routerThrough(laid.channels, [...nodes.map((node) => node.box), ...words]);
  const lines = ofType(board, 'verband')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((verband): PictureLine[] => {
      const line = verbandLine(verband, byId, router);
      return line === undefined ? [] : [line];
    });
  return {
    view,
    box: boxOfAll(ground, lines, nodes, 24),
    backdrop: ground,
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

/** The family's own question beside the problems: of each person what they ask directly, with the name. */
function questionBox(board: Board, options: PictureOptions, width: number): MeasuredBox {
  const [inset, inner] = [12, width - 24];
  const free = ofType(board, 'hulpvraag').filter((question) => placeOf(board, view, question.id) === undefined);
  const direct = free.filter((question) => question.laag !== 'onderliggend');
  const texts = (direct.length === 0 ? free : direct).map((question) => {
    const speaker = speakerOf(question, options);
    return speaker === undefined
      ? patroonWords.vraag(question.tekst)
      : patroonWords.vraagVan(nameOf(board, speaker), question.tekst);
  });
  const title = (x: number, y: number): { marks: Mark[]; height: number } =>
    paragraph(patroonWords.hulpvraag, x, y, inner, { size: 20, weight: 600 });
  const body = (x: number, top: number): { marks: Mark[]; height: number } => {
    if (texts.length === 0)
      return paragraph(patroonWords.leeg.hulpvraag, x, top, inner, { size: 18, color: 'ink-soft' });
    let y = top;
    const marks = texts.flatMap((text) => {
      const part = paragraph(text, x, y, inner, { size: 18 });
      y += part.height + 8;
      return part.marks;
    });
    return { marks, height: y - top };
  };
  return {
    titleHeight: title(0, 0).height,
    bodyHeight: body(0, 0).height,
    draw: (at, titleHeight) => ({
      ground: [
        ...boxGround(at),
        ...title(at.x + inset, at.y + inset).marks,
        ...body(at.x + inset, at.y + inset + titleHeight + 8).marks,
      ],
      nodes: [],
    }),
  };
}

/** The ring through the help and the question, above and below the problems, with arrows that read clockwise. */
function ringOf({ ring: { top, bottom, half } }: Laid): Mark[] {
  const d = roundedBox({ x: -half, y: top, width: 2 * half, height: bottom - top }, 90);
  const spots = [-0.74, -0.25, 0.25, 0.74].map((part) => part * half);
  const arrows = spots.flatMap((x): Mark[] => [
    { kind: 'path', d: arrowHead({ x: x - 20, y: top }, { x: x + 14, y: top }, 26), fill: 'line' },
    { kind: 'path', d: arrowHead({ x: x + 20, y: bottom }, { x: x - 14, y: bottom }, 26), fill: 'line' },
  ]);
  return [{ kind: 'path', d, stroke: 'household-3', width: 30 }, ...arrows];
}

/** What comes back again and again, large: the one sentence that must be read from the far end of the table. */
function sentenceMarks(board: Board, { bottom, width }: Laid): Mark[] {
  const sentences = ofType(board, 'patroonzin').filter(
    (sentence) => placeOf(board, view, sentence.id) === undefined && sentence.tekst !== '',
  );
  const head = label(patroonWords.patroonzin, 0, bottom + 44, { size: 18, color: 'ink-soft', anchor: 'middle' });
  if (sentences.length === 0)
    return [
      head,
      ...paragraph(patroonWords.leeg.patroonzin, 0, bottom + 54, width, {
        size: 22,
        color: 'ink-soft',
        anchor: 'middle',
      }).marks,
    ];
  const text = sentences.map((sentence) => sentence.tekst).join(' ');
  return [head, ...paragraph(text, 0, bottom + 50, width * 0.86, { size: 30, weight: 600, anchor: 'middle' }).marks];
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
