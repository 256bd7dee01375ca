import { useEffect, useState } from 'react';
import { groupOf, isProfessional } from '@samenbord/shared/access/roles.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { useBoardSession, useTable } from '../document/context.tsx';
import { usePresent } from '../document/meeting.ts';

/** Without whoever leads for so long, any professional can go on. */
export const awayMs = 20_000;

/** Is whoever leads gone from the table for a while? */
export function useLeaderAway({ regie }: TableMeeting): boolean {
  const there = usePresent().includes(regie);
  const [gone, setGone] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (there) return undefined;
    const timer = setTimeout(() => setGone(regie), awayMs);
    return () => {
      clearTimeout(timer);
      setGone(undefined);
    };
  }, [there, regie]);
  return !there && gone === regie;
}

/** The people at the table in an order that stays: without screens and whoever only watches. */
export function usePeopleHere(): readonly { readonly id: string; readonly naam: string }[] {
  const present = usePresent();
  const { deelnemers } = useTable();
  return deelnemers.filter(({ id, rol }) => present.includes(id) && groupOf(rol) !== 'kijker');
}

/** Is this my meeting to lead, and may I take it over? */
export function useMyPart(meeting: TableMeeting): { readonly leads: boolean; readonly professional: boolean } {
  const { actor } = useBoardSession();
  return { leads: meeting.regie === actor.id, professional: isProfessional(actor.rol) };
}
