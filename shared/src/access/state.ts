import * as z from 'zod';
import type { ThingType } from '../board/things.ts';

/** For whom a step opens one sort of deed. */
export const openFor = ['iedereen', 'professionals', 'niemand'] as const;
export type OpenFor = (typeof openFor)[number];

/**
 * The sorts of deeds a step opens or closes: the three classes of a field, moving in a view, and drawing. Taking back one's own words is not among
 * them: no step keeps anybody from that.
 */
export const deedSorts = ['feit', 'woorden', 'samen', 'plaats', 'inkt'] as const;
export type DeedSort = (typeof deedSorts)[number];

const forWhom = z.enum(openFor);
export const stepOpens = z.strictObject({
  feit: forWhom,
  woorden: forWhom,
  samen: forWhom,
  plaats: forWhom,
  inkt: forWhom,
});
/** What a step opens, and for whom. */
export type StepOpens = Readonly<z.infer<typeof stepOpens>>;

/** A step that says nothing else: facts by professionals, the rest by everyone at the table. */
export const usualOpens: StepOpens = {
  feit: 'professionals',
  woorden: 'iedereen',
  samen: 'iedereen',
  plaats: 'iedereen',
  inkt: 'iedereen',
};

/** The facts that family change on a step which opens facts for everyone. What is about safety, decisions and organisations never is among them. */
export const familyFacts: ReadonlySet<ThingType> = new Set<ThingType>([
  'persoon',
  'partnerrelatie',
  'ouder-kind',
  'huishouden',
  'gebeurtenis',
  'hulp',
]);

/**
 * What `may()` and `mayRead()` know about the table now. Kept and given by the server; `tafel` shows it, so that a screen offers what the gate takes.
 */
export const tableState = z.strictObject({
  /** A meeting is open and this step is for everyone: family read along and take part. Otherwise professionals prepare. */
  open: z.boolean(),
  /** A version is being put before people: nobody changes what lies there. */
  frozen: z.boolean().optional(),
  /** Everyone writes alone first: new words and reactions wait in each one's own box until the reveal. */
  alone: z.boolean().optional(),
  /** What the present step opens; left out it is `usualOpens`. */
  opens: stepOpens.optional(),
});
export type TableState = {
  readonly open: boolean;
  readonly frozen?: boolean | undefined;
  readonly alone?: boolean | undefined;
  readonly opens?: StepOpens | undefined;
};

/** No meeting is open: professionals prepare, family read what was put before them. */
export const shut: TableState = { open: false };

/** Is a meeting going on, be it among professionals first? Outside one nobody is shown to be there. */
export const isMeeting = ({ open, opens }: TableState): boolean => open || opens !== undefined;

/** How long an edit that was under way is still judged by the state it was made in. */
export const graceMs = 2000;

/**
 * The state of a table and those it had a moment ago. What `now` refuses is still taken when a state that was left less than `graceMs` ago allows it:
 * so no keystroke under way is refused for a step or a freeze. Reading, roles and revocation know no such delay.
 */
export type TableStates = {
  readonly now: TableState;
  /** Newest first; `until` in milliseconds since 1970, server time. */
  readonly before: readonly { readonly state: TableState; readonly until: number }[];
};

/** A table that has been like this for long. */
export const settledIn = (state: TableState): TableStates => ({ now: state, before: [] });

/** How many states are remembered: more changes than this within the grace are not made by people. */
const mostBefore = 8;

/** Takes what was, what is now and the time of the change; gives both, without what is too long ago. */
export function changedTo(states: TableStates, now: TableState, at: number): TableStates {
  const left = { state: states.now, until: at + graceMs };
  return { now, before: [left, ...states.before.filter(({ until }) => until > at)].slice(0, mostBefore) };
}
