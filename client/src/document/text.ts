import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { fieldOf } from '@samenbord/shared/board/things.ts';
import { difference } from '@samenbord/shared/document/intent.ts';
import { useBoard, useBoardSession } from './context.tsx';
import { rebased, tidy } from './text-steps.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** What a text part needs to edit one text of one thing. Spread `box` on the `<input>` or `<textarea>`. */
export type TextBinding = {
  readonly value: string;
  readonly max: number;
  readonly lines: 1 | 4;
  readonly change: (next: string) => void;
  readonly box: {
    readonly ref: (box: TextBox | null) => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: () => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
};

/**
 * Binds a text box to one text of one thing. A change becomes the smallest edit; while letters are being composed (IME)
 * nothing is sent; when somebody else edits, the caret stays with the words it stood by.
 */
export function useText(zone: string, id: string, field: string): TextBinding {
  const session = useBoardSession();
  const thing = useBoard(zone).things.get(id);
  const now = (thing as unknown as Readonly<Record<string, unknown>> | undefined)?.[field];
  const shared = typeof now === 'string' ? now : '';
  const spec = thing === undefined ? undefined : fieldOf(thing.type, field);
  const { max, lines } = spec?.kind === 'text' ? spec : ({ max: 1000, lines: 1 } as const);
  const [draft, setDraft] = useState<{ base: string; text: string } | undefined>(undefined);
  const value = draft?.text ?? shared;
  const caret = useCaret(value);
  const { remember } = caret;
  // A change is told before it is drawn: that is the last moment at which the box still has the caret of the person.
  useEffect(() => session.zone(zone)?.listeners.add(remember), [session, zone, remember]);

  const send = useCallback(
    (base: string, next: string) => {
      const edit = difference(base, tidy(next, max, lines));
      if (edit !== undefined) session.intend(zone, { kind: 'editText', id, field, ...edit, seen: base });
    },
    [session, zone, id, field, max, lines],
  );
  const change = (next: string): void => {
    caret.own();
    if (draft === undefined) send(shared, next);
    else setDraft({ ...draft, text: next });
  };
  const ref = caret.ref;
  return {
    value,
    max,
    lines,
    change,
    box: {
      ref,
      onCompositionStart: () => setDraft({ base: shared, text: shared }),
      onCompositionEnd: () => {
        if (draft !== undefined) send(draft.base, caret.typed() ?? draft.text);
        setDraft(undefined);
      },
      onFocus: () => session.setPresence({ typing: zone === 'gedeeld' ? { id, field } : undefined }),
      onBlur: () => session.setPresence({ typing: undefined }),
    },
  };
}

/** Keeps the caret where it stood among the words when the text changes from outside. */
function useCaret(value: string) {
  const box = useRef<TextBox | null>(null);
  const place = useRef({ start: 0, end: 0 });
  const before = useRef(value);
  const mine = useRef(false);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = value;
    const node = box.current;
    if (old === value) return;
    if (node !== null && !mine.current && node === document.activeElement) {
      const { start, end } = place.current;
      node.setSelectionRange(rebasedPoint(old, value, start), rebasedPoint(old, value, end));
    }
    mine.current = false;
  }, [value]);
  const remember = useCallback(() => {
    if (box.current !== null)
      place.current = { start: box.current.selectionStart ?? 0, end: box.current.selectionEnd ?? 0 };
  }, []);
  const ref = useCallback((node: TextBox | null) => {
    box.current = node;
  }, []);
  return {
    ref,
    remember,
    own: () => {
      mine.current = true;
      remember();
    },
    typed: () => box.current?.value,
  };
}

function rebasedPoint(before: string, after: string, at: number): number {
  return rebased({ at, remove: '', insert: '' }, before, after).at;
}
