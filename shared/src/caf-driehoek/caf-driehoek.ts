import { ofType, placeOf } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { cafDimensions } from '../board/things/factor.ts';
import type { CafSide } from '../board/things/factor.ts';
import type { ThingOfType } from '../board/things.ts';
import { boxOfAll, boxOfMark } from '../picture/bounds.ts';
import { cardHeight, cardNode, guestCards, label, paragraph } from '../picture/card.ts';
import { closed, faceOf, nameOf, peopleByBirth } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { sayVerband, textsOf, verbandLine } from '../picture/links.ts';
import { middleOf, polygon } from '../picture/paths.ts';
import { routerThrough } from '../picture/routes.ts';
import type { Mark, PictureLine, PictureNode, ViewPicture } from '../picture/picture.ts';
import { sayList } from '../words/dates.ts';
import { dimensionWords, driehoekWords, sideWords, waardeWords } from '../words/pictures.ts';
import { placeCards } from './places.ts';
import type { Group, Sides, Triangle } from './places.ts';

type Factor = ThingOfType<'factor'>;
const view = 'caf-driehoek';
const sideNames = ['kind', 'opvoeding', 'omgeving'] as const;

/**
 * Takes a board, gives the triangle: three named sides with the factors outside along their side, grouped by dimension, the names
 * of the children it is about in the middle, and the links between factors along the strips between the cards.
 */
export function cafDriehoekPicture(board: Board, options: PictureOptions): ViewPicture {
  const factors = ofType(board, 'factor');
  const children = childNames(board);
  const placed = placeCards(sidesOf(board, factors, options));
  const nodes = factors.map((factor): PictureNode => {
    const byHand = placeOf(board, view, factor.id);
    const box = placed.cards.get(factor.id);
    const middle = byHand ?? middleOf(box ?? { x: 0, y: 0, width: 0, height: 0 });
    return cardNode(factor.id, faceOf(factor, board, options), middle, byHand !== undefined);
  });
  const all = [...nodes, ...guestCards(board, view, options)];
  const byId = new Map(all.map((node) => [node.id, node]));
  const backdrop = [
    ...triangleMarks(placed.triangle, children),
    ...teachingMarks(placed.triangle, factors),
    ...placed.titles.map(({ text, x, y, anchor }) =>
      label(text, x, y, { size: 18, weight: 600, color: 'ink-soft', anchor }),
    ),
  ];
  const words = backdrop.flatMap((mark) => (mark.kind === 'text' ? [boxOfMark(mark)] : []));
  const router = routerThrough(placed.channels, [...all.map((node) => node.box), ...words]);
  const lines = ofType(board, 'verband')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((verband): PictureLine[] => {
      const line = verbandLine(verband, byId, router);
      return line === undefined ? [] : [line];
    });
  return {
    view,
    box: boxOfAll(backdrop, lines, all, 24),
    backdrop,
    lines,
    nodes: all,
    description: describe(board, factors, children),
  };
}

const sideOf = (factor: Factor): CafSide => factor.kant ?? 'omgeving';

/** Groups of each side in the order of the dimensions; factors without a dimension last. Placed by hand: not in a group. */
function sidesOf(board: Board, factors: readonly Factor[], options: PictureOptions): Sides {
  const free = factors.filter((factor) => placeOf(board, view, factor.id) === undefined);
  const groups = (side: CafSide): Group[] =>
    [...dimensionsOf(side), undefined].flatMap((dimension): Group[] => {
      const own = free.filter((factor) => sideOf(factor) === side && dimensionIn(side, factor) === dimension);
      if (own.length === 0) return [];
      const cards = own.map((factor) => ({ id: factor.id, height: cardHeight(faceOf(factor, board, options)) }));
      return [
        {
          key: dimension ?? 'rest',
          title: dimension === undefined ? driehoekWords.zonderDimensie : dimensionWords[dimension],
          cards,
        },
      ];
    });
  return { kind: groups('kind'), opvoeding: groups('opvoeding'), omgeving: groups('omgeving') };
}

