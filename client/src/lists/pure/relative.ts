import type { Board } from '@samenbord/shared/board/board.ts';
import type { ThingOfType, ThingType } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { relativeOf } from '@samenbord/shared/genogram/relatives.ts';
import type { Relative, RelativeChoice, RelativeRole } from '@samenbord/shared/genogram/relatives.ts';

/** What was filled in on the short form. */
export type RelativeDraft = RelativeChoice & {
  readonly naam: string;
  readonly geslacht?: ThingOfType<'persoon'>['geslacht'];
  readonly geboren?: string | undefined;
};

export type Ids = { readonly person: string; readonly tie: string };

/** The relative as it would be now; for the form, that asks what is not sure. */
export const relativeNow = (
  board: Board,
  of: string,
  role: RelativeRole,
  draft: RelativeDraft,
  id: string,
): Relative | undefined => relativeOf(board, of, role, id, draft);

/** True when nothing that a tie needs is missing: the kind of parent, and of more than one possible other parent which one, or nobody. */
export function isSure(relative: Relative, draft: RelativeDraft): boolean {
  if (relative.kind !== 'made') return false;
  const saysWhich =
    !relative.asks.includes('andere-ouder') || draft.other !== undefined || otherOf(relative) !== undefined;
  return saysWhich && relative.ties.every(({ type, values }) => type !== 'ouder-kind' || values.soort !== undefined);
}

/** The other parent that a new child has as it stands now. */
export function otherOf(relative: Extract<Relative, { kind: 'made' }>): string | undefined {
  const [tie] = relative.ties;
  return tie?.type === 'ouder-kind' ? tie.values.ouders.find((id) => relative.others.includes(id)) : undefined;
}

/** Takes the board, the role and what was filled in, gives all there is to do as one deed; nothing when it cannot be done (yet). */
export function intentFor(
  board: Board,
  of: string,
  role: RelativeRole,
  draft: RelativeDraft,
  ids: Ids,
  by: string,
): Intent | undefined {
  const relative = relativeNow(board, of, role, draft, ids.person);
  if (relative?.kind !== 'made' || !isSure(relative, draft)) return undefined;
  const { geslacht, geboren } = draft;
  const thing = (id: string, type: ThingType, values: object, texts: Readonly<Record<string, string>>): NewThing => ({
    id,
    type,
    by,
    vanWie: undefined,
    values: { ...values },
    texts,
  });
  const person = thing(
    ids.person,
    'persoon',
    { ...(geslacht && { geslacht }), ...(geboren !== undefined && { geboren }) },
    { naam: draft.naam.trim(), bijzonderheid: '' },
  );
  const ties = relative.ties.map(({ type, values }) => thing(ids.tie, type, values, { toelichting: '' }));
  return { kind: 'together', things: [person, ...ties], sets: relative.joins };
}
