import { withoutOpenRound } from './round.ts';
import type { RoundWay } from './round.ts';
import { done, refused } from './commands.ts';
import type { Asked, Outcome } from './commands.ts';
import { stepOf } from './meeting.ts';
import type { Meeting } from './meeting.ts';

/** What a round begins with; `id` is made by whoever asks, so that the same twice is one round. */
export type NewRound = { readonly id: string; readonly stap: string; readonly vraag: string; readonly wijze: RoundWay };

/**
 * Begins a round at the step everybody is at. Refuses while another one is being written, and at a step among professionals: what is revealed there would
 * lie on the family's table.
 */
export function startRound(meeting: Meeting, begun: NewRound, { by }: Asked): Outcome {
  if (meeting.stand !== 'open') return refused('geen-bijeenkomst');
  if (meeting.regie !== by) return refused('niet-jouw-regie');
  if (meeting.ronde?.id === begun.id) return done(meeting);
  if (meeting.ronde?.stand === 'schrijven') return refused('ronde-loopt');
  if (meeting.stap !== begun.stap || stepOf(meeting).waar !== 'gedeeld') return refused('stap-onbekend');
  return done({ ...meeting, ronde: { ...begun, stand: 'schrijven' } });
}

/** Ends a round without a reveal: what was written stays where it is, with whoever wrote it. */
export function stopRound(meeting: Meeting, id: string, asked: Asked): Outcome {
  if (meeting.ronde?.id === id && meeting.ronde.stand === 'gestopt') return done(meeting);
  const may = mayReveal(meeting, id, asked);
  return may.ok ? done(withoutOpenRound(meeting)) : may;
}

/** May this round be revealed by whoever asks? Gives the meeting as it is. One that is revealed already may be asked again. */
export function mayReveal(meeting: Meeting, id: string, { by }: Asked): Outcome {
  if (meeting.stand !== 'open') return refused('geen-bijeenkomst');
  if (meeting.regie !== by) return refused('niet-jouw-regie');
  if (meeting.ronde?.id !== id || meeting.ronde.stand === 'gestopt') return refused('ronde-voorbij');
  return done(meeting);
}

/** The cards of this round lie on the table. */
export function revealed(meeting: Meeting, id: string): Outcome {
  if (meeting.ronde?.id !== id) return refused('ronde-voorbij');
  if (meeting.ronde.stand === 'onthuld') return done(meeting);
  return done({ ...meeting, ronde: { ...meeting.ronde, stand: 'onthuld' } });
}