type Dimension = NonNullable<Factor['dimensie']>;
const dimensionsOf = (side: CafSide): readonly Dimension[] => cafDimensions[side];
const dimensionIn = (side: CafSide, factor: Factor): Dimension | undefined =>
  dimensionsOf(side).find((name) => name === factor.dimensie);

/** The names of the children it is about, oldest first. */
const childNames = (board: Board): string[] =>
  peopleByBirth(board)
    .filter((person) => person.indexkind === true)
    .map((person) => nameOf(board, person.id));

function triangleMarks({ top, half, height }: Triangle, children: readonly string[]): Mark[] {
  const corners = [
    { x: 0, y: top },
    { x: half, y: top + height },
    { x: -half, y: top + height },
  ];
  const bottom = top + height;
  const names = paragraph(sayList(children), 0, top + height * 0.54, half * 1.05, {
    size: 36,
    weight: 600,
    anchor: 'middle',
  });
  const { kind, opvoeding, omgeving } = sideWords;
  const who = children.length === 0 ? driehoekWords.hetKind : sayList(children);
  const [beside, big] = [half * 0.17 + 24, { size: 26, weight: 600 } as const];
  const small = { size: 18, color: 'ink-soft' } as const;
  return [
    { kind: 'path', d: polygon(corners), stroke: 'line', width: 3, fill: 'surface' },
    ...names.marks,
    label(`${kind.family} ${who}?`, -beside, top + 26, { ...big, anchor: 'end' }),
    label(kind.official, -beside, top + 54, { ...small, anchor: 'end' }),
    label(`${opvoeding.family}?`, beside, top + 26, big),
    label(opvoeding.official, beside, top + 54, small),
    label(omgeving.family, 0, bottom - 46, { ...big, anchor: 'middle' }),
    label(omgeving.official, 0, bottom - 18, { ...small, anchor: 'middle' }),
  ];
}

/** What to write beside a side where nobody wrote anything yet. */
function teachingMarks({ top, half, height }: Triangle, factors: readonly Factor[]): Mark[] {
  const style = { size: 18, color: 'ink-soft' } as const;
  const [beside, width] = [half * 0.5 + 30, 270];
  const marks: Readonly<Record<CafSide, () => Mark[]>> = {
    kind: () => paragraph(driehoekWords.begin.kind, -beside, top + 96, width, { ...style, anchor: 'end' }).marks,
    opvoeding: () => paragraph(driehoekWords.begin.opvoeding, beside, top + 96, width, style).marks,
    omgeving: () =>
      paragraph(driehoekWords.begin.omgeving, 0, top + height + 16, 560, { ...style, anchor: 'middle' }).marks,
  };
  return sideNames.flatMap((side) => (factors.some((factor) => sideOf(factor) === side) ? [] : marks[side]()));
}

function describe(board: Board, factors: readonly Factor[], children: readonly string[]): string[] {
  const who = children.length === 0 ? driehoekWords.hetKind : sayList(children);
  const sides = sideNames.map((side) => {
    const own = factors.filter((factor) => sideOf(factor) === side);
    const cards = own.map((factor) => {
      const dimension = dimensionIn(side, factor);
      return `${dimension === undefined ? '' : `${dimensionWords[dimension]}: `}${factor.tekst} (${waardeWords[factor.waarde ?? 'onbekend']})`;
    });
    return `${sideWords[side].official[0]?.toUpperCase() ?? ''}${sideWords[side].official.slice(1)}: ${cards.length === 0 ? driehoekWords.leeg : closed(cards.join('; '))}`;
  });
  const links = ofType(board, 'verband').flatMap((verband) => {
    const texts = textsOf(board, verband);
    const inView =
      factors.some((factor) => factor.id === verband.van) && factors.some((factor) => factor.id === verband.naar);
    return texts === undefined || !inView ? [] : [closed(sayVerband(texts[0], texts[1], verband.omdat))];
  });
  return [driehoekWords.over(who), ...sides, ...links];
}
