import type { ThingOfType } from '../board/things.ts';
import { organisationMarks, pawMarks } from '../genogram/actors.ts';
import { half, figureOf, personNode } from '../genogram/symbols.ts';
import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { circle, roundedBox } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Ink, Mark, PictureNode } from '../picture/picture.ts';
import { cardWords } from '../words/pictures.ts';
import { meansWords, nearWords, sociogramWords } from '../words/sociogram.ts';
import type { Actor, Band, Shown } from './circle.ts';
import { sign } from './icons.ts';
import type { SignName } from './icons.ts';

const [rowHeight, textWidth, symbolRoom, shortest] = [21, 132, 80, 72];
/** What somebody can and cannot do stands in the picture when it is this short; the list always says it whole. */
const mostLines = 2;

type Row = { readonly text: string; readonly icon?: SignName; readonly weight: 400 | 600; readonly color: Ink };
/**
 * Somebody or something measured: how large, where its symbol is, and how to draw it around the middle of its box. `mirrored`: its symbol at the
 * right. Not mirrored the symbol is `aside` to the left of the middle of the box, and `above` it.
 */
export type Figure = {
  readonly actor: Actor;
  readonly width: number;
  readonly height: number;
  readonly aside: number;
  readonly above: number;
  readonly draw: (middle: Point, placed: boolean, mirrored: boolean) => PictureNode;
};
/** What is said beside the name: how near, when the place in the picture does not say it. */
export type Beside = { readonly shown: Shown | undefined; readonly near?: string | undefined; readonly label: string };

const meansIcons: Readonly<Record<NonNullable<Band['soort']>, SignName>> = {
  vertrouwen: 'praat',
  'zorg-en-opvoeding': 'huis',
  'praktische-hulp': 'sleutel',
  'gezellig-samen': 'lach',
  begeleiding: 'kompas',
  spanning: 'bliksem',
};

/** Takes an actor and what is said about the tie, gives its figure: the symbol of the genogram with the words beside it. */
export function actorFigure(actor: Actor, beside: Beside, today: number): Figure {
  const rows = [...nameRows(actor), ...tieRows(beside)];
  const under = canRows(beside.shown?.band);
  const height = Math.max(shortest, rows.length * rowHeight + 6) + under.length * rowHeight;
  const room = actor.type === 'organisatie' ? 24 : symbolRoom;
  const width = Math.ceil(Math.max(room + Math.max(...rows.map(rowWidth)) + 4, ...under.map(rowWidth), shortest));
  const draw: Figure['draw'] = (middle, placed, mirrored) => {
    const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
    const body = height - under.length * rowHeight;
    const side = mirrored ? box.x + width - half - 8 : box.x + half + 8;
    const at = { x: side, y: box.y + body / 2 };
    const top = box.y + (body - rows.length * rowHeight) / 2;
    const inner = room - (actor.type === 'organisatie' ? 12 : 2);
    const block = Math.max(0, ...under.map(rowWidth));
    const marks = [
      ...(beside.shown === undefined ? [] : plate(box)),
      ...symbolOf(actor, at, { ...box, height: body }, today),
      ...rows.flatMap((row, index) =>
        rowMarks(row, mirrored ? box.x + width - inner : box.x + inner, top + index * rowHeight, mirrored),
      ),
      ...under.flatMap((row, index) =>
        rowMarks(row, mirrored ? box.x + width - block : box.x, box.y + body + index * rowHeight, false),
      ),
      ...(beside.shown?.differs === true ? dot({ x: mirrored ? box.x + width - 8 : box.x + 8, y: box.y + 9 }) : []),
    ];
    return { id: actor.id, box, placed, marks, label: beside.label };
  };
  const aside = actor.type === 'organisatie' ? 0 : width / 2 - half - 8;
  return { actor, width, height, aside, above: (under.length * rowHeight) / 2, draw };
}

/** The child in the middle, with the name below, as in the genogram. */
export function childFigure(child: ThingOfType<'persoon'>, today: number): Figure {
  const figure = figureOf(child);
  const { width, height } = figure.box;
  return {
    actor: child,
    width,
    height,
    aside: 0,
    above: height / 2 + figure.box.y,
    draw: (middle, placed) => {
      const at = { x: middle.x - width / 2 - figure.box.x, y: middle.y - height / 2 - figure.box.y };
      return personNode(figure, at, placed, today);
    },
  };
}

