import { boxOfMark } from '../picture/bounds.ts';
import type { PictureLine } from '../picture/picture.ts';
import { childLine, childStrands } from './child-lines.ts';
import type { ChildStrand } from './child-lines.ts';
import { childrenOf } from './family.ts';
import type { Family } from './family.ts';
import { jointOf, wayOf } from './joints.ts';
import type { Drawing, Joint } from './joints.ts';
import type { Crowd } from './labels.ts';
import { cleaned, jumpsOf, piecesOf, strandPath } from './strands.ts';
import type { Jump, Strand } from './strands.ts';
import type { Way } from './tracks.ts';
import { twinLines } from './twins.ts';
import { unionLabel, unionLine, unionStrands } from './unions.ts';
import type { UnionStrand } from './unions.ts';

/** Two parents of whom the board does not say that they were together: a thin line joins them, so that their children hang somewhere. */
type JoinStrand = Strand & { readonly kind: 'join'; readonly bears: string };
type Any = UnionStrand | ChildStrand | JoinStrand;

/** The lines of all families, with what they were drawn from: so that most of them can stay while somebody is moved. */
export type FamilyLines = {
  readonly drawing: Drawing;
  readonly lines: readonly PictureLine[];
  readonly strands: ReadonlyMap<Family, readonly Any[]>;
  /** Per line: it and the jumps it was drawn with. */
  readonly drawn: ReadonlyMap<string, Made>;
};
type Made = { readonly line: PictureLine; readonly jumps: string };
/** What was drawn before, and who moves: the lines of families without them stay as they are. */
export type Earlier = { readonly ties: FamilyLines; readonly moved: ReadonlySet<string> };

/**
 * The lines of all families: unions between partners, one line from the parents to each child, and one over twins. Lines of different families
 * jump over one another. The labels keep off what is in the crowd, and are put into it.
 */
export function familyLines(
  drawing: Drawing,
  crowd: Crowd,
  kindred: ReadonlySet<string>,
  earlier?: Earlier,
): FamilyLines {
  const strands = new Map<Family, readonly Any[]>();
  let moved = 0;
  for (const family of drawing.kin.families) {
    const way = wayOf(drawing, family);
    const lane = way === undefined ? moved++ : 0;
    const same =
      earlier === undefined || involves(family, earlier.moved) ? undefined : earlier.ties.strands.get(family);
    strands.set(family, same ?? strandsOf(drawing, family, way, lane));
  }
  const all = [...strands.values()].flat();
  const jumps = jumpsOf(all);
  for (const { corners } of all) crowd.thin.push(...piecesOf(corners));
  const drawn = new Map<string, Made>();
  const toName: UnionStrand[] = [];
  const joins = new Map<string, { readonly strand: JoinStrand; readonly own: readonly Jump[] }>();
  all.forEach((strand, index) => {
    const own = jumps[index] ?? [];
    if (strand.kind === 'join') return joins.set(strand.bears, { strand, own });
    const id = strand.kind === 'union' ? strand.union.id : strand.id;
    const join = joins.get(id);
    const key = JSON.stringify([own, join?.own]);
    const before =
      earlier === undefined || involves(strand.family, earlier.moved) ? undefined : earlier.ties.drawn.get(id);
    if (before?.jumps === key) {
      for (const mark of before.line.marks) if (mark.kind === 'text') crowd.solid.push(boxOfMark(mark));
      return drawn.set(id, before);
    }
    if (strand.kind === 'union') toName.push(strand);
    const line =
      strand.kind === 'union'
        ? unionLine(drawing.kin, strand, own, kindred.has(strand.union.id))
        : withJoin(childLine(drawing, strand, own), join);
    return drawn.set(id, { line, jumps: key });
  });
  for (const strand of toName) {
    const made = drawn.get(strand.union.id);
    if (made === undefined) continue;
    const marks = [...made.line.marks, ...unionLabel(strand, crowd)];
    drawn.set(strand.union.id, { ...made, line: { ...made.line, marks } });
  }
  return { drawing, lines: [...[...drawn.values()].map(({ line }) => line), ...twinLines(drawing)], strands, drawn };
}

const involves = (family: Family, moved: ReadonlySet<string>): boolean =>
  family.parents.some((id) => moved.has(id)) || childrenOf(family).some((id) => moved.has(id));

function strandsOf(drawing: Drawing, family: Family, way: Way | undefined, lane: number): Any[] {
  const joint = jointOf(drawing, family, way);
  const unions = unionStrands(drawing, family, way);
  const children = childStrands(drawing, family, joint, way, lane);
  return [...unions, ...joinOf(family, joint, unions, children), ...children];
}

/** The line to the first child bears the line that joins its parents. */
const withJoin = (
  line: PictureLine,
  join: { readonly strand: JoinStrand; readonly own: readonly Jump[] } | undefined,
): PictureLine => {
  if (join === undefined) return line;
  const d = strandPath(join.strand.corners, join.own);
  return { ...line, marks: [{ kind: 'path', d, stroke: 'ink-soft', width: 1.5 }, ...line.marks] };
};

function joinOf(
  family: Family,
  joint: Joint,
  unions: readonly UnionStrand[],
  children: readonly ChildStrand[],
): JoinStrand[] {
  const [first] = children;
  if (unions.length > 0 || joint.corners.length === 0 || first === undefined) return [];
  return [{ kind: 'join', family, corners: cleaned(joint.corners), bears: first.id }];
}
