import * as z from 'zod';
import { thingId } from '../board/field.ts';
import { stepId, stepQuestion } from '../meeting/agenda.ts';
import { moment } from '../meeting/meeting.ts';
import { round, roundWay } from '../meeting/round.ts';

/** The HTTP contracts of alone first, then together, below `/api/v1/boards/{board}`. The round itself stands in `tafel`: `bijeenkomst.ronde`. */

// POST …/rounds (who leads): everyone writes alone first. The promise cannot be changed; the same again is the same round.
export const roundRequest = z.strictObject({ id: thingId, stap: stepId, vraag: stepQuestion, wijze: roundWay });
// The answer to it, to POST …/rounds/{round}/reveal and to POST …/rounds/{round}/stop (who leads). No counts: nobody learns who wrote.
export const roundAnswer = z.object({ ronde: round });
export type RoundAnswer = z.infer<typeof roundAnswer>;

/**
 * GET …/since: what is new or says something else on the table since I could last read it: the end of the last meeting that I sat at. With `?sinds=`
 * (milliseconds) since that moment instead, for whoever was away for a while; never longer ago than that meeting. `weg`: my own cards that were taken off since.
 */
export const sinceQuery = z.object({ als: z.string().optional(), sinds: z.coerce.number().pipe(moment).optional() });
export const sinceAnswer = z.object({
  /** Left out: I never sat at this table, everything is new. */
  sinds: moment.optional(),
  nieuw: z.array(thingId),
  anders: z.array(thingId),
  weg: z.array(thingId),
});
export type SinceAnswer = z.infer<typeof sinceAnswer>;
