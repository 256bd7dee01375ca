import * as z from 'zod';
import type { TableState } from '../access/state.ts';
import { shut } from '../access/state.ts';
import { viewNames } from '../board/define.ts';
import { participantId, thingId } from '../board/field.ts';
import { agenda, stepId } from './agenda.ts';
import type { Agenda, Step } from './agenda.ts';
import { round } from './round.ts';

/** Milliseconds since 1970, server time. */
export const moment = z.int().min(0).max(8.64e15);

/** The time of one step: it runs until a moment, or it stands still with so much left. Nobody counts seconds for others. */
export const stepTime = z.discriminatedUnion('loopt', [
  z.strictObject({ loopt: z.literal(true), tot: moment }),
  z.strictObject({ loopt: z.literal(false), over: z.int().min(0) }),
]);
export type StepTime = z.infer<typeof stepTime>;

const coordinate = z.number().min(-100_000).max(100_000);
/** A view and the part of it that everybody is asked to look at. */
export const look = z.strictObject({
  view: z.enum(viewNames),
  x: coordinate,
  y: coordinate,
  width: z.number().min(1).max(100_000),
  height: z.number().min(1).max(100_000),
});
export type Look = z.infer<typeof look>;

export const mostHands = 60;

/** A meeting as facts. Nothing private stands in it: of an open one everything may be known to everyone at the table. */
export const meeting = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,40}$/),
  nummer: z.int().min(1),
  stand: z.enum(['voorbereiding', 'open', 'gesloten']),
  agenda,
  /** The family is at this table. */
  familie: z.boolean(),
  /** Who leads this meeting now. */
  regie: participantId,
  /** The step everybody is at. */
  stap: stepId,
  /** A version lies on the table to be read, whatever the step says. */
  vast: z.boolean(),
  tijden: z.record(stepId, stepTime),
  uitgelicht: thingId.optional(),
  /** The screen in the room shows a neutral picture until whoever leads lets it show the table again. */
  schermLeeg: z.literal(true).optional(),
  /** Everybody looks at this one household of a large family. */
  huishouden: thingId.optional(),
  /** The last call to look at something together; a higher number is a new call. */
  hierheen: z.strictObject({ nr: z.int().min(1), kijk: look }).optional(),
  /** Who wants to say something, in order. */
  handen: z.array(z.strictObject({ wie: participantId, sinds: moment })).max(mostHands),
  /** Whose turn it is. */
  beurt: participantId.optional(),
  /** Everyone writes alone first, or did. */
  ronde: round.optional(),
  /** Who has sat at the table, to know who saw what. */
  waren: z.array(participantId).max(500),
  geopend: moment.optional(),
  gesloten: moment.optional(),
});
export type Meeting = z.infer<typeof meeting>;

/** A meeting that is being prepared: at its first step, with nobody's hand up. */
export function prepared(about: {
  readonly id: string;
  readonly nummer: number;
  readonly agenda: Agenda;
  readonly familie: boolean;
  readonly regie: string;
}): Meeting {
  const stap = about.agenda.stappen[0]?.id;
  if (stap === undefined) throw new RangeError('an agenda has a step');
  return { ...about, stand: 'voorbereiding', stap, vast: false, tijden: {}, handen: [], waren: [] };
}

/** The step everybody is at. A meeting always has one. */
export function stepOf({ agenda: { stappen }, stap }: Meeting): Step {
  const found = stappen.find(({ id }) => id === stap);
  if (found === undefined) throw new RangeError('no such step');
  return found;
}

/** Words wait in each one's own box: while a round is being written at this step, and at a step of that kind until its round is revealed. */
function isAlone({ ronde, stap, ...now }: Meeting): boolean {
  if (ronde?.stap === stap && ronde.stand !== 'gestopt') return ronde.stand === 'schrijven';
  return stepOf({ ...now, stap }).alleen;
}

/** Takes the meeting of a board, if there is one; gives what the table allows now. Without an open meeting the table is shut. */
export function tableOf(now: Meeting | undefined): TableState {
  if (now?.stand !== 'open') return shut;
  const { waar, opent, vast } = stepOf(now);
  const open = now.familie && waar === 'gedeeld';
  return { open, opens: opent, alone: isAlone(now), frozen: vast || now.vast };
}
