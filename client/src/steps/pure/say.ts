import { deedSorts, openFor } from '@samenbord/shared/access/state.ts';
import type { StepOpens } from '@samenbord/shared/access/state.ts';
import { left } from '@samenbord/shared/meeting/commands.ts';
import type { StepTime } from '@samenbord/shared/meeting/meeting.ts';
import { openWords, timerWords } from '@samenbord/shared/words/controls.ts';

/** Takes what a step opens; says it as one line for each group of people. What nobody does stands last. */
export const sayOpens = (opens: StepOpens): string[] =>
  openFor.flatMap((who) => {
    const what = deedSorts.filter((sort) => opens[sort] === who).map((sort) => openWords.what[sort]);
    return what.length === 0 ? [] : [`${openWords.who[who]}: ${listed(what)}`];
  });

const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} en ${all.at(-1) ?? ''}`;

const minute = 60_000;

/** Takes the time of a step and what time it is at the server; says what is left, in whole minutes and without haste. */
export function sayLeft(time: StepTime, now: number): string {
  const rest = left(time, now);
  const said =
    rest <= 0 ? timerWords.over : rest < minute ? timerWords.lastMinute : timerWords.left(Math.ceil(rest / minute));
  return time.loopt || rest <= 0 ? said : timerWords.standsStill(said);
}

/** How long what `sayLeft` says stays true; nothing when it stays so. */
export function saidUntil(time: StepTime, now: number): number | undefined {
  const rest = left(time, now);
  if (!time.loopt || rest <= 0) return undefined;
  return rest % minute === 0 ? minute : rest % minute;
}

/** The whole minutes of a time that gets five more: what was left, rounded, and five. */
export const fiveMore = (
  time: StepTime | undefined,
  planned: number | undefined,
  now: number,
  most: number,
): number => {
  const before = time === undefined ? (planned ?? 0) : Math.round(left(time, now) / minute);
  return Math.min(most, before + 5);
};
