import { ageOn } from '../board/vague-date.ts';
import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { circle, polygon, polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import { sayAge, sayYears } from '../words/dates.ts';
import { cardWords, genderWords, genogramWords } from '../words/pictures.ts';
import { dayNumber } from '../board/vague-date.ts';
import type { Person } from './family.ts';
import { nameWidth } from './spread.ts';

/** Half the size of a symbol, and the room around it for the second outline of an index child. */
export const half = 28;
const outline = 8;
const line = 20;

/** A person measured: the lines under the symbol and the box that holds symbol and lines, around a symbol at the origin. */
export type Figure = {
  readonly person: Person;
  readonly name: readonly string[];
  readonly years: string;
  readonly box: Box;
};

export function figureOf(person: Person): Figure {
  const name = wrap(person.naam.trim() === '' ? cardWords.naamloos : person.naam.trim(), nameWidth, 16, 600);
  const years = yearsOf(person);
  const widest = Math.max(2 * (half + outline), ...name.map((words) => measure(words, 16, 600)), measure(years, 16));
  const height = 2 * (half + outline) + name.length * line + (years === '' ? 0 : line) + 6;
  return { person, name, years, box: { x: -widest / 2, y: -half - outline, width: widest, height } };
}

const yearsOf = ({ geboren, overleden }: Person): string => {
  const born = geboren === undefined ? '' : sayYears(geboren);
  return overleden === undefined ? born : `${born === '' ? '' : `${born} `}† ${sayYears(overleden)}`;
};

/** The age to stand in the symbol: today, or at death. Nothing when it makes no sense. */
export function ageOf({ geboren, overleden }: Person, today: number): number | undefined {
  if (geboren === undefined) return undefined;
  const age = ageOn(geboren, overleden === undefined ? today : dayNumber(overleden));
  return age < 0 || age > 130 ? undefined : age;
}

/** From the middle of the symbol to the middle of its box: places are kept for the middle of the box. */
export const toMiddle = (figure: { readonly box: Box }): number => figure.box.y + figure.box.height / 2;

export function personNode(figure: Figure, at: Point, placed: boolean, today: number): PictureNode {
  const { person, name, years, box } = figure;
  const age = ageOf(person, today);
  const top = at.y + half + outline;
  const marks: Mark[] = [
    ...(person.indexkind === true
      ? [{ kind: 'path', d: shape(person, at, half + 6), fill: 'surface', stroke: 'action', width: 2.5 } as const]
      : []),
    {
      kind: 'path',
      d: shape(person, at, half),
      fill: 'surface',
      stroke: person.indexkind === true ? 'action' : 'ink',
      width: 2.5,
    },
    ...(person.geslacht === 'intersekse'
      ? [{ kind: 'path', d: circle(at, half - 1), stroke: 'ink', width: 2 } as const]
      : []),
    ...(person.overleden === undefined
      ? []
      : [{ kind: 'path', d: cross(person, at), stroke: 'ink', width: 1.5 } as const]),
    ...(person.overleden === undefined || age === undefined
      ? []
      : [{ kind: 'path', d: circle(at, 15), fill: 'surface' } as const]),
    ...(age === undefined ? [] : inside(String(age), at)),
    ...(age === undefined && (person.geslacht === undefined || person.geslacht === 'onbekend') ? inside('?', at) : []),
    ...name.map((words, index) => label(words, at.x, top + index * line + 15, { weight: 600, anchor: 'middle' })),
    ...(years === ''
      ? []
      : [label(years, at.x, top + name.length * line + 15, { color: 'ink-soft', anchor: 'middle' })]),
  ];
  return {
    id: person.id,
    box: { ...box, x: at.x + box.x, y: at.y + box.y },
    placed,
    marks,
    label: sayPerson(person, today),
  };
}

const inside = (text: string, at: Point): Mark[] => [
  label(text, at.x, at.y + 7, { size: 20, weight: 600, anchor: 'middle' }),
];

/** Square: man. Circle: vrouw. Hexagon: non-binair. Circle in a square: intersekse. Diamond: not known. */
function shape(person: Person, { x, y }: Point, r: number): string {
  switch (person.geslacht) {
    case 'vrouw':
      return circle({ x, y }, r);
    case 'man':
    case 'intersekse':
      return polygon([
        { x: x - r, y: y - r },
        { x: x + r, y: y - r },
        { x: x + r, y: y + r },
        { x: x - r, y: y + r },
      ]);
    case 'non-binair':
      return polygon(
        Array.from({ length: 6 }, (_, index) => ({
          x: x + r * 1.08 * Math.cos((index * Math.PI) / 3),
          y: y + r * 1.08 * Math.sin((index * Math.PI) / 3),
        })),
      );
    default:
      return polygon([
        { x, y: y - r * 1.15 },
        { x: x + r * 1.15, y },
        { x, y: y + r * 1.15 },
        { x: x - r * 1.15, y },
      ]);
  }
}

function cross(person: Person, { x, y }: Point): string {
  const r = person.geslacht === 'man' || person.geslacht === 'intersekse' ? half : half * 0.7;
  return (
    polyline([
      { x: x - r, y: y - r },
      { x: x + r, y: y + r },
    ]) +
    polyline([
      { x: x - r, y: y + r },
      { x: x + r, y: y - r },
    ])
  );
}

/** The top of a symbol, `dx` beside its middle: where the line from the parents ends. */
export function topOf(person: Person, at: Point, dx: number): Point {
  const r = half + (person.indexkind === true ? 6 : 0);
  const up = (): number => {
    switch (person.geslacht) {
      case 'vrouw':
        return Math.sqrt(Math.max(0, r * r - dx * dx));
      case 'man':
      case 'intersekse':
        return r;
      case 'non-binair':
        return r * 0.935;
      default:
        return r * 1.15 - Math.abs(dx);
    }
  };
  return { x: at.x + dx, y: at.y - up() };
}

/** How far the symbol reaches to the side at its middle. */
export function reachOf(person: Person): number {
  const r = half + (person.indexkind === true ? 6 : 0);
  if (person.geslacht === 'non-binair') return r * 1.08;
  return person.geslacht === undefined || person.geslacht === 'onbekend' ? r * 1.15 : r;
}

export function sayPerson(person: Person, today: number): string {
  const age = ageOf(person, today);
  const name = person.naam.trim() === '' ? cardWords.naamloos : person.naam.trim();
  const gender = person.geslacht === undefined ? '' : genderWords[person.geslacht];
  const death = person.overleden === undefined ? '' : genogramWords.overleden(sayYears(person.overleden));
  return joined([
    name,
    gender,
    age === undefined ? '' : sayAge(age),
    death,
    person.indexkind === true ? genogramWords.indexkind : '',
    person.bijzonderheid,
  ]);
}
