import { unseenSigns } from '@samenbord/shared/board/field.ts';
import { difference } from '@samenbord/shared/document/intent.ts';

export type Edit = { readonly at: number; readonly remove: string; readonly insert: string };

/** A caret or selection meant for one text, moved to where it belongs in what that text has become since. */
export function rebased(edit: Edit, meantFor: string, now: string): Edit {
  const since = difference(meantFor, now);
  if (since === undefined || edit.at <= since.at) return edit;
  const end = since.at + since.remove.length;
  const at = edit.at >= end ? edit.at + since.insert.length - since.remove.length : since.at + since.insert.length;
  return { ...edit, at };
}

/** What may stand in a text field: no control characters, one line where one line is meant, not longer than allowed, no half emoji. */
export function tidy(text: string, max: number, lines: 1 | 4): string {
  const breaks = text.replaceAll(/\r\n?/g, '\n');
  const oneLine = lines === 1 ? breaks.replaceAll('\n', ' ') : breaks;
  const clean = oneLine.replaceAll('\t', ' ').replaceAll(unseenSigns, '').toWellFormed();
  const cut = clean.slice(0, max);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
