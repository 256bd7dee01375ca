import * as z from 'zod';
import { role } from '../access/roles.ts';
import { tableState } from '../access/state.ts';
import { participantId, thingId } from '../board/field.ts';
import { agendaEdit } from '../meeting/edits.ts';
import { steerCommand } from '../meeting/commands.ts';
import { meeting, moment } from '../meeting/meeting.ts';
import { agendaChoice } from '../meeting/ready-made.ts';

/** The HTTP contracts of a meeting, below `/api/v1/boards/{board}/meeting`, and what `tafel` shows of it. */

// PUT …/meeting (casusregisseur): choose the agenda of the next meeting. The same again starts it anew.
export const meetingRequest = agendaChoice;
// POST …/meeting/steer (who leads): go on, back, to a step; time; spotlight; call; turn; freeze; family.
export const steerRequest = steerCommand;
// POST …/meeting/agenda (who leads; while it is prepared every professional).
export const agendaRequest = agendaEdit;
// PUT …/meeting/hand : my own hand, up or down.
export const handRequest = z.strictObject({ op: z.boolean() });
// PUT …/meeting/pause : ask whoever leads, or somebody at this table whom I trust, for a pause; `null` takes it back. Nobody else is told.
export const pauseRequest = z.strictObject({ aan: z.union([z.literal('regie'), participantId, z.null()]) });
// POST …/meeting/pause/seen : whoever was asked has seen it.
export const pauseSeenRequest = z.strictObject({ van: participantId });

/** `bijeenkomst` in `tafel`: the open meeting as everybody at the table may know it. Times are milliseconds since 1970, server time. */
export const tableMeeting = z.object(meeting.omit({ waren: true }).shape);
export type TableMeeting = z.infer<typeof tableMeeting>;
/** `staat` in `tafel`: what the gate allows now. */
export const tableStaat = tableState;
/** `aanwezig` in `tafel`: who sits at the table of an open meeting now. */
export const tablePresent = z.array(participantId);

const pause = z.object({ wie: participantId, sinds: moment });
/** What stands in `tafel:<participant>` about a meeting: is the table open for me, whom I asked for a pause, who asked me. */
export const ownTable = z.object({
  open: z.boolean(),
  pauze: pause.optional(),
  pauzes: z.array(pause),
});
export type OwnTable = z.infer<typeof ownTable>;

/** GET …/meeting, and the answer to everything above that changes it. `nu` is the time of the server; `open`: I may read the table now. */
export const meetingAnswer = z.object({
  nu: moment,
  open: z.boolean(),
  bijeenkomst: tableMeeting.optional(),
});
export type MeetingAnswer = z.infer<typeof meetingAnswer>;

/** GET …/meeting/preview (casusregisseur): what each person will see for the first time when the table opens. Ids of things on the table. */
export const previewAnswer = z.object({
  deelnemers: z.array(
    z.object({
      id: participantId,
      naam: z.string(),
      rol: role,
      /** When this person last sat at an open table; nothing when never. */
      sinds: moment.optional(),
      nieuw: z.array(thingId),
      anders: z.array(thingId),
    }),
  ),
});
export type PreviewAnswer = z.infer<typeof previewAnswer>;
