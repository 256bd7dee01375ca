import type { ThingOfType } from '../board/things.ts';
import { speakerOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { polyline } from '../picture/paths.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, PictureLine } from '../picture/picture.ts';
import { genogramWords } from '../words/pictures.ts';
import type { Kin } from './family.ts';
import { putLabel } from './labels.ts';
import type { Crowd } from './labels.ts';
import { patternMarks } from './patterns.ts';
import { Paper } from './relation-paper.ts';
import type { End } from './relation-paper.ts';
import { nameIn, sayRelation } from './say.ts';

export type Relation = ThingOfType<'relatielijn'>;

/** What the ties are drawn between, and what they keep off. */
export type Between = {
  readonly kin: Kin;
  readonly ends: ReadonlyMap<string, End>;
  readonly crowd: Crowd;
  readonly options: PictureOptions;
  /** While somebody moves something: the ties that are drawn already and stay as they are. */
  readonly known?: ReadonlyMap<string, PictureLine>;
};

/**
 * Takes the ties between people, animals and organisations, gives each as a curve that keeps off other symbols and all names. Two ties of the
 * same two run apart, each with its own words; then it stands by the line according to whom.
 */
export function relationLines(relations: readonly Relation[], between: Between): PictureLine[] {
  const { kin, ends, crowd, options, known } = between;
  const shown = relations.filter(({ van = '', naar = '' }) => van !== naar && ends.has(van) && ends.has(naar));
  const paper = new Paper(ends, crowd, known !== undefined);
  const pairs = Map.groupBy(shown, pairOf);
  const drawn = shown.flatMap((relation): [Relation, readonly Point[], PictureLine][] => {
    const { id, van = '', naar = '', soort = 'gericht-op' } = relation;
    const before = known?.get(id);
    if (before !== undefined) return [[relation, [], before]];
    const points = paper.curve(van, naar);
    if (points.length === 0) return [];
    const d = polyline(thinned(points));
    const line = {
      id,
      ends: [van, naar],
      marks: patternMarks(soort, points),
      d,
      label: sayRelation(kin, relation, options),
    };
    return [[relation, points, line]];
  });
  for (const [, points] of drawn) crowd.thin.push(...thinned(points).map(aroundPoint));
  return drawn.map(([relation, points, line]) => {
    const speaker = speakerOf(relation, options);
    const alone = (pairs.get(pairOf(relation)) ?? []).length < 2;
    if (alone || points.length === 0 || speaker === undefined || !kin.people.has(speaker)) return line;
    const said = putLabel(genogramWords.volgens(nameIn(kin, speaker)), besideCurve(points), crowd);
    return { ...line, marks: [...line.marks, ...said] };
  });
}

const aroundPoint = ({ x, y }: Point): Box => ({ x: x - 6, y: y - 6, width: 12, height: 12 });

const pairOf = ({ van = '', naar = '' }: Relation): string => [van, naar].sort().join('+');

/** Enough points to lie along the curve for a finger. */
const thinned = (points: readonly Point[]): Point[] =>
  points.filter((_, index) => index % 3 === 0 || index === points.length - 1);

/** Places for a label: by the middle of the curve first, then further along it, on both sides. */
const besideCurve = (points: readonly Point[]): Point[] =>
  [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].flatMap((part) => {
    const at = points[Math.floor(points.length * part)];
    return at === undefined ? [] : [24, -24, 44, -44].map((dy) => ({ x: at.x, y: at.y + dy }));
  });
