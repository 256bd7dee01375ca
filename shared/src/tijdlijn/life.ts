import { ofType } from '../board/board.ts';
import type { Board } from '../board/board.ts';
import type { ThingOfType } from '../board/things.ts';
import { boundsOf, dayNumber } from '../board/vague-date.ts';
import { changesOf } from '../genogram/changes.ts';
import type { Change } from '../genogram/changes.ts';
import { orderOf } from './order.ts';
import type { TimelineThing } from './order.ts';

/**
 * Takes a board, gives what the genogram itself tells on the tijdlijn, in order of time: no things of its own, so it is changed at the person or the tie.
 * So that a large family does not flood it, only: births and deaths of the children it is about, of their brothers and sisters, parents and grandparents and of
 * who belongs to the home; unions of their birth or adoptive parents, beginning and end; where those children lived. It starts at the first thing
 * on the tijdlijn, the birth of the oldest of those children or the first union between its parents. Where no child is named: births and
 * deaths of everybody since the first thing. A pregnancy or a loss is never told here by itself: whoever wants it on the tijdlijn
 * puts it there. A birth or death that a thing on the tijdlijn tells is told once; of a union both stay, for nobody can tell whether they are one.
 */
export function lifeOf(board: Board): Change[] {
  const near = nearOf(board);
  const changes = changesOf(board);
  const all = changes.filter((change) => matters(change, near, board, changes));
  const things = orderOf(board);
  const start = startOf(board, near, all, things);
  return all.filter(
    ({ when, kind, people }) =>
      boundsOf(when).latest >= start && !(isLife(kind) && isTold(board, things, when, people[0])),
  );
}

type Near = {
  readonly children: ReadonlySet<string>;
  /** By birth or adoption. */
  readonly parents: ReadonlySet<string>;
  /** Whose birth and death are told. */
  readonly people: ReadonlySet<string>;
  readonly named: boolean;
};

function nearOf(board: Board): Near {
  const people = ofType(board, 'persoon');
  const everybody = new Set(people.map(({ id }) => id));
  const index = people.filter(({ indexkind }) => indexkind === true).map(({ id }) => id);
  const links = ofType(board, 'ouder-kind');
  const above = (ids: ReadonlySet<string>, of: readonly ThingOfType<'ouder-kind'>[]): Set<string> =>
    new Set(of.filter(({ kind }) => ids.has(kind ?? '')).flatMap(({ ouders = [] }) => ouders));
  const named = index.length > 0;
  const children = named ? new Set(index) : everybody;
  const birth = links.filter(({ soort }) => soort === 'biologisch' || soort === 'adoptie');
  const [parents, all] = [above(children, birth), above(children, links)];
  const siblings = links.flatMap(({ kind, ouders = [] }) =>
    kind !== undefined && ouders.some((id) => parents.has(id)) ? [kind] : [],
  );
  const home = people.filter(({ kring }) => kring === 'gezin').map(({ id }) => id);
  const circle = new Set([...children, ...all, ...siblings, ...above(parents, birth), ...home]);
  return { children, parents, people: named ? circle : everybody, named };
}

const isLife = (kind: Change['kind']): boolean => kind === 'geboren' || kind === 'overleden';

function matters({ id, kind, people, day }: Change, near: Near, board: Board, changes: readonly Change[]): boolean {
  const thing = board.things.get(id);
  switch (kind) {
    case 'geboren':
    case 'overleden':
      return people.some((one) => near.people.has(one));
    case 'samen':
    case 'uit-elkaar':
      return people.some((one) => near.parents.has(one));
    case 'kind-van':
    case 'niet-meer-kind-van':
      return near.named && isStay(thing) && near.children.has(people[0] ?? '');
    case 'huis':
    case 'niet-meer-huis':
      return (
        near.named && people.some((one) => near.children.has(one)) && !isToldByStay(board, changes, kind, day, people)
      );
    case 'zwangerschap':
      return false;
  }
}

const isStay = (thing: ReturnType<Board['things']['get']>): boolean =>
  thing?.type === 'ouder-kind' && (thing.soort === 'pleeg' || thing.soort === 'adoptie' || thing.soort === 'voogd');

/** A child that comes to foster parents and to their house on one day comes once. */
function isToldByStay(
  board: Board,
  changes: readonly Change[],
  kind: Change['kind'],
  day: number,
  people: readonly string[],
): boolean {
  const same = kind === 'huis' ? 'kind-van' : 'niet-meer-kind-van';
  return changes.some(
    (other) =>
      other.kind === same &&
      other.day === day &&
      isStay(board.things.get(other.id)) &&
      other.people.every((id) => people.includes(id)),
  );
}

/** The first day of which something is told. */
function startOf(board: Board, near: Near, all: readonly Change[], things: readonly TimelineThing[]): number {
  const first = things.flatMap(({ wanneer }) => (wanneer === undefined ? [] : [dayNumber(wanneer)]));
  const births = near.named
    ? all.filter(({ kind, people }) => kind === 'geboren' && near.children.has(people[0] ?? ''))
    : [];
  const unions = near.named
    ? all.filter(({ kind, people }) => kind === 'samen' && people.every((id) => near.parents.has(id)))
    : [];
  return Math.min(...first, ...[...births, ...unions].map(({ day }) => day));
}

/** A thing on the tijdlijn says this birth or death already: of the same time, and about this person. */
function isTold(board: Board, things: readonly TimelineThing[], when: string, id: string | undefined): boolean {
  const person = board.things.get(id ?? '');
  return person?.type === 'persoon' && things.some((thing) => tells(thing, when, person));
}

function tells(thing: TimelineThing, when: string, { id, naam }: ThingOfType<'persoon'>): boolean {
  if (thing.wanneer !== when || thing.type !== 'gebeurtenis') return false;
  return (naam.trim() !== '' && thing.titel.includes(naam.trim())) || (thing.over ?? []).includes(id);
}
