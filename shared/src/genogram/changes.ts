import { find, ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import { dayNumber } from '../board/vague-date.ts';
import type { ThingOfType } from '../board/things.ts';
import type { VagueDate } from '../board/vague-date.ts';
import { nameOf } from '../picture/face.ts';
import { sayDate, sayList } from '../words/dates.ts';
import { changeWords } from '../words/family-time.ts';
import type { ChildLink, Person, Union } from './family.ts';
import { endsOf, hasCome, lastingOf } from './lasting.ts';
import { firstDayOf } from './on-date.ts';

export type ChangeKind =
  | 'geboren'
  | 'overleden'
  | 'samen'
  | 'uit-elkaar'
  | 'kind-van'
  | 'niet-meer-kind-van'
  | 'zwangerschap'
  | 'huis'
  | 'niet-meer-huis';

/** Something that changed in the family on a day: the thing it stands in, who it is about, and one sentence without its date. */
export type Change = {
  readonly id: string;
  readonly kind: ChangeKind;
  /** The moment as it was written down. */
  readonly when: VagueDate;
  /** The day from which the family of `familyOn` is another one. */
  readonly day: number;
  readonly people: readonly string[];
  readonly text: string;
};

/** Takes a board, gives everything dated that changed in the family, in order of time. What names nobody on the table is left out. */
export function changesOf(board: Board): Change[] {
  const people = ofType(board, 'persoon');
  const here = new Set(people.map(({ id }) => id));
  const known = (ids: readonly string[] | undefined): string[] => [...new Set(ids ?? [])].filter((id) => here.has(id));
  const names = (ids: readonly string[]): string => upper(sayList(ids.map((id) => nameOf(board, id))));
  const all = [
    ...people.flatMap((person) => ofPerson(person, nameOf(board, person.id))),
    ...ofType(board, 'partnerrelatie').flatMap((union) => {
      const both = known(union.partners);
      return both.length < 2 ? [] : ofUnion(union, both, names(both));
    }),
    ...ofType(board, 'ouder-kind').flatMap((link) => {
      const ouders = known(link.ouders).filter((id) => id !== link.kind);
      return ouders.length === 0 || link.kind === undefined || !here.has(link.kind)
        ? []
        : ofLink(link, [link.kind, ...ouders], names([link.kind]), names(ouders));
    }),
    ...ofType(board, 'zwangerschap').flatMap((pregnancy): Change[] => {
      const [day, ouders] = [firstDayOf(pregnancy), known(pregnancy.ouders)];
      if (day === undefined || pregnancy.wanneer === undefined || ouders.length === 0) return [];
      const text = changeWords.zwangerschap(pregnancy.soort, names(ouders), ouders.length === 1);
      return [{ id: pregnancy.id, kind: 'zwangerschap', when: pregnancy.wanneer, day, people: ouders, text }];
    }),
    ...ofType(board, 'huishouden').flatMap((home) => ofHome(board, home, known(home.leden), names)),
  ];
  return all.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

/** Who joined a home later, because they were born later, is not named when it begins. */
function ofHome(
  board: Board,
  { id, naam, periode }: ThingOfType<'huishouden'>,
  members: string[],
  names: (ids: readonly string[]) => string,
): Change[] {
  const begin = lastingOf(periode).from;
  const born = members.filter((one) => hasCome(find(board, 'persoon', one)?.geboren, begin));
  const first = born.length === 0 ? members : born;
  if (first.length === 0) return [];
  return ofPeriod(
    id,
    periode,
    members,
    ['huis', changeWords.huis(names(first), naam.trim(), first.length === 1)],
    ['niet-meer-huis', changeWords.huisNietMeer(names(members), naam.trim(), members.length === 1)],
  );
}

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function ofPerson({ id, geboren, overleden }: Person, naam: string): Change[] {
  return [
    ...at(id, 'geboren', geboren, [id], upper(changeWords.geboren(naam))),
    ...at(id, 'overleden', overleden, [id], upper(changeWords.overleden(naam))),
  ];
}

function ofUnion({ id, vorm, einde, begonnen, geeindigd }: Union, both: string[], names: string): Change[] {
  return [
    ...at(id, 'samen', begonnen, both, changeWords.samen(vorm, names)),
    ...at(id, 'uit-elkaar', geeindigd, both, changeWords.uitElkaar(einde, names)),
  ];
}

function ofLink(link: ChildLink, people: string[], kind: string, ouders: string): Change[] {
  const { id, soort, periode } = link;
  return ofPeriod(
    id,
    periode,
    people,
    ['kind-van', changeWords.kindVan(soort, kind, ouders)],
    ['niet-meer-kind-van', changeWords.nietMeerKindVan(soort, kind, ouders)],
  );
}

function at(id: string, kind: ChangeKind, when: VagueDate | undefined, people: string[], text: string): Change[] {
  return when === undefined ? [] : [{ id, kind, when: endsOf(when).from, day: dayNumber(when), people, text }];
}

type Said = readonly [kind: ChangeKind, text: string];

function ofPeriod(id: string, periode: VagueDate | undefined, people: string[], begin: Said, end: Said): Change[] {
  if (periode === undefined) return [];
  const [{ from, to }, { until }] = [endsOf(periode), lastingOf(periode)];
  const begun = at(id, begin[0], from, people, begin[1]);
  if (!Number.isFinite(until)) return begun;
  return [...begun, { id, kind: end[0], when: to ?? from, day: until, people, text: end[1] }];
}

/** "Sanne is geboren, 14 mei 2012." */
export const sayChange = ({ text, when }: Change): string => `${text}, ${sayDate(when)}.`;

/** A day on which the slider stops, and what changed on it. */
export type Stop = { readonly day: number; readonly changes: readonly Change[] };

/** Takes a board, gives the days on which the family changes, oldest first, each once. */
export function datesOf(board: Board): Stop[] {
  const days = Map.groupBy(changesOf(board), ({ day }) => day);
  return [...days].map(([day, changes]) => ({ day, changes }));
}

/** The day of a stop in words, as precisely as somebody wrote it down: "14 mei 2012", "rond 2014". */
export function sayStop({ day, changes }: Stop): string {
  const told = changes.filter(({ when }) => dayNumber(when) === day).map(({ when }) => when);
  const [best] = told.toSorted((a, b) => exactness(b) - exactness(a));
  return sayDate(best ?? new Date(day * 86_400_000).toISOString().slice(0, 7));
}

const exactness = (when: VagueDate): number => when.replace('~', '').length - (when.endsWith('~') ? 1 : 0);
