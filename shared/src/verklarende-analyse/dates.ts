import { ageOn, readVagueDate } from '../board/vague-date.ts';
import type { VagueDate } from '../board/vague-date.ts';

/** The day of an instant such as `2026-11-22T10:00:00Z`. */
export const dayOf = (instant: string): string => instant.slice(0, 10);

/** How old somebody is on a day, in whole years; nothing when the birth is not known or lies later. */
export function ageInYears(born: VagueDate | undefined, onDay: number): number | undefined {
  if (born === undefined || readVagueDate(born).open) return undefined;
  const age = ageOn(born, onDay);
  return age >= 0 ? age : undefined;
}
