import { useEffect, useRef, useState } from 'react';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { currentStep } from '../document/meeting.ts';
import { isSamePlace, placeOfStep } from './pure/step-place.ts';
import type { StepPlace } from './pure/step-place.ts';

/** Somebody types, or has a question open: then their screen is not taken away from under their hands. */
export const isBusy = (): boolean =>
  document.activeElement instanceof HTMLInputElement ||
  document.activeElement instanceof HTMLTextAreaElement ||
  document.querySelector('[role="dialog"]') !== null;

/** Where everybody goes in this meeting now. */
export function placeOfMeeting(meeting: TableMeeting | undefined): StepPlace | undefined {
  const step = meeting === undefined ? undefined : currentStep(meeting);
  const ronde = meeting?.ronde;
  return step === undefined ? undefined : placeOfStep(step, ronde?.stap === step.id && ronde.stand !== 'gestopt');
}

export type Following = {
  /** Where the step is, when it is somewhere. */
  readonly place: StepPlace | undefined;
  /** Somebody is elsewhere than the step. */
  readonly away: boolean;
  /** The step went on while somebody was writing. */
  readonly movedOn: boolean;
  readonly back: () => void;
};

/**
 * Everybody goes along when the step changes. Who looks around stays there until the next step, and comes back with one press; who is writing is not
 * moved and is told. `fresh`: somebody came in without asking for a place, and goes to the step. `leads`: it was this person who went on.
 */
export function useFollow(
  meeting: TableMeeting | undefined,
  here: StepPlace | undefined,
  go: (place: StepPlace) => void,
  { fresh, leads }: { readonly fresh: boolean; readonly leads: boolean },
): Following {
  const step = meeting === undefined ? undefined : currentStep(meeting);
  const place = placeOfMeeting(meeting);
  // A round that begins or ends in a step takes everybody to another place as well.
  const at = step === undefined || meeting === undefined ? undefined : `${meeting.id} ${step.id} ${place?.kind ?? ''}`;
  const [stayedAt, setStayedAt] = useState<string | undefined>(undefined);
  const seen = useRef<string | undefined>(fresh ? undefined : at);
  const latest = useRef({ place, go, leads });
  useEffect(() => {
    latest.current = { place, go, leads };
  });
  useEffect(() => {
    if (at === undefined || seen.current === at) return;
    seen.current = at;
    const { place: to, go: move, leads: mine } = latest.current;
    if (to === undefined) return;
    if (isBusy() && !mine) queueMicrotask(() => setStayedAt(at));
    else move(to);
  }, [at]);
  const away = place !== undefined && (here === undefined || !isSamePlace(here, place));
  return {
    place,
    away,
    movedOn: away && stayedAt === at,
    back: () => {
      if (place !== undefined) go(place);
    },
  };
}
