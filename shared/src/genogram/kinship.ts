import type { Kin, Union } from './family.ts';

/** For each person the parents by blood: the donor is one, who carried the child for others is not. */
function bloodParents(kin: Kin): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const family of kin.families)
    for (const { child, link } of family.links) {
      const soort = link.soort ?? 'biologisch';
      if (soort === 'biologisch' || soort === 'donor')
        parents.set(child, [...(parents.get(child) ?? []), ...family.parents]);
    }
  return parents;
}

function withAncestors(id: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set([id]);
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const parent of parents.get(next) ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      open.push(parent);
    }
  return seen;
}

/**
 * The unions of people who are family by blood: one is an ancestor of the other, or they share one by blood as the board knows it; or the
 * board says it outright. Rings of parents end too.
 */
export function kindredUnions(kin: Kin): ReadonlySet<string> {
  const parents = bloodParents(kin);
  const kindred = (union: Union, [a = '', b = '']: readonly string[]): boolean => {
    if (union.bloedverwant === true) return true;
    if (!parents.has(a) && !parents.has(b)) return false;
    const line = withAncestors(a, parents);
    return [...withAncestors(b, parents)].some((id) => line.has(id));
  };
  return new Set(
    kin.families.flatMap((family) =>
      family.unions.filter((union) => kindred(union, family.parents)).map((union) => union.id),
    ),
  );
}
