import type { Board } from '@samenbord/shared/board/board.ts';
import { textFields } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';

/** Something the server did not take. The words in it are kept, so that nobody types them twice. */
export type LostItem = {
  readonly id: string;
  readonly zone: string;
  /** Code of the refusal; `weg` when what it was about is no longer there; `van-tafel` when it was taken off while this person wrote: then the words are in it. */
  readonly reden: string;
  readonly soort: Intent['kind'];
  readonly intent: Intent;
  readonly type: ThingType | undefined;
  /** Own words; empty when it was no text (a move, a choice). */
  readonly tekst: string;
};

/** Takes work that was not taken and why, gives what is said about it. `seen` is the board as it stood on the screen. */
export const lostItem = (zone: string, intent: Intent, reden: string, seen: Board): Omit<LostItem, 'id'> => ({
  zone,
  reden,
  soort: intent.kind,
  intent,
  ...wordsOf(intent, seen),
});

/** The words in an intent as they stood on the screen, whole: also what was typed in the same thing after it. */
function wordsOf(intent: Intent, seen: Board): { type: ThingType | undefined; tekst: string } {
  if (intent.kind === 'create') return { type: intent.thing.type, tekst: wordsOfNew(intent.thing, seen) };
  if (intent.kind === 'together') {
    const texts = intent.things.map((thing) => wordsOfNew(thing, seen));
    return { type: intent.things[0]?.type, tekst: texts.filter((text) => text !== '').join('\n') };
  }
  if (intent.kind === 'place' || intent.kind === 'places' || intent.kind === 'ink')
    return { type: undefined, tekst: '' };
  const thing = seen.things.get(intent.id);
  if (intent.kind !== 'editText') return { type: thing?.type, tekst: '' };
  return { type: thing?.type, tekst: textIn(thing, intent.field) ?? intent.insert };
}

function wordsOfNew({ id, type, texts }: NewThing, seen: Board): string {
  const now = seen.things.get(id);
  const all = textFields(type).map((name) => textIn(now, name) ?? texts?.[name] ?? '');
  return all.filter((text) => text !== '').join('\n');
}

/** A text of a thing; nothing when it is empty. */
function textIn(thing: Thing | undefined, name: string): string | undefined {
  const value = (thing as unknown as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
