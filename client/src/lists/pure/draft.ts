import type { Actor } from '@samenbord/shared/access/zones.ts';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { find } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';

export const cardKinds = ['kracht', 'zorg', 'wens', 'hulpvraag', 'notitie', 'reactie'] as const;
export type CardKind = (typeof cardKinds)[number];

type Side = NonNullable<ThingOfType<'factor'>['kant']>;
type Box = NonNullable<ThingOfType<'patroonblok'>['vak']>;
export type Where = { readonly kant: Side } | { readonly vak: Box; readonly persoon?: string | undefined };

/** A card that is being composed. It lives in this tab and nowhere else until it is put somewhere. */
export type Draft = {
  readonly soort?: CardKind | undefined;
  readonly tekst: string;
  readonly over: readonly string[];
  readonly plek?: Where | undefined;
  /** Whose words a professional writes down; left out: their own. */
  readonly vanWie?: string | undefined;
  /** The card a reaction is about. */
  readonly op?: string | undefined;
};
export const emptyDraft: Draft = { tekst: '', over: [] };

export const steps = ['soort', 'op', 'tekst', 'van-wie', 'over', 'plek', 'voorbeeld'] as const;
export type Step = (typeof steps)[number];

/** Takes a draft and who writes, gives the questions in their order: one thing at a time, and none that is of no use here. */
export function stepsOf(draft: Draft, actor: Actor): Step[] {
  const asked: Readonly<Record<Step, boolean>> = {
    soort: true,
    op: draft.soort === 'reactie',
    tekst: true,
    'van-wie': isProfessional(actor.rol),
    over: draft.soort !== 'reactie',
    plek: draft.soort === 'kracht' || draft.soort === 'zorg',
    voorbeeld: true,
  };
  return steps.filter((step) => asked[step]);
}

/** May one go on from this step? Only the kind, the words, and what one reacts to cannot be left open. */
export function answered(draft: Draft, step: Step): boolean {
  if (step === 'soort') return draft.soort !== undefined;
  if (step === 'tekst') return draft.tekst.trim() !== '';
  return step !== 'op' || draft.op !== undefined;
}

/** How long the words may be. */
export const mostLetters = (draft: Draft): number =>
  draft.soort === 'reactie' ? 600 : draft.soort === 'kracht' || draft.soort === 'zorg' ? 400 : 1000;

/** Where a card about what goes well or is hard comes to stand when nobody chose: with the child it is about, else with the family. */
export function placeOf(draft: Draft, board: Board): Where {
  if (draft.plek !== undefined) return draft.plek;
  const [only, ...more] = draft.over;
  const aboutChild = more.length === 0 && find(board, 'persoon', only)?.indexkind === true;
  return { kant: aboutChild ? 'kind' : 'omgeving' };
}

/** Takes a finished draft, gives the card. Somebody's own words carry their name when they stand on the board as a person. */
export function thingOf(draft: Draft, id: string, actor: Actor, board: Board): NewThing {
  const common = { id, by: actor.id, vanWie: draft.vanWie ?? actor.persoon, texts: { tekst: draft.tekst.trim() } };
  const over = draft.over.length === 0 ? {} : { over: [...draft.over] };
  switch (draft.soort) {
    case 'kracht':
    case 'zorg': {
      const place = placeOf(draft, board);
      if ('kant' in place)
        return { ...common, type: 'factor', values: { kant: place.kant, waarde: draft.soort, ...over } };
      const persoon =
        place.persoon ?? (place.vak.includes('-kind') || place.vak.includes('-ouder') ? draft.over[0] : undefined);
      return {
        ...common,
        type: 'patroonblok',
        values: { vak: place.vak, ...(persoon === undefined ? {} : { persoon }) },
      };
    }
    case 'wens':
    case 'hulpvraag':
      return { ...common, type: draft.soort, values: over };
    case 'reactie':
      return { ...common, type: 'reactie', values: { op: draft.op } };
    default:
      return { ...common, type: 'notitie', values: over };
  }
}
