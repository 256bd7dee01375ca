import * as z from 'zod';
import { thingId } from '../board/field.ts';
import { stepId, stepQuestion } from './agenda.ts';

/** How the cards of a round will lie on the table: with the writer's name, with their role, or without either. */
export const roundWays = ['naam', 'rol', 'naamloos'] as const;
export const roundWay = z.enum(roundWays);
export type RoundWay = z.infer<typeof roundWay>;

/**
 * Everyone writes alone first, and then everything is revealed at once. What is promised when it begins holds for the whole round: there is no way to change
 * it, so nobody learns by asking whether somebody wrote already. Whoever wants another promise stops this round and begins a new one.
 */
export const round = z.strictObject({
  id: thingId,
  stap: stepId,
  vraag: stepQuestion,
  wijze: roundWay,
  stand: z.enum(['schrijven', 'onthuld', 'gestopt']),
});
export type Round = z.infer<typeof round>;

/** So many cards of one person go along in one round. */
export const mostCardsEach = 12;

/** With its meeting a round that is still being written ends. */
export function withoutOpenRound<M extends { readonly ronde?: Round | undefined }>(meeting: M): M {
  if (meeting.ronde?.stand !== 'schrijven') return meeting;
  return { ...meeting, ronde: { ...meeting.ronde, stand: 'gestopt' } };
}
