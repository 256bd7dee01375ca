import type { Spec } from './records.ts';

export type Difference = { readonly put: readonly Spec[]; readonly remove: readonly string[] };

/** Takes what stands on the canvas and what should stand there, gives the least that has to change. */
export function diffSpecs(now: ReadonlyMap<string, Spec>, wanted: readonly Spec[]): Difference {
  const keep = new Set(wanted.map(({ id }) => id));
  return {
    put: wanted.filter((spec) => !isSame(now.get(spec.id), spec)),
    remove: [...now.keys()].filter((id) => !keep.has(id)),
  };
}

function isSame(a: Spec | undefined, b: Spec): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    a.x === b.x &&
    a.y === b.y &&
    a.index === b.index &&
    a.props.w === b.props.w &&
    a.props.h === b.props.h &&
    a.props.points.length === b.props.points.length &&
    a.props.points.every((value, index) => value === b.props.points[index])
  );
}
