/** Milliseconds since 1970, from outside, so that a test can let days pass. */
export type Clock = () => number;

export const instant = (clock: Clock): string => new Date(clock()).toISOString();

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** Takes the last day somebody may take part (`2026-12-31`); true when that day is over in the Netherlands. */
export const isOver = (lastDay: string, clock: Clock): boolean => days.format(clock()) > lastDay;

/** The day it is in the Netherlands, a number of days from now. */
export const dayFromNow = (count: number, clock: Clock): string => days.format(clock() + count * 86_400_000);
