import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { dayNumber } from '../board/vague-date.ts';
import { closed, nameOf, namesOf } from '../picture/face.ts';
import type { PictureOptions } from '../picture/face.ts';
import { sayAge, sayDate, sayList } from '../words/dates.ts';
import { personText as words } from '../words/person-text.ts';
import { parentWords } from '../words/pictures.ts';
import { kinOf } from './family.ts';
import type { ChildLink, Person } from './family.ts';
import { lastingOf, lastsOn } from './lasting.ts';
import { livedWhere } from './lived-where.ts';
import { sayRelation, sayUnion } from './say.ts';
import { ageOf } from './symbols.ts';

/**
 * Takes a board and somebody on it, gives them in sentences, for a report and for a screen reader: who it is, parents, brothers and sisters, partners,
 * children, where they lived, and how people see their ties. Nothing that is not on the board, and no word that judges. An empty
 * list for who is not on the table.
 */
export function describePerson(board: Board, id: string, options: PictureOptions): string[] {
  const facts = describeFacts(board, id, options.today);
  return facts.length === 0 ? [] : [...facts, ...sayTies(board, id, options)];
}

/** The same without how people see their ties: those are somebody's words, and a report says whose. */
export function describeFacts(board: Board, id: string, today: number): string[] {
  const person = find(board, 'persoon', id);
  if (person === undefined) return [];
  return [
    ...sayWho(board, person, today),
    ...sayParents(board, id, today),
    ...saySiblings(board, id),
    ...sayPartners(board, id),
    ...sayChildren(board, id),
    ...sayUnborn(board, id),
    ...sayHomes(board, id, today),
  ];
}

function sayWho(board: Board, person: Person, today: number): string[] {
  const { id, geslacht, geboren, overleden } = person;
  const naam = nameOf(board, id);
  const age = ageOf(person, today);
  const what = [words.aChild(geslacht, age !== undefined && age < 18), age === undefined ? '' : words.age(sayAge(age))];
  const dates = [
    geboren === undefined ? '' : words.born(sayDate(geboren)),
    overleden === undefined ? '' : words.died(sayDate(overleden)),
  ];
  const said = joined([overleden === undefined ? joined(what, ' ') : (what[0] ?? ''), joined(dates, ' en ')], ', ');
  return [
    said === '' ? words.onBoard(naam) : words.is(naam, said.replace(/^van /u, '')),
    ...(person.indexkind === true ? [words.about(naam)] : []),
    ...(person.bijzonderheid.trim() === '' ? [] : [closed(upper(person.bijzonderheid.trim()))]),
  ];
}

const linksOf = (board: Board, is: (link: ChildLink) => boolean): ChildLink[] => ofType(board, 'ouder-kind').filter(is);

/** Birth parents first, then the others in order of time; what has no date comes before what has one. */
function sayParents(board: Board, id: string, today: number): string[] {
  const begin = ({ periode, soort }: ChildLink): number =>
    soort === 'biologisch' ? -Infinity : periode === undefined ? -1e9 : dayNumber(periode);
  return linksOf(board, ({ kind }) => kind === id)
    .sort((a, b) => compare(begin(a), begin(b)))
    .flatMap((link) => {
      const parents = namesOf(board, link.ouders ?? []);
      const when = link.periode === undefined ? '' : sayDate(link.periode);
      const sayIs = lastingOf(link.periode).until > today ? words.is : words.was;
      const said = `${parentWords[link.soort ?? 'biologisch']} van ${sayList(parents)}`;
      return parents.length === 0
        ? []
        : [sayIs(nameOf(board, id), joined([said, when], ', ')), ...more(link.toelichting)];
    });
}

