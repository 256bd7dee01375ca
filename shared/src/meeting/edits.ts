import * as z from 'zod';
import { viewNames } from '../board/define.ts';
import { mostSteps, stepId, stepMinutes, stepQuestion, stepTitle, wayNames, ways } from './agenda.ts';
import type { Step } from './agenda.ts';
import { done, refused } from './commands.ts';
import type { Outcome } from './commands.ts';
import type { Meeting } from './meeting.ts';

const parts = {
  titel: stepTitle,
  vraag: stepQuestion,
  view: z.enum(viewNames).nullable(),
  minuten: stepMinutes.nullable(),
  alleen: z.boolean(),
  vast: z.boolean(),
  waar: z.enum(['gedeeld', 'team']),
  werkwijze: z.enum(wayNames),
};
const changes = z.strictObject(parts).partial();

/** What can be changed about an agenda, one thing at a time, so that two people who change it both keep their change. */
export const agendaEdit = z.discriminatedUnion('doe', [
  /** A step of one's own, after this one or at the front; its id is made by whoever asks, so that the same twice is one. */
  z.strictObject({
    doe: z.literal('erbij'),
    id: stepId,
    na: stepId.nullable(),
    stap: changes.extend({ titel: stepTitle, vraag: stepQuestion }),
  }),
  z.strictObject({ doe: z.literal('weg'), id: stepId }),
  z.strictObject({ doe: z.literal('verplaats'), id: stepId, na: stepId.nullable() }),
  z.strictObject({ doe: z.literal('anders'), id: stepId, stap: changes }),
]);
export type AgendaEdit = z.infer<typeof agendaEdit>;
type Changes = z.infer<typeof changes>;

/**
 * Changes the agenda of a meeting that is prepared or open. Refuses what would leave the meeting without the step it is at, a step that is not there and
 * one too many. Gives the same meeting back when it is so already.
 */
export function editAgenda(meeting: Meeting, edit: AgendaEdit): Outcome {
  if (meeting.stand === 'gesloten') return refused('geen-bijeenkomst');
  const { stappen } = meeting.agenda;
  const there = stappen.find(({ id }) => id === edit.id);
  switch (edit.doe) {
    case 'erbij': {
      if (there !== undefined) return done(meeting);
      if (stappen.length >= mostSteps) return refused('te-veel-stappen');
      const { titel, vraag } = edit.stap;
      return put(meeting, stappen, changed({ id: edit.id, titel, vraag, ...plain }, edit.stap), edit.na);
    }
    case 'weg': {
      if (there === undefined) return done(meeting);
      const rest = stappen.filter(({ id }) => id !== edit.id);
      if (rest.length === 0) return refused('stap-onbekend');
      if (meeting.stap !== edit.id) return done(withSteps(meeting, rest));
      // While it is prepared a meeting stands at its first step, whichever that is; an open one is not pulled from under people.
      if (meeting.stand === 'open') return refused('stap-onbekend');
      return done(withSteps(meeting, rest));
    }
    case 'verplaats':
      if (there === undefined) return refused('stap-onbekend');
      if (edit.na === edit.id) return done(meeting);
      return put(
        meeting,
        stappen.filter(({ id }) => id !== edit.id),
        there,
        edit.na,
      );
    case 'anders':
      if (there === undefined) return refused('stap-onbekend');
      return done(
        withSteps(
          meeting,
          stappen.map((one) => (one === there ? changed(one, edit.stap) : one)),
        ),
      );
  }
}

const plain = { opent: ways.gewoon, alleen: false, vast: false, waar: 'gedeeld' } as const;

/** Without what is not said; `null` takes a part away. */
function changed(step: Step, { werkwijze, ...given }: Changes): Step {
  const whole = { ...step, ...given, ...(werkwijze === undefined ? {} : { opent: ways[werkwijze] }) };
  const said = Object.entries(whole).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said) as Step;
}

function put(meeting: Meeting, others: readonly Step[], step: Step, after: string | null): Outcome {
  const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1;
  if (after !== null && at === 0) return refused('stap-onbekend');
  return done(withSteps(meeting, others.toSpliced(at, 0, step)));
}

function withSteps(meeting: Meeting, stappen: readonly Step[]): Meeting {
  const before = meeting.agenda.stappen;
  if (before.length === stappen.length && JSON.stringify(before) === JSON.stringify(stappen)) return meeting;
  const kept = new Set(stappen.map(({ id }) => id));
  const tijden = Object.fromEntries(Object.entries(meeting.tijden).filter(([id]) => kept.has(id)));
  const stap = meeting.stand === 'voorbereiding' ? (stappen[0]?.id ?? meeting.stap) : meeting.stap;
  return { ...meeting, agenda: { ...meeting.agenda, stappen: [...stappen] }, tijden, stap };
}
