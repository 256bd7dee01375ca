import { fieldOf, isText, isValue } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { Ask } from '../tools/tool-list.ts';
import { typedDate } from './typed-date.ts';

/** What somebody filled in, by field: a text, the id of a person, or several ids. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;
export type Mistake = 'needed' | 'notADate' | 'tooLong';
export type Filled =
  | {
      readonly ok: true;
      readonly values: Record<string, unknown>;
      readonly texts: Record<string, string>;
      readonly vanWie: string | undefined;
    }
  | { readonly ok: false; readonly mistakes: Readonly<Record<string, Mistake>> };

/**
 * Takes what was filled in, gives the fields of a thing; or per field what is wrong with it. Empty answers are left out, an empty required one
 * is a mistake, a date is read as people type it, a text stays exactly as typed but for spaces around it.
 */
export function filledIn(type: ThingType, asks: readonly Ask[], answers: Answers): Filled {
  const values: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  const mistakes: Record<string, Mistake> = {};
  let vanWie: string | undefined;
  for (const ask of asks) {
    const answer = answers[ask.field] ?? '';
    const given = typeof answer === 'string' ? answer.trim() : answer;
    if (given.length === 0) {
      if (ask.required === true) mistakes[ask.field] = 'needed';
    } else if (ask.as === 'yes') values[ask.field] = true;
    else if (ask.as === 'words-of' && typeof given === 'string') vanWie = given;
    else if (fieldOf(type, ask.field)?.kind === 'text' && typeof given === 'string') {
      if (isText(type, ask.field, given)) texts[ask.field] = given;
      else mistakes[ask.field] = 'tooLong';
    } else {
      const value = ask.as === 'date' && typeof given === 'string' ? typedDate(given) : given;
      if (value === undefined) mistakes[ask.field] = 'notADate';
      else if (fieldOf(type, ask.field) === undefined || isValue(type, ask.field, value)) values[ask.field] = value;
      else mistakes[ask.field] = 'needed';
    }
  }
  return Object.keys(mistakes).length > 0 ? { ok: false, mistakes } : { ok: true, values, texts, vanWie };
}
