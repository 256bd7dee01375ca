import { closed, speakerOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import type { ThingOfType } from '../board/things.ts';
import { sayDate, sayList } from '../words/dates.ts';
import {
  cardWords,
  endWords,
  besideParentWords,
  genogramWords,
  parentWords,
  relationWords,
  sayBornTogether,
  unbornSentences,
  unbornWords,
  unionWords,
} from '../words/pictures.ts';
import type { Twin } from './births.ts';
import type { Animal, ChildLink, Family, Kin, Pregnancy, Union } from './family.ts';

/** The name of a person, an animal or an organisation, or words that say it is not known. */
export const nameIn = (kin: Kin, id = ''): string => {
  const named = kin.people.get(id) ?? kin.animals.get(id) ?? kin.organisations.get(id);
  const name = named?.naam.trim() ?? '';
  return name === '' ? cardWords.naamloos : name;
};

export const namesIn = (kin: Kin, ids: readonly string[]): string => sayList(ids.map((id) => nameIn(kin, id)));

/** "Nadia en Mark waren getrouwd van 2009 tot 2016 en zijn gescheiden." Of who are kindred it says that too. */
export function sayUnion(kin: Kin, union: Union, kindred = union.bloedverwant === true): string {
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
  const blood = kindred ? ` ${genogramWords.bloedverwant(names)}` : '';
  return `${names} ${verb}${over && to === '' ? when.replace(' sinds ', ' vanaf ') : when}${end}.${blood}`;
}

/** Who of the two died, by name when it is known. */
function sayDeath(kin: Kin, union: Union): string {
  const dead = (union.partners ?? []).filter((id) => kin.people.get(id)?.overleden !== undefined);
  return dead.length === 1 ? `${nameIn(kin, dead[0])} is overleden` : endWords.overleden;
}

/** "Finn is pleegkind van Ans en Piet"; of who is no parent in the family it is said from them: "Ans is voogd van Finn". */
export function sayLink(kin: Kin, family: Family, link: ChildLink): string {
  const soort = link.soort ?? 'biologisch';
  const beside = besideParentWords[soort];
  const [child, parents] = [nameIn(kin, link.kind), namesIn(kin, family.parents)];
  return beside === undefined
    ? `${child} is ${parentWords[soort]} van ${parents}`
    : `${parents} ${family.parents.length > 1 ? 'zijn' : 'is'} ${beside} van ${child}`;
}

/** "Een kind van Eva en Tim is dood geboren (2014). De naam is Noor." */
export const sayUnbornLink = (kin: Kin, family: Family, unborn: Pregnancy): string =>
  unbornSentences[unborn.soort ?? 'zwanger'](
    family.parents.map((id) => nameIn(kin, id)),
    unborn.wanneer === undefined ? '' : sayDate(unborn.wanneer),
    unborn.naam.trim(),
  );

/** "Liv en Noa zijn een eeneiige tweeling." */
export function sayTwins(kin: Kin, twin: Twin, ids: readonly string[]): string {
  return sayBornTogether(
    sayList(ids.map((id) => (kin.people.has(id) ? nameIn(kin, id) : unbornName(kin, id)))),
    ids.length,
    twin.soort === 'eeneiig' || twin.soort === 'twee-eiig' ? twin.soort : undefined,
  );
}

const unbornName = (kin: Kin, id: string): string => {
  const unborn = kin.unborn.get(id);
  const name = unborn?.naam.trim() ?? '';
  return name === '' ? unbornWords[unborn?.soort ?? 'zwanger'] : name;
};

/** "Minoes, een kat, hoort bij Sanne." */
export const sayAnimal = (kin: Kin, animal: Animal): string =>
  genogramWords.dier(
    animal.naam.trim(),
    animal.soort.trim(),
    namesIn(
      kin,
      [...new Set(animal.bij ?? [])].filter((id) => kin.people.has(id)),
    ),
  );

/** "Sanne heeft een hechte band met Fatma (volgens Sanne): bij oma kan ik alles zeggen." */
export const sayRelation = (kin: Kin, line: ThingOfType<'relatielijn'>, options: PictureOptions): string =>
  closed(
    `${nameIn(kin, line.van)} ${relationWords[line.soort ?? 'gericht-op']} ${nameIn(kin, line.naar)}${according(kin, speakerOf(line, options))}${line.toelichting.trim() === '' ? '' : `: ${line.toelichting.trim()}`}`,
  );

const according = (kin: Kin, id: string | undefined): string =>
  id === undefined || !kin.people.has(id) ? '' : ` (${genogramWords.volgens(nameIn(kin, id))})`;
