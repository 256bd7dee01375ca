import * as z from 'zod';
import { participantId, thingId } from '../board/field.ts';
import { mostMinutes, stepId } from './agenda.ts';
import { look, mostHands, stepOf } from './meeting.ts';
import { withoutOpenRound } from './round.ts';
import type { Meeting, StepTime } from './meeting.ts';

/**
 * What whoever leads a meeting can ask of it. Each says from where it starts, so that the same one twice does what one does: a step is left by name,
 * a call has the number of the one before.
 */
export const steerCommand = z.discriminatedUnion('doe', [
  z.strictObject({ doe: z.literal('volgende'), van: stepId }),
  z.strictObject({ doe: z.literal('vorige'), van: stepId }),
  z.strictObject({ doe: z.literal('ga-naar'), stap: stepId }),
  /** Starts the time of this step where it stood; `minuten` starts it anew. */
  z.strictObject({ doe: z.literal('tijd-start'), stap: stepId, minuten: z.int().min(1).max(mostMinutes).optional() }),
  z.strictObject({ doe: z.literal('tijd-stop'), stap: stepId }),
  z.strictObject({ doe: z.literal('uitlichten'), ding: thingId.nullable() }),
  /** Blanks the screen in the room, or lets it show the table again. */
  z.strictObject({ doe: z.literal('scherm'), leeg: z.boolean() }),
  /** Of a large family one household at a time; `null` shows everybody again. */
  z.strictObject({ doe: z.literal('huishouden'), ding: thingId.nullable() }),
  z.strictObject({ doe: z.literal('hierheen'), na: z.int().min(0), kijk: look }),
  z.strictObject({ doe: z.literal('beurt'), aan: participantId.nullable() }),
  z.strictObject({ doe: z.literal('vast'), vast: z.boolean() }),
  z.strictObject({ doe: z.literal('familie'), familie: z.boolean() }),
]);
export type SteerCommand = z.infer<typeof steerCommand>;

/** What there is to know besides the meeting: who asks, and the time. */
export type Asked = { readonly by: string; readonly now: number };

export type MeetingRefusal =
  | 'geen-bijeenkomst'
  | 'al-open'
  | 'niet-jouw-regie'
  | 'stap-onbekend'
  | 'te-veel-stappen'
  | 'ronde-loopt'
  | 'ronde-voorbij';
export type Outcome =
  | { readonly ok: true; readonly meeting: Meeting }
  | { readonly ok: false; readonly why: MeetingRefusal };

export const done = (meeting: Meeting): Outcome => ({ ok: true, meeting });
export const refused = (why: MeetingRefusal): Outcome => ({ ok: false, why });

/** Opens a prepared meeting. One that is open stays as it is. */
export function open(meeting: Meeting, { by, now }: Asked): Outcome {
  if (meeting.stand === 'open') return done(meeting);
  if (meeting.stand === 'gesloten') return refused('geen-bijeenkomst');
  return done({ ...meeting, stand: 'open', regie: by, geopend: now });
}

/** Ends a meeting: the time stands still, hands go down, nothing is lit any more. */
export function close(meeting: Meeting, { by, now }: Asked): Outcome {
  if (meeting.stand === 'gesloten') return done(meeting);
  if (meeting.stand !== 'open') return refused('geen-bijeenkomst');
  if (meeting.regie !== by) return refused('niet-jouw-regie');
  const { uitgelicht: _lit, beurt: _turn, hierheen: _call, ...rest } = withoutOpenRound(paused(meeting, now));
  return done({ ...rest, stand: 'gesloten', vast: false, handen: [], gesloten: Math.max(now, meeting.geopend ?? 0) });
}

/** Takes the lead of a meeting over, whoever has it: its step, its time and its hands stay. */
export function takeOver(meeting: Meeting, { by }: Asked): Outcome {
  if (meeting.stand === 'gesloten') return refused('geen-bijeenkomst');
  return done(meeting.regie === by ? meeting : { ...meeting, regie: by });
}

/** Raises or lowers somebody's own hand. The order is that in which they went up; who has the turn has no hand up. */
export function raiseHand(meeting: Meeting, up: boolean, { by, now }: Asked): Outcome {
  if (meeting.stand !== 'open') return refused('geen-bijeenkomst');
  const isUp = meeting.handen.some(({ wie }) => wie === by);
  if (isUp === up) return done(meeting);
  if (!up) return done({ ...meeting, handen: meeting.handen.filter(({ wie }) => wie !== by) });
  if (meeting.handen.length >= mostHands) return done(meeting);
  return done({ ...meeting, handen: [...meeting.handen, { wie: by, sinds: now }] });
}

/** Notes who has sat at the table of an open meeting. */
export function noteSeats(meeting: Meeting, seats: readonly string[]): Meeting {
  const fresh = seats.filter((id) => !meeting.waren.includes(id));
  if (meeting.stand !== 'open' || fresh.length === 0) return meeting;
  return { ...meeting, waren: [...meeting.waren, ...fresh].slice(0, 500) };
}

