import { find } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { isVagueDate } from '@samenbord/shared/board/vague-date.ts';
import { nameOf } from '@samenbord/shared/picture/face.ts';
import { sayDate, sayList } from '@samenbord/shared/words/dates.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { fieldLabel, optionLabel } from '@samenbord/shared/words/things.ts';
import { sayRow } from './say.ts';

/** One field as it is read: its label and what was filled in, in words. */
export type ReadField = { readonly name: string; readonly label: string; readonly text: string };

/** Takes a thing, gives every field that was filled in, but for what stands above it already: its words, and whether it goes well. */
export function readFields(board: Board, thing: Thing): ReadField[] {
  const { fields, main } = definitionOf(thing.type);
  const values = thing as unknown as Readonly<Record<string, unknown>>;
  return Object.keys(fields).flatMap((name) => {
    const text = sayValue(board, thing, name, values[name]).trim();
    const isSaid =
      (name === main && sayRow(board, thing).includes(text)) || (thing.type === 'factor' && name === 'waarde');
    return text === '' || isSaid ? [] : [{ name, label: fieldLabel(thing.type, name), text }];
  });
}

/** What was filled in one field, in words; nothing for what is empty or points at what is not on the table. */
export function sayValue(board: Board, thing: Pick<Thing, 'type'>, name: string, value: unknown): string {
  const field = fieldOf(thing.type, name);
  if (field === undefined || value === undefined) return '';
  if (field.kind === 'value' && field.refersTo !== undefined) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
    return sayList(ids.map((id) => sayTarget(board, id)).filter((words) => words !== ''));
  }
  if (typeof value === 'boolean') return value ? listWords.thing.yes : listWords.thing.no;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (field.kind === 'text') return value;
  const word = optionLabel(thing.type, name, value);
  return word === value && isVagueDate(value) ? sayDate(value) : word;
}

/** What a reference leads to, when it is still on the table. */
function sayTarget(board: Board, id: string): string {
  const target = board.things.get(id);
  if (target === undefined || target.weg) return '';
  return find(board, 'persoon', id) === undefined ? `“${sayRow(board, target)}”` : nameOf(board, id);
}
