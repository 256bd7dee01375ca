import { ofType } from '../board/board.ts';
import { mainText } from '../board/things.ts';
import type { Thing, ThingOfType } from '../board/things.ts';
import { boundsOf, dayNumber } from '../board/vague-date.ts';
import type { Role } from '../access/roles.ts';
import { standsIn } from '../access/standing.ts';
import { sayDate } from '../words/dates.ts';
import { ageInYears, dayOf } from './dates.ts';
import type { Position, Reader, Ref } from './analysis.ts';
import type { Version, VersionParticipant } from './version.ts';

/** Everything the parts are made from: one frozen version, the positions this reader may know, and who reads. */
export type Context = {
  readonly version: Version;
  readonly reader: Reader;
  readonly positions: readonly Position[];
  /** Day of the version as a number: ages and "now" are those of the moment it was frozen. */
  readonly today: number;
  readonly children: readonly ThingOfType<'persoon'>[];
  readonly parents: readonly ThingOfType<'persoon'>[];
  readonly reactions: ReadonlyMap<string, readonly ThingOfType<'reactie'>[]>;
};

/** A version of before may hold what now stands among professionals only; others no longer read it there. */
function readBy(reader: Reader, version: Version): Version {
  if (reader.professional) return version;
  const things = [...version.board.things].filter(([, { type }]) => standsIn(type, { kind: 'gedeeld' }));
  if (things.length === version.board.things.size) return version;
  return { ...version, board: { ...version.board, things: new Map(things) } };
}

/**
 * Takes a version, all positions on it and the reader; keeps the positions that are the reader's own or shown to everybody, and of the version what this reader may
 * read.
 */
export function contextOf(whole: Version, positions: readonly Position[], reader: Reader): Context {
  const version = readBy(reader, whole);
  const { board } = version;
  const children = ofType(board, 'persoon')
    .filter((one) => one.indexkind === true)
    .toSorted(byBirth);
  const ids = new Set(children.map((child) => child.id));
  const parentIds = new Set(
    ofType(board, 'ouder-kind')
      .filter((link) => ids.has(link.kind ?? ''))
      .flatMap((link) => link.ouders ?? []),
  );
  return {
    version,
    reader,
    positions: positions.filter((one) => one.deelnemer === reader.id || one.zichtbaar === 'iedereen').toSorted(byGiver),
    today: dayNumber(dayOf(version.gemaakt)),
    children,
    parents: ofType(board, 'persoon').filter((one) => parentIds.has(one.id)),
    reactions: Map.groupBy(ofType(board, 'reactie'), (reaction) => reaction.op ?? ''),
  };
}

const byGiver = (a: Position, b: Position): number =>
  `${a.naam} ${a.deelnemer}` < `${b.naam} ${b.deelnemer}` ? -1 : 1;

function byBirth(a: ThingOfType<'persoon'>, b: ThingOfType<'persoon'>): number {
  const born = (one: ThingOfType<'persoon'>): number =>
    one.geboren === undefined ? Infinity : boundsOf(one.geboren).earliest;
  return born(a) === born(b) ? (a.id < b.id ? -1 : 1) : born(a) - born(b);
}

/** The person with this id, when they are on the table. */
export function personRef(context: Context, id: string | undefined): Ref | undefined {
  const thing = id === undefined ? undefined : context.version.board.things.get(id);
  return thing?.type === 'persoon' ? { id: thing.id, naam: nameOf(thing) } : undefined;
}

export const nameOf = (person: ThingOfType<'persoon'>): string =>
  person.naam === '' ? 'iemand zonder naam' : person.naam;
export const people = (context: Context, ids: readonly string[] | undefined): Ref[] =>
  (ids ?? []).flatMap((id) => personRef(context, id) ?? []);

export const participantOf = (context: Context, id: string | undefined): VersionParticipant | undefined =>
  context.version.deelnemers.find((one) => one.id === id);

/** The participant with this id, by name. */
export function participantRef(context: Context, id: string | undefined): Ref | undefined {
  const found = participantOf(context, id);
  return found === undefined ? undefined : { id: found.id, naam: found.naam };
}

export function ageOf(context: Context, id: string | undefined): number | undefined {
  const thing = id === undefined ? undefined : context.version.board.things.get(id);
  if (thing?.type !== 'persoon' || thing.overleden !== undefined) return undefined;
  return ageInYears(thing.geboren, context.today);
}

/** The thing an id points at, with words by which people know it. */
export function thingRef(context: Context, id: string | undefined): Ref | undefined {
  const thing = id === undefined ? undefined : context.version.board.things.get(id);
  return thing === undefined ? undefined : { id: thing.id, naam: titleOf(context, thing) };
}

function titleOf(context: Context, thing: Thing): string {
  const text = mainText(thing);
  const date = 'wanneer' in thing && thing.wanneer !== undefined ? ` (${sayDate(thing.wanneer)})` : '';
  if (text !== '') return `${text}${date}`;
  if (thing.type === 'verband') {
    return `${thingRef(context, thing.van)?.naam ?? 'een kaart'} → ${thingRef(context, thing.naar)?.naam ?? 'een kaart'}`;
  }
  return `een kaart zonder tekst${date}`;
}

/** Roles that only look on: nobody waits for their position. */
const onlookers: readonly Role[] = ['facilitator', 'groot-scherm', 'waarnemer'];

/**
 * The participants this reader may know of. Professionals know the register; others only who shows on the table (wrote or was written for,
 * sat at a meeting, froze the version, shows a position) and themselves: nobody else learns who was invited (design D6).
 */
export function knownParticipants(context: Context): VersionParticipant[] {
  const { version, reader, positions } = context;
  if (reader.professional) return [...version.deelnemers];
  const seen = new Set<string>([reader.id, version.door.id, ...positions.map((one) => one.deelnemer)]);
  const persons = new Set<string>();
  for (const thing of version.board.things.values()) {
    if (thing.by !== undefined) seen.add(thing.by);
    if (thing.vanWie !== undefined) persons.add(thing.vanWie);
    if (thing.type === 'bijeenkomst') for (const id of thing.aanwezig ?? []) persons.add(id);
  }
  return version.deelnemers.filter(
    (one) => seen.has(one.id) || (one.persoon !== undefined && persons.has(one.persoon)),
  );
}

/** Of whom a position is expected: people at the table who are still in the case. */
export const atTable = (context: Context): VersionParticipant[] =>
  knownParticipants(context).filter(
    (one) => !one.ingetrokken && one.opent.includes('gedeeld') && !onlookers.includes(one.rol),
  );