/** Carries out a command of whoever leads an open meeting. Gives the same meeting back when there is nothing to do. */
export function steer(meeting: Meeting, command: SteerCommand, asked: Asked): Outcome {
  if (meeting.stand !== 'open') return refused('geen-bijeenkomst');
  if (meeting.regie !== asked.by) return refused('niet-jouw-regie');
  switch (command.doe) {
    case 'volgende':
    case 'vorige':
      return moveOn(meeting, command.van, command.doe === 'volgende' ? 1 : -1, asked.now);
    case 'ga-naar':
      return goTo(meeting, command.stap, asked.now);
    case 'tijd-start':
    case 'tijd-stop':
      return setTime(meeting, command, asked.now);
    case 'uitlichten':
      return light(meeting, command.ding);
    case 'scherm':
      return blank(meeting, command.leeg);
    case 'huishouden':
      return oneHousehold(meeting, command.ding);
    case 'hierheen':
      return call(meeting, command);
    case 'beurt':
      return giveTurn(meeting, command.aan);
    case 'vast':
      return done(command.vast === meeting.vast ? meeting : { ...meeting, vast: command.vast });
    case 'familie':
      return done(command.familie === meeting.familie ? meeting : { ...meeting, familie: command.familie });
  }
}

function moveOn(meeting: Meeting, from: string, by: 1 | -1, now: number): Outcome {
  const { stappen } = meeting.agenda;
  const at = stappen.findIndex(({ id }) => id === from);
  if (at === -1) return refused('stap-onbekend');
  // Somebody went on already: this one was sent twice.
  if (meeting.stap !== from) return done(meeting);
  const to = stappen[at + by];
  return to === undefined ? done(meeting) : goTo(meeting, to.id, now);
}

/** With the step its time is left standing, and what was lit goes out. */
function goTo(meeting: Meeting, to: string, now: number): Outcome {
  if (!meeting.agenda.stappen.some(({ id }) => id === to)) return refused('stap-onbekend');
  if (meeting.stap === to) return done(meeting);
  const { uitgelicht: _lit, ...rest } = paused(meeting, now);
  return done({ ...rest, stap: to });
}

/** What is left of a time, never less than nothing. */
export const left = (time: StepTime, now: number): number => (time.loopt ? Math.max(0, time.tot - now) : time.over);

function paused(meeting: Meeting, now: number): Meeting {
  const time = meeting.tijden[meeting.stap];
  if (time?.loopt !== true) return meeting;
  return { ...meeting, tijden: { ...meeting.tijden, [meeting.stap]: { loopt: false, over: left(time, now) } } };
}

/** Only the time of the step everybody is at runs. */
function setTime(meeting: Meeting, command: SteerCommand & { doe: 'tijd-start' | 'tijd-stop' }, now: number): Outcome {
  if (meeting.stap !== command.stap) return refused('stap-onbekend');
  if (command.doe === 'tijd-stop') return done(paused(meeting, now));
  const before = meeting.tijden[meeting.stap];
  if (command.minuten === undefined && before?.loopt === true) return done(meeting);
  const minutes = command.minuten ?? stepOf(meeting).minuten;
  const whole = minutes === undefined ? undefined : minutes * 60_000;
  const span = command.minuten === undefined && before !== undefined ? left(before, now) : whole;
  if (span === undefined) return done(meeting);
  return done({ ...meeting, tijden: { ...meeting.tijden, [meeting.stap]: { loopt: true, tot: now + span } } });
}

function light(meeting: Meeting, thing: string | null): Outcome {
  if ((meeting.uitgelicht ?? null) === thing) return done(meeting);
  const { uitgelicht: _lit, ...rest } = meeting;
  return done(thing === null ? rest : { ...rest, uitgelicht: thing });
}

function blank(meeting: Meeting, leeg: boolean): Outcome {
  if ((meeting.schermLeeg ?? false) === leeg) return done(meeting);
  const { schermLeeg: _blank, ...rest } = meeting;
  return done(leeg ? { ...rest, schermLeeg: true } : rest);
}

function oneHousehold(meeting: Meeting, household: string | null): Outcome {
  if ((meeting.huishouden ?? null) === household) return done(meeting);
  const { huishouden: _whole, ...rest } = meeting;
  return done(household === null ? rest : { ...rest, huishouden: household });
}

function call(meeting: Meeting, { na, kijk }: SteerCommand & { doe: 'hierheen' }): Outcome {
  const last = meeting.hierheen?.nr ?? 0;
  return done(na === last ? { ...meeting, hierheen: { nr: last + 1, kijk } } : meeting);
}

/** Who gets the turn has been heard: the hand goes down. */
function giveTurn(meeting: Meeting, to: string | null): Outcome {
  if ((meeting.beurt ?? null) === to) return done(meeting);
  const { beurt: _turn, ...rest } = meeting;
  if (to === null) return done(rest);
  return done({ ...rest, beurt: to, handen: meeting.handen.filter(({ wie }) => wie !== to) });
}
