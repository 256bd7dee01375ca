import type { ClipboardEvent } from 'react';
import { middleOf, showNew } from './camera.ts';
import { pastedCard } from './pure/making.ts';
import type { MakeTool } from './tools/tool-list.ts';
import type { Live } from './use-stage.ts';

const longestCard = 1000;

/** Pasted text becomes one note by the pointer. Nothing else can be pasted, and what is not text does nothing. */
export function paste(event: ClipboardEvent, live: Live | undefined, refused: boolean): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || live === undefined)
    return;
  event.preventDefault();
  const text = pastedCard(event.clipboardData.getData('text/plain'), longestCard);
  if (text === undefined || refused) return;
  const { editor, hands } = live;
  const pointer = editor.inputs.currentPagePoint;
  const at = editor.getViewportPageBounds().containsPoint(pointer) ? { x: pointer.x, y: pointer.y } : middleOf(editor);
  const tool: MakeTool = { kind: 'make', name: 'notitie', type: 'notitie', values: {}, asks: [], lies: true };
  const id = hands.create({
    tool,
    filled: { ok: true, values: {}, texts: { tekst: text }, vanWie: undefined },
    ends: [],
    at,
  });
  if (id !== undefined) showNew(editor, id);
}
