import { withoutGone } from './file-things.ts';
import type { FileThing } from './file-things.ts';

/** How far a family is cut out of a file. */
export type Reach = {
  /** Generations up: parents, grandparents. */
  readonly up: number;
  /** Generations down. */
  readonly down: number;
  /** Brothers and sisters of whoever is in the line: also aunts and uncles, and half-brothers and half-sisters. */
  readonly siblings: boolean;
  /** Partners of everybody, and the other parent of each child. */
  readonly partners: boolean;
};
export const usualReach: Reach = { up: 2, down: 2, siblings: true, partners: true };

type Ties = {
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly partners: ReadonlyMap<string, readonly string[]>;
};

/**
 * Takes the things of a file and one person in it, gives the ids of the family around that person. Everybody once, also where people are their own
 * ancestors; nobody when that person is not there.
 */
export function familyAround(things: readonly FileThing[], centre: string, reach: Reach): ReadonlySet<string> {
  if (!things.some(({ id, type }) => id === centre && type === 'persoon')) return new Set();
  const ties = tiesIn(things);
  const line = spread([centre], ties.parents, reach.up);
  const beside = reach.siblings
    ? childrenOfParents([centre, ...spread([centre], ties.parents, reach.up - 1)], ties)
    : [];
  const down = spread([centre], ties.children, reach.down);
  const inside = new Set([...line, ...beside, ...down]);
  if (!reach.partners) return inside;
  const others = [...inside].flatMap((id) => ties.partners.get(id) ?? []);
  const otherParents = new Set(
    [...down, ...beside].flatMap((id) => (id === centre ? [] : (ties.parents.get(id) ?? []))),
  );
  // The parents of whoever stands beside the highest row are a row higher: they stay out.
  const within = [...otherParents].filter((id) => isParentInside(id, inside, ties));
  return new Set([...inside, ...others, ...within]);
}

/** A parent who shares a child with somebody of the line. */
const isParentInside = (id: string, inside: ReadonlySet<string>, { children, parents }: Ties): boolean =>
  (children.get(id) ?? []).some(
    (child) => inside.has(child) && (parents.get(child) ?? []).some((other) => other !== id && inside.has(other)),
  );

const childrenOfParents = (people: readonly string[], { parents, children }: Ties): string[] =>
  people.flatMap((id) => (parents.get(id) ?? []).flatMap((parent) => children.get(parent) ?? []));

/** Whoever is reached in so many steps, the beginning included. */
function spread(from: readonly string[], along: ReadonlyMap<string, readonly string[]>, steps: number): Set<string> {
  const reached = new Set(from);
  let edge: readonly string[] = from;
  for (let step = 0; step < steps && edge.length > 0; step++) {
    edge = edge.flatMap((id) => along.get(id) ?? []).filter((id) => !reached.has(id));
    for (const id of edge) reached.add(id);
  }
  return reached;
}

function tiesIn(things: readonly FileThing[]): Ties {
  const [parents, children, partners] = [
    new Map<string, string[]>(),
    new Map<string, string[]>(),
    new Map<string, string[]>(),
  ];
  for (const { type, values } of things) {
    if (type === 'ouder-kind') {
      const kind = String(values['kind']);
      for (const parent of idsIn(values['ouders'])) {
        push(parents, kind, parent);
        push(children, parent, kind);
      }
    } else if (type === 'partnerrelatie') {
      const [one, two] = idsIn(values['partners']);
      if (one === undefined || two === undefined) continue;
      push(partners, one, two);
      push(partners, two, one);
    }
  }
  return { parents, children, partners };
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function push(all: Map<string, string[]>, key: string, value: string): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, [value]);
  else known.push(value);
}

/** The things of a file that are about these people only. A child keeps the parents that are there. */
export function onlyOf(things: readonly FileThing[], people: ReadonlySet<string>): FileThing[] {
  const there = new Set(things.filter(({ id, type }) => type !== 'persoon' || people.has(id)).map(({ id }) => id));
  return withoutGone(
    things.filter(({ id }) => there.has(id)),
    (id) => there.has(id),
  );
}
