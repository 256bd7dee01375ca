import * as z from 'zod';
import { stepOpens, usualOpens } from '../access/state.ts';
import type { StepOpens } from '../access/state.ts';
import { viewNames } from '../board/define.ts';
import { unseenSigns } from '../board/field.ts';
import { thingTypes } from '../board/things.ts';

export const agendaKinds = [
  'vrij',
  'netwerkberaad',
  'casuistiekbespreking',
  'genogram',
  'gezinspatroon',
  'vaststellen',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** The boxes of the pattern that lie on the table in a step: the rings that were opened so far. */
const boxes = [
  'ontwikkeling-ouder',
  'gedrag-ouder',
  'ontwikkeling-kind',
  'gedrag-kind',
  'problemen-in-het-gezin',
  'hulp',
] as const;

/** Ways of working together, each with what it opens and for whom. */
export const ways = {
  /** One listens: professionals note down, nothing is moved. */
  rustig: {
    feit: 'professionals',
    woorden: 'professionals',
    samen: 'professionals',
    plaats: 'niemand',
    inkt: 'niemand',
  },
  /** Everyone writes; what lies there stays where it lies. */
  schrijven: { ...usualOpens, plaats: 'niemand', inkt: 'niemand' },
  /** Everyone writes, moves and draws; professionals keep the facts. */
  gewoon: usualOpens,
  /** Everyone draws the family, facts too. */
  tekenen: { ...usualOpens, feit: 'iedereen' },
} as const satisfies Readonly<Record<string, StepOpens>>;
export const wayNames = ['rustig', 'schrijven', 'gewoon', 'tekenen'] as const;

export const mostSteps = 30;
export const mostMinutes = 180;

/** One line that people read; no signs that make it look like something else. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text.search(unseenSigns) === -1 && !text.includes('\n'));
export const stepTitle = line(80);
export const stepQuestion = line(200);
export const stepMinutes = z.int().min(1).max(mostMinutes);
export const stepId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);

/** One step of a meeting, as data. */
export const step = z.strictObject({
  id: stepId,
  titel: stepTitle,
  /** The question that lies on the table. */
  vraag: stepQuestion,
  /** What the board shows; without one it is the list of cards. */
  view: z.enum(viewNames).optional(),
  /** The kinds of cards that this step is about. */
  kaarten: z.array(z.enum(thingTypes)).max(6).optional(),
  vakken: z.array(z.enum(boxes)).max(boxes.length).optional(),
  /** How long it may take; without a number there is no time. */
  minuten: stepMinutes.optional(),
  opent: stepOpens,
  /** Everyone writes alone first, in their own box. */
  alleen: z.boolean(),
  /** A version is being read: nothing on the table changes. */
  vast: z.boolean(),
  /** At the table, or among professionals first: then the table is shut for family. */
  waar: z.enum(['gedeeld', 'team']),
});
export type Step = z.infer<typeof step>;

export const agenda = z
  .strictObject({
    soort: z.enum(agendaKinds),
    titel: stepTitle,
    stappen: z.array(step).min(1).max(mostSteps),
  })
  .refine(({ stappen }) => new Set(stappen.map(({ id }) => id)).size === stappen.length);
export type Agenda = z.infer<typeof agenda>;
