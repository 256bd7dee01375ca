import { isProfessional } from '@samenbord/shared/access/roles.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { unseenSigns } from '@samenbord/shared/board/field.ts';
import { definitionOf, fieldOf, mainText } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Ask, ConnectTool, MakeTool } from '../tools/tool-list.ts';
import type { Filled } from './filled-in.ts';

/**
 * The fields that say what a new thing connects, from what was tapped in order. Nothing when these two cannot be connected: one with itself, or too few.
 * `andere` is the second parent that somebody named in the form.
 */
export function connection(
  name: string,
  ends: readonly string[],
  andere?: string,
): Record<string, unknown> | undefined {
  const [first, second] = ends;
  if (first === undefined) return undefined;
  if (name === 'huishouden') return { leden: [...new Set(ends)] };
  if (second === undefined || second === first) return undefined;
  if (name === 'band') return { kind: first, met: second };
  if (name === 'partners') return { partners: [first, second] };
  if (name !== 'kind-van') return { van: first, naar: second };
  const ouders = andere === undefined || andere === first || andere === second ? [second] : [second, andere];
  return { kind: first, ouders };
}

/** Several lines of pasted text become one card: as typed, no control characters, no longer than a card may be. Nothing when nothing is left. */
export function pastedCard(text: string, most: number): string | undefined {
  const lines = text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ');
  const clean = lines.replaceAll(unseenSigns, '').trim();
  if (clean === '') return undefined;
  return [...clean].reduce((kept, sign) => (kept.length + sign.length <= most ? kept + sign : kept), '');
}

/** Everything that is needed to put one new thing on the table. */
export type Making = {
  readonly tool: MakeTool | ConnectTool;
  readonly filled: Extract<Filled, { ok: true }>;
  readonly ends: readonly string[];
  /** Where it should lie, if the tool lays things where the finger was. */
  readonly at: Place | undefined;
};

/**
 * The intent that makes a thing, with all it is made of in one. Family write in their own name: where they are a person of this board their words carry
 * that name. Nothing when what it connects cannot be connected.
 */
export function creation(making: Making, id: string, me: Actor, view: ViewName, board: Board): Intent | undefined {
  const { tool, filled, at } = making;
  const { andere, ...values } = filled.values;
  const fixed =
    tool.kind === 'make'
      ? tool.values
      : connection(tool.name, making.ends, typeof andere === 'string' ? andere : undefined);
  if (fixed === undefined) return undefined;
  const vanWie = filled.vanWie ?? ownName(tool.type, me, board);
  const thing = {
    id,
    type: tool.type,
    by: me.id,
    values: { ...values, ...fixed },
    texts: filled.texts,
    ...(vanWie === undefined ? {} : { vanWie }),
  };
  const lies = tool.kind === 'make' && tool.lies && at !== undefined;
  return {
    kind: 'create',
    thing,
    ...(lies ? { place: { view, at: spot(at, tool.type, view) } } : {}),
  };
}

/** Where somebody is made is a beginning: in a genogram they give way to their family. A card stays where it was put. */
const spot = ({ x, y }: Place, type: ThingType, view: ViewName): Place => ({
  x: Math.round(x),
  y: Math.round(y),
  ...(type === 'persoon' && view === 'genogram' ? { los: true } : {}),
});

/** The person of this board that a participant is, for words of their own. */
function ownName(type: ThingType, me: Actor, board: Board): string | undefined {
  const words = fieldOf(type, definitionOf(type).main)?.class === 'woorden';
  return words && !isProfessional(me.rol) && me.persoon !== undefined && board.things.has(me.persoon)
    ? me.persoon
    : undefined;
}

export type Person = { readonly id: string; readonly naam: string };

/** The people on the board by name, without those who are not named yet. */
export function peopleOf(board: Board): Person[] {
  const people = ofType(board, 'persoon').flatMap(({ id, naam }) => (naam === '' ? [] : [{ id, naam }]));
  return people.sort((a, b) => a.naam.localeCompare(b.naam, 'nl') || (a.id < b.id ? -1 : 1));
}

/** The questions of a tool that make sense for this participant: only a professional writes down another's words. */
export function asksFor(asks: readonly Ask[], me: Actor, people: readonly Person[]): readonly Ask[] {
  return asks.filter(({ as }) => as !== 'words-of' || (isProfessional(me.rol) && people.length > 0));
}

/** What may be filled in beforehand: the other parent, where the first never had but one partner. A wrong guess would be a wrong fact. */
export function firstAnswers(
  tool: MakeTool | ConnectTool,
  ends: readonly string[],
  board: Board,
): Record<string, string> {
  const parent = tool.name === 'kind-van' ? ends[1] : undefined;
  const pairs = ofType(board, 'partnerrelatie').filter(
    ({ partners }) => parent !== undefined && partners?.includes(parent) === true,
  );
  const other = pairs.length === 1 ? pairs[0]?.partners?.find((id) => id !== parent) : undefined;
  return {
    ...(other === undefined || ends.includes(other) ? {} : { andere: other }),
    ...(tool.name === 'kind-van' ? { soort: 'biologisch' } : {}),
  };
}

/** What a thing is called in a sentence: its own words, at most so many. */
export function calledBy(thing: Thing | undefined, otherwise: string): string {
  const text = thing === undefined ? '' : mainText(thing);
  if (text === '') return otherwise;
  return text.length <= 40 ? text : `${text.slice(0, 39).toWellFormed().replaceAll('\uFFFD', '')}…`;
}
