import { dayNumber } from '../board/vague-date.ts';
import type { Point } from '../picture/paths.ts';
import type { Box, Mark, PictureLine } from '../picture/picture.ts';
import type { Family, Kin, Union } from './family.ts';
import { jointOf } from './joints.ts';
import type { Drawing, Joint } from './joints.ts';
import type { Crowd } from './labels.ts';
import { putLabel } from './labels.ts';
import { sayUnion } from './say.ts';
import { besideLine, cleaned, strandPath } from './strands.ts';
import type { Jump, Strand } from './strands.ts';
import { endMarks, signMarks, unionStyles } from './union-marks.ts';
import { unionYears } from './years.ts';
import type { Way } from './tracks.ts';

/** One union as a line that is not drawn yet: the turn says how many unions of the same two came before it. */
export type UnionStrand = Strand & {
  readonly kind: 'union';
  readonly union: Union;
  readonly joint: Joint;
  readonly turn: number;
};

/** Each further union of the same two has a line of its own, above or below the first. */
const levels = [0, -16, 16, -8, 8];
const level = (turn: number): number => levels[turn % levels.length] ?? 0;

const begun = ({ begonnen }: Union): number => (begonnen === undefined ? 0 : dayNumber(begonnen));

export function unionStrands(drawing: Drawing, family: Family, way: Way | undefined): UnionStrand[] {
  return [...family.unions]
    .sort((a, b) => begun(a) - begun(b) || (a.id < b.id ? -1 : 1))
    .map((union, turn) => {
      const joint = jointOf(drawing, family, way, level(turn));
      return { kind: 'union', family, union, joint, turn, corners: cleaned(joint.corners) };
    });
}

/** The point on the line for the mark of its end (beside the last partner) or for its sign (beside the first); never between lines to children. */
function beside({ joint, corners }: UnionStrand, which: 'first' | 'last'): Point {
  const [a, b] = which === 'last' ? corners.slice(-2) : corners.slice(0, 2);
  if (a === undefined || b === undefined) return joint.drop;
  if (joint.low) {
    // Where the last partner stands rows lower the lines to the children come past: then both are beside the first.
    const isPast = (corners.at(-1)?.y ?? 0) > joint.drop.y;
    const [from, to] = isPast ? [corners[0] ?? a, corners[1] ?? b] : [a, b];
    const part = !isPast ? 0.5 : which === 'last' ? 0.75 : 0.3;
    return { x: from.x + (to.x - from.x) * part, y: from.y };
  }
  const [from, edge] = which === 'last' ? [Math.max(a.x, joint.drop.x), b.x] : [Math.min(b.x, joint.drop.x), a.x];
  return { x: from + (edge - from) * 0.55, y: which === 'last' ? b.y : a.y };
}

/** The line with its form and its end, without the years. */
export function unionLine(kin: Kin, strand: UnionStrand, jumps: readonly Jump[], kindred: boolean): PictureLine {
  const { union, family, corners } = strand;
  const { dash, sign } = union.vorm === undefined ? {} : unionStyles[union.vorm];
  const d = strandPath(corners, jumps);
  const lines = kindred ? [-2.5, 2.5].map((side) => strandPath(besideLine(corners, side), jumps)) : [d];
  const marks: Mark[] = [
    ...lines.map((path): Mark => ({ kind: 'path', d: path, stroke: 'ink', width: 2, ...(dash && { dash }) })),
    ...(sign === undefined ? [] : signMarks(sign, beside(strand, 'first'))),
    ...endMarks(union.einde, beside(strand, 'last')),
  ];
  return { id: union.id, ends: family.parents, marks, d, label: sayUnion(kin, union, kindred) };
}

const around = ({ x, y }: Point): Box => ({ x: x - 10, y: y - 10, width: 20, height: 20 });

/** The years, by the line: over its middle, else over the heads of both, else under it. Covers no symbol, no name and no mark. */
export function unionLabel(strand: UnionStrand, crowd: Crowd): Mark[] {
  const { joint, union, family, turn } = strand;
  if (union.vorm !== undefined && unionStyles[union.vorm].sign !== undefined)
    crowd.solid.push(around(beside(strand, 'first')));
  if (union.einde !== undefined) crowd.solid.push(around(beside(strand, 'last')));
  const { x } = joint.drop;
  const count = family.unions.length;
  const highest = Math.min(...levels.slice(0, count));
  const y = (joint.low ? joint.drop.y : Math.min(...strand.corners.map((corner) => corner.y)) - level(turn)) + highest;
  const up = 20 * (count - 1 - turn);
  const spots = joint.low
    ? [-13, 14].flatMap((dy) => [0, -60, 60, -120, 120].map((dx) => ({ x: x + dx, y: joint.drop.y + dy })))
    : [
        { x, y: y - 24 - up },
        { x, y: y - 50 - up },
        { x, y: y - highest + 26 },
      ];
  return putLabel(unionYears(union), spots, crowd);
}
