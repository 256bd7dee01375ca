import { useState } from 'react';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { placeOfStep } from '../steps/pure/step-place.ts';

/** What a screen in the room shows: a view, the cards of the step, or the question of the step alone. */
export type ScreenPlace =
  | { readonly kind: 'beeld'; readonly view: ViewName }
  | { readonly kind: 'kaarten' }
  | { readonly kind: 'vraag' };

/** Takes a step; gives what a screen shows of it when nobody asks for anything else. */
export function screenOfStep(step: Step | undefined): ScreenPlace {
  const place = step === undefined || step.alleen ? undefined : placeOfStep(step);
  if (place === undefined || place.kind === 'analyse' || isWelcome(step)) return { kind: 'vraag' };
  return place;
}

/** A free talk is about whatever whoever leads looks at; without that there is its question. */
const atStep = (step: Step | undefined, view: ViewName | undefined): ScreenPlace =>
  isFree(step) && view !== undefined ? { kind: 'beeld', view } : screenOfStep(step);
const isFree = (step: Step | undefined): boolean =>
  step !== undefined && !isWelcome(step) && placeOfStep(step) === undefined;

/** While everyone writes alone first the screen shows what is asked, and no card that would lead them. */
export const isWriting = ({ ronde, stap }: Pick<TableMeeting, 'ronde' | 'stap'>): boolean =>
  ronde?.stap === stap && ronde.stand === 'schrijven';

/** The round whose cards lie on the table since this step. */
export const revealedHere = ({ ronde, stap }: Pick<TableMeeting, 'ronde' | 'stap'>): string | undefined =>
  ronde?.stap === stap && ronde.stand === 'onthuld' ? ronde.id : undefined;

/** The step at which people come in: there the code to join may be seen. */
export const isWelcome = (step: Step | undefined): boolean => step?.id === 'welkom';

/** What there is to follow: the step, the last call, what is lit, and what whoever leads looks at. */
export type Followed = {
  readonly step: string;
  readonly call: number;
  readonly lit: string | undefined;
  readonly view: ViewName | undefined;
  /** The round of this step that was revealed. */
  readonly revealed?: string | undefined;
};
type State = { readonly seen: Followed; readonly place: ScreenPlace };

/**
 * Takes what was followed and what there is now; gives what the screen shows: the newest wins. A new step, then a new call, then what is revealed, then a card
 * of this step that is lit. Where whoever leads looks counts only while a view is shown: the cards and the question stay until they are left on purpose.
 */
export function followOn(
  { seen, place }: State,
  now: Followed,
  meeting: Pick<TableMeeting, 'hierheen'>,
  step: Step | undefined,
  board: Board,
): State {
  if (now.step !== seen.step) return { seen: now, place: atStep(step, now.view) };
  if (now.call !== seen.call && meeting.hierheen !== undefined)
    return { seen: now, place: { kind: 'beeld', view: meeting.hierheen.kijk.view } };
  if (now.revealed !== undefined && now.revealed !== seen.revealed) return { seen: now, place: { kind: 'kaarten' } };
  const lit = now.lit === undefined || now.lit === seen.lit ? undefined : board.things.get(now.lit);
  if (lit !== undefined && step?.kaarten?.includes(lit.type) === true && step.view === undefined)
    return { seen: now, place: { kind: 'kaarten' } };
  if (now.view !== undefined && now.view !== seen.view && (place.kind === 'beeld' || isFree(step)))
    return { seen: now, place: { kind: 'beeld', view: now.view } };
  return { seen: now, place };
}

/** Follows the meeting; see `followOn`. */
export function useFollowedPlace(
  meeting: TableMeeting,
  step: Step | undefined,
  leadView: ViewName | undefined,
  board: Board,
): ScreenPlace {
  const now: Followed = {
    step: `${meeting.id} ${meeting.stap}`,
    call: meeting.hierheen?.nr ?? 0,
    lit: meeting.uitgelicht,
    view: leadView,
    revealed: revealedHere(meeting),
  };
  const [state, setState] = useState<State>(() => ({ seen: now, place: atStep(step, leadView) }));
  const { seen } = state;
  const same = (Object.keys(now) as (keyof Followed)[]).every((key) => now[key] === seen[key]);
  const next = same ? state : followOn(state, now, meeting, step, board);
  if (!same) setState(next);
  return isWriting(meeting) ? { kind: 'vraag' } : next.place;
}