const nameOfActor = (actor: Actor): string => (actor.naam.trim() === '' ? cardWords.naamloos : actor.naam.trim());

const nameRows = (actor: Actor): Row[] => [
  ...wrap(nameOfActor(actor), textWidth, 16, 600).map((text): Row => ({ text, weight: 600, color: 'ink' })),
  ...(actor.type === 'huisdier'
    ? wrap(sociogramWords.dier(actor.soort.trim()), textWidth, 16).map((text): Row => ({
        text,
        weight: 400,
        color: 'ink-soft',
      }))
    : []),
];

function tieRows({ shown, near }: Beside): Row[] {
  const band = shown?.band;
  const soft = { weight: 400, color: 'ink-soft' } as const;
  return [
    ...(near === undefined ? [] : [{ text: near, ...soft }]),
    ...(band?.soort === undefined
      ? []
      : [{ text: meansWords[band.soort], icon: meansIcons[band.soort], weight: 400, color: 'ink' } as const]),
    ...(band?.wilDatHetGoedGaat === true
      ? [{ text: sociogramWords.geeftErom, icon: 'hart', weight: 400, color: 'kracht-text' } as const]
      : []),
    ...(band?.wilMeedoen === true
      ? [{ text: sociogramWords.wilHelpen, icon: 'plus', weight: 400, color: 'kracht-text' } as const]
      : []),
  ];
}

function canRows(band: Band | undefined): Row[] {
  const rows = (text: string, whole: (text: string) => string, elsewhere: string, icon: SignName): Row[] => {
    if (text.trim() === '') return [];
    const lines = wrap(whole(text.trim()), textWidth + symbolRoom - 24, 16);
    const short = lines.length > mostLines ? [elsewhere] : lines;
    return short.map((line, index) => ({
      text: line,
      weight: 400,
      color: 'ink-soft',
      ...(index === 0 ? { icon } : {}),
    }));
  };
  if (band === undefined) return [];
  return [
    ...rows(band.kan, sociogramWords.kan, sociogramWords.kanInLijst, 'vink'),
    ...rows(band.kanNiet, sociogramWords.kanNiet, sociogramWords.kanNietInLijst, 'streep'),
  ];
}

const iconRoom = (row: Row): number => (row.icon === undefined ? 0 : 23);
const rowWidth = (row: Row): number => iconRoom(row) + measure(row.text, 16, row.weight);

/** One row that begins at `x`, or ends there when mirrored. */
function rowMarks(row: Row, x: number, top: number, mirrored: boolean): Mark[] {
  const left = mirrored ? x - rowWidth(row) : x;
  return [
    ...(row.icon === undefined ? [] : sign(row.icon, { x: left, y: top + 2 }, row.color)),
    label(row.text, left + iconRoom(row), top + 16, { weight: row.weight, color: row.color }),
  ];
}

function symbolOf(actor: Actor, at: Point, box: Box, today: number): readonly Mark[] {
  switch (actor.type) {
    case 'persoon':
      return personNode({ ...figureOf(actor), name: [], quiet: [] }, at, false, today).marks;
    case 'organisatie':
      return organisationMarks(box);
    case 'huisdier':
      return pawMarks(at);
  }
}

/** A light ground, so that a tie which passes behind somebody never runs through the words. */
const plate = (box: Box): Mark[] => [
  {
    kind: 'path',
    d: roundedBox({ x: box.x - 5, y: box.y - 2, width: box.width + 10, height: box.height + 4 }, 12),
    fill: 'surface',
    opacity: 0.86,
  },
];

/** Somebody sees it differently: the same dot as on a card. */
export const dot = (at: Point): Mark[] => [
  { kind: 'path', d: circle(at, 8), fill: 'surface' },
  { kind: 'path', d: circle(at, 6), fill: 'anders', stroke: 'anders', width: 1 },
];

export const nearWord = (near: Band['nabijheid']): string => (near === undefined ? '' : nearWords[near]);
export const plainLabel = (actor: Actor, more: readonly string[]): string => joined([nameOfActor(actor), ...more]);
