import { ageOn, dayNumber } from '../board/vague-date.ts';
import { label } from '../picture/card.ts';
import { joined } from '../picture/face.ts';
import { measure, wrap } from '../picture/measure.ts';
import { circle } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureNode } from '../picture/picture.ts';
import { sayAge, sayYears } from '../words/dates.ts';
import { birthSexWords, cardWords, genderWords, genogramWords } from '../words/pictures.ts';
import type { Person } from './family.ts';
import { crossPath, outlinePath } from './shapes.ts';
import type { Outline } from './shapes.ts';
import { nameWidth } from './spread.ts';

/** Half the size of a symbol, and the room around it for the second outline of an index child. */
export const half = 28;
export const outline = 8;
export const lineStep = 20;

/** A symbol measured: its outline, and the box that holds symbol and words, around a symbol at the origin. */
export type Sketch = { readonly outline: Outline; readonly box: Box };

/** A person measured: the lines under the symbol too. The quiet ones are the years, and what was said at birth where the person wants that. */
export type Figure = Sketch & {
  readonly person: Person;
  readonly name: readonly string[];
  readonly quiet: readonly string[];
};

export function figureOf(person: Person): Figure {
  const name = wrap(nameOfPerson(person), nameWidth, 16, 600);
  const birth = person.geboortegeslacht === undefined ? '' : birthSexWords[person.geboortegeslacht];
  const quiet = [yearsOf(person), ...(birth === '' ? [] : wrap(birth, nameWidth, 16))].filter((text) => text !== '');
  const widest = Math.max(
    2 * (half + outline),
    ...name.map((words) => measure(words, 16, 600)),
    ...quiet.map((words) => measure(words, 16)),
  );
  const height = 2 * (half + outline) + (name.length + quiet.length) * lineStep + 6;
  return {
    person,
    name,
    quiet,
    outline: outlineOf(person),
    box: { x: -widest / 2, y: -half - outline, width: widest, height },
  };
}

const nameOfPerson = ({ naam }: Person): string => (naam.trim() === '' ? cardWords.naamloos : naam.trim());

const yearsOf = ({ geboren, overleden }: Person): string => {
  const born = geboren === undefined ? '' : sayYears(geboren);
  return overleden === undefined ? born : `${born === '' ? '' : `${born} `}† ${sayYears(overleden)}`;
};

export const shapeOf = (gender: Person['geslacht']): Outline['shape'] => {
  switch (gender) {
    case 'vrouw':
      return 'circle';
    case 'man':
      return 'square';
    case 'intersekse':
      return 'nested';
    case 'non-binair':
      return 'hexagon';
    default:
      return 'diamond';
  }
};

/** The outermost outline: an index child has a second one. */
export const outlineOf = (person: Pick<Person, 'geslacht' | 'indexkind'>): Outline => ({
  shape: shapeOf(person.geslacht),
  r: half + (person.indexkind === true ? 6 : 0),
});

/** The age to stand in the symbol: today, or at death. Nothing when it makes no sense. */
export function ageOf({ geboren, overleden }: Person, today: number): number | undefined {
  if (geboren === undefined) return undefined;
  const age = ageOn(geboren, overleden === undefined ? today : dayNumber(overleden));
  return age < 0 || age > 130 ? undefined : age;
}

/** From the middle of the symbol to the middle of its box: places are kept for the middle of the box. */
export const toMiddle = (figure: { readonly box: Box }): number => figure.box.y + figure.box.height / 2;

export function personNode(figure: Figure, at: Point, placed: boolean, today: number): PictureNode {
  const { person, name, quiet, box } = figure;
  const top = at.y + half + outline;
  const under = top + name.length * lineStep;
  return {
    id: person.id,
    box: { ...box, x: at.x + box.x, y: at.y + box.y },
    placed,
    marks: [
      ...symbolMarks(person, at, ageOf(person, today)),
      ...name.map((words, index) => label(words, at.x, top + index * lineStep + 15, { weight: 600, anchor: 'middle' })),
      ...quiet.map((words, index) =>
        label(words, at.x, under + index * lineStep + 15, { color: 'ink-soft', anchor: 'middle' }),
      ),
    ],
    label: sayPerson(person, today),
  };
}

type Drawn = Pick<Person, 'geslacht' | 'indexkind'> & { readonly overleden?: unknown };

/** The symbol itself: outline, a second one for an index child, the cross of who died, and the age. */
export function symbolMarks(person: Drawn, at: Point, age: number | undefined): Mark[] {
  const shape = shapeOf(person.geslacht);
  const index = person.indexkind === true;
  const dead = person.overleden !== undefined;
  const unknown = person.geslacht === undefined || person.geslacht === 'onbekend';
  const stroke = index ? 'action' : 'ink';
  const marks: Mark[] = [];
  if (index) marks.push({ kind: 'path', d: outlinePath(outlineOf(person), at), fill: 'surface', stroke, width: 2.5 });
  marks.push({ kind: 'path', d: outlinePath({ shape, r: half }, at), fill: 'surface', stroke, width: 2.5 });
  if (shape === 'nested') marks.push({ kind: 'path', d: circle(at, half - 1), stroke: 'ink', width: 2 });
  if (dead) marks.push({ kind: 'path', d: crossPath({ shape, r: half }, at), stroke: 'ink', width: 1.5 });
  if (dead && age !== undefined) marks.push({ kind: 'path', d: circle(at, 15), fill: 'surface' });
  if (age !== undefined) marks.push(...inside(String(age), at));
  else if (unknown && !dead) marks.push(...inside('?', at));
  return marks;
}

const inside = (text: string, at: Point): Mark[] => [
  label(text, at.x, at.y + 7, { size: 20, weight: 600, anchor: 'middle' }),
];

export function sayPerson(person: Person, today: number): string {
  const age = ageOf(person, today);
  const gender = person.geslacht === undefined ? '' : genderWords[person.geslacht];
  const birth = person.geboortegeslacht === undefined ? '' : birthSexWords[person.geboortegeslacht];
  const death = person.overleden === undefined ? '' : genogramWords.overleden(sayYears(person.overleden));
  return joined([
    nameOfPerson(person),
    gender,
    birth,
    age === undefined ? '' : sayAge(age),
    death,
    person.indexkind === true ? genogramWords.indexkind : '',
    person.bijzonderheid,
  ]);
}