/** Infinities of the same sign are equal; their difference is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function saySiblings(board: Board, id: string): string[] {
  const kin = kinOf(board);
  const naam = nameOf(board, id);
  const birth = (child: string): string[] => [
    ...new Set(
      linksOf(board, (link) => link.kind === child && link.soort === 'biologisch').flatMap(({ ouders = [] }) => ouders),
    ),
  ];
  const own = birth(id).filter((parent) => kin.people.has(parent));
  const shares = (other: string): number => birth(other).filter((parent) => own.includes(parent)).length;
  const others = [...kin.people.keys()]
    .filter((other) => other !== id && shares(other) > 0)
    .sort((a, b) => byAge(board, a, b));
  const full = others.filter(
    (other) => shares(other) === own.length && birth(other).length === own.length && own.length > 1,
  );
  const twins = ofType(board, 'meerling').filter(({ kinderen = [] }) => kinderen.includes(id));
  const half = others.filter((other) => !full.includes(other));
  return [
    ...twins.flatMap(({ kinderen = [] }) =>
      namesOf(board, kinderen).length > 1 ? [words.twin(sayList(namesOf(board, kinderen)))] : [],
    ),
    ...(full.length === 0 ? [] : [words.sameParents(naam, sayList(namesOf(board, full)))]),
    ...(half.length === 0 ? [] : [words.oneParent(naam, sayList(namesOf(board, half)))]),
  ];
}

const unknownBirth = 10_000_000;
const bornOn = (board: Board, id: string): number => {
  const born = find(board, 'persoon', id)?.geboren;
  return born === undefined ? unknownBirth : dayNumber(born);
};
const byAge = (board: Board, a: string, b: string): number => bornOn(board, a) - bornOn(board, b) || (a < b ? -1 : 1);

function sayPartners(board: Board, id: string): string[] {
  const kin = kinOf(board);
  return ofType(board, 'partnerrelatie')
    .filter(({ partners = [] }) => partners.includes(id) && namesOf(board, partners).length === 2)
    .sort((a, b) => dated(a.begonnen) - dated(b.begonnen))
    .flatMap((union) => [sayUnion(kin, union), ...more(union.toelichting)]);
}

const dated = (date: string | undefined): number => (date === undefined ? 0 : dayNumber(date) + unknownBirth);

/** Children by the other parent and the kind of tie, oldest first. */
function sayChildren(board: Board, id: string): string[] {
  const links = linksOf(
    board,
    ({ ouders = [], kind }) => ouders.includes(id) && kind !== id && find(board, 'persoon', kind) !== undefined,
  );
  const groups = Map.groupBy(
    links.sort((a, b) => byAge(board, a.kind ?? '', b.kind ?? '')),
    (link) => `${link.soort ?? 'biologisch'} ${othersOf(link.ouders, id).join(' ')}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const names = namesOf(board, [...new Set(group.flatMap(({ kind }) => kind ?? []))]);
    const met = sayList(namesOf(board, othersOf(first?.ouders, id)));
    return [words.children(first?.soort, met, names, sayList(names))];
  });
}

const othersOf = (ids: readonly string[] | undefined, id: string): string[] =>
  (ids ?? []).filter((other) => other !== id);

function sayUnborn(board: Board, id: string): string[] {
  return ofType(board, 'zwangerschap')
    .filter(({ ouders = [] }) => ouders.includes(id))
    .map(({ soort, ouders, naam, wanneer }) =>
      words.unborn(
        soort,
        sayList(namesOf(board, othersOf(ouders, id))),
        naam.trim(),
        wanneer === undefined ? '' : sayDate(wanneer),
      ),
    );
}

function sayHomes(board: Board, id: string, today: number): string[] {
  const naam = nameOf(board, id);
  const animals = ofType(board, 'huisdier')
    .filter(({ bij = [] }) => bij.includes(id))
    .map((pet) => joined([pet.naam.trim(), pet.soort.trim() === '' ? '' : `(${pet.soort.trim()})`], ' '));
  const homes = livedWhere(board, id).map((home) => {
    const isNow = lastsOn(home.periode, today) && find(board, 'persoon', id)?.overleden === undefined;
    const [met, when] = [sayList(namesOf(board, home.with)), home.periode === undefined ? '' : sayDate(home.periode)];
    return home.type === 'ouder-kind'
      ? words.livesFoster(naam, isNow, met, when)
      : words.lives(naam, isNow, met, home.naam, when);
  });
  return [...homes, ...(animals.length === 0 ? [] : [words.animals(sayList(animals))])];
}

function sayTies(board: Board, id: string, options: PictureOptions): string[] {
  const kin = kinOf(board);
  return ofType(board, 'relatielijn')
    .filter(({ van, naar }) => van === id || naar === id)
    .filter(({ van, naar }) => kin.people.has(van ?? '') && kin.people.has(naar ?? ''))
    .map((line) => sayRelation(kin, line, options));
}

const more = (text: string): string[] => (text.trim() === '' ? [] : [closed(text.trim())]);
const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== '').join(by);
const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
