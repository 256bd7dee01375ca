import type { ThingOfType } from '../board/things.ts';
import type { PictureOptions } from '../picture/face.ts';
import { sayList } from '../words/dates.ts';
import { besideParentWords, genogramWords, parentWords } from '../words/pictures.ts';
import { byBirth, isKin } from './family.ts';
import type { Family, Kin } from './family.ts';
import { kindredUnions } from './kinship.ts';
import { nameIn, namesIn, sayAnimal, sayLink, sayRelation, sayTwins, sayUnbornLink, sayUnion } from './say.ts';
import { sayPerson } from './symbols.ts';

/** The whole genogram in sentences: couples with their children, twins, households, animals, how people see their ties, and who stands loose. */
export function describe(
  kin: Kin,
  households: readonly ThingOfType<'huishouden'>[],
  relations: readonly ThingOfType<'relatielijn'>[],
  options: PictureOptions,
): string[] {
  if (kin.people.size === 0) return [genogramWords.leeg];
  const kindred = kindredUnions(kin);
  const index = [...kin.people.values()]
    .filter((person) => person.indexkind === true)
    .map((person) => `${sayPerson(person, options.today)}.`);
  const families = kin.families.map((family) =>
    [
      ...family.unions.map((union) => sayUnion(kin, union, kindred.has(union.id))),
      ...sayChildren(kin, family),
      ...sayUnborn(kin, family),
    ].join(' '),
  );
  const twins = [...Map.groupBy(kin.twins, ([, twin]) => twin)].map(([twin, pairs]) =>
    sayTwins(
      kin,
      twin,
      pairs.map(([id]) => id).sort((a, b) => byBirth(kin, a, b)),
    ),
  );
  const houses = households.map((house) => {
    const members = namesIn(
      kin,
      (house.leden ?? []).filter((id) => kin.people.has(id)),
    );
    return `${genogramWords.samen(house.naam.trim() === '' ? members : `${house.naam.trim()} (${members})`)}.`;
  });
  const tied = isKin(kin);
  const loose = [...kin.people.keys()].filter((id) => !tied(id));
  return [
    ...index,
    ...families,
    ...twins,
    ...houses,
    ...[...kin.animals.values()].map((animal) => sayAnimal(kin, animal)),
    ...relations.map((line) => sayRelation(kin, line, options)),
    ...(loose.length === 0 ? [] : [genogramWords.los(namesIn(kin, loose))]),
  ].filter((sentence) => sentence !== '');
}

/** The children of a couple by kind of tie, oldest first; a donor, a surrogate or a guardian is said from that person. */
function sayChildren(kin: Kin, family: Family): string[] {
  const groups = Map.groupBy(
    [...family.links].sort((a, b) => byBirth(kin, a.child, b.child)),
    ({ link }) => link.soort ?? 'biologisch',
  );
  return [...groups].flatMap(([soort, links]) => {
    if (besideParentWords[soort] !== undefined) return links.map(({ link }) => `${sayLink(kin, family, link)}.`);
    const names = sayList([...new Set(links.map(({ child }) => child))].map((id) => nameIn(kin, id)));
    const word = parentWords[soort];
    return [`${upper(links.length === 1 ? word : plural(word))} van ${namesIn(kin, family.parents)}: ${names}.`];
  });
}

const sayUnborn = (kin: Kin, family: Family): string[] =>
  [...family.unborn]
    .sort((a, b) => byBirth(kin, a, b))
    .flatMap((id) => {
      const unborn = kin.unborn.get(id);
      return unborn === undefined ? [] : [sayUnbornLink(kin, family, unborn)];
    });

const plural = (word: string): string => `${word}eren`;
const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
