import type { Role } from '@samenbord/shared/access/roles.ts';
import type { Openable } from '@samenbord/shared/access/zones.ts';
import type { Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import { carryOut } from '@samenbord/shared/document/intent.ts';
import type { BoardFacts, InvitationRequest, Participant } from '@samenbord/shared/wire/http.ts';
import { open } from '@samenbord/shared/meeting/commands.ts';
import { prepared } from '@samenbord/shared/meeting/meeting.ts';
import { agendaChoice, readyMade } from '@samenbord/shared/meeting/ready-made.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { instant } from '../sign-in/clock.ts';
import type { Clock } from '../sign-in/clock.ts';
import { boardZones, giveOpenLink, zonesWith } from '../sign-in/invite.ts';
import { actorOf } from '../sign-in/sitting.ts';
import type { ParticipantRow, Storage } from '../storage/storage.ts';

/** An invented family as a value. Things come in the order in which they are made: a thing points only at things before it. */
export type ExampleFamily = {
  readonly titel: string;
  readonly feiten: BoardFacts;
  /** The first is a casusregisseur. */
  readonly deelnemers: readonly ExampleParticipant[];
  readonly things: readonly NewThing[];
  /** What professionals alone read; it may point at what lies on the table. */
  readonly team: readonly NewThing[];
  /** By participant, the professionals who read the box they share, from the beginning. */
  readonly vertrouwd: Readonly<Record<string, readonly string[]>>;
  readonly places: readonly { readonly view: ViewName; readonly id: string; readonly at: Place }[];
  /** Said after a card was made: `als` is the participant who says so. */
  readonly bevestigd?: readonly { readonly id: string; readonly als: string; readonly hoe: 'zelf' | 'voorgelezen' }[];
};
type ExampleParticipant = Pick<Participant, 'id' | 'naam' | 'rol'> & {
  readonly organisatie?: string;
  readonly persoon?: string;
  readonly opent: readonly Openable[];
  readonly grondslag?: InvitationRequest['grondslag'];
  readonly geinformeerd?: InvitationRequest['geinformeerd'];
  readonly geinformeerdOp?: string;
};

type Deps = {
  readonly storage: Storage;
  readonly rooms: Rooms;
  readonly meetings: Meetings;
  readonly clock: Clock;
};

export const exampleBoard = 'voorbeeld';
const lastDay = '2099-12-31';
const origins = { tracked: 'server', untracked: 'server' };

/** Makes the example board where it is not there yet. A start that was cut off halfway is finished at the next. */
export async function seedExample({ storage, rooms, meetings, clock }: Deps, family: ExampleFamily): Promise<void> {
  const rows = family.deelnemers.map((one): ParticipantRow => ({
    grondslag: 'directe-betrokkenheid',
    geinformeerd: 'gevraagd',
    ...one,
    board: exampleBoard,
    tot: lastDay,
    createdAt: instant(clock),
  }));
  const [maker, ...others] = rows;
  if (maker === undefined) return;
  if ((await storage.board(exampleBoard)) === undefined) {
    const board = { id: exampleBoard, titel: family.titel, facts: family.feiten, createdAt: instant(clock) };
    await storage.createBoard(board, [...boardZones, ...zonesWith(maker)], maker);
  }

  for (const row of others) {
    if ((await storage.participant(exampleBoard, row.id)) === undefined)
      await storage.addParticipant(row, zonesWith(row));
  }
  await nameTrusted(storage, family, clock);
  await openFirst(storage, meetings, maker.id, clock);
  await writeThings(rooms, family, rows);
  await writeTeam(rooms, family, rows);
}

/** Before the first meeting, so once: later the list is theirs. */
async function nameTrusted(storage: Storage, family: ExampleFamily, clock: Clock): Promise<void> {
  if ((await storage.meetings(exampleBoard)).length > 0) return;
  for (const [owner, professionals] of Object.entries(family.vertrouwd))
    await storage.setTrusted({ board: exampleBoard, owner, professionals, at: instant(clock), door: owner });
}

async function writeTeam(rooms: Rooms, family: ExampleFamily, rows: readonly ParticipantRow[]): Promise<void> {
  const there = (await rooms.read(exampleBoard, 'team')).things;
  const actors = new Map(rows.map((row) => [row.id, actorOf(row)]));
  for (const thing of family.team.filter(({ id }) => !there.has(id))) {
    const actor = actors.get(thing.by);
    if (actor === undefined) continue;
    await rooms.write(exampleBoard, 'team', actor, (doc) => void carryOut(doc, { kind: 'create', thing }, origins));
  }
}

/** At its first start the example has a meeting open, so that everybody's link leads to the table; whoever closes it finds it closed. */
async function openFirst(storage: Storage, meetings: Meetings, regie: string, clock: Clock): Promise<void> {
  if ((await storage.meetings(exampleBoard)).length > 0) return;
  const agenda = readyMade(agendaChoice.parse({ soort: 'vrij' }));
  const meeting = prepared({ id: 'voorbeeld-1', nummer: 1, agenda, familie: true, regie });
  await meetings.change(exampleBoard, () => {
    const opened = open(meeting, { by: regie, now: clock() });
    return opened.ok ? { ok: true, kept: { meeting: opened.meeting, pauzes: [] } } : opened;
  });
}

async function writeThings(rooms: Rooms, family: ExampleFamily, rows: readonly ParticipantRow[]): Promise<void> {
  const there = (await rooms.read(exampleBoard, 'gedeeld')).things;
  if (family.things.every(({ id }) => there.has(id))) return;
  const actors = new Map(rows.map((row) => [row.id, actorOf(row)]));
  const write = async (by: string, deed: Parameters<Rooms['write']>[3]): Promise<void> => {
    const actor = actors.get(by);
    if (actor !== undefined) await rooms.write(exampleBoard, 'gedeeld', actor, deed);
  };
  for (const [by, things] of runs(family.things.filter(({ id }) => !there.has(id)))) {
    await write(by, (doc) => {
      for (const thing of things) carryOut(doc, { kind: 'create', thing }, origins);
    });
  }
  for (const { id, als, hoe } of (family.bevestigd ?? []).filter((one) => !there.has(one.id))) {
    await write(als, (doc) => {
      carryOut(doc, { kind: 'set', id, field: 'bevestigd', value: hoe }, origins);
    });
  }
  await write(rows[0]?.id ?? '', (doc) => {
    for (const place of family.places.filter(({ id }) => !there.has(id)))
      carryOut(doc, { kind: 'place', ...place }, origins);
  });
}

/** Neighbours by the same hand, taken together. */
function runs(things: readonly NewThing[]): [string, NewThing[]][] {
  const found: [string, NewThing[]][] = [];
  for (const thing of things) {
    const last = found.at(-1);
    if (last?.[0] === thing.by) last[1].push(thing);
    else found.push([thing.by, [thing]]);
  }
  return found;
}

const words: Partial<Record<Role, { word: string; most: number }>> = {
  casusregisseur: { word: 'casusregisseur', most: 1 },
  'medewerker-gi': { word: 'GI', most: 1 },
  'ouder-met-gezag': { word: 'ouder', most: 2 },
  'ouder-zonder-gezag': { word: 'ouder', most: 2 },
  jeugdige: { word: 'jeugdige', most: 1 },
  'groot-scherm': { word: 'groot scherm', most: 1 },
};

/** New links for the example board, one line each: `rol (naam): url`. Earlier links keep working. */
export async function exampleLinks(storage: Storage, origin: string): Promise<string[]> {
  const rows = (await storage.participants(exampleBoard)).filter(({ revokedAt }) => revokedAt === undefined);
  const lines: string[] = [];
  for (const [word, most] of new Map(Object.values(words).map((one) => [one.word, one.most]))) {
    const those = rows.filter(({ rol }) => words[rol]?.word === word);
    for (const row of those.slice(0, most))
      lines.push(`${word} (${row.naam}): ${origin}${await giveOpenLink(storage, row)}`);
  }
  return lines;
}
