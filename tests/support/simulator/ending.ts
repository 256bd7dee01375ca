import * as Y from 'yjs';
import { readBoard } from '@samenbord/shared/document/read.ts';
import { isPending, shownIn } from '../oracle.ts';
import { board, people } from './people.ts';
import { Person, shownTokens } from './person.ts';
import { allTokensIn } from './tokens.ts';
import type { World } from './simulate.ts';

/** Everybody who is still welcome. */
const present = ({ persons, referee }: World): Person[] =>
  persons.filter(({ actor }) => !referee.revoked.has(actor.id));

const vectorOf = (doc: Y.Doc): string =>
  JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b));

/** All work is kept, and every document has come as far as the log. */
export function isQuiet(world: World): boolean {
  return present(world).every((person) => {
    if (!person.present) return false;
    const { session } = person;
    const { kind } = session.saved();
    if (kind !== 'opgeslagen' && kind !== 'niet-geplaatst') return false;
    return session.zones.every((name) => {
      const zone = session.zone(name);
      if (zone?.whole !== true) return false;
      const [own, log] = [zone.room().doc, world.referee.replica(name)];
      // What was only taken away moves no clock, so equal vectors are not enough.
      return vectorOf(own) === vectorOf(log) && deletedIn(own) === deletedIn(log);
    });
  });
}

function deletedIn(doc: Y.Doc): string {
  const gone = [...Y.createDeleteSetFromStructStore(doc.store).clients].sort(([a], [b]) => a - b);
  return JSON.stringify(gone.map(([client, items]) => [client, ...items.map(({ clock, len }) => `${clock}+${len}`)]));
}

/** What a document is, as text: everything that is shown, what it knows of whom, and what was deleted. */
const portrait = (doc: Y.Doc): string => JSON.stringify([shownIn(doc), vectorOf(doc), deletedIn(doc)]);

/** The oracles at the end: everybody equal, nothing lost, nothing twice; also after one more death, and for somebody who comes in fresh. */
export async function compare(world: World): Promise<void> {
  const { referee, machine, schedule } = world;
  for (const person of present(world)) compareSession(world, person, replayAll(world));
  machine.kill();
  machine.boot();
  const fresh = [people.regie, people.jeugdige]
    .filter(({ id }) => !referee.revoked.has(id))
    .map((actor) => new Person(actor, `${actor.id}/fresh`, world.around));
  world.persons.push(...fresh);
  await schedule.runUntil(schedule.now() + 4000);
  // The rooms were empty for a moment: a new epoch may have begun.
  for (let more = 0; more < 60 && !isQuiet(world); more++) await schedule.runUntil(schedule.now() + 500);
  const fromLog = replayAll(world);
  for (const person of present(world)) compareSession(world, person, fromLog);
  const read = await readServer(world);
  const table = fromLog.get('gedeeld');
  const same = table !== undefined && JSON.stringify(plain(readBoard(table))) === read;
  if (!same) referee.alarm('unequal', 'what the server reads is not what is in the log');
  compareTokens(world, fromLog);
  for (const doc of fromLog.values()) doc.destroy();
}

const replayAll = (world: World): Map<string, Y.Doc> =>
  new Map(world.disk.zones.map((zone) => [zone, replay(world, zone)]));

const plain = ({ things, places, ink, unknown }: ReturnType<typeof readBoard>): unknown =>
  [things, places, ink].map((map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))).concat([unknown as never[]]);

async function readServer({ machine, schedule }: World): Promise<string> {
  let read = '';
  machine.rooms?.read(board, 'gedeeld').then(
    (value) => {
      read = JSON.stringify(plain(value));
    },
    (error: unknown) => {
      read = String(error);
    },
  );
  await schedule.runUntil(schedule.now() + 1000);
  return read;
}

function replay({ disk, referee }: World, zone: string): Y.Doc {
  const doc = new Y.Doc();
  for (const { update } of disk.rows(board, zone)) Y.applyUpdate(doc, update);
  if (isPending(doc)) referee.alarm('broken', `the log of ${zone} is not whole`);
  return doc;
}

function compareSession({ referee }: World, { name, session }: Person, fromLog: ReadonlyMap<string, Y.Doc>): void {
  for (const zone of session.zones) {
    const doc = session.zone(zone)?.room().doc;
    const log = fromLog.get(zone);
    if (doc === undefined || log === undefined) continue;
    if (isPending(doc)) referee.alarm('broken', `${name} waits for something in ${zone}`);
    if (portrait(doc) !== portrait(log)) referee.alarm('unequal', `${name} in ${zone}`);
  }
}

function compareTokens({ referee }: World, fromLog: ReadonlyMap<string, Y.Doc>): void {
  const shown = new Map([...fromLog].map(([zone, doc]) => [zone, shownTokens(readBoard(doc))]));
  const words = new Map([...fromLog].map(([zone, doc]) => [zone, countWords(doc)]));
  for (const token of referee.tokens.values()) {
    const there = shown.get(token.zone)?.has(token.id) ?? false;
    if (token.forbidden && there) referee.alarm('right', `${token.id} of ${token.author} is on the board`);
    if (token.gone || token.forbidden) continue;
    if (!there && (token.saved || token.seen)) {
      const how = token.saved ? 'was shown as saved' : 'was seen by others';
      referee.alarm('lost', `${token.id} of ${token.author} in ${token.zone} ${how}`);
    }
    const times = words.get(token.zone)?.get(token.id) ?? 0;
    if (times > 1) referee.alarm('doubled', `${token.id} of ${token.author} stands there ${times} times`);
  }
}

/** How often each word stands in the texts of a document. */
function countWords(doc: Y.Doc): Map<string, number> {
  const count = new Map<string, number>();
  for (const thing of readBoard(doc).things.values()) {
    const words = allTokensIn(JSON.stringify(thing)).filter((word) => word !== thing.id);
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  }
  return count;
}
