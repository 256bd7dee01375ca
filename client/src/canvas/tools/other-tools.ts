import { StateNode } from '@tldraw/tldraw';
import { handsOf, hitAt, panBy } from './hands.ts';

/** A tap says where (or what); a drag moves the paper, so that a tablet can look around with a tool in hand. */
class TapTool extends StateNode {
  #down = false;

  override onEnter(): void {
    this.#down = false;
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }
  override onPointerDown(): void {
    this.#down = true;
  }
  override onPointerMove(): void {
    if (this.editor.inputs.isDragging) panBy(this.editor);
  }
  override onPointerUp(): void {
    // A drag ends before this: `isDragging` is already off, so the distance tells.
    const { originScreenPoint, currentScreenPoint } = this.editor.inputs;
    const moved = Math.hypot(currentScreenPoint.x - originScreenPoint.x, currentScreenPoint.y - originScreenPoint.y);
    if (this.#down && moved < 8) this.tapped();
    this.#down = false;
  }
  override onInterrupt(): void {
    this.#down = false;
  }
  override onCancel(): void {
    this.#down = false;
  }
  tapped(): void {
    // Each tool says what a tap means.
  }
}

export class MakeTool extends TapTool {
  static override id = 'make';

  override tapped(): void {
    const { x, y } = this.editor.inputs.currentPagePoint;
    handsOf(this.editor)?.make({ x, y });
  }
}

export class ConnectTool extends TapTool {
  static override id = 'connect';

  override tapped(): void {
    const hit = hitAt(this.editor, this.editor.inputs.currentPagePoint, 'node');
    if (hit !== undefined) handsOf(this.editor)?.tap(hit.ref);
  }
}

/** Pen and marker: points of a finger, shown while it moves, one stroke on lift. */
export class InkTool extends StateNode {
  static override id = 'ink';
  override useCoalescedEvents = true;
  #points: number[] = [];

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }
  override onPointerDown(): void {
    this.#points = [];
    this.#add();
  }
  override onPointerMove(): void {
    if (this.#points.length > 0 && this.editor.inputs.isPointing) this.#add();
  }
  override onPointerUp(): void {
    if (this.#points.length > 0) handsOf(this.editor)?.drawn(this.#points);
    this.#end();
  }
  override onCancel(): void {
    this.#end();
  }
  override onInterrupt(): void {
    this.#end();
  }
  override onExit(): void {
    this.#end();
  }

  #add(): void {
    const { x, y } = this.editor.inputs.currentPagePoint;
    this.#points = [...this.#points, x, y];
    handsOf(this.editor)?.draw(this.#points);
  }
  #end(): void {
    this.#points = [];
    handsOf(this.editor)?.draw([]);
  }
}

/** Wipes away strokes. Its name is the one tldraw asks for when the back of a pen touches the glass. */
export class EraseTool extends StateNode {
  static override id = 'eraser';

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }
  override onPointerDown(): void {
    this.#wipe();
  }
  override onPointerMove(): void {
    if (this.editor.inputs.isPointing) this.#wipe();
  }
  #wipe(): void {
    const hit = hitAt(this.editor, this.editor.inputs.currentPagePoint, 'ink');
    if (hit !== undefined) handsOf(this.editor)?.erase(hit.ref);
  }
}
