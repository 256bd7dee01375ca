import type { Mark, PictureLine } from '../picture/picture.ts';
import { childLine, childStrands } from './child-lines.ts';
import type { ChildStrand } from './child-lines.ts';
import type { Family } from './family.ts';
import { jointOf, wayOf } from './joints.ts';
import type { Drawing, Joint } from './joints.ts';
import { kindredUnions } from './kinship.ts';
import type { Crowd } from './labels.ts';
import { cleaned, jumpsOf, piecesOf, strandPath } from './strands.ts';
import type { Jump, Strand } from './strands.ts';
import { twinLines } from './twins.ts';
import { unionLabel, unionLine, unionStrands } from './unions.ts';
import type { UnionStrand } from './unions.ts';

/** Two parents of whom the board does not say that they were together: a thin line joins them, so that their children hang somewhere. */
type JoinStrand = Strand & { readonly kind: 'join'; readonly bears: string };
type Any = UnionStrand | ChildStrand | JoinStrand;

/**
 * The lines of all families: unions between partners, one line from the parents to each child, and one over twins. Lines of different families
 * jump over one another. The labels keep off what is in the crowd, and are put into it.
 */
export function familyLines(drawing: Drawing, crowd: Crowd): PictureLine[] {
  const { kin } = drawing;
  let moved = 0;
  const strands = kin.families.flatMap((family): Any[] => {
    const way = wayOf(drawing, family);
    const lane = way === undefined ? moved++ : 0;
    const joint = jointOf(drawing, family, way);
    const unions = unionStrands(drawing, family, way);
    const children = childStrands(drawing, family, joint, way, lane);
    return [...unions, ...joinOf(family, joint, unions, children), ...children];
  });
  const jumps = jumpsOf(strands);
  for (const { corners } of strands) crowd.thin.push(...piecesOf(corners));
  const kindred = kindredUnions(kin);
  const joins = new Map<string, Mark>();
  const lines: PictureLine[] = [];
  const toName: [UnionStrand, number][] = [];
  strands.forEach((strand, index) => {
    const own: readonly Jump[] = jumps[index] ?? [];
    if (strand.kind === 'union') {
      toName.push([strand, lines.length]);
      lines.push(unionLine(kin, strand, own, kindred.has(strand.union.id)));
    } else if (strand.kind === 'child') {
      const line = childLine(drawing, strand, own);
      const join = joins.get(strand.id);
      lines.push(join === undefined ? line : { ...line, marks: [join, ...line.marks] });
    } else
      joins.set(strand.bears, { kind: 'path', d: strandPath(strand.corners, own), stroke: 'ink-soft', width: 1.5 });
  });
  for (const [strand, at] of toName) {
    const line = lines[at];
    if (line !== undefined) lines[at] = { ...line, marks: [...line.marks, ...unionLabel(strand, crowd)] };
  }
  return [...lines, ...twinLines(drawing)];
}

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
