import { mayReadHistory } from '@samenbord/shared/access/look-back.ts';
import { isOwner } from '@samenbord/shared/access/may.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { agesOf, firstSeen, lastThere } from '@samenbord/shared/meeting/since.ts';
import { sinceAnswer, sinceQuery } from '@samenbord/shared/wire/http-rounds.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import type { HistoryEntry } from '../storage/storage.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/**
 * What is new on the table since I could last read it. Only of what lies there now and may be read now; of what was taken off one hears only about
 * one's own.
 */
export const showSince = (deps: Deps) => {
  // It reads the whole history of the table.
  const limiter = createLimiter({ max: 20, windowMs: 60_000, clock: deps.clock });
  return boardAct({
    summary: 'Wat er veranderde sinds ik de tafel voor het laatst kon lezen',
    query: sinceQuery,
    answer: sinceAnswer,
    async run({ who, query }) {
      const { storage, rooms, meetings } = deps;
      const board = who.board.id;
      const zone = { kind: 'gedeeld' } as const;
      if (!mayReadHistory(who.actor, zone, { open: true })) throw new Refusal('mag-niet');
      if (!mayReadHistory(who.actor, zone, meetings.stateOf(board).now)) throw new Refusal('tafel-dicht');
      limiter.take(who.actor.id);
      const [table, history, earlier] = await Promise.all([
        rooms.read(board, 'gedeeld'),
        storage.history(board, 'gedeeld'),
        storage.meetings(board),
      ]);
      const away = sinceQuery.parse({ sinds: query('sinds') }).sinds;
      const last = lastThere(
        earlier.map(({ meeting }) => meeting),
        who.actor.id,
      );
      const sinds = away === undefined ? last : Math.max(away, last ?? 0);
      const all = [...table.things.values()];
      const lying = all.filter(({ weg }) => !weg).map(({ id }) => id);
      const gone = takenOffSince(history, who, sinds);
      return {
        ...firstSeen(lying, agesOf(history), sinds),
        weg: all.filter((thing) => isMine(who, thing) && gone.has(thing.id)).map(({ id }) => id),
      };
    },
  });
};

const isMine = ({ actor }: Sitting, thing: Thing): boolean => thing.weg && isOwner(actor, thing);

/** What somebody else took off after that moment. */
function takenOffSince(
  history: readonly HistoryEntry[],
  { actor }: Sitting,
  sinds: number | undefined,
): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { thing, field, value, by, at } of history) {
    if (field !== 'weg' || value !== true || by === actor.id) continue;
    if (sinds === undefined || Date.parse(at) > sinds) gone.add(thing);
  }
  return gone;
}
