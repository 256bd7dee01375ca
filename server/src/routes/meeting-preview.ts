import { mayRead } from '@samenbord/shared/access/zones.ts';
import { previewAnswer } from '@samenbord/shared/wire/http-meeting.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import { actorOf, isWelcome } from '../sign-in/sitting.ts';
import type { HistoryEntry, MeetingRow, ParticipantRow } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** When something came onto the table, and when it last changed; milliseconds since 1970. */
type Ages = { readonly shown: number; readonly changed: number };

/**
 * What everybody for whom the table opens will see for the first time: what came onto the table, or was changed, since they last sat at it while it was
 * open. Who reads it already is not in the list.
 */
export const previewMeeting = (deps: Deps) => {
  // It reads the whole history of the table.
  const limiter = createLimiter({ max: 12, windowMs: 60_000, clock: deps.clock });
  return boardAct({
    summary: 'Wat iedereen straks voor het eerst ziet',
    answer: previewAnswer,
    async run({ who }) {
      const { storage, rooms, clock, meetings } = deps;
      const board = who.board.id;
      limiter.take(board);
      const [table, history, earlier, participants] = await Promise.all([
        rooms.read(board, 'gedeeld'),
        storage.history(board, 'gedeeld'),
        storage.meetings(board),
        storage.participants(board),
      ]);
      const ages = agesOf(history);
      const lying = [...table.things.values()].filter(({ weg }) => !weg).map(({ id }) => id);
      const comes = (row: ParticipantRow): boolean => {
        const actor = actorOf(row);
        const zone = { kind: 'gedeeld' } as const;
        return mayRead(actor, zone, { open: true }) && !mayRead(actor, zone, meetings.stateOf(board).now);
      };
      return {
        deelnemers: participants
          .filter((row) => isWelcome(row, clock) && comes(row))
          .map(({ id, naam, rol }) => ({ id, naam, rol, ...firstSeen(lying, ages, lastThere(earlier, id)) })),
      };
    },
  });
};

function agesOf(history: readonly HistoryEntry[]): ReadonlyMap<string, Ages> {
  const ages = new Map<string, Ages>();
  for (const { thing, field, value, at } of history) {
    // Where something lies is not what it says.
    if (field === 'places' || field === 'ink') continue;
    const changed = Date.parse(at);
    const before = ages.get(thing);
    const isPutBack = field === 'weg' && value === false;
    ages.set(thing, { shown: before === undefined || isPutBack ? changed : before.shown, changed });
  }
  return ages;
}

/** When this participant last could see the open table: the end of the last meeting that they sat at. */
function lastThere(earlier: readonly MeetingRow[], id: string): number | undefined {
  const was = earlier.findLast(({ meeting: { stand, waren } }) => stand === 'gesloten' && waren.includes(id));
  return was?.meeting.gesloten;
}

function firstSeen(lying: readonly string[], ages: ReadonlyMap<string, Ages>, sinds: number | undefined) {
  const after = (moment: number | undefined): boolean => sinds === undefined || moment === undefined || moment > sinds;
  const nieuw = lying.filter((id) => after(ages.get(id)?.shown));
  const anders = lying.filter((id) => !after(ages.get(id)?.shown) && after(ages.get(id)?.changed));
  return { ...(sinds === undefined ? {} : { sinds }), nieuw, anders };
}
