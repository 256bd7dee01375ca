import type { Editor } from '@tldraw/tldraw';
import { refOf, refsOf } from './bridge.ts';
import type { Bridge } from './bridge.ts';
import { bringInSight, nodeShape, showAll } from './camera.ts';
import { neighbour, readingOrder } from './pure/order.ts';
import type { Place } from '@samenbord/shared/board/board.ts';
import type { TableHands } from './table-hands.ts';
import type { Hit } from './tools/hands.ts';
import type { Tool } from './tools/tool-list.ts';

export type KeyboardParts = {
  readonly editor: Editor;
  readonly bridge: Bridge;
  readonly hands: TableHands;
  readonly tool: () => Tool;
  readonly back: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly takeOff: () => void;
  /** A letter with one thing chosen: true when it meant something. */
  readonly letter: (letter: string) => boolean;
  /** Where a new card goes when no finger says so. */
  readonly middle: () => Place;
};

const arrows: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Everything the canvas does without a finger. `handle` says whether the key was ours; then nobody else gets it. */
export class Keyboard {
  readonly #parts: KeyboardParts;
  #nudge: { x: number; y: number } | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: KeyboardParts) {
    this.#parts = parts;
  }

  handle(event: KeyboardEvent): boolean {
    if (event.altKey || event.isComposing) return false;
    if (event.ctrlKey || event.metaKey) return this.#command(event);
    const step = arrows[event.key];
    if (step !== undefined) return this.#arrow(step, event.shiftKey ? 40 : 8);
    if (event.key === 'Escape') return this.#escape();
    this.settle();
    switch (event.key) {
      case 'Tab':
        return this.#walk(event.shiftKey ? -1 : 1);
      case 'Enter':
        return this.#enter();
      case 'Delete':
      case 'Backspace':
        if (event.shiftKey) this.#outOfView();
        else this.#parts.takeOff();
        return true;
      case '+':
      case '=':
        this.#parts.editor.zoomIn();
        return true;
      case '-':
        this.#parts.editor.zoomOut();
        return true;
      case '0':
        showAll(this.#parts.editor, this.#parts.bridge.shown.get().picture.box);
        return true;
      default:
        return /^[a-z]$/i.test(event.key) && this.#parts.letter(event.key.toLowerCase());
    }
  }

  #command(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'z') {
      if (event.shiftKey) this.#parts.redo();
      else this.#parts.undo();
    } else if (key === 'y') this.#parts.redo();
    // Of tldraw nothing is left that copies, groups or duplicates; the browser keeps its own keys.
    return key === 'z' || key === 'y';
  }

  /** Takes away the places of what is chosen. */
  #outOfView(): void {
    const { editor, hands } = this.#parts;
    for (const id of refsOf(editor, editor.getSelectedShapeIds(), 'node')) hands.outOfView(id);
  }

  #selected(): Hit | undefined {
    const { editor } = this.#parts;
    const shape = editor.getOnlySelectedShape();
    return shape === null ? undefined : { type: shape.type as Hit['type'], ref: refOf(shape), shape: shape.id };
  }

  /** Along the nodes in reading order; past the last one Tab goes on to the toolbar. */
  #walk(step: 1 | -1): boolean {
    const { editor, bridge } = this.#parts;
    const { picture, nodes } = bridge.shown.get();
    const order = readingOrder(picture.nodes);
    const next = neighbour(order, this.#selected()?.ref, step);
    const node = next === undefined ? undefined : nodes.get(next);
    if (next === undefined || node === undefined) {
      editor.selectNone();
      return false;
    }
    editor.select(nodeShape(next));
    bringInSight(editor, node.box, false);
    return true;
  }

  #enter(): boolean {
    const { hands, tool } = this.#parts;
    const hit = this.#selected();
    const now = tool();
    if (now.kind === 'make') hands.make(this.#parts.middle());
    else if (now.kind === 'connect' && hit?.type === 'node') hands.tap(hit.ref);
    else if (hit !== undefined) hands.open(hit);
    else return false;
    return true;
  }

  #arrow(step: { x: number; y: number }, size: number): boolean {
    const { editor, hands } = this.#parts;
    if (editor.inputs.keys.has('Space')) return false;
    const nodes = refsOf(editor, editor.getSelectedShapeIds(), 'node');
    if (nodes.length === 0) {
      const { x, y, z } = editor.getCamera();
      editor.setCamera({ x: x - (step.x * size * 5) / z, y: y - (step.y * size * 5) / z, z }, { immediate: true });
      return true;
    }
    if (this.#nudge === undefined && !hands.grasp(nodes)) return true;
    const by = this.#nudge ?? { x: 0, y: 0 };
    this.#nudge = { x: by.x + step.x * size, y: by.y + step.y * size };
    hands.move(this.#nudge);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.settle(), 600);
    return true;
  }

  /** A row of arrow keys is one move: it is written when the keys rest, or when something else begins. */
  settle(): void {
    clearTimeout(this.#rest);
    if (this.#nudge === undefined) return;
    this.#nudge = undefined;
    this.#parts.hands.putDown();
  }

  /** Lets go of what is being moved, then of the tool, then of what is chosen. Nothing is written, so nothing of others is written over. */
  #escape(): boolean {
    const { editor, hands, tool, back } = this.#parts;
    clearTimeout(this.#rest);
    if (this.#nudge !== undefined) {
      this.#nudge = undefined;
      hands.letGo();
    } else if (tool().kind !== 'select') back();
    else editor.cancel();
    return true;
  }
}
