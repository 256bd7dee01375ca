import { closed, speakerOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { cardWords, endWords, genogramWords, parentWords, relationWords, unionWords } from '../words/pictures.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { byBirth } from './family.ts';
import type { ChildLink, Family, Kin, Union } from './family.ts';
import type { ThingOfType } from '../board/things.ts';
import { isKin } from './family.ts';
import { sayPerson } from './symbols.ts';

const nameIn = (kin: Kin, id: string | undefined): string => {
  const name = kin.people.get(id ?? '')?.naam.trim() ?? '';
  return name === '' ? cardWords.naamloos : name;
};

/** "Nadia en Mark waren getrouwd van 2009 tot 2016 en zijn gescheiden." */
export function sayUnion(kin: Kin, union: Union): string {
  const names = sayList((union.partners ?? []).map((id) => nameIn(kin, id)));
  const over = union.einde !== undefined || union.geeindigd !== undefined;
  const verb = unionWords[union.vorm ?? 'relatie'][over ? 1 : 0];
  const [from, to] = [
    union.begonnen === undefined ? '' : sayDate(union.begonnen),
    union.geeindigd === undefined ? '' : sayDate(union.geeindigd),
  ];
  const when =
    from === ''
      ? to === ''
        ? ''
        : ` tot ${to}`
      : to === ''
        ? ` sinds ${from}`.replace('sinds sinds', 'sinds')
        : ` van ${from} tot ${to}`;
  const end =
    union.einde === undefined
      ? ''
      : union.einde === 'overleden'
        ? `; ${sayDeath(kin, union)}`
        : ` en ${endWords[union.einde]}`;
  return `${names} ${verb}${over && to === '' ? when.replace(' sinds ', ' vanaf ') : when}${end}.`;
}

/** Who of the two died, by name when it is known. */
function sayDeath(kin: Kin, union: Union): string {
  const dead = (union.partners ?? []).filter((id) => kin.people.get(id)?.overleden !== undefined);
  return dead.length === 1 ? `${nameIn(kin, dead[0])} is overleden` : endWords.overleden;
}

export const sayLink = (kin: Kin, family: Family, link: ChildLink): string =>
  `${nameIn(kin, link.kind)} is ${parentWords[link.soort ?? 'biologisch']} van ${sayList(family.parents.map((id) => nameIn(kin, id)))}`;

/** "Sanne heeft een hechte band met Fatma (volgens Sanne): bij oma kan ik alles zeggen." */
export const sayRelation = (kin: Kin, line: ThingOfType<'relatielijn'>, options: PictureOptions): string =>
  closed(
    `${nameIn(kin, line.van)} ${relationWords[line.soort ?? 'gericht-op']} ${nameIn(kin, line.naar)}${according(kin, speakerOf(line, options))}${line.toelichting.trim() === '' ? '' : `: ${line.toelichting.trim()}`}`,
  );

const according = (kin: Kin, id: string | undefined): string =>
  id === undefined || !kin.people.has(id) ? '' : ` (${genogramWords.volgens(nameIn(kin, id))})`;

/** The whole genogram in sentences: couples with their children, other parents, households, ties, and who stands loose. */
export function describe(
  kin: Kin,
  households: readonly ThingOfType<'huishouden'>[],
  relations: readonly ThingOfType<'relatielijn'>[],
  options: PictureOptions,
): string[] {
  if (kin.people.size === 0) return [genogramWords.leeg];
  const index = [...kin.people.values()]
    .filter((person) => person.indexkind === true)
    .map((person) => `${sayPerson(person, options.today)}.`);
  const families = kin.families.map((family) =>
    [...family.unions.map((union) => sayUnion(kin, union)), ...sayChildren(kin, family)].join(' '),
  );
  const houses = households.map((house) => {
    const members = sayList((house.leden ?? []).filter((id) => kin.people.has(id)).map((id) => nameIn(kin, id)));
    return `${genogramWords.samen(house.naam.trim() === '' ? members : `${house.naam.trim()} (${members})`)}.`;
  });
  const ties = relations.map((line) => sayRelation(kin, line, options));
  const tied = isKin(kin);
  const loose = [...kin.people.values()].filter((person) => !tied(person.id)).map((person) => nameIn(kin, person.id));
  return [
    ...index,
    ...families,
    ...houses,
    ...ties,
    ...(loose.length === 0 ? [] : [genogramWords.los(sayList(loose))]),
  ].filter((sentence) => sentence !== '');
}

function sayChildren(kin: Kin, family: Family): string[] {
  const groups = Map.groupBy(
    [...family.links].sort((a, b) => byBirth(kin, a.child, b.child)),
    ({ link }) => link.soort ?? 'biologisch',
  );
  return [...groups].map(([soort, links]) => {
    const names = sayList([...new Set(links.map(({ child }) => child))].map((id) => nameIn(kin, id)));
    const word = parentWords[soort];
    return `${links.length === 1 ? upper(word) : upper(plural(word))} van ${sayList(family.parents.map((id) => nameIn(kin, id)))}: ${names}.`;
  });
}

const plural = (word: string): string => `${word}eren`;
const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
