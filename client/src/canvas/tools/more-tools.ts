import { find, ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { relativeOf } from '@samenbord/shared/genogram/relatives.ts';
import { canvasWords } from '@samenbord/shared/words/canvas.ts';
import { moreWords as w } from '@samenbord/shared/words/more-tools.ts';
import { factWords } from '@samenbord/shared/words/things-facts.ts';
import { nameOf, parentIds, parentsOf } from '../pure/relative-asks.ts';
import type { Answers } from '../pure/filled-in.ts';
import type { Ask, ConnectTool, MakeTool } from './tool-list.ts';

/** Something that can come beside somebody, with what is filled in beforehand. */
export type More = { readonly tool: MakeTool; readonly first: Answers };

const { fields: f } = canvasWords;
const make = (
  name: MakeTool['name'],
  type: MakeTool['type'],
  asks: readonly Ask[],
  more: Partial<MakeTool> = {},
): MakeTool => ({
  kind: 'make',
  name,
  type,
  values: {},
  asks,
  lies: false,
  ...more,
});

/** A line of violence is asked for by itself: it is in no quick list, and says first who will read it. */
export const violence: ConnectTool = {
  kind: 'connect',
  name: 'geweld',
  type: 'relatielijn',
  between: ['persoon'],
  many: false,
  careful: true,
  asks: [
    { field: 'soort', label: w.violence, as: 'choice', required: true, options: w.violences },
    { field: 'toelichting', label: f.toelichting, as: 'line' },
    { field: 'vanWie', label: f.volgens, as: 'words-of' },
  ],
};

/** Whose child it is: this person and every partner; the partner who is certain is ticked. */
function parentsAsk(board: Board, of: string): { ask: Ask; first: readonly string[] } {
  const child = relativeOf(board, of, 'kind', '');
  const others = child?.kind === 'made' ? child.others : [];
  const [tie] = child?.kind === 'made' ? child.ties : [];
  const first = tie?.type === 'ouder-kind' ? tie.values.ouders : [of];
  const options = Object.fromEntries([of, ...others].map((id) => [id, nameOf(board, id)]));
  return { ask: { field: 'ouders', label: w.whose, as: 'choices', required: true, options }, first };
}

/** Takes a board and somebody on it; gives what can come beside them besides partner, child, parent, brother or sister. */
export function moreTools(board: Board, of: string): More[] {
  const { ask, first } = parentsAsk(board, of);
  const pregnancy: readonly Ask[] = [
    ask,
    { field: 'wanneer', label: w.pregnant, as: 'date' },
    { field: 'geslacht', label: factWords.zwangerschap.fields.geslacht, as: 'choice', options: w.expectedKind },
  ];
  const loss: readonly Ask[] = [
    { field: 'soort', label: w.lossWhat, as: 'choice', required: true, options: w.losses },
    ask,
    { field: 'wanneer', label: w.lossWhen, as: 'date' },
    { field: 'naam', label: w.lossName, as: 'line' },
  ];
  const pet: readonly Ask[] = [
    { field: 'naam', label: w.pets.naam, as: 'line' },
    { field: 'soort', label: w.pets.soort, as: 'line', required: true },
  ];
  const { soort } = factWords.organisatie.options;
  const organisation: readonly Ask[] = [
    { field: 'naam', label: w.organisation, as: 'line', required: true },
    { field: 'soort', label: factWords.organisatie.fields.soort, as: 'choice', options: soort },
  ];
  return [
    {
      tool: make('zwangerschap', 'zwangerschap', pregnancy, { values: { soort: 'zwanger' } }),
      first: { ouders: first },
    },
    ...twins(board, [of]),
    { tool: make('huisdier', 'huisdier', pet, { values: { bij: [of] } }), first: {} },
    { tool: make('organisatie', 'organisatie', organisation, { lies: true }), first: {} },
    { tool: make('verlies', 'zwangerschap', loss, { careful: true }), first: { ouders: first } },
  ];
}

/** Children of one birth: brothers and sisters of the same parents, those who were chosen ticked. Nothing when there are no two. */
export function twins(board: Board, chosen: readonly string[]): More[] {
  const [first = ''] = chosen;
  const siblings = siblingsOf(board, first);
  if (siblings.length < 2 || !chosen.every((id) => siblings.includes(id))) return [];
  const options = Object.fromEntries(siblings.map((id) => [id, nameOf(board, id)]));
  const asks: readonly Ask[] = [
    { field: 'kinderen', label: w.twinWho, as: 'choices', required: true, options },
    { field: 'soort', label: w.twinKind, as: 'choice', options: w.twinKinds },
  ];
  return [{ tool: make('meerling', 'meerling', asks), first: { kinderen: chosen } }];
}

/** Somebody and everybody with exactly the same parents at birth. */
function siblingsOf(board: Board, id: string): string[] {
  const [own] = parentsOf(board, id);
  if (own === undefined) return [];
  const key = parentIds(board, own).toSorted().join(' ');
  return ofType(board, 'ouder-kind').flatMap((link) => {
    const isSame = link.soort === own.soort && parentIds(board, link).toSorted().join(' ') === key;
    return isSame && link.kind !== undefined && find(board, 'persoon', link.kind) !== undefined ? [link.kind] : [];
  });
}
