import type { Board } from '@samenbord/shared/board/board.ts';
import { definitionOf, fieldOf, isThingType } from '@samenbord/shared/board/things.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { historyWords, isEmpty, sayDeed, sayRestored } from '@samenbord/shared/words/history.ts';
import { fieldLabel, thingWords } from '@samenbord/shared/words/things.ts';
import type { HistoryItem, RestoredItem } from '@samenbord/shared/wire/http-history.ts';
import { sayValue } from './fields.ts';
import { capital } from './say.ts';

/** One change as it is read: a sentence, and below it what stood there and what stands there. */
export type SaidChange = { readonly sentence: string; readonly lines: readonly { label: string; text: string }[] };

/** A field inside a sentence. What asks for the words themselves is a question, and would not be one there. */
function labelOf(type: string | undefined, field: string | undefined): string {
  if (!isThingType(type) || field === undefined) return '';
  const label = fieldLabel(type, field);
  return field === definitionOf(type).main && label.endsWith('?') ? historyWords.text : `‘${label}’`;
}

/** Takes a change and the board as it is (for names), says it. A value of which nothing can be said is left out. */
export function sayChange(board: Board, item: HistoryItem): SaidChange {
  const sentence = sayDeed(item, labelOf(item.soort, item.veld));
  if (item.verborgen === true) return { sentence, lines: [{ label: '', text: historyWords.hidden }] };
  const { soort, veld, oud, nieuw } = item;
  if (item.wat !== 'veld' || !isThingType(soort) || veld === undefined || fieldOf(soort, veld) === undefined)
    return { sentence, lines: [] };
  const say = (value: unknown): string => (isEmpty(value) ? '' : sayValue(board, { type: soort }, veld, value));
  const [was, is] = [say(oud), say(nieuw)];
  const both = was !== '' && is !== '';
  const lines = [
    { label: both ? historyWords.first : historyWords.emptied, text: was },
    { label: both ? historyWords.after : historyWords.filled, text: is },
  ];
  return { sentence, lines: lines.filter(({ text }) => text !== '') };
}

/** What a thing is called in a list of changes: its words, or what kind of thing it is. */
export function nameOfItem({ soort, titel }: { soort?: string | undefined; titel?: string | undefined }): string {
  const words = titel?.trim() ?? '';
  if (words !== '') return `“${words}”`;
  return isThingType(soort) ? capital(thingWords[soort].naam) : '';
}

export const sayRestoredItem = (item: RestoredItem): string =>
  sayRestored(item, nameOfItem(item), labelOf(item.soort, item.veld));

/** An instant as people say it, in the time of this screen. */
export function sayInstant(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const day = at.toLocaleDateString('sv-SE');
  const time = at.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
  return historyWords.at(day === now.toLocaleDateString('sv-SE') ? historyWords.today : sayDate(day), time);
}
