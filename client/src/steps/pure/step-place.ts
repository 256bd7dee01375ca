import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';

/** Where a step is done on a laptop: in a view, in the list of its cards, or in the version that is read. */
export type StepPlace =
  | { readonly kind: 'beeld'; readonly view: ViewName }
  | { readonly kind: 'kaarten' }
  | { readonly kind: 'analyse' };

/**
 * Takes a step and whether a round is held in it; gives where everybody goes for it. Nothing for a step that is about no part of the board: then everybody
 * stays where they are.
 */
export function placeOfStep(step: Step, hasRound = false): StepPlace | undefined {
  if (hasRound) return { kind: 'kaarten' };
  if (step.vast) return { kind: 'analyse' };
  if (step.alleen) return { kind: 'kaarten' };
  if (step.view !== undefined) return { kind: 'beeld', view: step.view };
  return step.kaarten === undefined || step.kaarten.length === 0 ? undefined : { kind: 'kaarten' };
}

export const isSamePlace = (one: StepPlace, other: StepPlace): boolean =>
  one.kind === other.kind && (one.kind !== 'beeld' || other.kind !== 'beeld' || one.view === other.view);
