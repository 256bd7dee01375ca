import type { Editor } from '@tldraw/tldraw';
import { useState } from 'react';
import { find } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { denialWords } from '@samenbord/shared/words/app.ts';
import { refsOf } from './bridge.ts';
import type { CanvasPort } from './port.ts';
import { moreKey, relativeKeys, relatives } from './pure/relative-asks.ts';
import type { Relative } from './pure/relative-asks.ts';
import { relativeOff } from './tools/offered.ts';

/** Somebody is being added beside somebody. */
export type Adding = { readonly relative: Relative; readonly of: string };

/** Adding family to somebody: from a handle or from a letter, with that person chosen. */
export function useQuick(port: CanvasPort, tell: (text: string) => void) {
  const [adding, set] = useState<Adding>();
  const [more, setMore] = useState<string>();

  const open = (relative: Relative, of: string): boolean => {
    const off = relativeOff(relative, port.me.id, port.may);
    if (off === 'never' || find(port.board, 'persoon', of) === undefined) return false;
    if (off === undefined) {
      setMore(undefined);
      set({ relative, of });
    } else tell(denialWords[off]);
    return true;
  };
  /** The person who is chosen alone. */
  const chosen = (editor: Editor): string | undefined => {
    const [only, more] = refsOf(editor, editor.getSelectedShapeIds());
    return more === undefined ? only : undefined;
  };
  /** Opens the longer list of what can come beside somebody. False where nobody is chosen, or for who never puts people on a board. */
  const openMore = (of: string): boolean => {
    if (relativeOff('kind', port.me.id, port.may) === 'never' || find(port.board, 'persoon', of) === undefined)
      return false;
    setMore(of);
    return true;
  };
  const letter = (letter: string, editor: Editor, view: ViewName): boolean => {
    const relative = relatives.find((one) => relativeKeys[one] === letter);
    const of = chosen(editor);
    if (of === undefined || view !== 'genogram') return false;
    if (letter === moreKey) return openMore(of);
    return relative !== undefined && open(relative, of);
  };
  const close = (): void => {
    set(undefined);
    setMore(undefined);
  };
  return { adding, more, open, openMore, letter, close };
}
