import { ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { dayNumber } from '../board/vague-date.ts';

export type Person = ThingOfType<'persoon'>;
export type Union = ThingOfType<'partnerrelatie'>;
export type ChildLink = ThingOfType<'ouder-kind'>;

/** One or two parents with the children they share, and every union between them (a second marriage is a second union). */
export type Family = {
  readonly key: string;
  readonly parents: readonly string[];
  readonly unions: Union[];
  readonly links: { readonly child: string; readonly link: ChildLink }[];
};

export type Kin = {
  readonly people: ReadonlyMap<string, Person>;
  readonly families: readonly Family[];
  /** For each child the family in whose row of brothers and sisters it stands; its other families get a line of their own. */
  readonly home: ReadonlyMap<string, Family>;
};

/** Where a child with several sets of parents stands: with its birth parents first, with step parents last. */
const rank: Readonly<Record<NonNullable<ChildLink['soort']>, number>> = {
  biologisch: 0,
  adoptie: 1,
  donor: 2,
  draagmoeder: 3,
  pleeg: 4,
  voogd: 5,
  stief: 6,
};

/** Takes a board, gives its people and families. Links to people who are not on the table, or to oneself, are left out. */
export function kinOf(board: Board): Kin {
  const people = new Map(ofType(board, 'persoon').map((person) => [person.id, person]));
  const families = new Map<string, Family>();
  const familyOf = (parents: readonly string[]): Family => {
    const key = parents.join('+');
    const family = families.get(key) ?? { key, parents, unions: [], links: [] };
    families.set(key, family);
    return family;
  };
  for (const union of ofType(board, 'partnerrelatie')) {
    const partners = known(union.partners, people);
    if (partners.length === 2) familyOf(partners).unions.push(union);
  }
  const home = new Map<string, { family: Family; rank: number }>();
  for (const link of ofType(board, 'ouder-kind')) {
    const child = link.kind;
    const parents = known(link.ouders, people).filter((id) => id !== child);
    if (child === undefined || !people.has(child) || parents.length === 0) continue;
    const family = familyOf(parents);
    family.links.push({ child, link });
    const place = rank[link.soort ?? 'biologisch'];
    if ((home.get(child)?.rank ?? Infinity) > place) home.set(child, { family, rank: place });
  }
  return { people, families: [...families.values()], home: new Map([...home].map(([id, { family }]) => [id, family])) };
}

/** The different people of a list who are on the table, in the order of their ids. */
const known = (ids: readonly string[] | undefined, people: ReadonlyMap<string, Person>): string[] =>
  [...new Set(ids ?? [])].filter((id) => people.has(id)).sort();

/** The children of a family, each once. */
export const childrenOf = (family: Family): string[] => [...new Set(family.links.map(({ child }) => child))];

/** Brothers and sisters who stand together in a row, oldest first; an unknown birth comes last. */
export function sibshipsOf(kin: Kin): string[][] {
  return kin.families.flatMap((family) => {
    const children = childrenOf(family).filter((child) => kin.home.get(child) === family);
    return children.length === 0 ? [] : [children.sort((a, b) => byBirth(kin, a, b))];
  });
}

const far = 10_000_000;
export function byBirth(kin: Kin, a: string, b: string): number {
  const born = (id: string): number => {
    const date = kin.people.get(id)?.geboren;
    return date === undefined ? far : dayNumber(date);
  };
  return born(a) - born(b) || (a < b ? -1 : 1);
}

/** True when somebody has a partner, a parent or a child on the board. */
export function isKin(kin: Kin): (id: string) => boolean {
  const tied = new Set(
    kin.families.flatMap((family) =>
      family.parents.length === 2 || family.links.length > 0 ? [...family.parents, ...childrenOf(family)] : [],
    ),
  );
  return (id) => tied.has(id);
}

/** Families fall apart in groups without any tie between them; each group in the order of its ids. */
export function groupsOf(kin: Kin): string[][] {
  const tied = isKin(kin);
  const neighbours = new Map<string, string[]>();
  for (const family of kin.families) {
    const members = [...family.parents, ...childrenOf(family)];
    for (const id of members) neighbours.set(id, [...(neighbours.get(id) ?? []), ...members]);
  }
  const seen = new Set<string>();
  return [...kin.people.keys()].sort().flatMap((start) => {
    if (seen.has(start) || !tied(start)) return [];
    const group: string[] = [];
    const open = [start];
    seen.add(start);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      group.push(id);
      for (const next of neighbours.get(id) ?? []) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return [group.sort()];
  });
}
