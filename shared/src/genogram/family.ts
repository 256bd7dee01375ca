import { ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { birthsOf, twinsOf } from './births.ts';
import type { Twin } from './births.ts';

export type Person = ThingOfType<'persoon'>;
export type Union = ThingOfType<'partnerrelatie'>;
export type ChildLink = ThingOfType<'ouder-kind'>;
export type Pregnancy = ThingOfType<'zwangerschap'>;
export type Animal = ThingOfType<'huisdier'>;

/** One or two parents with the children they share, and every union between them (a second marriage is a second union). */
export type Family = {
  readonly key: string;
  readonly parents: readonly string[];
  readonly unions: Union[];
  readonly links: { readonly child: string; readonly link: ChildLink }[];
  /** Children who are expected or were lost: the ids of their pregnancies. */
  readonly unborn: string[];
};

export type Kin = {
  readonly people: ReadonlyMap<string, Person>;
  /** Children who are expected or were lost, by the id of the pregnancy. They stand among their brothers and sisters. */
  readonly unborn: ReadonlyMap<string, Pregnancy>;
  /** Animals that live with somebody on the table. */
  readonly animals: ReadonlyMap<string, Animal>;
  /** Organisations on the table: some people are tied to them. */
  readonly organisations: ReadonlyMap<string, ThingOfType<'organisatie'>>;
  readonly families: readonly Family[];
  /** For each child (born or not) the family in whose row of brothers and sisters it stands; its other families get a line of their own. */
  readonly home: ReadonlyMap<string, Family>;
  /** For each child of a twin birth that birth. Only brothers and sisters of one home; never a twin alone. */
  readonly twins: ReadonlyMap<string, Twin>;
  /** Everybody's turn by birth: a number, lower is older; twins follow one another. */
  readonly births: ReadonlyMap<string, number>;
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

/**
 * Takes a board, gives its people and families. Links to people who are not on the table, or to oneself, are left out; so is a pregnancy
 * of nobody on the table.
 */
export function kinOf(board: Board): Kin {
  const people = new Map(ofType(board, 'persoon').map((person) => [person.id, person]));
  const families = new Map<string, Family>();
  const familyOf = (parents: readonly string[]): Family => {
    const key = parents.join('+');
    const family = families.get(key) ?? { key, parents, unions: [], links: [], unborn: [] };
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
  const unborn = new Map<string, Pregnancy>();
  for (const pregnancy of ofType(board, 'zwangerschap')) {
    const parents = known(pregnancy.ouders, people);
    if (parents.length === 0) continue;
    const family = familyOf(parents);
    family.unborn.push(pregnancy.id);
    unborn.set(pregnancy.id, pregnancy);
    home.set(pregnancy.id, { family, rank: 0 });
  }
  const homes = new Map([...home].map(([id, { family }]) => [id, family]));
  const twins = twinsOf(ofType(board, 'meerling'), homes);
  return {
    people,
    unborn,
    animals: new Map(
      ofType(board, 'huisdier').flatMap((animal) =>
        known(animal.bij, people).length === 0 ? [] : [[animal.id, animal] as const],
      ),
    ),
    organisations: new Map(ofType(board, 'organisatie').map((each) => [each.id, each])),
    families: [...families.values()],
    home: homes,
    twins,
    births: birthsOf(people, unborn, twins),
  };
}

/** The different people of a list who are on the table, in the order of their ids. */
const known = (ids: readonly string[] | undefined, people: ReadonlyMap<string, Person>): string[] =>
  [...new Set(ids ?? [])].filter((id) => people.has(id)).sort();

/** Everybody who stands in a row: the people and the unborn. */
export const everybodyIn = (kin: Kin): string[] => [...kin.people.keys(), ...kin.unborn.keys()];

/** The children of a family, born or not, each once. */
export const childrenOf = (family: Family): string[] => [
  ...new Set([...family.links.map(({ child }) => child), ...family.unborn]),
];

/** Brothers and sisters who stand together in a row, oldest first and twins together; an unknown birth comes last. */
export function sibshipsOf(kin: Kin): string[][] {
  return kin.families.flatMap((family) => {
    const children = childrenOf(family).filter((child) => kin.home.get(child) === family);
    return children.length === 0 ? [] : [children.sort((a, b) => byBirth(kin, a, b))];
  });
}

/** Below zero when the first is the older one. Never zero for two different people. */
export const byBirth = (kin: Kin, a: string, b: string): number =>
  (kin.births.get(a) ?? Infinity) - (kin.births.get(b) ?? Infinity) || (a < b ? -1 : 1);

/** True when somebody has a partner, a parent or a child on the board. */
export function isKin(kin: Kin): (id: string) => boolean {
  const tied = new Set(
    kin.families.flatMap((family) => {
      const children = childrenOf(family);
      return family.parents.length === 2 || children.length > 0 ? [...family.parents, ...children] : [];
    }),
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
  return everybodyIn(kin)
    .sort()
    .flatMap((start) => {
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
