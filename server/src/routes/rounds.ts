import { randomBytes, randomInt } from 'node:crypto';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import { mayRead } from '@samenbord/shared/access/zones.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { newThingId } from '@samenbord/shared/board/field.ts';
import type { Round } from '@samenbord/shared/meeting/round.ts';
import { mayReveal, revealed, startRound, stopRound } from '@samenbord/shared/meeting/rounds-lead.ts';
import { reveal } from '@samenbord/shared/meeting/rounds-reveal.ts';
import type { Box, Chance, Reveal } from '@samenbord/shared/meeting/rounds-reveal.ts';
import type { Meeting } from '@samenbord/shared/meeting/meeting.ts';
import type { Outcome } from '@samenbord/shared/meeting/commands.ts';
import { roundAnswer, roundRequest } from '@samenbord/shared/wire/http-rounds.ts';
import type { RoundAnswer } from '@samenbord/shared/wire/http-rounds.ts';
import type { AuditAction } from '../audit/audit.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { ParticipantRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** What the rounds need; so much stands at the start of the program too. */
export type RoundDeps = Pick<Deps, 'storage' | 'rooms' | 'meetings' | 'table' | 'audit' | 'clock' | 'oneAtATime'>;

const chance: Chance = { id: () => newThingId(randomBytes(16)), below: (below) => randomInt(below) };

/** Changes the meeting of a board; gives its round, and whether anything changed. Refuses with what the meeting says. */
async function change(deps: RoundDeps, board: string, deed: (meeting: Meeting) => Outcome): Promise<[Round, boolean]> {
  const before = deps.meetings.current(board);
  const outcome = await deps.meetings.change(board, (now) => {
    if (now === undefined) return { ok: false, why: 'geen-bijeenkomst' };
    const done = deed(now.meeting);
    if (!done.ok) return done;
    return { ok: true, kept: done.meeting === now.meeting ? now : { ...now, meeting: done.meeting } };
  });
  if (!outcome.ok) throw new Refusal(outcome.why);
  const { ronde } = outcome.kept.meeting;
  if (ronde === undefined) throw new Refusal('ronde-voorbij');
  return [ronde, outcome.kept !== before];
}

/** The same by somebody, with a line in the record, shown to everybody at the table. */
async function led(
  deps: RoundDeps,
  { board, actor }: Sitting,
  action: AuditAction,
  deed: (meeting: Meeting) => Outcome,
): Promise<RoundAnswer> {
  const [ronde, isNew] = await change(deps, board.id, deed);
  if (isNew) await deps.audit({ board: board.id, participant: actor.id, action, object: ronde.id });
  await deps.table.showMeeting(board.id);
  return { ronde };
}

export const beginRound = (deps: Deps) =>
  boardAct({
    summary: 'Begin een ronde: iedereen schrijft eerst voor zich',
    body: roundRequest,
    answer: roundAnswer,
    run: ({ who, body }) =>
      led(deps, who, 'ronde-begonnen', (meeting) => startRound(meeting, body, { by: who.actor.id, now: deps.clock() })),
  });

/** What people wrote stays with them. */
export const endRound = (deps: Deps) =>
  boardAct({
    summary: 'Stop een ronde zonder iets te onthullen',
    answer: roundAnswer,
    run: ({ who, param }) =>
      deps.oneAtATime(who.board.id, () =>
        led(deps, who, 'ronde-gestopt', (meeting) =>
          stopRound(meeting, param('round'), { by: who.actor.id, now: deps.clock() }),
        ),
      ),
  });

/** The cards of everybody at once. Asking again is no second reveal. */
export const revealRound = (deps: Deps) =>
  boardAct({
    summary: 'Onthul een ronde: alle kaarten tegelijk op tafel, zoals beloofd',
    answer: roundAnswer,
    run: ({ who, param }) =>
      deps.oneAtATime(who.board.id, async () => {
        const board = who.board.id;
        const kept = deps.meetings.current(board);
        if (kept === undefined) throw new Refusal('geen-bijeenkomst');
        const asked = mayReveal(kept.meeting, param('round'), { by: who.actor.id, now: deps.clock() });
        if (!asked.ok) throw new Refusal(asked.why);
        const { ronde } = kept.meeting;
        if (ronde?.stand === 'schrijven') {
          await layOnTable(deps, board, ronde);
          await settle(deps, board, ronde.id, who.actor.id);
        }
        return { ronde: ronde?.stand === 'onthuld' ? ronde : { ...ronde, stand: 'onthuld' } } as RoundAnswer;
      }),
  });

/** All or nothing, and at most once: cards of this round on the table say that it was done. */
async function layOnTable({ storage, rooms, meetings, clock }: RoundDeps, board: string, ronde: Round): Promise<void> {
  if (liesThere(await rooms.read(board, 'gedeeld'), ronde.id)) return;
  const [zones, people] = await Promise.all([storage.zones(board), storage.participants(board)]);
  const state = meetings.stateOf(board).now;
  const takesPart = (row: ParticipantRow): boolean =>
    isWelcome(row, clock) && groupOf(row.rol) !== 'kijker' && mayRead(actorOf(row), { kind: 'gedeeld' }, state);
  const writers = people.filter(takesPart);
  const boxes = zones.map(({ zone }) => zone).filter((zone) => zone.startsWith('eigen:'));
  await rooms.reveal(board, boxes, (inside, table) => byZone(reveal(boxesOf(writers, inside, table), ronde, chance)));
}

const liesThere = ({ things }: Board, ronde: string): boolean =>
  [...things.values()].some((thing) => thing.ronde === ronde);

const boxesOf = (writers: readonly ParticipantRow[], inside: ReadonlyMap<string, Board>, table: Board): Box[] =>
  writers.map(({ id, rol, persoon }) => ({
    owner: id,
    rol,
    // A person who is no longer on the board cannot be pointed at.
    persoon: persoon !== undefined && table.things.get(persoon)?.type === 'persoon' ? persoon : undefined,
    things: inside.get(`eigen:${id}`)?.things.values() ?? [],
  }));

const byZone = ({ cards, taken }: Reveal) => ({
  cards,
  taken: new Map([...taken].map(([owner, ids]) => [`eigen:${owner}`, ids])),
});

/** The record says that it took place, once, and nothing else; then everybody is told. */
async function settle(deps: RoundDeps, board: string, id: string, by: string | undefined): Promise<void> {
  const { storage, audit, table } = deps;
  const noted = (await storage.audit(board)).some(({ action, object }) => action === 'ronde-onthuld' && object === id);
  if (!noted) await audit({ board, participant: by, action: 'ronde-onthuld', object: id });
  await change(deps, board, (meeting) => revealed(meeting, id));
  await table.showMeeting(board);
  await table.refresh(board);
}

/** At the start: a reveal that lies on the table and was not told yet, because the program ended in between, is told now. */
export async function settleRounds(deps: RoundDeps): Promise<void> {
  for (const { board, meeting } of await deps.storage.openMeetings()) {
    const { ronde, regie } = meeting;
    if (ronde?.stand !== 'schrijven') continue;
    const table = await deps.rooms.read(board, 'gedeeld').catch(() => undefined);
    if (table !== undefined && liesThere(table, ronde.id)) await settle(deps, board, ronde.id, regie);
  }
}
