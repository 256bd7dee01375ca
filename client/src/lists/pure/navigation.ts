import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { RelativeRole } from '@samenbord/shared/genogram/relatives.ts';
import type { Instrument } from './instruments.ts';

export type PlaceName = 'nu' | 'bord' | 'mijn';

/** Where one is in the lists. */
export type Screen =
  | { readonly kind: 'nu' | 'bord' }
  /** Getting ready for the next meeting, at home. */
  | { readonly kind: 'prepare' }
  /** Composing a card, or a reaction to the card `op`. */
  | { readonly kind: 'compose'; readonly op?: string | undefined; readonly at?: number }
  | { readonly kind: 'mijn'; readonly tab: 'eigen' | 'tafel' }
  | { readonly kind: 'lijst'; readonly instrument: Instrument }
  | { readonly kind: 'ding'; readonly zone: string; readonly id: string; readonly edit?: boolean }
  /** Adding a relative of somebody. */
  | { readonly kind: 'familielid'; readonly of: string; readonly role: RelativeRole }
  | {
      readonly kind: 'nieuw';
      readonly zone: string;
      readonly type: ThingType;
      readonly values?: Readonly<Record<string, unknown>> | undefined;
    };

/** Where one was, in order, and which of them is shown. What was ahead is forgotten as soon as one goes elsewhere. */
export type Trail = { readonly screens: readonly Screen[]; readonly at: number };

export const startAt = (screen: Screen): Trail => ({ screens: [screen], at: 0 });
export const shownOf = (trail: Trail): Screen => trail.screens[trail.at] ?? { kind: 'nu' };

export function goTo({ screens, at }: Trail, screen: Screen): Trail {
  return { screens: [...screens.slice(0, at + 1), screen], at: at + 1 };
}

/** Takes the place of what is shown: "back" does not lead to a form that is done. */
export function replaceBy({ screens, at }: Trail, screen: Screen): Trail {
  return { screens: [...screens.slice(0, at), screen], at };
}

/** To a step of the trail, as the browser's own back and forward ask; a step that is not there is the nearest one. */
export const jumpTo = ({ screens }: Trail, at: number): Trail => ({
  screens,
  at: Math.max(0, Math.min(screens.length - 1, Math.trunc(at))),
});

/** Under which of the three places a screen stands, so that the thumb knows where it is. */
export function placeOfScreen({ screens, at }: Trail): PlaceName {
  for (const screen of screens.slice(0, at + 1).toReversed()) {
    if (screen.kind === 'nu' || screen.kind === 'bord' || screen.kind === 'mijn') return screen.kind;
  }
  return 'nu';
}

/** The zone one is in: one's own box and its cards, or the table. A card that is being composed is in none. */
export function zoneOfScreen(screen: Screen, own: string): string | undefined {
  if (screen.kind === 'compose') return undefined;
  if (screen.kind === 'prepare') return own;
  if (screen.kind === 'mijn') return screen.tab === 'eigen' ? own : 'gedeeld';
  if (screen.kind === 'ding' || screen.kind === 'nieuw') return screen.zone;
  return 'gedeeld';
}

/** How many steps back lead out of the composer, to where one was before. */
export function stepsOut({ screens, at }: Trail): number {
  let steps = 0;
  while (steps < at && screens[at - steps]?.kind === 'compose') steps++;
  return steps;
}
